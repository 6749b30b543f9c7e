"""What is no more than a slip of the hand: a mistyped word, a word twice, a name without its diacritics."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from toolkit.catalog.update.words import HIRAGANA
from toolkit.lang import language
from toolkit.lang.meaning import meaning
from toolkit.normalize import fold, plain


def stuttered(keys: list[str], start: int, end: int) -> bool:
    """Whether these words stand there twice in a row."""
    size = end - start
    piece = keys[start:end]
    if piece in (keys[start - size : start] if start >= size else None, keys[end : end + size]):
        return True
    word = piece[0] if size == 1 else ""
    return bool(word) and (start > 0 and keys[start - 1].endswith(word) and len(word) > 1)


#: The same syllables twice, at least two of them, so that no word with a doubled syllable is hit.
_TWICE = re.compile(rf"([{HIRAGANA}]{{2,6}})\1")


def stammered(one: str, other: str) -> bool:
    """Whether *one* is *other* with something twice, in a script without spaces: 強化するする."""
    return one != other and _TWICE.sub(r"\1", one) == other


def typing_mistake(one: str, other: str, lang: str) -> bool:
    """
    Whether two folded words are one word, once mistyped.

    Only what cannot be another word of the language counts: a doubtful case is an edit, and a person looks at it.

    >>> typing_mistake("goverment", "government", "en"), typing_mistake("county", "country", "en")
    (True, False)
    >>> typing_mistake("tac", "tác", "vi"), typing_mistake("mua", "mưa", "vi")
    (True, False)
    """
    facts = meaning(lang)
    if {one, other} & facts.negations or (one, other) in facts.opposites:
        return False
    if facts.misspelt:
        wrong = re.compile(facts.misspelt)
        return plain(one) == plain(other) and bool(wrong.fullmatch(one)) != bool(wrong.fullmatch(other))
    if not language(lang).spaced:
        return one.replace("ー", "") == other.replace("ー", "")
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= 3:  # an ending: another number or tense
        return False
    if any(long == prefix + short for prefix in facts.prefixes):
        return False
    distance = OSA.distance(one, other)
    if distance > (1 if len(short) < 9 else 2) or (len(short) < 5 and sorted(one) != sorted(other)):
        return False
    if one[:-2] == other[:-2] and sorted(one) != sorted(other) and distance > 0 and one[-1] != other[-1]:
        return False
    return not _both_real(one, other, facts.real)


def _both_real(one: str, other: str, real: frozenset[str]) -> bool:
    """Whether both are words: as they stand, or without an ending they share."""
    for ending in ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly"):
        if one.endswith(ending) and other.endswith(ending):
            stems = (one.removesuffix(ending), other.removesuffix(ending))
            if all(stem in real or stem + "e" in real for stem in stems):
                return True
    return False


def respelt(one: str, other: str, lang: str) -> bool:
    """
    Whether a name was only given its diacritics: Pham Quang Hieu, Phạm Quang Hiệu.

    Where the diacritics are the language's own, Hai and Hải are two men, and one word is too little to tell.
    """
    if fold(one) == fold(other):
        return True
    if plain(one) != plain(other) or not (one.isascii() or other.isascii()):
        return False
    changed = sum(a != b for a, b in zip(one.split(), other.split(), strict=False))
    return changed > 1 or not language(lang).marked
