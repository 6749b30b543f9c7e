"""What code hosts and review tools read: GitHub, GitLab, SARIF, reviewdog."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from toolkit.finding import Severity
from toolkit.report.place import place
from toolkit.report.report import unique
from toolkit.report.text import summary
from toolkit.ui import gettext as _
from toolkit.ui import ngettext

if TYPE_CHECKING:
    from toolkit.finding import Finding
    from toolkit.report.report import Report

#: GitHub shows ten annotations of a step, and drops the rest in silence.
GITHUB_SHOWN = 10
#: GitHub reads 25,000 results of a SARIF file and shows 5,000.
SARIF_SHOWN = 5000
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RDJSON = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def _said(finding: Finding) -> str:
    """Message and fix in one line, for formats without a place for the fix."""
    return f"{finding.message} → {finding.fix}" if finding.fix.strip() else finding.message


def write_github(report: Report) -> str:
    """
    Workflow commands, which GitHub turns into annotations of a pull request.

    Errors come first, since only ten are shown; a last line counts the rest.
    """
    out = []
    findings = report.worst_first()
    for finding in findings[:GITHUB_SHOWN]:
        spot = place(finding)
        places = [("file", report.name(finding.path)), ("line", str(spot.line)), ("endLine", str(spot.end_line))]
        if spot.line == spot.end_line:
            places += [("col", str(spot.column)), ("endColumn", str(spot.end_column))]
        places.append(("title", finding.check))
        values = ",".join(f"{name}={_property(value)}" for name, value in places)
        out.append(f"::{_GITHUB[finding.severity]} {values}::{_data(_said(finding))}")
    if len(findings) > GITHUB_SHOWN:
        more = len(findings) - GITHUB_SHOWN
        # Translators: the summary counts: 3 errors, 1 warning in 2 files.
        left = ngettext("{count} more; {summary}", "{count} more; {summary}", more)
        out.append(left.format(count=more, summary=summary(report)))
    else:
        out.append(summary(report))
    return "\n".join(out) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write_job_summary(report: Report) -> str:
    """A table in Markdown for the summary of a GitHub job, the worst first, at most a few hundred rows."""
    out = [f"### vje check: {summary(report)}", ""]
    findings = report.worst_first()
    if findings:
        # Translators: headings of the columns of a table of findings.
        head = (_("file"), _("finding"), _("check"))
        out += [f"| | {' | '.join(head)} |", "| --- | --- | --- | --- |"]
    for finding in findings[:300]:
        spot = place(finding)
        cells = (
            finding.severity.label,
            f"{report.name(finding.path)}:{spot.line}",
            _said(finding),
            f"`{finding.check}`",
        )
        out.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    if len(findings) > 300:
        more = len(findings) - 300
        out += ["", ngettext("{count} more.", "{count} more.", more).format(count=more)]
    return "\n".join(out) + "\n"


def write_gitlab(report: Report) -> str:
    """GitLab's Code Quality report: a list of issues, each with a fingerprint of its own."""
    data = [
        {
            "description": _said(finding),
            "check_name": finding.check,
            "fingerprint": mark,
            "severity": _GITLAB[finding.severity],
            "location": {"path": report.name(finding.path), "lines": {"begin": place(finding).line}},
        }
        for finding, mark in unique(report.findings, report)
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_sarif(report: Report) -> str:
    """SARIF 2.1.0; columns count code points, and the worst 5,000 findings are given."""
    from toolkit.checks.document import document  # noqa: PLC0415 - the other formats need no documentation

    findings = unique(report.worst_first()[:SARIF_SHOWN], report)
    names = sorted({finding.check for finding, _ in findings})
    rules = []
    for name in names:
        doc = document(name)
        rules.append(
            {
                "id": name,
                "shortDescription": {"text": doc.title},
                "fullDescription": {"text": doc.why or doc.title},
                "help": {"text": doc.text, "markdown": doc.markdown},
            }
        )
    results = []
    for finding, mark in findings:
        spot = place(finding)
        results.append(
            {
                "ruleId": finding.check,
                "ruleIndex": names.index(finding.check),
                "level": _SARIF[finding.severity],
                "message": {"text": _said(finding)},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": quote(report.name(finding.path))},
                            "region": {
                                "startLine": spot.line,
                                "startColumn": spot.column,
                                "endLine": spot.end_line,
                                "endColumn": spot.end_column,
                            },
                        }
                    }
                ],
                "partialFingerprints": {"vje/v1": mark},
            }
        )
    data = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "vje", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_rdjson(report: Report) -> str:
    """Reviewdog's diagnostics; columns count bytes of UTF-8, as it wants them."""
    diagnostics = []
    for finding in report.findings:
        spot = place(finding)
        start, end = spot.bytes()
        place_range = {
            "start": {"line": spot.line, "column": start},
            "end": {"line": spot.end_line, "column": end},
        }
        one: dict[str, object] = {
            "message": finding.message,
            "location": {"path": report.name(finding.path), "range": place_range},
            "severity": _RDJSON[finding.severity],
            "code": {"value": finding.check},
        }
        if finding.fix and finding.start is not None and finding.side == "target":
            one["suggestions"] = [{"range": place_range, "text": finding.fix}]
        diagnostics.append(one)
    data = {"source": {"name": "vje"}, "diagnostics": diagnostics}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
