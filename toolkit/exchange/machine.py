"""
Two columns without a header, as translation services take them: each source once, nothing that needs a word of caution.

A service replaces words and asks nobody. So a name that means two things stays out, and so does what the glossary
itself never marks in a text.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.exchange.cell import dangerous, flat
from toolkit.exchange.choice import entries

if TYPE_CHECKING:
    from toolkit.exchange.choice import Choice

#: Hints of concepts that a text must be read for.
_READ_FIRST = frozenset({"lookup", "context"})


def two_columns(choice: Choice, longest: int) -> bytes:
    """
    Source and target; CSV, or TSV if the file is called so.

    Args:
        choice: What goes in.
        longest: The bytes that a name may have.
    """
    found: dict[str, set[str]] = {}
    for entry in entries(choice):
        if entry.concept.hints & _READ_FIRST:
            choice.left["names that depend on the text"] += 1
        elif dangerous(entry.source) or dangerous(entry.target):
            choice.left["terms that begin like a formula"] += 1
        elif max(len(entry.source.encode()), len(entry.target.encode())) > longest:
            choice.left["names that are too long"] += 1
        else:
            found.setdefault(flat(entry.source), set()).add(flat(entry.target))
    out = io.StringIO()
    if choice.suffix == ".tsv":
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    else:
        writer = csv.writer(out, lineterminator="\n")
    for source, targets in found.items():
        if len(targets) == 1:
            writer.writerow([source, *targets])
        else:
            choice.left["names that mean several things"] += 1
    return out.getvalue().encode()
