"""
The whole job of ``vje extract``: articles in, catalogs on the disk brought up to date.

Everything is worked out before the first file is written, and every catalog is held against other processes from
reading to writing: what cannot be done for one file is done for none.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import files
from toolkit.catalog.catalog import Catalog
from toolkit.catalog.extraction import extract
from toolkit.catalog.published import Published
from toolkit.catalog.source import Source
from toolkit.errors import InputError
from toolkit.lang import LANGUAGES
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from toolkit.article import Article
    from toolkit.catalog.update.change import Change
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.houses import House
    from toolkit.memory.store import Memory, Shelf


@dataclass(frozen=True, slots=True)
class Result:
    """
    What happened to one file.

    Attributes:
        path: The catalog or the template.
        lang: Code of its language, empty for a template.
        written: Whether its bytes changed, or would.
        changes: What happened to each message.
        remembered: How many messages the memory filled in.
    """

    path: Path
    lang: str
    written: bool
    changes: tuple[Change, ...]
    remembered: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """
    How articles are extracted.

    Attributes:
        locales: Folder of the catalogs.
        targets: Codes of the languages to translate into; empty is every other one.
        glossary: The terms for the notes.
        config: The project's settings.
        by: A message is a ``sentence`` or a ``paragraph``.
        memory: What was translated before.
        trust: Whether an exact hit of the memory counts as translated.
        dry: Whether nothing is written.
        houses: The newsrooms whose terms are preferred, by language.
    """

    locales: Path
    targets: Sequence[str] = ()
    glossary: Glossary | None = None
    config: Config | None = None
    by: str = "sentence"
    memory: Memory | Shelf | None = None
    trust: bool = False
    dry: bool = False
    houses: Mapping[str, House] | None = None

    def run(
        self, articles: Iterable[Article], watch: Callable[[Sequence[Article]], Iterable[Article]] = iter
    ) -> list[Result]:
        """
        Make or update the catalogs of *articles*; *watch* gives them out one by one and may tell how far it is.

        Returns:
            One result for each file, templates first, in the order of the articles.

        Raises:
            InputError: An article has no usable name, or nothing to translate, or a file cannot be written.
            CatalogError: A catalog that exists cannot be read, or is for another language.
        """
        found: list[tuple[Catalog, Path, Result]] = []
        with contextlib.ExitStack() as held:
            for path in sorted(self.paths(articles := list(articles))):
                if not self.dry:
                    held.enter_context(files.claim(path))
            for article in watch(articles):
                found += self._article(article)
            if not self.dry:
                for catalog, path, _ in found:
                    catalog.save(path)
        return [result for _, _, result in found]

    def paths(self, articles: Iterable[Article]) -> list[Path]:
        """Every file that a run may write."""
        return [path for article in articles for _, path in self._files(article)]

    def _files(self, article: Article) -> list[tuple[str, Path]]:
        name = safe_name(article)
        targets = list(dict.fromkeys(self.targets)) or [code for code in LANGUAGES if code != article.lang]
        return [
            ("", self.locales / f"{name}.pot"),
            *((lang, self.locales / lang / "LC_MESSAGES" / f"{name}.po") for lang in targets),
        ]

    def _article(self, article: Article) -> Iterable[tuple[Catalog, Path, Result]]:
        places = self._files(article)
        folder = Path(self.config.articles) if self.config else None
        published = Published(article, self.locales, folder)
        source = Source(article, self.glossary, self.by, self.config)
        for lang, path in places:
            new = extract(
                article,
                lang,
                self.glossary,
                by=self.by,
                published=published if lang else None,
                houses=self.houses,
                config=self.config,
                source=source,
            )
            before = _bytes(path)
            if before is None:
                from toolkit.catalog.update import fresh  # noqa: PLC0415 - an old catalog brings its own

                catalog, changes = new, fresh(new)
                catalog.refer(path)
            else:
                catalog = Catalog.load(path)
                changes = catalog.update(new).changes
            filled = 0
            if self.memory is not None and lang:
                from toolkit.catalog.remember import remember  # noqa: PLC0415 - only with a memory

                filled = remember(catalog, self.memory, trust=self.trust)
            written = str(catalog).encode() != before
            yield catalog, path, Result(path, lang, written, changes, filled)


def safe_name(article: Article) -> str:
    """
    The article's name, if it can be a file's.

    Raises:
        InputError: It would lead out of the folder of catalogs, or is empty.
    """
    name = article.name
    if not name or name.startswith(".") or any(char in name for char in '/\\:*?"<>|\0') or name != name.strip(" ."):
        raise InputError(
            _("its name cannot be a catalog's: {name!r}").format(name=name),
            path=article.path,
            remedy=_("give the file another name"),
        )
    return name


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""  # reading it as a catalog says what is wrong
