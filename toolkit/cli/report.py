"""``vje report``: a review for people who don't read JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.findings import terms, wish_options
from toolkit.cli.options import glossary_options
from toolkit.config import load_config

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--html", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="OUT", help="The page.")
@wish_options
@click.option(
    "--lang",
    type=click.Choice(["en", "vi", "ja"]),
    help="Language of the page for browsers that prefer none of the three; the program's own.",
)
@glossary_options
def command(
    paths: tuple[str, ...],
    html: Path,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    on: date | None,
    lang: str | None,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Write a review of catalogs (PO files) as one page that opens anywhere.

    PATH is a file, a folder or a glob; without one, the project's folder of catalogs. The page shows source and
    translations side by side with their terms, the findings of vje check at their places, how consistent the terms
    are, and how far each catalog is.
    """
    from toolkit import files  # noqa: PLC0415 - help writes nothing
    from toolkit.report import summary  # noqa: PLC0415
    from toolkit.report.review.page import write_html  # noqa: PLC0415
    from toolkit.report.run import Wishes, catalogs_below, check_files  # noqa: PLC0415
    from toolkit.ui.progress import watched  # noqa: PLC0415
    from toolkit.ui.retell import remembering  # noqa: PLC0415

    config = load_config()
    wishes = Wishes.of(config, select=select, ignore=ignore, on=on)
    book = terms(glossary, below=curated)
    with remembering():
        report = check_files(catalogs_below(paths or (config.home / config.locales,)), book, wishes, watched)
    files.write(html, write_html(report, lang or "").encode("utf-8"))
    click.echo(f"{html}: {summary(report)}", err=True)
