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
PAIR_CHECKS: Mapping[str, PairCheck] = {}

#: Checks of one catalog.
CATALOG_CHECKS: Mapping[str, CatalogCheck] = {}

#: Checks of several catalogs together.
CORPUS_CHECKS: Mapping[str, CorpusCheck] = {}

#: Every check, id to function: for the documentation and for options that name one.
CHECKS: Mapping[str, Callable[..., Iterable[Finding]]] = {**PAIR_CHECKS, **CATALOG_CHECKS, **CORPUS_CHECKS}


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
    pair = Pair(source, target, source_lang, target_lang, glossary, on)
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
    return sorted(found, key=lambda finding: finding.line or 0)


def _in_messages(catalog: Catalog, glossary: Glossary, checks: Collection[str] | None) -> Iterator[Finding]:
    """What the checks of a pair find in the messages whose translation counts."""
    for message in catalog:
        if message.obsolete or not message.translated:
            continue
        for finding in check_pair(
            message.msgid,
            message.msgstr,
            catalog.source_lang,
            catalog.lang,
            glossary,
            catalog.date,
            checks=checks,
        ):
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
