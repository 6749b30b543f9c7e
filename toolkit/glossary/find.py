"""
Finding the names of concepts in a text.

All spellings of all terms of a language, and the words that swallow them, go into one automaton. It runs over the
levelled text; what it finds is put to the rules of :mod:`toolkit.match` only then, so that a text without names costs
no more than the automaton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.blocker import Kind, load_blockers
from toolkit.glossary.carry import Carrier
from toolkit.glossary.reading import PLACE, Match, Reading, Spelling, case_of, forms
from toolkit.glossary.slots import Slots
from toolkit.lang import language
from toolkit.match import people as risks
from toolkit.match.automaton import Automaton, walk
from toolkit.match.boundary import is_katakana, is_unit, is_word
from toolkit.match.case import Case, agrees, capitals
from toolkit.match.people import People
from toolkit.match.spelling import spellings
from toolkit.normalize import clean, is_usual, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.slots import Filled
    from toolkit.normalize import Clean

__all__ = ["Finder", "Match"]

_RISKS = {Kind.INITIAL: risks.INITIAL, Kind.GIVEN: risks.GIVEN, Kind.SURNAME: risks.SURNAME, Kind.SHOUT: risks.SHOUT}
#: A surface has few spellings in case; a text that tries them all shall not fill the memory.
_REMEMBERED = 64


#: A surface that nobody has asked about yet.
_UNREAD = Reading([], 0)


class Finder:
    """
    Finds the names of one language.

    Args:
        glossary: The concepts; the blockers of its folders are read here.
        lang: Code of the language.
    """

    def __init__(self, glossary: Glossary, lang: str) -> None:
        self.language = language(lang)
        self._spellings: dict[str, list[Spelling]] = {}
        self._risky: dict[str, int] = {}
        self._collect(glossary, lang)
        self._slots = Slots(glossary, self.language)
        for anchor in self._slots.anchors:
            self._spellings.setdefault(anchor, [])
        self._keys = list(self._spellings)
        self._inner: dict[int, tuple[tuple[int, int], ...]] = {}
        self._automaton = Automaton(self._keys)
        self._surfaces: list[dict[str, Reading | None]] = [{} for _ in self._keys]
        #: Keys of one word, inside which no other name can stand.
        self._atoms = [self.language.spaced and key.isalnum() for key in self._keys]
        given = frozenset(key for key, risk in self._risky.items() if risk & risks.GIVEN)
        self.carrier = Carrier(self.language)
        #: See :meth:`toolkit.glossary.carry.Carrier.spots`.
        self.spots = self.carrier.spots
        self._people = People(lang, given, self._names_at)

    def _collect(self, glossary: Glossary, lang: str) -> None:
        for blocker in load_blockers(glossary.folders):
            if blocker.lang != lang:
                continue
            if blocker.kind is Kind.SWALLOW:
                for form in spellings(blocker.text, self.language):
                    self._add(form, Case.NAME, None, None)
            else:
                key = level(blocker.text)
                self._risky[key] = self._risky.get(key, 0) | _RISKS[blocker.kind]
        for concept in glossary:
            if "lookup" in concept.hints:
                continue
            case = case_of(concept)
            for term in concept.terms:
                if term.lang == lang and not term.target_only:
                    for form in forms(term.text, case, self.language):
                        self._add(form, case, term, concept)

    def _add(self, form: str, case: Case, term: Term | None, concept: Concept | None) -> None:
        if key := level(form):
            self._spellings.setdefault(key, []).append(Spelling(form, case, term, concept))

    def find(
        self, text: str, on: date | None = None, *, within: Match | None = None, trusting: bool = False
    ) -> list[Match]:
        """
        Every name in a text.

        Args:
            text: In any normal form.
            on: The day it was written on: it decides between namesakes.
            within: The name that the whole text is: then only names of other things within it are found.
            trusting: Take a place for a place although it may be a person, or a word that opens a sentence.

        Returns:
            Matches in order, not overlapping, with offsets into *text* as given.
        """
        tidy = None
        if is_usual(text) and len(low := text.lower()) == len(text):
            pass
        else:
            tidy = clean(text)
            text = tidy.text
            low = level(text)
        todo = self._automaton.hits(low)
        if not todo:
            return []
        surfaces, people, atoms = self._surfaces, self._people, self._atoms
        spaced, size, last = self.language.spaced, len(text), 0

        anchors = self._inner if self._slots.anchors and within is None else None
        around: dict[tuple[int, int], None] = {}

        def decide(key: int, start: int, end: int) -> Reading | None:
            nonlocal last
            if spaced:
                # Between spaces it is a word; the other cases take a closer look
                plain = (not start or text[start - 1] == " ") and (end == size or text[end] in " ,")
                if not plain and not is_word(text, start, end):
                    return None
            elif not is_unit(self._automaton, low, start, end, last):
                return None
            if anchors is not None:
                if key not in anchors:
                    anchors[key] = self._anchors_in(key)
                for first, final in anchors[key]:
                    around[start + first, start + final] = None
            if within is not None and end - start == size:
                return None
            surface = text[start:end]
            reading = surfaces[key].get(surface, _UNREAD)
            if reading is _UNREAD:
                reading = self._read(key, surface)
            if reading is None:
                return None
            if reading.risk and not trusting and people.is_other(reading.risk, text, low, start, end):
                return None
            if within is not None and reading.concepts and reading.concepts[0] in within.concepts:
                return None
            if reading.place and not spaced and not trusting and self._is_cut(reading, low, start, end):
                return None
            last = end
            return reading

        # Nearly always every hit is accepted, or is a word that holds no other; only else the text is walked again
        found = []
        for key, start, end in todo:
            reading = decide(key, start, end)
            if reading is not None:
                found.append((start, end, reading))
            elif not atoms[key]:
                last = 0
                found = walk(self._automaton, low, decide, todo)
                break
        filled = self._fill(text, low, around, found, on) if around else []
        return _matches(found, filled, tidy, on)

    def _anchors_in(self, key: int) -> tuple[tuple[int, int], ...]:
        """Where in a key the fixed words of a pattern stand: 県議会, itself listed, hides the 議会 of 山口県議会."""
        text, anchors = self._keys[key], self._slots.anchors
        size = len(text)
        return tuple(
            (first, final)
            for first in range(size)
            for final in range(first + 1, size + 1)
            if text[first:final] in anchors and (not self.language.spaced or (is_word(text, first, final)))
        )

    def _fill(
        self,
        text: str,
        low: str,
        around: Iterable[tuple[int, int]],
        found: Sequence[tuple[int, int, Reading]],
        on: date | None,
    ) -> list[Filled]:
        """The names with slots around anchors: the longer where two overlap, and longer than any listed name there."""
        names = [name for start, end in around if (name := self._slots.fill(text, low, start, end, on)) is not None]
        names.sort(key=lambda name: name.start - name.end)
        kept: list[Filled] = []
        for name in names:
            listed = (
                (start, end)
                for start, end, reading in found
                if reading.term is not None and start < name.end and name.start < end
            )
            if any(end - start >= name.end - name.start for start, end in listed):
                continue
            if not any(name.start < other.end and other.start < name.end for other in kept):
                kept.append(name)
        return kept

    def parts(self, text: str, match: Match) -> tuple[list[Match], bool]:
        """
        What a long name is made of, and whether that is all there is to it.

        「山口県知事」 is 山口県 and 知事 and nothing more; "Vice President" is more than a President.
        """
        name = text[match.start : match.end]
        inside = self.find(name, within=match)
        rest = list(name)
        for part in inside:
            rest[part.start : part.end] = " " * (part.end - part.start)
        words = "".join(char if char.isalnum() else " " for char in rest).lower().split()
        return inside, bool(inside) and all(word in self._people.links for word in words)

    def beside_name(self, text: str, start: int, end: int) -> bool:
        """Whether a person's name stands right beside a title: President Trump, 李外相, Tổng thống Hàn Quốc Moon."""
        return self._people.beside_name(text, start, end, [m.end for m in self.find(text[end:])[:1] if m.start <= 1])

    def _read(self, key: int, surface: str) -> Reading | None:
        """What *surface*, a spelling of a key in some case and width, may mean; None if its capitals are wrong."""
        fit = [s for s in self._spellings[self._keys[key]] if agrees(surface, s.form, capitals(s.form, s.case), s.case)]
        reading = None
        if fit:
            risk = 0
            for spelling in fit:
                if spelling.concept is not None and spelling.concept.subject.startswith(PLACE):
                    risk |= risks.PLACE
                    if "surname" in spelling.concept.hints and not self._people.is_generic(spelling.form):
                        risk |= risks.SURNAME
            doubts = self._risky.get(self._keys[key], 0)
            risk |= doubts if risk else doubts & (risks.INITIAL | risks.SHOUT)
            if risk and self._people.is_native(self._keys[key]):
                risk |= risks.NATIVE
            if not self.language.spaced:
                risk &= ~risks.PLACE  # nothing but a surname or a given name is mistaken there
            reading = Reading(fit, risk)
        known = self._surfaces[key]
        if len(known) < _REMEMBERED:
            known[surface] = reading
        return reading

    def _names_at(self, low: str, at: int) -> bool:
        """Whether a known name starts at *at*."""
        hits = self._automaton.hits(low[at : at + self._automaton.reach])
        if not hits or hits[0][1] or not self._spellings[self._keys[hits[0][0]]]:
            return False
        return is_word(low, at, at + hits[0][2])

    def _is_cut(self, reading: Reading, low: str, start: int, end: int) -> bool:
        """Whether a place's name is only part of a longer one: ベルリン of ベルリンオリンピック, 日本国 of 日本国内."""
        if low[end - 1 : end + 1] in self._people.tails and low[start : end - 1] in self._spellings:
            return True
        if not is_katakana(low[end - 1]) or not is_katakana(low[end : end + 1] or " "):
            return False
        # A state and a place in it may stand together: ベトナムハノイ市
        hits = self._automaton.hits(low[end : end + self._automaton.reach])
        following = self._spellings[self._keys[hits[0][0]]] if hits and hits[0][1] == 0 else []
        states = {concept.country for concept in reading.concepts if concept.country}
        return not any(s.concept is not None and s.concept.country in states for s in following)


def _matches(
    found: Iterable[tuple[int, int, Reading]], filled: Sequence[Filled], tidy: Clean | None, on: date | None
) -> list[Match]:
    """What was read and what was filled, in order, where it stands in the text as given."""
    matches = []
    for start, end, reading in found:
        if reading.term is None or (filled and any(start < name.end and name.start < end for name in filled)):
            continue
        term, concepts = (reading.term, reading.concepts) if on is None else reading.on(on)
        at, stop = (start, end) if tidy is None else tidy.span(start, end)
        matches.append(Match(at, stop, term, concepts))
    if filled:
        for name in filled:
            at, stop = (name.start, name.end) if tidy is None else tidy.span(name.start, name.end)
            matches.append(Match(at, stop, name.term, (name.concept,)))
        matches.sort(key=lambda match: match.start)
    return matches
