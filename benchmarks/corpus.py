"""
The engines of ``vje corpus`` against each other, on one archive: CPU, clock, and whether the bytes are the same.

    python benchmarks/corpus.py [TEXTS]

Two more runs are killed in the middle: one loses a Dask worker, the other is killed itself, twice, and goes on. Both
must end with the bytes of a run that nobody disturbed.
"""

from __future__ import annotations

import filecmp
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from archive import write
from clock import BYTECODE, HEAD, ROOT, Line, python

from toolkit.corpus.origin import SIZE
from toolkit.glossary.layers import curated

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINES = {"inline": (), "pool": ("--jobs", "2"), "dask": ("--jobs", "2", "--dask")}
#: The other tasks -> one text in so many of the archive, and options.
TASKS = {
    "segment": (5, ()),
    "check": (10, ()),
    "extract into two languages": (10, ("--from", "en", "--to", "vi", "--to", "ja")),
}
_ENGLISH = b'"lang": "en"'
#: The program, and what its main process used by itself.
ALONE = """
import resource
from toolkit.cli.main import main
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime)
"""


def measure(count: int = 200_000) -> Iterator[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "archive.jsonl", count)
        shutil.copytree(curated(), folder / "glossary")  # the runs are compared, whatever its curators do meanwhile
        took = {}
        for engine, options in ENGINES.items():
            took[engine] = _run(folder, engine, *options)
            _compare(folder, engine)
        inline, pool, dask = took["inline"], took["pool"], took["dask"]
        rate = f"{inline.cpu:.0f} s, {1e3 * inline.cpu / count:.3f} ms a text"
        yield Line(f"corpus terms, {count:,} texts, one process", rate)
        clock = (f"{pool.clock:.0f} s", "one process", f"{inline.clock:.0f} s", inline.clock / pool.clock, "≥ 1.4")
        yield Line("corpus terms, by two processes, by the clock", *clock)
        cpu = (f"{dask.cpu:.0f} s", "two processes", f"{pool.cpu:.0f} s", dask.cpu / pool.cpu, "≤ 1.8")
        yield Line("corpus terms, by Dask with two workers", *cpu)
        yield Line("corpus terms, the main process of these two", f"{1e6 * pool.main / count:.1f} µs a text")
        parts = -(-count // SIZE)
        _lose_worker(folder, parts // 3)
        told = "bytes of one process"
        yield Line(f"corpus terms, by Dask, a worker killed after {parts // 3 * SIZE:,} texts", told)
        _lose_main(folder, (parts // 3, parts * 2 // 3))
        yield Line("corpus terms, by two processes, killed twice and resumed", told)
        yield from _others(folder, count)


def _others(folder: Path, count: int) -> Iterator[Line]:
    """The other tasks in two processes: a run over fewer texts, less one over a tenth of them, which is the start."""
    for task, (share, options) in TASKS.items():
        out = task.split()[0]
        took, done, sentences = {}, {}, 0
        small = count // share // 10
        for size in (small, small, count // share):  # the first run may have to compile something for the machine
            shutil.rmtree(folder / f"{out}{size}", ignore_errors=True)
            with (folder / "archive.jsonl").open("rb") as whole, (folder / "some.jsonl").open("wb") as few:
                few.writelines(line for line in islice(whole, size) if not options or _ENGLISH in line)
            name = f"{out}{size}"
            took[size] = _run(folder, name, "--jobs", "2", *options, source="some.jsonl", task=out)
            done[size] = json.loads((folder / name / "summary.json").read_bytes())["records"]
            if task == "segment":
                sentences = (folder / name / "sentences.jsonl").read_bytes().count(b"\n")
        (less, few_done), (more, all_done) = zip(took.values(), done.values(), strict=True)
        texts = all_done - few_done
        told = f"{more.cpu:.0f} s, {1e3 * (more.cpu - less.cpu) / texts:.3f} ms a text"
        told += f", the main process {max(0, 1e6 * (more.main - less.main) / texts):.1f} µs a text"
        told += f", {sentences / all_done:.2f} sentences a text" if sentences else ""
        yield Line(f"corpus {task}, {all_done:,} texts", told)


@dataclass(frozen=True)
class Took:
    """What a run took: CPU seconds of all processes, those of the main process alone, and seconds by the clock."""

    cpu: float
    main: float
    clock: float


def _run(folder: Path, out: str, *options: str, source: str = "archive.jsonl", task: str = "terms") -> Took:
    """A run from start to end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = python("-c", ALONE, *_words(folder, out, source, task), *options)
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=BYTECODE
    )
    clock, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(cpu, float(done.stdout.split()[-1]), clock)


def _words(folder: Path, out: str, source: str = "archive.jsonl", task: str = "terms") -> tuple[str, ...]:
    """The words of a command."""
    glossary = ("--no-curated", "--glossary", str(folder / "glossary"))
    return ("corpus", task, str(folder / source), "--out", str(folder / out), *glossary)


def _compare(folder: Path, other: str) -> None:
    """Whether a run wrote what the run in one process wrote, byte for byte."""
    names = sorted(path.name for path in (folder / "inline").iterdir())
    _, different, missing = filecmp.cmpfiles(folder / "inline", folder / other, names, shallow=False)
    assert not different, f"{other} wrote something else: {different}"
    assert not missing, f"{other} did not write {missing}"


def _start(folder: Path, out: str, *options: str) -> subprocess.Popen[bytes]:
    command = python("-m", "toolkit", *_words(folder, out), *options)
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=ROOT, env=BYTECODE)


def _wait(folder: Path, out: str, part: int, process: subprocess.Popen[bytes]) -> None:
    path = folder / out / ".vje-run" / f"{part // 1000:06}" / f"{part % 1000:03}.part"
    while not path.exists():
        assert process.poll() is None, f"{out}: ended before part {part}"
        time.sleep(0.01)


def _lose_worker(folder: Path, part: int) -> None:
    process = _start(folder, "worker", "--jobs", "2", "--dask")
    _wait(folder, "worker", part, process)
    children = psutil.Process(process.pid).children(recursive=True)
    next(child for child in children if "spawn_main" in " ".join(child.cmdline())).kill()
    assert process.wait() == 0, "a killed worker stopped the run"
    _compare(folder, "worker")


def _lose_main(folder: Path, parts: tuple[int, int]) -> None:
    resume: tuple[str, ...] = ()
    for part in parts:
        process = _start(folder, "main", "--jobs", "2", *resume)
        _wait(folder, "main", part, process)
        process.kill()
        process.wait()
        resume = ("--resume",)
    assert _start(folder, "main", "--jobs", "2", *resume).wait() == 0, "the resumed run failed"
    _compare(folder, "main")


if __name__ == "__main__":
    print(HEAD)
    for found in measure(*map(int, sys.argv[1:])):
        print(found.row, flush=True)
