r"""
All names of a glossary, compiled for look-up: a few bytes are read for one question, nothing is built for the rest.

A terminal asks one question and exits, so building a table of fifty thousand names would cost more than the answer.
The compiled form is therefore a text in which one looks for a line (the processor does that at a gigabyte a second),
and the concepts behind it, each packed by itself. A process that asks thousands of questions makes a dictionary of the
lines on the way.

Layout, all numbers little-endian::

    magic · sizes of the parts · checksum │ lines │ places of the concepts │ concepts │ extra

A line is ``\n`` squeezed key ``\t`` space key space ``\t`` references. A reference is concept:term, with the number
of the concept and of its term; a term of ``r`` is the kana reading. Two kinds of lines have no words: ``#`` and an id
tells the concept, ``<`` and an id the concepts that it replaced.
"""

from __future__ import annotations

import marshal
import struct
import zlib
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.lookup.key import key, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_MAGIC = b"vje glossary 1\n"
_HEAD = struct.Struct("<15s6I")
_PLACES = struct.Struct("<2I")
_STATUSES = tuple(Status)
_CONFIDENCES = tuple(Confidence)

#: After so many questions a dictionary of the lines is cheaper than looking for each.
_PATIENCE = 20


class Entry(NamedTuple):
    """One name behind a key: the number of its concept and of its term, None for the kana reading."""

    concept: int
    term: int | None


class DamagedIndexError(ValueError):
    """Bytes that are no compiled glossary, or not all of one."""


class Index:
    """
    A compiled glossary.

    Args:
        data: What :func:`compile_index` made.

    Raises:
        DamagedIndexError: It is something else.
    """

    def __init__(self, data: bytes) -> None:
        try:
            magic, check, lines, places, concepts, extra, count = _HEAD.unpack_from(data)
        except struct.error:
            raise DamagedIndexError("too short") from None
        size = _HEAD.size
        if magic != _MAGIC or len(data) != size + lines + places + concepts + extra:
            raise DamagedIndexError("no compiled glossary of this version")
        if zlib.crc32(memoryview(data)[_HEAD.size :], count) != check:
            raise DamagedIndexError("a byte is wrong")
        self._data = data
        self._lines = (size, size + lines)
        self._places = size + lines
        self._first = size + lines + places
        self._extra = (self._first + concepts, extra)
        self._known: dict[int, Concept] = {}
        self._table: dict[str, str] | None = None
        self._asked = 0
        self._blocks: dict[bytes, tuple[int, int]] = {}
        self._count: int = count

    def __len__(self) -> int:
        return self._count

    def concept(self, number: int) -> Concept:
        """The concept with this number, in the order of compilation."""
        concept = self._known.get(number)
        if concept is None:
            start, end = _PLACES.unpack_from(self._data, self._places + 4 * number)
            packed = marshal.loads(memoryview(self._data)[self._first + start : self._first + end])
            concept = self._known[number] = _unpack(packed)
        return concept

    def concepts(self) -> Iterator[Concept]:
        """All of them, in order."""
        return map(self.concept, range(self._count))

    def extra(self, name: str) -> Any:
        """What was compiled beside the concepts under this name, or None."""
        start, size = self._extra
        parts: dict[str, bytes] = marshal.loads(memoryview(self._data)[start : start + size])
        return marshal.loads(parts[name]) if name in parts else None

    def named(self, ident: str) -> Concept | None:
        """The concept with this id, or None."""
        found = self._entries_of(f"#{ident}")
        return self.concept(found[0].concept) if found else None

    def replaced(self, ident: str) -> list[Concept]:
        """The concepts that say they were replaced by the one with this id."""
        return [self.concept(entry.concept) for entry in self._entries_of(f"<{ident}")]

    def entries(self, squeezed: str) -> list[Entry]:
        """The names whose key is *squeezed*."""
        if not squeezed:
            return []
        if self._table is None:
            self._asked += 1
            if self._asked < _PATIENCE:
                return self._seek(f"\n{squeezed}\t".encode())
            self._table = self._tabulate()
        refs = self._table.get(squeezed)
        return _entries(refs) if refs else []

    def _entries_of(self, marked: str) -> list[Entry]:
        """What the line of a marked id says: such lines lie together, in order, so halving finds one."""
        mark, wanted, data = marked[0].encode(), marked.encode(), self._data
        if mark not in self._blocks:
            first = data.find(b"\n" + mark, *self._lines)
            last = data.rfind(b"\n" + mark, *self._lines)
            stop = data.find(b"\n", last + 1, self._lines[1]) if first >= 0 else -1
            self._blocks[mark] = (first, stop if stop >= 0 else self._lines[1]) if first >= 0 else (0, 0)
        low, high = self._blocks[mark]
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2 + 1)
            stop = data.find(b"\n", start + 1, high)
            stop = high if stop < 0 else stop
            name, _, refs = data[start + 1 : stop].split(b"\t")
            if name == wanted:
                return _entries(refs.decode())
            if name < wanted:
                low = stop
            else:
                high = start
        return []

    def containing(self, part: str, *, words: bool) -> list[Entry]:
        """
        The names that have *part* in them.

        Args:
            part: A key, with its spaces.
            words: Whether it must begin and end with a word.
        """
        if not part:
            return []
        return self._seek((f" {part} " if words else part).encode())

    def keys(self) -> list[str]:
        """Every squeezed key once, in the order of the lines."""
        return list({line.partition("\t")[0]: None for line in self._text().split("\n")[1:] if line[0] not in "#<"})

    def _text(self) -> str:
        return self._data[slice(*self._lines)].decode()

    def _seek(self, wanted: bytes) -> list[Entry]:
        data, (start, end) = self._data, self._lines
        found: list[Entry] = []
        at = data.find(wanted, start, end)
        while at >= 0:
            # The line ends before the next line break; a hit on the line break itself begins its line
            stop = data.find(b"\n", at + 1, end)
            stop = end if stop < 0 else stop
            found += _entries(data[data.rindex(b"\t", at, stop) + 1 : stop].decode())
            at = data.find(wanted, stop, end)
        return found

    def _tabulate(self) -> dict[str, str]:
        """Every key with what its lines say, not read yet: whoever asks for a thousand names asks for few of all."""
        table: dict[str, str] = {}
        for line in self._text().split("\n")[1:]:
            squeezed, _, refs = line.split("\t")
            known = table.get(squeezed)
            table[squeezed] = f"{known},{refs}" if known else refs
        return table


