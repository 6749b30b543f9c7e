"""The sentences of articles and catalogs, each with its translations: what names are looked for in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.catalog.pairs import remembered
from toolkit.errors import CatalogError
from toolkit.glossary.suggest import Passage
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toolkit.memory.pair import Pair

#: A catalog's suffixes; anything else is an article.
SUFFIXES = (".po", ".pot")
_NO_SENTENCE = frozenset({Role.SECTION, Role.SIGNOFF, Role.DATELINE})


def passages(paths: Iterable[Path], memory: Sequence[Path] = ()) -> Iterator[Passage]:
    """
    Every sentence of the files.

    Args:
        paths: Articles, and catalogs, whose translations stand beside their sentences.
        memory: Catalogs, folders of them, TMX files: they know how the sentences of an article were translated.

    Raises:
        InputError: A file cannot be read.
        CatalogError: A catalog cannot be read.
    """
    paths = list(paths)
    versions = _Versions(remembered([path for path in memory if path.exists()], strict=False))
    catalogs = [path for path in paths if path.suffix in SUFFIXES]
    for path in catalogs:
        yield from _catalog(path)
    for path in paths:
        if path not in catalogs:
            yield from _article(path, versions)


class _Versions:
    """Sentence -> its translations, as far as they are remembered."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._known: dict[tuple[str, str], dict[str, str]] = {}
        for pair in pairs:
            self._known.setdefault((pair.source_lang, pair.source), {}).setdefault(pair.target_lang, pair.target)
            self._known.setdefault((pair.target_lang, pair.target), {}).setdefault(pair.source_lang, pair.source)

    def of(self, text: str, lang: str) -> dict[str, str]:
        return {code: other for code, other in self._known.get((lang, text), {}).items() if code != lang}


def _article(path: Path, versions: _Versions) -> Iterator[Passage]:
    from toolkit.catalog.source import entries  # noqa: PLC0415 - catalogs are not cut into sentences
    from toolkit.readers import read_article  # noqa: PLC0415

    article = read_article(Path(path))
    for entry in entries(article):
        if entry.block.role not in _NO_SENTENCE:
            others = versions.of(entry.msgid, article.lang)
            yield Passage(entry.msgid, article.lang, others, article.path.name if article.path else "", article.date)


def _catalog(path: Path) -> Iterator[Passage]:
    from toolkit.catalog.catalog import Catalog  # noqa: PLC0415 - an article needs none

    catalog = Catalog.load(path)
    if not catalog.source_lang:
        raise CatalogError(
            _("does not say which language it is translated from"), path=path, remedy="X-Source-Language"
        )
    for message in catalog:
        others = {catalog.lang: message.msgstr} if message.translated and message.msgstr and catalog.lang else {}
        yield Passage(message.msgid, catalog.source_lang, others, path.name, catalog.date)
