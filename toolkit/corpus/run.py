"""A run from the input to the finished folder of results, on whatever engine."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from toolkit import files
from toolkit.corpus import merge
from toolkit.corpus.origin import SIZE, batches, files_in, measure
from toolkit.corpus.progress import Progress
from toolkit.corpus.record import FIELDS
from toolkit.corpus.store import Store
from toolkit.corpus.summary import page
from toolkit.errors import InputError
from toolkit.ui import gettext as _
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from toolkit.corpus.batch import Batch
    from toolkit.corpus.plan import Part, Plan

#: Bad records that are told on stderr while a run goes on; all of them stand in ``bad.jsonl``.
_TOLD = 10


@dataclass(frozen=True, slots=True)
class Job:
    """
    A plan with its input, its output and its engine.

    Attributes:
        plan: What to do with each record.
        origin: Where the records are.
        out: The folder for the results.
        form: ``jsonl`` or ``parquet``; of an extraction also ``catalogs``.
        jobs: Processes of this machine.
        dask: ``local``, a scheduler's address, or nothing.
        size: Records of a batch.
        resume: Whether to go on with a run that was stopped.
    """

    plan: Plan
    origin: Path
    out: Path
    form: str = "jsonl"
    jobs: int = 1
    dask: str = ""
    size: int = SIZE
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What came of a run.

    Attributes:
        records: Documents that were used.
        bad: Records that could not be.
        repeated: Whether the run had been finished before, and nothing was done.
    """

    records: int
    bad: int
    repeated: bool = False


def run(job: Job, progress: Progress | None = None) -> Outcome:
    """
    Do a job.

    Args:
        job: The job.
        progress: Who is told how it goes; one that writes to stderr if None.

    Raises:
        InputError: The input is not there, the output folder holds something else, or an extra is not installed.
        StrictError: A record cannot be used, and the plan is strict.
    """
    catalogs = job.plan.task in ("terms", "check")
    if job.form == "parquet":
        _need_arrow()
    if job.origin.is_dir() and job.out.resolve().is_relative_to(job.origin.resolve()):
        raise InputError(_("lies inside the input"), path=job.out, remedy=_("write the results somewhere else"))
    asked = _asked(job, catalogs=catalogs)
    store = Store(job.out)
    if job.resume and (told := store.finished(asked)) is not None:
        store.clear()
        return Outcome(told["records"], told["bad"], repeated=True)
    with store.open(asked, _now(), resume=job.resume) as began:
        plan = replace(job.plan, now=datetime.fromisoformat(began))
        count = store.count()
        records = share = 0
        for head in store.heads(count):
            records, share = records + head["records"], share + head["share"]
        progress = progress or Progress(measure(job.origin, catalogs=catalogs), records, share)
        columns = [plan.columns.get(field, name) for field, name in FIELDS.items()]
        todo = islice(batches(job.origin, job.size, catalogs=catalogs, columns=columns), count, None)
        warned = 0
        for part in _engine(replace(job, plan=plan), todo):
            _keep(store, part)
            count = part.number + 1
            progress.add(part.records, part.share)
            for place, _ident, message in part.bad:
                warned += 1
                if warned <= _TOLD:
                    print(f"{place}: " + _("{message}; passed over").format(message=message), file=sys.stderr)
        progress.close()
        records, bad, untold = merge.write_bad(store, count)
        form = "jsonl" if job.form == "catalogs" else job.form
        rows = {table.name: merge.merge(store, table, count, form) for table in plan.tables}
        told = {"asked": asked, "records": records, "bad": bad, "bad_untold": untold}
        files.write(job.out / "summary.html", page(plan, records, bad, rows).encode())
        store.finish(told)
    return Outcome(records, bad)


def _engine(job: Job, todo: Iterable[Batch]) -> Iterator[Part]:
    if job.dask:
        from toolkit.corpus.engine import cluster  # noqa: PLC0415 - Dask takes a second to import

        return cluster.run(job.plan, todo, job.dask, job.jobs)
    if job.jobs > 1:
        from toolkit.corpus.engine import pool  # noqa: PLC0415 - one process needs none

        return pool.run(job.plan, todo, job.jobs)
    from toolkit.corpus.engine import inline  # noqa: PLC0415

    return inline.run(job.plan, todo)


def _keep(store: Store, part: Part) -> None:
    """Write the files of a part, then the part: what is there when the part is, is complete."""
    told = _("another record has the same id; the first one's catalog was kept")
    clash = [(str(store.out / name), name, told) for name in files.fill(store.out, part.files)]
    if part.files and hasattr(os, "sync"):
        os.sync()  # once for all of them: to wait for each takes longer than to make it
    store.write(replace(part, bad=(*part.bad, *clash)))


def _asked(job: Job, *, catalogs: bool) -> dict[str, Any]:
    """What decides the result, in words that an error can name."""
    return {
        "task": job.plan.task,
        "input": str(job.origin.resolve()),
        "state of the input": _state(job.origin, catalogs=catalogs),
        "glossary or option": job.plan.digest(),
        "format": job.form,
        "size of batches": job.size,
    }


def _state(origin: Path, *, catalogs: bool) -> str:
    """A name for the files of the input, their sizes and their times."""
    told = hashlib.blake2b(digest_size=16)
    if str(origin) != "-":
        for path in files_in(origin, catalogs=catalogs):
            status = path.stat()
            told.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _now() -> str:
    """The present, or the day that reproducible builds name (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.replace(second=0, microsecond=0).isoformat()


def _need_arrow() -> None:
    try:
        import pyarrow  # noqa: F401, PLC0415 - a guest of the corpus extra
    except ImportError:
        raise InputError(_("--format parquet needs pyarrow"), remedy="pip install 'vje-toolkit[corpus]'") from None
