"""``vje glossary``: what a curator does."""

from __future__ import annotations

import click

from toolkit.cli.lazy import LazyGroup
from toolkit.ui import mark

#: Command name -> module that defines it, and its help line.
COMMANDS: dict[str, tuple[str, str]] = {
    "lint": ("glossary.lint", mark("Say what is wrong with glossary files.")),
    "list": ("glossary.list", mark("List concepts: of a subject, of a country, unverified ones.")),
    "show": ("glossary.show", mark("Show everything about concepts, by their ids.")),
    "stats": ("glossary.stats", mark("Count concepts by subject and by confidence.")),
    "suggest": ("glossary.suggest", mark("Suggest names that texts have and the glossary has not.")),
    "attest": ("glossary.attest", mark("Count how translations really render the concepts.")),
    "add": ("glossary.add", mark("Write a new concept into its file.")),
    "confirm": ("glossary.confirm", mark("Say where somebody looked a concept up.")),
    "diff": ("glossary.diff", mark("Show what changed, and which translations that touches.")),
    "site": ("glossary.site", mark("Write the glossary as a static site that opens from the disk.")),
    "export": ("glossary.export", mark("Write the glossary in the format of another program.")),
    "import": ("glossary.import_", mark("Show what a file of terms would add, and write it into a layer.")),
}


@click.group(cls=LazyGroup, table=COMMANDS, short_help="Curate the glossary.")
def command() -> None:
    """Read, check and change the glossary."""
