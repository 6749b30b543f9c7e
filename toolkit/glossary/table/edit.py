"""Write a concept into the file where it belongs, and touch no other row of it."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit import files as disk
from toolkit.errors import BadRow, GlossaryError, InputError, UnknownConceptError
from toolkit.glossary.concept import Confidence
from toolkit.glossary.table.load import files, read_rows, read_text
from toolkit.glossary.table.row import COLUMNS, RowError, format_row, parse_row
from toolkit.ui import gettext as _
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.glossary.concept import Concept

#: The file for concepts like which there are none yet.
NEW_FILE = "terms.csv"


class _Row(NamedTuple):
    """A row of a file: its first line and the one after its last, counted from 0, and its cells."""

    start: int
    stop: int
    cells: list[str]


def home(folder: Path, subject: str) -> Path:
    """
    The file of *folder* in which concepts of this subject live: the one that has most of them.

    >>> from pathlib import Path
    >>> home(Path("no-such-folder"), "place.city").name
    'terms.csv'
    """
    if folder.is_file():
        return folder
    counts: Counter[Path] = Counter()
    for path in files(folder) if folder.is_dir() and any(folder.glob("*.csv")) else []:
        for _line, concept in read_rows(path)[0]:
            if concept.subject == subject:
                counts[path] += 2
            elif concept.subject.partition(".")[0] == subject.partition(".")[0]:
                counts[path] += 0
    return counts.most_common(1)[0][0] if counts and counts.most_common(1)[0][1] else folder / NEW_FILE


def add(folder: Path, concept: Concept) -> tuple[Path, int]:
    """
    Write a new row in its place.

    Args:
        folder: A glossary folder, or one file of it.
        concept: What to write; its id must be new in the folder.

    Returns:
        The file and the line.

    Raises:
        InputError: The id is there already, or the file cannot be written.
    """
    for path in files(folder) if folder.exists() and (folder.is_file() or any(folder.glob("*.csv"))) else []:
        for line, other in read_rows(path)[0]:
            if other.id == concept.id:
                raise InputError(
                    _("{id!r} is there already").format(id=concept.id),
                    path=path,
                    line=line,
                    remedy=_("take another id"),
                )
    path = home(folder, concept.subject)
    if not path.exists():
        disk.write(path, (_line(COLUMNS, "\n") + _line(list(format_row(concept).values()), "\n")).encode())
        return path, 2
    lines = read_text(path).splitlines(keepends=True)
    end = _newline(lines)
    header, *rows = _rows(lines)
    at = next((row.start for row in rows if row.cells and row.cells[0] > concept.id), len(lines))
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    lines.insert(at, _line(_cells(header.cells, concept), end))
    _save(path, lines)
    return path, at + 1


def add_checked(folder: Path, cells: Mapping[str, str]) -> tuple[Path, int]:
    """
    Write the row with these cells, if nothing is wrong with it.

    Raises:
        GlossaryError: Something is wrong; it carries every defect.
        InputError: The id is there already, or the file cannot be written.
    """
    concept, errors = parse_row({column: unicodedata.normalize("NFC", cell) for column, cell in cells.items()})
    path = folder if folder.is_file() else folder / NEW_FILE
    if not cells.get("subject", "").strip():
        errors.append(RowError("subject", _("the row has no subject")))
    if errors or concept is None:
        raise GlossaryError(tuple(BadRow(path, 0, error.column, str(error)) for error in errors))
    return add(folder, concept)


def confirm(
    layers: Sequence[Path | str], ids: Sequence[str], sources: Sequence[str]
) -> Iterator[tuple[Path, int, Concept]]:
    """
    Write the sources of concepts into their rows.

    Yields:
        The file, the line and the concept as it is now, one by one as they are written.

    Raises:
        UnknownConceptError: An id is in no layer; nothing was written.
        InputError: A file cannot be written.
    """
    found = [find([Path(layer) for layer in layers], ident) for ident in ids]
    for path, concept in found:
        sure = confirmed(concept, sources)
        yield path, change(path, sure), sure


def change(path: Path, concept: Concept) -> int:
    """
    Write *concept* over the row with its id.

    Returns:
        The line.

    Raises:
        UnknownConceptError: The file has no such row.
        InputError: The file cannot be written.
    """
    lines = read_text(path).splitlines(keepends=True)
    header, *rows = _rows(lines)
    column = header.cells.index("id")
    for row in rows:
        if len(row.cells) > column and row.cells[column].strip() == concept.id:
            lines[row.start : row.stop] = [_line(_cells(header.cells, concept), _newline(lines))]
            _save(path, lines)
            return row.start + 1
    raise UnknownConceptError(concept.id, [row.cells[column] for row in rows if len(row.cells) > column])


def find(folders: Sequence[Path], ident: str) -> tuple[Path, Concept]:
    """
    The file and the row of an id in the strongest layer that has it.

    Raises:
        UnknownConceptError: No layer has it.
    """
    known: list[str] = []
    for folder in reversed(folders):
        for path in files(folder):
            for _line, concept in read_rows(path)[0]:
                if concept.id == ident:
                    return path, concept
                known.append(concept.id)
    raise UnknownConceptError(ident, known)


def confirmed(concept: Concept, sources: Sequence[str]) -> Concept:
    """
    *concept* after somebody looked it up: with the sources, and as sure as they make it.

    One source makes it ``single``, two ``verified``; whether two sources are independent is for a person to judge.
    """
    everything = tuple(dict.fromkeys([*(s for s in concept.sources if s != Confidence.OWN), *sources]))
    seen = len(everything) if concept.confidence is not Confidence.OWN else len(set(sources))
    sure = Confidence.VERIFIED if seen > 1 else Confidence.SINGLE
    return replace(concept, sources=everything, confidence=sure)


def _rows(lines: Sequence[str]) -> Iterator[_Row]:
    reader = csv.reader(lines)
    start = 0
    for cells in reader:
        yield _Row(start, reader.line_num, cells)
        start = reader.line_num


def _cells(header: Sequence[str], concept: Concept) -> list[str]:
    row = format_row(concept)
    lost = [name for name, cell in row.items() if cell and name not in header]
    if lost:
        raise InputError(
            _("the file has no column {choices}").format(choices=", ".join(lost)), remedy=_("add it to the first row")
        )
    return [row.get(name.strip(), "") for name in header]


def _line(cells: Sequence[str], end: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerow(cells)
    return out.getvalue()


def _newline(lines: Sequence[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _save(path: Path, lines: Sequence[str]) -> None:
    # Excel knows UTF-8 by the byte order mark only: a file that had one keeps it
    mark = b"\xef\xbb\xbf" if path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    disk.write(path, mark + "".join(lines).encode())
