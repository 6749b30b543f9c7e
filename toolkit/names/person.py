"""Whether words in a row are written like the name of a Vietnamese or a Japanese person."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from toolkit.names.japanese import in_katakana
from toolkit.names.katakana import transcribe
from toolkit.names.syllable import bare, common, named, parse, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Syllables of a full name: family, one or two in the middle, given.
_LONGEST = 5
#: Letters of the shortest part of a Japanese name that is told by its letters alone.
_SHORTEST = 3


def is_vietnamese(words: Sequence[str]) -> bool:
    """
    Whether the words are written like a full Vietnamese name: a family name and one to four syllables.

    Two syllables may as well be a place: Hà is a family name, and Hà Nội none.

    >>> [is_vietnamese(name.split()) for name in ("Nguyễn Minh Vũ", "Nguyen Minh Vu", "Yoyogi Park")]
    [True, True, False]
    """
    if not 2 <= len(words) <= _LONGEST or not all(word[:1].isupper() and word.isalpha() for word in words):
        return False
    families = _families()
    plain = all(word.isascii() for word in words)
    first = bare(words[0]) if plain else named(words[0])
    if first not in (_bare_families() if plain else families):
        return False
    read = (lambda word: bool(parse(word) or readings(word))) if plain else (lambda word: parse(word) is not None)
    return all(map(read, words))


def is_japanese(words: Sequence[str]) -> bool:
    """
    Whether the words are written like a romanised Japanese name: two parts, both of Japanese syllables.

    No Japanese name begins with P, and none ends in -ia: Punta Eugenia is in Mexico.

    >>> is_japanese(["Obuchi", "Yuko"]), is_japanese(["Yoyogi", "Park"]), is_japanese(["Minh", "Hoa"])
    (True, False, False)
    """
    return (
        len(words) == 2
        and all(word[:1].isupper() and word[1:].islower() and len(word) >= _SHORTEST for word in words)
        and all(word.isascii() and in_katakana(word) for word in words)
        and not any(word[0] == "P" or word.endswith("ia") or "eu" in word.lower() for word in words)
    )


def is_syllable(word: str) -> bool:
    """
    Whether a word is one Vietnamese syllable with all its diacritics.

    >>> is_syllable("Tuấn"), is_syllable("Harlem")
    (True, False)
    """
    return parse(word) is not None


def is_family(katakana: str) -> bool:
    """
    Whether a Vietnamese family name is written so in Japanese.

    >>> is_family("ヴォー"), is_family("ボ"), is_family("ジョー")
    (True, True, False)
    """
    return katakana in _family_forms()


@cache
def _family_forms() -> frozenset[str]:
    return frozenset(form for word, (family, _) in common().items() if family for form in transcribe(word))


@cache
def _families() -> frozenset[str]:
    return frozenset(named(word) for word, (family, _) in common().items() if family)


@cache
def _bare_families() -> frozenset[str]:
    return frozenset(map(bare, _families()))


def goes_by_family(name: str) -> bool:
    """
    Whether a Vietnamese is known by the family name: ホー主席, Uncle Hồ. Everybody else goes by the given name.

    >>> goes_by_family("Hồ Chí Minh"), goes_by_family("Phạm Minh Chính")
    (True, False)
    """
    return named(name) in _BY_FAMILY


#: ISO codes of the countries, beside Viet Nam, whose people put the family name first.
FAMILY_FIRST = frozenset(("CN", "HK", "HU", "JP", "KP", "KR", "MO", "SG", "TW"))

#: Source: Vietnamese and Japanese usage alike (Chủ tịch Hồ, ホー主席), as in the encyclopedias of both languages.
_BY_FAMILY = frozenset(map(named, ("Hồ Chí Minh", "Ho Chi Minh")))
