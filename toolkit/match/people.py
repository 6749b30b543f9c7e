"""
Whether what looks like a place is a person, or a word that opens a sentence.

Newspapers help: they write an honorific or an office beside a person's name, and capitals in a row. The words for that
are facts of a language (:mod:`toolkit.lang.people`); which names are doubtful is the glossary's knowledge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.cache.patterns import compile_all
from toolkit.lang import language
from toolkit.lang.people import people_facts
from toolkit.match.boundary import is_katakana, opens_sentence, word_after, word_before

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a surface may be mistaken for; numbers that add up, since this is asked at every hit.
PLACE = 1
INITIAL = 2
GIVEN = 4
SURNAME = 8
SHOUT = 16
#: Not a doubt, but a fact about the form: its syllables are the language's own, so it may be part of a person's name.
NATIVE = 32

#: Separators of a list: in "Anh, Pháp và Đức" the first name is none of a person.
_LIST = r"\s*(?:,|và|and|-|–|/|&)\s*"
_KANJI = "[一-鿿々]{1,3}"
_FULL = "[一-鿿々ぁ-んァ-ヶ]{1,4}?"
_ARTICLES = frozenset({"a", "an"})
#: The syllables of Japanese in Latin letters, and its long vowels.
_ROMAJI = r"(?:(?:[kgnhbpmr]y?|[sztdjfwy]|sh|ch|ts)?[aiueo]|n(?![aiueoy])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p))+"
_MACRONS = str.maketrans("āīūēō", "aiueo")
#: Given and middle names before a surname's place are at most this many.
_CHAIN = 3
#: So many words are remembered.
_REMEMBERED = 10_000


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
        self._facts = people_facts(lang)
        self._spaced = language(lang).spaced
        shape = language(lang).word_shape
        after, always, full = map(_any_of, (self._facts.after, self._facts.always, self._facts.after_full))
        sources = {
            "list": _LIST,
            "kanji": _KANJI,
            "full": _FULL,
            "romaji": _ROMAJI,
            "syllable": shape,
            "after": after,
            "always": always,
            "after_full": full,
        }
        patterns = compile_all(f"people.{lang}", {name: (source, 0) for name, source in sources.items() if source})
        self._list, self._kanji = patterns["list"], patterns["kanji"]
        self._full, self._romaji = patterns["full"], patterns["romaji"]
        self._syllable = patterns.get("syllable")
        #: See :class:`toolkit.lang.people.PeopleFacts`.
        self.tails = self._facts.tails
        self.links = self._facts.links
        self._generic = frozenset(tail[0] for tail in self.tails)
        self._given = given | self._facts.first_names
        self._ordinary: dict[str, bool] = {}
        self._names_at = names_at
        self._is_name = is_name
        self._after = patterns.get("after")
        self._always = patterns.get("always")
        #: First letters of what no place is called by.
        self.addresses = frozenset(word[0] for word in self._facts.always)
        self._after_full = patterns.get("after_full")

    def is_generic(self, form: str) -> bool:
        """Whether *form* ends in a word that no person's name ends in: 山口県."""
        return form[-1:] in self._generic

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
            return not (self._listed(low, end) or word_before(text, start)[0].lower() in self._facts.patrons)
        if not self._spaced:
            if risk & SURNAME and (self._is_surname(text, end) or self._is_again(text, start, end)):
                return True
            return bool(risk & (GIVEN | SURNAME)) and self._is_dotted(low, start, end, last=not risk & GIVEN)
        if not risk & GIVEN and text[start - 1 : start] == " ":
            # Nearly always an ordinary word stands before, and no other capital after
            word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
            ordinary = self._ordinary.get(word)
            if ordinary is None:
                if len(self._ordinary) >= _REMEMBERED:
                    self._ordinary.clear()
                ordinary = self._ordinary[word] = word.islower() and word.isalpha() and word not in self._facts.before
            if ordinary and (
                text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper() or " " in low[start:end]
            ):
                return False
        near = risk & NATIVE or text[start - 1 : start] == " "
        if near and risk & PLACE and self._after_person(risk, text, low, start, end):
            return True
        return bool(risk & GIVEN and self._before_surname(text, low, start, end))

    def _is_again(self, text: str, start: int, end: int) -> bool:
        """Whether one who acts here was named in full before: 山口勝平は…山口も."""
        if text[end : end + 1] not in _ACTS:
            return False
        name = text[start:end]
        at = text.find(name, 0, start)
        return at >= 0 and self._is_surname(text, at + len(name))

    def _shouting(self, text: str, start: int, end: int) -> bool:
        """Whether the hit is in capitals among capitals: a headline."""
        if end - start < 2 or not text[start:end].isupper() or not text[max(0, start - 12) : end + 12].isupper():
            return False
        # Where words are not spaced, all else counts as capitals: WHOの報告
        return self._spaced or any(
            char.isascii() and char.isalpha() for char in text[max(0, start - 2) : start] + text[end : end + 2]
        )

    def _is_dotted(self, low: str, start: int, end: int, *, last: bool) -> bool:
        """Whether a middle dot joins a katakana name to more katakana: チャド・スミス, a surname only as the *last*."""
        if not is_katakana(low[start]):
            return False
        before, after = _beside(low, start, end)
        return (bool(before) and not self._is_name(before)) or (not last and bool(after))

    def is_middle_name(self, low: str, start: int, end: int) -> bool:
        """Whether it stands between the dots of a longer name and in no list: ビン of ハマド・ビン・ハリファ."""
        around = _beside(low, start, end)
        return all(around) and not any(map(self._is_name, around))

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
        if self._spaced:
            for at in (end, *(end + place for place in places)):
                after, _ = word_after(text, at)
                if after[:1].isupper() and (at != end or not places):
                    return True
            before, begin = word_before(text, start)
            return before[:1].isupper() and before[-1:].isalnum() and not opens_sentence(text, begin)
        if text[start - 1 : start] in _CLOSED:  # 文在寅（ムン・ジェイン）大統領
            start = max(0, *(text.rfind(char, 0, start) for char in _OPEN))
        before, after = text[start - 1 : start], text[end : end + 1]
        return bool(before and (is_katakana(before) or (self._kanji.match(before) and before not in _RANKS))) or (
            bool(after) and is_katakana(after)
        )

    def _listed(self, low: str, end: int) -> bool:
        """Whether another known name follows in a list."""
        separator = self._list.match(low, end)
        return separator is not None and separator.end() > end and self._names_at(low, separator.end())

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

    def is_native(self, low: str) -> bool:
        """Whether every syllable is one that the language's own names are made of; a foreign name is in no chain."""
        return self._syllable is not None and all(self._syllable.fullmatch(syllable) for syllable in low.split(" "))

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

    def _is_surname(self, text: str, end: int) -> bool:
        """Whether a title or a given name follows."""
        if self._after is not None and self._after.match(text, end):
            return True
        facts = self._facts
        run = self._kanji.match(text, end)
        if run is None:
            return self._is_full(text, end)
        name = run.group()
        if any(name.startswith(word) for word in facts.no_given):
            return False
        if self._is_full(text, end):
            return True
        after = text[run.end() : run.end() + 1]
        if "一" <= after <= "鿿":
            return False
        return name in facts.given_alone if len(name) == 1 else facts.given.issuperset(name)

    def _is_full(self, text: str, end: int) -> bool:
        """Whether a given name of whatever letters and a personal title follow: 千葉すずさん."""
        if self._after_full is None:
            return False
        for size in range(1, 5):
            name = self._full.match(text, end)
            if name is None:
                return False
            if self._after_full.match(text, end + size):
                given = text[end : end + size]
                return not any(given.startswith(word) for word in self._facts.no_given) and not set(given) & _PARTICLES
        return False


#: What stands between the parts of a foreign name.
DOT = "・"


def _beside(low: str, start: int, end: int) -> tuple[str, str]:
    """The katakana that dots join to a stretch, before and after it."""
    first, final = start, end
    if start and low[start - 1] == DOT:
        first = start - 1
        while first and is_katakana(low[first - 1]):
            first -= 1
    if low[end : end + 1] == DOT:
        final = end + 1
        while final < len(low) and is_katakana(low[final]):
            final += 1
    return low[first : max(first, start - 1)], low[end + 1 : final]


_OPEN, _CLOSED = "（(", ("）", ")")
#: Characters before a title that say which one, not whose.
_RANKS = frozenset("前元副新現次旧各同両国州県市大正")
#: What follows somebody who does something; a place is more often gone to.
_ACTS = frozenset("はがも")
_PARTICLES = frozenset("のはがをにとでもへや")


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
