"""``vje glossary confirm``."""

from __future__ import annotations

import click

from toolkit.cli.options import glossary_options
from toolkit.ui import gettext as _


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option(
    "--source", "sources", multiple=True, required=True, metavar="TEXT", help="Where you saw it; again and again."
)
@glossary_options
def command(ids: tuple[str, ...], sources: tuple[str, ...], glossary: tuple[str, ...], curated: bool | None) -> None:
    """
    Say where somebody looked a concept up: one source makes it single, two independent ones make it verified.

    glossary/README.md says which hosts count as sources.
    """
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.table.edit import confirm  # noqa: PLC0415 - help reads no glossary

    for path, line, concept in confirm(folders(glossary, below=curated), ids, sources):
        told = _("{concept} is {confidence}").format(concept=concept.id, confidence=concept.confidence)
        click.echo(f"{path}:{line}: {told}")
