"""What a stretch of text may mean, and how the terms behind it insist on being spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.concept import Status
from toolkit.lang.naming import naming_facts
from toolkit.match.case import Case
from toolkit.normalize import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.glossary.concept import Concept, Term
    from toolkit.lang import Language

_RANK = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.DEPRECATED: 2}

#: Subjects whose terms are common nouns: any case will do.
_COMMON = ("title", "term")
#: Subjects whose terms open with a generic word: bộ Ngoại giao.
GENERIC = ("institution", "organisation", "organization", "company", "event")
PLACE = "place"
#: So many days are remembered for a surface: an archive has thousands of them.
_DAYS = 256
#: Of a larger and a smaller place with one name, news means the larger, unless it says city.
_WIDE = frozenset({"place.country", "place.province", "place.prefecture"})


class Match(NamedTuple):
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


class Spelling(NamedTuple):
    """One spelling of one term, and how it insists on its capitals; no term: a blocker."""

    form: str
    case: Case
    term: Term | None = None
    concept: Concept | None = None


class Reading:
    """What a surface means: its terms and concepts, the likeliest first, and what else it may be mistaken for."""

    __slots__ = ("_lasting", "_on", "_terms", "concepts", "place", "risk", "term")

    def __init__(self, found: list[Spelling], risk: int) -> None:
        pairs = [(s.term, s.concept) for s in found if s.term is not None and s.concept is not None]
        # Right before to be avoided, valid before expired, preferred before admitted, Hiroshima the prefecture before
        # Hiroshima the city
        pairs.sort(
            key=lambda p: (
                p[0].status is Status.DEPRECATED,
                p[1].valid_until is not None,
                _RANK[p[0].status],
                p[1].subject not in _WIDE,
            )
        )
        if pairs and pairs[0][0].status is not Status.DEPRECATED:
            pairs = [p for p in pairs if p[0].status is not Status.DEPRECATED]
        unique = {concept.id: (term, concept) for term, concept in reversed(pairs)}
        pairs = list(reversed(unique.values()))
        self._terms = tuple(term for term, _ in pairs)
        self.concepts = tuple(concept for _, concept in pairs)
        self.term = self._terms[0] if pairs else None
        self.risk = risk
        self.place = any(concept.subject.startswith(PLACE) for concept in self.concepts)
        self._lasting = all(c.valid_from is None and c.valid_until is None for c in self.concepts)
        self._on: dict[date, tuple[Term, tuple[Concept, ...]]] = {}

    def on(self, day: date) -> tuple[Term, tuple[Concept, ...]]:
        """The term and the concepts that hold on *day*; all of them where none does."""
        if self._lasting and self.term is not None:
            return self.term, self.concepts
        if day not in self._on:
            if len(self._on) == _DAYS:
                self._on.clear()
            valid = [i for i, concept in enumerate(self.concepts) if concept.valid_on(day)] or range(len(self.concepts))
            self._on[day] = self._terms[valid[0]], tuple(self.concepts[i] for i in valid)
        return self._on[day]


def case_of(concept: Concept) -> Case:
    """How the terms of a concept insist on their capitals."""
    if "case" in concept.hints:
        return Case.EXACT
    subject = concept.subject
    if subject.startswith(_COMMON):
        return Case.FREE
    return Case.TITLED if subject.startswith(GENERIC) else Case.NAME


def case_of_form(form: str, case: Case, lang: str) -> Case:
    """
    How one spelling insists on them: the kind of place that opens a name may be small, as in vịnh Mexico.

    >>> case_of_form("Vịnh Mexico", Case.NAME, "vi"), case_of_form("Mexico", Case.NAME, "vi")
    (<Case.TITLED: 'titled'>, <Case.NAME: 'name'>)
    """
    if case is Case.NAME and " " in form:
        facts = naming_facts(lang)
        first, second, *_ = form.lower().split(" ")
        if facts.heads_first and (first in facts.place or f"{first} {second}" in facts.place):
            return Case.TITLED
    return case


def forms(text: str, case: Case, language: Language) -> Iterator[str]:
    """Every spelling of a term, its plural and its dotted acronym where the language has them."""
    from toolkit.match.spelling import dotted, plurals, spellings  # noqa: PLC0415 - a kept lexicon has them

    text = nfc(text)
    yield from spellings(text, language)
    if language.inflected:
        yield from dotted(text)
        if case is Case.FREE:
            yield from plurals(text)
