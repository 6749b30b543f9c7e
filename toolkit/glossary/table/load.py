"""Folders of CSV files become concepts, or an error that names every bad row."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from toolkit.errors import BadRow, GlossaryError, InputError
from toolkit.glossary.table.row import COLUMNS, parse_row
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from toolkit.glossary.concept import Concept

#: Files beside the concepts, with columns of their own; other modules read them.
SIDE_FILES = frozenset({"patterns.csv", "blockers.csv", "houses.csv", "offices.csv", "people_names.csv"})

#: More than this is no cell of a glossary: csv's own limit would end in a traceback.
_MAX_BYTES = 50_000_000


def files(folder: Path) -> list[Path]:
    """
    The concept files of a folder, sorted by name; a path to one file stands for itself.

    Raises:
        InputError: There is no such folder, or no concept file in it.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise InputError(_("there is no such glossary"), path=folder, remedy=_("give a folder that holds CSV files"))
    found = sorted(path for path in folder.glob("*.csv") if path.name not in SIDE_FILES)
    if not found and not any((folder / name).is_file() for name in SIDE_FILES):
        raise InputError(_("holds no CSV file"), path=folder, remedy=_("a glossary is a folder of CSV files"))
    return found


def read_text(path: Path) -> str:
    """
    The text of a glossary file as it stands there, without its byte order mark.

    Raises:
        InputError: It cannot be read, is no text, not UTF-8, or far too large.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(
                _("is too large for a glossary"), path=path, remedy=_("one file a subject, at most 50 MB each")
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(_("cannot be read: {error}").format(error=error.strerror), path=path) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(_("is not UTF-8"), path=path, line=line, remedy=_("save it as CSV UTF-8")) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise InputError(_("holds binary data"), path=path, line=line, remedy=_("save it as CSV UTF-8"))
    return text


def read_table(path: Path, columns: Sequence[str], required: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """
    The rows of a CSV file with their line numbers, text in NFC.

    Args:
        path: UTF-8, with or without a byte order mark, a header row first.
        columns: Names that the header may have, in any order.
        required: Names that it must have.

    Yields:
        The line on which a row starts, counted from 1, and its cells by column; blank rows are left out.

    Raises:
        InputError: The file cannot be read or is not UTF-8 text.
        GlossaryError: The header or the shape of a row is wrong. All such rows are in it.
    """
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", read_text(path)), newline=""), strict=True)
    bad: list[BadRow] = []
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        bad = list(bad_header(path, header, columns, required))
        if bad:
            raise GlossaryError(tuple(bad))
        line = reader.line_num + 1
        for cells in reader:
            start, line = line, reader.line_num + 1
            if not any(map(str.strip, cells)):
                continue
            if len(cells) > len(header) and any(map(str.strip, cells[len(header) :])):
                bad.append(
                    BadRow(
                        path,
                        start,
                        header[-1],
                        _("the row has {cells} cells for {columns} columns").format(
                            cells=len(cells), columns=len(header)
                        ),
                    )
                )
                continue
            rows.append((start, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        bad.append(BadRow(path, reader.line_num, "row", _("the line is no CSV: {error}").format(error=error)))
    if bad:
        raise GlossaryError(tuple(bad))
    yield from rows


def read_rows(path: Path) -> tuple[list[tuple[int, Concept]], list[BadRow]]:
    """The concepts of one file with their lines, and every row that is wrong."""
    try:
        table = list(read_table(path, COLUMNS, ("id",)))
    except GlossaryError as error:
        return [], list(error.rows)
    good: list[tuple[int, Concept]] = []
    bad: list[BadRow] = []
    for line, cells in table:
        concept, errors = parse_row(cells)
        if concept is None:
            bad += [BadRow(path, line, error.column, str(error)) for error in errors]
        else:
            good.append((line, concept))
    return good, bad


def read_folder(folder: Path) -> tuple[dict[str, Concept], list[BadRow]]:
    """The concepts of one folder by id, and every row that is wrong; an id that stands twice is wrong."""
    concepts: dict[str, Concept] = {}
    places: dict[str, tuple[Path, int]] = {}
    bad: list[BadRow] = []
    for path in files(folder):
        good, wrong = read_rows(path)
        bad += wrong
        for line, concept in good:
            if concept.id in concepts:
                other, at = places[concept.id]
                bad.append(
                    BadRow(
                        path,
                        line,
                        "id",
                        _("{id!r} stands in {name}:{at} already").format(id=concept.id, name=other.name, at=at),
                    )
                )
            else:
                concepts[concept.id] = concept
                places[concept.id] = (path, line)
    return concepts, bad


def load_concepts(folders: Sequence[Path]) -> dict[str, Concept]:
    """
    The concepts of all folders, a later row with the same id in place of an earlier one.

    Raises:
        InputError: A folder is not there or a file cannot be read.
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    concepts: dict[str, Concept] = {}
    bad: list[BadRow] = []
    for folder in folders:
        layer, wrong = read_folder(folder)
        concepts |= layer
        bad += wrong
    if bad:
        raise GlossaryError(tuple(bad))
    return concepts


def bad_header(path: Path, header: list[str], columns: Sequence[str], required: Sequence[str]) -> Iterator[BadRow]:
    """What is wrong with the names of the columns."""
    if not any(header):
        yield BadRow(path, 1, required[0], _("the file is empty: its first row names the columns"))
        return
    for number, name in enumerate(header):
        if name not in columns:
            yield BadRow(
                path,
                1,
                name or f"column {number + 1}",
                _advice(name, columns),
            )
        elif name in header[:number]:
            yield BadRow(path, 1, name, _("the column stands twice"))
    for name in required:
        if name not in header:
            yield BadRow(path, 1, name, _("the column is missing"))


def _advice(name: str, columns: Sequence[str]) -> str:
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    near = difflib.get_close_matches(name, columns, 1)
    if near:
        return _("no such column; did you mean {near!r}?").format(near=near[0])
    return _("no such column; the columns are {choices}").format(choices=", ".join(columns))
