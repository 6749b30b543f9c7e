"""A CSV file as a linter must see it: the raw cells, wrong rows too, and where each cell begins."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.glossary.table.load import read_text
from toolkit.glossary.table.row import parse_row
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.glossary.concept import Concept
    from toolkit.glossary.table.row import RowError


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row.

    Attributes:
        path: The file.
        line: Line on which the row begins.
        cells: Column name to the text as it stands in the file.
        concept: What the row says, None where it is wrong.
        errors: Why it is wrong.
    """

    path: Path
    line: int
    cells: dict[str, str]
    concept: Concept | None
    errors: tuple[RowError, ...]

    @property
    def ident(self) -> str:
        """The id as written."""
        return self.cells.get("id", "").strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One file.

    Attributes:
        path: The file.
        header: The names of the columns, in their order.
        rows: Every row that is not blank.
        lines: The lines of the text, for the places of cells.
    """

    path: Path
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[str, ...]

    def column(self, line: int, field: str) -> int:
        """Where the cell *field* of the row on *line* begins, counted from 1; 1 where nobody can say."""
        if field not in self.header or not 0 < line <= len(self.lines):
            return 1
        wanted = self.header.index(field)
        return next((start + 1 for n, start in enumerate(_starts(self.lines[line - 1])) if n == wanted), 1)


def read_sheet(path: Path) -> Sheet:
    """
    A concept file, cell by cell.

    Raises:
        InputError: It cannot be read as text.
        csv.Error: A line of it is no CSV.
    """
    text = read_text(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = tuple(name.strip() for name in next(reader, []))
    rows: list[Row] = []
    line = reader.line_num + 1
    for cells in reader:
        start, line = line, reader.line_num + 1
        if any(map(str.strip, cells)):
            row = dict(zip(header, cells, strict=False))
            concept, errors = parse_row(row)
            rows.append(Row(path, start, row, concept, tuple(errors)))
    return Sheet(path, header, tuple(rows), tuple(text.splitlines()))


def _starts(line: str) -> Iterator[int]:
    """Where the cells of a line begin; a comma inside quotes separates nothing."""
    quoted = False
    yield 0
    for position, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            yield position + 1
