"""The way of ``vje check a.po`` past the parser of options, which takes as long as checking a short catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.config import load_config
from toolkit.errors import ToolkitError
from toolkit.finding import Severity
from toolkit.glossary.book import Glossary
from toolkit.glossary.layers import folders
from toolkit.report import write
from toolkit.report.run import Wishes, catalogs_below, check_files
from toolkit.report.terminal import for_screen
from toolkit.ui.progress import watched

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> tuple[str, int] | None:
    """
    Check catalogs that are given without any option.

    Args:
        arguments: Files, folders and globs; none for the project's folder of catalogs.

    Returns:
        What to print and the exit code; None where the long way has more to say: on an error.
    """
    try:
        config = load_config()
        layers = folders()
        glossary = Glossary.load(*layers) if layers else Glossary(())
        paths = catalogs_below(arguments or (config.home / config.locales,))
        report = check_files(paths, glossary, Wishes.of(config), watched)
        baseline = config.home / config.check_baseline if config.check_baseline else None
        report = for_screen(report, baseline=baseline, fail_on=Severity(config.check_fail_on))
    except ToolkitError:
        return None
    return write(report, "text"), 1 if report.failed else 0
