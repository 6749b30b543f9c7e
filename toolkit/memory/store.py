"""
The store: one SQLite file, or the computer's memory for the few catalogs of a project.

Likeness is costly, so it is asked only of candidates: an index leads from the rarest words of a sentence (in Japanese,
from pairs of characters) to the sentences that hold them, and a sentence is indexed under its rarest ones only.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.memory.pair import Hit, How, Pair
from toolkit.normalize import fold, nfc
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_WORD = re.compile(r"[^\W_]+")
#: By how many of its rarest words a sentence is indexed, and asked for.
_KEYS = 7
#: How many candidates are compared letter by letter.
_CANDIDATES = 24
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pair (
    id INTEGER PRIMARY KEY, a TEXT, b TEXT, lang_a TEXT, lang_b TEXT, origin TEXT, before TEXT, after TEXT,
    key_a INTEGER, key_b INTEGER
);
CREATE TABLE IF NOT EXISTS gram (word INTEGER, lang TEXT, pair INTEGER, PRIMARY KEY (word, lang, pair)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS often (word INTEGER, lang TEXT, times INTEGER, PRIMARY KEY (word, lang)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS by_a ON pair (key_a);
CREATE INDEX IF NOT EXISTS by_b ON pair (key_b);
"""


class Memory:
    """
    What was translated before.

    Args:
        path: The store's file; None keeps everything in the computer's memory.
        create: Whether the file may be missing.

    Raises:
        InputError: The file is missing or is no store.

    >>> memory = Memory()
    >>> memory.add([Pair("Xin cảm ơn.", "ありがとうございます。", "vi", "ja")])
    1
    >>> [hit.pair.target for hit in memory.search("ありがとうございます。", "ja", "vi")]
    ['Xin cảm ơn.']
    """

    def __init__(self, path: Path | None = None, *, create: bool = False) -> None:
        if path is not None and not create and not path.is_file():
            raise InputError(_("there is no memory here"), path=path, remedy=_("vje memory build makes one"))
        self.path = path
        try:
            self._db = sqlite3.connect(path if path is not None else ":memory:")
            self._db.executescript(_SCHEMA + _INDEXES)
        except sqlite3.DatabaseError as error:
            raise InputError(
                _("is no memory: {error}").format(error=error), path=path, remedy=_("build it again: vje memory build")
            ) from None

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM pair").fetchone()[0])

    def __iter__(self) -> Iterator[Pair]:
        rows = self._db.execute("SELECT a, b, lang_a, lang_b, origin, before, after FROM pair ORDER BY id")
        return (Pair(*row) for row in rows)

    def add(self, pairs: Iterable[Pair]) -> int:
        """
        Take pairs in; one that is there already is not taken twice.

        Returns:
            How many were new.
        """
        seen: set[tuple[object, ...]] = set()
        if len(self):
            seen = {(p.source, p.target, p.source_lang, p.target_lang, p.before, p.after) for p in self}
        fresh = []
        for pair in pairs:
            known = (pair.source, pair.target, pair.source_lang, pair.target_lang, pair.before, pair.after)
            if known not in seen and pair.source and pair.target:
                seen.add(known)
                fresh.append(pair)
        first = int(self._db.execute("SELECT coalesce(max(id), 0) FROM pair").fetchone()[0]) + 1
        sides: list[tuple[int, str, set[str]]] = []
        times: defaultdict[str, Counter[str]] = defaultdict(Counter)
        rows = []
        for number, pair in enumerate(fresh, first):
            one, other = _plain(pair.source), _plain(pair.target)
            for lang, text in ((pair.source_lang, one), (pair.target_lang, other)):
                grams = _grams(text)
                sides.append((number, lang, grams))
                times[lang].update(grams)
            around = (pair.origin, pair.before, pair.after)
            rows.append(
                (
                    number,
                    pair.source,
                    pair.target,
                    pair.source_lang,
                    pair.target_lang,
                    *around,
                    _hash(one),
                    _hash(other),
                )
            )
        with self._db:
            self._db.executemany("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._db.executemany(
                "INSERT INTO often VALUES (?, ?, ?)"
                " ON CONFLICT (word, lang) DO UPDATE SET times = times + excluded.times",
                [(_hash(word), lang, number) for lang, words in times.items() for word, number in words.items()],
            )
            entries = [
                (_hash(gram), lang, number)
                for number, lang, grams in sides
                for gram in nsmallest(_KEYS, grams, key=times[lang].__getitem__)
            ]
            entries.sort()
            self._db.executemany("INSERT OR IGNORE INTO gram VALUES (?, ?, ?)", entries)
        return len(fresh)

    def search(
        self,
        text: str,
        source: str,
        target: str,
        *,
        before: str = "",
        after: str = "",
        limit: int = 5,
        least: float = 0.7,
    ) -> list[Hit]:
        """
        Find a sentence, or sentences like it.

        Args:
            text: The sentence.
            source: Code of its language.
            target: Code of the language wanted.
            before: The sentence before it; a hit with the same neighbours comes first.
            after: The sentence after it.
            limit: How many hits at most.
            least: How like a near one must be, 0 to 1.

        Returns:
            Hits, best first; each translation once.
        """
        plain = _plain(text)
        ids = {row[0] for key in ("key_a", "key_b") for row in self._rows(f"{key} = ?", [_hash(plain)], source, target)}
        if not ids or limit > 1:
            ids.update(self._candidates(plain, source))
        hits = []
        for pair in self._pairs(ids, source, target):
            hit = _judged(pair, text, plain, (before, after))
            if hit is not None and hit.score >= least:
                hits.append(hit)
        hits.sort(key=_order)
        unique: dict[str, Hit] = {}
        for hit in hits:
            unique.setdefault(hit.pair.target, hit)
        return list(unique.values())[:limit]

    def _rows(self, where: str, values: list[int], source: str, target: str) -> list[tuple[int, ...]]:
        query = f"SELECT id FROM pair WHERE {where} AND ((lang_a = ? AND lang_b = ?) OR (lang_b = ? AND lang_a = ?))"
        return self._db.execute(query, [*values, source, target, source, target]).fetchall()

    def _candidates(self, plain: str, lang: str) -> list[int]:
        grams = [_hash(gram) for gram in _grams(plain)]
        marks = ",".join("?" * len(grams))
        often = dict(
            self._db.execute(f"SELECT word, times FROM often WHERE lang = ? AND word IN ({marks})", [lang, *grams])
        )
        rare = sorted((gram for gram in grams if gram in often), key=lambda gram: often[gram])[: _KEYS + 1]
        marks = ",".join("?" * len(rare))
        found = self._db.execute(
            f"SELECT pair FROM gram WHERE lang = ? AND word IN ({marks}) GROUP BY pair ORDER BY count(*) DESC LIMIT ?",
            [lang, *rare, _CANDIDATES],
        )
        return [row[0] for row in found]

    def _pairs(self, ids: Iterable[int], source: str, target: str) -> Iterator[Pair]:
        numbers = sorted(ids)
        marks = ",".join("?" * len(numbers))
        query = f"SELECT a, b, lang_a, lang_b, origin, before, after FROM pair WHERE id IN ({marks}) ORDER BY id"
        for one, other, mine, theirs, origin, before, after in self._db.execute(query, numbers):
            if (mine, theirs) == (source, target):
                yield Pair(one, other, mine, theirs, origin, before, after)
            elif (theirs, mine) == (source, target):
                yield Pair(other, one, theirs, mine, origin)


