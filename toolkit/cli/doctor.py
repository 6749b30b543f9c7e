"""``vje doctor``: what works on this machine."""

from __future__ import annotations

import click

from toolkit.report.machine import examine
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.ui.width import pad, width

_MARKS = {True: (mark("ok"), "green"), False: (mark("broken"), "red"), None: (mark("none"), "yellow")}


@click.command()
def command() -> None:
    """Say which parts of vje work on this machine, and how to have the others."""
    parts = examine()
    room = max(width(part.name) for part in parts)
    least = max(6, *(width(_(word)) for word, _colour in _MARKS.values()))
    for part in parts:
        word, colour = _MARKS[part.works]
        click.echo(f"{click.style(pad(_(word), least), fg=colour)}  {pad(part.name, room)}  {part.detail}")
    if any(part.works is False for part in parts):
        raise SystemExit(1)
