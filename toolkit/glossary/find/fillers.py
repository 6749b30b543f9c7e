"""
The names that fill a slot, and the few letters that tell from outside that none of them stands there.

A text holds the fixed words of patterns far more often than their names: people, newspapers and governments of
nowhere. So what is asked first of both sides of them is a look at the nearest letters, which is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.find import anchor
from toolkit.glossary.find.anchor import EDGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from toolkit.glossary.find.anchor import Names

#: So many letters beside an anchor are looked at: a space, and the edge of a name.
WINDOW = EDGE + 1
#: So many windows are remembered for a side of an anchor.
_REMEMBERED = 5_000


class Fillers:
    """
    The names that a slot takes.

    Args:
        edges: Bytes for :func:`toolkit.glossary.find.anchor.edges`.
        names: Bytes for :func:`toolkit.glossary.find.anchor.names`.
    """

    __slots__ = ("_beginning", "_ending", "_first", "_last", "_names", "_packed", "heads", "tails")

    def __init__(self, edges: bytes | memoryview, names: bytes | memoryview) -> None:
        #: See :func:`toolkit.glossary.find.anchor.edges`.
        self.heads, self.tails = anchor.edges(edges)
        self._first: frozenset[str] = frozenset()
        self._last: frozenset[str] = frozenset()
        self._beginning: dict[str, Sequence[int]] = {}
        self._ending: dict[str, Sequence[int]] = {}
        self._packed = names
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        """Levelled name to the capitals it needs and the number of its concept; unpacked when a text first has one."""
        if self._names is None:
            self._names = anchor.names(self._packed)
        return self._names

    def lengths_at(self, low: str, at: int) -> Sequence[int]:
        """The lengths of names that begin like the text from *at* on, the longest first."""
        letters = low[at : at + EDGE]
        known = self._beginning.get(letters)
        if known is None:
            known = _remember(self._beginning, letters, _all(self.heads, (letters[:i] for i in range(EDGE, 0, -1))))
        return known

    def lengths_to(self, low: str, at: int) -> Sequence[int]:
        """The lengths of names that end like the text up to *at*, the longest first."""
        letters = low[at - EDGE if at > EDGE else 0 : at]
        known = self._ending.get(letters)
        if known is None:
            known = _remember(self._ending, letters, _all(self.tails, (letters[-i:] for i in range(EDGE, 0, -1))))
        return known

    def may_begin(self, letters: str) -> bool:
        """Whether a name begins with some letters, or all of it does."""
        letters, heads = letters[:EDGE], self.heads
        if letters in heads or any(letters[:size] in heads for size in range(1, len(letters))):
            return True
        if len(letters) == EDGE:
            return False
        if not self._first:
            self._first = frozenset(head[:size] for head in heads for size in range(1, len(head) + 1))
        return letters in self._first

    def may_end(self, letters: str) -> bool:
        """Whether a name ends with some letters, or all of it does."""
        letters, tails = letters[-EDGE:], self.tails
        if letters in tails or any(letters[-size:] in tails for size in range(1, len(letters))):
            return True
        if len(letters) == EDGE:
            return False
        if not self._last:
            self._last = frozenset(tail[-size:] for tail in tails for size in range(1, len(tail) + 1))
        return letters in self._last


class Side(dict[str, int]):
    """
    What may stand on one side of an anchor: the nearest letters to the forms that they don't rule out, a bit each.

    Args:
        nearest: For each form the words next to the anchor, and what the slot beside them takes, -1 for none.
        supply: The number of what a slot takes to its names.
        ahead: The side after the anchor.
    """

    __slots__ = ("_ahead", "_nearest", "_supply")

    def __init__(self, nearest: Iterable[tuple[str, int]], supply: Callable[[int], Fillers], *, ahead: bool) -> None:
        super().__init__()
        self._nearest: Sequence[tuple[str, int]] = tuple(nearest)
        self._supply = supply
        self._ahead = ahead

    def __missing__(self, letters: str) -> int:
        known: dict[tuple[str, int], bool] = {}
        bits = 0
        for place, near in enumerate(self._nearest):
            if near not in known:
                known[near] = self._fits(letters, *near)
            bits |= known[near] << place
        if len(self) >= _REMEMBERED:
            self.clear()
        self[letters] = bits
        return bits

    def _fits(self, letters: str, words: str, supply: int) -> bool:
        size = len(words)
        if size >= len(letters):  # or the text ends there, which the parser sees
            return words.startswith(letters) if self._ahead else words.endswith(letters)
        if self._ahead:
            return letters.startswith(words) and (supply < 0 or self._supply(supply).may_begin(letters[size:]))
        rest = letters[: len(letters) - size]
        return letters.endswith(words) and (supply < 0 or self._supply(supply).may_end(rest))


def _all(lengths: Mapping[str, Sequence[int]], edges: Iterable[str]) -> Sequence[int]:
    """The lengths for all of some edges, each once."""
    return [length for edge in dict.fromkeys(edges) if edge for length in lengths.get(edge, ())]


def _remember(known: dict[str, Sequence[int]], letters: str, lengths: Sequence[int]) -> Sequence[int]:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[letters] = lengths
    return lengths
