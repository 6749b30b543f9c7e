"""``vje doctor``: what works on this machine."""

from __future__ import annotations

import click

from toolkit.report.machine import examine

_MARKS = {True: ("ok", "green"), False: ("broken", "red"), None: ("none", "yellow")}


@click.command()
def command() -> None:
    """Say which parts of vje work on this machine, and how to have the others."""
    parts = examine()
    width = max(len(part.name) for part in parts)
    for part in parts:
        word, colour = _MARKS[part.works]
        click.echo(f"{click.style(f'{word:<6}', fg=colour)}  {part.name:<{width}}  {part.detail}")
    if any(part.works is False for part in parts):
        raise SystemExit(1)
