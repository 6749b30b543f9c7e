"""
The parts of a translation when its source was split, and the whole when sources were joined.

A translation is cut where a clause ends. Which cut is right is told by what both languages share: figures, dates, names
of the glossary, words in Latin letters; then by the lengths. Both halves are fuzzy, so a doubtful cut costs a look.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from toolkit.figures import find_dates, find_numbers
from toolkit.lang import language
from toolkit.lang.meaning import meaning
from toolkit.segment import split as sentences
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.catalog.update.words import Words

_END = re.compile(r"[.!?…。！？]+[\"”’』」)）]*$")
_MARKS = {";": 0.8, "；": 0.8, ":": 0.4, "：": 0.4, ",": 0.5, "，": 0.5, "、": 0.5, "—": 0.4, "–": 0.4}
_LATIN = re.compile(r"[A-ZÀ-Ỹ]\w+|[A-Z]{2,}")
#: How much larger or smaller than its source a part may be: languages differ, and below that a cut leaves a scrap.
_DISTORTION = 2.2
_TRIM = " \t,;:、；，：—–-"


@dataclass(frozen=True, slots=True)
class _Cut:
    left: int
    right: int
    weight: float


def divide(target: str, sources: Sequence[str], words: Words) -> list[str] | None:
    """
    Give each half of a source its part of the translation.

    Args:
        target: The translation of all *sources* together.
        sources: The sentences that the old source was split into, in order.
        words: The languages, the glossary and the day.

    Returns:
        One text for each source, or None where the translation has no place to be cut at.

    >>> from toolkit.catalog.update.words import Words
    >>> divide("Ông Hải thăm Tokyo, và bà Lan ở lại.", ["Mr Hải visited Tokyo.", "Ms Lan stayed."], Words("en", "vi"))
    ['Ông Hải thăm Tokyo.', 'Bà Lan ở lại.']
    """
    pieces = _divide(target, list(sources), words)
    if pieces is None:
        return None
    if not all(_proportionate(piece, source, target, sources) for piece, source in zip(pieces, sources, strict=True)):
        return None
    close = _END.search(target)
    return [_finished(piece, close[0] if close else "", words.target) for piece in pieces]


def _proportionate(piece: str, source: str, target: str, sources: Sequence[str]) -> bool:
    """Whether a piece is about as large a part of the translation as its source is of the sources."""
    share = len(source) / sum(map(len, sources))
    return share / _DISTORTION < len(piece) / len(target) < share * _DISTORTION


def _divide(target: str, sources: list[str], words: Words) -> list[str] | None:
    if len(sources) == 1:
        return [target]
    first, rest = sources[0], " ".join(sources[1:])
    cuts = _cuts(target, words.target)
    if not cuts:
        return None
    mine, theirs = _anchors(first, words, source=True), _anchors(rest, words, source=True)
    there = _anchors(target, words, source=False)
    share = len(first) / (len(first) + len(rest))

    def evidence(cut: _Cut) -> int:
        score = 0
        for key, place in there:
            left = place < cut.left
            ours, other = any(key == k for k, _ in mine), any(key == k for k, _ in theirs)
            if ours != other:
                score += 1 if left == ours else -1
        return score

    def likeness(cut: _Cut) -> float:
        return 2 * evidence(cut) + cut.weight - 3 * abs(cut.left / len(target) - share)

    best = max(cuts, key=likeness)
    worst = min(cuts, key=lambda cut: evidence(cut) - cut.weight / 10)
    if len(sources) == 2 and evidence(worst) <= -2 and evidence(best) <= 0:
        # The translation tells the two halves in the other order.
        return [target[worst.right :], target[: worst.left]]
    tail = _divide(target[best.right :], sources[1:], words)
    return None if tail is None else [target[: best.left], *tail]


def _cuts(target: str, lang: str) -> list[_Cut]:
    """Places where a clause or a sentence ends, the likelier ones with more weight."""
    spans = sentences(target, lang)
    found = {one.end: _Cut(one.end, other.start, 1.5) for one, other in pairwise(spans)}
    for place, char in enumerate(target):
        between_figures = target[place - 1 : place].isdigit() and target[place + 1 : place + 2].isdigit()
        if char in _MARKS and not between_figures and 0 < place < len(target) - 2:
            joined = any(target[place + 1 :].lstrip().lower().startswith(f"{j} ") for j in meaning(lang).joints)
            found.setdefault(place, _Cut(place, place + 1, _MARKS[char] + (0.3 if joined else 0)))
    if language(lang).spaced:
        for joint in meaning(lang).joints:
            for match in re.finditer(rf"\s{re.escape(joint)}\s", target):
                found.setdefault(match.start(), _Cut(match.start(), match.start() + 1, 0.2))
    return [found[place] for place in sorted(found)]


def _anchors(text: str, words: Words, *, source: bool) -> list[tuple[object, int]]:
    """What can be recognised in both languages, and where."""
    lang = words.source if source else words.target
    found: list[tuple[object, int]] = []
    for number in find_numbers(text, lang):
        found.append((number.value, number.start))
    for day in find_dates(text, lang, words.on):
        found.append((("date", day.month, day.day, day.weekday), day.start))
    if words.glossary is not None:
        for match in words.glossary.find(text, lang, words.on):
            found += [(concept.id, match.start) for concept in match.concepts]
    found += [(word[0], word.start()) for word in _LATIN.finditer(text)]
    return found


def _finished(piece: str, close: str, lang: str) -> str:
    """A clause as a sentence: without the joint it hung on, with a capital and a full stop."""
    text = piece.strip().strip(_TRIM).strip()
    for joint in sorted(meaning(lang).joints, key=len, reverse=True):
        after = text[len(joint) :]
        if text.lower().startswith(joint) and (not language(lang).spaced or after[:1].isspace()):
            text = after.lstrip(_TRIM)
            break
    if text and not _END.search(text):
        text += close
    return text[:1].upper() + text[1:]


def unite(targets: Sequence[str], lang: str) -> str:
    """
    The translation of sentences that were joined: one after the other, for a person to smooth.

    >>> unite(["雨が降った。", "風も吹いた。"], "ja")
    '雨が降った。風も吹いた。'
    """
    return language(lang).joiner.join(text.strip() for text in targets)
