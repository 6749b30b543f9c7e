"""``vje corpus``: many articles at once, on one machine or on a cluster."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.cli.options import format_option, glossary_options, house_option
from toolkit.ui import chosen, ngettext
from toolkit.ui import gettext as _
from toolkit.ui.phrase import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    F = TypeVar("F", bound=Callable[..., Any])

_FIELDS = ("text", "id", "lang", "date", "source", "target", "target_lang")


@click.group()
def command() -> None:
    """
    Work through an archive: count names, check, extract, split into sentences.

    INPUT is a folder of articles and catalogs, JSON lines (.jsonl, also .gz and .zst, - is stdin) or Parquet. The
    results go to a new folder; a run that was stopped goes on with --resume.
    """


def _options(*forms: str) -> Callable[[F], F]:
    """The options that all of them share."""

    def add(function: F) -> F:
        for option in (
            click.option("--strict", is_flag=True, help="A record that cannot be used stops the run."),
            click.option("--resume", is_flag=True, help="Go on with a run that was stopped."),
            click.option(
                "--batch",
                type=click.IntRange(1),
                default=500,
                show_default=True,
                metavar="N",
                help="Records at a time.",
            ),
            click.option(
                "--dask",
                is_flag=False,
                flag_value="local",
                default="",
                metavar="[ADDRESS]",
                help="Work on the Dask cluster at tcp://HOST:PORT; alone, on one of this machine.",
            ),
            click.option(
                "--jobs",
                "-j",
                type=click.IntRange(1),
                default=1,
                show_default=True,
                metavar="N",
                help="Processes of this machine.",
            ),
            click.option("--lang", metavar="CODE", default="", help="Language of records that do not say theirs."),
            click.option("--from", "only", metavar="CODE", default="", help="Only texts in this language."),
            click.option(
                "--column",
                multiple=True,
                metavar="FIELD=NAME",
                help="Where a field stands: text, id, lang, date, source, target, target_lang; again and again.",
            ),
            format_option(*forms),
            click.option(
                "--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Folder of the results."
            ),
            click.argument("origin", metavar="INPUT", type=click.Path(path_type=Path, allow_dash=True)),
        ):
            function = option(function)
        return function

    return add


@command.command()
@_options("jsonl", "parquet")
@click.option("--concept", "concepts", multiple=True, metavar="ID", help="Show each place where it is named.")
@glossary_options
def terms(**options: Any) -> None:
    """Count names by form, year and source; list those to avoid; compare their renderings."""
    _run("terms", **options)


@command.command()
@_options("jsonl", "parquet")
@glossary_options
def check(**options: Any) -> None:
    """Check texts, pairs of texts and catalogs; the findings are data, and no finding fails."""
    _run("check", **options)


@command.command()
@_options("catalogs", "jsonl", "parquet")
@click.option("--to", "targets", multiple=True, metavar="CODE", help="A language to translate into; every other one.")
@click.option("--by", type=click.Choice(["sentence", "paragraph"]), default="sentence", help="What one message is.")
@house_option
@glossary_options
def extract(**options: Any) -> None:
    """Make the catalogs of all articles, or their messages as rows."""
    _run("extract", **options)


@command.command()
@_options("jsonl", "parquet")
@glossary_options
def segment(**options: Any) -> None:
    """Split every article into sentences."""
    _run("segment", **options)


def _run(
    task: str,
    *,
    origin: Path,
    out: Path,
    form: str,
    column: tuple[str, ...],
    lang: str,
    jobs: int,
    dask: str,
    batch: int,
    resume: bool,
    strict: bool,
    glossary: tuple[str, ...],
    curated: bool | None,
    **wishes: Any,
) -> None:
    from toolkit.config import load_config  # noqa: PLC0415 - help needs none of it
    from toolkit.corpus.plan import Plan  # noqa: PLC0415
    from toolkit.corpus.run import Job, run  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415

    columns: dict[str, str] = {}
    for pair in column:
        field, _sign, name = pair.partition("=")
        if field.replace("-", "_") not in _FIELDS or not name:
            told = _("{value!r}: write FIELD=NAME; a field is one of {choices}")
            raise click.BadParameter(told.format(value=pair, choices=", ".join(_FIELDS)))
        columns[field.replace("-", "_")] = name
    plan = Plan(
        task,
        tuple(folders(glossary, below=curated)),
        columns,
        lang=lang,
        config=load_config(),
        messages=form != "catalogs",
        strict=strict,
        speaks=chosen(),
        **wishes,
    )
    outcome = run(Job(plan, origin, out, form, jobs, dask, batch, resume))
    if outcome.bad and not outcome.records:
        raise click.ClickException(_("{path}: no record could be used, see {file}").format(path=out, file="bad.jsonl"))
    parts = [ngettext("{count:,} record", "{count:,} records", outcome.records).format(count=outcome.records)]
    if outcome.bad:
        parts.append(_("{count:,} passed over ({file})").format(count=outcome.bad, file="bad.jsonl"))
    if outcome.repeated:
        parts.append(_("finished before"))
    click.echo(f"{out}: {listed(parts)}", file=sys.stderr)
