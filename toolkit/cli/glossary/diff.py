"""``vje glossary diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--in", "places", multiple=True, metavar="DIR", help="Also list the translations in these catalogs.")
@click.option("--terms", "only_terms", is_flag=True, help="Leave out changes of notes, sources and confidence.")
@format_option("text", "json")
def command(old: str, new: str, places: tuple[str, ...], only_terms: bool, form: str) -> None:
    """
    Show what changed between two glossaries (folders or files), and which finished translations that touches.

    To compare with an earlier commit: git worktree add ../before COMMIT, then vje glossary diff ../before/glossary
    glossary.
    """
    from toolkit.glossary.book import Glossary  # noqa: PLC0415 - help reads no glossary
    from toolkit.glossary.table.diff import diff, report, touched  # noqa: PLC0415

    changes = diff(Glossary.load(old), Glossary.load(new), only_terms=only_terms)
    click.echo(report(changes, list(touched(changes, _translations(places))), form), nl=False)


def _translations(places: tuple[str, ...]) -> Iterator[tuple[str, int, str, str]]:
    from toolkit.catalog.catalog import Catalog  # noqa: PLC0415 - most differences are asked for without catalogs

    for place in map(Path, places):
        for path in sorted(place.rglob("*.po")) if place.is_dir() else [place]:
            catalog = Catalog.load(path)
            for message in catalog:
                yield str(path), message.line, catalog.lang, message.msgstr
