"""
Which old sentence became which new one.

What did not change is found by identity and holds the rest in place. Between two such anchors a small table finds the
best path of edits, splits and joins; what is left over (a sentence that was moved and edited) is looked for everywhere
through an index of its words. So the cost grows with what changed, not with the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from toolkit.catalog.update.words import loose
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

#: From here on two sentences are versions of one another; below, one went and another came.
LIKE = 0.5
#: Halves and wholes must be liker than that: two sentences resemble many a third one.
WHOLE = 0.62
#: The largest table between two anchors; a longer rewrite goes to the index.
_TABLE = 2500


@dataclass(frozen=True, slots=True)
class Bead:
    """
    Old sentences and the new ones they became.

    Attributes:
        olds: Indices of the old ones: one, or two and three where sentences were joined.
        news: Indices of the new ones: one, or two and three where a sentence was split.
        score: How like they are, 0 to 1.
    """

    olds: tuple[int, ...]
    news: tuple[int, ...]
    score: float


def unmoved(places: Sequence[int]) -> set[int]:
    """
    Which of the old places are still in their order: the longest rising run of them.

    >>> sorted(unmoved([0, 3, 1, 2, 4]))
    [0, 1, 2, 4]
    """
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, place in enumerate(places):
        spot = bisect_left(tails, place)
        before.append(at[spot - 1] if spot else -1)
        if spot == len(tails):
            tails.append(place)
            at.append(number)
        else:
            tails[spot], at[spot] = place, number
    run, number = set(), at[-1] if at else -1
    while number >= 0:
        run.add(places[number])
        number = before[number]
    return run


def likeness(one: str, other: str) -> float:
    """How like two sentences are, 0 to 1, whatever their punctuation and case."""
    return fuzz.ratio(loose(one), loose(other)) / 100


_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))


def gap(olds: Sequence[str], news: Sequence[str], joiner: str = " ") -> list[Bead]:
    """
    The best path through the sentences between two anchors.

    Args:
        olds: Old sentences in order.
        news: New ones in order.
        joiner: What stands between two sentences of the language.

    Returns:
        Beads in order; a sentence that is like none is in no bead. Indices count from the start of the gap.

    >>> [(b.olds, b.news) for b in gap(["He came and she left."], ["He came.", "She left."])]
    [((0,), (0, 1))]
    """
    if not olds or not news or len(olds) * len(news) > _TABLE:
        return []
    best: dict[tuple[int, int], tuple[float, Bead | None, tuple[int, int]]] = {(0, 0): (0.0, None, (0, 0))}
    single: dict[tuple[int, int], float] = {}
    for i in range(len(olds)):
        for j in range(len(news)):
            single[i, j] = likeness(olds[i], news[j])
    for i in range(len(olds) + 1):
        for j in range(len(news) + 1):
            here = best[i, j][0]
            for step in ((1, 0), (0, 1)):
                _better(best, (i + step[0], j + step[1]), here, None, (i, j), (len(olds), len(news)))
            for many, few in _SHAPES:
                if i + many > len(olds) or j + few > len(news):
                    continue
                ours, theirs = tuple(range(i, i + many)), tuple(range(j, j + few))
                alone = max(single[a, b] for a in ours for b in theirs)
                if many + few == 2:
                    score = alone
                    floor = LIKE
                else:
                    score = likeness(joiner.join(olds[a] for a in ours), joiner.join(news[b] for b in theirs))
                    floor = max(WHOLE, alone + 0.06)
                    if min(single[a, b] for a in ours for b in theirs) < 0.2:
                        floor = max(floor, 0.75)
                if score >= floor:
                    gain = here + (score - LIKE + 0.05) * (many + few) / 2
                    bead = Bead(ours, theirs, score)
                    _better(best, (i + many, j + few), gain, bead, (i, j), (len(olds), len(news)))
    beads, place = [], (len(olds), len(news))
    while place != (0, 0):
        _, made, place = best[place]
        if made is not None:
            beads.append(made)
    return beads[::-1]


def _better(
    best: dict[tuple[int, int], tuple[float, Bead | None, tuple[int, int]]],
    place: tuple[int, int],
    score: float,
    bead: Bead | None,
    origin: tuple[int, int],
    size: tuple[int, int],
) -> None:
    if place[0] <= size[0] and place[1] <= size[1] and (place not in best or score > best[place][0]):
        best[place] = (score, bead, origin)


def anywhere(olds: Sequence[str], news: Sequence[str], joiner: str = " ", least: float = LIKE) -> list[Bead]:
    """
    Pair what no gap explains: sentences that were moved and edited, or moved and split.

    Args:
        olds: Old sentences that are left.
        news: New ones that are left, in the article's order.
        joiner: What stands between two sentences of the language.
        least: How like two sentences must be.

    Returns:
        Beads, the likest first; each old and each new sentence in one of them at most.
    """
    found = _likely(olds, [(number,) for number in range(len(news))], news, joiner, least)
    found += _likely(olds, [(n, n + 1) for n in range(len(news) - 1)], news, joiner, max(least, 0.75))
    # Of two explanations the one that explains more sentences counts, if it is much the better one.
    found.sort(key=lambda bead: -(bead.score - (0.08 if len(bead.news) > 1 else 0)))
    used_old: set[int] = set()
    used_new: set[int] = set()
    beads = []
    for bead in found:
        if used_old.isdisjoint(bead.olds) and used_new.isdisjoint(bead.news):
            beads.append(bead)
            used_old.update(bead.olds)
            used_new.update(bead.news)
    return beads


def _likely(
    olds: Sequence[str], groups: list[tuple[int, ...]], news: Sequence[str], joiner: str, least: float
) -> list[Bead]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(olds):
        for word in _grams(text):
            index[word].append(number)
    common = max(8, len(olds) // 10)
    beads = []
    for group in groups:
        text = joiner.join(news[n] for n in group)
        shared = Counter(
            number for word in _grams(text) if len(index.get(word, ())) <= common for number in index.get(word, ())
        )
        for number, _ in shared.most_common(6):
            score = likeness(olds[number], text)
            if score >= least:
                beads.append(Bead((number,), group, score))
    return beads


def _grams(text: str) -> set[str]:
    """The words of a sentence, and of a long word its pairs of characters: Japanese has few spaces."""
    words = loose(text).split()
    out = set(words)
    for word in words:
        if not word.isascii():
            out.update(word[at : at + 2] for at in range(len(word) - 1))
    return out
