"""
How time and memory grow with the work: each kind at each size in a process of its own, and two pictures.

    python benchmarks/growth.py [LARGEST]      # writes growth.svg and flat.svg beside this file

The archive lies on the disk before the clock starts, and texts are read from it a thousand at a time, so that memory is
that of the work. Peak memory is that of the whole process. The largest run of the corpus says after each batch how much
memory it holds: that is the second picture.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from archive import write
from clock import BYTECODE, ROOT
from plot import Axis, Plot, picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: What was done -> size, CPU seconds, peak memory in MB.
Rows = dict[str, list[tuple[int, float, float]]]
HERE = Path(__file__).parent
GROWTH, FLAT = HERE / "growth.svg", HERE / "flat.svg"
SMALLEST = 1000


def _corpus(folder: Path) -> Iterator[tuple[str, float, object]]:
    from toolkit.corpus.plan import Plan  # noqa: PLC0415 - each process imports what it measures
    from toolkit.corpus.progress import Progress  # noqa: PLC0415
    from toolkit.corpus.run import Job, run  # noqa: PLC0415
    from toolkit.glossary.layers import curated  # noqa: PLC0415

    held: list[tuple[int, float]] = []

    class Watch(Progress):
        """Asks for the memory, too."""

        def add(self, records: int, share: int) -> None:
            super().add(records, share)
            held.append((held[-1][0] + records if held else records, _memory("VmRSS")))

    start = time.process_time()
    run(Job(Plan("terms", (curated(),), {}), folder / "archive.jsonl", folder / "out"), Watch(0))
    yield "corpus terms, texts", time.process_time() - start, [*held[:: max(1, len(held) // 200)], held[-1]]


def _records(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """The texts of the archive and their languages, a thousand at a time."""
    with (folder / "archive.jsonl").open(encoding="utf-8") as stream:
        while lines := list(islice(stream, SMALLEST)):
            yield [(found["text"], found["lang"]) for found in map(json.loads, lines)]


def _timed(parts: Iterable[list[tuple[str, str]]], function: Callable[[str, str], object]) -> float:
    took = 0.0
    for part in parts:
        start = time.process_time()
        for text, lang in part:
            function(text, lang)
        took += time.process_time() - start
    return took


def _segment(folder: Path) -> Iterator[tuple[str, float, object]]:
    from toolkit import split  # noqa: PLC0415

    yield "segmentation, texts", _timed(_records(folder), split), None


def _find(folder: Path) -> Iterator[tuple[str, float, object]]:
    from toolkit import Glossary  # noqa: PLC0415
    from toolkit.lang import LANGUAGES  # noqa: PLC0415

    glossary = Glossary.load()
    for lang in LANGUAGES:
        glossary.finder(lang)
    yield "recognition, texts", _timed(_records(folder), glossary.find), None


def _catalog(folder: Path) -> Iterator[tuple[str, float, object]]:
    from toolkit import Catalog  # noqa: PLC0415

    start = time.process_time()
    catalog = Catalog.load(folder / "a.po")
    yield "PO reading, entries", time.process_time() - start, None
    start = time.process_time()
    str(catalog)
    yield "PO writing, entries", time.process_time() - start, None


KINDS: dict[str, Callable[[Path], Iterator[tuple[str, float, object]]]] = {
    "corpus": _corpus,
    "segment": _segment,
    "find": _find,
    "catalog": _catalog,
}


def child(kind: str, folder: Path) -> None:
    """Measure one kind at one size, in a process that does nothing else."""
    for name, took, more in KINDS[kind](folder):
        print(json.dumps([name, took, _peak(), more]), flush=True)


def _memory(field: str) -> float:
    """What Linux says of the memory of this process, in MB; 0 elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(field)) / 1024


def _peak() -> float:
    """Peak memory of this process in MB; the system's other figure may be that of the process that started it."""
    return _memory("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _prepare(folder: Path, count: int) -> None:
    from update import Writer  # noqa: PLC0415
    from update import write as write_catalog  # noqa: PLC0415

    write(folder / "archive.jsonl", count)
    writer = Writer()
    write_catalog(folder / "a.po", list(dict.fromkeys(writer.sentence() for _ in range(count))), translated=True)


def measure(largest: int = 100_000) -> tuple[Rows, list[tuple[int, float]]]:
    """Kind -> its rows for sizes from a thousand upwards; and records done -> memory, of the largest run."""
    from toolkit import Glossary  # noqa: PLC0415 - whoever is measured imports it anew
    from toolkit.lang import LANGUAGES  # noqa: PLC0415

    glossary = Glossary.load()
    for lang in LANGUAGES:  # compiled once a machine, which belongs to no size
        glossary.find("", lang)
    glossary.lookup("")
    found: Rows = {}
    held: list[tuple[int, float]] = []
    sizes = [SMALLEST * 10**power for power in range(7) if SMALLEST * 10**power <= largest]
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            _prepare(Path(name), count)
            for kind in KINDS:
                command = [sys.executable, str(HERE / "growth.py"), "--child", kind, name]
                run = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT, env=BYTECODE)
                for line in run.stdout.decode().splitlines():
                    what, took, memory, more = json.loads(line)
                    found.setdefault(what, []).append((count, took, memory))
                    held = [tuple(point) for point in more] if more else held
                    print(f"{what} {count:,}: {took:.2f} s, {memory:.0f} MB", file=sys.stderr, flush=True)
    return found, held


def growth(found: Rows) -> str:
    """Time and peak memory over the size."""
    across = Axis("units of work", 3, 6, powers=True)
    return picture(
        [
            Plot(
                "CPU seconds",
                across,
                Axis("", -3, 3, powers=True),
                [[row[:2] for row in rows] for rows in found.values()],
            ),
            Plot(
                "peak memory, MB",
                across,
                Axis("", 1, 4, powers=True),
                [[(row[0], row[2]) for row in rows] for rows in found.values()],
            ),
        ],
        list(found),
    )


def flat(held: list[tuple[int, float]]) -> str:
    """Memory of one process over the records that it has done."""
    last = max(count for count, _ in held)
    up = Axis("", 0, 250, 50)
    across = Axis("texts done", 0, last, last / 4)
    return picture([Plot("memory of the process, MB (at most 250)", across, up, [held], dots=False)], [])


def table(found: Rows) -> str:
    """The figures of the first picture as Markdown."""
    lines = ["| what | size | CPU seconds | a unit, µs | peak memory, MB |", "| --- | --- | --- | --- | --- |"]
    for kind, rows in found.items():
        lines += [f"| {kind} | {n:,} | {took:.2f} | {1e6 * took / n:.0f} | {mb:.0f} |" for n, took, mb in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        grown, memory = measure(*map(int, sys.argv[1:]))
        GROWTH.write_text(growth(grown), encoding="utf-8")
        FLAT.write_text(flat(memory), encoding="utf-8")
        print(table(grown))
