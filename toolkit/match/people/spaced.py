"""People in a language that writes spaces: capitals in a row, an honorific before them, a surname behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.match.boundary import opens_sentence, word_after, word_before
from toolkit.match.people.risk import GIVEN, NATIVE, PLACE, SURNAME

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from toolkit.lang.people import PeopleFacts

_ARTICLES = frozenset({"a", "an"})
_MACRONS = str.maketrans("āīūēō", "aiueo")
#: Given and middle names before a surname's place are at most this many.
_CHAIN = 3
#: So many words are remembered.
_REMEMBERED = 10_000


class Spaced:
    """
    The rules of one language.

    Args:
        facts: Its words.
        patterns: ``romaji``, and ``syllable`` where the words of the language have a shape of their own.
        given: Given names, levelled.
        names_at: Whether a name that the glossary knows starts at an offset of a levelled text.
    """

    def __init__(
        self,
        facts: PeopleFacts,
        patterns: Mapping[str, re.Pattern[str]],
        given: frozenset[str],
        names_at: Callable[[str, int], bool],
    ) -> None:
        self._facts = facts
        self._romaji, self._syllable = patterns["romaji"], patterns.get("syllable")
        self._given = given | facts.first_names
        self._names_at = names_at
        self._ordinary: dict[str, bool] = {}

    def is_person(self, risk: int, text: str, low: str, start: int, end: int) -> bool:
        """Whether a name that may be a person's is one; the arguments are those of :meth:`People.is_other`."""
        if not risk & GIVEN and self._is_alone(text, low, start, end):
            return False
        near = risk & NATIVE or text[start - 1 : start] == " "
        if near and risk & PLACE and self._after_person(risk, text, low, start, end):
            return True
        return bool(risk & GIVEN and self._before_surname(text, low, start, end))

    def is_native(self, low: str) -> bool:
        """Whether every syllable is one that the language's own names are made of; a foreign name is in no chain."""
        return self._syllable is not None and all(self._syllable.fullmatch(syllable) for syllable in low.split(" "))

    def beside_name(self, text: str, start: int, end: int, places: list[int]) -> bool:
        """Whether something written like a person's name stands right beside a title."""
        for at in (end, *(end + place for place in places)):
            after, _ = word_after(text, at)
            if after[:1].isupper() and (at != end or not places):
                return True
        before, begin = word_before(text, start)
        return before[:1].isupper() and before[-1:].isalnum() and not opens_sentence(text, begin)

    def _is_alone(self, text: str, low: str, start: int, end: int) -> bool:
        """Whether an ordinary word stands before, and no other capital after, as nearly always."""
        if text[start - 1 : start] != " " or not self._is_ordinary(text[text.rfind(" ", 0, start - 1) + 1 : start - 1]):
            return False
        return text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper() or " " in low[start:end]

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word before a name is one of everyday, and no honorific."""
        known = self._ordinary.get(word)
        if known is None:
            if len(self._ordinary) >= _REMEMBERED:
                self._ordinary.clear()
            known = self._ordinary[word] = word.islower() and word.isalpha() and word not in self._facts.before
        return known

    def _after_person(self, risk: int, text: str, low: str, start: int, end: int) -> bool:
        """Whether an honorific, a given name or a surname stands before."""
        before, begin = word_before(text, start)
        facts = self._facts
        native = risk & NATIVE
        if before:
            first = before[0]
            key = before.lower()
            if key in facts.before:
                return self._syllable is not None or first.isupper()
            if first.isupper() and before[-1] not in ",;:)":
                if self._syllable is not None:
                    if native and self._in_chain(text, start, end, before, begin):
                        return True
                elif key in self._given and not before.isupper():
                    return True
                if risk & SURNAME and not native and self._is_given(low, before, begin):
                    return True
                if self._syllable is None and " " in low[start:end] and key in facts.surnames:
                    return True
        # A syllable alone in front of another capital is the first of a longer name: Đức Huy, Mỹ Linh
        if native and " " not in low[start:end]:
            return self._first_of_name(text, low, end, before)
        return False

    def _is_given(self, low: str, before: str, begin: int) -> bool:
        """Whether the word before what is a surname too is a given name: an initial, or Japanese by its shape."""
        if len(before) == 2 and before[1] == ".":
            return True
        if len(before) <= 2 or not self._romaji.fullmatch(before.lower().translate(_MACRONS)):
            return False
        return before[1:].islower() and before.lower() not in self._facts.openers and not self._names_at(low, begin)

    def _in_chain(self, text: str, start: int, end: int, before: str, begin: int) -> bool:
        """Whether the capitals before the hit are a person's or a longer place's."""
        assert self._syllable is not None
        facts = self._facts
        chain: list[tuple[str, int]] = []
        word, at = before, begin
        while word and word[0].isupper() and len(chain) < _CHAIN:
            if word[-1] in ",;:.)" or (len(word) > 1 and word.isupper()) or not self._syllable.fullmatch(word.lower()):
                break
            chain.append((word.lower(), at))
            word, at = word_before(text, at)
        if (
            chain
            and (chain[-1][0] in facts.openers or chain[-1][0] in facts.heads)
            and (opens_sentence(text, chain[-1][1]) or chain[-1][0] in facts.heads)
        ):
            # What opens a sentence has its capital from there; what opens an organisation's name explains the others
            if chain[-1][0] in facts.heads:
                return False
            chain.pop()
        if not chain:
            return False
        if any(name in facts.surnames for name, _ in chain):
            return True
        if word and word.lower() in facts.heads:
            return False
        return " " not in text[start:end] and word.lower() not in facts.heads

    def _first_of_name(self, text: str, low: str, end: int, before: str) -> bool:
        assert self._syllable is not None
        after, at = word_after(text, end)
        if not after or not after[0].isupper() or (len(after) > 1 and after.isupper()):
            return False
        if not self._syllable.fullmatch(after.lower()) or before.lower() in self._facts.patrons:
            return False
        return not self._names_at(low, at)

    def _before_surname(self, text: str, low: str, start: int, end: int) -> bool:
        """Whether a surname follows what may be a given name, or an article makes a state of it (a Georgia pond)."""
        before, _ = word_before(text, start)
        if before.lower() in _ARTICLES:
            return True
        after, at = word_after(text, end)
        return bool(after) and after[0].isupper() and after[1:2].islower() and not self._names_at(low, at)
