"""
Whether what looks like a place is a person, or a word that opens a sentence.

Newspapers help: they write an honorific or an office beside a person's name, and capitals in a row. The words for that
are facts of a language (:mod:`toolkit.lang.people`); which names are doubtful is the glossary's knowledge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.cache.patterns import compile_all
from toolkit.lang import language
from toolkit.lang.lists import any_of
from toolkit.lang.people import people_facts
from toolkit.match.boundary import opens_sentence, word_before
from toolkit.match.people.risk import GIVEN, INITIAL, NATIVE, PLACE, SHOUT, SURNAME
from toolkit.match.people.spaced import Spaced
from toolkit.match.people.unspaced import DOT, Unspaced

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DOT", "GIVEN", "INITIAL", "NATIVE", "PLACE", "SHOUT", "SURNAME", "People"]

#: Separators of a list: in "Anh, Pháp và Đức" the first name is none of a person.
_LIST = r"\s*(?:,|và|and|-|–|/|&)\s*"
_KANJI = "[一-鿿々]{1,3}"
_FULL = "[一-鿿々ぁ-んァ-ヶ]{1,4}?"
#: The syllables of Japanese in Latin letters, and its long vowels.
_ROMAJI = r"(?:(?:[kgnhbpmr]y?|[sztdjfwy]|sh|ch|ts)?[aiueo]|n(?![aiueoy])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p))+"


class People:
    """
    The rules of one language.

    Args:
        lang: Its code.
        given: Given names, levelled.
        names_at: Whether a name that the glossary knows starts at an offset of a levelled text.
        is_name: Whether the glossary knows a levelled name.
    """

    def __init__(
        self,
        lang: str,
        given: frozenset[str],
        names_at: Callable[[str, int], bool],
        is_name: Callable[[object], bool],
    ) -> None:
        facts = people_facts(lang)
        sources = {
            "list": _LIST,
            "kanji": _KANJI,
            "full": _FULL,
            "romaji": _ROMAJI,
            "syllable": language(lang).word_shape,
            "after": any_of(facts.after),
            "always": any_of(facts.always),
            "after_full": any_of(facts.after_full),
        }
        patterns = compile_all(f"people.{lang}", {name: (source, 0) for name, source in sources.items() if source})
        self._list, self._always = patterns["list"], patterns.get("always")
        self._names_at = names_at
        self._patrons = facts.patrons
        #: See :class:`toolkit.lang.people.PeopleFacts`.
        self.tails = facts.tails
        self.links = facts.links
        #: First letters of what no place is called by.
        self.addresses = frozenset(word[0] for word in facts.always)
        self._generic = frozenset(tail[0] for tail in self.tails)
        self._spaced = Spaced(facts, patterns, given, names_at) if language(lang).spaced else None
        self._unspaced = Unspaced(facts, patterns, is_name)

    def is_generic(self, form: str) -> bool:
        """Whether *form* ends in a word that no person's name ends in: 山口県."""
        return form[-1:] in self._generic

    def is_native(self, low: str) -> bool:
        """Whether every syllable is one that the language's own names are made of; a foreign name is in no chain."""
        return self._spaced is not None and self._spaced.is_native(low)

    def is_other(self, risk: int, text: str, low: str, start: int, end: int) -> bool:
        """
        Whether the hit is no place.

        Args:
            risk: What it may be mistaken for.
            text: The text, NFC.
            low: The same, levelled.
            start: First code point of the hit.
            end: One past the last.
        """
        if risk & (INITIAL | SHOUT) and (
            (risk & INITIAL and opens_sentence(text, start)) or self._shouting(text, start, end)
        ):
            return not (self._listed(low, end) or word_before(text, start)[0].lower() in self._patrons)
        return (self._spaced or self._unspaced).is_person(risk, text, low, start, end)

    def is_middle_name(self, low: str, start: int, end: int) -> bool:
        """Whether it stands between the dots of a longer name and in no list: ビン of ハマド・ビン・ハリファ."""
        return self._unspaced.is_middle_name(low, start, end)

    def is_addressed(self, text: str, end: int) -> bool:
        """Whether what ends at *end* is called as people alone are: ゴア氏."""
        return self._always is not None and self._always.match(text, end) is not None

    def beside_name(self, text: str, start: int, end: int, places: list[int]) -> bool:
        """
        Whether something written like a person's name stands right beside a title.

        Args:
            text: The text.
            start: First code point of the title.
            end: One past its last.
            places: Where a name of something else that follows the title ends, counted from *end*.
        """
        if self._spaced is not None:
            return self._spaced.beside_name(text, start, end, places)
        return self._unspaced.beside_name(text, start, end)

    def _shouting(self, text: str, start: int, end: int) -> bool:
        """Whether the hit is in capitals among capitals: a headline."""
        if end - start < 2 or not text[start:end].isupper() or not text[max(0, start - 12) : end + 12].isupper():
            return False
        # Where words are not spaced, all else counts as capitals: WHOの報告
        return self._spaced is not None or any(
            char.isascii() and char.isalpha() for char in text[max(0, start - 2) : start] + text[end : end + 2]
        )

    def _listed(self, low: str, end: int) -> bool:
        """Whether another known name follows in a list."""
        separator = self._list.match(low, end)
        return separator is not None and separator.end() > end and self._names_at(low, separator.end())
