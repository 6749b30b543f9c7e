"""People: Vietnamese and Japanese names by their letters, others by the office beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spaced.words import HEAD, JOINED, Sentence
from toolkit.glossary.suggest.spot import PERSON
from toolkit.names.person import is_japanese, is_syllable, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.suggest.spot import Spot

#: Parts of a person's name, the longest first.
_NAME = (5, 4, 3, 2)


class People(Sentence):
    """A sentence that is searched for people."""

    def people(self) -> Iterator[Spot]:
        """Every full name of a person that the glossary does not have."""
        at = 0
        while at < len(self.tokens) - 1:
            size = self._person(at) if self.tokens[at].capital and self.tokens[at + 1].capital else 0
            if size:
                yield self.spot(at, at + size - 1, PERSON)
            at += size or 1

    def _person(self, at: int) -> int:
        """How many tokens from *at* on are a person's name."""
        longest = self._row(at)
        if longest < _NAME[-1] or self.known_at(at) or self._kind_before(at):
            return 0
        for size in _NAME:
            if size > longest or self.known_at(at + size - 1):
                continue
            words = [token.text for token in self.tokens[at : at + size]]
            if at + size < len(self.tokens) and self.gap(at + size - 1) in JOINED:
                after = self.tokens[at + size]
                if after.capital and (after.low in self.facts.place or not self.covered(at + size)):
                    continue
            if words[0].lower() in self.person_facts.before:
                continue  # Ông Võ Văn Minh: Ông is a family name as well
            if self._vietnamese(at, words) or self._other_person(at, size, words):
                return size
        return 0

    def _vietnamese(self, at: int, words: list[str]) -> bool:
        """Of two words, any may be half a place or a title: Hà Nội, Hoàng Thái tử. Then an office must stand before."""
        return is_vietnamese(words) and (len(words) > 2 or self._titled(at))

    def _titled(self, at: int) -> bool:
        """Whether an office or an honorific stands right before a token."""
        if self.known.title_before(self.text, self.tokens[at].start):
            return True
        if not at or self.gap(at - 1) not in (" ", ". "):
            return False
        low = self.tokens[at - 1].low
        return low in self.person_facts.before or low in self.facts.titles

    def _row(self, at: int) -> int:
        """How many words with a capital stand in a row, a space between each two; no more than a name has."""
        size = 1
        while (
            size < _NAME[0]
            and at + size < len(self.tokens)
            and self.tokens[at + size].capital
            and self.gap(at + size - 1) == " "
        ):
            size += 1
        return size

    def known_at(self, at: int) -> bool:
        """Whether a known name holds all of a token."""
        return self.known.at(self.tokens[at].start, self.tokens[at].end) is not None

    def _other_person(self, at: int, size: int, words: list[str]) -> bool:
        lows = {word.lower() for word in words}
        if lows & (self.facts.stops | self.kinds | self.person_facts.openers) or any(map(str.isupper, words)):
            return False
        before = self.tokens[at - 1] if at and self.gap(at - 1) == " " else None
        titled = self._titled(at)
        free = before is None or not before.capital or self.covered(at - 1)
        if is_japanese(words):
            return titled or free or self._ends_a_name(at - 1)
        if size > 3 or not (free or titled) or all(map(is_syllable, words)):
            return False  # Thủ tướng Nhật Bản: a name of Vietnamese syllables needs a Vietnamese family name
        return titled or self.known.title_after(self.text, self.tokens[at + size - 1].end)

    def _ends_a_name(self, at: int) -> bool:
        """Whether the token ends the name of something else: tỉnh Yamaguchi, Yamaguchi Prefecture."""
        if self.facts.heads_first:
            return at > 0 and self.tokens[at - 1].low in self.facts.place
        return self.tokens[at].low in self.kinds

    def _kind_before(self, at: int) -> bool:
        """Whether the word before makes a name something else than a person: Đại học Nguyễn Tất Thành, phố Lê Lợi."""
        if not self.facts.heads_first or not at or self.covered(at - 1):
            return False
        if self.tokens[at - 1].low in self.facts.levels and not self.tokens[at - 1].capital:
            return False
        lows = [token.low for token in self.tokens[max(0, at - HEAD) : at]]
        return any(" ".join(lows[i:]) in self.kinds for i in range(len(lows)))
