"""
What a thousand million sentences would take, computed from RESULTS.md and written into docs/corpus.md.

    python benchmarks/billion.py

Nothing is measured here: whoever wants other figures runs ``make bench``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
RESULTS, PAGE = HERE / "RESULTS.md", HERE.parent / "docs" / "corpus.md"
FIRST, LAST = "<!-- computed by benchmarks/billion.py -->", "<!-- end of what is computed -->"
SENTENCES = 1e9
CORES, CLUSTER = 16, 100
_TASKS = ("segment", "terms", "check", "extract into two languages")


class Results:
    """The figures of RESULTS.md, by what was done."""

    def __init__(self, text: str) -> None:
        self.text = text
        rows = [[cell.strip() for cell in line.strip("|\n ").split("|")] for line in text.splitlines() if "|" in line]
        self.rows = {row[0]: row for row in rows}

    def number(self, start: str, pattern: str, column: int = 1) -> float:
        """A figure in the first row whose name begins so."""
        for name, row in self.rows.items():
            if name.startswith(start) and (found := re.search(pattern, row[column])):
                return float(found[1].replace(",", ""))
        raise SystemExit(f"{RESULTS}: no line about {start!r} says {pattern!r}")


def span(seconds: float) -> str:
    """
    A time for a person.

    >>> span(90), span(7200 * 30), span(1e7)
    ('2 min', '60 h', '116 days')
    """
    if seconds < 3600:
        return f"{max(1, round(seconds / 60))} min"
    hours = seconds / 3600
    if hours > 240:
        return f"{hours / 24:.0f} days"
    return f"{hours:.1f} h" if hours < 10 else f"{hours:.0f} h"


def section(results: Results) -> str:
    """The table and what it rests on."""
    machine = re.search(r"The machine: (.+?), load", results.text)
    held = re.search(r"held (\d+) to (\d+) MB", results.text)
    done = re.search(r"process over ([\d,]+) texts", results.text)
    assert machine is not None
    assert held is not None
    assert done is not None
    sentences = results.number("corpus segment", r"([\d.]+) sentences a text")
    texts = SENTENCES / sentences
    faster = results.number("corpus terms, by two processes", r"([\d.]+)", 4)
    dask = results.number("corpus terms, by Dask", r"([\d.]+)", 4)
    #: What a number of cores does in the time of one, and what the engine adds to the work.
    counted = ((CORES * faster / 2, 1.0), (CLUSTER * faster / 2, dask))
    lines = [
        FIRST,
        (
            f"From [benchmarks/RESULTS.md](../benchmarks/RESULTS.md), measured on a machine with {machine[1]}, "
            f"over texts of {sentences:.1f} sentences made from the sample articles."
        ),
        f"10⁹ sentences are {texts / 1e6:,.0f} million such texts.",
        (
            f"Two processes were {faster:.2f} times as fast by the clock as one, so {CORES} cores are counted as "
            f"{CORES * faster / 2:.0f}; Dask took {dask:.2f} times the CPU of the processes."
        ),
        "",
        (
            f"| | a text, CPU | of that the main process | 10⁹ sentences, one core | {CORES} cores "
            f"| {CLUSTER} cores of a Dask cluster |"
        ),
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for task in _TASKS:
        where = "corpus terms, the main process" if task == "terms" else f"corpus {task}"
        cost = 1e-3 * results.number(f"corpus {task}, ", r"([\d.]+) ms a text")
        main = 1e-6 * results.number(where, r"([\d.]+) µs a text")
        cells = [f"`corpus {task}`", f"{1e3 * cost:.2f} ms", f"{1e6 * main:.0f} µs", span(texts * cost)]
        cells += [span(max(texts * cost * more / cores, texts * main)) for cores, more in counted]
        lines.append(f"| {' | '.join(cells)} |")
    lines += [
        "",
        (
            "The main process reads the archive, keeps the parts and adds them up: no cores make a run shorter "
            "than what it needs by itself, and the last two columns heed that."
        ),
        (
            f"These are sums, not a run. The largest run had {done[1]} texts, over which time grew with their number "
            f"and the process held {held[1]} to {held[2]} MB."
        ),
        LAST,
    ]
    return "\n".join(lines)


def main() -> None:
    """Write the section anew."""
    text = PAGE.read_text(encoding="utf-8")
    before, mark, rest = text.partition(FIRST)
    _, other, after = rest.partition(LAST)
    if not mark or not other:
        sys.exit(f"{PAGE}: where is {FIRST}?")
    PAGE.write_text(before + section(Results(RESULTS.read_text(encoding="utf-8"))) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
