"""
Finding the names of concepts in a text.

All spellings of all terms of a language, and the words that swallow them, go into one automaton. It runs over the
levelled text; what it finds is put to the rules of :mod:`toolkit.match` only then, so that a text without names costs
no more than the automaton.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.glossary.blocker import Kind, load_blockers
from toolkit.glossary.concept import Status
from toolkit.glossary.slots import Slots
from toolkit.lang import language
from toolkit.lang.letters import HAN, kind_of
from toolkit.match import people as risks
from toolkit.match.automaton import Automaton, walk
from toolkit.match.boundary import is_katakana, is_roman, is_word
from toolkit.match.case import Case, agrees, capitals
from toolkit.match.people import People
from toolkit.match.spelling import dotted, plurals, spellings
from toolkit.normalize import clean, is_usual, level, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.slots import Filled

_RANK = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.DEPRECATED: 2}

#: Subjects whose terms are common nouns: any case will do.
_COMMON = ("title", "term")
#: Subjects whose terms open with a generic word: bộ Ngoại giao.
_GENERIC = ("institution", "organisation", "organization", "company", "event")
_PLACE = "place"
_RISKS = {Kind.INITIAL: risks.INITIAL, Kind.GIVEN: risks.GIVEN, Kind.SURNAME: risks.SURNAME, Kind.SHOUT: risks.SHOUT}
#: Shorter words are the beginning of too many others.
_STEM = 4
#: A surface has few spellings in case; a text that tries them all shall not fill the memory.
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Match:
    """
    A name found in a text.

    Attributes:
        start: First code point, in the text as given.
        end: One past the last.
        term: The term it is a spelling of.
        concepts: What it may mean, the likeliest first: one concept, or several where one form names several.
    """

    start: int
    end: int
    term: Term
    concepts: tuple[Concept, ...]

    @property
    def concept(self) -> Concept:
        """The likeliest meaning."""
        return self.concepts[0]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of one term, and the capitals it insists on; no term: a blocker."""

    form: str
    case: Case
    required: tuple[int, ...]
    term: Term | None = None
    concept: Concept | None = None


