"""Checks across sentences: one name, one rendering; one house, one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from toolkit.checks.group import pairs
from toolkit.finding import Finding, Severity
from toolkit.glossary.concept import Status
from toolkit.normalize import fold, nfc
from toolkit.ui import gettext as _
from toolkit.ui.phrase import listed
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toolkit.catalog import Catalog, Message
    from toolkit.checks.pair import Pair
    from toolkit.glossary import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.reading import Match

#: A country has a long and a short name, and papers use both in one story.
_LOOSE = ("place.country", "title", "person")


@dataclass(frozen=True, slots=True)
class Rendering:
    """One place where a name of the source was written in the target."""

    catalog: Catalog
    message: Message
    pair: Pair
    match: Match
    concept: Concept

    @property
    def text(self) -> str:
        """The name as it stands there."""
        return nfc(self.pair.target[self.match.start : self.match.end])


def renderings(catalog: Catalog, glossary: Glossary, on: date | None = None) -> dict[tuple[str, str], list[Rendering]]:
    """
    How each name of the source was written, by concept and form in the source.

    Only names that stand once in both sentences count: of two, nobody knows which is whose.
    """
    found: dict[tuple[str, str], list[Rendering]] = defaultdict(list)
    for message, pair in pairs(catalog, glossary, on):
        ours = Counter(match.concept.id for match in pair.source_matches)
        theirs = Counter(concept.id for match in pair.target_matches for concept in match.concepts)
        for source in pair.source_matches:
            ident = source.concept.id
            if ours[ident] != 1 or theirs[ident] != 1:
                continue
            for target in pair.target_matches:
                if any(concept.id == ident for concept in target.concepts):
                    form = fold(nfc(pair.source[source.start : source.end]))
                    found[ident, form].append(Rendering(catalog, message, pair, target, source.concept))
    return found


def term_inconsistent(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    One name of the source is written in several ways.

    Why:
        A reader takes two names for two things: 広島県東京事務所 must be written the same way every time. Forms that
        differ only in capitals, and the long and the short name of a country, are information only. Where several
        files are checked, the usual form of each is compared with the others.

    Example:
        `Hiroshima Prefectural Office in Tokyo` → `広島県東京事務所` and, further down, `広島県庁東京事務所`

    Fix:
        Choose one, the preferred term where the glossary has one.
    """
    for places in renderings(catalog, glossary, on).values():
        yield from _compare(places, Severity.WARNING)


def term_inconsistent_across(
    catalogs: Sequence[Catalog], glossary: Glossary, on: date | None = None
) -> Iterator[Finding]:
    """See :func:`term_inconsistent`; here each file's usual rendering is compared with the other files'."""
    if len(catalogs) < 2:
        return
    usual: dict[tuple[str, str, str], list[Rendering]] = defaultdict(list)
    for catalog in catalogs:
        for (ident, form), places in renderings(catalog, glossary, on).items():
            counts = Counter(fold(place.text) for place in places)
            most = counts.most_common(1)[0][0]
            usual[catalog.lang, ident, form].append(next(place for place in places if fold(place.text) == most))
    for places in usual.values():
        yield from _compare(places, Severity.INFO)


def _compare(places: list[Rendering], severity: Severity) -> Iterator[Finding]:
    """A finding for each place that differs from what is written most, the glossary's preferred term on a tie."""
    counts = Counter(place.text for place in places)
    if len(counts) < 2:
        return
    concept = places[0].concept
    preferred = concept.preferred(places[0].pair.target_lang)
    usual = max(counts, key=lambda text: (counts[text], preferred is not None and text == preferred.text))
    # Translators: a name and how often it was written so.
    form = _("“{text}” ×{count}")
    ways = listed(form.format(text=text, count=count) for text, count in counts.most_common())
    if concept.subject.startswith(_LOOSE):
        severity = Severity.INFO
    for place in places:
        text = place.text
        # A full name and its short form may well alternate
        if text == usual or text in usual or usual in text:
            continue
        same = fold(text) == fold(usual)
        yield Finding(
            "term-inconsistent",
            Severity.INFO if same else severity,
            _("one name is written in several ways: {ways}").format(ways=ways),
            concept_id=concept.id,
            start=place.match.start,
            end=place.match.end,
            source=place.pair.source,
            target=place.pair.target,
            fix=usual,
            path=place.catalog.path,
            line=place.message.line,
            lang=place.pair.target_lang,
        )


@dataclass(frozen=True, slots=True)
class _Styled:
    """A name that only some houses write so."""

    line: int
    text: str
    match: Match
    styles: frozenset[str]


def style_mixed(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    One translation mixes the ways of two houses.

    Why:
        `Việt Nam` beside `Hanoi`, `ヴ` beside `バ`: each is right in some newsroom, and none writes both.

    Example:
        `Việt Nam` in one sentence, `Hanoi` in the next

    Fix:
        Follow the style of one house throughout (the setting `house`).
    """
    lines = [(message.line, pair.target) for message, pair in pairs(catalog, glossary, on)]
    for finding in style_mixed_in_text(lines, catalog.lang, glossary, on or catalog.date):
        yield replace(finding, path=catalog.path)


def style_mixed_in_text(
    lines: Sequence[tuple[int, str]], lang: str, glossary: Glossary, on: date | None
) -> Iterator[Finding]:
    """See :func:`style_mixed`; here for a finished text: numbered lines, the language, the terms, the day."""
    styled = [
        _Styled(line, text, match, _marks(match.term) or frozenset({""}))
        for line, text in lines
        for match in glossary.find(text, lang, on)
        if match.term.status is not Status.DEPRECATED
        and any(_marks(term) for term in match.concept.terms if term.lang == lang)
    ]
    votes = Counter(mark for name in styled for mark in name.styles)
    if len(votes) < 2:
        return
    house = votes.most_common(1)[0][0]
    for name in styled:
        if house in name.styles:
            continue
        # Only where this house has a form of its own for the name is the other one a mix
        concept = name.match.concept
        own = next((t for t in concept.terms if t.lang == lang and house in t.styles), None)
        own = own or (concept.preferred(lang) if not house else None)
        if own is None or fold(own.text) == fold(name.match.term.text):
            continue
        yield Finding(
            "style-mixed",
            Severity.WARNING,
            # Translators: a house is a newsroom with a style of its own.
            _("“{name}” is another house's form: write “{wanted}” here").format(
                name=name.text[name.match.start : name.match.end], wanted=own.text
            ),
            concept_id=name.match.concept.id,
            start=name.match.start,
            end=name.match.end,
            target=name.text,
            fix=own.text,
            line=name.line,
            lang=lang,
        )


#: Marks that say for which slot or place a form is, not whose it is.
_FORMS = frozenset({"adj", "short", "bare", "post", "target"})


def _marks(term: Term) -> frozenset[str]:
    return frozenset(term.styles) - _FORMS
