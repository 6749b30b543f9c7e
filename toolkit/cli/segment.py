"""``vje segment``: the sentences of an article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from toolkit.cli.findings import terms
from toolkit.cli.options import format_option, glossary_options
from toolkit.config import load_config
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from toolkit.segment import Quotes


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--lang", metavar="CODE", help="The language: en, vi or ja; told by the file's name or the text if left out."
)
@click.option(
    "--quotes",
    type=click.Choice(["split", "keep"]),
    help="Whether sentences end inside quotations; the language's habit if left out (split; keep in Japanese).",
)
@click.option("--by", type=click.Choice(["sentence", "paragraph"]), help="What to print; the config's, or sentence.")
@format_option("text", "jsonl")
@glossary_options
def command(
    paths: tuple[Path, ...],
    lang: str | None,
    quotes: Quotes | None,
    by: Literal["sentence", "paragraph"] | None,
    form: str,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Print the sentences of each FILE, or of stdin (-).

    As text: one a line, a blank line between paragraphs. As jsonl: one object a line, with the file, the line, the
    offsets in its text (half-open, in code points) and what the block is. No sentence ends inside a term of the
    glossary, nor where the config's segment.protect and segment.abbreviations say so.
    """
    import json  # noqa: PLC0415 - help needs none of them

    from toolkit.readers import read_article  # noqa: PLC0415
    from toolkit.readers.decode import decode  # noqa: PLC0415
    from toolkit.segment.article import sentences  # noqa: PLC0415

    config = load_config()
    unit = by or ("paragraph" if config.segment_by == "paragraph" else "sentence")
    known = terms(glossary, below=curated)
    first = True
    for path in paths:
        # A text from stdin ends with a line break, so that it is never taken for a file's name
        article = read_article(decode(sys.stdin.buffer.read())[0] + "\n" if str(path) == "-" else path, lang)
        if article.encoding not in ("utf-8", "utf-8-sig"):
            told = _("{path}: read as {encoding}").format(path=path, encoding=article.encoding)
            click.echo(told, err=True)
        protect = (*config.segment_protect, *known.stops(article.lang))
        paragraph = 0
        for found in sentences(article, unit, quotes, protect, config.segment_abbreviations):
            if form == "jsonl":
                record = {
                    "file": path.as_posix(),
                    "line": found.line,
                    "start": found.start,
                    "end": found.end,
                    "paragraph": found.paragraph,
                    "role": found.role.value,
                    "lang": article.lang,
                    "text": found.text,
                }
                click.echo(json.dumps(record, ensure_ascii=False))
                continue
            if found.paragraph != paragraph and not first:
                click.echo()
            paragraph, first = found.paragraph, False
            click.echo(" ".join(found.text.split("\n")))
