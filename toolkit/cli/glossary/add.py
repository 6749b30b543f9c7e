"""``vje glossary add``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.cli.glossary.layer import one_layer
from toolkit.cli.options import glossary_options
from toolkit.ui import gettext as _
from toolkit.ui import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    F = TypeVar("F", bound=Callable[..., Any])

#: Option -> what to ask for it, for the columns without which a row is of little use.
_ASKED = {
    "id": mark("Id (vn.min.finance)"),
    "subject": mark("Subject (institution.ministry)"),
    "en": mark("English"),
    "vi": mark("Vietnamese"),
    "ja": mark("Japanese"),
    "source": mark("Source (where you saw it)"),
}

#: Column -> what belongs there; the columns of a language share the part behind its code.
_MEANINGS = {
    "id": mark("Stable id: vn.prov.thanh-hoa."),
    "subject": mark("What it is: place.province, title.diplomatic, person …"),
    "country": mark("ISO code of the state it belongs to."),
    "en": mark("The preferred English term."),
    "vi": mark("The preferred Vietnamese term."),
    "ja": mark("The preferred Japanese term."),
    "admitted": mark("Other right terms, separated by ' | '; a house in braces: `Hanoi{ap}`."),
    "deprecated": mark("Terms to avoid, separated by ' | '."),
    "reading": mark("Kana reading of the Japanese term."),
    "valid_from": mark("First day on which the names hold."),
    "valid_until": mark("Last day on which they hold."),
    "replaced_by": mark("Ids of what follows it, separated by ' | '."),
    "match": mark("Matching hints, separated by ' | ': case, lookup, surname …"),
    "definition": mark("One line that tells it from its neighbours."),
    "note": mark("What a translator should know."),
    "source": mark("Where the values were seen, separated by ' | '."),
    "confidence": mark("verified, single, rule or own."),
}


def _columns(function: F) -> F:
    from toolkit.glossary.table.row import COLUMNS  # noqa: PLC0415 - the options are the columns

    for column in reversed(COLUMNS):
        text = _MEANINGS.get(column) or _MEANINGS[column.partition("_")[2]]
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

    DIR is a glossary folder or a file; without it, the strongest layer that is yours. Nothing is written if the row
    breaks a rule of the format.
    """
    from toolkit.glossary.table.edit import add_checked  # noqa: PLC0415 - help reads no glossary

    asked = sys.stdin.isatty() if ask is None else ask
    if asked:
        for column, question in _ASKED.items():
            if not cells.get(column):
                cells[column] = click.prompt(_(question), default="", show_default=False)
    path, line = add_checked(one_layer(folder, glossary, curated=curated), {c: t or "" for c, t in cells.items()})
    click.echo(f"{path}:{line}")
