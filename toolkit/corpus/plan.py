"""
What a worker has to know to do its part, small enough to be sent, and how it does it.

The glossary of a cluster's worker comes with the plan, as the bytes of its files: another machine may hold another
version, and then the same run would give two results.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.corpus.batch import unpack
from toolkit.corpus.kernel import KERNELS, Desk
from toolkit.errors import InputError, ToolkitError
from toolkit.files import write
from toolkit.ui import choose
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from toolkit.config import Config
    from toolkit.corpus.batch import Batch, Opener
    from toolkit.corpus.table import Row, Table

#: Bad records of one batch that are told one by one; the rest are only counted.
_TOLD = 1000


class StrictError(InputError):
    """A record that cannot be used, where every one must be."""


@dataclass(frozen=True, slots=True)
class Plan:
    """
    One run, but for its input and its output.

    Attributes:
        task: A name in :data:`toolkit.corpus.kernel.KERNELS`.
        layers: Folders of the glossary, the strongest last; empty is a glossary without concepts.
        columns: Field of a record -> the column it stands in.
        lang: Language of records that do not say theirs.
        only: Language of the texts that count; those in others are passed over.
        concepts: Concepts whose occurrences are wanted with the words around them.
        targets: Languages to extract into.
        by: A message is a ``sentence`` or a ``paragraph``.
        house: Ids of the newsrooms whose terms are preferred.
        config: The project's settings.
        now: The time for what has no day of its own.
        messages: Whether extracted messages are wanted as rows, not as catalogs.
        strict: Whether a bad record stops the run.
        bundle: Layer -> name -> bytes of the glossary's files, where a worker cannot see its folders.
    """

    task: str
    layers: tuple[str, ...]
    columns: Mapping[str, str]
    lang: str = ""
    only: str = ""
    concepts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    by: str = "sentence"
    house: tuple[str, ...] = ()
    config: Config | None = None
    now: datetime | None = None
    messages: bool = False
    strict: bool = False
    speaks: str = ""
    bundle: tuple[tuple[tuple[str, bytes], ...], ...] = ()

    def bundled(self) -> Plan:
        """The same plan with its glossary packed in."""
        return replace(self, bundle=tuple(tuple(_files(layer)) for layer in self.layers))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that are wanted."""
        tables = KERNELS[self.task][1]
        return tables if self.messages or self.task != "extract" else tables[1:]

    def digest(self) -> str:
        """A name for everything that decides the result, the content of the glossary included."""
        told = hashlib.blake2b(digest_size=16)
        for layer in self.layers:
            for name, data in _files(layer):
                told.update(f"{name}\0{len(data)}\0".encode() + data)
        parts = (
            self.task,
            sorted(self.columns.items()),
            self.lang,
            self.only,
            self.concepts,
            self.targets,
            self.by,
            self.house,
        )
        told.update(repr((*parts, self.config, self.messages)).encode())
        return told.hexdigest()

    def worker(self) -> Worker:
        """Somebody who can work on batches; made once a process."""
        from toolkit.glossary.book import Glossary  # noqa: PLC0415 - the one who plans needs none
        from toolkit.glossary.houses import choose, load_houses  # noqa: PLC0415

        layers = [_unpacked(files) for files in self.bundle] if self.bundle else list(self.layers)
        house = self.house or (tuple(self.config.house.values()) if self.config else ())
        desk = Desk(
            Glossary.load(*layers) if layers else Glossary(),
            frozenset(self.concepts),
            self.targets,
            self.by,
            self.config,
            choose(house, load_houses(layers)) if house else None,
            self.now,
        )
        return Worker(self, desk)


@dataclass(frozen=True, slots=True)
class Part:
    """
    What became of a batch.

    Attributes:
        number: The batch's.
        share: Bytes of the input it stood for.
        records: Documents that were used.
        bad: Place, record and message of those that could not be.
        untold: How many more there were of these.
        tables: Name of a table -> its rows, as JSON lines.
        files: Name -> content of the files that were made.
    """

    number: int
    share: int
    records: int
    bad: tuple[tuple[str, str, str], ...]
    untold: int
    tables: Mapping[str, bytes]
    files: Mapping[str, bytes]


class Worker:
    """Turns batches into parts; a callable that keeps its glossary."""

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self.plan = plan
        self.desk = desk
        self._kernel = KERNELS[plan.task][0]

    def __call__(self, batch: Batch) -> Part:
        """
        Do one batch.

        Raises:
            StrictError: A record cannot be used, and the plan is strict.
        """
        bad: list[tuple[str, str, str]] = []
        rows, good = self.rows(unpack(batch), bad)
        tables = {table.name: table.encode(rows.get(table.name, ())) for table in self.plan.tables}
        files = {} if self.plan.messages else dict(self.desk.files)
        self.desk.files.clear()
        return Part(batch.number, batch.share, good, tuple(bad[:_TOLD]), len(bad[_TOLD:]), tables, files)

    def rows(self, openers: Iterable[Opener], bad: list[tuple[str, str, str]]) -> tuple[dict[str, list[Row]], int]:
        """
        The rows of some records, table by table, and how many records gave any.

        A record that fails gives nothing at all, and one entry of *bad*.
        """
        tables: dict[str, list[Row]] = {}
        good = 0
        wanted = {table.name for table in self.plan.tables}
        for opener in openers:
            ident = ""
            before = len(self.desk.files)
            try:
                document = opener.open(self.plan.columns, self.plan.lang)
                ident = document.id
                if self.plan.only and document.lang != self.plan.only:
                    continue
                found = list(self._kernel(document, self.desk))
            except Exception as error:
                # Whatever it is, it is the trouble of one record in a million
                told = error.message if isinstance(error, InputError) else str(error)
                if not isinstance(error, ToolkitError):
                    told = f"{type(error).__name__}: {told}"
                if self.plan.strict:
                    raise StrictError(f"{opener.place}: {told}") from error
                bad.append((opener.place, ident, told))
                for name in list(self.desk.files)[before:]:
                    del self.desk.files[name]
                continue
            good += 1
            for table, row in found:
                if table.name in wanted:
                    tables.setdefault(table.name, []).append(row)
        return tables, good


def _files(layer: str) -> Iterable[tuple[str, bytes]]:
    path = Path(layer)
    for file in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
        yield file.name, file.read_bytes()


def _unpacked(files: tuple[tuple[str, bytes], ...]) -> str:
    """A folder with these files; the same one for the same content, made by whoever comes first."""
    told = hashlib.blake2b(digest_size=12)
    for name, data in files:
        told.update(f"{name}\0{len(data)}\0".encode() + data)
    home = Path(tempfile.gettempdir()) / f"vje-glossary-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    folder = home / told.hexdigest()
    if not folder.is_dir():
        home.mkdir(mode=0o700, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=home))
        for name, data in files:
            write(fresh / name, data)
        try:
            fresh.rename(folder)
        except OSError:  # another process of this machine was faster
            for name, _ in files:
                (fresh / name).unlink()
            fresh.rmdir()
    return str(folder)


def work(plan: Plan, batch: Batch) -> Part:
    """Do one batch, in a process that may have done others of the same plan before."""
    known = _WORKERS[-1] if _WORKERS else None
    if known is None or known.plan is not plan:
        if plan.speaks:
            choose(plan.speaks)
        _WORKERS[:] = [known := plan.worker()]
    return known(batch)


#: The one worker of this process, once it is needed.
_WORKERS: list[Worker] = []
