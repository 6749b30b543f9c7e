"""
Catalogs in the formats of other programs, and back, without losing anything that a PO file can hold.

XLIFF and HTML carry the PO file itself, as XLIFF's skeleton is meant to: what comes back is that file with the
translations that were changed. TMX and TSV write every part of an entry down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.errors import CatalogError, InputError
from toolkit.exchange.catalogs import html, tmx, tsv, xliff
from toolkit.lang import LANGUAGES, language
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.catalog import Catalog

#: Format -> what writes a catalog in it, and what reads one.
FORMATS: dict[str, tuple[Callable[[Catalog], str], Callable[[Path], Catalog]]] = {
    "xliff": (xliff.write, xliff.read),
    "tmx": (tmx.write, tmx.read),
    "tsv": (tsv.write, tsv.read),
    "html": (html.write, html.read),
}
_SUFFIXES = {".xlf": "xliff", ".xliff": "xliff", ".tmx": "tmx", ".tsv": "tsv", ".html": "html", ".htm": "html"}


def read_catalog(path: Path) -> Catalog:
    """
    The catalog in a file, by its suffix.

    Raises:
        InputError: The suffix says nothing, the file is another format, or a trap.
    """
    name = _SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise InputError(
            _("has a suffix that says no format"),
            path=path,
            remedy=_("name it {choices}").format(choices=" or ".join(_SUFFIXES)),
        )
    return FORMATS[name][1](path)


def take_over(catalog: Catalog, edited: Catalog) -> tuple[int, int]:
    """
    Put the translations of *edited* into *catalog*; what is empty there takes nothing away here.

    Args:
        catalog: The file of the project; changed in place.
        edited: What came back.

    Returns:
        How many messages changed, and how many of *edited* are not in *catalog* (any more).

    Raises:
        CatalogError: They are for two languages.
    """
    if catalog.lang and edited.lang and catalog.lang != edited.lang:
        here, given = (_(language(c).name) if c in LANGUAGES else c for c in (catalog.lang, edited.lang))
        raise CatalogError(
            _("is a catalog for {mine}, not for {theirs}").format(mine=here, theirs=given),
            path=catalog.path,
            remedy=_("give the catalog that was exported"),
        )
    there = {message.key: message for message in catalog}
    changed = strangers = 0
    for message in edited:
        mine = there.get(message.key)
        if mine is None:
            strangers += 1
            continue
        if mine.filled and not message.filled:
            continue  # it was exported before somebody translated it here
        theirs = (message.msgstr, message.plurals, message.fuzzy, message.comments)
        if theirs != (mine.msgstr, mine.plurals, mine.fuzzy, mine.comments):
            mine.msgstr, mine.plurals, mine.fuzzy, mine.comments = theirs
            if not mine.fuzzy:
                mine.previous = mine.previous_context = mine.previous_plural = None
            changed += 1
    return changed, strangers
