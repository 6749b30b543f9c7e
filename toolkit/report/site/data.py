"""
The glossary as its page reads it: lists instead of objects, and everything that is said often said once.

Ten thousand concepts are three megabytes so, one once a web server has compressed them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.glossary.concept import Confidence, Status
from toolkit.glossary.lookup.answer import LANGS
from toolkit.glossary.lookup.key import rules
from toolkit.report.web.page import sayings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.report.site.examples import Example

_STATUSES = tuple(Status)
_CONFIDENCES = tuple(Confidence)
#: Subject of the concepts that are states.
_STATE = "place.country"


class Table:
    """Texts that occur again and again, by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __getitem__(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All of them, in the order of their numbers."""
        return list(self._numbers)


def site_data(glossary: Glossary, version: str, examples: Mapping[str, list[Example]]) -> dict[str, Any]:
    """
    Everything the page shows.

    Args:
        glossary: The concepts.
        version: Of the glossary, for the foot of the page.
        examples: Id of a concept -> sentences of articles it occurs in.

    Returns:
        Values that JSON can write; ``site.js`` reads them in the same order.
    """
    concepts = list(glossary)
    numbers = {concept.id: number for number, concept in enumerate(concepts)}
    subjects, sources, styles = Table(), Table(), Table()
    sentences: dict[tuple[str, str, str], int] = {}
    rows = []
    for concept in concepts:
        told = []
        for example in examples.get(concept.id, ()):
            number = sentences.setdefault((example.article, example.lang, example.text), len(sentences))
            told.append([number, example.start, example.end])
        rows.append(
            [
                concept.id,
                subjects[concept.subject],
                concept.country,
                [_term(term, styles) for term in concept.terms],
                concept.reading,
                concept.valid_from.isoformat() if concept.valid_from else "",
                concept.valid_until.isoformat() if concept.valid_until else "",
                [numbers[ident] for ident in concept.replaced_by if ident in numbers],
                concept.definition,
                concept.note,
                [sources[source] for source in concept.sources],
                _CONFIDENCES.index(concept.confidence),
                told,
            ]
        )
    return {
        "version": version,
        "rules": rules(),
        "subjects": subjects.texts,
        "labels": _labels(subjects.texts),
        "sources": sources.texts,
        "styles": styles.texts,
        "statuses": [status.value for status in _STATUSES],
        "confidences": [confidence.value for confidence in _CONFIDENCES],
        "countries": _countries(concepts),
        "sentences": [list(key) for key in sentences],
        "tenures": _tenures(glossary, concepts, numbers),
        "concepts": rows,
    }


def _term(term: Term, styles: Table) -> list[Any]:
    row: list[Any] = [term.text, LANGS.index(term.lang), _STATUSES.index(term.status)]
    marks = [*term.styles, *(["target"] if term.target_only and "target" not in term.styles else [])]
    return [*row, [styles[mark] for mark in marks]] if marks else row


def _labels(subjects: Iterable[str]) -> dict[str, dict[str, str]]:
    """What subjects, and the groups they belong to, are called; one that nobody has named yet has its group's name."""
    known = sayings()["subjects"]
    names: dict[str, dict[str, str]] = {}
    for subject in subjects:
        group, _, kind = subject.partition(".")
        names[group] = known.get(group) or dict.fromkeys(LANGS, group)
        if kind:
            names[subject] = known.get(subject) or {lang: f"{names[group][lang]}: {kind}" for lang in LANGS}
    return names


def _countries(concepts: Iterable[Concept]) -> dict[str, list[str]]:
    """ISO code -> the country's name in each language, by our own glossary."""
    found: dict[str, list[str]] = {}
    for concept in concepts:
        if concept.subject == _STATE and concept.country and concept.valid_until is None:
            terms = [concept.preferred(lang) for lang in LANGS]
            found.setdefault(concept.country, [term.text if term else concept.country for term in terms])
    return found


def _tenures(glossary: Glossary, concepts: Iterable[Concept], numbers: Mapping[str, int]) -> list[list[Any]]:
    """Who held which office when: person, office, country, first day, last day, note."""
    found = {tenure.id: tenure for concept in concepts for tenure in glossary.tenures(concept.id)}
    return [
        [
            numbers[tenure.person],
            numbers[tenure.office],
            tenure.country,
            tenure.since.isoformat() if tenure.since else "",
            tenure.until.isoformat() if tenure.until else "",
            tenure.note,
        ]
        for tenure in found.values()
        if tenure.person in numbers and tenure.office in numbers
    ]
