"""``vje check``: is this translation right?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli.findings import finding_options, show, terms
from toolkit.cli.options import glossary_options
from toolkit.config import load_config
from toolkit.ui import gettext as _
from toolkit.ui import ngettext

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@finding_options
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Leave out the findings it knows.")
@click.option("--write-baseline", is_flag=True, help="Accept today's findings: write them to the baseline's file.")
@click.option("--diff-base", metavar="REV", default="", help="Report only on what has changed since a git revision.")
@click.option("--source", type=click.Path(path_type=Path), metavar="FILE", help="An article, to be checked with …")
@click.option("--target", type=click.Path(path_type=Path), metavar="FILE", help="… its published translation.")
@glossary_options
def command(
    paths: tuple[str, ...],
    source: Path | None,
    target: Path | None,
    baseline: Path | None,
    write_baseline: bool,
    diff_base: str,
    glossary: tuple[str, ...],
    curated: bool | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    on: date | None,
    fix: bool,
    **output: Any,
) -> None:
    """
    Check catalogs (PO files): terms, numbers, dates, names, punctuation, spelling.

    PATH is a file, a folder or a glob; without one, the project's folder of catalogs. --source and --target take two
    articles instead of a catalog. Exit code 0: nothing at or above --fail-on; 1: something; 2: could not run. A
    sentence is silenced by a translator comment: # vje: ignore=CHECK because …
    """
    from toolkit.report.run import Wishes, catalogs_below, check_files, check_texts  # noqa: PLC0415
    from toolkit.ui.progress import watched  # noqa: PLC0415
    from toolkit.ui.retell import remembering  # noqa: PLC0415

    if bool(source) != bool(target) or (source and paths):
        raise click.UsageError(_("--source and --target go together, and take no PATH"))

    config = load_config()
    wishes = Wishes.of(config, select=select, ignore=ignore, on=on, base=diff_base, fix=fix)
    book = terms(glossary, below=curated)
    with remembering(output["form"] == "html"):
        if source and target:
            report = check_texts(source, target, book, wishes)
        else:
            report = check_files(catalogs_below(paths or (config.home / config.locales,)), book, wishes, watched)
    known = baseline or (config.home / config.check_baseline if config.check_baseline else None)
    if write_baseline:
        from toolkit.report.baseline import write_baseline as write  # noqa: PLC0415 - most check

        target = known or Path("vje-baseline.json")
        write(target, report)
        number = len(report.findings)
        told = ngettext("{path}: {count} finding accepted", "{path}: {count} findings accepted", number)
        click.echo(told.format(path=target, count=number), err=True)
        sys.exit(0)
    show(report, baseline=known, default_fail_on=config.check_fail_on, **output)
