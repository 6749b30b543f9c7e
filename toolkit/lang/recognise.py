"""
Which of our languages a text is in, told by its script, its diacritics and its small words.

Newspapers mix: an English story is full of Phạm Quang Hiệu and Hà Nội, a Japanese one of Latin letters. So words in
small letters decide, which are the language's own, and a name only where there is nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from toolkit.lang.languages import LANGUAGES

if TYPE_CHECKING:
    from toolkit.lang.record import Language

#: More than this tells nothing new, and the text may be a book.
_SAMPLE = 20_000

#: A tenth of the words must speak for a language; four tenths that its spelling forbids speak against it.
_TOLD = 0.1
_EXCLUDED = -0.4

#: A word as short as this may be a unit: km, kWh.
_SYMBOL = 3

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+")


def recognise(text: str) -> str | None:
    """
    The code of the language that *text* is written in.

    Args:
        text: An article, a paragraph, a headline; any normal form.

    Returns:
        A code of :data:`toolkit.lang.LANGUAGES`, or None when it cannot be told: figures, a lone name, Vietnamese
        typed without its diacritics, another language's script.

    >>> recognise("Đại sứ Phạm Quang Hiệu gặp Thống đốc Hiroshima.")
    'vi'
    >>> recognise("Ambassador Phạm Quang Hiệu met the governor in Hà Nội.")
    'en'
    >>> recognise("ファム・クアン・ヒエウ駐日大使（Phạm Quang Hiệu）"), recognise("Hiroshima")
    ('ja', None)
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    by_script = _by_script(sample)
    if by_script is not None:
        return by_script
    words = _LATIN_WORD.findall(sample)
    own = [word for word in words if word.islower()]
    return _by_words(own, least=1) or _by_words([word.lower() for word in words], least=3)


def _by_script(sample: str) -> str | None:
    """A script that only one language writes: a fifth of the letters is enough, a name in brackets is less."""
    letters = sum(map(str.isalpha, sample))
    for record in LANGUAGES.values():
        if record.script and letters:
            own = sum(map(len, re.findall(f"[{record.script}]+", sample)))
            if own * 5 >= letters:
                return record.code
    return None


def _by_words(words: list[str], least: int) -> str | None:
    """The language that *words* show by marked letters and small words; None if they don't, or are under *least*."""
    if not words:
        return None
    scores = {record.code: _score(record, words) for record in LANGUAGES.values() if record.spaced}
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _TOLD:
        return best if list(scores.values()).count(scores[best]) == 1 else None
    # A headline may hold no small word at all: then the one language is left whose spelling allows these words.
    left = [code for code, score in scores.items() if score > _EXCLUDED]
    return left[0] if len(left) == 1 and len(words) >= least else None


def _score(record: Language, words: list[str]) -> float:
    """The share of words that could only be this language's, less the share that cannot be."""
    marked = re.compile(f"[{record.marked}]") if record.marked else None
    shape = re.compile(record.word_shape) if record.word_shape else None
    score = 0
    for word in words:
        if word in record.small_words or (marked and marked.search(word)):
            score += 1
        elif shape and len(word) > _SYMBOL and not shape.fullmatch(word):
            score -= 1
    return score / len(words)
