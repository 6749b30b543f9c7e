"""The whole job of ``vje align``: articles in, catalogs, memories and pages out."""

from __future__ import annotations

import contextlib
from itertools import combinations
from typing import TYPE_CHECKING

from toolkit import files
from toolkit.alignment.articles import Aligned, align_articles
from toolkit.errors import InputError
from toolkit.readers import read_article
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from toolkit.alignment.propose import Proposal
    from toolkit.article import Article
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary


def align_versions(
    articles: Sequence[Article], glossary: Glossary | None = None, config: Config | None = None
) -> list[Aligned]:
    """Every two of an article's two or three versions; those from the first version come first."""
    return [align_articles(one, other, glossary, config) for one, other in combinations(articles, 2)]


def read_pairs(path: Path) -> Iterator[tuple[Path, ...]]:
    """
    The files that belong together, from a table: two or three paths a line, with tabs between.

    Paths start at the table's folder. A further column with a figure, as ``vje align --find`` writes it, is passed
    over, and so are empty lines and lines that open with ``#``.

    Raises:
        InputError: The table cannot be read, or a line names fewer than two files, or one that is not there.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        what = _("cannot be read: {error}").format(error=error)
        raise InputError(what, path=path, remedy=_("give a table, UTF-8")) from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        names = [cell.strip() for cell in line.split("\t") if cell.strip() and not _is_figure(cell)]
        if len(names) not in (2, 3):
            raise InputError(
                _("does not name two or three files"), path=path, line=number, remedy=_("put a tab between them")
            )
        paths = tuple(path.parent / name for name in names)
        missing = next((p for p in paths if not p.is_file()), None)
        if missing is not None:
            what = _("there is no file {file}").format(file=missing)
            raise InputError(what, path=path, line=number, remedy=_("mend the line"))
        yield paths


def _is_figure(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def archive(folder: Path, lang: str | None = None) -> list[Article]:
    """
    The articles of a folder and of those below it, by name; what is no article of our languages is passed over.

    Raises:
        InputError: There is no such folder.
    """
    if not folder.is_dir():
        raise InputError(_("is no folder"), path=folder, remedy=_("name a folder of articles"))
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")):
        with contextlib.suppress(InputError, LookupError):
            found.append(read_article(path, lang))
    return found


def table(proposals: Iterable[Proposal], start: Path) -> str:
    """Proposals as the table that ``vje align --pairs`` reads, paths from the folder *start*, scores behind."""
    rows = [
        f"{_from(proposal.source, start)}\t{_from(proposal.target, start)}\t{proposal.score:.2f}\n"
        for proposal in proposals
    ]
    return "".join(rows)


def _from(article: Article, start: Path) -> str:
    assert article.path is not None
    with contextlib.suppress(ValueError):
        return article.path.resolve().relative_to(start.resolve()).as_posix()
    return article.path.resolve().as_posix()


def write(
    groups: Sequence[Sequence[Aligned]],
    outs: Iterable[Path],
    glossary: Glossary | None = None,
    config: Config | None = None,
) -> list[tuple[Path, bool]]:
    """
    Write alignments wherever they are wanted.

    Articles that are no translations of each other go nowhere but into the page, where a person sees why.

    Args:
        groups: For each article, its alignments; the source version's first, as :func:`align_versions` gives them.
        outs: Files, whose suffix says what they hold (``.tmx``, ``.jsonl``, ``.html``, ``.po``); any other name is a
            folder of catalogs, ``vi/LC_MESSAGES/name.po`` in it.
        glossary: Terms for the notes of catalogs.
        config: A project's settings.

    Returns:
        Each file, and whether it had to be written.

    Raises:
        InputError: A single ``.po`` is wanted for more than one catalog, or a file cannot be written.
        CatalogError: A catalog that exists cannot be read.
    """
    done: list[tuple[Path, bool]] = []
    for out in outs:
        if writer := _WRITERS.get(out.suffix.lower()):
            out.parent.mkdir(parents=True, exist_ok=True)
            done.append((out, files.write(out, writer([a for group in groups for a in group]).encode())))
        else:
            done += _catalogs(groups, out, glossary, config)
    return done


def _catalogs(
    groups: Sequence[Sequence[Aligned]], out: Path, glossary: Glossary | None, config: Config | None
) -> Iterator[tuple[Path, bool]]:
    from toolkit.alignment.catalogs import merged, to_catalog  # noqa: PLC0415 - a memory needs no catalogs

    wanted: list[tuple[Aligned, list[Aligned]]] = []
    for group in groups:
        first = group[0].source if group else None
        own = [aligned for aligned in group if aligned.source is first and aligned.belong]
        wanted += [(aligned, [other for other in own if other is not aligned]) for aligned in own]
    if out.suffix.lower() == ".po" and len(wanted) > 1:
        raise InputError(_("cannot hold several catalogs"), path=out, remedy=_("name a folder"))
    for aligned, others in wanted:
        path = out
        if out.suffix.lower() != ".po":
            path = out / aligned.target.lang / "LC_MESSAGES" / f"{aligned.source.name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = merged(to_catalog(aligned, glossary, others=others, config=config), path)
        yield path, catalog.save(path)


def _tmx(alignments: list[Aligned]) -> str:
    from toolkit.memory.tmx import write_tmx  # noqa: PLC0415

    return write_tmx(pair for aligned in alignments if aligned.belong for pair in aligned.pairs())


def _jsonl(alignments: list[Aligned]) -> str:
    from toolkit.alignment.records import to_jsonl  # noqa: PLC0415

    return to_jsonl(aligned for aligned in alignments if aligned.belong)


def _html(alignments: list[Aligned]) -> str:
    from toolkit.alignment.page import to_html  # noqa: PLC0415

    return to_html(alignments)


_WRITERS: dict[str, Callable[[list[Aligned]], str]] = {".tmx": _tmx, ".jsonl": _jsonl, ".html": _html}
