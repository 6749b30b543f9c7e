"""
Whether another name in the translation stands where a name of the source should.

That is an error, so everything that explains the other name, or makes it no alternative, is asked first: a translator
who writes an office in general, leaves a state to its reader or names the state by its capital is not wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.checks.alternative import (
    OFFICE,
    STATE,
    VAGUE,
    alike,
    is_alternative,
    is_former,
    is_general_for,
    is_other_rank,
    is_state_and_capital,
    is_wider,
)
from toolkit.glossary.concept import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.checks.pair import Pair
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.finder import Finder
    from toolkit.glossary.find.reading import Match


def find_rival(pair: Pair, match: Match, concept: Concept, wanted: Term) -> Match | None:
    """
    A name of the same kind, or one easily mistaken for it, that nothing in the source explains.

    Args:
        pair: The sentence and its translation.
        match: The name in the source that the target does not carry.
        concept: What it means.
        wanted: The term to write.
    """
    if concept.subject.startswith(VAGUE):
        return None
    ids = {c.id for c in match.concepts} | set(concept.replaced_by)
    named = Counter(c.id for m in pair.source_matches for c in m.concepts)
    seen: Counter[str] = Counter()
    finder, theirs = pair.glossary.finder(pair.source_lang), pair.glossary.finder(pair.target_lang)
    beside = concept.subject.startswith(OFFICE) and (
        _is_with_person(pair.source_matches, match) or finder.beside_name(pair.source, match.start, match.end)
    )
    # Something is missing, so a name that could also be a person or an ordinary word is a name
    for other in theirs.find(pair.target, pair.on, trusting=True):
        if other.term.status is Status.DEPRECATED or not is_alternative(concept, wanted, other):
            continue
        meant = {c.id for c in other.concepts}
        if meant & ids or concept.id in other.concept.replaced_by:
            continue
        if is_general_for(concept, other.concept):
            return None
        seen.update(meant)
        if any(named[ident] for ident in meant):
            # Twice Australia for Austria and Australia
            if len(pair.source_matches) > 1 and alike(other.term, wanted) and _is_once_more(pair, other, seen):
                return other
            continue
        if is_former(concept, other.concept) or is_other_rank(concept, other.concept):
            continue
        if is_wider(pair.glossary, concept, other.concept):
            continue
        if any(is_state_and_capital(other.concept, c) for m in pair.source_matches for c in m.concepts):
            continue
        if any(finder.spots(c, pair.source, pair.source_matches) for c in other.concepts):
            continue
        if not beside and _is_added(theirs, other, pair.target):
            continue  # of a person whom the source names without it: トランプ氏 became "tổng thống Trump"
        inside, complete = theirs.parts(pair.target, other)
        if complete and all(any(named[c.id] for c in part.concepts) for part in inside):
            continue  # made of names that the source has: Governor of Yamaguchi Prefecture
        return other
    return None


def _is_added(finder: Finder, match: Match, text: str) -> bool:
    """Whether a title stands beside a person's name."""
    return match.concept.subject.startswith(OFFICE) and finder.beside_name(text, match.start, match.end)


def _is_with_person(matches: Sequence[Match], title: Match) -> bool:
    """Whether a person whom the glossary knows is named right beside a title."""
    return any(
        match.concept.subject.startswith("person")
        and (0 <= title.start - match.end <= 1 or 0 <= match.start - title.end <= 1)
        for match in matches
    )


def find_turned(pair: Pair, concept: Concept) -> Match | None:
    """
    The name that exchanges two states: the Japanese Ambassador to Viet Nam for the Vietnamese Ambassador to Japan.

    Both are made of the same names, so that nothing is missing, and no reader can tell.
    """
    if not concept.subject.startswith(("title", "institution")):
        return None
    named = {c.id for m in pair.source_matches for c in m.concepts}
    for other in pair.target_matches:
        if other.concept.subject == concept.subject and not named & {c.id for c in other.concepts}:
            for lang in (pair.target_lang, pair.source_lang):
                ours, theirs = (_states(pair.glossary, one, lang) for one in (concept, other.concept))
                if len(ours) > 1 and ours == theirs[::-1] and ours != theirs:
                    return other
    return None


def _states(glossary: Glossary, concept: Concept, lang: str) -> list[str]:
    """Ids of the states in the preferred name of a concept, in their order."""
    term, finder = concept.preferred(lang), glossary.finder(lang)
    if term is None:
        return []
    match = next((m for m in finder.find(term.text) if m.start == 0 and m.end == len(term.text)), None)
    inside = finder.parts(term.text, match)[0] if match is not None else []
    return [part.concept.id for part in inside if part.concept.subject == STATE]


def _is_once_more(pair: Pair, other: Match, seen: Counter[str]) -> bool:
    """Whether the target has said a name more often than the source, in whatever form the source says it."""
    finder = pair.glossary.finder(pair.source_lang)
    return all(
        seen[c.id] > len({start for start, _, _ in finder.spots(c, pair.source, pair.source_matches)})
        for c in other.concepts
    )
