"""What catalogs hold for a memory: translated sentences with their neighbours, and pairs across three languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.catalog.catalog import Catalog
from toolkit.errors import CatalogError, InputError
from toolkit.lang import LANGUAGES
from toolkit.memory.pair import Pair
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.memory.store import Memory


def catalog_pairs(catalog: Catalog) -> Iterator[Pair]:
    """The confirmed translations of a catalog, those of obsolete sentences too."""
    source, target, name = catalog.source_lang, catalog.lang, catalog.name
    if source not in LANGUAGES or target not in LANGUAGES:
        return
    texts = [message.msgid for message in catalog]
    for number, message in enumerate(catalog):
        if message.translated and message.msgstr:
            before = texts[number - 1] if number else ""
            after = texts[number + 1] if number + 1 < len(texts) else ""
            yield Pair(message.msgid, message.msgstr, source, target, name, before, after)
    for message in catalog.obsolete:
        if message.translated and message.msgstr:
            yield Pair(message.msgid, message.msgstr, source, target, name)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """
    The catalogs and TMX files that *paths* name: files themselves, folders with everything below them.

    Raises:
        InputError: A path is neither.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.suffix in (".po", ".tmx") and p.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise InputError(_("there is no such file or folder"), path=path, remedy=_("check the name"))
    return list(dict.fromkeys(found))


def remembered(paths: Iterable[Path], *, without: Iterable[Path] = (), strict: bool = True) -> Iterator[Pair]:
    """
    All pairs of catalogs, folders of them, and TMX files.

    Two catalogs of one article make pairs of their translations as well: from English to Vietnamese and to Japanese
    follows Vietnamese to Japanese.

    Args:
        paths: Files and folders.
        without: Files to leave out.
        strict: Whether a catalog that cannot be read is an error, or is passed over.

    Raises:
        CatalogError: A catalog cannot be read.
        InputError: A TMX file cannot be read, or a path is neither file nor folder.
    """
    skipped = {path.resolve() for path in without}
    pivots: dict[tuple[str, str], list[Catalog]] = {}
    for path in files_of(paths):
        if path.resolve() in skipped:
            continue
        if path.suffix == ".tmx":
            from toolkit.memory.tmx import read_tmx  # noqa: PLC0415 - most memories are catalogs

            yield from read_tmx(path)
            continue
        try:
            catalog = Catalog.load(path)
        except CatalogError:
            if strict:
                raise
            continue
        yield from catalog_pairs(catalog)
        pivots.setdefault((catalog.name, catalog.source_lang), []).append(catalog)
    for catalogs in pivots.values():
        for number, one in enumerate(catalogs):
            for other in catalogs[number + 1 :]:
                if one.lang != other.lang:
                    yield from _pivot(one, other)


def _pivot(one: Catalog, other: Catalog) -> Iterator[Pair]:
    theirs = {message.msgid: message.msgstr for message in other if message.translated}
    for message in one:
        if message.translated and theirs.get(message.msgid):
            yield Pair(message.msgstr, theirs[message.msgid], one.lang, other.lang, one.name)


def compendium(pairs: Iterable[Pair], source: str, target: str) -> Catalog:
    """
    A catalog of everything a memory knows for two languages, for ``msgmerge -C`` and Poedit.

    A sentence with several translations keeps the first and is fuzzy, the others in its notes, as msgcat does it.
    """
    from toolkit.catalog import header  # noqa: PLC0415 - only for an export
    from toolkit.catalog.message import Message  # noqa: PLC0415

    found: dict[str, Message] = {}
    for pair in pairs:
        if (pair.source_lang, pair.target_lang) == (target, source):
            pair = Pair(pair.target, pair.source, source, target, pair.origin)  # noqa: PLW2901 - turned round
        elif (pair.source_lang, pair.target_lang) != (source, target):
            continue
        message = found.setdefault(pair.source, Message(pair.source, pair.target, notes=(f"From: {pair.origin}",)))
        if message.msgstr != pair.target and f"Or: {pair.target}" not in message.notes:
            message.fuzzy = True
            message.notes += (f"Or: {pair.target}",)
    return Catalog(list(found.values()), header=header.fresh("compendium", source, target))


def fill_memory(memory: Memory, paths: Iterable[Path]) -> int:
    """Put everything that *paths* hold into a memory; how many pairs were new."""
    return memory.add(remembered(map(Path, paths)))
