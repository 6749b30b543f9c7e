"""Findings that are known and accepted: a project that begins with a thousand of them still sees the next one."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from toolkit import files
from toolkit.errors import InputError
from toolkit.report.report import fingerprint
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.finding import Finding
    from toolkit.report.report import Report


def write_baseline(path: Path, report: Report) -> None:
    """
    Write down the findings of a report.

    Fingerprints hold no line numbers: a paragraph that moves brings nothing back. The other values are for people.
    """
    rows = sorted(
        (fingerprint(f, name), f.check, f.severity.value, name, f.message)
        for f in report.findings
        for name in [report.name(f.path)]
    )
    data = {
        "version": 1,
        "findings": [
            dict(zip(("fingerprint", "check", "severity", "path", "message"), row, strict=True)) for row in rows
        ],
    }
    files.write(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


def without_known(path: Path, findings: Iterable[Finding], report: Report) -> tuple[list[Finding], int]:
    """
    Leave out the findings that a baseline knows; each counts once, so a second equal mistake is new.

    Returns:
        The new findings, and how many were known.

    Raises:
        InputError: The file is missing or is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = Counter(str(row["fingerprint"]) for row in data["findings"])
    except FileNotFoundError:
        remedy = _("vje check --write-baseline writes it")
        raise InputError(_("there is no such baseline"), path=path, remedy=remedy) from None
    except (ValueError, KeyError, TypeError, UnicodeDecodeError, OSError):
        remedy = _("vje check --write-baseline writes a new one")
        raise InputError(_("is no baseline"), path=path, remedy=remedy) from None
    new = []
    count = 0
    for finding in findings:
        mark = fingerprint(finding, report.name(finding.path))
        if known[mark] > 0:
            known[mark] -= 1
            count += 1
        else:
            new.append(finding)
    return new, count
