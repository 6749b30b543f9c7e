"""
How much speaks for two sentences being translations of each other: a logarithm of odds.

For each sign that both articles have, three cases are weighed against chance: both sentences have it, only one has it,
only the other. A sign that every second sentence has says little, one that stands once in each article says nearly all.
Length says how far the two agree beyond what any two sentences of these articles would.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.alignment.signs import Sign, Signs

#: Kind of sign -> how often a translation keeps it, and how far its evidence counts, since signs overlap.
KINDS: dict[str, tuple[float, float]] = {
    "concept": (0.88, 0.7),
    "number": (0.97, 0.9),
    "reading": (0.92, 0.35),
    "small": (0.85, 0.6),
    "unit": (0.93, 0.4),
    "month": (0.95, 0.9),
    "day": (0.95, 0.9),
    "weekday": (0.9, 0.9),
    "latin": (0.92, 0.7),
    "sound": (0.78, 0.7),
    "name": (0.85, 0.6),
    "word": (0.68, 0.55),
    "quote": (0.88, 0.4),
    "mark": (0.85, 0.7),
}
#: Added to a count of sentences and to the number of sentences, so that a short article does not overrate chance.
_SMOOTH, _SMOOTH_ALL = 0.6, 2.0
#: Spread of the length of a translation (logarithm of the ratio), for long sentences and for a sentence of one letter.
_SPREAD, _SPREAD_SHORT = 0.035, 1.2
#: Spread of the lengths of any two sentences, where an article is too short to tell.
_ANY = 0.35
#: How often a bead has as many sentence ends on one side as on the other: true ones, and by chance, by the number of
#: its sentences on the two sides together less one.
_ENDS = {1: (0.9, 0.8), 2: (0.75, 0.15), 3: (0.8, 0.5)}
#: What a shared sign says less for each sentence that a bead has more.
_CHANCE = 0.08


@dataclass(slots=True)
class Unit:
    """One sentence or several in a row, on one side: its signs, what the other side owes it, its length and ends."""

    found: frozenset[Sign]
    owed: float
    log_length: float
    spread: float
    length_alone: float
    ends: int
    count: int


class Evidence:
    """
    The evidence of two articles.

    Args:
        source: Signs of the sentences of one.
        target: Signs of those of the other.
        ratio: How long a translation into the target's language is, as a logarithm.
    """

    def __init__(self, source: Sequence[Signs], target: Sequence[Signs], ratio: float) -> None:
        self.sides = (source, target)
        self.ratio = ratio
        self.gain: dict[Sign, float] = {}
        self._owed: tuple[dict[Sign, float], dict[Sign, float]] = ({}, {})
        self.counts = tuple(Counter(sign for sentence in side for sign in sentence.found) for side in self.sides)
        self._weigh()
        self._average = tuple(sum(log(s.length) for s in side) / max(1, len(side)) for side in self.sides)
        self._any = tuple(
            max(
                _ANY / 2,
                (sum((log(s.length) - mean) ** 2 for s in side) + _ANY) / (len(side) + 1),
            )
            for side, mean in zip(self.sides, self._average, strict=True)
        )
        self._units: tuple[dict[tuple[int, ...], Unit], dict[tuple[int, ...], Unit]] = ({}, {})

    def _weigh(self) -> None:
        ours, theirs = self.counts
        sizes = [len(side) + _SMOOTH_ALL for side in self.sides]
        for sign in ours.keys() & theirs.keys():
            kept, trust = KINDS[sign[0]]
            a, b = ((counts[sign] + _SMOOTH) / size for counts, size in zip(self.counts, sizes, strict=True))
            a, b = min(a, 0.9), min(b, 0.9)
            both = min(kept * sqrt(a * b), 0.97 * a, 0.97 * b)
            if both <= a * b:
                continue
            one = trust * log((a - both) / (a * (1 - b)))
            other = trust * log((b - both) / (b * (1 - a)))
            self._owed[0][sign] = one
            self._owed[1][sign] = other
            self.gain[sign] = trust * log(both / (a * b)) - one - other

    def unit(self, side: int, places: tuple[int, ...]) -> Unit:
        """The sentences at *places* of a side, taken together."""
        known = self._units[side].get(places)
        if known is None:
            parts = [self.sides[side][place] for place in places]
            owed = self._owed[side]
            found = frozenset(sign for part in parts for sign in part.found if sign in owed)
            length = sum(part.length for part in parts)
            measured = log(length)
            count = len(places)
            spread = _SPREAD + _SPREAD_SHORT / length
            any_spread = self._any[side] / count
            alone = (measured - self._average[side] - log(count)) ** 2 / (2 * any_spread) + log(any_spread) / 2
            known = self._units[side][places] = Unit(
                found,
                sum(owed[sign] for sign in found),
                measured,
                spread,
                alone,
                sum(part.ends for part in parts),
                count,
            )
        return known

    def score(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        """The logarithm of the odds that these sentences translate each other, before anything is known of places."""
        return self.between(self.unit(0, source), self.unit(1, target))

    def between(self, one: Unit, other: Unit) -> float:
        """The same for two units."""
        shared = one.found & other.found
        value = one.owed + other.owed
        if shared:
            gain = self.gain
            value += sum([gain[sign] for sign in shared])
            more = one.count + other.count - 2
            if more:
                # Two sentences have a sign by chance twice as often as one
                value -= min(_CHANCE * more * len(shared), value * 0.3 if value > 0 else 0.0)
        spread = one.spread + other.spread
        apart = (other.log_length - one.log_length - self.ratio) ** 2
        alone = (one.length_alone + other.length_alone) / 2
        value += min(2.0, alone - apart / (2 * spread) - log(spread) / 2)
        true, chance = _ENDS[one.count + other.count - 1]
        value += log(true / chance) if one.ends == other.ends else log((1 - true) / (1 - chance))
        return value
