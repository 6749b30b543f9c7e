"""Plots as SVG, as much as the benchmarks need: lines over two axes, each by powers of ten or in even steps."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_DIGITS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDTH, HEIGHT = 280, 300


@dataclass(frozen=True)
class Axis:
    """
    One axis.

    Attributes:
        title: What it shows.
        first: Where it begins: a value, or a power of ten.
        last: Where it ends.
        step: From one mark to the next.
        powers: Whether it goes by powers of ten.
    """

    title: str
    first: float
    last: float
    step: float = 1
    powers: bool = False

    def at(self, value: float) -> float:
        """Where a value lies, from 0 to 1."""
        if self.powers:
            value = math.log10(max(value, 10**self.first))
        return (min(value, self.last) - self.first) / (self.last - self.first)

    def marks(self) -> list[tuple[float, str]]:
        """Where the marks lie, and what they say."""
        count = round((self.last - self.first) / self.step)
        found = [self.first + self.step * number for number in range(count + 1)]
        return [((mark - self.first) / (self.last - self.first), self._told(mark)) for mark in found]

    def _told(self, mark: float) -> str:
        return f"10{str(round(mark)).translate(_DIGITS)}" if self.powers else f"{mark:,g}"


@dataclass(frozen=True)
class Plot:
    """
    One field with lines.

    Attributes:
        title: What stands above it.
        across: The horizontal axis.
        up: The vertical axis.
        lines: Points of each line.
        dots: Whether the points are shown.
    """

    title: str
    across: Axis
    up: Axis
    lines: Sequence[Sequence[tuple[float, float]]] = field(default_factory=tuple)
    dots: bool = True

    def drawn(self, left: int) -> list[str]:
        """Its elements; *left* is where the field begins."""

        def x(share: float) -> float:
            return round(left + WIDTH * share, 1)

        def y(share: float) -> float:
            return round(50 + HEIGHT * (1 - share), 1)

        bottom = 50 + HEIGHT
        out = [f'<text x="{left}" y="30" font-weight="bold">{escape(self.title)}</text>']
        for at, told in self.across.marks():
            out.append(f'<line x1="{x(at)}" x2="{x(at)}" y1="50" y2="{bottom}" stroke="#ddd"/>')
            out.append(f'<text x="{x(at)}" y="{bottom + 18}" text-anchor="middle">{told}</text>')
        out.append(
            f'<text x="{left + WIDTH // 2}" y="{bottom + 38}" text-anchor="middle">{escape(self.across.title)}</text>'
        )
        for at, told in self.up.marks():
            out.append(f'<line x1="{left}" x2="{left + WIDTH}" y1="{y(at)}" y2="{y(at)}" stroke="#ddd"/>')
            out.append(f'<text x="{left - 6}" y="{y(at) + 4}" text-anchor="end">{told}</text>')
        for colour, points in zip(COLOURS, self.lines, strict=False):
            places = [(x(self.across.at(one)), y(self.up.at(other))) for one, other in points]
            path = " ".join(f"{across},{up}" for across, up in places)
            out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
            if self.dots:
                out += [f'<circle cx="{across}" cy="{up}" r="3" fill="{colour}"/>' for across, up in places]
        return out


def picture(plots: Sequence[Plot], names: Sequence[str]) -> str:
    """Plots side by side, and what their lines are, as one SVG file."""
    place: Callable[[int], int] = lambda number: 60 + 360 * number  # noqa: E731 - a name for a formula
    legend = place(len(plots)) - 45
    width = legend + (200 if names else 20)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 400" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="400" fill="#fff"/>',
    ]
    for number, plot in enumerate(plots):
        out += plot.drawn(place(number))
    for number, name in enumerate(names):
        y = 60 + 22 * number
        out.append(
            f'<line x1="{legend}" x2="{legend + 25}" y1="{y}" y2="{y}" stroke="{COLOURS[number]}" stroke-width="2"/>'
        )
        out.append(f'<text x="{legend + 31}" y="{y + 4}">{escape(name)}</text>')
    return "\n".join([*out, "</svg>\n"])
