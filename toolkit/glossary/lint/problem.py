"""One thing that is wrong with a glossary file, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.value import dataclass

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Problem", "Severity"]


@dataclass(frozen=True, slots=True)
class Problem:
    """
    A defect of a row or a cell.

    Attributes:
        check: Id of the rule, kebab-case: ``form-ambiguous``.
        severity: An error would put something wrong into print or break a program; a warning asks a curator to look.
        message: One sentence that names the words it is about.
        path: The file.
        line: Its line, counted from 1.
        field: Name of the column of the table.
        column: Where the cell begins in its line, counted from 1.
        concept_id: The concept, empty where the row has no id.
        fix: What to write instead, empty where nobody can know.
    """

    check: str
    severity: Severity
    message: str
    path: Path
    line: int
    field: str
    column: int = 1
    concept_id: str = ""
    fix: str = ""
