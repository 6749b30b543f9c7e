"""
How well sentences are aligned, beside a length-based aligner, in all six directions.

Run by hand: ``python benchmarks/align.py [CORPUS] [--rate 0.2] [--seed 1] [--no-glossary]``. Without CORPUS the sample
articles are aligned. CORPUS is a file of JSON lines with ``doc``, ``en``, ``vi`` and ``ja``, a sentence each, in order.

Translations are taken as they are, and with a part of their sentences disturbed as desks do it: dropped, joined with
the next, split, swapped with the next, moved to anywhere, or a sentence of another article inserted before them. A bead
counts when exactly its sentences are found together; a sentence that was dropped or inserted is a bead with an empty
side. The peer is the aligner of Gale and Church (1993) with the constants that NLTK ships (c = 1, s² = 6.8), and tuned:
the ratio of lengths and the spread are those of the very articles.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from toolkit import Glossary, align, pair_score, read_article
from toolkit.catalog import entries
from toolkit.lang import LANGUAGES, language

ROOT = Path(__file__).parent.parent
WAYS = ("drop", "join", "split", "swap", "move", "insert")

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Text = list[str]
#: Code of a language -> the article in it, sentence by sentence.
Versions = dict[str, Text]


@dataclass
class Disturbed:
    """A translation after a desk has worked on it, and which of its sentences are which of the source."""

    text: Text
    gold: set[Bead]


def samples() -> list[Versions]:
    """The project's own articles, whose sentences correspond one to one."""
    names = sorted({path.name.split(".")[0] for path in (ROOT / "articles").glob("*.txt")})
    found = []
    for name in names:
        versions = {
            code: [entry.msgid for entry in entries(read_article(ROOT / "articles" / f"{name}.{code}.txt"))]
            for code in LANGUAGES
        }
        assert len({len(text) for text in versions.values()}) == 1, name
        found.append(versions)
    return found


def corpus(path: Path) -> list[Versions]:
    """The documents of a file of JSON lines."""
    documents: dict[str, Versions] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        versions = documents.setdefault(row["doc"], {code: [] for code in LANGUAGES})
        for code, text in versions.items():
            text.append(row[code])
    return list(documents.values())


