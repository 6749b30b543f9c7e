"""The linter's findings as text for a person, as JSON for a program, as annotations for a pull request."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.finding import Severity, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from toolkit.glossary.lint.problem import Problem


def text(problems: Sequence[Problem]) -> str:
    """One line a finding, ``file:line:column: severity check [field] message``, and a line that counts them."""
    lines = [
        f"{_path(p.path)}:{p.line}:{p.column}: {p.severity.label} {p.check} [{p.field}] {p.message}"
        + (f" → {p.fix}" if p.fix else "")
        for p in problems
    ]
    counts = Counter(p.severity for p in problems)
    return "\n".join([*lines, counted({severity: counts[severity] for severity in Severity})]) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """An array of objects, one a finding."""
    return (
        json.dumps(
            [
                {
                    "check": p.check,
                    "severity": p.severity.value,
                    "message": p.message,
                    "path": _path(p.path),
                    "line": p.line,
                    "column": p.column,
                    "field": p.field,
                    "concept": p.concept_id,
                    "fix": p.fix,
                }
                for p in problems
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands: a pull request shows each finding at its line."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    return "".join(
        f"::{kinds[p.severity]} file={_property(_path(p.path))},line={p.line},col={p.column},"
        f"title={_property(p.check)}::{_data(f'[{p.field}] {p.message}')}\n"
        for p in problems
    )


#: Format name -> the function that prints it.
FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"text": text, "json": as_json, "github": github}


def _path(path: Path) -> str:
    """Relative to the working folder where that is shorter: editors and pull requests want it so."""
    try:
        short = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return short if not short.startswith(os.pardir) else str(path)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
