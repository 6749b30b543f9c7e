"""``vje lint``: the same knowledge for a finished text, without its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli.findings import finding_options, show, terms
from toolkit.cli.options import glossary_options
from toolkit.config import load_config

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--lang", metavar="CODE", default="", help="The language of the text: en, vi or ja; told by itself as a rule."
)
@finding_options
@glossary_options
def command(
    paths: tuple[Path, ...],
    lang: str,
    glossary: tuple[str, ...],
    curated: bool | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    on: date | None,
    fix: bool,
    **output: Any,
) -> None:
    """
    Check a finished text: terms to avoid, outdated names, widths, tone marks, spaces.

    FILE is a text file, or - for stdin. Exit codes are those of vje check.
    """
    from toolkit.report.run import Wishes, lint_files  # noqa: PLC0415
    from toolkit.ui.retell import remembering  # noqa: PLC0415

    config = load_config()
    wishes = Wishes.of(config, select=select, ignore=ignore, on=on, fix=fix)
    with remembering(output["form"] == "html"):
        report = lint_files(paths, lang, terms(glossary, below=curated), wishes)
    show(report, baseline=None, default_fail_on=config.check_fail_on, **output)
