"""``vje explain``: what a check is for."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from toolkit.cli.options import format_option


@click.command()
@click.argument("checks", nargs=-1, metavar="[CHECK…]")
@format_option("text", "json", "markdown")
def command(checks: tuple[str, ...], form: str) -> None:
    """
    Explain a check: what it finds, why that matters, an example, what to do.

    Without CHECK it lists them all.
    """
    from toolkit.checks import CHECKS  # noqa: PLC0415 - help imports no checks
    from toolkit.checks.document import document, page  # noqa: PLC0415

    if form == "markdown" and not checks:
        click.echo(page(), nl=False)
        return
    documents = [document(check) for check in (checks or sorted(CHECKS))]
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in documents], ensure_ascii=False, indent=2))
    elif form == "markdown":
        click.echo("\n".join(f"## {one.check}\n\n{one.markdown}" for one in documents), nl=False)
    elif checks:
        click.echo("\n".join(one.text for one in documents), nl=False)
    else:
        room = max(len(one.check) for one in documents)
        for one in documents:
            click.echo(f"{one.check:{room}}  {one.title}")
