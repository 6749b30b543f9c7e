"""``vje glossary lint``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from toolkit.cli.options import format_option
from toolkit.finding import Severity
from toolkit.glossary.lint import lint
from toolkit.glossary.lint.print import FORMATS


@click.command()
@click.argument("folders", nargs=-1, metavar="[DIR…]")
@format_option(*FORMATS)
@click.option(
    "--fail-on",
    type=click.Choice([*(s.value for s in Severity), "never"]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severe finding that makes the exit code 1.",
)
@click.option(
    "--level",
    type=click.Choice([s.value for s in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="The least severe finding that is shown.",
)
def command(folders: tuple[str, ...], form: str, fail_on: str, level: str) -> None:
    """
    Say what is wrong with the CSV files of glossary folders.

    Without DIR: the layers of this project, or the curated glossary.
    """
    from toolkit.glossary.layers import folders as layers  # noqa: PLC0415 - only without DIR

    problems = lint([Path(folder) for folder in folders or layers()])
    shown = [p for p in problems if p.severity.rank <= Severity(level).rank]
    click.echo(FORMATS[form](shown), nl=False)
    if fail_on != "never" and any(p.severity.rank <= Severity(fail_on).rank for p in problems):
        sys.exit(1)
