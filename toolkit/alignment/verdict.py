"""Whether two articles are translations of each other at all."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from toolkit.alignment.beads import weigh
from toolkit.alignment.moves import settle
from toolkit.alignment.path import best_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from toolkit.alignment.path import Link
    from toolkit.alignment.score import Evidence
    from toolkit.glossary.book import Glossary

#: Evidence for a sentence, on the average, that divides pairs from strangers, and how sharply it does.
_DIVIDES, _SHARP = 1.15, 3.0
#: One sentence on which everything agrees does not make an article a translation.
_MOST = 10.0


def pair_score(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: str,
    target_lang: str,
    glossary: Glossary | None = None,
    on: date | None = None,
) -> float:
    """
    How sure it is that one article is a translation of the other: 0.5 divides.

    Two articles of one day about one matter share names and words all over; a translation shares them sentence by
    sentence.

    Args:
        source: The sentences of one, in order.
        target: Those of the other.
        source_lang: Code of the language of *source*.
        target_lang: Code of the language of *target*.
        glossary: Terms that speak for a pair; None does without.
        on: The day of the articles.

    Raises:
        UnknownLanguageError: There is no such language.

    >>> pair_score(["Mưa ở Hà Nội."], [], "vi", "ja")
    0.0
    """
    evidence = weigh(source, target, source_lang, target_lang, glossary, on)
    return verdict(evidence, settle(evidence, best_path(evidence)))


def verdict(evidence: Evidence, links: Sequence[Link]) -> float:
    """The score of two articles whose beads are known already; see :func:`pair_score`."""
    sentences = sum(len(side) for side in evidence.sides)
    if not all(evidence.sides):
        return 0.0
    spoken = sum(min(_MOST, evidence.score(one, other)) for one, other in links if one and other)
    return round(1 / (1 + exp(-_SHARP * (2 * spoken / sentences - _DIVIDES))), 4)
