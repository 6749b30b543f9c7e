"""A report for the screen: in colour and as wide as that, where it is one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from toolkit.report.run import settle

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.finding import Severity
    from toolkit.report.report import Report


def for_screen(report: Report, *, baseline: Path | None, fail_on: Severity, screen: bool = True) -> Report:
    """
    A report without what the baseline knows, with the settings of stdout.

    Args:
        report: What was found.
        baseline: The file of known findings; None for none.
        fail_on: The least severe finding that fails.
        screen: Whether it goes to stdout at all, and not to a file.
    """
    terminal = screen and sys.stdout.isatty()
    width = 0
    if terminal:
        import shutil  # noqa: PLC0415 - a pipe has no width

        width = shutil.get_terminal_size().columns
    return settle(report, baseline=baseline, fail_on=fail_on, color=_color(terminal), width=width)


def _color(terminal: bool) -> bool:
    """Whether to use colours: NO_COLOR and FORCE_COLOR, as everywhere, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or terminal
