"""``vje export``."""

from __future__ import annotations

import click

from toolkit.exchange.catalogs import FORMATS
from toolkit.ui import ngettext


@click.command()
@click.argument("po", metavar="PO")
@click.option("--to", "form", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option("--output", "-o", default="-", show_default=True, metavar="FILE", help="Where to; - is stdout.")
def command(po: str, form: str, output: str) -> None:
    """
    Write a catalog for a translator who works in another program.

    Nothing that a PO file can hold is lost: vje import brings the translations back into it.
    """
    from pathlib import Path  # noqa: PLC0415 - help exports nothing

    from toolkit import files  # noqa: PLC0415
    from toolkit.catalog import Catalog  # noqa: PLC0415

    catalog = Catalog.load(po)
    text = FORMATS[form][0](catalog)
    if output == "-":
        click.echo(text, nl=False)
    else:
        files.write(Path(output), text.encode())
        told = ngettext("{path}: {count:,} message", "{path}: {count:,} messages", len(catalog))
        click.echo(told.format(path=output, count=len(catalog)), err=True)
