"""
The engines of ``vje corpus`` against each other, on one archive: CPU, clock, and whether the bytes are the same.

    python benchmarks/corpus.py [TEXTS]

Two more runs are killed in the middle: one loses a Dask worker, the other is killed itself, twice, and goes on. Both
must end with the bytes of a run that nobody disturbed.
"""

from __future__ import annotations

import filecmp
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from archive import write
from clock import BYTECODE, HEAD, ROOT, Line, cost_and_wall, python

from toolkit.corpus.origin import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINES = {"inline": (), "pool": ("--jobs", "2"), "dask": ("--jobs", "2", "--dask")}


def measure(count: int = 200_000) -> Iterator[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "archive.jsonl", count)
        took = {}
        for engine, options in ENGINES.items():
            took[engine] = cost_and_wall(*_command(folder, engine), *options)
            _compare(folder, engine)
        (inline, slow), (pool, fast), (dask, _) = took["inline"], took["pool"], took["dask"]
        what = f"corpus terms, {count:,} texts"
        yield Line(f"{what}, one process", f"{inline:.0f} s, {count / inline:,.0f}/s")
        clock = (f"{fast:.0f} s", "one process", f"{slow:.0f} s", slow / fast, "≥ 1.4")
        yield Line(f"{what}, two processes, by the clock", *clock)
        cpu = (f"{dask:.0f} s", "two processes", f"{pool:.0f} s", dask / pool, "≤ 1.8")
        yield Line(f"{what}, Dask with two workers", *cpu)
        parts = -(-count // SIZE)
        _lose_worker(folder, parts // 3)
        yield Line(f"{what}, Dask, a worker killed after {parts // 3 * SIZE:,}", "same bytes", "one process", "", None)
        _lose_main(folder, (parts // 3, parts * 2 // 3))
        yield Line(f"{what}, killed twice and resumed", "same bytes", "one process", "", None)


def _command(folder: Path, out: str) -> tuple[str, ...]:
    return python("-m", "toolkit", "corpus", "terms", str(folder / "archive.jsonl"), "--out", str(folder / out))


def _compare(folder: Path, other: str) -> None:
    """Whether a run wrote what the run in one process wrote, byte for byte."""
    names = sorted(path.name for path in (folder / "inline").iterdir())
    _, different, missing = filecmp.cmpfiles(folder / "inline", folder / other, names, shallow=False)
    assert not different, f"{other} wrote something else: {different}"
    assert not missing, f"{other} did not write {missing}"


def _start(folder: Path, out: str, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen((*_command(folder, out), *options), stderr=subprocess.DEVNULL, cwd=ROOT, env=BYTECODE)


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
