"""
Checks: what is wrong with a translation, as findings.

A check is a function with a docstring that is its documentation (a title, why it matters, an example, the fix). There
are three kinds, by what they look at: one sentence and its translation, one catalog, several catalogs together. Each
is listed by hand below; nothing is discovered.

An error is something a reader would be misled by and that we are sure of; a warning asks a person to look; information
tells. On a correct translation every one of them is silent: a check that cries wolf gets switched off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks import consistency, marks, markup, names, numbers, past, script, state, suppress, terms, writing
from toolkit.checks.group import pairs
from toolkit.checks.pair import Pair
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from toolkit.catalog import Catalog
    from toolkit.finding import Finding
    from toolkit.glossary import Glossary

    PairCheck = Callable[[Pair], Iterable[Finding]]
    CatalogCheck = Callable[[Catalog, Glossary, date | None], Iterable[Finding]]
    TextCheck = Callable[[Sequence[tuple[int, str]], str, Glossary, date | None], Iterable[Finding]]
    CorpusCheck = Callable[[Sequence[Catalog], Glossary, date | None], Iterable[Finding]]

__all__ = [
    "CATALOG_CHECKS",
    "CHECKS",
    "CORPUS_CHECKS",
    "LINE_CHECKS",
    "PAIR_CHECKS",
    "TEXT_CHECKS",
    "Pair",
    "check",
    "check_all",
    "check_pair",
    "lint",
]

#: Checks of one sentence and its translation, in the order in which they report.
PAIR_CHECKS: Mapping[str, PairCheck] = {
    "term-missing": terms.term_missing,
    "term-rival": terms.term_rival,
    "term-untranslated": terms.term_untranslated,
    "term-deprecated": terms.term_deprecated,
    "term-outdated": past.term_outdated,
    "title-holder": past.title_holder,
    "unverified-term": terms.unverified_term,
    "number-mismatch": numbers.number_mismatch,
    "date-mismatch": numbers.date_mismatch,
    "name-mismatch": names.name_mismatch,
    "source-copied": script.source_copied,
    "script-mismatch": script.script_mismatch,
    "placeholder-mismatch": marks.placeholder_mismatch,
    "markup-mismatch": markup.markup_mismatch,
    "brackets": marks.brackets,
    "quotes": marks.quotes,
    "end-punctuation": marks.end_punctuation,
    "doubled-word": writing.doubled_word,
    "whitespace": writing.whitespace,
    "half-width": writing.half_width,
    "tone-placement": writing.tone_placement,
    "not-nfc": writing.not_nfc,
}

#: Checks of one catalog. One of them looks across sentences for what a check above looks for within one.
CATALOG_CHECKS: Mapping[str, CatalogCheck] = {
    "term-inconsistent": consistency.term_inconsistent,
    "style-mixed": consistency.style_mixed,
    "message-untranslated": state.message_untranslated,
    "message-fuzzy": state.message_fuzzy,
    "source-changed": state.source_changed,
    "duplicate-message": state.duplicate_message,
    "header": state.header,
    "tone-placement": state.tone_placement_across,
    "suppression-unused": suppress.suppression_unused,
    "suppression-fuzzy": suppress.suppression_fuzzy,
}

#: Checks of several catalogs together.
CORPUS_CHECKS: Mapping[str, CorpusCheck] = {
    "term-inconsistent": consistency.term_inconsistent_across,
}

#: Checks of a line of a finished text; the pair they get has an empty source.
LINE_CHECKS: Mapping[str, PairCheck] = {
    "term-deprecated": terms.term_deprecated,
    "term-outdated": past.term_outdated,
    "title-holder": past.title_holder,
    "script-mismatch": script.script_mismatch,
    "brackets": marks.brackets,
    "doubled-word": writing.doubled_word,
    "whitespace": writing.inner_whitespace,
    "half-width": writing.half_width,
    "not-nfc": writing.not_nfc,
}

#: Checks of a whole text without a source: numbered lines, the language, the terms, the day.
TEXT_CHECKS: Mapping[str, TextCheck] = {
    "style-mixed": consistency.style_mixed_in_text,
    "tone-placement": state.tone_placement_in_text,
}

#: Every check, id to function: for the documentation and for options that name one.
CHECKS: Mapping[str, Callable[..., Iterable[Finding]]] = {**CORPUS_CHECKS, **CATALOG_CHECKS, **PAIR_CHECKS}


def check_pair(
    source: str,
    target: str,
    source_lang: str,
    target_lang: str,
    glossary: Glossary,
    on: date | None = None,
    *,
    checks: Collection[str] | None = None,
) -> list[Finding]:
    """
    What is wrong with one translated sentence.

    Args:
        source: The sentence as it was written.
        target: Its translation.
        source_lang: Code of the language of *source*.
        target_lang: Code of the language of *target*.
        glossary: The terms that count.
        on: The day the article was written on: it decides which names were valid.
        checks: Ids of the checks to run; None for all.

    Returns:
        Findings in the order of :data:`PAIR_CHECKS`; offsets count code points of the side that the finding names.
    """
    return _in_pair(Pair(source, target, source_lang, target_lang, glossary, on), checks)


def _in_pair(pair: Pair, checks: Collection[str] | None) -> list[Finding]:
    """What the checks of a pair find in one."""
    return [
        finding
        for ident, function in PAIR_CHECKS.items()
        if checks is None or ident in checks
        for finding in function(pair)
    ]


def check(
    catalog: Catalog, glossary: Glossary, *, checks: Collection[str] | None = None, on: date | None = None
) -> list[Finding]:
    """
    What is wrong with a catalog.

    Args:
        catalog: A PO file of whatever origin.
        glossary: The terms that count.
        checks: Ids of the checks to run; None for all.
        on: The day whose names count; the article's if None.

    Returns:
        Findings with file and line, in the order of the file; what a translator has suppressed is left out.
    """
    found = _in_catalog(catalog, glossary, checks, on)
    found = suppress.apply(found, catalog, checks, known=CHECKS, ran={**PAIR_CHECKS, **CATALOG_CHECKS})
    return sorted(found, key=lambda finding: finding.line or 0)


def check_all(
    catalogs: Sequence[Catalog],
    glossary: Glossary,
    *,
    checks: Collection[str] | None = None,
    on: date | None = None,
    watch: Callable[[Sequence[Catalog]], Iterable[Catalog]] = iter,
) -> list[Finding]:
    """
    What is wrong with several catalogs: each by itself, and all of them together; in the order of *catalogs*.

    Who wants to know how far it is gives *watch*, which gives the catalogs back one by one.
    """
    across = [
        finding
        for ident, function in CORPUS_CHECKS.items()
        if checks is None or ident in checks
        for finding in function(catalogs, glossary, on)
    ]
    found = [finding for finding in across if finding.path is None]
    for catalog in watch(catalogs):
        mine = _in_catalog(catalog, glossary, checks, on)
        mine += [finding for finding in across if finding.path is not None and finding.path == catalog.path]
        mine = suppress.apply(mine, catalog, checks, known=CHECKS, ran=CHECKS)
        found += sorted(mine, key=lambda finding: finding.line or 0)
    return found


def _in_catalog(catalog: Catalog, glossary: Glossary, checks: Collection[str] | None, on: date | None) -> list[Finding]:
    """What the checks of a pair and those of a catalog find, before suppressions."""
    found = [
        replace(finding, path=catalog.path, line=message.line)
        for message, pair in pairs(catalog, glossary, on)
        for finding in _in_pair(pair, checks)
    ]
    for ident, function in CATALOG_CHECKS.items():
        if checks is None or ident in checks:
            found += function(catalog, glossary, on)
    return found


def lint(
    text: str,
    lang: str,
    glossary: Glossary,
    on: date | None = None,
    *,
    path: Path | None = None,
    checks: Collection[str] | None = None,
) -> list[Finding]:
    """
    What is wrong with a finished text, where nobody has its source.

    Args:
        text: The whole text; each line is looked at by itself, and all of them together.
        lang: Code of its language.
        glossary: The terms that count.
        on: The day it was written on.
        path: Where it came from.
        checks: Ids of the checks to run; None for all that need no source.

    Returns:
        Findings with line numbers; offsets count from the start of the line, which is the finding's target.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    found = []
    for number, line in lines:
        pair = Pair("", line, lang, lang, glossary, on)
        for ident, function in LINE_CHECKS.items():
            if checks is None or ident in checks:
                found += [replace(finding, path=path, line=number) for finding in function(pair)]
    for ident, whole in TEXT_CHECKS.items():
        if checks is None or ident in checks:
            found += [replace(finding, path=path) for finding in whole(lines, lang, glossary, on)]
    return sorted(found, key=lambda finding: (finding.line or 0, finding.start or 0))
