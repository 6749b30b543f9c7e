"""What ``check`` and ``lint`` have in common: the options of a run, and how its findings are shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from toolkit.glossary.book import Glossary
    from toolkit.report import Report

    F = TypeVar("F", bound=Callable[..., Any])

_FORMATS = ("text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjson", "html")


def wish_options(function: F) -> F:
    """What to look for: *select* and *ignore*, tuples of ids of checks, and *on*, a date or None."""
    for option in reversed(
        (
            click.option("--select", multiple=True, metavar="CHECK", help="Run only this check; several, with commas."),
            click.option("--ignore", multiple=True, metavar="CHECK", help="Do not run this check."),
            click.option(
                "--on",
                type=click.DateTime(["%Y-%m-%d"]),
                metavar="DATE",
                help="The day whose names count, instead of the article's.",
                callback=lambda _context, _option, value: value.date() if value else None,
            ),
        )
    ):
        function = option(function)
    return function


def finding_options(function: F) -> F:
    """The options of a run: what to look for, what fails, how to write it."""
    for option in reversed(
        (
            wish_options,
            click.option("--fix", is_flag=True, help="Mend spaces, widths, tone marks and the Unicode form."),
            click.option(
                "--fail-on",
                type=click.Choice([s.value for s in Severity]),
                help="The least severe finding that fails; the config's, or error.",
            ),
            click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
            click.option(
                "--statistics", is_flag=True, help="Count the findings of each check instead of showing them."
            ),
            click.option(
                "--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="The output."
            ),
            click.option(
                "--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout."
            ),
        )
    ):
        function = option(function)
    return function


def terms(layers: tuple[str, ...], *, below: bool | None) -> Glossary:
    """The glossary that the options ask for; an empty one where they leave nothing."""
    from toolkit.glossary.book import Glossary  # noqa: PLC0415 - help reads no glossary
    from toolkit.glossary.layers import folders  # noqa: PLC0415

    found = folders(layers, below=below)
    return Glossary.load(*found) if found else Glossary(())


def show(
    report: Report,
    *,
    baseline: Path | None,
    default_fail_on: str,
    fail_on: str | None,
    exit_zero: bool,
    statistics: bool,
    form: str,
    output_file: Path | None,
) -> None:
    """Write a report as the options want it, and exit with what it means."""
    from toolkit.report import summary, write, write_statistics  # noqa: PLC0415
    from toolkit.report.terminal import for_screen  # noqa: PLC0415

    worst = Severity(fail_on or default_fail_on)
    report = for_screen(report, baseline=baseline, fail_on=worst, screen=output_file is None)
    text = write_statistics(report) if statistics else write(report, form)
    if output_file is None:
        click.echo(text, nl=False, color=report.color)
    else:
        from toolkit import files  # noqa: PLC0415 - most print

        files.write(output_file, text.encode("utf-8"))
        click.echo(summary(report), err=True)
    step = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and step:
        from toolkit.report.hosts import write_job_summary  # noqa: PLC0415 - on GitHub only

        with Path(step).open("a", encoding="utf-8") as stream:
            stream.write(write_job_summary(report))
    sys.exit(1 if report.failed and not exit_zero else 0)
