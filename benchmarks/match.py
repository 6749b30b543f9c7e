"""
Speed of finding 50,000 terms in news text, beside the bare automaton and spaCy's PhraseMatcher, in one run.

    pip install .[bench]
    python benchmarks/match.py [LANG=FILE ...]

The terms are the curated glossary's, filled up with names made of syllables, so that hits stay about as frequent as
they are in print. The text is the sample articles, a paragraph a call, with plain sentences between their own: the
articles name something every 45 bytes, news every 120 to 180. Whoever has news measures with that: ``vi=news.txt``, a
paragraph a line. "Patterns" adds the curated patterns and blockers, which the peers have nothing like. Speed is
megabytes of UTF-8 a CPU second; the rounds of all take turns, and the best of each counts, so that other work on the
machine hurts all alike. The bare automaton shows what any rule costs. spaCy tokenises by white space, as its users
without a language model do, so it has no Japanese. Ratios hold within one run only.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
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
#: The articles, so many times, each time with other sentences between: a round must be longer than the clock's grain.
TIMES = 40
#: Plain sentences after each paragraph of an article.
BETWEEN = 3

#: What news says between its names.
_PLAIN = {
    "en": [
        "The project is expected to be finished within two years and to cost less than was planned at first.",
        "Prices have gone up for the third month in a row, mostly because of higher costs for energy and transport.",
        "Many families said that they would rather wait for better weather before they went back to their homes.",
        "Experts called for more careful planning, saying that the old rules no longer fit the needs of the young.",
        "He said that nobody had been hurt and that the road would be open again by the end of the week.",
        "The two sides also agreed to share what they know about floods, storms and the rise of the sea.",
        "More than half of the visitors came by train, and most of them stayed for at least three nights.",
        "She added that the work of teachers is seldom seen, although everything else is built on it.",
        "Farmers hope that the new kind of rice will need less water and will still taste as it used to.",
        "The exhibition shows pictures, letters and tools that were kept in an old house for almost a century.",
        "Nothing was said about how the money would be found, and questions were not taken afterwards.",
        "After a long discussion the plan was put off until the autumn, when all the figures will be known.",
    ],
    "vi": [
        "Dự án dự kiến hoàn thành trong vòng hai năm và tốn ít kinh phí hơn so với kế hoạch ban đầu.",
        "Giá cả tăng tháng thứ ba liên tiếp, chủ yếu do chi phí năng lượng và vận chuyển cao hơn trước.",
        "Nhiều gia đình cho biết họ muốn đợi thời tiết tốt hơn rồi mới trở về nhà để dọn dẹp.",
        "Các chuyên gia kêu gọi lập kế hoạch kỹ hơn, vì những quy định cũ không còn phù hợp với giới trẻ.",
        "Ông nói rằng không ai bị thương và con đường sẽ được mở lại trước cuối tuần này.",
        "Hai bên cũng nhất trí chia sẻ những gì đã biết về lũ lụt, bão và tình trạng nước biển dâng.",
        "Hơn một nửa số du khách đến bằng tàu hỏa, và phần lớn ở lại ít nhất ba đêm.",
        "Bà nói thêm rằng công việc của giáo viên ít khi được nhìn thấy, dù mọi thứ khác đều dựa vào đó.",
        "Nông dân hy vọng giống lúa mới sẽ cần ít nước hơn mà hương vị vẫn như trước kia.",
        "Triển lãm giới thiệu những bức ảnh, lá thư và công cụ được cất giữ trong một ngôi nhà cũ gần một thế kỷ.",
        "Không ai nói gì về việc tìm tiền ở đâu, và sau đó cũng không có phần hỏi đáp.",
        "Sau khi thảo luận khá lâu, kế hoạch được hoãn đến mùa thu, khi mọi số liệu đã rõ ràng.",
    ],
    "ja": [
        "事業は二年以内に完成する見込みで、費用も当初の計画より少なくて済むという。",
        "物価の上昇は三か月連続で、主にエネルギーと輸送の費用が高くなったことによる。",
        "多くの家族は、天候が落ち着くのを待ってから家に戻りたいと話していた。",
        "専門家は、古い決まりが若い世代の求めに合わなくなったとして、より丁寧な計画を求めた。",
        "けが人は出ておらず、道路は週末までに再び通れるようになるという。",
        "双方はまた、洪水や台風、海面の上昇について知見を分かち合うことで一致した。",
        "訪れた人の半数以上が列車を使い、その多くが三泊以上滞在した。",
        "教える仕事は目立たないが、ほかのすべてがその上に成り立っていると付け加えた。",
        "農家は、新しい品種の米が少ない水で育ち、味もこれまでと変わらないことを期待している。",
        "展示では、古い家に百年近く眠っていた写真や手紙、道具が紹介されている。",
        "費用をどう工面するかについては触れられず、質問の時間も設けられなかった。",
        "長い話し合いの末、計画はすべての数字がそろう秋まで先送りされた。",
    ],
}

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
    """The paragraphs of the sample articles in one language, plain sentences after each."""
    chance = random.Random(lang)
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob(f"*.{lang}.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line] * TIMES
    space = " " if LANGUAGES[lang].spaced else ""
    return [space.join([line, *chance.sample(_PLAIN[lang], BETWEEN)]) for line in lines]


def speeds(functions: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Megabytes a second of each, the best of rounds that take turns."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = [float("inf")] * len(functions)
    for _ in range(ROUNDS):
        for place, function in enumerate(functions):
            start = time.process_time()
            for text in texts:
                function(text)
            best[place] = min(best[place], time.process_time() - start)
    return [size / taken for taken in best]


@dataclass(frozen=True)
class Speeds:
    """
    What one language came to, in megabytes a second.

    Attributes:
        lang: Its code.
        apart: So many bytes lie between the beginnings of two names.
        terms: How many terms there are.
        ours: The terms alone.
        patterns: The terms, the curated patterns and the blockers.
        bare: The bare automaton.
        peer: spaCy's PhraseMatcher; None where it is not installed or cannot.
    """

    lang: str
    apart: float
    terms: int
    ours: float
    patterns: float
    bare: float
    peer: float | None


def measure(lang: str, texts: Sequence[str] = ()) -> Speeds:
    """Everything about one language; without *texts* in the sample articles."""
    texts = texts or paragraphs(lang)
    words, rich = glossary(lang), glossary(lang, ARTICLES.parent / "glossary")
    terms = [term.text for concept in words for term in concept.terms if term.lang == lang]
    functions = [words.finder(lang).find, rich.finder(lang).find, _automaton(terms)]
    found = sum(len(rich.find(text, lang)) for text in texts)
    ours, patterns, bare = speeds(functions, texts)
    peer = _spacy(terms) if LANGUAGES[lang].spaced else None
    return Speeds(
        lang,
        sum(len(text.encode()) for text in texts) / max(1, found),
        len(terms),
        ours,
        patterns,
        bare,
        # It takes its time, and a tenth of the text tells as much
        speeds([peer], texts[: max(200, len(texts) // 10)])[0] if peer else None,
    )


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


def main(*given: str) -> None:
    """Print one line a language."""
    own = {
        lang: Path(name).read_text(encoding="utf-8").splitlines() for lang, _, name in (g.partition("=") for g in given)
    }
    print(f"MB/s of UTF-8 with {TERMS:,} terms; ratios to the automaton and to spaCy")
    print(f"{'':4}{'bytes a name':>14}{'ours':>8}{'patterns':>10}{'automaton':>11}{'spaCy':>8}{'ratios':>24}")
    for lang in own or LANGUAGES:
        found = measure(lang, [line for line in own.get(lang, ()) if line])
        peer = f"{found.peer:8.2f}" if found.peer else f"{'–':>8}"
        ratios = f"{found.ours / found.bare:.2f} {found.patterns / found.bare:.2f}"
        ratios += f" {found.ours / found.peer:.1f} {found.patterns / found.peer:.1f}" if found.peer else ""
        speeds_ = f"{found.ours:8.1f}{found.patterns:10.1f}{found.bare:11.1f}"
        print(f"{lang:4}{found.apart:14.0f}{speeds_}{peer}{ratios:>24}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
