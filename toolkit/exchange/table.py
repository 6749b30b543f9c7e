"""CSV and TSV: the glossary's own columns, and anybody's, where a person says which is which."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.exchange.cell import tame, untame
from toolkit.exchange.incoming import Incoming, Line, bilingual
from toolkit.glossary.table.row import COLUMNS, LANGS, format_row
from toolkit.lang import LANGUAGES
from toolkit.readers.decode import decode
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading

#: Larger than any table of names that was met; a spreadsheet of a million rows is less.
_MOST_BYTES = 60_000_000
#: A name, a note, a list of sources; a cell beyond that is no cell of a glossary.
_LONGEST_CELL = 100_000
#: The words that people write over these columns, in small letters.
_WORDS = {
    "definition": "definition",
    "định nghĩa": "definition",
    "定義": "definition",
    "note": "note",
    "notes": "note",
    "comment": "note",
    "ghi chú": "note",
    "備考": "note",
    "reading": "ja_reading",
    "yomi": "ja_reading",
    "よみ": "ja_reading",
    "読み": "ja_reading",
    "subject": "subject",
    "chủ đề": "subject",
    "分野": "subject",
    "source": "source",
    "nguồn": "source",
    "出典": "source",
}


def write(choice: Choice) -> bytes:
    """The file of *choice*: what :mod:`toolkit.glossary` keeps, made safe for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if choice.suffix == ".tsv" else ",", lineterminator="\n")
    writer.writerow(COLUMNS)
    for concept in choice.concepts:
        writer.writerow(map(tame, format_row(concept).values()))
    # Excel knows UTF-8 by the byte order mark only
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The rows of a table with a header; without one, two columns (and a comment) are a list of pairs.

    Raises:
        InputError: It is no table, is far too large, or no column says what it is.
    """
    rows = [(number, [untame(cell) for cell in row]) for number, row in rows_of(path)]
    if not rows:
        raise InputError(_("is empty"), path=path, remedy=_("its first row names the columns"))
    found = columns_of(rows[0][1], reading.columns, path)
    if found is None:
        source, target = reading.pair(path)
        padded = [(number, [*row, "", "", ""]) for number, row in rows]
        lines = [Line(row[0], row[1], note=row[2], line=number) for number, row in padded]
        return bilingual(lines, source, target)
    first = 0 if reading.columns and all(name.isdigit() for name in reading.columns.values()) else 1
    return rows_to_incoming(rows[first:], found)


def rows_to_incoming(rows: Sequence[tuple[int, Sequence[str]]], columns: Mapping[str, int]) -> list[Incoming]:
    """Rows of cells with the place of each column; a table that has every column of ours says all there is to say."""
    whole = set(COLUMNS) <= columns.keys()
    found = []
    for number, row in rows:
        cells = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        if not whole:  # a cell of a stranger may hold a line end
            cells |= {lang: " ".join(cells[lang].split()) for lang in LANGS if lang in cells}
        if any(cells.values()):
            found.append(Incoming(cells, number, whole))
    return found


def columns_of(header: Sequence[str], given: Mapping[str, str], path: Path) -> dict[str, int] | None:
    """
    Column of ours -> its place; None where the row is no header.

    Args:
        header: The cells of the first row.
        given: What a person said: our column -> the name or the number of theirs.
        path: For the error.

    Raises:
        InputError: A column of ours or of theirs does not exist.
    """
    names = [cell.strip() for cell in header]
    if given:
        found = {}
        for ours, theirs in given.items():
            if ours not in COLUMNS:
                raise InputError(
                    _("there is no column {ours!r}").format(ours=ours),
                    remedy=_("ours are {choices}").format(choices=", ".join(COLUMNS)),
                )
            if theirs in names:
                found[ours] = names.index(theirs)
            elif theirs.isdigit() and 0 < int(theirs) <= len(names):
                found[ours] = int(theirs) - 1
            else:
                remedy = _("its columns are {choices}").format(choices=", ".join(filter(None, names)) or "–")
                raise InputError(_("has no column {theirs!r}").format(theirs=theirs), path=path, line=1, remedy=remedy)
        return found
    known = {column: column for column in COLUMNS} | _WORDS
    for language in LANGUAGES.values():
        known |= {language.name.lower(): language.code, language.autonym.lower(): language.code}
    found = {}
    for at, name in enumerate(names):
        if (column := known.get(name.lower())) and column not in found:
            found[column] = at
    return found if any(lang in found for lang in LANGS) or "id" in found else None


def text_of(path: Path) -> str:
    """
    The text of a file, in whatever encoding it came, NFC.

    Raises:
        InputError: It cannot be read, is no text, or is far too large.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(
                _("is larger than {size} MB").format(size=_MOST_BYTES // 1_000_000), path=path, remedy=_("split it")
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, remedy=_("check the name")) from None
    except OSError as error:
        raise InputError(
            _("cannot be read: {error}").format(error=error.strerror), path=path, remedy=_("check the name")
        ) from None
    if not data.strip():
        raise InputError(_("is empty"), path=path, remedy=_("export it again"))
    return unicodedata.normalize("NFC", decode(data, path)[0].replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(path: Path) -> list[str]:
    """
    The lines of a list that are not blank stay, blank ones are empty.

    Raises:
        InputError: It cannot be read, is no text, or a line is no line of a list.
    """
    lines = text_of(path).split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_CELL:
            raise InputError(
                _("has a line that is no line of a list"), path=path, line=number, remedy=_("give a term list")
            )
    return lines


def rows_of(path: Path) -> list[tuple[int, list[str]]]:
    """
    The rows of a table with their lines; commas, semicolons or tabs separate, whichever the first line has most of.

    Raises:
        InputError: It cannot be read, or is no table.
    """
    text = text_of(path)
    first = text.partition("\n")[0][:_LONGEST_CELL]
    mark = max("\t;,", key=first.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=mark != "\t")
    rows, line = [], 1
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            _("is no table: {error}").format(error=error), path=path, line=line, remedy=_("save it as CSV UTF-8")
        ) from None
    finally:
        csv.field_size_limit(before)
    return rows
