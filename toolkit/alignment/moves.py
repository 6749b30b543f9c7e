"""
What stands elsewhere in the other article: sentences and paragraphs that a desk has moved.

The way in order leaves them out on both sides, or ties one to a stranger. So every sentence with little behind it looks
for a partner anywhere, and the best offers are taken first; who lies beside an accepted offer finds it easier.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush, nlargest
from math import log
from typing import TYPE_CHECKING

from toolkit.alignment.path import PRIOR, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toolkit.alignment.path import Link, Places
    from toolkit.alignment.score import Evidence
    from toolkit.alignment.signs import Sign

#: How seldom a sentence moves, and one that lies beside another that moved to the same place.
_MOVED, _BESIDE = log(0.012), log(0.3)
#: A bead with so much behind it stays what it is.
_FIRM = 6.0
#: How far a sentence that has lost its partner looks for another one.
_NEAR = 60
#: In a long text: how many partners a sentence tries, and how often a sign may stand to lead to one.
_OFFERS, _OFTEN = 12, 60


def settle(evidence: Evidence, links: Sequence[Link]) -> list[Link]:
    """
    The beads after sentences have found partners out of order.

    Args:
        evidence: What speaks for whom.
        links: The beads of the best way in order.

    Returns:
        Beads in the source's order; sentences left out of the source in their place, those of the target after the
        bead of the sentence before them.
    """
    state = _State(evidence, links)
    offers = [(-gain, offer) for offer in state.offers() if (gain := state.gain(offer)) > 0]
    heapify(offers)
    while offers:
        promised, offer = heappop(offers)
        gain = state.gain(offer)
        if gain <= 0:
            continue
        if gain < -promised - 1e-9:
            heappush(offers, (-gain, offer))
            continue
        for near in state.take(offer):
            gain = state.gain(near)
            if gain > 0:
                heappush(offers, (-gain, near))
    return state.links()


def _way(links: Sequence[Link], side: int, size: int) -> list[int]:
    way, last = [0] * size, 0
    for link in links:
        last = link[1 - side][0] if link[1 - side] else last
        for place in link[side]:
            way[place] = last
    return way


class _State:
    """Which bead each sentence is in, and what that is worth."""

    def __init__(self, evidence: Evidence, links: Sequence[Link]) -> None:
        self.evidence = evidence
        self.sizes = tuple(len(side) for side in evidence.sides)
        self.of: tuple[dict[int, Link], dict[int, Link]] = ({}, {})
        self.worth: dict[Link, float] = {}
        for link in links:
            self._put(link)
        #: Where the way in order meets the other side, for each sentence.
        self.way = _way(links, 0, self.sizes[0]), _way(links, 1, self.sizes[1])
        self.free = tuple({place for place in of if self.worth[of[place]] < _FIRM} for of in self.of)

    def _put(self, link: Link, worth: float | None = None) -> None:
        if worth is None:
            worth = self._alone(link)
        self.worth[link] = worth
        for side in (0, 1):
            for place in link[side]:
                self.of[side][place] = link

    def _alone(self, link: Link) -> float:
        source, target = link
        if not source or not target:
            return PRIOR[1, 0] * (len(source) + len(target))
        return self.evidence.score(source, target) + PRIOR[len(source), len(target)]

    def offers(self) -> Iterator[Link]:
        """Every pair, and every one to two, of sentences that have little behind them."""
        n, m = self.sizes
        if n * m <= WHOLE:
            pairs: Iterable[tuple[int, int]] = ((i, j) for i in self.free[0] for j in self.free[1])
        else:
            pairs = self._likely()
        for i, j in pairs:
            yield (i,), (j,)
            if j + 1 in self.free[1]:
                yield (i,), (j, j + 1)
            if i + 1 in self.free[0]:
                yield (i, i + 1), (j,)

    def _likely(self) -> Iterator[tuple[int, int]]:
        """In a long text: for each sentence, the few others that share most with it, wherever they stand."""
        evidence = self.evidence
        places: dict[Sign, list[int]] = {}
        for j in self.free[1]:
            for sign in evidence.sides[1][j].found:
                if evidence.counts[1][sign] <= _OFTEN and sign in evidence.gain:
                    places.setdefault(sign, []).append(j)
        for i in sorted(self.free[0]):
            shared: dict[int, float] = {}
            for sign in evidence.sides[0][i].found:
                for j in places.get(sign, ()):
                    shared[j] = shared.get(j, 0.0) + evidence.gain[sign]
            for j in nlargest(_OFFERS, shared, key=shared.__getitem__):
                yield i, j

    def gain(self, offer: Link) -> float:
        """What the whole gains if *offer* is taken; negative if it is in force already."""
        source, target = offer
        touched = {self.of[0][place] for place in source} | {self.of[1][place] for place in target}
        if offer in touched:
            return -1.0
        lost = sum(self.worth[link] for link in touched)
        freed = sum(len(link[0]) + len(link[1]) for link in touched) - len(source) - len(target)
        return self._moved(offer) + PRIOR[1, 0] * freed - lost

    def _moved(self, offer: Link) -> float:
        source, target = offer
        value = self.evidence.score(source, target) + PRIOR[len(source), len(target)] - PRIOR[1, 1]
        return value + (_BESIDE if self._is_beside(source, target) else _MOVED)

    def _is_beside(self, source: Places, target: Places) -> bool:
        before = self.of[0].get(source[0] - 1)
        after = self.of[0].get(source[-1] + 1)
        return (before is not None and before[1][-1:] == (target[0] - 1,)) or (
            after is not None and after[1][:1] == (target[-1] + 1,)
        )

    def take(self, offer: Link) -> list[Link]:
        """Let *offer* hold, leave out whoever loses a partner, and name the offers that this may have made better."""
        source, target = offer
        touched = {self.of[0][place] for place in source} | {self.of[1][place] for place in target}
        value = self._moved(offer)
        for link in touched:
            del self.worth[link]
            for place in link[0]:
                if place not in source:
                    self._put(((place,), ()))
                    self.free[0].add(place)
            for place in link[1]:
                if place not in target:
                    self._put(((), (place,)))
                    self.free[1].add(place)
        self._put(offer, value)
        n, m = self.sizes
        near: list[Link] = []
        for i, j in ((source[0] - 1, target[0] - 1), (source[-1] + 1, target[-1] + 1)):
            if 0 <= i < n and 0 <= j < m and i in self.free[0] and j in self.free[1]:
                near.append(((i,), (j,)))
        for link in touched:  # who has lost a partner looks for another one
            near += [((i,), (j,)) for i in link[0] if i not in source for j in self._around(1, self.way[0][i])]
            near += [((i,), (j,)) for j in link[1] if j not in target for i in self._around(0, self.way[1][j])]
        return near

    def _around(self, side: int, middle: int) -> Iterator[int]:
        """The sentences with little behind them that stand near a place: in an article, all of them."""
        for place in range(max(0, middle - _NEAR), min(self.sizes[side], middle + _NEAR + 1)):
            if place in self.free[side]:
                yield place

    def links(self) -> list[Link]:
        """The beads in the source's order."""
        n, m = self.sizes
        after: dict[int, list[Link]] = {}
        last = -1
        for j in range(m):
            link = self.of[1][j]
            if link[0]:
                last = link[0][-1]
            else:
                after.setdefault(last, []).append(link)
        out = list(after.get(-1, ()))
        for i in range(n):
            link = self.of[0][i]
            if link[0][-1] == i:
                out.append(link)
            out += after.get(i, ())
        return out
