"""
Checks: what is wrong with a translation, as findings.

A check is a function with a docstring that is its documentation (a title, why it matters, an example, the fix). There
are three kinds, by what they look at: one sentence and its translation, one catalog, several catalogs together. Each
is listed by hand below; nothing is discovered.

An error is something a reader would be misled by and that we are sure of; a warning asks a person to look; information
tells. On a correct translation every one of them is silent: a check that cries wolf gets switched off.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.checks import marks, names, numbers, state, suppress, writing
from toolkit.checks.group import pairs
from toolkit.checks.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from toolkit.catalog import Catalog
    from toolkit.finding import Finding
    from toolkit.glossary import Glossary

    PairCheck = Callable[[Pair], Iterable[Finding]]
    CatalogCheck = Callable[[Catalog, Glossary], Iterable[Finding]]
    CorpusCheck = Callable[[Sequence[Catalog], Glossary], Iterable[Finding]]

__all__ = ["CATALOG_CHECKS", "CHECKS", "CORPUS_CHECKS", "PAIR_CHECKS", "Pair", "check", "check_all", "check_pair"]

#: Checks of one sentence and its translation, in the order in which they report.
PAIR_CHECKS: Mapping[str, PairCheck] = {
    "number-mismatch": numbers.number_mismatch,
    "date-mismatch": numbers.date_mismatch,
    "name-mismatch": names.name_mismatch,
    "source-copied": writing.source_copied,
    "script-mismatch": writing.script_mismatch,
    "placeholder-mismatch": marks.placeholder_mismatch,
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
CORPUS_CHECKS: Mapping[str, CorpusCheck] = {}

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


def check(catalog: Catalog, glossary: Glossary, *, checks: Collection[str] | None = None) -> list[Finding]:
    """
    What is wrong with a catalog.

    Args:
        catalog: A PO file of whatever origin.
        glossary: The terms that count.
        checks: Ids of the checks to run; None for all.

    Returns:
        Findings with file and line, in the order of the file.
    """
    found = [*_in_messages(catalog, glossary, checks)]
    for ident, function in CATALOG_CHECKS.items():
        if checks is None or ident in checks:
            found += function(catalog, glossary)
    found = suppress.apply(found, catalog, checks, CHECKS)
    return sorted(found, key=lambda finding: finding.line or 0)


def _in_messages(catalog: Catalog, glossary: Glossary, checks: Collection[str] | None) -> Iterator[Finding]:
    """What the checks of a pair find in the messages whose translation counts."""
    for message, pair in pairs(catalog, glossary):
        for finding in _in_pair(pair, checks):
            yield replace(finding, path=catalog.path, line=message.line)


def check_all(
    catalogs: Sequence[Catalog], glossary: Glossary, *, checks: Collection[str] | None = None
) -> list[Finding]:
    """What is wrong with several catalogs: each by itself, and all of them together."""
    found = [finding for catalog in catalogs for finding in check(catalog, glossary, checks=checks)]
    for ident, function in CORPUS_CHECKS.items():
        if checks is None or ident in checks:
            found += function(catalogs, glossary)
    return found
