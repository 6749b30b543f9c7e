"""``vje render``: the translated article."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from toolkit import files
from toolkit.cli.options import locales_option
from toolkit.errors import CatalogError, InputError
from toolkit.ui import gettext as _
from toolkit.ui import ngettext


@click.command()
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option("--to", required=True, metavar="LANG", help="Language to write the article in.")
@click.option("--lang", metavar="LANG", help="The article's own language, if its name does not say it.")
@locales_option
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="File to write; stdout if none.")
@click.option("--indent", is_flag=True, help="Open paragraphs as books do: a full-width space in Japanese.")
@click.option("--strict", is_flag=True, help="Fail if a sentence is not translated.")
def command(
    article: Path, to: str, lang: str | None, locales: Path, output: Path | None, indent: bool, strict: bool
) -> None:
    """
    Write ARTICLE in another language, from its catalog.

    It comes out as the file that it is: a page as a page, a Word document as one, with links, bold type and tables.
    """
    from toolkit.catalog import Catalog  # noqa: PLC0415 - help needs none of them
    from toolkit.lang import language  # noqa: PLC0415
    from toolkit.readers import read_article  # noqa: PLC0415
    from toolkit.rendering import rendering  # noqa: PLC0415

    source = read_article(article, lang)
    path = locales / language(to).code / "LC_MESSAGES" / f"{source.name}.po"
    result = rendering(source, Catalog.load(path), indent=indent)
    for remark in source.remarks:
        click.echo(f"{article}: {remark}", err=True)
    for line, text in result.missing:
        click.echo(f"{article}:{line}: " + _("not translated: {text}").format(text=text), err=True)
    if strict and result.missing:
        told = ngettext(
            "{count} sentence is not translated", "{count} sentences are not translated", len(result.missing)
        )
        raise CatalogError(
            told.format(count=len(result.missing)), path=path, remedy=_("finish it, or leave out --strict")
        )
    if output is None and source.format == "docx" and sys.stdout.isatty():
        raise InputError(
            _("is a document, nothing for a terminal"), path=article, remedy=_("name a file: --output FILE")
        )
    if output is None:
        click.echo(result.data, nl=False)
    else:
        files.write(output, result.data)
