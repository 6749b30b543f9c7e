"""Put parts together: tables that are added up, tables that follow one another, as JSON lines or Parquet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from toolkit import files
from toolkit.corpus.table import BAD, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from toolkit.corpus.store import Store

#: Rows of a group in a Parquet file: whatever engine made the parts, the groups are the same.
_GROUP = 50_000


def merge(store: Store, table: Table, count: int, form: str) -> list[Row]:
    """
    Write one table of a run.

    Args:
        store: The parts.
        table: Which table.
        count: How many parts there are.
        form: ``jsonl`` or ``parquet``.

    Returns:
        The rows of a table that is added up; nothing for one that may be larger than memory.
    """
    path = store.out / f"{table.name}.{form}"
    pieces = store.table(table.name, count)
    if not table.counts:
        _write(path, table, pieces, form)
        return []
    rows = table.total(row for piece in pieces for row in table.decode(piece))
    _write(path, table, table.lines(rows), form)
    return rows


def write_bad(store: Store, count: int) -> tuple[int, int, int]:
    """Write ``bad.jsonl`` if there is anything to tell; records, bad ones, and parts of these that are not told."""
    records = bad = untold = 0
    for head in store.heads(count):
        records += head["records"]
        bad += len(head["bad"]) + head["untold"]
        untold += head["untold"]
    if bad:
        lines = BAD.lines(tuple(row) for head in store.heads(count) for row in head["bad"])
        files.write_all(store.out / "bad.jsonl", lines)
    return records, bad, untold


def _write(path: Path, table: Table, pieces: Iterable[bytes], form: str) -> None:
    if form == "jsonl":
        files.write_all(path, pieces)
    else:
        files.write_all(path, _parquet(table, pieces))


def _parquet(table: Table, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a Parquet file, row group by row group."""
    import pyarrow as pa  # noqa: PLC0415 - a guest of the corpus extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = arrow_schema(table)
    sink = _Sink()
    with pq.ParquetWriter(pa.PythonFile(sink, "w"), schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for piece in pieces:
            for line in piece.splitlines():
                rows.append(json.loads(line))
                if len(rows) == _GROUP:
                    writer.write_table(pa.Table.from_pylist(rows, schema))
                    rows = []
                    yield sink.take()
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, schema))
    yield sink.take()


def arrow_schema(table: Table) -> Any:
    """The columns of a table, as Arrow names them."""
    import pyarrow as pa  # noqa: PLC0415 - a guest of the corpus extra

    return pa.schema([(name, pa.string() if kind is str else pa.int64()) for name, kind in table.columns.items()])


class _Sink:
    """What Arrow writes, held until somebody takes it."""

    closed = False

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass

    def take(self) -> bytes:
        data = b"".join(self._held)
        self._held = []
        return data
