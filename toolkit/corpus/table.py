"""
The tables of the results: their columns, and how rows become bytes and come back.

Rows are JSON lines from the worker to the disk: they need no library, and the parts of a table joined are the table.
"""

from __future__ import annotations

import json
from collections import Counter
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: The values of one row, in the order of the table's columns.
Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """
    One table of a result.

    Attributes:
        name: What its file is called.
        columns: Name -> type of each column, in order.
        counts: How many of the last columns are counts: rows that are equal but for them are added up. None are where
            every row stays by itself, in the order of the input.
    """

    name: str
    columns: Mapping[str, type[str] | type[int]]
    counts: int = 0

    def encode(self, rows: Iterable[Row]) -> bytes:
        """Rows as JSON lines; those that are to be added up are, and sorted."""
        return b"".join(self.lines(self.total(rows) if self.counts else rows))

    def lines(self, rows: Iterable[Row]) -> Iterator[bytes]:
        """Rows one by one, as :func:`json.dumps` writes them: it would make an encoder for each."""
        form = "{" + ", ".join(f"{quoted(name)}: %s" for name in self.columns) + "}\n"
        for row in rows:
            yield (form % tuple([quoted(value) if isinstance(value, str) else value for value in row])).encode()

    def decode(self, lines: bytes) -> Iterator[Row]:
        """The rows of JSON lines, all of which are in memory anyway."""
        return (tuple(found.values()) for found in json.loads(b"[" + lines.rstrip(b"\n").replace(b"\n", b",") + b"]"))

    def total(self, rows: Iterable[Row]) -> list[Row]:
        """Rows with equal keys added up, in the order of their keys."""
        first = len(self.columns) - self.counts
        if self.counts == 1:
            sums: Counter[Row] = Counter()
            for row in rows:
                sums[row[:first]] += int(row[first])
            return [(*key, number) for key, number in sorted(sums.items())]
        found: dict[Row, list[int]] = {}
        for row in rows:
            known = found.setdefault(row[:first], [0] * self.counts)
            for place, number in enumerate(row[first:]):
                known[place] += int(number)
        return [(*key, *found[key]) for key in sorted(found)]


_PLACE = {"article": str, "place": str, "lang": str, "date": str, "source": str}

SENTENCES = Table(
    "sentences",
    {**_PLACE, "number": int, "paragraph": int, "role": str, "start": int, "end": int, "line": int, "text": str},
)
TERMS = Table(
    "terms",
    {
        "concept": str,
        "lang": str,
        "form": str,
        "status": str,
        "year": str,
        "source": str,
        "articles": int,
        "times": int,
    },
    2,
)
CONCORDANCE = Table("concordance", {"concept": str, **_PLACE, "start": int, "left": str, "form": str, "right": str})
AVOID = Table(
    "avoid",
    {**_PLACE, "check": str, "concept": str, "form": str, "instead": str, "line": int, "start": int, "message": str},
)
RENDERINGS = Table(
    "renderings",
    {"concept": str, "lang": str, "form": str, "target_lang": str, "rendering": str, "year": str, "times": int},
    1,
)
FINDINGS = Table(
    "findings",
    {
        **_PLACE,
        "check": str,
        "severity": str,
        "concept": str,
        "line": int,
        "side": str,
        "start": int,
        "end": int,
        "message": str,
        "fix": str,
        "text": str,
        "target": str,
    },
)
MESSAGES = Table(
    "messages", {**_PLACE, "target_lang": str, "msgid": str, "msgstr": str, "notes": str, "references": str}
)
#: What there was, and of what: the summary is made of it.
TOTALS = Table(
    "totals",
    {"lang": str, "year": str, "source": str, "articles": int, "sentences": int, "characters": int, "found": int},
    4,
)
#: Records that could not be used.
BAD = Table("bad", {"place": str, "record": str, "message": str})
