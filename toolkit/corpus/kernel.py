"""
The kernels: what is done with one document, as rows of tables.

A kernel is a function without memory: what it gives for a document depends on the document and the desk alone. That is
all an engine, or somebody's cluster, needs to know.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.corpus.table import (
    AVOID,
    CONCORDANCE,
    FINDINGS,
    MESSAGES,
    RENDERINGS,
    SENTENCES,
    TERMS,
    TOTALS,
    Row,
    Table,
)
from toolkit.errors import InputError
from toolkit.ui import gettext as _
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from toolkit.config import Config
    from toolkit.corpus.record import Document
    from toolkit.finding import Finding
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.houses import House

    Rows = Iterator[tuple[Table, Row]]

#: Code points of text on each side of a name in a concordance.
_AROUND = 50
#: A name to avoid and an expired one, in an article that nobody translated.
_AVOIDED = ("term-deprecated", "term-outdated")


@dataclass(slots=True)
class Desk:
    """
    What a kernel works with.

    Attributes:
        glossary: The terms.
        concepts: Ids whose occurrences are wanted with the words around them.
        targets: Codes of the languages to extract into; empty is every other one.
        by: A message is a ``sentence`` or a ``paragraph``.
        config: A project's settings.
        houses: The newsrooms whose terms are preferred, by language.
        now: The time that goes into headers of catalogs whose article has no day.
        files: Name -> bytes of the files that the kernel made; whoever runs it writes them.
    """

    glossary: Glossary
    concepts: frozenset[str] = frozenset()
    targets: tuple[str, ...] = ()
    by: str = "sentence"
    config: Config | None = None
    houses: Mapping[str, House] | None = None
    now: datetime | None = None
    files: dict[str, bytes] = field(default_factory=dict)


def segment(document: Document, desk: Desk) -> Rows:
    """Every sentence with its place in the article."""
    from toolkit.segment.article import sentences  # noqa: PLC0415 - word lists are for texts only

    article = document.article
    if article is None:
        raise InputError(_("is a catalog, and a catalog has no sentences to find"))
    count = 0
    protect = (*(desk.config.segment_protect if desk.config else ()), *desk.glossary.stops(article.lang))
    words = desk.config.segment_abbreviations if desk.config else ()
    for count, found in enumerate(sentences(article, protect=protect, abbreviations=words), 1):
        place = (found.paragraph, found.role.value, found.start, found.end, found.line)
        yield SENTENCES, (*document.head, count, *place, found.text)
    yield _totals(document, count, count)


def terms(document: Document, desk: Desk) -> Rows:
    """Which names occur, how often, where those to avoid stand, and what became of names in a translation."""
    if document.article is None:
        yield from _renderings(document, desk)
        return
    from toolkit.checks import LINE_CHECKS, Pair  # noqa: PLC0415 - counting sentences needs none of it

    article = document.article
    forms: Counter[tuple[str, str, str]] = Counter()
    for block in article.blocks:
        pair = Pair("", block.text, article.lang, article.lang, desk.glossary, article.date)
        for match in pair.target_matches:
            form = block.text[match.start : match.end]
            forms[match.concept.id, form, match.term.status.value] += 1
            if match.concept.id in desk.concepts:
                yield CONCORDANCE, _in_context(document, match, block.text, block.start)
        if not pair.target_matches:
            continue
        for ident in _AVOIDED:
            for finding in LINE_CHECKS[ident](pair):
                start = finding.start or 0
                line = block.line + block.text.count("\n", 0, start)
                form = block.text[start : finding.end]
                what = (ident, finding.concept_id, form, finding.fix)
                yield AVOID, (*document.head, *what, line, block.start + start, finding.message)
    for (concept, form, status), times in forms.items():
        yield TERMS, (concept, article.lang, form, status, document.year, document.source, 1, times)
    yield _totals(document, len(article.blocks), sum(forms.values()))
    if document.target:
        yield from _renderings(document, desk)


def check(document: Document, desk: Desk) -> Rows:
    """What is wrong: with a catalog, with a translated text, or with a text by itself."""
    from toolkit import checks  # noqa: PLC0415 - the other kernels run none

    article, day = document.article, document.date
    if document.catalog is not None:
        found = checks.check(document.catalog, desk.glossary)
        count = len(document.catalog)
    elif document.target and article is not None:
        text = str(article).rstrip("\n")
        found = checks.check_pair(text, document.target, article.lang, document.target_lang, desk.glossary, day)
        count = 1
    else:
        assert article is not None
        found = checks.lint(str(article), article.lang, desk.glossary, day)
        count = len(article.blocks)
    for finding in found:
        yield FINDINGS, (*document.head, *_told(finding))
    yield _totals(document, count, len(found))


def extract(document: Document, desk: Desk) -> Rows:
    """The template of an article and its catalogs: as messages, and as files."""
    from toolkit import catalog as catalogs  # noqa: PLC0415 - the other kernels make none
    from toolkit.catalog.job import safe_name  # noqa: PLC0415
    from toolkit.lang import LANGUAGES  # noqa: PLC0415

    article = document.article
    if article is None:
        raise InputError(_("is a catalog already"))
    name = safe_name(article)
    moment = _midnight(document) or desk.now
    source = catalogs.Source(article, desk.glossary, desk.by, desk.config)
    for lang in ("", *(desk.targets or [code for code in LANGUAGES if code != article.lang])):
        if lang == article.lang:
            continue
        made = catalogs.extract(
            article,
            lang,
            desk.glossary,
            by=desk.by,
            houses=desk.houses,
            config=desk.config,
            now=moment,
            source=source,
        )
        path = f"{lang}/LC_MESSAGES/{name}.po" if lang else f"{name}.pot"
        if path in desk.files:
            raise InputError(
                _("another record is called {id!r}, too").format(id=document.id), remedy=_("give each one its own id")
            )
        desk.files[path] = str(made).encode()
        if lang:
            for message in made:
                texts = (message.msgid, message.msgstr, "\n".join(message.notes), " ".join(message.references))
                yield MESSAGES, (*document.head, lang, *texts)
    count = len(source.sentences)
    yield _totals(document, count, count)


#: Name of the task -> its kernel, and the tables it fills.
KERNELS: Mapping[str, tuple[Callable[[Document, Desk], Rows], tuple[Table, ...]]] = {
    "segment": (segment, (SENTENCES, TOTALS)),
    "terms": (terms, (TERMS, AVOID, RENDERINGS, CONCORDANCE, TOTALS)),
    "check": (check, (FINDINGS, TOTALS)),
    "extract": (extract, (MESSAGES, TOTALS)),
}


def _totals(document: Document, sentences: int, found: int) -> tuple[Table, Row]:
    size = len(str(document.article)) if document.article is not None else 0
    return TOTALS, (document.lang, document.year, document.source, 1, sentences, size, found)


def _in_context(document: Document, match: Match, text: str, start: int) -> Row:
    left = " ".join(text[max(0, match.start - _AROUND) : match.start].split("\n"))
    right = " ".join(text[match.end : match.end + _AROUND].split("\n"))
    return (match.concept.id, *document.head, start + match.start, left, text[match.start : match.end], right)


def _renderings(document: Document, desk: Desk) -> Rows:
    """What each name of the source is called in the translation; empty where it is not there."""
    from toolkit.checks import Pair  # noqa: PLC0415
    from toolkit.checks.group import pairs  # noqa: PLC0415

    found: Iterable[Pair]
    if document.catalog is not None:
        found = [pair for _, pair in pairs(document.catalog, desk.glossary)]
        yield _totals(document, len(found), 0)
    else:
        text = str(document.article)
        found = [Pair(text, document.target, document.lang, document.target_lang, desk.glossary, document.date)]
    for pair in found:
        said: dict[str, list[str]] = {}
        for match in pair.target_matches:
            for concept in match.concepts:
                said.setdefault(concept.id, []).append(pair.target[match.start : match.end])
        seen: Counter[str] = Counter()
        for match in pair.source_matches:
            ident = match.concept.id
            answers = next((said[c.id] for c in match.concepts if c.id in said), [""])
            answer = answers[min(seen[ident], len(answers) - 1)]
            seen[ident] += 1
            form = pair.source[match.start : match.end]
            yield RENDERINGS, (ident, pair.source_lang, form, pair.target_lang, answer, document.year, 1)


def _told(finding: Finding) -> Row:
    start, end = (-1, -1) if finding.start is None or finding.end is None else (finding.start, finding.end)
    what = (finding.check, finding.severity.value, finding.concept_id, finding.line or 0, finding.side, start, end)
    return (*what, finding.message, finding.fix, finding.source, finding.target)


def _midnight(document: Document) -> datetime | None:
    from datetime import UTC, datetime, time  # noqa: PLC0415

    return datetime.combine(document.date, time(), UTC) if document.date else None
