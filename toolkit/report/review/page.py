"""The review as one page: ``vje check --format html``, ``vje report --html``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit import ui
from toolkit.checks.document import document
from toolkit.finding import Severity
from toolkit.glossary.book import Glossary
from toolkit.glossary.concept import Confidence, Status
from toolkit.glossary.lookup.answer import LANGS
from toolkit.report.report import unique
from toolkit.report.review.cell import State
from toolkit.report.review.matrix import matrix
from toolkit.report.review.sheet import Sheet, sheets, state_of
from toolkit.report.web.page import fill
from toolkit.ui.phrase import quoted
from toolkit.ui.retell import retold, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toolkit.finding import Finding
    from toolkit.glossary.concept import Concept
    from toolkit.report.report import Report

_STATES = tuple(State)


def write_html(report: Report, lang: str = "") -> str:
    """
    A report as a page that opens anywhere and asks no server for anything.

    Args:
        report: What a run of the checks found; its files are read again, its glossary tells the names.
        lang: Code of the language in which the page opens where the reader's browser names none of ours; empty for the
            one that the program speaks; where somebody has chosen that one, it is the page's, whatever the browser
            prefers.

    Raises:
        CatalogError: A file cannot be read any more.
    """
    glossary = report.glossary if report.glossary is not None else Glossary(())
    found = sheets(report)
    lines = matrix(found, glossary)
    used = [
        piece.concept
        for sheet in found
        for row in sheet.rows
        for cell in row.cells
        if cell is not None
        for piece in cell.pieces
        if piece.concept
    ]
    used += [line.concept for line in lines] + [f.concept_id for f in report.findings if f.concept_id]
    checks = sorted(Counter(finding.check for finding in report.findings).items())
    told = _told(report.findings, [check for check, _ in checks])
    remedy = next(told)
    messages = {id(finding): next(told) for finding in report.findings}
    explained = [(check, count, {part: next(told) for part in ("title", "why", "fix")}) for check, count in checks]
    return fill(
        "review.html",
        styles=["review.css"],
        scripts=["review.js"],
        data={},
        lang=lang or ui.chosen(),
        pinned=not lang and ui.chosen() != ui.SOURCE,
        report=report,
        sheets=found,
        matrix=lines,
        progress=[row for sheet in found for row in _progress(sheet)],
        entries=[_entry(concept) for concept in _concepts(used, glossary)],
        checks=explained,
        messages=messages,
        marks={id(finding): mark for finding, mark in unique(report.findings, report)},
        counts={severity.value: report.counts[severity] for severity in Severity},
        identity=id,
        quoted=quoted,
        remedy=remedy,
    )


def _told(findings: Sequence[Finding], checks: Sequence[str]) -> Iterator[dict[str, str]]:
    """
    What the program says on the page, by language: the word for a fix, each finding, the parts of each explanation.

    A text that is the same in all of them, as that of a finding which does not remember how it was made, is given in
    the language that the program speaks.
    """
    languages = ui.languages()
    texts = []
    for lang in languages:
        with speaking(lang):
            documents = [document(check) for check in checks]
            messages = [retold(finding.message) for finding in findings]
            parts = [part for one in documents for part in (one.title, one.why, one.fix)]
            texts.append([ui.gettext("Fix"), *messages, *parts])
    for told in zip(*texts, strict=True):
        yield dict(zip(languages, told, strict=True)) if len(set(told)) > 1 else {ui.chosen(): told[0]}


def _progress(sheet: Sheet) -> Iterable[dict[str, object]]:
    """For each catalog: how many sentences are how far, and where each part of the bar begins."""
    for catalog in sheet.catalogs:
        counted = Counter(state_of(message) for message in catalog)
        total = max(len(catalog), 1)
        parts, at = [], 0.0
        for state in _STATES:
            size = 100 * counted[state] / total
            parts.append((state.value, counted[state], round(at, 2), round(size, 2)))
            at += size
        done = counted[State.TRANSLATED] + counted[State.OMITTED]
        yield {"sheet": sheet, "lang": catalog.lang, "parts": parts, "total": len(catalog), "done": done}


def _concepts(used: Iterable[str], glossary: Glossary) -> Iterable[Concept]:
    for ident in sorted(set(used)):
        concept = glossary.get(ident)
        if concept is not None:
            yield concept


def _entry(concept: Concept) -> dict[str, object]:
    """What a reader sees of a concept beside a sentence."""
    terms = {lang: concept.preferred(lang) for lang in LANGS}
    return {
        "concept": concept,
        "names": [(lang, term.text) for lang, term in terms.items() if term is not None],
        "avoid": [(t.lang, t.text) for t in concept.terms if t.status is Status.DEPRECATED],
        "unverified": concept.confidence is Confidence.OWN,
    }
