"""Sentences of two articles that translate each other."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from toolkit.alignment.moves import settle
from toolkit.alignment.path import PRIOR, best_path
from toolkit.alignment.score import Evidence
from toolkit.alignment.signs import meet, signs
from toolkit.lang import language
from toolkit.lang.density import DENSITY
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from toolkit.alignment.path import Link
    from toolkit.glossary.book import Glossary


@dataclass(frozen=True, slots=True)
class Bead:
    """
    Sentences that translate each other; one side is empty where a sentence has no counterpart.

    Attributes:
        source: Places of the source sentences, from 0, in order.
        target: Places of the target sentences.
        confidence: 0 to 1: how sure it is that exactly these belong together, or that this one was left out.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: str,
    target_lang: str,
    glossary: Glossary | None = None,
    on: date | None = None,
) -> list[Bead]:
    """
    Pair the sentences of two articles.

    Sentences may be joined, split, left out, added, and moved; what is not sure is left open.

    Args:
        source: Sentences in order.
        target: Sentences of the other article.
        source_lang: Code of the language of *source*.
        target_lang: Code of the language of *target*.
        glossary: Terms that speak for a pair; None does without.
        on: The day of the articles.

    Returns:
        Beads in the source's order. Every sentence is in exactly one; a bead with an empty side is a sentence that the
        other article does not have.

    Raises:
        UnknownLanguageError: There is no such language.

    >>> beads = align(["Mưa.", "Ngày 4/12, 15 người bị thương."], ["4日、15人が負傷した。"], "vi", "ja")
    >>> [(bead.source, bead.target) for bead in beads]
    [((0,), ()), ((1,), (0,))]
    """
    evidence = weigh(source, target, source_lang, target_lang, glossary, on)
    return judged(evidence, settle(evidence, best_path(evidence)))


def weigh(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: str,
    target_lang: str,
    glossary: Glossary | None = None,
    on: date | None = None,
) -> Evidence:
    """What speaks for the pairs of two articles' sentences; see :func:`align`."""
    ours = signs(source, language(source_lang).code, glossary, on)
    theirs = signs(target, language(target_lang).code, glossary, on)
    meet(ours, theirs, source_lang, target_lang)
    return Evidence(ours, theirs, log(DENSITY[target_lang] / DENSITY[source_lang]))


def judged(evidence: Evidence, links: Sequence[Link]) -> list[Bead]:
    """The beads with their confidence: what they have over the next best for their sentences."""
    # The scale was set on disturbed news: of the beads with 0.9, nine in ten and more are right
    rivals = _rivals(evidence, links)
    beads = []
    for link in links:
        source, target = link
        if source and target:
            own = evidence.score(source, target) + PRIOR[len(source), len(target)]
            other = max(rivals[0][i] for i in source), max(rivals[1][j] for j in target)
            odds = 1.0 + (own - max(*other, 2 * PRIOR[1, 0])) / 2
        else:
            best = max([rivals[0][i] for i in source] + [rivals[1][j] for j in target])
            odds = 2.0 + (PRIOR[1, 0] * 2 - best) * 0.35
        beads.append(Bead(source, target, round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 4)))
    return beads


#: How far around its place a sentence looks for a rival of its partner.
_AROUND = 8


def _rivals(evidence: Evidence, links: Sequence[Link]) -> tuple[list[float], list[float]]:
    """For each sentence, what speaks for the best partner that it does not have."""
    none = 3 * PRIOR[1, 0]
    n, m = (len(side) for side in evidence.sides)
    best = [none] * n, [none] * m
    partners = {i: link[1] for link in links for i in link[0]}
    at = 0
    for i in range(n):
        own = partners[i]
        at = own[0] if own else at
        for j in range(max(0, at - _AROUND), min(m, at + _AROUND + 1)):
            if j not in own:
                value = evidence.score((i,), (j,)) + PRIOR[1, 1]
                best[0][i] = max(best[0][i], value)
                best[1][j] = max(best[1][j], value)
    return best
