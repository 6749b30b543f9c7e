"""The memory that an extraction uses: what the user names, and the project's own catalogs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.catalog.pairs import files_of, remembered
from toolkit.memory.store import Memory, Shelf
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.article import Article
    from toolkit.catalog.job import Job

#: What a store built by ``vje memory build`` is called.
SUFFIX = ".sqlite"


def recall(job: Job, articles: Sequence[Article], paths: Sequence[Path] = ()) -> Job:
    """
    Give a job its memory.

    The catalogs that the job writes are left out: a sentence is not its own evidence, and a translation that was typed
    a minute ago must not change the notes of its neighbour. A catalog of the project that is broken is passed over;
    one that the user names is an error.

    Args:
        job: The job.
        articles: What it will extract.
        paths: Catalogs, folders, TMX files, or stores, beside the project's own.
    """
    named = [*map(Path, paths), *(map(Path, job.config.memory) if job.config else ())]
    stores = [path for path in named if path.suffix == SUFFIX]
    rest = [path for path in named if path.suffix != SUFFIX]
    own = job.paths(articles)
    files_of(rest)  # what the user named and is not there is an error now, not when it is first asked

    def light() -> Memory:
        memory = Memory()
        memory.add(remembered(rest, without=own))
        if job.locales.is_dir():
            memory.add(remembered([job.locales], without=own, strict=False))
        return memory

    return replace(job, memory=Shelf(light, *map(Memory, stores)))
