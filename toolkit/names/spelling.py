"""The way back: Vietnamese spellings that may stand behind a name in katakana."""

from __future__ import annotations

from functools import cache
from heapq import nlargest
from itertools import product
from math import log2

from toolkit.names.katakana import plain, written
from toolkit.names.syllable import Syllable, common, onsets, parse, rimes

#: Most spellings that help.
MOST = 8

#: What each part may stand for before the parts are combined: enough to hold the right one, few enough to multiply.
_PER_PART = 6


def spellings(katakana: str) -> list[str]:
    """
    Vietnamese names that may be written so in Japanese.

    Args:
        katakana: The name; its parts are divided by ・ or spaces.

    Returns:
        At most eight spellings, those of the most common syllables first; a syllable that names hardly hold comes
        without its tone, since nothing tells which. Empty if a part can be no Vietnamese syllable.

    >>> spellings("ファム・クアン・ヒエウ")[:2]
    ['Phạm Quang Hiếu', 'Phạm Quang Hiệu']
    """
    parts = katakana.replace("・", " ").replace("･", " ").replace("＝", " ").split()
    choices = [_choices(plain(part), at == 0) for at, part in enumerate(parts)]
    if not choices or not all(choices):
        return []
    ranked = nlargest(MOST, product(*choices), key=lambda row: sum(weight for weight, _ in row))
    return [" ".join(word for _, word in row) for row in ranked]


@cache
def _choices(key: str, family: bool) -> list[tuple[float, str]]:
    """Weight and spelling of each syllable with this key, the best first."""
    found: list[tuple[float, str]] = []
    for syllable in _index().get(key, ()):
        known = [
            (_weight(counts[not family], counts[family]), word)
            for word, counts in common().items()
            if parse(word) == syllable
        ]
        found += known or [(-6.0, _spell(syllable).capitalize())]
    return nlargest(_PER_PART, found)


def _weight(here: int, elsewhere: int) -> float:
    """How common a syllable is where it stands, on a scale that can be added up; less if only known elsewhere."""
    return log2(1 + here) if here else (0.5 if elsewhere else 0.0)


def _spell(syllable: Syllable) -> str:
    onset = "" if syllable.onset == "-" else syllable.onset
    if onset == "c" and syllable.rime.startswith("u") and syllable.rime[1:2] in "êyâ":
        return "q" + syllable.rime
    if onset == "c" and syllable.rime[0] in "eêiy":
        return "k" + syllable.rime
    return onset + (syllable.rime[1:] if onset == "gi" and syllable.rime.startswith("i") else syllable.rime)


@cache
def _index() -> dict[str, list[Syllable]]:
    """Key -> syllables that any house writes so."""
    found: dict[str, list[Syllable]] = {}
    for onset in onsets():
        for rime in rimes():
            syllable = Syllable(onset, rime)
            if "/" not in onset and _is_written(syllable):
                form = written(syllable, "person", "mofa", frozenset(), None)
                found.setdefault(plain(form), []).append(syllable)
    return found


def _is_written(syllable: Syllable) -> bool:
    """Whether the dictionary writes it: hiêu, not hyêu; quang, not quuang."""
    doubled = syllable.onset != "-" and syllable.rime[0] == "y" and len(syllable.rime) > 1
    return not doubled and parse(_spell(syllable)) == syllable
