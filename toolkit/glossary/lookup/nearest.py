"""Near misses: what somebody who mistyped a name may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from toolkit.glossary.concept import Status
from toolkit.glossary.lookup.key import key, squeeze
from toolkit.glossary.lookup.search import Hit, rank

if TYPE_CHECKING:
    from datetime import date

    from toolkit.glossary.lookup.index import Index

#: So many guesses are read; more are a list.
MOST = 5


def slips(length: int) -> int:
    """
    How many slips of the keyboard a name of *length* letters survives and is still the same name.

    One in four letters at the most: with more, every short word is near some place in the world.

    >>> [slips(n) for n in (3, 5, 9, 30)]
    [0, 1, 2, 5]
    """
    return 0 if length < 4 else 1 if length < 7 else min(2 + (length - 7) // 6, 5)


def nearest(index: Index, names: list[str], query: str, on: date | None = None) -> list[Hit]:
    """
    The concepts whose names are a slip or two away from *query*.

    Args:
        index: The compiled glossary.
        names: Its squeezed keys.
        query: What was typed.
        on: The day that is meant.

    Returns:
        At most five hits, the fewest slips first; none for what is like nothing.
    """
    wanted = squeeze(key(query))
    # A Japanese name says in three letters what takes ten in another script
    length = len(wanted) if wanted.isascii() else len(wanted) + 1
    most = slips(length)
    if not most:
        return []
    near = process.extract(wanted, names, scorer=OSA.distance, score_cutoff=most, limit=4 * MOST)
    found: dict[str, Hit] = {}
    for distance in range(1, most + 1):
        layer: dict[str, Hit] = {}
        for name, away, _ in near:
            if away == distance:
                for entry in index.entries(name):
                    concept = index.concept(entry.concept)
                    term = concept.terms[entry.term or 0]
                    if concept.id not in found and term.status is not Status.DEPRECATED:
                        layer.setdefault(concept.id, Hit(concept, term, "near"))
        for hit in rank(layer.values(), on):
            found[hit.concept.id] = hit
    return list(found.values())[:MOST]
