"""One after the other, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.corpus.plan import Part, Plan, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.corpus.batch import Batch


def run(plan: Plan, batches: Iterable[Batch]) -> Iterator[Part]:
    """Each batch when it is asked for."""
    for batch in batches:
        yield work(plan, batch)
