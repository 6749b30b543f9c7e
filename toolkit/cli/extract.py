"""``vje extract``: from articles to catalogs, new ones and old ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import color, format_option, glossary_options, house_option, locales_option
from toolkit.ui import gettext as _
from toolkit.ui.phrase import listed
from toolkit.ui.width import pad

if TYPE_CHECKING:
    from toolkit.catalog.job import Result

_COLOURS = {"edited": "yellow", "split": "yellow", "joined": "yellow", "new": "green", "obsolete": "red"}
_MARKS = {"translated": "=", "fuzzy": "~", "suggested": "?", "empty": " ", "stored": "-"}


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--to", "targets", multiple=True, metavar="CODE", help="A language to translate into; every other one.")
@click.option("--lang", metavar="CODE", help="The language of the articles, where it cannot be told.")
@click.option("--by", type=click.Choice(["sentence", "paragraph"]), help="What one message is.")
@click.option(
    "--memory", multiple=True, type=click.Path(path_type=Path), metavar="PATH", help="Catalogs, folders, TMX."
)
@click.option("--trust", is_flag=True, help="Take an exact hit of the memory for translated.")
@click.option("--no-memory", is_flag=True, help="Not even the project's own catalogs.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen, sentence by sentence.")
@format_option("text", "json")
@locales_option
@house_option
@glossary_options
def command(
    articles: tuple[str, ...],
    targets: tuple[str, ...],
    lang: str | None,
    by: str | None,
    memory: tuple[Path, ...],
    locales: Path,
    glossary: tuple[str, ...],
    house: tuple[str, ...],
    form: str,
    **flags: bool | None,
) -> None:
    """
    Write the catalogs of articles, or bring them up to date without losing a translation.

    A sentence that changed gets what is still certain, marked fuzzy; the rest of the old translation stands in its
    notes. Running it twice writes nothing.
    """
    from toolkit.catalog.job import Job  # noqa: PLC0415 - help needs no catalogs
    from toolkit.catalog.recall import recall  # noqa: PLC0415
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.glossary import Glossary  # noqa: PLC0415
    from toolkit.glossary.houses import choose, load_houses  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.readers import read_article  # noqa: PLC0415
    from toolkit.ui.progress import watched  # noqa: PLC0415

    config = load_config()
    read = [read_article(sys.stdin.read() if name == "-" else Path(name), lang) for name in articles]
    for article in read:
        for remark in article.remarks:
            click.echo(f"{article.path}: {remark}", err=True)
    layers = folders(glossary, below=flags["curated"])
    job = Job(
        locales,
        targets or config.to,
        Glossary.load(*layers) if layers else None,
        config,
        by or config.segment_by,
        trust=bool(flags["trust"]),
        dry=bool(flags["dry_run"]),
        houses=choose(house or config.house.values(), load_houses(layers)) if house or config.house else None,
    )
    if not flags["no_memory"]:
        job = recall(job, read, memory)
    results = job.run(read, watched)
    if form == "json":
        click.echo(json.dumps([_record(result) for result in results], ensure_ascii=False, indent=2))
    else:
        for result in results:
            _tell(result, story=bool(flags["dry_run"]))


def _record(result: Result) -> dict[str, object]:
    from toolkit.catalog.update.change import count  # noqa: PLC0415

    return {
        "path": result.path.as_posix(),
        "lang": result.lang,
        "written": result.written,
        "counts": count(result.changes),
        "remembered": result.remembered,
        "changes": [
            {
                "kind": change.kind.value,
                "outcome": change.outcome.value,
                "source": change.msgid,
                "before": list(change.before),
                "remark": change.remark,
            }
            for change in result.changes
        ],
    }


def _tell(result: Result, *, story: bool) -> None:
    from toolkit.catalog.update.change import count  # noqa: PLC0415

    if story and result.lang:
        for change in result.changes:
            line = f"{_MARKS[change.outcome.value]} {pad(_(change.kind.value), 8)} {change.msgid}"
            line += f"  [{change.remark}]" if change.remark else ""
            click.secho(line, fg=_COLOURS.get(change.kind.value), color=color())
    parts = [
        # Translators: {kind}: "new", "kept", "edited" …; {count}: how many sentences or concepts are
        _("{count:,} {kind}").format(count=number, kind=_(kind))
        for kind, number in count(result.changes).items()
        if number
    ]
    if result.remembered:
        parts.append(_("{count} from memory").format(count=result.remembered))
    state = (_("would be written") if story else _("written")) if result.written else _("unchanged")
    # Translators: {path} is a file; {state}: "written", "unchanged" …; {parts}: a list, "3 new, 9 kept"
    click.echo(_("{path}: {state}; {parts}").format(path=result.path, state=state, parts=listed(parts)))
