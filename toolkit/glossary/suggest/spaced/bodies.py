"""Institutions, places, events and documents: by the word that says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spaced.people import People
from toolkit.glossary.suggest.spaced.words import HEAD, JOINED
from toolkit.lang.naming import KINDS
from toolkit.match.boundary import opens_sentence
from toolkit.names.person import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.suggest.spot import Spot

#: Words of an institution's name in small letters that may stand in a row: "Xúc tiến thương mại và đầu tư".
_SMALL = 4


def _is_word(match: Match) -> bool:
    """Whether a match is a common noun or an office, which bodies are made of."""
    return all(concept.subject.partition(".")[0] in ("term", "title") for concept in match.concepts)


class Names(People):
    """A sentence that is searched for everything that has a name."""

    def others(self) -> Iterator[Spot]:
        """Every name but those of people; to be asked after :meth:`people`, whose words are taken."""
        at = 0
        while at < len(self.tokens):
            found = None
            if at not in self.taken:
                found = self._headed(at) if self.facts.heads_first else None
                found = found or self._run(at)
            if found is None:
                at += 1
                continue
            first, last, kind, sure = found
            if kind and self._is_new(first, last, kind, sure=sure):
                yield self.spot(first, last, kind, sure=sure)
            at = last + 1

    def _is_new(self, first: int, last: int, kind: str, *, sure: bool) -> bool:
        """Whether something of it is no known name, and more than a word of its kind."""
        if self.known.at(self.tokens[first].start, self.tokens[last].end) or self._is_common(first, last):
            return False
        fresh = [
            token
            for at, token in enumerate(self.tokens[first : last + 1], first)
            if token.capital and not self.covered(at) and token.low not in self.facts.stops and not token.text.isdigit()
        ]
        if kind == "institution" and sure and self._is_body(first, last):
            return True
        if not fresh:
            return False
        if self.facts.heads_first and sure:
            # Beyond its kind something must be new, or it ties two known names: Tầm nhìn của ASEAN về …
            tied = sum(token.low in self.facts.particles for token in self.tokens[first : last + 1]) > 1
            return tied or any(token.start > self._head_end(first) for token in fresh)
        return last > first or kind in ("", "place") or fresh[0].low not in self.kinds

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a kind and known things make a body that is not known: Trường Đại học Otaru."""
        at = first if self.facts.heads_first else self._head_at(first, last)
        head = self.tokens[at]
        named = [m for m in self.known.matches if m.start <= head.start < m.end and not _is_word(m)]
        things = [token for i, token in enumerate(self.tokens[first : last + 1], first) if token.capital and i != at]
        return not named and any(token.low not in self.facts.stops | self.kinds for token in things)

    def _head_at(self, first: int, last: int) -> int:
        """Where the word stands that says what a name is the name of."""
        inside = range(first, last + 1)
        cut = next((i for i in inside if self.tokens[i].low in self.facts.particles), last + 1)
        return next((i for i in reversed(range(first, cut)) if self.tokens[i].low in self.kinds), first)

    def _is_common(self, first: int, last: int) -> bool:
        return self.span(first, last).lower() in self.facts.common

    def _headed(self, at: int) -> tuple[int, int, str, bool] | None:
        """A name that opens with its kind: công viên Yoyogi, Sở Văn hóa và Thể thao Hà Nội."""
        for size in range(HEAD, 0, -1):
            row = self.tokens[at : at + size]
            if len(row) < size or any(self.gap(i) != " " for i in range(at, at + size)):
                continue
            head = " ".join(token.low for token in row)
            kind = next((kind for kind in KINDS if head in getattr(self.facts, kind)), "")
            if not kind or not (kind == "place" or row[0].capital):
                continue
            after = at + size
            if kind != "place" and after < len(self.tokens) and self.tokens[after].low in self.facts.particles:
                after += 1  # Tầm nhìn của ASEAN
            if head in self.facts.loose:
                after = self._first_capital(after)
            last = self._capitals(after) if kind == "place" else self._body(after)
            if last is not None and not (kind != "place" and self._split_title(at)):
                return at, last, kind, True
        return None

    def _first_capital(self, at: int) -> int:
        """The first capital behind a kind that takes words in small letters first: Hội hữu nghị Hokkaido."""
        small = range(at, min(at + _SMALL, len(self.tokens)))
        for i in small:
            token = self.tokens[i]
            if token.capital or token.low in self.facts.stops | self.facts.particles or self.gap(i) != " ":
                return i
        return at

    def _head_end(self, at: int) -> int:
        """Where the kind ends that opens a name at a token."""
        for size in range(HEAD, 0, -1):
            row = self.tokens[at : at + size]
            if len(row) == size and " ".join(token.low for token in row) in self.kinds:
                return row[-1].start
        return self.tokens[at].start - 1

    def _split_title(self, at: int) -> bool:
        """Whether the kind is the second half of an office: Bộ trưởng, Chủ tịch Hội đồng."""
        return bool(self.known.at(self.tokens[at].start, self.tokens[at].end))

    def _capitals(self, at: int) -> int | None:
        """The last of the words with a capital that begin at *at*."""
        last = None
        while at < len(self.tokens) and at not in self.taken and self.tokens[at].capital:
            last = at
            if self.gap(at) != " ":
                break
            at += 1
        return last

    def _body(self, at: int) -> int | None:
        """The last word of an institution's name whose kind ends before *at*; small letters may stand in it."""
        if at >= len(self.tokens) or at in self.taken or not self.tokens[at].capital:
            return None
        first = last = at
        small = 0
        while at + 1 < len(self.tokens) and self.gap(at) in JOINED:
            at += 1
            token = self.tokens[at]
            before = self.tokens[at - 1]
            if at in self.taken or (token.low in self.facts.stops and not token.capital and not self._second(at)):
                break
            if before.low in self.facts.particles and not before.capital and self._opens(at):
                break  # Bộ Ngoại giao và Bộ Quốc phòng
            if token.capital:
                last, small = at, 0
                continue
            small += 1
            if small > _SMALL:
                break
        return self._whole_word(last, at_head=last == first)

    def _opens(self, at: int) -> bool:
        """Whether the kind of another name begins at a token, which a name of its own follows."""
        for size in range(1, HEAD + 1):
            row, after = self.tokens[at : at + size], at + size
            kind = " ".join(token.low for token in row) in self.facts.institution | self.facts.place
            if kind and after < len(self.tokens) and self.tokens[after].capital:
                return True
        return False

    def _second(self, at: int) -> bool:
        """Whether a token is the second half of a word, or of a pair: Xúc tiến, nhỏ và vừa."""
        before = self.tokens[at - 1]
        return f"{before.low} {self.tokens[at].low}" in self.facts.compounds or before.low in self.facts.particles

    def _whole_word(self, last: int, *, at_head: bool) -> int:
        """The end of the word of which a token with a capital is the first syllable."""
        match = self.known.at(self.tokens[last].start, self.tokens[last].end)
        behind = last + 1
        if match is not None:
            while behind < len(self.tokens) and self.tokens[behind].end <= match.end:
                behind += 1
            return behind - 1
        if behind >= len(self.tokens) or self.gap(last) != " " or self.tokens[behind].capital:
            return last
        low = self.tokens[behind].low
        if f"{self.tokens[last].low} {low}" in self.facts.compounds:
            return behind
        lone = at_head or not self.tokens[last - 1].capital
        small = self.tokens[behind].text.isalpha() and low not in self.facts.stops | self.facts.particles
        return behind if lone and small else last

    def _run(self, at: int) -> tuple[int, int, str, bool] | None:
        """Words with a capital from *at* on, particles between them."""
        if not self.tokens[at].capital or self.tokens[at].text.isdigit():
            return None
        if opens_sentence(self.text, self.tokens[at].start) and self._opener(at):
            return None  # the next word may open a name
        first = at
        last = self._extend(first)
        while first < last and self._is_title(first):
            first += 1
        kind = self._kind(first, last)
        if kind:
            return (first, last, kind, True) if last > first else (first, last, "", False)
        if self.facts.heads_first and last == first and opens_sentence(self.text, self.tokens[first].start):
            return None
        before = self.tokens[first - 1].low if first else ""
        kind = "place" if before in self.facts.near else "term"
        if first == last and is_syllable(self.tokens[first].text):
            return first, last, "", False  # a given name, or half a word
        if opens_sentence(self.text, self.tokens[first].start) and first == last:
            kind = ""
        return first, last, kind, False

    def _opener(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in self.person_facts.openers:
            return True
        # A capital that only opens the sentence: the next word is no part of the name.
        return self.facts.heads_first and not self._next_capital(at)

    def _next_capital(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.gap(at) in JOINED and self.tokens[at + 1].capital

    def _is_title(self, at: int) -> bool:
        match = self.known.at(self.tokens[at].start, self.tokens[at].end)
        return match is not None and any(concept.subject.startswith("title") for concept in match.concepts)

    def _extend(self, first: int) -> int:
        last = first
        while True:
            at = last + 1
            bridge: list[str] = []
            if last + 1 >= len(self.tokens) or self.gap(last) not in JOINED:
                return last
            while at < len(self.tokens) and self.tokens[at].low in self.facts.particles and len(bridge) < 3:
                if not self.tokens[at].capital:
                    bridge.append(self.tokens[at].low)
                elif self.gap(at) in JOINED:
                    break
                at += 1
            if at >= len(self.tokens) or at in self.taken or not self.tokens[at].capital:
                return last
            if any(self.gap(i) not in JOINED for i in range(last, at)):
                return last
            if bridge and not self._bridges(first, last, bridge, at):
                return last
            last = at

    def _bridges(self, first: int, last: int, bridge: list[str], at: int) -> bool:
        """Whether particles join two parts of one name: Chamber of Commerce and Industry, not Việt Nam and Japan."""
        inside = {token.low for token in self.tokens[first : last + 1]}
        if "and" in bridge or "và" in bridge:
            if self._ends_in_kind(at):
                return False  # Otaru University of Commerce and Jozankei Temple
            fresh = not self.covered(at) and not self.covered(last) and self.tokens[at].low not in self.kinds
            return bool(inside & self.facts.particles) and fresh
        if self.facts.heads_first or ("on" in bridge and self.tokens[at].low in self.facts.stops):
            return False
        return self.tokens[last].low in self.kinds and not {"in", "to"} & set(bridge)

    def _ends_in_kind(self, at: int) -> bool:
        """Whether the words with a capital from *at* on are a name with its own kind."""
        while at + 1 < len(self.tokens) and self.gap(at) == " " and self.tokens[at + 1].capital:
            at += 1
        return self.tokens[at].low in self.kinds

    def _kind(self, first: int, last: int) -> str:
        """What the words name, told by the word that says so; the last of the part before a particle counts first."""
        if self.facts.heads_first:
            return ""
        lows = [token.low for token in self.tokens[first : last + 1]]
        cut = next((i for i, low in enumerate(lows) if low in self.facts.particles), len(lows))
        for low in (*reversed(lows[:cut]), *reversed(lows[cut:])):
            for kind in KINDS:
                if low in getattr(self.facts, kind):
                    return kind
        return ""
