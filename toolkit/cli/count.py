"""``vje count``: how much there is to translate."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option, glossary_options, locales_option
from toolkit.ui import gettext as _
from toolkit.ui import mark, ngettext
from toolkit.ui.phrase import listed
from toolkit.ui.width import pad, width

if TYPE_CHECKING:
    from toolkit.catalog.count import Count

#: The name of the lines that add up.
_ALL = mark("all")


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ARTICLE…")
@click.option("--to", "targets", multiple=True, metavar="CODE", help="A language to translate into; every other one.")
@click.option("--lang", metavar="CODE", help="The language of the articles, where it cannot be told.")
@click.option(
    "--memory", multiple=True, type=click.Path(path_type=Path), metavar="PATH", help="Catalogs, folders, TMX."
)
@format_option("text", "json", "csv")
@locales_option
@glossary_options
def command(
    articles: tuple[Path, ...],
    targets: tuple[str, ...],
    lang: str | None,
    memory: tuple[Path, ...],
    form: str,
    locales: Path,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Count words, syllables or characters: new ones, repetitions, and what the memory knows.

    English is counted in words, Vietnamese in syllables and words, Japanese in characters with and without kana.
    """
    from toolkit.catalog.count import count  # noqa: PLC0415 - help counts nothing
    from toolkit.catalog.job import Job  # noqa: PLC0415
    from toolkit.catalog.recall import recall  # noqa: PLC0415
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.glossary import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.lang import LANGUAGES  # noqa: PLC0415
    from toolkit.readers import read_article  # noqa: PLC0415

    config = load_config()
    read = [read_article(path, lang) for path in articles]
    layers = folders(glossary, below=curated)
    book = Glossary.load(*layers) if layers else None
    wanted = targets or config.to or tuple(LANGUAGES)
    job = recall(Job(locales, wanted, config=config), read, memory)
    counts = [
        one
        for target in wanted
        for one in count(read, target, locales, memory=job.memory, glossary=book, config=config)
    ]
    click.echo(_FORMS[form](counts), nl=False)


def _rows(counts: list[Count]) -> list[tuple[str, str, str, str, int, dict[str, int]]]:
    from toolkit.catalog.count import KINDS  # noqa: PLC0415

    rows = []
    for one in counts:
        for kind in KINDS:
            if one.sentences[kind]:
                rows.append((one.name, one.lang, one.target, kind, one.sentences[kind], dict(one.units[kind])))
        rows.append((one.name, one.lang, one.target, mark("total"), sum(one.sentences.values()), one.total()))
    for lang, target in dict.fromkeys((one.lang, one.target) for one in counts):
        group = [one for one in counts if (one.lang, one.target) == (lang, target)]
        if len(group) > 1:
            for kind in KINDS:
                number = sum(one.sentences[kind] for one in group)
                if number:
                    rows.append((_ALL, lang, target, kind, number, _sum([one.units[kind] for one in group])))
            whole = sum(sum(one.sentences.values()) for one in group)
            rows.append((_ALL, lang, target, "total", whole, _sum([one.total() for one in group])))
    return rows


def _sum(units: list[dict[str, int]]) -> dict[str, int]:
    return {name: sum(one.get(name, 0) for one in units) for name in dict.fromkeys(n for one in units for n in one)}


def _text(counts: list[Count]) -> str:
    lines = []
    columns = max(map(width, (_(kind) for _name, _lang, _target, kind, _sentences, _units in _rows(counts))), default=0)
    heading = ("", "", "")
    for name, lang, target, kind, sentences, units in _rows(counts):
        if (name, lang, target) != heading:
            heading = (name, lang, target)
            lines.append(f"{_(name) if name == _ALL else name}  {lang} → {target}")
        # Translators: {unit}: "words", "syllables", "characters"
        told = listed(_("{count:,} {unit}").format(count=number, unit=_(unit)) for unit, number in units.items())
        counted = ngettext("{count:>6,} sentence", "{count:>6,} sentences", sentences).format(count=sentences)
        lines.append(f"  {pad(_(kind), columns)} {pad(counted, 16)}  {told}")
    return "".join(f"{line}\n" for line in lines)


def _json(counts: list[Count]) -> str:
    keys = ("article", "lang", "to", "kind", "sentences", "units")
    return json.dumps([dict(zip(keys, row, strict=True)) for row in _rows(counts)], ensure_ascii=False, indent=2) + "\n"


def _csv(counts: list[Count]) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(("article", "lang", "to", "kind", "sentences", "unit", "number"))
    for *row, units in _rows(counts):
        for unit, number in units.items():
            sheet.writerow((*row, unit, number))
    return out.getvalue()


_FORMS = {"text": _text, "json": _json, "csv": _csv}
