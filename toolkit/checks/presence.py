"""
Which names of a source its translation carries, and what stands there instead of the others.

Worked out once a pair; the checks of terms read it off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.alternative import STATE, is_state_and_capital, is_wider
from toolkit.checks.rival import find_rival, find_turned
from toolkit.glossary.concept import Status
from toolkit.lang.naming import naming_facts
from toolkit.lang.people import people_facts
from toolkit.match.boundary import is_katakana
from toolkit.normalize import fold, nfc
from toolkit.value import dataclass

if TYPE_CHECKING:
    from toolkit.checks.pair import Pair
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.reading import Match


@dataclass(frozen=True, slots=True)
class Lack:
    """
    A name of the source that the target does not carry.

    Attributes:
        match: The name in the source.
        concept: What it means.
        wanted: The term to write.
        deprecated: Term to avoid that stands there, and its span.
        untranslated: Span of the source's own form in the target.
        rival: A name in the target that nothing in the source explains.
        excused: The name is there in other capitals or other words, or is a title beside a name, which papers drop.
    """

    match: Match
    concept: Concept
    wanted: Term
    deprecated: Match | None = None
    untranslated: tuple[int, int] | None = None
    rival: Match | None = None
    excused: bool = False


def lacks(pair: Pair) -> tuple[Lack, ...]:
    """
    The names that the target does not carry, each once, in the source's order.

    A name that may mean several things is carried when any of them is; a concept without a term in the target's
    language asks for nothing.
    """
    if not pair.source_matches:
        return ()
    carried = {c.id for m in pair.target_matches if m.term.status is not Status.DEPRECATED for c in m.concepts}
    missing = [m for m in pair.source_matches if not any(concept.id in carried for concept in m.concepts)]
    if not missing:
        return ()
    # A longer name in the target carries the names that it is made of: Thủ tướng Nhật Bản is a Thủ tướng
    theirs = pair.glossary.finder(pair.target_lang)
    for match in pair.target_matches:
        carried.update(match.concept.fillers)
        inside, complete = theirs.parts(pair.target, match)
        if complete:
            carried |= {concept.id for part in inside for concept in part.concepts}
    found: dict[str, Lack] = {}
    for match in missing:
        if match.concept.id in found or any(concept.id in carried for concept in match.concepts):
            continue
        wanted = next(((c, t) for c in match.concepts if (t := _wanted(c, pair.target_lang))), None)
        if wanted is None:
            continue
        if any(theirs.spots(concept, pair.target, pair.target_matches) for concept in match.concepts):
            continue
        turned = find_turned(pair, wanted[0])
        if turned is not None:
            found[match.concept.id] = Lack(match, *wanted, rival=turned)
            continue
        inside, complete = pair.glossary.finder(pair.source_lang).parts(pair.source, match)
        split = bool(inside) and all(
            any(c.id in carried or theirs.spots(c, pair.target, pair.target_matches) for c in part.concepts)
            for part in inside
        )
        if split and complete:
            continue
        # Chính phủ Nhật Bản written as "Japan", Thủ tướng Nhật Bản as "the Prime Minister": other ways to say it
        said = [part for part in inside if any(c.id in carried for c in part.concepts)]
        of_state = any(part.concept.subject == STATE for part in inside)
        if not match.concept.subject.startswith("place") and of_state and (split or (complete and said)):
            found[match.concept.id] = Lack(match, *wanted, excused=True)
        else:
            found[match.concept.id] = _explain(pair, match, *wanted)
    return tuple(found.values())


def _wanted(concept: Concept, lang: str) -> Term | None:
    return concept.preferred(lang) or next(
        (t for t in concept.terms if t.lang == lang and t.status is Status.ADMITTED and not t.target_only), None
    )


def _explain(pair: Pair, match: Match, concept: Concept, wanted: Term) -> Lack:
    """What stands in the target instead."""
    ids = {c.id for c in match.concepts}
    deprecated = next(
        (
            m
            for m in pair.target_matches
            if any(
                t.lang == pair.target_lang and t.status is Status.DEPRECATED and t.text == m.term.text
                for c in match.concepts
                for t in c.terms
            )
            or (m.term.status is Status.DEPRECATED and ids & {c.id for c in m.concepts})
        ),
        None,
    )
    if deprecated is not None:
        return Lack(match, concept, wanted, deprecated=deprecated)
    spot = _copied(pair, match)
    if spot is not None:
        return Lack(match, concept, wanted, untranslated=spot)
    if _is_implied(pair, concept):
        return Lack(match, concept, wanted, excused=True)
    rival = find_rival(pair, match, concept, wanted)
    return Lack(match, concept, wanted, rival=rival, excused=rival is None and _is_excused(pair, match, concept))


def _is_implied(pair: Pair, concept: Concept) -> bool:
    """Whether the translation says it by what papers say instead: a capital for its state, an office of one's own."""
    named = {c.id for match in pair.source_matches for c in match.concepts}
    for match in pair.target_matches:
        other = match.concept
        if other.country != concept.country or not other.country:
            continue
        # Germany stands for Berlin, but not where the source names both
        if is_state_and_capital(concept, other) and other.id not in named:
            return True
        # A paper of the state itself: Thứ trưởng Bộ Ngoại giao, and no need to say of which country
        own = concept.subject == STATE and concept.country == pair.target_language.state
        if own and other.subject.startswith(("institution", "title")):
            return True
    return False


