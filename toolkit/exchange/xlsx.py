"""
Excel: the glossary as a workbook that comes back unchanged.

Text stays text, whatever it begins with: a cell is marked as text and quoted, so that it is no formula even after
somebody edits it. Reading looks at the sizes in the archive first, and at no formula.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError
from toolkit.exchange.cell import dangerous, tame, untame
from toolkit.exchange.incoming import slim
from toolkit.exchange.table import columns_of, rows_to_incoming
from toolkit.glossary.table.row import COLUMNS, LANGS, format_row
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Incoming, Reading

#: Bytes that the parts of a workbook may unfold to; the whole glossary takes about 8 MB.
_MOST_BYTES = 40_000_000
#: Where a sheet ends: one cell far away makes millions of empty ones.
_MOST_ROWS, _MOST_COLUMNS = 200_000, 60
_PIECE = 1 << 20
_WIDTHS = {"id": 28, "subject": 20, "note": 40, "definition": 40, "source": 40} | dict.fromkeys(LANGS, 32)


def write(choice: Choice) -> bytes:
    """
    The workbook of *choice*.

    Raises:
        InputError: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "B2"
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 16)

    def cell(text: str, *, bold: bool = False) -> Any:
        made = WriteOnlyCell(sheet, value=None)
        made.value = text
        made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        if dangerous(text):
            made.quotePrefix = True
        return made

    sheet.append([cell(column, bold=True) for column in COLUMNS])
    for concept in choice.concepts:
        # An apostrophe of one's own is doubled, since one that a CSV file brought is taken away
        row = [tame(text) if text.startswith("'") else text for text in format_row(concept).values()]
        sheet.append([cell(text) if dangerous(text) else text or None for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The rows of the first sheet.

    Raises:
        InputError: It is no workbook, a trap, or no column says what it is.
    """
    openpyxl = _openpyxl()
    _guard(path)
    rows = []
    try:
        with path.open("rb") as stream:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a workbook says of its own size may be a lie
            for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), 1):
                if number > _MOST_ROWS:
                    raise InputError(
                        _("has more than {count:,} rows").format(count=_MOST_ROWS),
                        path=path,
                        remedy=_("split it"),
                    )
                slim((cell for cell in row if isinstance(cell, str)), path, number)
                if any(cell is not None for cell in row):
                    rows.append((number, [_text(cell) for cell in row]))
            book.close()
    except InputError:
        raise
    except Exception as error:  # openpyxl raises whatever its parser met
        raise InputError(
            _("is no workbook: {error}").format(error=error), path=path, remedy=_("save it as .xlsx again")
        ) from None
    found = columns_of(rows[0][1], reading.columns, path) if rows else None
    if found is None:
        raise InputError(_("no column says what it is"), path=path, line=1, remedy="--map en=A_COLUMN --map ja=ANOTHER")
    return rows_to_incoming(rows[1:], found)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if hasattr(cell, "date") and hasattr(cell, "isoformat"):  # a spreadsheet makes dates of dates
        return str(cell.date().isoformat())
    return untame(str(cell))


def _guard(path: Path) -> None:
    """
    Look at an archive before anything unfolds it.

    Raises:
        InputError: It is no archive, would unfold to too much, or a part of it declares a document type.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _MOST_BYTES or len(parts) > 10_000:
                size = _MOST_BYTES // 1_000_000
                raise InputError(
                    _("unfolds to more than {size} MB, which may be a trap").format(size=size),
                    path=path,
                    remedy=_("split it"),
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _refuse_types(archive, part, path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(
            _("is no workbook: {error}").format(error=error), path=path, remedy=_("save it as .xlsx")
        ) from None
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, remedy=_("check the name")) from None
    except OSError as error:
        raise InputError(
            _("cannot be read: {error}").format(error=error.strerror), path=path, remedy=_("check the name")
        ) from None


def _refuse_types(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    """No spreadsheet writes a document type; with one come entities. In XML text the mark cannot stand."""
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            both = tail + piece  # a piece may be short
            seen = both.replace(b"\0", b"")  # UTF-16 as well
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise InputError(
                    _("declares a document type, which may be a trap"), path=path, remedy=_("save it again")
                )
            tail = both[-40:]


def _openpyxl() -> ModuleType:
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(_("Excel files need openpyxl"), remedy="pip install 'vje-toolkit[xlsx]'") from None
    return openpyxl