def compile_index(concepts: Iterable[Concept], extra: Mapping[str, Any] | None = None) -> bytes:
    """
    The compiled form of a glossary.

    Args:
        concepts: In the order in which their numbers count.
        extra: Whatever :mod:`marshal` can write, by name, for :meth:`Index.extra`.
    """
    listed = list(concepts)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    packed: list[bytes] = []
    places = [0]
    for number, concept in enumerate(listed):
        for place, term in enumerate(concept.terms):
            if name := key(term.text):
                lines[name].append(f"{number}:{place}")
        if concept.reading and (reading := key(concept.reading)):
            lines[reading].append(f"{number}:r")
        lines[f"#{concept.id}"].append(f"{number}:r")
        for successor in concept.replaced_by:
            lines[f"<{successor}"].append(f"{number}:r")
        packed.append(marshal.dumps(_pack(concept)))
        places.append(places[-1] + len(packed[-1]))
    text = "".join(
        f"\n{squeeze(name)}\t{'' if name[0] in '#<' else f' {name} '}\t{','.join(refs)}"
        for name, refs in sorted(lines.items())
    ).encode()
    parts = [
        text,
        struct.pack(f"<{len(places)}I", *places),
        b"".join(packed),
        marshal.dumps({name: marshal.dumps(value) for name, value in (extra or {}).items()}),
    ]
    body = b"".join(parts)
    count = len(listed)
    return _HEAD.pack(_MAGIC, zlib.crc32(body, count), *map(len, parts), count) + body


def _entries(refs: str) -> list[Entry]:
    found = []
    for ref in refs.split(","):
        number, _, term = ref.partition(":")
        found.append(Entry(int(number), None if term == "r" else int(term)))
    return found


def _pack(concept: Concept) -> tuple[Any, ...]:
    return (
        concept.id,
        concept.subject,
        concept.country,
        tuple((t.text, t.lang, _STATUSES.index(t.status), t.styles, t.target_only) for t in concept.terms),
        concept.reading,
        concept.valid_from.toordinal() if concept.valid_from else 0,
        concept.valid_until.toordinal() if concept.valid_until else 0,
        concept.replaced_by,
        tuple(sorted(concept.hints)),
        concept.definition,
        concept.note,
        concept.sources,
        _CONFIDENCES.index(concept.confidence),
    )


def _unpack(packed: Sequence[Any]) -> Concept:
    (ident, subject, country, terms, reading, first, last, successors, hints, definition, note, sources, sure) = packed
    return Concept(
        id=ident,
        subject=subject,
        country=country,
        terms=tuple(Term(text, lang, _STATUSES[status], styles, only) for text, lang, status, styles, only in terms),
        reading=reading,
        valid_from=date.fromordinal(first) if first else None,
        valid_until=date.fromordinal(last) if last else None,
        replaced_by=successors,
        hints=frozenset(hints),
        definition=definition,
        note=note,
        sources=sources,
        confidence=_CONFIDENCES[sure],
    )
