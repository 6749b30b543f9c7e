"""``vje memory``: build, search and export a translation memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option
from toolkit.ui import gettext as _
from toolkit.ui import ngettext

if TYPE_CHECKING:
    from toolkit.memory.pair import Hit

_store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default="memory.sqlite",
    show_default=True,
    metavar="FILE",
    help="The memory's file.",
)


@click.group()
def command() -> None:
    """Keep what was translated, and find it again."""


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@_store_option
def build(paths: tuple[Path, ...], store: Path) -> None:
    """Take in catalogs, folders of them and TMX files; without PATH, the project's own catalogs."""
    from toolkit.catalog.pairs import fill_memory  # noqa: PLC0415 - help needs no store
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.memory.store import Memory  # noqa: PLC0415

    with Memory(store, create=True) as memory:
        fresh = fill_memory(memory, paths or (Path(load_config().locales),))
        told = ngettext(
            "{path}: {count:,} new pair, {total:,} in all", "{path}: {count:,} new pairs, {total:,} in all", fresh
        )
        click.echo(told.format(path=store, count=fresh, total=len(memory)))


@command.command()
@click.argument("words", nargs=-1, required=True, metavar="SENTENCE…")
@click.option("--from", "source", metavar="CODE", help="The language of the sentence, where it cannot be told.")
@click.option("--to", "targets", multiple=True, metavar="CODE", help="The language wanted; every other one.")
@_store_option
@format_option("text", "json")
def search(words: tuple[str, ...], source: str | None, targets: tuple[str, ...], store: Path, form: str) -> None:
    """Find a sentence and its like. Exit code 1: there is none."""
    from toolkit.lang import LANGUAGES, language  # noqa: PLC0415
    from toolkit.lang.recognise import recognise  # noqa: PLC0415
    from toolkit.memory.store import Memory  # noqa: PLC0415

    text = " ".join(words)
    lang = language(source or recognise(text) or "").code
    with Memory(store) as memory:
        wanted = targets or tuple(code for code in LANGUAGES if code != lang)
        hits = [hit for target in wanted for hit in memory.search(text, lang, language(target).code)]
    if form == "json":
        click.echo(json.dumps([_record(hit) for hit in hits], ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            click.echo(f"{int(hit.score * 100):3} %  {hit.pair.source_lang}  {hit.pair.source}")
            click.echo(f"{'':7}{hit.pair.target_lang}  {hit.pair.target}" + (f"  [{hit.pair.origin}]"))
    if not hits:
        raise SystemExit(1)


def _record(hit: Hit) -> dict[str, object]:
    pair = hit.pair
    return {
        "how": hit.how.value,
        "score": round(hit.score, 3),
        "source": pair.source,
        "target": pair.target,
        "from": pair.source_lang,
        "to": pair.target_lang,
        "origin": pair.origin,
    }


@command.command()
@click.argument("out", type=click.Path(path_type=Path), metavar="FILE.tmx|FILE.po")
@click.option("--from", "source", metavar="CODE", help="For a catalog: the language of its msgids.")
@click.option("--to", "target", metavar="CODE", help="For a catalog: the language of its translations.")
@_store_option
def export(out: Path, source: str | None, target: str | None, store: Path) -> None:
    """Write a TMX file, or a compendium catalog for msgmerge -C and Poedit."""
    from toolkit import files  # noqa: PLC0415
    from toolkit.catalog.pairs import compendium  # noqa: PLC0415
    from toolkit.errors import InputError  # noqa: PLC0415
    from toolkit.lang import language  # noqa: PLC0415
    from toolkit.memory.store import Memory  # noqa: PLC0415
    from toolkit.memory.tmx import write_tmx  # noqa: PLC0415

    with Memory(store) as memory:
        wanted = {code for code in (source, target) if code}
        pairs = [pair for pair in memory if wanted <= {pair.source_lang, pair.target_lang}]
        if out.suffix == ".tmx":
            text = write_tmx(pairs)
        elif out.suffix == ".po":
            if not source or not target:
                raise InputError(_("a catalog has two languages"), path=out, remedy=_("say --from and --to"))
            text = str(compendium(pairs, language(source).code, language(target).code))
        else:
            raise InputError(_("is neither .tmx nor .po"), path=out, remedy=_("name the file with one of them"))
    files.write(out, text.encode())
    told = ngettext("{path}: {count:,} pair", "{path}: {count:,} pairs", len(pairs))
    click.echo(told.format(path=out, count=len(pairs)))
