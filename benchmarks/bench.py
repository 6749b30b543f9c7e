"""
``make bench``: everything that has a budget, one after the other, into one table: benchmarks/RESULTS.md.

    python benchmarks/bench.py [--small] [--texts 200000] [--largest 1000000]

Peers come from the bench extra; one that is missing leaves its lines out. CPU seconds, medians; a ratio holds within
one run only. ``--small`` takes a tenth of everything, for a machine that has other work.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import billion
import catalogs
import corpus
import growth
import match
import memory
import segment
import start
from clock import BYTECODE, HEAD, ROOT, Line, cost, cpu, machine, python

from toolkit import Glossary, check_pair, read_article
from toolkit.lang import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RESULTS = Path(__file__).parent / "RESULTS.md"


def segmentation() -> Iterator[Line]:
    """Against the fastest of the peers, and against the most exact one."""
    with contextlib.redirect_stderr(io.StringIO()):
        systems = segment.installed()
    for lang in LANGUAGES:
        paragraphs = segment.newspaper(lang)
        paragraphs *= 1 + segment.ENOUGH // sum(map(len, paragraphs))
        rates = {
            name: segment.speed(run, lang, paragraphs)
            for name, (run, langs) in systems.items()
            if lang in langs.split()
        }
        ours = rates.pop(next(iter(systems)))
        for name, rate in sorted(rates.items(), key=lambda item: -item[1])[:2]:
            yield Line(f"segmentation, {lang}", f"{ours:.1f} M chars/s", name, f"{rate:.1f} M chars/s", ours / rate)


def recognition() -> Iterator[Line]:
    """With 50,000 terms: alone against the bare automaton and spaCy, and with patterns and blockers."""
    for lang in LANGUAGES:
        found = match.measure(lang)
        what = f"recognition, {lang}, {found.terms:,} terms"
        bare = "the bare automaton", f"{found.bare:.1f} MB/s"
        yield Line(what, f"{found.ours:.1f} MB/s", *bare, found.ours / found.bare, "≥ 0.3")
        with_patterns = f"{what}, patterns and blockers, a name every {found.apart:.0f} bytes"
        yield Line(with_patterns, f"{found.patterns:.1f} MB/s", *bare, found.patterns / found.bare, "≥ 0.3")
        if found.peer:
            peer = "spaCy's PhraseMatcher", f"{found.peer:.1f} MB/s"
            yield Line(what, f"{found.ours:.1f} MB/s", *peer, found.ours / found.peer, "≥ 10")


def checking() -> Iterator[Line]:
    """All checks of a pair of sentences."""
    glossary = Glossary.load()
    pairs = []
    for path in sorted((ROOT / "articles").glob("*.en.txt")):
        one, other = (read_article(path.with_name(path.name.replace(".en.", f".{lang}."))) for lang in ("vi", "ja"))
        pairs += list(zip([b.text for b in one.blocks], [b.text for b in other.blocks], strict=False))
    for source, target in pairs:
        check_pair(source, target, "vi", "ja", glossary)
    took = cpu(lambda: [check_pair(source, target, "vi", "ja", glossary) for source, target in pairs * 5])
    yield Line("check, a paragraph", f"{1e3 * took / len(pairs) / 5:.2f} ms")


def updating() -> Iterator[Line]:
    """The script's own table, since it needs gettext."""
    command = python(str(ROOT / "benchmarks" / "update.py"))
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=BYTECODE)
    found = re.search(r"msgmerge +([\d.]+)[\s\S]*?vje +([\d.]+)", run.stdout)
    if found:
        theirs, ours = map(float, found.groups())
        name = run.stdout.partition(";")[0]
        yield Line(f"update, {name}", f"{ours:.2f} s", "msgmerge", f"{theirs:.2f} s", ours / theirs, "≤ 0.05")


def site() -> Iterator[Line]:
    """The pages of the whole glossary."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        took = cost(*python("-m", "toolkit", "glossary", "site", f"{name}/site"), rounds=1)
        yield Line("site of the glossary", f"{took:.1f} s")


def lines(texts: int, small: int) -> Iterator[Line]:
    """Every line of the table; a part that fails says so and leaves the others alone."""
    parts: list[Callable[[], list[Line] | Iterator[Line]]] = [
        start.measure,
        segmentation,
        recognition,
        checking,
        lambda: catalogs.measure(100_000 // small, 1000 // small),
        updating,
        lambda: memory.measure(20_000 // small),
        site,
        lambda: corpus.measure(texts),
    ]
    for part in parts:
        try:
            for line in part():
                print(line.row, flush=True)
                yield line
        except (AssertionError, subprocess.CalledProcessError, ImportError) as error:
            print(f"left out: {error}", file=sys.stderr)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--texts", type=int, default=200_000)
    parser.add_argument("--largest", type=int, default=1_000_000)
    given = parser.parse_args()
    small = 10 if given.small else 1
    where = machine()
    print(HEAD)
    rows = [line.row for line in lines(given.texts // small, small)]
    grown, held = growth.measure(given.largest // small)
    growth.GROWTH.write_text(growth.growth(grown), encoding="utf-8")
    growth.FLAT.write_text(growth.flat(held), encoding="utf-8")
    RESULTS.write_text(page(where, rows, grown, held, small=given.small), encoding="utf-8")
    billion.main()  # the page about archives says what these figures mean for a large one


def page(where: str, rows: list[str], grown: growth.Rows, held: list[tuple[int, float]], *, small: bool = False) -> str:
    """The results as Markdown."""
    settled = [memory for _, memory in held[len(held) // 10 :]]
    flat = f"From the first tenth on, the process held {min(settled):.0f} to {max(settled):.0f} MB."
    lines = [
        "# Results\n",
        "Written by `make bench`; do not edit.",
        f"The machine: {where}.",
        *(["Made with `--small`: a tenth of everything."] if small else []),
        "CPU seconds and medians unless it says by the clock; programs have their bytecode, as installed ones do.",
        "A ratio is ours by theirs, and holds within this run only.\n",
        HEAD,
        *rows,
        "\n## Growth\n",
        "![time and memory over the size](growth.svg)\n",
        growth.table(grown),
        f"\n## Memory of one process over {held[-1][0]:,} texts\n",
        f"{flat} The bound is 250 MB.\n",
        "![memory over the texts that are done](flat.svg)\n",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
