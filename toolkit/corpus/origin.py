"""
Where records come from: folders of articles and catalogs, JSON lines, Parquet; cut into batches, never held as a whole.

The cut depends on the input and the size of a batch alone, not on who works on the batches: that is what makes a run
repeatable and resumable.
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from toolkit.corpus.batch import Batch, Kind
from toolkit.errors import InputError
from toolkit.readers import SUFFIXES
from toolkit.readers.decode import MOST_BYTES
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Records of a batch, unless an option says otherwise.
SIZE = 500
#: Bytes after which a batch of lines is full whatever its number of records.
_FULL = 4_000_000
#: Ends of the names of files that hold records.
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
_PARQUET = (".parquet",)
_CATALOG = ".po"

#: Kind, file, first record, data, bytes of the input.
_Piece = tuple[Kind, str, int, bytes, int]


def batches(origin: Path, size: int = SIZE, *, catalogs: bool = True, columns: Sequence[str] = ()) -> Iterator[Batch]:
    """
    Everything there is, in batches.

    Args:
        origin: A file of records, a folder, or ``-`` for JSON lines from stdin.
        size: Records of a batch.
        catalogs: Whether the catalogs of a folder count, too.
        columns: The columns of Parquet that somebody looks at; empty reads all.

    Raises:
        InputError: The origin is not there, or no file that could be read.
    """
    for number, piece in enumerate(_pieces(origin, size, catalogs=catalogs, columns=columns)):
        yield Batch(number, *piece)


def measure(origin: Path, *, catalogs: bool = True) -> int:
    """The bytes of the input; 0 if nobody can know."""
    return sum(path.stat().st_size for path in files_in(origin, catalogs=catalogs)) if str(origin) != "-" else 0


def files_in(origin: Path, *, catalogs: bool = True) -> Iterator[Path]:
    """
    The files of an origin, in the order of their names, folder by folder.

    Raises:
        InputError: It is not there, or a file that holds no records.
    """
    if origin.is_dir():
        yield from _walk(origin, catalogs=catalogs)
    elif not origin.exists():
        raise InputError(_("there is no such file or folder"), path=origin, remedy=_("check the name"))
    elif _kind(origin, catalogs=True) is None:
        raise InputError(
            _("holds no records"),
            path=origin,
            remedy=_("a folder, JSON lines (.jsonl, .gz, .zst) or Parquet (.parquet)"),
        )
    else:
        yield origin


def _walk(folder: Path, *, catalogs: bool) -> Iterator[Path]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), catalogs=catalogs)
        elif _kind(path := Path(entry.path), catalogs=catalogs) is not None and entry.is_file():
            yield path


def _kind(path: Path, *, catalogs: bool) -> Kind | None:
    name = path.name.lower()
    if name.endswith(_LINES):
        return Kind.LINES
    if name.endswith(_PARQUET):
        return Kind.ARROW
    if name.endswith(_CATALOG):
        return Kind.FILES if catalogs else None
    return Kind.FILES if path.suffix.lower() in SUFFIXES else None


def _pieces(origin: Path, size: int, *, catalogs: bool, columns: Sequence[str]) -> Iterator[_Piece]:
    if str(origin) == "-":
        yield from _lines(sys.stdin.buffer, None, "-", size)
        return
    top = origin if origin.is_dir() else origin.parent
    names: list[str] = []
    weight = 0
    for path in files_in(origin, catalogs=catalogs):
        kind = _kind(path, catalogs=True)
        if kind is Kind.FILES:
            names.append(os.path.relpath(path, top).replace(os.sep, "/"))
            weight += path.stat().st_size
        if names and (len(names) == size or kind is not Kind.FILES):
            yield Kind.FILES, str(top), 1, _joined(names), weight
            names, weight = [], 0
        if kind is Kind.LINES:
            yield from _file(path, size)
        elif kind is Kind.ARROW:
            yield from _parquet(path, size, columns)
    if names:
        yield Kind.FILES, str(top), 1, _joined(names), weight


def _joined(names: list[str]) -> bytes:
    return "\0".join(names).encode("utf-8", "surrogateescape")


def _file(path: Path, size: int) -> Iterator[_Piece]:
    with path.open("rb") as raw:
        if path.name.lower().endswith(".gz"):
            yield from _lines(gzip.GzipFile(fileobj=raw), raw, str(path), size)
        elif path.name.lower().endswith(".zst"):
            yield from _lines(io.BufferedReader(_arrow(path).CompressedInputStream(raw, "zstd")), raw, str(path), size)
        else:
            yield from _lines(raw, raw, str(path), size)


def _lines(stream: IO[bytes] | io.BufferedIOBase, raw: IO[bytes] | None, name: str, size: int) -> Iterator[_Piece]:
    """Lines of a stream; *raw* is the file below it, which knows how far it was read."""
    number, first, at, weight = 0, 1, 0, 0
    found: list[bytes] = []

    def share() -> int:
        nonlocal at
        before, at = at, raw.tell() if raw is not None else 0
        return at - before

    try:
        while line := stream.readline(MOST_BYTES + 1):
            number += 1
            if not line.endswith(b"\n"):
                # Too long for a record, or the last one: what is too long is passed over, and said by whoever unpacks
                rest = line
                while rest and not rest.endswith(b"\n"):
                    rest = stream.readline(MOST_BYTES)
                line += b"\n"
            found.append(line)
            weight += len(line)
            if len(found) == size or weight > _FULL:
                yield Kind.LINES, name, first, b"".join(found), share()
                found, first, weight = [], number + 1, 0
    except (OSError, EOFError, zlib.error) as error:
        # What was read until here counts; the rest of the file is one bad record
        if found:
            yield Kind.LINES, name, first, b"".join(found), share()
        yield Kind.BROKEN, name, number + 1, f"the rest of the file cannot be read: {error}".encode(), share()
        return
    if found:
        yield Kind.LINES, name, first, b"".join(found), share()


def _parquet(path: Path, size: int, columns: Sequence[str]) -> Iterator[_Piece]:
    pa = _arrow(path)
    import pyarrow.parquet as pq  # noqa: PLC0415 - a guest of the corpus extra

    first = 1
    try:
        with pq.ParquetFile(path) as file:
            rows = file.metadata.num_rows or 1
            weight = path.stat().st_size
            wanted = [name for name in file.schema_arrow.names if not columns or name in columns]
            for batch in file.iter_batches(size, columns=wanted):
                sink = pa.BufferOutputStream()
                with pa.ipc.new_stream(sink, batch.schema) as writer:
                    writer.write_batch(batch)
                yield Kind.ARROW, str(path), first, sink.getvalue().to_pybytes(), weight * batch.num_rows // rows
                first += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        yield Kind.BROKEN, str(path), first, f"cannot be read as Parquet: {error}".encode(), 0


def _arrow(path: Path) -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - a guest of the corpus extra
    except ImportError:
        raise InputError(_("needs pyarrow"), path=path, remedy="pip install 'vje-toolkit[corpus]'") from None
    return pa
