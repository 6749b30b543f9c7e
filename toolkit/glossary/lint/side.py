"""Rules for the files beside the concepts: patterns, offices, names of people, houses."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from toolkit.errors import GlossaryError
from toolkit.finding import Severity
from toolkit.glossary.holders import FILE as OFFICES
from toolkit.glossary.holders import load_tenures
from toolkit.glossary.houses import FILE as HOUSES
from toolkit.glossary.houses import load_houses
from toolkit.glossary.lint.problem import Problem
from toolkit.glossary.table.load import read_text
from toolkit.glossary.table.pattern import FILE as PATTERNS
from toolkit.glossary.table.pattern import load_patterns
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.glossary.concept import Concept

PEOPLE = "people_names.csv"


def check_side_files(folder: Path, known: Mapping[str, Concept]) -> Iterator[Problem]:
    """
    Every defect of a folder's side files.

    Args:
        folder: A glossary folder; one file has nothing beside it.
        known: All concepts, which the files may point to.
    """
    if not folder.is_dir():
        return
    for load in (load_patterns, load_tenures, load_houses):
        try:
            load([folder])
        except GlossaryError as error:
            for bad in error.rows:
                yield Problem("row-invalid", Severity.ERROR, bad.message, bad.path, bad.line, bad.column)
    for name in (PATTERNS, OFFICES, PEOPLE, HOUSES):
        path = folder / name
        if path.is_file():
            yield from _check_file(path, name, known)


def _check_file(path: Path, name: str, known: Mapping[str, Concept]) -> Iterator[Problem]:
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    seen: dict[str, int] = {}
    line = 2
    for row in reader:
        start, line = line, reader.line_num + 1
        ident = (row.get("id") or "").strip()
        if ident in seen:
            message = _("{id!r} stands in line {line} already").format(id=ident, line=seen[ident])
            yield Problem("id-duplicate", Severity.ERROR, message, path, start, "id", 1, ident)
        seen.setdefault(ident, start)
        for column in {OFFICES: ("person", "office"), PEOPLE: ("id",)}.get(name, ()):
            target = (row.get(column) or "").strip()
            if target and not _is_known(target, known):
                # A person who is missing is a name that cannot be shown; an office may be known by its key alone
                severity = Severity.ERROR if column != "office" else Severity.WARNING
                message = _("{id!r} is no concept").format(id=target)
                yield Problem("reference-unknown", severity, message, path, start, column, 1, ident)


def _is_known(ident: str, known: Mapping[str, Concept]) -> bool:
    """Whether a concept has the id, or a pattern makes one of concepts that are known."""
    pattern, bracket, fillers = ident.partition("(")
    return (
        pattern.startswith("pattern.") and all(f in known for f in fillers[:-1].split(","))
        if bracket
        else ident in known
    )
