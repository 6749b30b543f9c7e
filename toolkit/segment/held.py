"""Spans in which no sentence ends: brackets in the middle of a sentence, quotations that stay whole, names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.segment.pairs import QUOTES, pairs
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable


_STOP = "[.!?…。！？｡．]"


def with_stops(terms: Iterable[str]) -> tuple[str, ...]:
    """
    The terms that hold a terminator, for ``split(protect=…)``: of a glossary, ``モーニング娘。`` and ``TP. Vinh``.

    >>> with_stops(["Yahoo!", "Hà Nội", "Yahoo!"])
    ('Yahoo!',)
    """
    return tuple(sorted({term for term in terms if re.search(_STOP, term)}))


#: Whether a sentence begins behind a place of a text.
Starts = Callable[[str, int], bool]


@dataclass(slots=True)
class Held:
    """
    What holds a paragraph together, asked from left to right.

    Attributes:
        spans: First and last place of each span, and whether it gives way where a sentence begins, in order.
    """

    spans: list[tuple[int, int, bool]]
    _index: int = field(default=0, init=False)
    _until: int = field(default=-1, init=False)

    @classmethod
    def of(cls, text: str, keep: bool, protect: Iterable[str], starts: Starts) -> Held | None:
        """
        The spans of *text*, None if there are none.

        A bracket in the middle of a sentence holds; one that begins with a sentence is a paragraph in brackets, and
        sentences end in it. A quotation holds if *keep* says so. A phrase of *protect* always does, and behind it too
        unless *starts* sees a sentence begin there.
        """
        found = [(start, end, text[start] not in QUOTES) for start, end in pairs(text, keep)]
        return cls._with(found, text, protect, starts)

    @classmethod
    def of_phrases(cls, text: str, protect: Iterable[str]) -> Held | None:
        """Only the phrases of *protect*, where brackets are met in another way."""
        return cls._with([], text, protect, None)

    @classmethod
    def _with(
        cls, found: list[tuple[int, int, bool]], text: str, protect: Iterable[str], starts: Starts | None
    ) -> Held | None:
        for phrase in protect:
            at = text.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                # A name that ends in its mark may end the sentence too, where the next one clearly begins
                found.append((at, end - 1 if starts and starts(text, end) else end, False))
                at = text.find(phrase, end)
        found.sort()
        return cls(found) if found else None

    def holds(self, start: int, end: int) -> bool:
        """Whether the sentence that began at *start* can't end at *end*; ask with rising numbers."""
        spans, index = self.spans, self._index
        while index < len(spans) and spans[index][0] < end:
            first, last, gives_way = spans[index]
            if last > self._until and not (gives_way and first == start):
                self._until = last
            index += 1
        self._index = index
        return end <= self._until