class Reading:
    """What a surface means: its terms and concepts, the likeliest first, and what else it may be mistaken for."""

    __slots__ = ("_on", "_terms", "concepts", "place", "risk", "term")

    def __init__(self, found: list[Spelling], risk: int) -> None:
        pairs = [(s.term, s.concept) for s in found if s.term is not None and s.concept is not None]
        # Right before to be avoided, valid before expired, preferred before admitted
        pairs.sort(key=lambda p: (p[0].status is Status.DEPRECATED, p[1].valid_until is not None, _RANK[p[0].status]))
        if pairs and pairs[0][0].status is not Status.DEPRECATED:
            pairs = [p for p in pairs if p[0].status is not Status.DEPRECATED]
        unique = {concept.id: (term, concept) for term, concept in reversed(pairs)}
        pairs = list(reversed(unique.values()))
        self._terms = tuple(term for term, _ in pairs)
        self.concepts = tuple(concept for _, concept in pairs)
        self.term = self._terms[0] if pairs else None
        self.risk = risk
        self.place = any(concept.subject.startswith(_PLACE) for concept in self.concepts)
        self._on: dict[date, tuple[Term, tuple[Concept, ...]]] = {}

    def on(self, day: date) -> tuple[Term, tuple[Concept, ...]]:
        """The term and the concepts that hold on *day*; all of them where none does."""
        if day not in self._on:
            valid = [i for i, concept in enumerate(self.concepts) if concept.valid_on(day)] or range(len(self.concepts))
            self._on[day] = self._terms[valid[0]], tuple(self.concepts[i] for i in valid)
        return self._on[day]


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
        self._targets: dict[str, list[tuple[tuple[int, ...], str, Term]]] = {}
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
            case = _case(concept)
            for term in concept.terms:
                if term.lang == lang and not term.target_only:
                    for form in self._forms(term.text, case):
                        self._add(form, case, term, concept)

    def _forms(self, text: str, case: Case) -> Iterator[str]:
        text = nfc(text)
        yield from spellings(text, self.language)
        if self.language.inflected:
            yield from dotted(text)
            if case is Case.FREE:
                yield from plurals(text)

    def _add(self, form: str, case: Case, term: Term | None, concept: Concept | None) -> None:
        if key := level(form):
            self._spellings.setdefault(key, []).append(Spelling(form, case, capitals(form, case), term, concept))

    def find(self, text: str, on: date | None = None, *, within: Match | None = None) -> list[Match]:
        """
        Every name in a text.

        Args:
            text: In any normal form.
            on: The day it was written on: it decides between namesakes.
            within: The name that the whole text is: then only names of other things within it are found.

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
            elif not self._is_unit(low, start, end, last):
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
            if reading is None or (reading.risk and people.is_other(reading.risk, text, low, start, end)):
                return None
            if within is not None and reading.concepts and reading.concepts[0] in within.concepts:
                return None
            if not spaced and reading.place and self._is_cut(reading, low, start, end):
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
        matches = []
        for start, end, reading in found:
            if reading.term is None or (filled and any(start < name.end and name.start < end for name in filled)):
                continue
            term, concepts = (reading.term, reading.concepts) if on is None else reading.on(on)
            if term is not None:
                at, stop = (start, end) if tidy is None else tidy.span(start, end)
                matches.append(Match(at, stop, term, concepts))
        if filled:
            for name in filled:
                at, stop = (name.start, name.end) if tidy is None else tidy.span(name.start, name.end)
                matches.append(Match(at, stop, name.term, (name.concept,)))
            matches.sort(key=lambda match: match.start)
        return matches

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

    def spots(
        self, concept: Concept, text: str, taken: Sequence[Match] = (), *, any_case: bool = False
    ) -> list[tuple[int, int, Term]]:
        """
        Where a form of *concept* stands that is right in a target, recognisable or not: 米 in 米軍, Vietnamese, Anh.

        The question is a friendly one (does the translation carry it in any way?), so the doubts of :meth:`find` about
        people and sentence openings don't count, and words that swallow names don't either.

        Args:
            concept: What to look for.
            text: In any normal form.
            taken: What :meth:`find` found there: a form inside a longer name of something else is that name's.
            any_case: Take a form of several letters without its capitals as well.

        Returns:
            Half-open spans and terms, in order of the terms.
        """
        tidy = clean(text)
        low = level(tidy.text)
        case = _case(concept)
        found = []
        for required, key, term in self._accepted(concept):
            at = low.find(key)
            while at >= 0:
                span = tidy.span(at, at + len(key))
                if (
                    self._stands(low, tidy.text, at, at + len(key), stem=not required and case is Case.FREE)
                    and ((any_case and len(key) > _STEM) or all(tidy.text[at + i].isupper() for i in required))
                    and not any(_owns(match, *span, term.text) for match in taken)
                ):
                    found.append((*span, term))
                at = low.find(key, at + 1)
        return found

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

    def _accepted(self, concept: Concept) -> list[tuple[tuple[int, ...], str, Term]]:
        known = self._targets.get(concept.id)
        if known is None:
            case = _case(concept)
            known = self._targets[concept.id] = [
                (capitals(form, case), level(form), term)
                for term in concept.terms
                if term.lang == self.language.code and term.status is not Status.DEPRECATED
                for form in self._forms(term.text, case)
            ]
        return known

    def _stands(self, low: str, text: str, start: int, end: int, *, stem: bool) -> bool:
        """
        Whether a form is a word of its own, as far as an accepted form must be.

        Where words are inflected, the stem of a longer word will do for an office: presidential, ambassadorial.
        """
        if self.language.spaced:
            return is_word(text, start, end) or (
                stem
                and self.language.inflected
                and end - start > _STEM
                and (not start or not text[start - 1].isalnum())
            )
        if end - start > 1:
            return True
        # One character is a name only inside a word: 米軍, 訪米, 日米 and not 米を
        return any(kind_of(char) == HAN for char in (low[start - 1 : start], low[end : end + 1]) if char)

    def _read(self, key: int, surface: str) -> Reading | None:
        """What *surface*, a spelling of a key in some case and width, may mean; None if its capitals are wrong."""
        fit = [s for s in self._spellings[self._keys[key]] if agrees(surface, s.form, s.required, s.case)]
        reading = None
        if fit:
            risk = 0
            for spelling in fit:
                if spelling.concept is not None and spelling.concept.subject.startswith(_PLACE):
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
        return bool(hits) and hits[0][1] == 0 and is_word(low, at, at + hits[0][2])

    def _is_unit(self, low: str, start: int, end: int, last: int) -> bool:
        """
        Whether a hit stands by itself in a language without spaces.

        Katakana may touch katakana only where the neighbour is a known name too, and Latin letters have boundaries.

        Args:
            low: The levelled text.
            start: First code point of the hit.
            end: One past the last.
            last: End of the last accepted hit.
        """
        first, final = low[start], low[end - 1]
        if start and start != last:
            before = low[start - 1]
            if is_katakana(before) and is_katakana(first):
                return False
            if is_roman(before) and is_roman(first):
                return False
        if end < len(low):
            after = low[end]
            if is_katakana(after) and is_katakana(final):
                stop = end + 1
                while stop < len(low) and is_katakana(low[stop]):
                    stop += 1
                return self._covers(low, end, stop)
            if is_roman(after) and is_roman(final):
                return False
        return True

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

    def _covers(self, low: str, start: int, end: int) -> bool:
        """Whether known names, one after the other, fill the katakana from *start* to *end*."""
        at = start
        for _, first, final in self._automaton.hits(low[start:end]):
            if start + first != at:
                return False
            at = start + final
        return at == end


def _owns(match: Match, start: int, end: int, form: str) -> bool:
    """
    Whether a form is part of a longer name of something else.

    The name of an institution carries its country's all the same: ベトナム外務省 does name Viet Nam. And a form that
    the longer name's concept has too (Anh and nước Anh) tells nothing apart.
    """
    return (
        match.start <= start
        and end <= match.end
        and match.end - match.start > end - start
        and not match.concept.subject.startswith(_GENERIC)
        and not any(term.text == form and term.lang == match.term.lang for term in match.concept.terms)
    )


def _case(concept: Concept) -> Case:
    if "case" in concept.hints:
        return Case.EXACT
    subject = concept.subject
    if subject.startswith(_COMMON):
        return Case.FREE
    return Case.TITLED if subject.startswith(_GENERIC) else Case.NAME
