"""``vje glossary list``."""

from __future__ import annotations

import sys

import click

from toolkit.cli.options import format_option, glossary_options


@click.command()
@click.option("--subject", metavar="SUBJECT", help="Only this kind of thing: place, title.diplomatic …")
@click.option("--country", metavar="CODE", help="Only things of this country: VN, JP …")
@click.option(
    "--confidence", type=click.Choice(["verified", "single", "rule", "own"]), help="Only those as sure as this."
)
@click.option("--missing", metavar="CODE", help="Only those without a term in this language.")
@click.option("--on", metavar="DATE", help="Only those that hold on this day.")
@format_option("text", "ids", "json", "jsonl")
@glossary_options
def command(form: str, **options: object) -> None:
    """List concepts, one a line. Exit code 1: there is none."""
    from toolkit.glossary.lookup.desk import choose, listing  # noqa: PLC0415 - help reads no glossary

    glossary, concepts = choose(**options)  # type: ignore[arg-type]  # click has made each what it must be
    click.echo(listing(glossary, concepts, form), nl=False)
    if not concepts:
        sys.exit(1)
