"""``vje glossary suggest``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option, glossary_options
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from toolkit.glossary.suggest import Candidate


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="ARTICLE…|PO…",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--kind", type=click.Choice(["person", "institution", "place", "event", "term"]), help="Only these.")
@click.option("--most", type=click.IntRange(1), metavar="N", help="Show the N best.")
@click.option(
    "--memory",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Where translations are: catalogs, folders, TMX. The project's own are always asked.",
)
@click.option("--add", "layer", metavar="DIR|FILE", type=click.Path(path_type=Path), help="Write the rows there.")
@click.option("--pick", multiple=True, type=click.IntRange(1), metavar="N", help="Only number N, with --add.")
@format_option("text", "json", "csv")
@glossary_options
def command(
    paths: tuple[Path, ...],
    kind: str | None,
    most: int | None,
    memory: tuple[Path, ...],
    layer: Path | None,
    pick: tuple[int, ...],
    form: str,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Suggest names that texts have and the glossary has not.

    Each comes with its sentence, what it is called in the translations as far as those are known, a transcription
    where a rule makes one, and a row to paste. Exit code 1: nothing is missing.
    """
    from toolkit.catalog.passages import passages  # noqa: PLC0415 - help reads no article
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.glossary.book import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.suggest import candidates, show  # noqa: PLC0415

    config = load_config()
    known = [*memory, Path(config.locales), *map(Path, config.memory)]
    book = Glossary.load(*layers) if (layers := folders(glossary, below=curated)) else Glossary(())
    found = [c for c in candidates(passages(paths, known), book) if kind in (None, c.kind)][:most]
    if form == "json":
        click.echo(json.dumps([show.record(candidate) for candidate in found], ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo("".join(f"{show.csv_row(candidate)}\n" for candidate in found), nl=False)
    else:
        click.echo(show.text(found), nl=False)
    if layer is not None:
        _add(layer, [c for number, c in enumerate(found, 1) if not pick or number in pick])
    if not found:
        click.echo("vje: " + _("the glossary has every name that was found"), err=True)
        sys.exit(1)


def _add(layer: Path, chosen: list[Candidate]) -> None:
    from toolkit.glossary.suggest.write import write  # noqa: PLC0415 - most only look

    for line in write(layer, chosen):
        click.echo(f"vje: {line}", err=True)
