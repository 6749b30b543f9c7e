r"""A table: an entry a row, the header first. Line ends and tabs in a text are ``\n`` and ``\t``."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.catalog.header import read as read_header
from toolkit.errors import InputError
from toolkit.exchange.catalogs.record import FIELDS, message, record
from toolkit.exchange.cell import tame, untame
from toolkit.exchange.table import rows_of
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = "header"


def write(catalog: Catalog) -> str:
    """The table of *catalog*; no cell of it is a formula."""
    str(catalog)  # brings the header's text up to date
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerow(
        map(tame, (record(catalog.head) | {"state": f"{_HEADER} {record(catalog.head)['state']}"}).values())
    )
    for entry in (*catalog.messages, *catalog.obsolete):
        writer.writerow(map(tame, record(entry).values()))
    return out.getvalue()


def read(path: Path) -> Catalog:
    """
    The catalog of a table that :func:`write` made; columns may stand in another order or be missing.

    Raises:
        InputError: It is no table, or has no columns ``source`` and ``target``.
    """
    catalog = Catalog()
    (_first, header), *rows = rows_of(path) or [(1, [])]
    if not {"source", "target"} <= set(header):
        raise InputError(_("has no columns source and target"), path=path, line=1, remedy=_("vje export writes them"))
    for _number, row in rows:
        texts = {name: untame(cell) for name, cell in zip(header, row, strict=False)}
        entry = message(texts)
        if _HEADER in texts.get("state", "").split():
            catalog.head, catalog.header = entry, read_header(entry.msgstr)
        else:
            (catalog.obsolete if entry.obsolete else catalog.messages).append(entry)
    return catalog
