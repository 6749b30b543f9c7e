"""
Bring a catalog up to date with an article that changed, and lose no translation.

Sentences are told apart by what they say, not by where they stand. What did not change stays translated, wherever it
went; what changed in spelling only does too; numbers, dates and names are replaced where that is certain; and where the
meaning changed, the old pair stands in the notes as a suggestion and nothing is filled in. The old pair itself becomes
obsolete and comes back, confirmed as it was, when the edit is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.update.change import Change, Kind, Outcome, count
from toolkit.errors import CatalogError
from toolkit.lang import LANGUAGES, language
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from toolkit.catalog.catalog import Catalog

__all__ = ["Change", "Kind", "Outcome", "count", "fresh", "update"]


def update(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """
    Change *old* into the catalog of today's article.

    Args:
        old: What a translator has worked on.
        new: A fresh extraction of the article; its messages are used up.

    Returns:
        What happened to each message: the live ones in the article's order, then what became obsolete.

    Raises:
        CatalogError: The two are for different languages.
    """
    from toolkit.catalog.update.merge import Merge  # noqa: PLC0415 - an unchanged file needs no aligner

    _agree(old, new)
    before = [message.key for message in old.messages]
    merge = Merge(old, new)
    changes = merge.run()
    if before != [message.key for message in old.messages] or "POT-Creation-Date" not in old.header:
        _stamp(old, new)
    for name, value in new.header.items():
        if name not in old.header and name not in ("PO-Revision-Date", "Last-Translator", "Language-Team"):
            old.header[name] = value
    _rename(old, new)
    old.glossary = new.glossary
    old.article = new.article
    return changes


def fresh(new: Catalog) -> tuple[Change, ...]:
    """The story of a catalog that did not exist before."""
    return tuple(Change(Kind.NEW, m.msgid, Outcome.FUZZY if m.filled else Outcome.EMPTY) for m in new.messages)


def _agree(old: Catalog, new: Catalog) -> None:
    """An update across languages would take every sentence for a new one."""
    if old.lang != new.lang:
        mine, theirs = (_name(code) for code in (old.lang, new.lang))
        raise CatalogError(
            _("is a catalog for {mine}, not for {theirs}").format(mine=mine, theirs=theirs),
            path=old.path,
            remedy=_("name its own language"),
        )
    if old.source_lang and old.source_lang != new.source_lang:
        mine, theirs = (_name(code) for code in (old.source_lang, new.source_lang))
        raise CatalogError(
            _("translates an article from {mine}, not from {theirs}").format(mine=mine, theirs=theirs),
            path=old.path,
            remedy=_("choose another folder with --locales, or extract the version it was made from"),
        )


def _name(code: str) -> str:
    return _(language(code).name) if code in LANGUAGES else code or _("no language")


def _stamp(old: Catalog, new: Catalog) -> None:
    """The article's sentences moved, so its date does."""
    stamp = new.header.get("POT-Creation-Date", "")
    if not stamp:
        return
    if "POT-Creation-Date" in old.header:
        old.header["POT-Creation-Date"] = stamp
        return
    fields = list(old.header.items())
    at = sum(name in ("Project-Id-Version", "Report-Msgid-Bugs-To") for name, _ in fields)
    old.header.clear()
    old.header.update([*fields[:at], ("POT-Creation-Date", stamp), *fields[at:]])


def _rename(old: Catalog, new: Catalog) -> None:
    """A corrected date of the article decides other terms; a name that somebody else gave stays."""
    mine = old.header.get("Project-Id-Version", "")
    theirs = new.header.get("Project-Id-Version", "")
    if theirs and mine.rpartition(" ")[0] == theirs.rpartition(" ")[0] and mine != theirs:
        old.header["Project-Id-Version"] = theirs
