"""Findings as data: JSON for one reader, JSON lines for a pipe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toolkit.report.place import place
from toolkit.report.report import unique

if TYPE_CHECKING:
    from toolkit.finding import Finding
    from toolkit.report.report import Report


def record(finding: Finding, mark: str, report: Report) -> dict[str, object]:
    """One finding as plain values; columns count code points from 1, ``start`` and ``end`` offsets from 0."""
    spot = place(finding)
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": report.name(finding.path),
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
        "concept": finding.concept_id,
        "side": finding.side,
        "lang": finding.lang,
        "start": finding.start,
        "end": finding.end,
        "source": finding.source,
        "target": finding.target,
        "fix": finding.fix,
        "fingerprint": mark,
    }


def write_json(report: Report) -> str:
    """One object: the findings, and how many there are of each severity."""
    data = {
        "findings": [record(finding, mark, report) for finding, mark in unique(report.findings, report)],
        "summary": {severity.value: count for severity, count in report.counts.items()},
        "files": [report.name(path) for path in report.files],
        "known": report.known,
        "failed": report.failed,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_jsonl(report: Report) -> str:
    """One finding a line."""
    return "".join(
        json.dumps(record(finding, mark, report), ensure_ascii=False) + "\n"
        for finding, mark in unique(report.findings, report)
    )
