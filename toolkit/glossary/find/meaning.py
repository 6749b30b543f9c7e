"""What a hit of the automaton means where it stands, worked out once a surface and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.find.reading import PLACE, Reading
from toolkit.match import people as risks
from toolkit.match.boundary import is_katakana, is_unit, is_word, touch
from toolkit.match.case import agrees, capitals
from toolkit.match.people import DOT, People

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.fillers import Anchor
    from toolkit.glossary.find.lexicon import Lexicon
    from toolkit.glossary.find.slots import Slots
    from toolkit.lang import Language
    from toolkit.match.automaton import Automaton

    #: How sure a hit is, its term and meanings, where anchors stand in it, and all about it.
    Settled = tuple[int, Term | None, tuple[Concept, ...], tuple[tuple[int, int, Anchor], ...], Reading]

#: So many surfaces are remembered, and so many with their neighbours: a text that tries them all shall not fill memory.
_REMEMBERED = 50_000
#: So many letters after a refused hit are looked at for what it may hide.
_NEAR = 6

#: What a hit between two neighbours is: a name; a name unless it is a person or another word; none, but it may hide
#: another; none at all.
SURE, ASK, REFUSED, BARE = range(4)
_NOTHING = Reading([], 0)
#: Most hits in a text: letters within a word.
NOTHING: Settled = (BARE, None, (), (), _NOTHING)
#: The letter after the second neighbour decides as well.
WIDER: Settled = (BARE, None, (), (), Reading([], 0))
#: Nothing, unless the name before it ends right there.
TOUCHING: Settled = (BARE, None, (), (), Reading([], 1))


class Meanings:
    """
    The meanings of the spellings of one language.

    Args:
        lexicon: The spellings.
        automaton: What finds them.
        slots: The patterns: their fixed words are found too.
        language: The record of the language.
    """

    def __init__(self, lexicon: Lexicon, automaton: Automaton, slots: Slots, language: Language) -> None:
        self._lexicon = lexicon
        self._automaton = automaton
        self._slots = slots
        self._keys = lexicon.keys
        self._spaced = language.spaced
        self._longest = max(map(len, slots.anchors), default=0)
        self._inner: dict[int, tuple[tuple[int, int, Anchor], ...]] = {}
        self._hidden: dict[str, tuple[bool, bool, tuple[int, ...]]] = {}
        self._doubtful: dict[str, bool] = {}
        #: Whether two letters that touch belong to one word.
        self.joined = _within_word if self._spaced else touch
        self._surfaces: dict[str, Reading | None] = {}
        #: Surface with the character before and the one after it to its meaning, where nothing else matters.
        self.settled: dict[str, Settled] = {}
        given = frozenset(key for key, risk in lexicon.risky.items() if risk & risks.GIVEN)
        self.people = People(language.code, given, self._names_at, self._automaton.numbers.__contains__)

    def settle(self, key: int, text: str, low: str, start: int, end: int, last: int) -> Settled:
        """What a hit means between its two neighbours, remembered where these decide, or one more after them."""
        before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
        surface = text[start:end]
        known = f"{before}{surface}{after}"
        touching = False
        if self._spaced:
            lasting = before != "." or not surface[0].islower()
            stands = is_word(text, start, end)
            if lasting and after == "." and surface[-1].islower():
                # The end of a sentence or of an address?
                self._remember(known, WIDER)
                known += text[end + 1 : end + 2] or " "
        else:
            touching = touch(low[start - 1 : start], low[start])
            lasting = not touching and not touch(low[end - 1], low[end : end + 1])
            stands = lasting or is_unit(self._automaton, low, start, end, last)
        reading = self.reading(key, surface) if stands else None
        anchors = self.anchors_in(key) if stands else ()
        entry: Settled
        if reading is None:
            names, words, reaching = self._hidden.get(surface) or self._look_inside(key, surface)
            if names or reaching or (words and not anchors):
                entry = (REFUSED, None, (), anchors, _NOTHING)
            else:
                entry = (BARE, None, (), anchors, _NOTHING) if anchors else NOTHING
        else:
            cut = not self._spaced and (
                low[end - 1 : end + 1] in self.people.tails
                or (reading.place and (not lasting or after in self.people.addresses or before == after == DOT))
            )
            entry = (ASK if reading.risk or cut else SURE, reading.term, reading.concepts, anchors, reading)
        if lasting:
            self._remember(known, entry)
        elif touching and entry is NOTHING and start != last:
            self._remember(known, TOUCHING)
        return entry

    def _remember(self, known: str, entry: Settled) -> None:
        if len(self.settled) >= _REMEMBERED:
            self.settled.clear()
        self.settled[known] = entry

    def reading(self, key: int, surface: str) -> Reading | None:
        """What a surface may mean, remembered; None if its capitals are wrong."""
        known = self._surfaces.get(surface, _NOTHING)
        if known is _NOTHING:
            known = self._read(key, surface)
            if len(self._surfaces) >= _REMEMBERED:
                self._surfaces.clear()
            self._surfaces[surface] = known
        return known

    def is_other(self, reading: Reading, text: str, low: str, start: int, end: int) -> bool:
        """Whether a hit that may be a place is a person, an ordinary word, or part of a longer name."""
        if reading.risk and self.people.is_other(reading.risk, text, low, start, end):
            return True
        return not self._spaced and (
            (reading.place and (self.people.is_addressed(text, end) or self.people.is_middle_name(low, start, end)))
            or self._is_cut(reading, low, start, end)
        )

    def hides(self, key: int, text: str, low: str, start: int, end: int, anchors: Sequence[object]) -> bool:
        """
        Whether a refused hit hides a name or the fixed words of a pattern.

        Args:
            key: What was found.
            text: The text, NFC.
            low: The same, levelled.
            start: First code point of the hit.
            end: One past its last.
            anchors: The fixed words in the hit that are known already.
        """
        surface = text[start:end]
        names, words, reaching = self._hidden.get(surface) or self._look_inside(key, surface)
        if names or (words and not anchors):
            return True
        if not reaching:
            return False
        if self._automaton.is_compiled:
            # What follows nearly always tells that no name begins here
            near = low[start : end + _NEAR]
            doubtful = self._doubtful.get(near)
            if doubtful is None:
                doubtful = any(self._automaton.opens(near[place:]) for place in reaching)
                if len(self._doubtful) >= _REMEMBERED:
                    self._doubtful.clear()
                self._doubtful[near] = doubtful
            if not doubtful:
                return False
        hits = (self._automaton.longest(low, start + place, len(low)) for place in reaching)
        return any(hit is not None and hit[2] > end for hit in hits)

    def _look_inside(self, key: int, surface: str) -> tuple[bool, bool, tuple[int, ...]]:
        """Whether names, and fixed words of patterns, end in a surface; where one may begin in it that ends later."""
        size = len(surface)
        held = [
            (inner, surface[first:final])
            for inner, first, final in self._automaton.held(key, self.joined)
            if not self._spaced or final == size or is_word(surface, first, final)
        ]
        names = any(self.reading(inner, part) is not None for inner, part in held)
        words = any(self.anchors_in(inner) for inner, _ in held)
        if len(self._hidden) >= _REMEMBERED:
            self._hidden.clear()
        found = self._hidden[surface] = names, words, self._automaton.reaching(key, self.joined)
        return found

    def anchors_in(self, key: int) -> tuple[tuple[int, int, Anchor], ...]:
        """Where in a key the fixed words of a pattern stand: 県議会, itself listed, hides the 議会 of 山口県議会."""
        known = self._inner.get(key)
        if known is None:
            text, anchors, spaced = self._keys[key], self._slots.anchors, self._spaced
            size = len(text)
            known = self._inner[key] = tuple(
                (first, final, self._slots.anchor(text[first:final]))
                for first in range(size if anchors else 0)
                if not (spaced and first and text[first - 1].isalnum())
                for final in range(first + 1, min(size, first + self._longest) + 1)
                if text[first:final] in anchors and (not spaced or is_word(text, first, final))
            )
        return known

    def _read(self, key: int, surface: str) -> Reading | None:
        """What *surface*, a spelling of a key in some case and width, may mean; None if its capitals are wrong."""
        fit = [s for s in self._lexicon.spellings(key) if agrees(surface, s.form, capitals(s.form, s.case), s.case)]
        reading = None
        if fit:
            risk = 0
            for spelling in fit:
                if spelling.concept is None:
                    continue
                surname = "surname" in spelling.concept.hints
                if surname or spelling.concept.subject.startswith(PLACE):
                    risk |= risks.PLACE
                    if surname and not self.people.is_generic(spelling.form):
                        risk |= risks.SURNAME
            doubts = self._lexicon.risky.get(self._keys[key], 0)
            risk |= doubts if risk else doubts & (risks.INITIAL | risks.SHOUT)
            if risk and self.people.is_native(self._keys[key]):
                risk |= risks.NATIVE
            if not self._spaced:
                risk &= ~risks.PLACE  # nothing but a surname or a given name is mistaken there
            reading = Reading(fit, risk)
        return reading

    def _names_at(self, low: str, at: int) -> bool:
        """Whether a known name starts at *at*."""
        hit = self._automaton.longest(low, at, len(low))
        return hit is not None and self._lexicon.names(hit[0]) and is_word(low, at, hit[2])

    def _is_cut(self, reading: Reading, low: str, start: int, end: int) -> bool:
        """Whether a name is only part of a longer one: ベルリン of ベルリンオリンピック, 日本国 of 日本国内."""
        if low[end - 1 : end + 1] in self.people.tails and low[start : end - 1] in self._automaton.numbers:
            return True
        if not reading.place or not is_katakana(low[end - 1]) or not is_katakana(low[end : end + 1] or " "):
            return False
        # A state and a place in it may stand together: ベトナムハノイ市
        hit = self._automaton.longest(low, end, len(low))
        following = self._lexicon.spellings(hit[0]) if hit is not None else []
        states = {concept.country for concept in reading.concepts if concept.country}
        return not any(s.concept is not None and s.concept.country in states for s in following)


def _within_word(one: str, _: str) -> bool:
    """Whether two neighbours are letters of one word where words are spaced; an apostrophe may be a key's first."""
    return one.isalnum()
