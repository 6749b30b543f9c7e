"""Searching a translation memory: an edited sentence among many, beside rapidfuzz going through all of them."""

from __future__ import annotations

import sys

from clock import HEAD, Line, cpu
from rapidfuzz import fuzz, process
from update import Writer

from toolkit.memory import Pair
from toolkit.memory.store import Memory

ASKED = 200


def measure(pairs: int = 20_000) -> list[Line]:
    """The lines of the table."""
    writer = Writer()
    sentences = list(dict.fromkeys(writer.sentence() for _ in range(pairs)))
    memory = Memory()
    build = cpu(lambda: memory.add(Pair(text, f"Câu: {text}", "en", "vi") for text in sentences), 1)
    exact = sentences[:: len(sentences) // ASKED]
    near = [writer.edited(text) for text in exact]
    took = cpu(lambda: [memory.search(text, "en", "vi") for text in near]) / len(near)
    found = sum(bool(memory.search(text, "en", "vi")) for text in near)
    few = near[:20]
    naive = cpu(
        lambda: [process.extractOne(text, sentences, scorer=fuzz.ratio, score_cutoff=70) for text in few]
    ) / len(few)
    theirs = sum(process.extractOne(text, sentences, scorer=fuzz.ratio, score_cutoff=70) is not None for text in near)
    name = f"{len(sentences):,} pairs"
    return [
        Line(f"memory built, {name}", f"{build:.1f} s"),
        Line(
            f"memory searched, {name}, {found} of {len(near)} edited sentences found",
            f"{1000 * took:.1f} ms",
            f"rapidfuzz over all, {theirs} found",
            f"{1000 * naive:.1f} ms",
            took / naive,
        ),
    ]


if __name__ == "__main__":
    print(HEAD, *(line.row for line in measure(*map(int, sys.argv[1:]))), sep="\n")
