"""
A batch of records on its way to a worker: raw bytes, so that whoever reads the input does hardly anything.

JSON lines travel as they stand in the file and Parquet as Arrow's stream; what is wrong with a record is found where
the record is unpacked, and said with its place.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.corpus.record import Document, document, opened
from toolkit.errors import InputError
from toolkit.readers.decode import MOST_BYTES
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Kind(StrEnum):
    """How the records of a batch are packed."""

    LINES = "lines"
    ARROW = "arrow"
    FILES = "files"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Records that are worked on together.

    Attributes:
        number: Its place in the corpus, from 0.
        kind: How they are packed.
        name: The file they are from; of files, the folder.
        first: Number of the first line or row, from 1.
        data: Lines, an Arrow stream, names of files one a line, or what is wrong with the file.
        share: Bytes of the input that are done with this batch: for the time that is left.
    """

    number: int
    kind: Kind
    name: str
    first: int
    data: bytes
    share: int


class Opener:
    """Makes a document of a record when it is asked for, so that an error belongs to that record."""

    __slots__ = ("_make", "place")

    def __init__(self, place: str, make: tuple[object, ...]) -> None:
        self.place = place
        self._make = make

    def open(self, names: Mapping[str, str], lang: str) -> Document:
        """
        The document.

        Raises:
            ToolkitError: The record cannot be used.
        """
        what, *rest = self._make
        if what is Kind.FILES:
            path, source = rest
            assert isinstance(path, Path)
            return opened(path, self.place, str(source), lang)
        if what is Kind.BROKEN:
            raise InputError(str(rest[0]))
        record = rest[0]
        if isinstance(record, bytes):
            record = _parsed(record)
        if not isinstance(record, dict):
            raise InputError(_("is no JSON object"), remedy=_('a record a line: {"text": …}'))
        return document(record, self.place, names, lang)


def unpack(batch: Batch) -> Iterator[Opener]:
    """The records of a batch, each with its place, none of them looked at yet."""
    if batch.kind is Kind.LINES:
        for number, line in enumerate(batch.data.split(b"\n"), batch.first):
            if line and not line.isspace():
                yield Opener(f"{batch.name}:{number}", (Kind.LINES, line))
    elif batch.kind is Kind.ARROW:
        import pyarrow as pa  # noqa: PLC0415 - a guest of the corpus extra

        rows = pa.ipc.open_stream(batch.data).read_all().to_pylist()
        for number, row in enumerate(rows, batch.first):
            yield Opener(f"{batch.name}:{number}", (Kind.ARROW, row))
    elif batch.kind is Kind.FILES:
        top = Path(batch.name)
        for name in batch.data.decode("utf-8", "surrogateescape").split("\0"):
            path = top / name
            yield Opener(str(path), (Kind.FILES, path, Path(name).parent.as_posix().removeprefix(".")))
    else:
        place = f"{batch.name}:{batch.first}" if batch.first else batch.name
        yield Opener(place, (Kind.BROKEN, batch.data.decode("utf-8", "replace")))


def _parsed(line: bytes) -> object:
    if len(line) > MOST_BYTES:
        raise InputError(_("is longer than any article: more than {count:,} bytes").format(count=MOST_BYTES))
    try:
        return json.loads(line)
    except UnicodeDecodeError:
        raise InputError(_("is not UTF-8")) from None
    except (ValueError, RecursionError) as error:
        raise InputError(_("is no JSON: {error}").format(error=error)) from None
