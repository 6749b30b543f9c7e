"""``vje glossary show``."""

from __future__ import annotations

import click

from toolkit.cli.options import format_option, glossary_options, house_option


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--on", metavar="DATE", help="The day that is meant.")
@format_option("text", "json", "jsonl")
@house_option
@glossary_options
def command(ids: tuple[str, ...], form: str, **options: object) -> None:
    """Show everything about concepts, by their ids."""
    from toolkit.glossary.lookup.desk import open_desk  # noqa: PLC0415 - help reads no glossary

    desk = open_desk(everything=True, **options)  # type: ignore[arg-type]  # click has made each what it must be
    click.echo(desk.show_concepts([desk.glossary.concept(ident) for ident in ids], form), nl=False)
