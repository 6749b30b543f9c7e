"""``vje lookup``: what do we call this?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option, glossary_options, house_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.glossary.lookup.desk import Desk


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TERM…")
@click.option("--lang", metavar="CODE", help="The language TERM is in: en, vi or ja.")
@click.option("--on", metavar="DATE", help="The day that is meant: 2025-06-30, 2025-06 or 2025.")
@click.option("--subject", metavar="SUBJECT", help="Only this kind of thing: place, title.diplomatic …")
@click.option("--country", metavar="CODE", help="Only things of this country: VN, JP …")
@click.option("--all", "everything", is_flag=True, help="Show everything that matches, and everything about it.")
@format_option("text", "json", "jsonl")
@house_option
@glossary_options
def command(words: tuple[str, ...], form: str, **options: object) -> None:
    """
    Say what a thing is called in the other languages.

    Several words are one question: `vje lookup Hà Nội`. With "-" every line of stdin is a question, plain or as JSON:
    `{"term": "Hà Nội", "lang": "vi", "date": "2024-11-01"}`. Exit code 1: nothing is called so.
    """
    from toolkit.glossary.lookup.desk import open_desk  # noqa: PLC0415 - help reads no glossary

    desk = open_desk(**options)  # type: ignore[arg-type]  # click has made each what it must be
    if desk.warning:
        click.echo(f"vje: {desk.warning}", err=True)
    if words == ("-",):
        found = _batch(desk, sys.stdin.buffer, form)
    else:
        answer = desk.ask(" ".join(words))
        found = answer.found
        click.echo(desk.show(answer, form), nl=False)
        if not found and form == "text":
            click.echo(desk.excuse(answer), nl=False, err=True)
    if not found:
        sys.exit(1)


def _batch(desk: Desk, lines: Iterable[bytes], form: str) -> bool:
    found = False
    for shown, hit in desk.answer_all(lines, form):
        found = found or hit
        click.echo(shown, nl=False)
    return found
