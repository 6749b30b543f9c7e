"""
What is wrong with a glossary, before it is printed: the linter of ``vje glossary lint``.

A loader stops at rows it cannot read; a linter reads on and says what a curator would regret later.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.finding import Severity
from toolkit.glossary.lint.book import check_book
from toolkit.glossary.lint.cells import check_row
from toolkit.glossary.lint.katakana import check_katakana
from toolkit.glossary.lint.problem import Problem
from toolkit.glossary.lint.sheet import read_sheet
from toolkit.glossary.lint.side import check_side_files
from toolkit.glossary.table.load import bad_header, files
from toolkit.glossary.table.row import COLUMNS
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from toolkit.glossary.concept import Concept

__all__ = ["Problem", "lint"]


def lint(folders: Iterable[Path], known: Mapping[str, Concept] | None = None) -> list[Problem]:
    """
    Every defect of the folders, in the order of the files and lines.

    Args:
        folders: Glossary folders or files, each judged together with the others.
        known: Concepts of layers below, which successors may point to.

    Raises:
        InputError: There is no such folder.
    """
    folders = list(folders)
    problems: list[Problem] = []
    sheets = []
    for folder in folders:
        for path in files(folder):
            try:
                sheet = read_sheet(path)
            except (InputError, csv.Error) as error:
                line = getattr(error, "line", None) or 1
                message = (
                    error.message
                    if isinstance(error, InputError)
                    else _("the line is no CSV: {error}").format(error=error)
                )
                problems.append(Problem("file-unreadable", Severity.ERROR, message, path, line, "row"))
                continue
            for bad in bad_header(path, list(sheet.header), COLUMNS, ("id",)):
                problems.append(Problem("row-invalid", Severity.ERROR, bad.message, path, bad.line, bad.column))
            sheets.append(sheet)
            for row in sheet.rows:
                problems += check_row(sheet, row)
                if row.concept is not None:
                    problems += check_katakana(sheet, row, row.concept)
    problems += check_book(sheets, known or {})
    concepts = {row.ident: row.concept for sheet in sheets for row in sheet.rows if row.concept is not None}
    for folder in folders:
        problems += check_side_files(folder, {**(known or {}), **concepts})
    return sorted(problems, key=lambda p: (str(p.path), p.line, p.column, p.check, p.message))
