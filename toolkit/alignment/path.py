"""
The best way through two articles in order: dynamic programming over beads, within a band where they are long.

Sentences are grouped 1–1, 1–2, 2–1, 2–2, left out on either side, or two neighbours change places.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.alignment.score import Evidence

    Places = tuple[int, ...]
    Link = tuple[Places, Places]

#: (source sentences, target sentences) -> the logarithm of how often desks do it.
PRIOR: dict[tuple[int, int], float] = {
    (1, 1): log(0.8),
    (1, 0): log(0.05),
    (0, 1): log(0.05),
    (1, 2): log(0.035),
    (2, 1): log(0.035),
    (2, 2): log(0.00005),
}
#: The same for two neighbours that change places.
SWAP = log(0.015)
#: Cells of the table up to which all of it is searched.
WHOLE = 40_000
#: Sentences to either side of the guessed way that are searched, and the part of a gap between two sure points.
WIDTH, WIDTH_OF_GAP = 12, 0.3
#: A sign that stands more often on a side says little about places.
_RARE = 3
#: Two sentences are joined only where one of them has at least this evidence by itself.
_DULL = -2.5
_NEVER = float("-inf")


def best_path(evidence: Evidence) -> list[Link]:
    """
    The beads of the best way, in order; a sentence that is left out is a bead with one empty side.

    The cost grows with the product of the two lengths up to :data:`WHOLE`, and with their sum beyond.
    """
    n, m = (len(side) for side in evidence.sides)
    band = [(0, m)] * (n + 1) if n * m <= WHOLE else _band(_guide(evidence), n, m)
    return _search(evidence, n, m, band)


def _search(  # noqa: PLR0915 - the inner loop: a call for each kind of bead would double the cost
    evidence: Evidence, n: int, m: int, band: Sequence[tuple[int, int]]
) -> list[Link]:
    """Row i of the table holds the columns from ``band[i][0]`` to ``band[i][1]``, both included."""
    moves: list[bytearray] = []
    rows: list[list[float]] = []
    between, unit = evidence.between, evidence.unit
    one_one, two_one, one_two, two_two = PRIOR[1, 1], PRIOR[2, 1], PRIOR[1, 2], PRIOR[2, 2]
    left, added = PRIOR[1, 0], PRIOR[0, 1]
    singles: list[list[float]] = []
    for i in range(n + 1):
        low, high = band[i]
        row = [_NEVER] * (high - low + 1)
        how = bytearray(high - low + 1)
        scores = [_NEVER] * (high - low + 1)
        before = rows[-1] if i else []
        before_low = band[i - 1][0] if i else 0
        earlier = rows[-2] if i > 1 else []
        earlier_low = band[i - 2][0] if i > 1 else 0
        if i:
            source = unit(0, (i - 1,))
            scores = [between(source, unit(1, (j - 1,))) if j else _NEVER for j in range(low, high + 1)]
        above = singles[-1] if i else []
        for j in range(low, high + 1):
            if not i and not j:
                row[0] = 0.0
                continue
            best, move = _NEVER, 0
            here = scores[j - low]
            side = scores[j - 1 - low] if j > low else _NEVER
            if i:
                at = j - before_low
                if 0 <= at < len(before):
                    best, move = before[at] + left, 1
                if j and 0 <= at - 1 < len(before):
                    value = before[at - 1] + here + one_one
                    if value > best:
                        best, move = value, 3
                if j > 1 and 0 <= at - 2 < len(before) and (here > _DULL or side > _DULL):
                    value = before[at - 2] + between(source, unit(1, (j - 2, j - 1))) + one_two
                    if value > best:
                        best, move = value, 4
            if j > low and row[j - 1 - low] + added > best:
                best, move = row[j - 1 - low] + added, 2
            if i > 1 and j:
                at = j - before_low
                over = above[at] if 0 <= at < len(above) else _NEVER
                slant = above[at - 1] if 0 <= at - 1 < len(above) else _NEVER
                at = j - earlier_low
                if 0 <= at - 1 < len(earlier) and (here > _DULL or over > _DULL):
                    value = earlier[at - 1] + between(unit(0, (i - 2, i - 1)), unit(1, (j - 1,))) + two_one
                    if value > best:
                        best, move = value, 5
                if j > 1 and 0 <= at - 2 < len(earlier):
                    if (here > _DULL or slant > _DULL) and (over > _DULL or side > _DULL):
                        both = between(unit(0, (i - 2, i - 1)), unit(1, (j - 2, j - 1)))
                        value = earlier[at - 2] + both + two_two
                        if value > best:
                            best, move = value, 6
                    value = earlier[at - 2] + over + side + SWAP
                    if value > best:
                        best, move = value, 7
            row[j - low], how[j - low] = best, move
        rows.append(row)
        singles.append(scores)
        if i > 2:
            rows[-4], singles[-4] = [], []
        moves.append(how)
    return _trace(moves, band, n, m)


def _trace(moves: list[bytearray], band: Sequence[tuple[int, int]], n: int, m: int) -> list[Link]:
    links: list[Link] = []
    i, j = n, m
    while i or j:
        move = moves[i][j - band[i][0]]
        if move == 1:
            links.append(((i - 1,), ()))
            i -= 1
        elif move == 2:
            links.append(((), (j - 1,)))
            j -= 1
        elif move == 3:
            links.append(((i - 1,), (j - 1,)))
            i, j = i - 1, j - 1
        elif move == 4:
            links.append(((i - 1,), (j - 2, j - 1)))
            i, j = i - 1, j - 2
        elif move == 5:
            links.append(((i - 2, i - 1), (j - 1,)))
            i, j = i - 2, j - 1
        elif move == 6:
            links.append(((i - 2, i - 1), (j - 2, j - 1)))
            i, j = i - 2, j - 2
        else:
            links += [((i - 1,), (j - 2,)), ((i - 2,), (j - 1,))]
            i, j = i - 2, j - 2
    links.reverse()
    return links


def _candidates(evidence: Evidence) -> dict[tuple[int, int], float]:
    """Pairs of sentences that share a rare sign, with what these signs say for them."""
    rare = {
        sign: gain
        for sign, gain in evidence.gain.items()
        if evidence.counts[0][sign] <= _RARE and evidence.counts[1][sign] <= _RARE
    }
    places: dict[object, list[int]] = {}
    for j, sentence in enumerate(evidence.sides[1]):
        for sign in sentence.found:
            if sign in rare:
                places.setdefault(sign, []).append(j)
    found: dict[tuple[int, int], float] = {}
    for i, sentence in enumerate(evidence.sides[0]):
        for sign in sentence.found:
            for j in places.get(sign, ()):
                found[i, j] = found.get((i, j), 0.0) + rare[sign]
    return found


def _guide(evidence: Evidence) -> list[tuple[int, int]]:
    """The heaviest chain of pairs that share rare signs, both sides rising: points that the way passes."""
    pairs = _candidates(evidence)
    by_row: dict[int, list[tuple[float, int]]] = {}
    for (i, j), weight in pairs.items():
        by_row.setdefault(i, []).append((weight, j))
    # Ends of chains, by the target's place: the heavier must lie further right, or the other is of no use
    ends: list[int] = []
    best: list[tuple[float, int, int, int]] = []  # weight, row, column, index of the one before in *made*
    made: list[tuple[int, int, int]] = []
    for i in sorted(by_row):
        fresh = []
        for weight, j in sorted(by_row[i], reverse=True)[:5]:
            at = bisect_left(ends, j) - 1
            total, before = (best[at][0], best[at][3]) if at >= 0 else (0.0, -1)
            made.append((i, j, before))
            fresh.append((total + weight, i, j, len(made) - 1))
        for entry in fresh:
            at = bisect_left(ends, entry[2])
            if at and best[at - 1][0] >= entry[0]:
                continue
            stop = at
            while stop < len(ends) and best[stop][0] <= entry[0]:
                stop += 1
            if at < len(ends) and stop == at and ends[at] == entry[2]:
                continue
            ends[at:stop] = [entry[2]]
            best[at:stop] = [entry]
    chain: list[tuple[int, int]] = []
    index = best[-1][3] if best else -1
    while index >= 0:
        i, j, index = made[index]
        chain.append((i, j))
    chain.reverse()
    return chain


def _band(chain: Sequence[tuple[int, int]], n: int, m: int) -> list[tuple[int, int]]:
    """A band around the lines between the points; wider where they are far apart."""
    points = [(0, 0), *((i + 1, j + 1) for i, j in chain), (n, m)]
    low, high = [m] * (n + 1), [0] * (n + 1)
    for (i, j), (k, q) in pairwise(points):
        width = WIDTH + int(WIDTH_OF_GAP * max(k - i, q - j))
        slope = (q - j) / (k - i) if k > i else 0.0
        for row in range(max(0, i - WIDTH), min(n, k + WIDTH) + 1):
            middle = j + (min(max(row, i), k) - i) * slope
            reach = abs(q - j) if k == i else 0
            low[row] = min(low[row], max(0, int(middle) - width))
            high[row] = max(high[row], min(m, int(middle) + reach + width + 1))
    low[0], high[n] = 0, m
    for row in range(1, n + 1):  # each row must reach the one above
        high[row] = max(high[row], high[row - 1])
    for row in range(n - 1, -1, -1):
        low[row] = min(low[row], low[row + 1])
    return list(zip(low, high, strict=True))
