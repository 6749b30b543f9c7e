"""
The kernels for whoever brings an engine: iterators of Arrow's record batches, as Spark, Ray and DuckDB hand them over.

>>> from toolkit.corpus.arrow import mapper, schema
>>> from toolkit.corpus.plan import Plan
>>> function = mapper(Plan("segment", (), {}), "sentences")
>>> schema("sentences").names[:3]
['article', 'place', 'lang']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.corpus.batch import Kind, Opener
from toolkit.corpus.kernel import KERNELS
from toolkit.corpus.merge import arrow_schema
from toolkit.corpus.table import BAD, Table
from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from toolkit.corpus.plan import Plan, Worker


def schema(table: str) -> Any:
    """
    The Arrow schema of a table.

    Raises:
        InputError: There is no such table.
    """
    return arrow_schema(_table(table))


def ddl(table: str) -> str:
    """
    The same columns as Spark writes them.

    >>> ddl("bad")
    'place string, record string, message string'
    """
    return ", ".join(f"{name} {'string' if kind is str else 'long'}" for name, kind in _table(table).columns.items())


def mapper(plan: Plan, table: str) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """
    A function from record batches to record batches, for ``DataFrame.mapInArrow`` and its like.

    It can be pickled, loads the glossary once where it runs, and adds nothing up: rows that are counts are partial ones
    (``groupBy`` their other columns).

    Args:
        plan: What to do; :meth:`~toolkit.corpus.plan.Plan.bundled` sends the glossary along.
        table: The table that is wanted; ``bad`` gives the records that could not be used.
    """
    return _Mapper(plan, _table(table))


class _Mapper:
    def __init__(self, plan: Plan, table: Table) -> None:
        self.plan = plan
        self.table = table

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415 - a guest of the corpus extra

        worker: Worker = self.plan.worker()
        columns = arrow_schema(self.table)
        for batch in batches:
            bad: list[tuple[str, str, str]] = []
            openers = [
                Opener(str(row.get("place") or f"row {number}"), (Kind.ARROW, row))
                for number, row in enumerate(batch.to_pylist(), 1)
            ]
            tables, _ = worker.rows(openers, bad)
            worker.desk.files.clear()
            rows = bad if self.table.name == BAD.name else tables.get(self.table.name, [])
            total = self.table.total(rows) if self.table.counts else rows
            dicts = [dict(zip(self.table.columns, row, strict=True)) for row in total]
            yield pa.RecordBatch.from_pylist(dicts, columns)


def _table(name: str) -> Table:
    tables = {table.name: table for _, tables in KERNELS.values() for table in tables} | {BAD.name: BAD}
    if name not in tables:
        raise InputError(
            _("there is no table {name!r}").format(name=name),
            remedy=_("one of {choices}").format(choices=", ".join(tables)),
        )
    return tables[name]