def _is_excused(pair: Pair, match: Match, concept: Concept) -> bool:
    """Whether the translation says it in other words, as far as words tell."""
    source, target = pair.glossary.finder(pair.source_lang), pair.glossary.finder(pair.target_lang)
    subject = match.concept.subject
    if subject.startswith("term"):
        return True  # a common noun is said in many words
    if subject.startswith("title") and source.beside_name(pair.source, match.start, match.end):
        return True
    if match.term.status is Status.DEPRECATED:
        return True  # the source's word for it is wrong, or means something else here
    surface = pair.source[match.start : match.end]
    if surface in pair.target and (surface.isupper() or subject.startswith(_LATIN)):
        return True
    # Congress for a Quốc hội that the glossary takes for Viet Nam's
    if any(is_wider(pair.glossary, concept, other.concept) for other in pair.target_matches):
        return True
    if not subject.startswith("place") and any(_is_nearly(term, pair) for term in concept.terms):
        return True
    return any(target.spots(c, pair.target, pair.target_matches, any_case=True) for c in match.concepts)


#: Of the words of a long name so many must be there, and of its characters so many in a row, for it to be said.
_MOST, _LIKENESS = 0.75, 80
_LONG_NAME = 3


def _is_nearly(term: Term, pair: Pair) -> bool:
    """Whether nearly all the words of a long name are in the target: Cơ quan Hàng không Vũ trụ Hoa Kỳ is NASA."""
    if term.lang != pair.target_lang or term.status is Status.DEPRECATED:
        return False
    name = fold(nfc(term.text))
    if not pair.target_language.spaced:
        from rapidfuzz.fuzz import partial_ratio  # noqa: PLC0415 - for names that are missing only

        return len(name) > _LONG_NAME and partial_ratio(name, fold(nfc(pair.target)), score_cutoff=_LIKENESS) > 0
    links = people_facts(term.lang).links | naming_facts(term.lang).particles
    words = [word for word in name.split() if word not in links]
    said = set(fold(nfc(pair.target)).split())
    return len(words) >= _LONG_NAME and sum(word in said for word in words) >= _MOST * len(words)


def _copied(pair: Pair, match: Match) -> tuple[int, int] | None:
    """
    Where the source's own form stands in the target, as a word that a translator forgot.

    A name that was taken over whole (Swim Ireland, the title of a book) is not forgotten: then its neighbour in the
    source is there as well.
    """
    surface = pair.source[match.start : match.end]
    at = pair.target.find(surface)
    if at < 0 or len(surface) == 1 or pair.source_lang == pair.target_lang:
        return None
    stop = at + len(surface)
    if any(m.start <= at and stop <= m.end for m in pair.target_matches):
        return None
    source, target = pair.source, pair.target
    if any(char.isascii() and char.isalnum() for char in (target[at - 1 : at], target[stop : stop + 1])):
        return None  # part of a longer name: SwimIreland
    if surface.isupper() and at and is_katakana(target[at - 1]):
        return None  # デジタル・アウェアネスUK
    is_title = match.concept.subject.startswith("title")
    for step, ours, theirs in ((-1, match.start - 1, at - 1), (1, match.end, stop)):
        word = _word(source, ours, step)
        # The person's name beside a title is the same in many languages
        if word and word == _word(target, theirs, step) and not (is_title and word[0].isupper()):
            return None
    # A language with letters of its own writes IDF as well
    acronym = surface.isascii() and surface.isupper() and match.concept.subject.startswith("institution")
    if pair.target_language.spaced or not (acronym or match.concept.subject.startswith(_LATIN)):
        return at, stop
    return None


#: Names that a language with letters of its own leaves in Latin ones as well: Facebook, GOP.
_LATIN = ("company", "organization", "organisation", "term", "event")


def _word(text: str, at: int, step: int) -> str:
    """The nearest word of two letters or more to the left (step -1) or right of a place."""
    word = ""
    while 0 <= at < len(text):
        char = text[at]
        if char.isalnum():
            word = word + char if step > 0 else char + word
        elif len(word) > 1:
            break
        else:
            word = ""
        at += step
    return word if len(word) > 1 else ""
