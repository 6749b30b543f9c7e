"""
A page for people without a translation tool: source and translation side by side, to read, to edit, to save.

The page needs no network. The catalog travels in it; what comes back is the catalog with the translations that were
changed on the page.
"""

from __future__ import annotations

import json
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.errors import InputError
from toolkit.exchange.catalogs.skeleton import Edit, apply, units
from toolkit.exchange.table import text_of
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 1rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8886; padding: .5rem; text-align: start; vertical-align: top; width: 50%; }
td { white-space: pre-wrap; overflow-wrap: anywhere; }
td.fuzzy { border-inline-start: .3rem solid #c80; }
small { display: block; opacity: .75; }
[contenteditable]:focus { outline: 2px solid #37f; }
"""
#: The one thing a page cannot do without a script: give itself back as a file, with what was typed.
_SAVE = (
    "document.getElementById('save').onclick=()=>{const a=document.createElement('a');"
    "const page='<!DOCTYPE html>\\n'+document.documentElement.outerHTML;"
    "a.href=URL.createObjectURL(new Blob([page],{type:'text/html'}));"
    "a.download=document.title+'.html';a.click()}"
)


def write(catalog: Catalog) -> str:
    """The page of *catalog*."""
    title = catalog.path.stem if catalog.path else catalog.name or "catalog"
    rows = []
    for unit in units(catalog):
        fuzzy = " fuzzy" if unit.message.fuzzy else ""
        notes = "".join(f"<small>{escape(note)}</small>" for note in unit.message.notes)
        rows.append(
            f'<tr><td lang="{escape(catalog.source_lang)}">{escape(unit.source)}{notes}</td>'
            f'<td class="target{fuzzy}" lang="{escape(catalog.lang)}" data-unit="{unit.name}"'
            f' contenteditable="plaintext-only">{escape(unit.target)}</td></tr>\n'
        )
    data = json.dumps(str(catalog).split("\n"), ensure_ascii=False, indent=0).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(catalog.lang)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f'<p><button id="save" type="button">💾 {escape(title)}.html</button></p>\n'
        f"<table>\n<tr><th>{escape(catalog.source_lang)}</th><th>{escape(catalog.lang)}</th></tr>\n"
        f"{''.join(rows)}</table>\n"
        f'<script type="application/json" id="catalog">{data}</script>\n<script>{_SAVE}</script>\n</body>\n</html>\n'
    )


def read(path: Path) -> Catalog:
    """
    The catalog of a page, with what was typed on it.

    Raises:
        InputError: It is no page of ours.
        CatalogError: The catalog in it is broken.
    """
    page = _Page()
    page.feed(text_of(path))
    try:
        catalog = Catalog.parse("\n".join(json.loads("".join(page.data))))
    except (json.JSONDecodeError, RecursionError, TypeError, AttributeError):
        raise InputError(
            _("is no page that vje export wrote"), path=path, remedy=_("save the page as HTML only")
        ) from None
    apply(catalog, {name: Edit("".join(parts)) for name, parts in page.cells.items()})
    return catalog


class _Page(HTMLParser):
    """Finds the catalog and the cells that can be edited."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data: list[str] = []
        self.cells: dict[str, list[str]] = {}
        self.into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "script" and found.get("id") == "catalog":
            self.into = self.data
        elif tag == "td":
            self.into = self.cells.setdefault(found["data-unit"] or "", []) if "data-unit" in found else None
        elif self.into is not None and (tag == "br" or (tag in ("div", "p") and self.into)):
            self.into.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "script"):
            self.into = None

    def handle_data(self, data: str) -> None:
        if self.into is not None:
            self.into.append(data)
