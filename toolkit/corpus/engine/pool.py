"""
Several processes of this machine.

They are spawned, not forked, so that the same thing happens on every system; each loads the glossary once. A process
that is killed (by the system, for its memory) takes the pool with it: then a new one does what was under way again.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from toolkit.corpus.plan import Part, Plan, work
from toolkit.errors import ToolkitError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.corpus.batch import Batch

#: Batches under way for each process: one in hand, and some more, so that nobody waits for a slow one.
_AHEAD = 4
#: So often may one batch lose its worker before it is to blame.
_DEATHS = 3
_PLAN: list[Plan] = []


def run(plan: Plan, batches: Iterable[Batch], jobs: int) -> Iterator[Part]:
    """
    Parts in the order of the batches.

    Raises:
        ToolkitError: The worker of one batch died again and again.
    """
    source = iter(batches)
    under_way: deque[tuple[Batch, Future[Part]]] = deque()
    executor = _executor(plan, jobs)
    deaths = 0
    try:
        while True:
            while len(under_way) < jobs * _AHEAD and (batch := next(source, None)) is not None:
                try:
                    future = executor.submit(_work, batch)
                except BrokenProcessPool as error:
                    future = Future()
                    future.set_exception(error)
                under_way.append((batch, future))
            if not under_way:
                return
            batch, future = under_way[0]
            try:
                part = future.result()
            except BrokenProcessPool:
                deaths += 1
                if deaths == _DEATHS:
                    raise ToolkitError(
                        _(
                            "{name}:{first}: the worker died {deaths} times over this batch "
                            "(try smaller ones: --batch 20; --resume goes on)"
                        ).format(name=batch.name, first=batch.first, deaths=deaths)
                    ) from None
                executor.shutdown(wait=False, cancel_futures=True)
                executor = _executor(plan, jobs)
                under_way = deque((again, executor.submit(_work, again)) for again, _ in under_way)
                continue
            deaths = 0
            under_way.popleft()
            yield part
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _executor(plan: Plan, jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(plan,))


def _start(plan: Plan) -> None:
    """Prepare a process, and see to it that it ends when the one that started it does, however that ends."""
    _PLAN[:] = [plan]
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _work(batch: Batch) -> Part:
    return work(_PLAN[0], batch)
