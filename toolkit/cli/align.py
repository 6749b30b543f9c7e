"""``vje align``: from articles that were translated to catalogs and memories."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import glossary_options
from toolkit.ui import gettext as _
from toolkit.ui import ngettext

if TYPE_CHECKING:
    from toolkit.alignment.articles import Aligned


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="SOURCE TARGET [THIRD]")
@click.option(
    "--out",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A .tmx, .jsonl, .html or .po file, or a folder of catalogs; may be given several times.",
)
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A table of articles: two or three paths a line, tabs between.",
)
@click.option("--find", is_flag=True, help="Propose which articles of two folders belong together, as such a table.")
@glossary_options
def command(
    paths: tuple[Path, ...],
    out: tuple[Path, ...],
    pairs: Path | None,
    find: bool,
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Pair the sentences of articles that were translated already.

    The catalogs are those of SOURCE: joined sentences carry with-next, dropped ones omit, doubtful ones are fuzzy.
    Without --out the beads are printed. With --find the two arguments are folders. Exit code 1: some of the articles
    are no translations of each other, and nothing was written for them but the page; with --find, none belong together.
    """
    from toolkit.alignment.job import align_versions, archive, read_pairs, table, write  # noqa: PLC0415 - not for help
    from toolkit.config import load_config  # noqa: PLC0415
    from toolkit.glossary import Glossary  # noqa: PLC0415
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.readers import read_article  # noqa: PLC0415
    from toolkit.ui.progress import watched  # noqa: PLC0415

    if find and (len(paths) != 2 or pairs):
        raise click.UsageError(_("--find takes two folders"))
    if not find and (len(paths) not in (2, 3)) != bool(pairs):
        raise click.UsageError(_("give two or three versions of one article, or --pairs FILE"))
    layers = folders(glossary, below=curated)
    terms = Glossary.load(*layers) if layers else None
    if find:
        from toolkit.alignment.propose import propose  # noqa: PLC0415

        found = table(propose(archive(paths[0]), archive(paths[1]), terms), out[0].parent if out else Path.cwd())
        if out:
            from toolkit import files  # noqa: PLC0415

            files.write(out[0], found.encode())
        else:
            click.echo(found, nl=False)
        sys.exit(0 if found else 1)
    config = load_config()
    groups = [
        align_versions([read_article(path) for path in group], terms, config)
        for group in watched(list(read_pairs(pairs)) if pairs else [paths])
    ]
    for group in groups:
        for aligned in group:
            _tell(aligned, beads=not out and not pairs)
    for path, written in write(groups, out, terms, config):
        told = _("{path}: written") if written else _("{path}: unchanged")
        click.echo(told.format(path=path), err=True)
    if not all(aligned.belong for group in groups for aligned in group):
        sys.exit(1)


def _tell(aligned: Aligned, *, beads: bool) -> None:
    from toolkit.alignment.articles import SURE  # noqa: PLC0415

    if beads:
        for bead in aligned.beads:
            ours, theirs = aligned.texts(bead)
            click.echo(f"{len(bead.source)}-{len(bead.target)}  {bead.confidence:.2f}  {ours}")
            click.echo(f"{'':11}{theirs}\n")
    said = _("translations of each other") if aligned.belong else _("NOT translations of each other, nothing written")
    doubtful = sum(bead.confidence < SURE for bead in aligned.beads)
    told = ngettext(
        # Translators: a bead pairs one or several sentences of the source with those of the target. {said}: whether
        # the articles are translations of each other; {score}: how much they are, 0 to 1; {doubtful}: a number of beads
        "{article} {langs}: {said} ({score:.2f}); {count} bead, {doubtful} not sure",
        "{article} {langs}: {said} ({score:.2f}); {count} beads, {doubtful} not sure",
        len(aligned.beads),
    )
    click.echo(
        told.format(
            article=aligned.source.name,
            langs=f"{aligned.source.lang}-{aligned.target.lang}",
            said=said,
            score=aligned.score,
            count=len(aligned.beads),
            doubtful=doubtful,
        ),
        err=not beads,
    )
