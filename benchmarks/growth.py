"""
How time and memory grow with the work: each size in a process of its own, and a picture.

    python benchmarks/growth.py [LARGEST]      # writes growth.svg beside this file

The archive of the corpus lies on the disk before the clock starts; the other kinds make their input in the process and
count only the work. Peak memory is that of the whole process.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from archive import texts, write
from clock import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
PICTURE = HERE / "growth.svg"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00")


def _corpus(count: int, folder: Path) -> Callable[[], object]:
    from toolkit.corpus.plan import Plan  # noqa: PLC0415 - each process imports what it measures
    from toolkit.corpus.run import Job, run  # noqa: PLC0415
    from toolkit.glossary.layers import curated  # noqa: PLC0415

    del count
    job = Job(Plan("terms", (curated(),), {}), folder / "archive.jsonl", folder / "out")
    return lambda: run(job)


def _segment(count: int, folder: Path) -> Callable[[], object]:
    from toolkit import split  # noqa: PLC0415

    del folder
    made = [(record["text"], record["lang"]) for record in texts(count)]
    return lambda: sum(len(split(text, lang)) for text, lang in made)


def _find(count: int, folder: Path) -> Callable[[], object]:
    from toolkit import Glossary  # noqa: PLC0415

    del folder
    glossary = Glossary.load()
    made = [(record["text"], record["lang"]) for record in texts(count)]
    for _, lang in made[:50]:
        glossary.finder(lang)
    return lambda: sum(len(glossary.find(text, lang)) for text, lang in made)


def _catalog(count: int, folder: Path) -> None:
    from update import Writer  # noqa: PLC0415
    from update import write as write_catalog  # noqa: PLC0415

    writer = Writer()
    write_catalog(folder / "a.po", list(dict.fromkeys(writer.sentence() for _ in range(count))), translated=True)


def _read(count: int, folder: Path) -> Callable[[], object]:
    from toolkit import Catalog  # noqa: PLC0415

    _catalog(count, folder)
    return lambda: Catalog.load(folder / "a.po")


def _write(count: int, folder: Path) -> Callable[[], object]:
    from toolkit import Catalog  # noqa: PLC0415

    _catalog(count, folder)
    catalog = Catalog.load(folder / "a.po")
    return lambda: str(catalog)


KINDS: dict[str, Callable[[int, Path], Callable[[], object]]] = {
    "corpus terms, texts": _corpus,
    "segmentation, texts": _segment,
    "recognition, texts": _find,
    "PO reading, entries": _read,
    "PO writing, entries": _write,
}


def child(kind: str, count: int, folder: Path) -> None:
    """Measure one kind at one size, in a process that does nothing else."""
    work = KINDS[kind](count, folder)
    start = time.process_time()
    with contextlib.redirect_stderr(io.StringIO()):
        work()
    took = time.process_time() - start
    print(json.dumps([took, _peak()]))


def _peak() -> float:
    """Peak memory of this process in MB; the system's own figure may be that of the process that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(largest: int = 100_000) -> dict[str, list[tuple[int, float, float]]]:
    """Kind -> size, CPU seconds and peak memory in MB, for sizes from a thousand upwards."""
    found: dict[str, list[tuple[int, float, float]]] = {}
    sizes = [10**power for power in range(3, 7) if 10**power <= largest]
    for kind in KINDS:
        for count in sizes:
            with tempfile.TemporaryDirectory() as name:
                if kind.startswith("corpus"):
                    write(Path(name, "archive.jsonl"), count)
                command = [sys.executable, str(HERE / "growth.py"), "--child", kind, str(count), name]
                run = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
            took, memory = json.loads(run.stdout)
            found.setdefault(kind, []).append((count, took, memory))
            print(f"{kind} {count:,}: {took:.2f} s, {memory:.0f} MB", file=sys.stderr, flush=True)
    return found


def picture(found: dict[str, list[tuple[int, float, float]]]) -> str:
    """Two log-log plots as SVG: CPU seconds, and peak memory."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 400" font-family="sans-serif" font-size="12">',
        '<rect width="920" height="400" fill="#fff"/>',
    ]
    parts += _plot(found, 60, 1, "CPU seconds", (-3, 3))
    parts += _plot(found, 420, 2, "peak memory, MB", (1, 4))
    for number, kind in enumerate(found):
        y = 60 + 22 * number
        parts.append(f'<line x1="735" x2="760" y1="{y}" y2="{y}" stroke="{COLOURS[number]}" stroke-width="2"/>')
        parts.append(f'<text x="766" y="{y + 4}">{kind}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _plot(
    found: dict[str, list[tuple[int, float, float]]], left: int, column: int, title: str, span: tuple[int, int]
) -> list[str]:
    """One of them: *column* of the rows over the size; *span* are the powers of ten of the vertical axis."""

    def x(count: float) -> float:
        return left + 280 * (math.log10(count) - 3) / 3

    def y(value: float) -> float:
        return 350 - 300 * (math.log10(max(value, 10 ** span[0])) - span[0]) / (span[1] - span[0])

    out = [f'<text x="{left}" y="30" font-weight="bold">{title}</text>']
    for power in range(3, 7):
        at = x(10**power)
        out.append(f'<line x1="{at}" x2="{at}" y1="50" y2="350" stroke="#ddd"/>')
        out.append(f'<text x="{at}" y="368" text-anchor="middle">10{"³⁴⁵⁶"[power - 3]}</text>')
    for power in range(span[0], span[1] + 1):
        at = y(10**power)
        out.append(f'<line x1="{left}" x2="{left + 280}" y1="{at}" y2="{at}" stroke="#ddd"/>')
        out.append(f'<text x="{left - 6}" y="{at + 4}" text-anchor="end">{10**power:g}</text>')
    for colour, rows in zip(COLOURS, found.values(), strict=False):
        points = " ".join(f"{x(row[0]):.1f},{y(row[column]):.1f}" for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(row[0]):.1f}" cy="{y(row[column]):.1f}" r="3" fill="{colour}"/>' for row in rows]
    return out


def table(found: dict[str, list[tuple[int, float, float]]]) -> str:
    """The same figures as Markdown."""
    lines = ["| what | size | CPU seconds | a unit, µs | peak memory, MB |", "| --- | --- | --- | --- | --- |"]
    for kind, rows in found.items():
        lines += [f"| {kind} | {n:,} | {took:.2f} | {1e6 * took / n:.0f} | {mb:.0f} |" for n, took, mb in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        grown = measure(*map(int, sys.argv[1:]))
        PICTURE.write_text(picture(grown), encoding="utf-8")
        print(table(grown))