class Shelf:
    """
    Several memories asked as one: a big store on the disk, and the project's own catalogs.

    Args:
        memories: Memories, or what makes one when it is first asked: a finished article needs no memory.
    """

    def __init__(self, *memories: Memory | Callable[[], Memory]) -> None:
        self._given = memories
        self._memories: list[Memory] | None = None

    @property
    def memories(self) -> list[Memory]:
        """The memories, opened."""
        if self._memories is None:
            self._memories = [given if isinstance(given, Memory) else given() for given in self._given]
        return self._memories

    def __len__(self) -> int:
        return sum(map(len, self.memories))

    def search(
        self,
        text: str,
        source: str,
        target: str,
        *,
        before: str = "",
        after: str = "",
        limit: int = 5,
        least: float = 0.7,
    ) -> list[Hit]:
        """The best of all memories; see :meth:`Memory.search`."""
        found: dict[str, Hit] = {}
        for memory in self.memories:
            for hit in memory.search(text, source, target, before=before, after=after, limit=limit, least=least):
                known = found.get(hit.pair.target)
                if known is None or _order(hit) < _order(known):
                    found[hit.pair.target] = hit
        return sorted(found.values(), key=_order)[:limit]


def _order(hit: Hit) -> tuple[int, float]:
    return list(How).index(hit.how), -hit.score


def _judged(pair: Pair, text: str, plain: str, around: tuple[str, str]) -> Hit | None:
    from rapidfuzz import fuzz  # noqa: PLC0415 - an exact hit needs no likeness

    if nfc(pair.source) == nfc(text):
        known = any(around) and (pair.before, pair.after) == around
        return Hit(pair, How.CONTEXT if known else How.EXACT, 1.0)
    # Sentences that differ in marks only are like, but not the same: a question mark counts.
    score = min(fuzz.ratio(plain, _plain(pair.source)) / 100, 0.99)
    return Hit(pair, How.NEAR, score)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(nfc(text))))


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _grams(plain: str) -> set[str]:
    """The words of a sentence; of a run without spaces, its pairs of characters."""
    out: set[str] = set()
    for word in plain.split():
        if len(word) > 2 and not word.isascii() and max(word) >= "\u3040":
            out.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            out.add(word)
    return out
