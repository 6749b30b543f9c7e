"""``vje glossary import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option, glossary_options
from toolkit.exchange.formats import FORMATS
from toolkit.ui import gettext as _
from toolkit.ui import ngettext
from toolkit.ui.phrase import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.exchange.plan import Step


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--as", "name", type=click.Choice([n for n, f in FORMATS.items() if f.reads]), help="The format.")
@click.option(
    "--map", "columns", multiple=True, metavar="OURS=THEIRS", help="en=English, note=5: a column's name or number."
)
@click.option("--from", "source", metavar="CODE", default="", help="The language of a list's first column.")
@click.option("--into", "target", metavar="CODE", default="", help="The language of its second.")
@click.option("--write", "layer", type=click.Path(path_type=Path), metavar="DIR", help="Write them into this layer.")
@click.option("--conflicts", is_flag=True, help="Take what contradicts the glossary, too.")
@format_option("text", "json")
@glossary_options
def command(
    path: Path,
    name: str | None,
    columns: tuple[str, ...],
    source: str,
    target: str,
    layer: Path | None,
    conflicts: bool,
    form: str,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Show what a file of terms would add to the glossary: new concepts, changed ones, conflicting ones.

    Nothing is written without --write, and then only into that layer: name it with --glossary afterwards, or in the
    config. FILE is CSV, TSV, XLSX, TBX, UTX, TMX, XLIFF, PO, JSON, or OmegaT's list.
    """
    from toolkit.exchange.formats import format_of  # noqa: PLC0415 - help imports nothing
    from toolkit.exchange.incoming import Reading  # noqa: PLC0415
    from toolkit.exchange.plan import Kind, plan, story, write_layer  # noqa: PLC0415
    from toolkit.glossary import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.lookup.desk import check_lang  # noqa: PLC0415

    pairs = [part.partition("=") for part in columns]
    if wrong := [ours for ours, sign, theirs in pairs if not (ours and sign and theirs)]:
        raise click.UsageError(_("--map wants OURS=THEIRS, not {value!r}").format(value=wrong[0]))
    reading = Reading(
        check_lang(source) or "",
        check_lang(target) or "",
        {ours.strip(): theirs.strip() for ours, _sign, theirs in pairs},
    )
    layers = folders(glossary, below=curated)
    there = list(Glossary.load(*layers)) if layers else []
    steps = plan(format_of(path, name).read(path, reading), there, path)
    click.echo(_json(steps) if form == "json" else story(steps, path), nl=False)
    counts = {kind: sum(step.kind is kind for step in steps) for kind in Kind}
    parts = [_("{count:,} {kind}").format(count=number, kind=_(kind.value)) for kind, number in counts.items()]
    click.echo(f"{path}: {listed(parts)}", err=True)
    if layer is None:
        click.echo(_("nothing was written; --write DIR writes a layer"), err=True)
    else:
        written, number = write_layer(steps, layer, conflicts=conflicts)
        told = ngettext("{path}: {count:,} concept", "{path}: {count:,} concepts", number)
        click.echo(told.format(path=written, count=number), err=True)


def _json(steps: Iterable[Step]) -> str:
    import json  # noqa: PLC0415 - a story needs none

    records = [
        {
            "kind": step.kind.value,
            "id": step.concept.id,
            "line": step.line,
            "reason": step.reason,
            "cells": {column: {"old": old, "new": new} for column, (old, new) in step.cells.items()},
        }
        for step in steps
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
