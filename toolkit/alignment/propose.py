"""
Which articles of an archive belong together: by date, names, numbers and abbreviations, then by their sentences.

Looking at every pair would cost the product of two archives; an index of rare signs leads to a few candidates for each
article, and only these are aligned.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from toolkit.alignment import sound
from toolkit.alignment.articles import BELONGS
from toolkit.alignment.signs import signs
from toolkit.alignment.verdict import pair_score
from toolkit.catalog import entries
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.alignment.signs import Sign
    from toolkit.article import Article
    from toolkit.glossary.book import Glossary

#: Translations appear within so many days.
DAYS = 7
#: How many candidates are aligned for an article.
_CANDIDATES = 4
#: A sign in more of the articles than this part leads nowhere.
_COMMON = 0.2
_KINDS = frozenset({"concept", "number", "month", "day", "unit", "heard", "string"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    Two articles that seem to be translations of each other.

    Attributes:
        source: One.
        target: The other.
        score: How sure it is, 0.5 to 1.
    """

    source: Article
    target: Article
    score: float


def propose(sources: Sequence[Article], targets: Sequence[Article], glossary: Glossary | None = None) -> list[Proposal]:
    """
    Find the translations of articles among other articles.

    Args:
        sources: Articles.
        targets: Articles in another language; those in an article's own language are passed over.
        glossary: Terms that speak for a pair.

    Returns:
        Pairs in the order of *sources*; every article at most once for each language of the other side.
    """
    known = [_known(article, glossary) for article in targets]
    counts = Counter(sign for found in known for sign in found)
    most = max(2, int(_COMMON * len(targets)))
    index: dict[Sign, list[int]] = {}
    for at, found in enumerate(known):
        for sign in found:
            if counts[sign] <= most:
                index.setdefault(sign, []).append(at)
    offers: list[tuple[float, int, int]] = []
    for number, article in enumerate(sources):
        weights: Counter[int] = Counter()
        for sign in _known(article, glossary):
            for at in index.get(sign, ()):
                weights[at] += log(1 + len(targets) / counts[sign])  # type: ignore[assignment]  # counts of evidence
        near = [(weight, at) for at, weight in weights.items() if _may_be(article, targets[at])]
        for _, at in sorted(near, reverse=True)[:_CANDIDATES]:
            offers.append((_score(article, targets[at], glossary), number, at))
    return _matched(sources, targets, offers)


def _matched(
    sources: Sequence[Article], targets: Sequence[Article], offers: list[tuple[float, int, int]]
) -> list[Proposal]:
    """The best offers first, each article once a language."""
    taken: set[tuple[int, str]] = set()
    given: set[tuple[int, str]] = set()
    found: dict[tuple[int, int], Proposal] = {}
    for score, number, at in sorted(offers, key=lambda offer: (-offer[0], offer[1:])):
        ours, theirs = (number, targets[at].lang), (at, sources[number].lang)
        if score >= BELONGS and ours not in taken and theirs not in given:
            taken.add(ours)
            given.add(theirs)
            found[number, at] = Proposal(sources[number], targets[at], score)
    return [found[key] for key in sorted(found)]


def _may_be(one: Article, other: Article) -> bool:
    if one.lang == other.lang:
        return False
    return one.date is None or other.date is None or abs((one.date - other.date).days) <= DAYS


def _texts(article: Article) -> list[str]:
    return [entry.msgid for entry in entries(article)]


def _score(one: Article, other: Article, glossary: Glossary | None) -> float:
    day = one.date or other.date
    return pair_score(_texts(one), _texts(other), one.lang, other.lang, glossary, day)


def _known(article: Article, glossary: Glossary | None) -> set[Sign]:
    """The signs of an article that stand by themselves: names by their consonants, so that katakana meets Latin."""
    found: set[Sign] = set()
    for sentence in signs(_texts(article), article.lang, glossary, article.date):
        found.update(sign for sign in sentence.found if sign[0] in _KINDS)
        found.update(("string", word.lower()) for word in sentence.latin if word[:1].isupper() and len(word) > 1)
        heard = [sound.of_katakana(run) for run in sentence.kana]
        heard += [sound.of_latin(word) for word in sentence.latin if word[:1].isupper()]
        found.update(("heard", name) for name in heard if len(name) > sound.LEAST)
    return found
