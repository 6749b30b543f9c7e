"""The glossary as one object: iterate it, ask for a concept, look a name up, find names in a text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from toolkit.glossary.concept import Concept
    from toolkit.glossary.find.finder import Finder, Match
    from toolkit.glossary.holders import Tenure
    from toolkit.glossary.lookup.coin import Mint
    from toolkit.glossary.lookup.index import Index
    from toolkit.glossary.lookup.search import Hit


#: A piece of a name answers with so many concepts: who types "council" sees what there is and types on.
MOST_PARTS = 6


class Glossary:
    """
    Concepts and everything one can ask them.

    What is expensive (automata for texts, tables for look-up) is made when it is first needed, once a language.

    Args:
        concepts: In any order; a later one with the same id takes the place of an earlier one.
        folders: Folders whose side files (patterns, blockers, houses) belong to it, the strongest last.
    """

    def __init__(self, concepts: Iterable[Concept] = (), *, folders: Iterable[Path | str] = ()) -> None:
        self._concepts: dict[str, Concept] | None = {concept.id: concept for concept in concepts}
        self._layers = tuple(os.fspath(folder) for folder in folders)
        self._finders: dict[str, Finder] = {}
        self._compiled: Index | None = None
        self._keys: list[str] | None = None
        self._listed: list[Concept] | None = None
        self._stamp = ""
        self._tenures: dict[str, list[Tenure]] | None = None
        self._coiner: Mint | None = None
        self._stops: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, *paths: Path | str) -> Glossary:
        """
        Read a glossary from disk.

        Args:
            paths: Exactly these folders, or CSV files, each lying over the ones before; none for the curated one.

        Raises:
            InputError: A folder is not there or a file cannot be read.
            GlossaryError: Rows are wrong; it carries every one of them.
        """
        from toolkit.glossary.layers import curated  # noqa: PLC0415
        from toolkit.glossary.lookup import cache  # noqa: PLC0415 - a glossary made of concepts touches no disk

        layers = tuple(os.fspath(path) for path in paths) or (curated(),)
        try:
            stamp = cache.stamp(layers)
        except OSError:
            stamp = ""  # the reader will say what is wrong
        index = cache.read(stamp) if stamp else None
        if index is not None:
            return cls.compiled(index, layers, stamp)
        from toolkit.glossary.table.load import load_concepts  # noqa: PLC0415 - a compiled glossary needs no reader

        glossary = cls(folders=layers)
        glossary._stamp = stamp
        glossary._concepts = load_concepts(glossary.folders)
        return glossary

    @classmethod
    def compiled(cls, index: Index, folders: Iterable[Path | str], stamp: str = "") -> Glossary:
        """A glossary that was compiled before; its concepts are unpacked one by one when they are needed."""
        glossary = cls(folders=folders)
        glossary._concepts, glossary._compiled, glossary._stamp = None, index, stamp
        return glossary

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders it was read from, the strongest last."""
        from pathlib import Path  # noqa: PLC0415 - a single look-up has no use for it

        return tuple(map(Path, self._layers))

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._compiled) if self._concepts is None and self._compiled is not None else len(self._all)

    def __contains__(self, ident: object) -> bool:
        return ident in self._all

    def __repr__(self) -> str:
        return f"<Glossary of {len(self)} concepts>"

    def concept(self, ident: str) -> Concept:
        """
        The concept with this id.

        Raises:
            UnknownConceptError: There is none; the message names the nearest id.
        """
        concept = self.get(ident)
        if concept is None:
            from toolkit.errors import UnknownConceptError  # noqa: PLC0415 - only a wrong id pays for it

            raise UnknownConceptError(ident, self._all)
        return concept

    def get(self, ident: str) -> Concept | None:
        """The concept with this id, also one that a pattern makes: ``pattern.embassy-in(country.vn,country.jp)``."""
        if ident.endswith(")"):
            return self._mint.named(ident)
        if self._concepts is None and self._compiled is not None:
            return self._compiled.named(ident)
        return self._all.get(ident)

    def numbered(self, number: int) -> Concept:
        """The concept at a place in the order of iteration; of a compiled glossary no other is unpacked."""
        if self._concepts is None and self._compiled is not None:
            return self._compiled.concept(number)
        if self._listed is None:
            self._listed = list(self)
        return self._listed[number]

    @property
    def stamp(self) -> str:
        """What tells its content from any other's on disk; empty for a glossary that was not read from disk alone."""
        return self._stamp

    def predecessors(self, ident: str) -> list[Concept]:
        """The concepts that the one with this id replaced."""
        return self._index.replaced(ident)

    def tenures(self, ident: str) -> list[Tenure]:
        """The terms of office of a person, or the persons in an office, by the concept's id."""
        if self._tenures is None:
            from toolkit.glossary.holders import Tenure, group, load_tenures  # noqa: PLC0415 - few ask who holds what

            rows = self._index.extra("tenures")
            found = [Tenure.unpack(row) for row in rows] if rows is not None else load_tenures(self._layers).values()
            self._tenures = group(found)
        return self._tenures.get(ident, [])

    def find(self, text: str, lang: str, on: date | None = None) -> list[Match]:
        """
        Every name of a concept in a text.

        Args:
            text: In any normal form.
            lang: Code of its language.
            on: The day the text was written on: it decides between namesakes.

        Returns:
            Matches in order, not overlapping, with offsets into *text* as given.
        """
        return self.finder(lang).find(text, on)

    def finder(self, lang: str) -> Finder:
        """What finds the names of one language; made once."""
        finder = self._finders.get(lang)
        if finder is None:
            from toolkit.glossary.find.finder import Finder  # noqa: PLC0415 - automata are for texts only

            finder = self._finders[lang] = Finder(self, lang)
        return finder

    def stops(self, lang: str) -> tuple[str, ...]:
        """The terms of a language that hold a full stop or the like: no sentence ends in ``Yahoo!``. Collected once."""
        if lang not in self._stops:
            kept = self._compiled.extra("stops") if self._concepts is None and self._compiled is not None else None
            self._stops.update(kept if kept is not None else self._with_stops())
        return self._stops.get(lang, ())

    def _with_stops(self) -> dict[str, tuple[str, ...]]:
        from toolkit.segment import with_stops  # noqa: PLC0415 - a look-up splits nothing

        names: dict[str, list[str]] = {}
        for concept in self:
            for term in concept.terms:
                names.setdefault(term.lang, []).append(term.text)
        return {lang: with_stops(texts) for lang, texts in names.items()}

    def lookup(
        self, name: str, lang: str | None = None, on: date | None = None, *, most: int | None = MOST_PARTS
    ) -> list[Hit]:
        """
        What a name means, best first.

        Args:
            name: In any of the languages, with or without its diacritics, or in kana.
            lang: Code of the language it is in; None for any.
            on: The day that is meant: it ranks and drops nothing.
            most: How many concepts a mere piece of a name may answer with; None for all.

        Returns:
            Hits, each concept once; an empty list for what nothing is called.
        """
        from toolkit.glossary.lookup.search import rank, search, search_parts  # noqa: PLC0415 - texts need none of it

        return (
            search(self._index, name, lang, on)
            or rank(self._mint.coin(name, lang), on)
            or search_parts(self._index, name, lang, on)[:most]
        )

    def listed(self, name: str, lang: str | None = None) -> list[Hit]:
        """As :meth:`lookup`, of listed names alone: no pattern is tried, and no piece of a name answers."""
        from toolkit.glossary.lookup.search import search  # noqa: PLC0415 - texts need none of it

        return search(self._index, name, lang)

    def nearest(self, name: str, on: date | None = None) -> list[Hit]:
        """What somebody who mistyped *name* may have meant: at most five near misses, the nearest first."""
        from toolkit.glossary.lookup.nearest import nearest  # noqa: PLC0415 - rapidfuzz is for mistakes only

        if self._keys is None:
            self._keys = self._index.keys()
        return nearest(self._index, self._keys, name, on)

    @property
    def _all(self) -> dict[str, Concept]:
        if self._concepts is None:
            assert self._compiled is not None
            self._concepts = {concept.id: concept for concept in self._compiled.concepts()}
        return self._concepts

    @property
    def _index(self) -> Index:
        if self._compiled is None:
            from toolkit.glossary.lookup import cache  # noqa: PLC0415 - finding in texts needs none of it
            from toolkit.glossary.lookup.index import Index, compile_index  # noqa: PLC0415

            data = compile_index(self, self._beside())
            self._compiled = Index(data)
            if self._stamp:
                cache.write(self._stamp, data)
        return self._compiled

    def _beside(self) -> dict[str, Any]:
        """What a compiled glossary carries beside its concepts, so that a look-up reads one file."""
        from toolkit.glossary.holders import load_tenures  # noqa: PLC0415
        from toolkit.glossary.lookup import die  # noqa: PLC0415
        from toolkit.glossary.table.pattern import load_patterns  # noqa: PLC0415

        return {
            "tenures": [tenure.pack() for tenure in load_tenures(self._layers).values()],
            "patterns": die.pack(load_patterns(self._layers)),
            "stops": self._with_stops(),
        }

    @property
    def _mint(self) -> Mint:
        if self._coiner is None:
            from toolkit.glossary.lookup.coin import Mint  # noqa: PLC0415 - most names are listed

            self._coiner = Mint(self._index, self._index.extra("patterns") or [])
        return self._coiner
