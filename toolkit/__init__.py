"""
Translate news between Vietnamese, Japanese and English with one glossary and PO files.

The line that an article travels::

    file ─ readers ─ Article ─ segment ─ Segments ─┐
                          glossary/ ─ Glossary ─ match ─ Matches ─ catalog ─ PO file ─→ translator
                                                                     │
                 translated article ←─ render ←──────────────────────┤←── PO file comes back
                           findings ←─ checks ←──────────────────────┘

Every name below is imported when it is first used, so that ``import toolkit`` costs nothing.
"""

from __future__ import annotations

#: What type checkers take for true, as in :mod:`typing`, which takes ten times as long to import as all of this.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from toolkit.alignment import Bead as Bead
    from toolkit.alignment import align as align
    from toolkit.alignment import pair_score as pair_score
    from toolkit.article import Article as Article
    from toolkit.article import Block as Block
    from toolkit.article import Role as Role
    from toolkit.catalog import Catalog as Catalog
    from toolkit.catalog import Message as Message
    from toolkit.catalog import extract as extract
    from toolkit.checks import check as check
    from toolkit.checks import check_pair as check_pair
    from toolkit.finding import Finding as Finding
    from toolkit.finding import Severity as Severity
    from toolkit.glossary.book import Glossary as Glossary
    from toolkit.glossary.concept import Concept as Concept
    from toolkit.glossary.concept import Confidence as Confidence
    from toolkit.glossary.concept import Status as Status
    from toolkit.glossary.concept import Term as Term
    from toolkit.glossary.find.finder import Match as Match
    from toolkit.glossary.lookup.search import Hit as Hit
    from toolkit.names import transcribe as transcribe
    from toolkit.readers import read_article as read_article
    from toolkit.rendering import render as render
    from toolkit.segment import Segment as Segment
    from toolkit.segment import split as split

_HOMES = {
    "Article": "toolkit.article",
    "Bead": "toolkit.alignment",
    "Block": "toolkit.article",
    "Role": "toolkit.article",
    "read_article": "toolkit.readers",
    "Catalog": "toolkit.catalog",
    "Concept": "toolkit.glossary.concept",
    "Confidence": "toolkit.glossary.concept",
    "Finding": "toolkit.finding",
    "Glossary": "toolkit.glossary.book",
    "Hit": "toolkit.glossary.lookup.search",
    "Match": "toolkit.glossary.find.finder",
    "Message": "toolkit.catalog",
    "Segment": "toolkit.segment",
    "Severity": "toolkit.finding",
    "Status": "toolkit.glossary.concept",
    "Term": "toolkit.glossary.concept",
    "align": "toolkit.alignment",
    "check": "toolkit.checks",
    "check_pair": "toolkit.checks",
    "extract": "toolkit.catalog",
    "pair_score": "toolkit.alignment",
    "render": "toolkit.rendering",
    "split": "toolkit.segment",
    "transcribe": "toolkit.names",
}

__all__ = [
    "Article",
    "Bead",
    "Block",
    "Catalog",
    "Concept",
    "Confidence",
    "Finding",
    "Glossary",
    "Hit",
    "Match",
    "Message",
    "Role",
    "Segment",
    "Severity",
    "Status",
    "Term",
    "align",
    "check",
    "check_pair",
    "extract",
    "pair_score",
    "read_article",
    "render",
    "split",
    "transcribe",
]


def __getattr__(name: str) -> object:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'toolkit' has no attribute {name!r}") from None
    from importlib import import_module  # noqa: PLC0415 - see above

    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
