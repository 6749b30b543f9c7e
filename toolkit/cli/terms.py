"""``vje terms``: what is there to look up in this article?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from toolkit.cli.findings import terms
from toolkit.cli.options import glossary_options
from toolkit.report.terms import FORMS
from toolkit.ui import ngettext


@click.command()
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option("--lang", metavar="CODE", help="The article's own language, if its name does not say it.")
@click.option("--to", "target", metavar="CODE", default="", help="Language to translate into; a PO file needs it.")
@click.option("--format", "form", type=click.Choice(FORMS), help="How to write them; by OUT's suffix, or text.")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="OUT", help="File to write; stdout if none.")
@glossary_options
def command(
    article: Path,
    lang: str | None,
    target: str,
    form: str | None,
    output: Path | None,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Write the glossary of ARTICLE: every term that occurs in it, with its names in all languages.

    For people as text or html, for other programs in any format of vje glossary export: TBX, CSV, PO …
    """
    from toolkit import files  # noqa: PLC0415 - help reads and writes nothing
    from toolkit.exchange.formats import SUFFIXES  # noqa: PLC0415
    from toolkit.readers import read_article  # noqa: PLC0415
    from toolkit.report.terms import article_terms, write_terms  # noqa: PLC0415

    if form is None:
        suffix = output.suffix.lower() if output else ""
        form = "html" if suffix in (".html", ".htm") else "text" if suffix == ".txt" else SUFFIXES.get(suffix, "text")
    text = read_article(article, lang)
    used = article_terms(text, terms(glossary, below=curated))
    data = write_terms(text, used, form, target)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        files.write(output, data)
        told = ngettext("{path}: {count} term", "{path}: {count} terms", len(used))
        click.echo(told.format(path=output, count=len(used)), err=True)
