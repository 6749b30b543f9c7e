"""What a run of checks has found, ready to be written in any form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.finding import Finding
    from toolkit.glossary.book import Glossary


@dataclass(frozen=True, slots=True)
class Report:
    """
    Findings, and what they were found in.

    Attributes:
        findings: In the order of the files; those that a baseline knows are left out.
        files: Every file that was looked at, the clean ones too.
        root: What paths are shown relative to.
        known: How many findings the baseline kept back.
        color: Whether the text may use colours.
        width: Columns of the terminal; 0 for no limit.
        fail_on: The least severe finding that makes the run fail.
        glossary: The terms that counted, for a form that shows them beside the sentences; None shows none.
    """

    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    known: int = 0
    color: bool = False
    width: int = 0
    fail_on: Severity = Severity.ERROR
    glossary: Glossary | None = None

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    @property
    def failed(self) -> bool:
        """Whether anything is at or above the severity that fails."""
        return any(finding.severity.rank <= self.fail_on.rank for finding in self.findings)

    def worst_first(self) -> list[Finding]:
        """The findings, errors first, each severity in the order of the files."""
        return sorted(self.findings, key=lambda finding: finding.severity.rank)

    def name(self, path: Path | None) -> str:
        """The path as a report shows it: relative to the root where it lies below it, with slashes."""
        if path is None:
            return "-"
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()


def fingerprint(finding: Finding, name: str) -> str:
    """
    What stays the same when lines move: the check, the concept, the file and the sentence.

    Args:
        finding: The finding.
        name: Its file as a report shows it.

    Returns:
        32 hexadecimal digits. Two equal mistakes in one sentence have the same.
    """
    spot = ""
    if finding.start is not None:
        spot = (finding.source if finding.side == "source" else finding.target)[finding.start : finding.end]
    parts = (finding.check, finding.concept_id, name, finding.source or finding.target, spot)
    return _digest("\0".join(parts))


def unique(findings: Iterable[Finding], report: Report) -> list[tuple[Finding, str]]:
    """Each finding with a fingerprint that no other has: equal ones are numbered, as code hosts want it."""
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        plain = fingerprint(finding, report.name(finding.path))
        seen[plain] += 1
        if seen[plain] > 1:
            plain = _digest(f"{plain}{seen[plain]}")
        out.append((finding, plain))
    return out


def _digest(text: str) -> str:
    import hashlib  # noqa: PLC0415 - only machines tell findings apart by a number

    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
