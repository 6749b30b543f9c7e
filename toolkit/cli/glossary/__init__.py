"""``vje glossary``: what a curator does."""

from __future__ import annotations

import click

from toolkit.cli.lazy import LazyGroup

#: Command name -> module that defines it, and its help line.
COMMANDS: dict[str, tuple[str, str]] = {
    "lint": ("glossary.lint", "Say what is wrong with glossary files."),
}


@click.group(cls=LazyGroup, table=COMMANDS, short_help="Curate the glossary.")
def command() -> None:
    """Read, check and change the glossary."""
