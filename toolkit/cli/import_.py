"""``vje import``."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.ui import gettext as _
from toolkit.ui import ngettext


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.argument("po", type=click.Path(path_type=Path), metavar="PO")
@click.option("--dry-run", is_flag=True, help="Only say how much would change.")
def command(path: Path, po: Path, dry_run: bool) -> None:
    """
    Bring translations back into a catalog from what vje export wrote: XLIFF, TMX, TSV or HTML.

    A PO that is not there yet is written. In one that is, only the translations, the fuzzy marks and the translator's
    comments change; what it does not hold any more is counted and left out.
    """
    from toolkit import files  # noqa: PLC0415 - help imports nothing
    from toolkit.catalog import Catalog  # noqa: PLC0415
    from toolkit.exchange.catalogs import read_catalog, take_over  # noqa: PLC0415

    edited = read_catalog(path)
    with files.claim(po):
        if not po.exists():
            if not dry_run:
                edited.save(po)
            told = ngettext("{path}: {count:,} message, new", "{path}: {count:,} messages, new", len(edited))
            click.echo(told.format(path=po, count=len(edited)), err=True)
            return
        catalog = Catalog.load(po)
        changed, strangers = take_over(catalog, edited)
        if not dry_run:
            catalog.save()
    # Translators: {count}: messages of the catalog that got another translation
    told = _("{path}: {count:,} changed").format(path=po, count=changed)
    if strangers:
        told += ", " + _("{count:,} not in it any more").format(count=strangers)
    click.echo(told, err=True)
