"""Names in a language that separates words and gives names a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.suggest.spot import PERSON, Spot
from toolkit.lang.naming import KINDS, naming_facts
from toolkit.lang.people import people_facts
from toolkit.match.boundary import opens_sentence
from toolkit.names.person import is_japanese, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.suggest.spot import Known
    from toolkit.lang.naming import NamingFacts

_WORD = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_ABBREVIATION = re.compile(r"\s?\(([A-Z][A-Za-z&\-]{1,9})\)")
_JOINED = frozenset((" ", "-", "–", " - ", " – ", " & "))

#: Words of an institution's name in small letters that may stand in a row: "Xúc tiến thương mại và đầu tư".
_SMALL = 4
#: Words of the longest kind: "bộ tư lệnh quân khu".
_HEAD = 3
#: Parts of a person's name.
_NAME = (5, 4, 3, 2)


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def spots(text: str, lang: str, known: Known) -> Iterator[Spot]:
    """
    Every name in a sentence that the glossary does not have.

    Args:
        text: The sentence, NFC.
        lang: Code of its language.
        known: What the glossary finds in it.
    """
    sentence = _Sentence(text, lang, known)
    if not sentence.shouts:
        yield from sentence.people()
        yield from sentence.others()


class _Sentence:
    def __init__(self, text: str, lang: str, known: Known) -> None:
        self.text, self.lang, self.known = text, lang, known
        self.facts: NamingFacts = naming_facts(lang)
        self.person_facts = people_facts(lang)
        self.tokens = []
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match.group())
            self.tokens.append(_Token(word, match.start(), match.start() + len(word)))
        self.taken: set[int] = set()
        capitals = sum(token.capital for token in self.tokens)
        #: A headline all in capitals, or with a capital on every word, tells no names.
        self.shouts = capitals > 3 and capitals >= 0.85 * len(self.tokens)

    def gap(self, at: int) -> str:
        """What stands between a token and the next one."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start] if at + 1 < len(self.tokens) else "."

    def covered(self, at: int) -> bool:
        return self.known.touches(self.tokens[at].start, self.tokens[at].end)

    def span(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def spot(self, first: int, last: int, kind: str, *, sure: bool = True) -> Spot:
        """The tokens from *first* to *last* as a name; they are taken."""
        self.taken.update(range(first, last + 1))
        start, end = self.tokens[first].start, self.tokens[last].end
        short = _ABBREVIATION.match(self.text, end)
        return Spot(self.text[start:end], self.lang, kind, start, end, sure, short.group(1) if short else "")

    # People

    def people(self) -> Iterator[Spot]:
        at = 0
        while at < len(self.tokens):
            size = self._person(at)
            if size:
                yield self.spot(at, at + size - 1, PERSON)
            at += size or 1

    def _person(self, at: int) -> int:
        """How many tokens from *at* on are a person's name."""
        if not self.tokens[at].capital or self._kind_before(at):
            return 0
        for size in _NAME:
            words = self._row(at, size)
            if not words or any(self.known.at(self.tokens[i].start, self.tokens[i].end) for i in (at, at + size - 1)):
                continue
            if at + size < len(self.tokens) and self.gap(at + size - 1) in _JOINED:
                after = self.tokens[at + size]
                if after.capital and (after.low in self.facts.place or not self.covered(at + size)):
                    continue
            if words[0].lower() in self.person_facts.before:
                continue  # Ông Võ Văn Minh: Ông is a family name as well
            if is_vietnamese(words) or self._other_person(at, size, words):
                return size
        return 0

    def _row(self, at: int, size: int) -> list[str]:
        """*size* words with a capital, a space between each two."""
        row = self.tokens[at : at + size]
        joined = len(row) == size and all(self.gap(i) == " " for i in range(at, at + size - 1))
        return [token.text for token in row] if joined and all(token.capital for token in row) else []

    def _other_person(self, at: int, size: int, words: list[str]) -> bool:
        lows = {word.lower() for word in words}
        if lows & (self.facts.stops | self._kinds | self.person_facts.openers) or any(map(str.isupper, words)):
            return False
        before = self.tokens[at - 1] if at and self.gap(at - 1) == " " else None
        start, end = self.tokens[at].start, self.tokens[at + size - 1].end
        titled = self.known.title_before(self.text, start) or bool(
            before and (before.low in self.person_facts.before or before.text.rstrip(".").lower() in self._titles)
        )
        if is_japanese(words):
            return titled or before is None or not before.capital or self.covered(at - 1)
        if size > 3 or before is not None and before.capital and not titled:
            return False
        return titled or self.known.title_after(self.text, end)

    @property
    def _titles(self) -> frozenset[str]:
        return self.person_facts.before

    @property
    def _kinds(self) -> frozenset[str]:
        return self.facts.institution | self.facts.place | self.facts.event | self.facts.term

    def _kind_before(self, at: int) -> bool:
        """Whether the word before makes a name something else than a person: Đại học Nguyễn Tất Thành, phố Lê Lợi."""
        if not self.facts.heads_first or not at or self.covered(at - 1):
            return False
        lows = [token.low for token in self.tokens[max(0, at - _HEAD) : at]]
        return any(" ".join(lows[i:]) in self._kinds for i in range(len(lows)))

    # Everything else

    def others(self) -> Iterator[Spot]:
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
        if self.known.at(self.tokens[first].start, self.tokens[last].end):
            return False
        fresh = [
            token
            for at, token in enumerate(self.tokens[first : last + 1], first)
            if token.capital and not self.covered(at) and token.low not in self.facts.stops and token.text.isalpha()
            or "-" in token.text and token.capital and not self.covered(at)
        ]
        if not fresh:
            return False
        if self.facts.heads_first and sure:
            # Beyond its kind something must be new, or it ties two known names: Tầm nhìn của ASEAN về …
            tied = sum(token.low in self.facts.particles for token in self.tokens[first : last + 1]) > 1
            return tied or any(token.start > self._head_end(first) for token in fresh)
        return last > first or kind in ("", "place") or fresh[0].low not in self._kinds

    def _headed(self, at: int) -> tuple[int, int, str, bool] | None:
        """A name that opens with its kind: công viên Yoyogi, Sở Văn hóa và Thể thao Hà Nội."""
        for size in range(_HEAD, 0, -1):
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
            last = self._capitals(after) if kind == "place" else self._body(after)
            if last is not None and not (kind != "place" and self._split_title(at)):
                return at, last, kind, True
        return None

    def _head_end(self, at: int) -> int:
        """Where the kind ends that opens a name at a token."""
        for size in range(_HEAD, 0, -1):
            row = self.tokens[at : at + size]
            if len(row) == size and " ".join(token.low for token in row) in self._kinds:
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
        """The last word of an institution's name whose kind ends before *at*: words in small letters may stand in it."""
        if at >= len(self.tokens) or at in self.taken or not self.tokens[at].capital:
            return None
        last, small = at, 0
        while at + 1 < len(self.tokens) and self.gap(at) in _JOINED:
            at += 1
            token = self.tokens[at]
            if at in self.taken or (token.low in self.facts.stops and not token.capital):
                break
            if token.capital:
                last, small = at, 0
                continue
            small += 1
            if small > _SMALL:
                break
        behind = last + 1
        # A word of two syllables has one capital: Ngoại giao. Of two capitals, the second ends a name: Hà Nội.
        if (
            behind < len(self.tokens)
            and self.gap(last) == " "
            and not self.tokens[last - 1].capital
            and not self.tokens[behind].capital
            and self.tokens[behind].low not in self.facts.stops | self.facts.particles
            and self.tokens[behind].text.isalpha()
            and not self.covered(last)
        ):
            last = behind
        return last

    def _run(self, at: int) -> tuple[int, int, str, bool] | None:
        """Words with a capital from *at* on, particles between them."""
        if not self.tokens[at].capital or self.tokens[at].text.isdigit():
            return None
        first = at
        if opens_sentence(self.text, self.tokens[at].start) and self._opener(at):
            first = at + 1
            if first >= len(self.tokens) or first in self.taken or not self.tokens[first].capital:
                return None
            if self.gap(at) not in _JOINED:
                return None
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
        return at + 1 < len(self.tokens) and self.gap(at) in _JOINED and self.tokens[at + 1].capital

    def _is_title(self, at: int) -> bool:
        match = self.known.at(self.tokens[at].start, self.tokens[at].end)
        return match is not None and any(concept.subject.startswith("title") for concept in match.concepts)

    def _extend(self, first: int) -> int:
        last = first
        while True:
            at, bridge = last + 1, []
            if last + 1 >= len(self.tokens) or self.gap(last) not in _JOINED:
                return last
            while at < len(self.tokens) and self.tokens[at].low in self.facts.particles and len(bridge) < 3:
                if not self.tokens[at].capital:
                    bridge.append(self.tokens[at].low)
                elif self.gap(at) in _JOINED:
                    break
                at += 1
            if at >= len(self.tokens) or at in self.taken or not self.tokens[at].capital:
                return last
            if any(self.gap(i) not in _JOINED for i in range(last, at)):
                return last
            if bridge and not self._bridges(first, last, bridge, at):
                return last
            last = at

    def _bridges(self, first: int, last: int, bridge: list[str], at: int) -> bool:
        """Whether particles join two parts of one name: Chamber of Commerce and Industry, not Việt Nam and Japan."""
        inside = {token.low for token in self.tokens[first : last + 1]}
        if "and" in bridge or "và" in bridge:
            return bool(inside & self.facts.particles) and not self.covered(at) and not self.covered(last)
        if self.facts.heads_first:
            return False
        return self.tokens[last].low in self._kinds and not {"in", "to"} & set(bridge)

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
