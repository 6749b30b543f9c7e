"""
How findings are written: for a person, for a program, for a code host.

A format is a function from a :class:`Report` to a string; each is listed by hand below, and imported when it is asked
for.
"""

from __future__ import annotations

import importlib

from toolkit.report.report import Report, fingerprint
from toolkit.report.text import summary, write_statistics

__all__ = ["FORMATS", "Report", "fingerprint", "summary", "write", "write_statistics"]

#: Name of a format, as ``--format`` takes it, to the module and the function that writes it.
FORMATS = {
    "text": ("text", "write_text"),
    "json": ("records", "write_json"),
    "jsonl": ("records", "write_jsonl"),
    "github": ("hosts", "write_github"),
    "gitlab": ("hosts", "write_gitlab"),
    "sarif": ("hosts", "write_sarif"),
    "junit": ("xml", "write_junit"),
    "checkstyle": ("xml", "write_checkstyle"),
    "rdjson": ("hosts", "write_rdjson"),
    "html": ("review.page", "write_html"),
}


def write(report: Report, form: str) -> str:
    """
    A report in a format.

    Raises:
        KeyError: There is no such format in :data:`FORMATS`.

    >>> write(Report(()), "jsonl")
    ''
    """
    module, function = FORMATS[form]
    written = getattr(importlib.import_module(f"toolkit.report.{module}"), function)(report)
    assert isinstance(written, str)
    return written