def halves(text: str, lang: str) -> list[str]:
    """A sentence cut at the comma or the space nearest to its middle; whole where there is none."""
    marks = ",;:、，" if any(mark in text[5:-3] for mark in ",;:、，") else " " if language(lang).spaced else ""
    cuts = [at + 1 for at, char in enumerate(text[:-3]) if char in marks and at > 4] if marks else [len(text) // 2]
    cuts = cuts or [len(text)]
    cut = min(cuts, key=lambda at: abs(at - len(text) / 2))
    return [part for part in (text[:cut].strip(), text[cut:].strip()) if part]


def disturb(text: Text, strangers: Text, lang: str, rate: float, rng: random.Random) -> Disturbed:
    """Do to a part of the sentences what desks do."""
    gold: set[Bead] = set()
    out: list[tuple[tuple[int, ...], list[str]]] = []
    moved = []
    at = 0
    while at < len(text):
        way = rng.choice(WAYS) if rng.random() < rate else ""
        here, following = text[at], text[at + 1] if at + 1 < len(text) else None
        if way == "drop":
            gold.add(((at,), ()))
        elif way == "join" and following is not None:
            out.append(((at, at + 1), [here + language(lang).joiner + following]))
        elif way == "swap" and following is not None:
            out += [((at + 1,), [following]), ((at,), [here])]
        elif way == "move":
            moved.append(((at,), [here]))
        else:
            if way == "insert":
                out.append(((), [rng.choice(strangers)]))
            out.append(((at,), halves(here, lang) if way == "split" else [here]))
        at += 2 if way in ("join", "swap") and following is not None else 1
    for item in moved:
        out.insert(rng.randrange(len(out) + 1), item)
    result: Text = []
    for places, pieces in out:
        gold.add((places, tuple(range(len(result), len(result) + len(pieces)))))
        result += pieces
    return Disturbed(result, gold)


def gale_church(source: Text, target: Text, ratio: float, spread: float) -> set[Bead]:
    """Align by length in characters."""
    prior = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
    cost = {move: -math.log(p / 2 if sum(move) in (1, 3) else p) for move, p in prior.items()}
    ours, theirs = [len(text) for text in source], [len(text) for text in target]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            for (a, b), price in cost.items():
                if (i - a, j - b) in best and i + j and a + b:
                    one, other = sum(ours[i - a : i]), sum(theirs[j - b : j])
                    mean = (one + other / ratio) / 2
                    delta = (other - one * ratio) / math.sqrt(mean * spread) if mean else 0.0
                    tail = math.erfc(abs(delta) / math.sqrt(2))
                    value = best[i - a, j - b][0] + price - math.log(max(tail, 1e-300))
                    if (i, j) not in best or value < best[i, j][0]:
                        best[i, j] = value, (a, b)
    found: set[Bead] = set()
    i, j = len(ours), len(theirs)
    while i or j:
        a, b = best[i, j][1]
        found.add((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return found


def tuned(documents: list[Versions], source: str, target: str) -> tuple[float, float]:
    """The ratio and the spread that fit the articles themselves."""
    pairs = [(len(one), len(other)) for doc in documents for one, other in zip(doc[source], doc[target], strict=True)]
    ratio = sum(other for _, other in pairs) / sum(one for one, _ in pairs)
    spread = sum((other - one * ratio) ** 2 / ((one + other / ratio) / 2) for one, other in pairs) / len(pairs)
    return ratio, spread


class Tally:
    """F1 of beads."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: set[Bead], gold: set[Bead]) -> None:
        """Count one alignment."""
        self.right += len(found & gold)
        self.found += len(found)
        self.wanted += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted)


def measure(
    documents: list[Versions], rate: float, seed: int, glossary: Glossary | None, *, peers: bool = True
) -> dict[str, dict[str, float]]:
    """Aligner -> direction -> F1 of its beads; the last direction is all of them together."""
    rng = random.Random(seed)
    scores: dict[str, dict[str, Tally]] = {}
    for source, target in permutations(LANGUAGES, 2):
        constants = {"Gale-Church, tuned": tuned(documents, source, target), "Gale-Church": (1.0, 6.8)}
        for number, doc in enumerate(documents):
            strangers = documents[(number + 1) % len(documents)][target]
            other = disturb(doc[target], strangers, target, rate, rng)
            beads = align(doc[source], other.text, source, target, glossary)
            results: dict[str, set[Bead]] = {"vje": {(bead.source, bead.target) for bead in beads}}
            if peers:
                results |= {name: gale_church(doc[source], other.text, *c) for name, c in constants.items()}
            for name, found in results.items():
                for column in (f"{source}-{target}", "all"):
                    scores.setdefault(name, {}).setdefault(column, Tally()).add(found, other.gold)
    return {
        name: {column: tally.f1 for column, tally in sorted(columns.items(), key=lambda item: item[0] == "all")}
        for name, columns in scores.items()
    }


def verdicts(documents: list[Versions], rate: float, seed: int, glossary: Glossary | None) -> tuple[float, float]:
    """The part of disturbed pairs that are accepted, and of pairs of different articles that are refused."""
    rng = random.Random(seed)
    true, false = [], []
    for source, target in permutations(LANGUAGES, 2):
        for number, doc in enumerate(documents):
            strangers = documents[(number + 1) % len(documents)][target]
            other = disturb(doc[target], strangers, target, rate, rng).text
            true.append(pair_score(doc[source], other, source, target, glossary) >= 0.5)
            rest = [at for at in range(len(documents)) if at != number]
            for at in rng.sample(rest, min(5, len(rest))):
                false.append(pair_score(doc[source], documents[at][target], source, target, glossary) < 0.5)
    return sum(true) / len(true), sum(false) / len(false)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure the alignment of sentences.")
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--rate", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("even", "odd"), help="Only every second document.")
    parser.add_argument("--no-glossary", action="store_true")
    options = parser.parse_args()
    documents = corpus(options.corpus) if options.corpus else samples()
    if options.part:
        documents = documents[options.part == "odd" :: 2]
    glossary = None if options.no_glossary else Glossary.load()
    print(f"{len(documents)} articles, {sum(len(doc['en']) for doc in documents)} sentences")
    for rate in (0.0, options.rate):
        print(f"\nF1 of beads, {rate:.0%} of the sentences disturbed")
        for name, columns in measure(documents, rate, options.seed, glossary).items():
            print(f"{name:20}" + "".join(f"  {column} {value:.3f}" for column, value in columns.items()))
    accepted, refused = verdicts(documents, options.rate, options.seed, glossary)
    print(f"\npairs, disturbed: {accepted:.1%} accepted; other articles: {refused:.1%} refused")
    sentences = [(doc["vi"][at], doc["ja"][at]) for doc in documents for at in range(len(doc["vi"]))]
    articles = [sentences[at % len(sentences) :][:20] for at in range(0, 20 * 50, 20)]
    before = time.process_time()
    for article in articles:
        align([one for one, _ in article], [other for _, other in article], "vi", "ja", glossary)
    print(f"{(time.process_time() - before) / len(articles) * 1000:.1f} s of CPU for 1,000 pairs of 20 sentences")


if __name__ == "__main__":
    main()
