"""``vje glossary add``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.cli.glossary.layer import one_layer
from toolkit.cli.options import glossary_options

if TYPE_CHECKING:
    from collections.abc import Callable

    F = TypeVar("F", bound=Callable[..., Any])

#: Option -> what to ask for it, for the columns without which a row is of little use.
_ASKED = {
    "id": "Id (vn.min.finance)",
    "subject": "Subject (institution.ministry)",
    "en": "English",
    "vi": "Vietnamese",
    "ja": "Japanese",
    "source": "Source (where you saw it)",
}


def _columns(function: F) -> F:
    from toolkit.glossary.row import COLUMNS  # noqa: PLC0415 - the options are the columns

    for column in reversed(COLUMNS):
        text = "values separated by ' | '" if column.endswith(("admitted", "deprecated", "source", "match")) else None
        function = click.option(f"--{column.replace('_', '-')}", column, metavar="TEXT", help=text)(function)
    return function


@click.command()
@click.argument("folder", required=False, metavar="[DIR|FILE]")
@_columns
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; by default if a person sits there.")
@glossary_options
def command(
    folder: str | None, ask: bool | None, glossary: tuple[str, ...], curated: bool | None, **cells: str | None
) -> None:
    """
    Write a new concept into the file where its like are, in its place.

    DIR is a glossary folder or a file; without it, the strongest layer that is yours. Nothing is written if the linter
    finds an error in the row.
    """
    from toolkit.glossary.edit import add_checked  # noqa: PLC0415 - help reads no glossary

    asked = sys.stdin.isatty() if ask is None else ask
    if asked:
        for column, question in _ASKED.items():
            if not cells.get(column):
                cells[column] = click.prompt(question, default="", show_default=False)
    path, line = add_checked(one_layer(folder, glossary, curated=curated), {c: t or "" for c, t in cells.items()})
    click.echo(f"{path}:{line}")
