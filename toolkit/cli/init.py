"""``vje init``: a commented configuration."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit import files
from toolkit.config import FILE, template
from toolkit.errors import InputError
from toolkit.ui import gettext as _


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[FOLDER]")
def command(folder: Path) -> None:
    """Write vje.toml into FOLDER (here if none): every setting, its default, what it is for."""
    path = folder / FILE
    if path.exists():
        raise InputError(_("is there already"), path=path, remedy=_("edit it; nothing was written"))
    if not folder.is_dir():
        raise InputError(_("is not a folder"), path=folder, remedy=_("make it first"))
    files.write(path, template().encode("utf-8"))
    click.echo(_("wrote {path}").format(path=path), err=True)
