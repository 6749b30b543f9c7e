"""
Accuracy and speed of the segmenter against its peers, in one run.

    pip install .[bench]
    python benchmarks/segment.py                    # the golden files and the sample articles
    python benchmarks/segment.py --corpus en=FILE   # accuracy and speed on your own: a paragraph a line, tabs between
                                                    # its sentences

Accuracy is the F1 of the boundaries inside a text, and the share of cases that come out exactly as judged. Speed is
million characters a CPU second, best of several rounds, one call a paragraph, on the paragraphs of the sample articles.
A peer that is not installed is left out; one without rules for a language gets English ones (or generic ones), as its
users would give it. Ratios hold within one run only.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections import defaultdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit import read_article, split
from toolkit.article import Role
from toolkit.lang import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    System = Callable[[str, str], Sequence[Any]]

HERE = Path(__file__).parent
ROUNDS = 5
#: Characters that a speed is measured on, at least.
ENOUGH = 60_000


def ours(text: str, lang: str) -> Sequence[Any]:
    """Split as our users do."""
    return split(text, lang)


def _pysbd() -> System:
    pysbd = importlib.import_module("pysbd")

    with_rules = {lang: pysbd.Segmenter(lang, clean=False) for lang in ("en", "ja")}
    return lambda text, lang: with_rules.get(lang, with_rules["en"]).segment(text)


def _sentencex() -> System:
    sentencex = importlib.import_module("sentencex")

    return lambda text, lang: sentencex.segment(lang, text)


def _sentence_splitter() -> System:
    splitter = importlib.import_module("sentence_splitter").SentenceSplitter("en")
    return lambda text, lang: splitter.split(text)  # noqa: ARG005


def _choppa() -> System:
    choppa = importlib.import_module("choppa")
    document = choppa.SrxDocument(ruleset=choppa.DEFAULT_SRX_RULESET)
    codes = defaultdict(lambda: "en_two", ja="ja_two")
    return lambda text, lang: list(choppa.SrxTextIterator(document, codes[lang], text))


def _simplemma() -> System:
    simplemma = importlib.import_module("simplemma")
    return lambda text, lang: simplemma.split_sentences(text, lang=lang if lang == "en" else None)


def _syntok() -> System:
    segmenter = importlib.import_module("syntok.segmenter")

    def run(text: str, lang: str) -> Sequence[Any]:
        del lang
        return [
            (sentence[0].offset, sentence[-1].offset + len(sentence[-1].value))
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        ]

    return run


def _pyicu() -> System:
    icu = importlib.import_module("icu")
    breakers = {lang: icu.BreakIterator.createSentenceInstance(icu.Locale(lang)) for lang in LANGUAGES}

    def run(text: str, lang: str) -> Sequence[Any]:
        breaker = breakers[lang]
        breaker.setText(text)
        spans, at = [], 0
        for end in breaker:  # in UTF-16; the golden texts stay below U+10000
            spans.append((at, end))
            at = end
        return spans

    return run


#: Distribution -> what makes its segmenter, and the languages it can be asked about at all.
PEERS: dict[str, tuple[Callable[[], System], str]] = {
    "simplemma": (_simplemma, "en vi"),
    "sentencex": (_sentencex, "en vi ja"),
    "choppa-srx": (_choppa, "en vi ja"),
    "sentence-splitter": (_sentence_splitter, "en vi"),
    "pysbd": (_pysbd, "en vi ja"),
    "syntok": (_syntok, "en vi"),
    "PyICU": (_pyicu, "en vi ja"),
}


def installed() -> dict[str, tuple[System, str]]:
    """Ourselves, and every peer that imports."""
    found: dict[str, tuple[System, str]] = {"vje-toolkit": (ours, "en vi ja")}
    for name, (make, langs) in PEERS.items():
        try:
            found[f"{name} {version(name)}"] = (make(), langs)
        except (ImportError, PackageNotFoundError) as error:
            print(f"without {name}: {error}", file=sys.stderr)
    return found


def golden(lang: str) -> list[tuple[str, list[str]]]:
    """The judged cases of a language that need no option: text and sentences."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    tests = importlib.import_module("test_segment")  # the tests own the format
    return [
        (case.text, list(case.sentences))
        for case in tests.cases(lang)
        if case.quotes is None and not case.protect and not case.abbreviations
    ]


def newspaper(lang: str) -> list[str]:
    """The paragraphs of the sample articles in a language."""
    return [
        block.text
        for path in sorted((HERE.parent / "articles").glob(f"*.{lang}.txt"))
        for block in read_article(path, lang).blocks
        if block.role is Role.PARAGRAPH
    ]


def corpus(path: Path, joiner: str) -> list[tuple[str, list[str]]]:
    """Paragraphs of a file: one a line, its sentences parted by tabs."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(joiner.join(line.split("\t")), line.split("\t")) for line in lines if line]


def ends(parts: Sequence[Any], text: str) -> set[int]:
    """Boundaries inside the text, counted in characters that are no white space, so that trimming does not matter."""
    found, at = set(), 0
    for part in parts:
        piece = text[part[0] : part[1]] if isinstance(part, tuple) and isinstance(part[0], int) else part
        at += len("".join((piece[0] if isinstance(piece, tuple) else piece).split()))
        found.add(at)
    return found - {0, len("".join(text.split()))}


def accuracy(system: System, lang: str, texts: list[tuple[str, list[str]]]) -> tuple[float, float]:
    """F1 of the boundaries and the share of exact cases, in per cent."""
    right = wrong = missed = exact = 0
    for text, sentences in texts:
        want, got = ends(sentences, text), ends(system(text, lang), text)
        right += len(want & got)
        wrong += len(got - want)
        missed += len(want - got)
        exact += want == got
    return 200 * right / max(2 * right + wrong + missed, 1), 100 * exact / len(texts)


def speed(system: System, lang: str, paragraphs: list[str]) -> float:
    """Million characters a CPU second, one call a paragraph."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in paragraphs:
            system(text, lang)
        best = min(best, time.process_time() - start)
    return sum(map(len, paragraphs)) / best / 1e6


def main() -> None:
    """Print one table a language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--corpus", action="append", default=[], metavar="LANG=FILE")
    chosen = dict(item.split("=", 1) for item in parser.parse_args().corpus)
    systems = installed()
    for lang, record in sorted(LANGUAGES.items()):
        texts = corpus(Path(chosen[lang]), record.joiner) if lang in chosen else golden(lang)
        paragraphs = [text for text, _ in texts] if lang in chosen else newspaper(lang)
        paragraphs *= 1 + ENOUGH // sum(map(len, paragraphs))
        rows = []
        for name, (system, langs) in systems.items():
            if lang in langs.split():
                rows.append((name, *accuracy(system, lang, texts), speed(system, lang, paragraphs)))
        own = rows[0][3]
        print(f"\n### {record.name}: {len(texts)} texts\n")
        print("| system | F1 | exact | M chars/s | ours is |\n| --- | --- | --- | --- | --- |")
        for name, f1, exact, pace in rows:
            print(f"| {name} | {f1:.1f} | {exact:.0f} % | {pace:.1f} | {own / pace:.2f} × |")


if __name__ == "__main__":
    main()
