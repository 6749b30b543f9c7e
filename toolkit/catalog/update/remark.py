"""What differs between two versions of a sentence, in words for a person."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.catalog.update.words import WORD, loose
from toolkit.lang import language
from toolkit.lang.meaning import meaning

#: ... the same for what a remark shows: figures stay whole, with their marks.
_SHOWN = re.compile(rf"[-−]?\d[\d.,:/]*\d[%％]?|\d[%％]?|{WORD.pattern}")


_QUOTED = "“{}” → “{}”"


def remark_of(old: str, new: str) -> str:
    """
    The words that differ, without what stands before and behind them unchanged.

    >>> remark_of("Profit rose 3% in May.", "Profit fell 3% in May.")
    '“rose” → “fell”'
    """
    head, tail = frame(old, new)
    gone, come = old[head : len(old) - tail].strip(), new[head : len(new) - tail].strip()
    return _QUOTED.format(_clipped(gone), _clipped(come))


def frame(old: str, new: str, margin: int = 0) -> tuple[int, int]:
    """How much the two share in front and behind, in whole words, less a *margin* of characters."""
    inside, within = _inner(old), _inner(new)
    head = max(0, _shared(old, new) - margin)
    while head in inside or head in within:
        head -= 1
    tail = max(0, _shared(old[head:][::-1], new[head:][::-1]) - margin)
    while len(old) - tail in inside or len(new) - tail in within:
        tail -= 1
    return head, tail


@lru_cache(maxsize=4096)
def _inner(text: str) -> frozenset[int]:
    """The places inside a word or a figure, where a remark must not cut."""
    return frozenset(place for word in _SHOWN.finditer(text) for place in range(word.start() + 1, word.end()))


def _shared(one: str, other: str) -> int:
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size


def _clipped(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:38]} … {text[-38:]}"


def turned(old: str, new: str, lang: str) -> str:
    """A word of warning where an edit turned the sentence round."""
    facts = meaning(lang)
    mine, theirs = set(loose(old).split()), set(loose(new).split())
    gone, come = mine - theirs, theirs - mine
    if (gone | come) & facts.negations or (
        not language(lang).spaced and any(n in w for w in gone ^ come for n in facts.negations)
    ):
        return ", a negation"
    if any((one, other) in facts.opposites for one in gone for other in come):
        return ", an opposite"
    return ""
