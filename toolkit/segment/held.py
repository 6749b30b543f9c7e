"""Spans in which no sentence ends: brackets in the middle of a sentence, quotations that stay whole, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.segment.pairs import QUOTES, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def spans(text: str, keep: bool, protect: Iterable[str]) -> list[tuple[int, int, bool]]:
    """
    What holds *text* together: first and last place of each span, and whether it gives way where a sentence begins.

    A bracket in the middle of a sentence holds; one that begins with a sentence is a paragraph in brackets, and
    sentences end in it.
    """
    found = [(start, end, text[start] not in QUOTES) for start, end in pairs(text, keep)]
    for phrase in protect:
        at = text.find(phrase)
        while at >= 0:
            found.append((at, at + len(phrase), False))
            at = text.find(phrase, at + len(phrase))
    found.sort()
    return found


def outside(cuts: Iterable[tuple[int, int]], held: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int]]:
    """Those of *cuts*, in order, that no span holds back."""
    start = index = 0
    until = -1
    for cut in cuts:
        end = cut[0]
        while index < len(held) and held[index][0] < end:
            first, last, gives_way = held[index]
            if last > until and not (gives_way and first == start):
                until = last
            index += 1
        if end > until:
            start = cut[1]
            yield cut
