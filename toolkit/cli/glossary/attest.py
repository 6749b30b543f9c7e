"""``vje glossary attest``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from toolkit.cli.options import format_option, glossary_options


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@click.option("--to", "targets", multiple=True, metavar="CODE", help="Only translations into this language.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="Only this concept.")
@click.option(
    "--least", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="In at least so many sentences."
)
@click.option("--proposed", is_flag=True, help="Only concepts for which a new form is proposed.")
@format_option("text", "json", "csv")
@glossary_options
def command(
    paths: tuple[Path, ...],
    targets: tuple[str, ...],
    ids: tuple[str, ...],
    least: int,
    proposed: bool,
    form: str,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Count how concepts are really rendered in translated sentences.

    PATH: catalogs, folders of them, TMX files, as vje align writes them; without it, the project's catalogs. What
    translations write instead of the known forms is proposed, with the sentences and where they come from.
    Exit code 1: there is nothing to tell.
    """
    from toolkit.alignment.attest import attest  # noqa: PLC0415 - help needs none of them
    from toolkit.alignment.tables import FORMATS  # noqa: PLC0415
    from toolkit.catalog.pairs import remembered  # noqa: PLC0415
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.glossary.book import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.lang import language  # noqa: PLC0415

    wanted = {language(code).code for code in targets}
    terms = Glossary.load(*folders(glossary, below=curated))
    for ident in ids:
        terms.concept(ident)
    found = [
        entry
        for entry in attest(remembered(paths or (Path(load_config().locales),)), terms)
        if entry.times >= least
        and (not wanted or entry.lang in wanted)
        and (not ids or entry.concept.id in ids)
        and (entry.proposed or not proposed)
    ]
    click.echo(FORMATS[form](found), nl=False)
    if not found:
        sys.exit(1)
