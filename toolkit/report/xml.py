"""JUnit and checkstyle: XML that almost every build server reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.report.place import place

if TYPE_CHECKING:
    from toolkit.finding import Finding
    from toolkit.report.report import Report


def _said(finding: Finding) -> str:
    return f"{finding.message} → {finding.fix}" if finding.fix.strip() else finding.message


def _by_file(report: Report) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {report.name(path): [] for path in report.files}
    for finding in report.findings:
        found.setdefault(report.name(finding.path), []).append(finding)
    return found


def _attribute(text: str) -> str:
    """A quoted attribute; characters that XML cannot hold become a replacement character."""
    safe = "".join(char if _allowed(char) else "\ufffd" for char in text)
    for char, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("\n", "&#10;"),
        ("\r", "&#13;"),
        ("\t", "&#9;"),
    ):
        safe = safe.replace(char, entity)
    return f'"{safe}"'


def _allowed(char: str) -> bool:
    return char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"


def write_junit(report: Report) -> str:
    """
    JUnit: a suite for each file, a case for each finding; a file without findings is one case that passed.

    What does not fail the build is a case that was skipped, with its message, so that it is seen.
    """
    suites = []
    total = failures = 0
    for name, findings in _by_file(report).items():
        cases = []
        failed = [f for f in findings if f.severity.rank <= report.fail_on.rank]
        for finding in findings:
            spot = place(finding)
            title = _attribute(f"{finding.check} ({spot.line}:{spot.column})")
            kind = "failure" if finding in failed else "skipped"
            more = f" type={_attribute(finding.check)}" if kind == "failure" else ""
            cases.append(
                f"    <testcase classname={_attribute(name)} name={title}>\n"
                f"      <{kind} message={_attribute(_said(finding))}{more}/>\n    </testcase>\n"
            )
        if not findings:
            cases.append(f'    <testcase classname={_attribute(name)} name="check"/>\n')
        total += len(cases)
        failures += len(failed)
        suites.append(
            f'  <testsuite name={_attribute(name)} tests="{len(cases)}" failures="{len(failed)}" errors="0" '
            f'skipped="{len(findings) - len(failed)}">\n{"".join(cases)}  </testsuite>\n'
        )
    head = f'<testsuites name="vje" tests="{total}" failures="{failures}" errors="0">\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(suites)}</testsuites>\n'


def write_checkstyle(report: Report) -> str:
    """Checkstyle's XML, which many tools read; findings are grouped by file."""
    files = []
    for name, findings in _by_file(report).items():
        rows = []
        for finding in findings:
            spot = place(finding)
            rows.append(
                f'    <error line="{spot.line}" column="{spot.column}" severity="{finding.severity.value}" '
                f"message={_attribute(_said(finding))} source={_attribute(f'vje.{finding.check}')}/>\n"
            )
        files.append(f"  <file name={_attribute(name)}>\n{''.join(rows)}  </file>\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n{"".join(files)}</checkstyle>\n'
