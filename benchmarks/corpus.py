"""
The engines of ``vje corpus`` against each other, on one archive: CPU, clock, and whether the bytes are the same.

    python benchmarks/corpus.py [TEXTS]
"""

from __future__ import annotations

import filecmp
import sys
import tempfile
from pathlib import Path

from archive import write
from clock import HEAD, Line, cost_and_wall, python

ENGINES = {"inline": (), "pool": ("--jobs", "2"), "dask": ("--jobs", "2", "--dask")}


def measure(count: int = 200_000) -> list[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "archive.jsonl", count)
        took = {}
        for engine, options in ENGINES.items():
            command = python(
                "-m", "toolkit", "corpus", "terms", str(folder / "archive.jsonl"), "--out", str(folder / engine)
            )
            took[engine] = cost_and_wall(*command, *options)
        names = sorted(path.name for path in (folder / "inline").iterdir())
        for engine in ("pool", "dask"):
            _, different, missing = filecmp.cmpfiles(folder / "inline", folder / engine, names, shallow=False)
            assert not different, f"{engine} wrote something else: {different}"
            assert not missing, f"{engine} did not write {missing}"
    (inline, slow), (pool, fast), (dask, _) = took["inline"], took["pool"], took["dask"]
    what = f"corpus terms, {count:,} texts"
    return [
        Line(f"{what}, one process", f"{inline:.0f} s, {count / inline:,.0f}/s"),
        Line(
            f"{what}, two processes, by the clock",
            f"{fast:.0f} s",
            "one process",
            f"{slow:.0f} s",
            slow / fast,
            "≥ 1.4",
        ),
        Line(f"{what}, Dask with two workers", f"{dask:.0f} s", "two processes", f"{pool:.0f} s", dask / pool, "≤ 1.8"),
    ]


if __name__ == "__main__":
    print(HEAD, *(line.row for line in measure(*map(int, sys.argv[1:]))), sep="\n")
