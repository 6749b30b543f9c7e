"""``vje glossary site``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.options import glossary_options


@click.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Articles whose sentences show how a name is used; the config's folder.",
)
@click.option(
    "--lang",
    type=click.Choice(["en", "vi", "ja"]),
    help="Language of the page for browsers that prefer none of the three; the program's own.",
)
@glossary_options
def command(
    out: Path, articles: Path | None, lang: str | None, glossary: tuple[str, ...], curated: bool | None
) -> None:
    """
    Write the glossary as a static site into the folder OUT.

    Open OUT/index.html from the disk, or put the folder on any host: the page asks no server for anything.
    """
    from toolkit.config import load_config  # noqa: PLC0415 - help reads neither files nor a glossary
    from toolkit.glossary.book import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.version import version  # noqa: PLC0415
    from toolkit.report.site.examples import examples  # noqa: PLC0415
    from toolkit.report.site.write import write_site  # noqa: PLC0415

    layers = folders(glossary, below=curated)
    book = Glossary.load(*layers)
    config = load_config()
    below = articles or config.home / config.articles
    found = examples(sorted(below.glob("*")) if below.is_dir() else [], book)
    for path in write_site(out, book, version(layers), found, lang or ""):
        click.echo(path)
