"""Weblate's glossary as CSV, with the columns that Weblate and translate-toolkit know by name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.exchange.cell import tame, untame
from toolkit.exchange.choice import entries
from toolkit.exchange.incoming import Incoming, Line, bilingual
from toolkit.exchange.remark import parse_remark, remark
from toolkit.exchange.table import rows_of
from toolkit.glossary.concept import Confidence

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading

_COLUMNS = ("source", "target", "context", "fuzzy", "developer_comments")


def write(choice: Choice) -> bytes:
    """The file of *choice*; the id is the context, so that two things of one name stay apart."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries(choice):
        unsure = entry.concept.confidence is Confidence.OWN
        comment = parse_remark(remark(entry.concept, choice.target))[1]
        cells = (entry.source, entry.target, entry.concept.id, str(unsure), comment)
        writer.writerow(map(tame, cells))
    return out.getvalue().encode()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The lines of a CSV file with Weblate's columns.

    Raises:
        InputError: It is no CSV, or nobody said its languages.
    """
    source, target = reading.pair(path)
    (_, header), *rows = rows_of(path) or [(1, [])]
    found = []
    for number, row in rows:
        cells = {name.strip().lower(): untame(cell) for name, cell in zip(header, row, strict=False)}
        found.append(
            Line(
                cells.get("source", ""),
                cells.get("target", ""),
                cells.get("context", "").strip(),
                cells.get("developer_comments", "") or cells.get("translator_comments", ""),
                line=number,
            )
        )
    return bilingual(found, source, target)
