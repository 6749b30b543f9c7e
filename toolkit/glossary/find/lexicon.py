"""
All spellings of a language, worked out once and kept: what a finder needs to begin.

Spelling fifty thousand names out takes longer than checking an article. So the outcome is a plain structure that goes
to disk beside the compiled glossary, and refers to concepts by their number in it: a process that checks one file
unpacks the few that it meets.

Layout, all numbers little-endian::

    checksum · size of the table │ table │ rows and names for slots, each packed by itself

The table tells where each of them begins.
"""

from __future__ import annotations

import marshal
import struct
import zlib
from typing import TYPE_CHECKING, Any

from toolkit.glossary.find.reading import Spelling
from toolkit.match.case import Case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.anchor import Supply

    #: Form, number of its case, number of its concept and of its term there; the numbers are -1 for a blocker.
    Packed = tuple[str, int, int, int]

#: The cases by their numbers.
CASES = tuple(Case)
_HEAD = struct.Struct("<2I")
_SPAN = struct.Struct("<2I")


class Lexicon:
    """
    The spellings of one language.

    Args:
        glossary: Whose concepts the numbers tell.
        data: What :func:`pack` made.

    Raises:
        ValueError: A byte is wrong or missing.
    """

    def __init__(self, glossary: Glossary, data: bytes) -> None:
        view = memoryview(data)
        if len(view) < _HEAD.size or zlib.crc32(view[4:]) != _HEAD.unpack_from(view)[0]:
            raise ValueError("a byte is wrong")
        size = _HEAD.size + _HEAD.unpack_from(view)[1]
        table: dict[str, Any] = marshal.loads(view[_HEAD.size : size])
        self._glossary = glossary
        #: Levelled spellings; hits tell their numbers.
        self.keys: list[str] = table["keys"].split("\n") if table["keys"] else []
        #: See :class:`toolkit.match.automaton.Automaton`.
        self.heads: Mapping[str, Sequence[int]] = table["heads"]
        #: Levelled spelling to what it may be mistaken for.
        self.risky: Mapping[str, int] = table["risky"]
        #: See :class:`toolkit.glossary.find.slots.Slots`.
        self.anchors: Mapping[str, Any] = table["anchors"]
        self._blocks = view[size:]
        #: Where the rows of each key end.
        self._ends: bytes = table["ends"]
        self.supplies: list[Supply] = [
            (takes, form, self._blocks[first:middle], self._blocks[middle:last])
            for takes, form, first, middle, last in table["supplies"]
        ]

    def spellings(self, key: int) -> list[Spelling]:
        """What is spelt so: nothing for fixed words of patterns that are no name by themselves."""
        first, last = _SPAN.unpack_from(self._ends, 4 * key)
        found = []
        rows: list[Packed] = marshal.loads(self._blocks[first:last]) if first < last else []
        for form, case, number, place in rows:
            if number < 0:
                found.append(Spelling(form, CASES[case]))
            else:
                concept = self._glossary.numbered(number)
                found.append(Spelling(form, CASES[case], concept.terms[place], concept))
        return found

    def names(self, key: int) -> bool:
        """Whether anything is spelt so."""
        first, last = _SPAN.unpack_from(self._ends, 4 * key)
        return bool(first < last)


def load(glossary: Glossary, lang: str) -> Lexicon:
    """The spellings of a language: from disk where they were kept, else worked out, and kept if that is possible."""
    from toolkit.glossary.lookup import cache  # noqa: PLC0415 - a glossary made of concepts touches no disk

    stamp = glossary.stamp
    kept = cache.read_part(stamp, lang) if stamp else None
    if kept is not None:
        try:
            return Lexicon(glossary, kept)
        except ValueError:
            pass  # damaged: it is made again
    from toolkit.glossary.find.gather import gather  # noqa: PLC0415 - the next process needs it no more

    data = pack(**gather(glossary, lang, whole=bool(stamp)))
    if stamp:
        cache.write_part(stamp, lang, data)
    return Lexicon(glossary, data)


def pack(*, rows: Sequence[bytes], supplies: Sequence[Supply], **table: Any) -> bytes:
    """
    Spellings as bytes.

    Args:
        rows: The rows of each key, packed by :mod:`marshal`; empty where there are none.
        supplies: What slots take, with the names packed.
        table: Everything else that :func:`toolkit.glossary.find.gather.gather` gathers.
    """
    blocks: list[bytes | memoryview] = []
    at = 0

    def place(block: bytes | memoryview) -> int:
        nonlocal at
        blocks.append(block)
        at += len(block)
        return at

    table["ends"] = struct.pack(f"<{len(rows) + 1}I", 0, *map(place, rows))
    table["supplies"] = [(takes, form, at, place(edges), place(names)) for takes, form, edges, names in supplies]
    packed = marshal.dumps(table)
    body = b"".join([len(packed).to_bytes(4, "little"), packed, *blocks])
    return zlib.crc32(body).to_bytes(4, "little") + body
