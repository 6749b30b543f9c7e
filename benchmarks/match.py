"""
Speed of finding 50,000 terms in news text, beside the bare automaton and spaCy's PhraseMatcher, in one run.

    pip install .[bench]
    python benchmarks/match.py

The terms are the curated glossary's, filled up with names made of syllables, so that hits stay about as frequent as
they are in print. The text is the sample articles, a paragraph a call. "Patterns" adds the curated patterns and
blockers, which the peers have nothing like. Speed is megabytes of UTF-8 a CPU second, best of several rounds; the bare
automaton shows what any rule costs. spaCy tokenises by white space, as its users without a language model do, so it has
no Japanese. Ratios hold within one run only.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import Concept, Glossary, Status, Term
from toolkit.glossary.concept import Confidence
from toolkit.lang import LANGUAGES
from toolkit.normalize import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ARTICLES = Path(__file__).parent.parent / "articles"
TERMS = 50_000
ROUNDS = 5
#: The articles, so many times: a round must be longer than the clock's grain.
TIMES = 40

_SYLLABLES = {
    "en": "bel cam dor fen gar hol ing kel lan mor nor pel quin ros stan tor ul ver wick yar zel ham ton ford".split(),
    "vi": "An Bình Châu Dương Giang Hà Khánh Lâm Mai Nam Phú Quang Sơn Tây Trung Vĩnh Xuân Yên Đông Thạnh Lộc".split(),
    "ja": "ア イ ウ カ キ ク サ シ ス タ チ ト ナ ニ ノ ハ ヒ フ マ ミ ム ラ リ ル ロ ワ ン ー".split(),
}


def names(lang: str, count: int) -> Iterator[str]:
    """Names that look like a language's and are (nearly all) nothing."""
    chance = random.Random(lang)
    seen: set[str] = set()
    joiner, sizes = (" ", (3, 4)) if lang == "vi" else ("", (3, 4, 5)) if lang == "en" else ("", (5, 6, 7))
    while len(seen) < count:
        name = joiner.join(chance.choice(_SYLLABLES[lang]) for _ in range(chance.choice(sizes)))
        name = name.capitalize() if lang == "en" else name
        if name not in seen:
            seen.add(name)
            yield name


def glossary(lang: str, *folders: Path) -> Glossary:
    """The curated terms of one language and enough made-up ones; patterns and blockers from *folders*."""
    curated = list(Glossary.load())
    have = sum(1 for concept in curated for term in concept.terms if term.lang == lang)
    made = [
        Concept(
            id=f"made.{number}",
            subject="place.city",
            country="",
            terms=(Term(name, lang, Status.PREFERRED),),
            confidence=Confidence.OWN,
        )
        for number, name in enumerate(names(lang, max(0, TERMS - have)))
    ]
    return Glossary([*curated, *made], folders=folders)


def paragraphs(lang: str) -> list[str]:
    """The paragraphs of the sample articles in one language."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob(f"*.{lang}.txt"))]
    return [line for text in texts for line in text.splitlines() if line] * TIMES


def speed(function: Callable[[str], object], texts: Sequence[str]) -> float:
    """Megabytes a second, best round."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            function(text)
        best = min(best, time.process_time() - start)
    return size / best


def _automaton(terms: Sequence[str]) -> Callable[[str], object]:
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415

    automaton = AhoCorasick(sorted(set(map(level, terms))), matchkind=MatchKind.LeftmostLongest, store_patterns=False)
    return lambda text: automaton.find_matches_as_indexes(text.lower())


def _spacy(terms: Sequence[str]) -> Callable[[str], object] | None:
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    except ImportError:
        return None
    nlp = spacy.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("TERM", [nlp.make_doc(term) for term in terms])
    return lambda text: matcher(nlp.make_doc(text))


def main() -> None:
    """Print one line a language."""
    print(f"{'':4}{'ours':>10}{'patterns':>10}{'automaton':>12}{'spaCy':>10}   MB/s of UTF-8 with {TERMS} terms")
    for lang in LANGUAGES:
        texts = paragraphs(lang)
        words = glossary(lang)
        terms = [term.text for concept in words for term in concept.terms if term.lang == lang]
        rich = glossary(lang, ARTICLES.parent / "glossary")
        ours = speed(words.finder(lang).find, texts)
        with_patterns = speed(rich.finder(lang).find, texts)
        bare = speed(_automaton(terms), texts)
        peer = _spacy(terms) if LANGUAGES[lang].spaced else None
        theirs = f"{speed(peer, texts[: len(texts) // TIMES * 4]):10.2f}" if peer else f"{'–':>10}"
        print(f"{lang:4}{ours:10.1f}{with_patterns:10.1f}{bare:12.1f}{theirs}", flush=True)


if __name__ == "__main__":
    main()
