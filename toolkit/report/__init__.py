"""
How findings are written: for a person, for a program, for a code host.

A format is a function from a :class:`Report` to a string; each is listed by hand below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.hosts import (
    write_checkstyle,
    write_github,
    write_gitlab,
    write_job_summary,
    write_junit,
    write_rdjson,
    write_sarif,
)
from toolkit.report.records import write_json, write_jsonl
from toolkit.report.report import Report, fingerprint
from toolkit.report.text import summary, write_statistics, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["FORMATS", "Report", "fingerprint", "summary", "write_job_summary", "write_statistics"]

#: Name of a format, as ``--format`` takes it, to the function that writes it.
FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": write_text,
    "json": write_json,
    "jsonl": write_jsonl,
    "github": write_github,
    "gitlab": write_gitlab,
    "sarif": write_sarif,
    "junit": write_junit,
    "checkstyle": write_checkstyle,
    "rdjson": write_rdjson,
}
