"""The report for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.finding import Severity, counted
from toolkit.report.place import place
from toolkit.ui import gettext as _
from toolkit.ui import ngettext
from toolkit.ui.phrase import quoted
from toolkit.ui.width import width

if TYPE_CHECKING:
    from toolkit.finding import Finding
    from toolkit.report.report import Report

_COLORS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}
_INDENT = "    "
#: Columns that are shown before a spot when the sentence is longer than the terminal.
_LEAD = 24


def write_text(report: Report) -> str:
    """
    File, line and column, both sentences with the spot marked, the fix; a count at the end.

    The marks stand under the spot in display columns: a character of Chinese width takes two.
    """
    out: list[str] = []
    for finding in report.findings:
        out += _finding(finding, report)
        out.append("")
    out.append(summary(report))
    return "\n".join(out) + "\n"


def summary(report: Report) -> str:
    """
    One line that counts.

    It names what the baseline kept back, so that a green build hides nothing.
    """
    told = counted(report.counts)
    files = len(report.files)
    if files:
        # Translators: the findings are counted: 3 errors, 1 warning.
        told = ngettext("{findings} in {count} file", "{findings} in {count} files", files).format(
            findings=told, count=files
        )
    if report.known:
        # Translators: the baseline is a file of findings that a project knows and accepts.
        told = _("{summary}; {count} known from the baseline").format(summary=told, count=report.known)
    return told


def _finding(finding: Finding, report: Report) -> list[str]:
    spot = place(finding)

    def paint(text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if report.color and text else text

    severity = paint(finding.severity.label, _COLORS[finding.severity])
    where = paint(f"{report.name(finding.path)}:{spot.line}:{spot.column}", "1")
    out = [f"{where}: {severity}: {finding.message} {paint(f'[{finding.check}]', '2')}"]
    for side, text in (("source", finding.source), ("target", finding.target)):
        if not text:
            continue
        marked = side == finding.side and finding.start is not None
        shown, mark = _cut(text, finding.start or 0, finding.end or 0, report.width, marked=marked)
        out.append(_INDENT + shown)
        if mark:
            out.append(_INDENT + paint(mark, _COLORS[finding.severity]))
    if finding.fix:
        fix = finding.fix if finding.fix.strip() else quoted(finding.fix)
        out.append(f"{_INDENT}{paint(_('fix:'), '32')} {fix}")
    return out


def _cut(text: str, start: int, end: int, room: int, *, marked: bool) -> tuple[str, str]:
    """The text on one line, cut to the terminal around the spot, and the line of marks below it."""
    flat = "".join(char if char.isprintable() or char == " " else "·" for char in text)
    lead, tail = "", ""
    room -= len(_INDENT)
    if room > 0 and width(flat) > room:
        first = 0
        if marked:
            while width(flat[first:end]) > room - 2 or (first < start and width(flat[first:start]) > _LEAD):
                if first >= start:
                    break
                first += 1
        last = len(flat)
        if first:
            lead = "…"
        while last > first and width(flat[first:last]) + 2 > room:
            last -= 1
        if last < len(flat):
            tail = "…"
        flat = flat[first:last]
        start, end = start - first, end - first
    shown = f"{lead}{flat}{tail}"
    if not marked:
        return shown, ""
    before = width(lead + flat[:start])
    return shown, " " * before + "^" * max(width(flat[start:end]), 1)


def write_statistics(report: Report) -> str:
    """How often each check found something, the commonest first: a table of two columns."""
    found = Counter((finding.check, finding.severity) for finding in report.findings)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0][1].rank, row[0][0]))
    return "".join(f"{count:6}  {check} ({severity.label})\n" for (check, severity), count in rows)
