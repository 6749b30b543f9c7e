"""
Whether another name in the translation stands where a name of the source should.

That is an error, so everything that explains the other name, or makes it no alternative, is asked first: a translator
who writes an office in general, leaves a state to its reader or names the state by its capital is not wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.glossary.concept import Status
from toolkit.lang import language
from toolkit.lang.naming import naming_facts
from toolkit.lang.people import people_facts
from toolkit.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.checks.pair import Pair
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.finder import Finder
    from toolkit.glossary.find.reading import Match

_STATE = "place.country"
_OFFICE = "title."
#: Kinds of names that languages divide differently: a managing director is 所長 here and giám đốc điều hành there.
_VAGUE = ("title.company", "title.academic", "title.honorific", "title.prefix", "title.military", "title.police")
_WIDE = ("place.continent", "place.region")
_LEVELS = {
    "country": "state",
    "territory": "state",
    **dict.fromkeys(("continent", "region"), "region"),
    **dict.fromkeys(("province", "prefecture", "state"), "province"),
    **dict.fromkeys(("sea", "strait", "river", "lake", "ocean", "mountain", "island", "reef", "peninsula"), "nature"),
    **dict.fromkeys(("airport", "port", "venue", "bridge", "station"), "building"),
}
#: Kinds whose second word tells what they are, and no ministry is written for a party.
_DIVIDED = ("institution", "organization", "organisation", "event")
#: Kinds in which only a company, a university and the media differ from the rest
_LOOSE = ("organization", "organisation")


def find_rival(pair: Pair, match: Match, concept: Concept, wanted: Term) -> Match | None:
    """
    A name of the same kind, or one easily mistaken for it, that nothing in the source explains.

    Args:
        pair: The sentence and its translation.
        match: The name in the source that the target does not carry.
        concept: What it means.
        wanted: The term to write.
    """
    if concept.subject.startswith(_VAGUE):
        return None
    ids = {c.id for c in match.concepts} | set(concept.replaced_by)
    named = Counter(c.id for m in pair.source_matches for c in m.concepts)
    seen: Counter[str] = Counter()
    finder, theirs = pair.glossary.finder(pair.source_lang), pair.glossary.finder(pair.target_lang)
    beside = concept.subject.startswith(_OFFICE) and (
        _is_with_person(pair.source_matches, match) or finder.beside_name(pair.source, match.start, match.end)
    )
    # Something is missing, so a name that could also be a person or an ordinary word is a name
    for other in theirs.find(pair.target, pair.on, trusting=True):
        if other.term.status is Status.DEPRECATED or not _is_alternative(concept, wanted, other):
            continue
        meant = {c.id for c in other.concepts}
        if meant & ids or concept.id in other.concept.replaced_by:
            continue
        if _is_general_for(concept, other.concept):
            return None
        seen.update(meant)
        if any(named[ident] for ident in meant):
            # Twice Australia for Austria and Australia
            if len(pair.source_matches) > 1 and alike(other.term, wanted) and _is_once_more(pair, other, seen):
                return other
            continue
        if _is_former(concept, other.concept) or _is_other_rank(concept, other.concept):
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
    return match.concept.subject.startswith(_OFFICE) and finder.beside_name(text, match.start, match.end)


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
    return [part.concept.id for part in inside if part.concept.subject == _STATE]


def is_state_and_capital(one: Concept, other: Concept) -> bool:
    """Whether one is a state and the other its capital, which stand for each other and for the government."""
    if not one.country or one.country != other.country:
        return False
    subjects = {one.subject, other.subject}
    return _STATE in subjects and (
        "place.city.capital" in subjects or "capital" in one.hints or "capital" in other.hints
    )


def is_wider(glossary: Glossary, one: Concept, other: Concept) -> bool:
    """
    Whether one of two institutions or offices is the other of a certain state.

    Bộ Quốc phòng is the Defense Department of the sentence's state, whichever that is: no term of it misleads.
    """
    if one.subject.startswith("place") or other.subject.startswith("place"):
        return False
    return any(
        term.status is not Status.DEPRECATED and _is_inside(glossary, small, term)
        for small, large in ((one, other), (other, one))
        for term in large.terms
    )


def alike(term: Term, wanted: Term) -> bool:
    """Whether one name is easily mistaken for another: part of it, or two letters away."""
    one, other = fold(term.text), fold(wanted.text)
    return one in other or other in one or _is_near(one, other)


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - for names that are missing only

    return min(len(one), len(other)) > _SHORT and Levenshtein.distance(one, other, score_cutoff=2) <= 2


#: Two letters of a shorter name are most of it.
_SHORT = 3


def _is_alternative(concept: Concept, wanted: Term, other: Match) -> bool:
    """Whether a name is of a kind that could stand for the other by mistake."""
    kind, theirs = concept.subject.partition(".")[0], other.concept.subject.partition(".")[0]
    if "term" in (kind, theirs):
        return False
    if kind == theirs:
        if kind in _DIVIDED:
            return _division(concept) == _division(other.concept)
        # A state and one of its towns, or a gulf, are no alternatives, unless the names look alike
        if kind == "place" and _level(concept) != _level(other.concept):
            return alike(other.term, wanted) and not _is_of_a_kind(other.term, concept)
        return kind != "place" or not _is_of_a_kind(other.term, concept)
    if "place" not in (kind, theirs) or not alike(other.term, wanted):
        return False
    # A minister of China holds the name of China; that it is there is no wonder
    return other.concept.id not in concept.fillers and not (
        concept.country and other.concept.country == concept.country
    )


def _level(concept: Concept) -> str:
    """What kind of place it is, as roughly as people mix them up; a place of no known kind is a town."""
    return _LEVELS.get(concept.subject.removeprefix("place.").partition(".")[0], "town")


def _division(concept: Concept) -> str:
    kind, _, rest = concept.subject.partition(".")
    division = rest.partition(".")[0]
    # A bank of the United Nations and one of Asia are alternatives, and no company of theirs is
    return division if kind not in _LOOSE or division in ("company", "university", "media") else kind


def _is_of_a_kind(term: Term, concept: Concept) -> bool:
    """
    Whether two names differ in words for a kind of place only: Mexico and vịnh Mexico, 沖縄 and 沖縄島.

    Thái Bình Dương is no kind of Thái Bình, and パプアニューギニア none of ギニア.
    """
    facts = naming_facts(term.lang)
    kinds = {fold(word) for word in facts.place | facts.particles} | people_facts(term.lang).links
    for own in concept.terms:
        short, long = sorted((fold(term.text), fold(own.text)), key=len)
        if own.lang == term.lang and short in long and short != long:
            rest = long.replace(short, " ", 1).split()
            if " ".join(rest) in kinds or all(word in kinds for word in rest):
                return True
    return False


def _is_once_more(pair: Pair, other: Match, seen: Counter[str]) -> bool:
    """Whether the target has said a name more often than the source, in whatever form the source says it."""
    finder = pair.glossary.finder(pair.source_lang)
    return all(
        seen[c.id] > len({start for start, _, _ in finder.spots(c, pair.source, pair.source_matches)})
        for c in other.concepts
    )


def _is_other_rank(one: Concept, other: Concept) -> bool:
    """Whether two names of a kind are no alternatives: a continent and a state, Africa and Sub-Saharan Africa."""
    if other.subject.startswith(_VAGUE):
        return True
    wide = one.subject.startswith(_WIDE), other.subject.startswith(_WIDE)
    return wide[0] != wide[1] or (
        all(wide)
        and any(
            fold(a.text) in fold(b.text) or fold(b.text) in fold(a.text)
            for a in one.terms
            for b in other.terms
            if a.lang == b.lang
        )
    )


def _is_general_for(one: Concept, other: Concept) -> bool:
    """Whether two offices are one, said in general: "the minister" for the Minister of Foreign Affairs."""
    if not one.subject.startswith("title"):
        return False
    return any(_is_general(a, b) or _is_general(b, a) for a in one.terms for b in other.terms if a.lang == b.lang)


def _is_former(one: Concept, other: Concept) -> bool:
    """Whether two offices differ in "former" only, which the day of an article may say as well."""
    if not one.subject.startswith(_OFFICE) or not other.subject.startswith(_OFFICE):
        return False
    return any(_bare(a) == _bare(b) for a in one.terms for b in other.terms if a.lang == b.lang)


def _bare(term: Term) -> str:
    """An office without the word for former before it."""
    text = fold(term.text)
    for word in people_facts(term.lang).formerly:
        mark = word.replace("-", " ") + (" " if language(term.lang).spaced else "")
        if text.startswith(mark):
            return text.removeprefix(mark)
    return text


def _is_general(short: Term, long: Term) -> bool:
    """Whether an office is another one without saying of what."""
    one, other = fold(short.text), fold(long.text)
    if not other.startswith(f"{one} "):
        return False
    rest = long.text[len(one) + 1 :].partition(" ")[0]
    # Bộ trưởng Giao thông is a Bộ trưởng, and a đại sứ quán no đại sứ
    own = naming_facts(short.lang).heads_first and rest[:1].isupper() and rest[1:].islower()
    return own or rest.lower() in people_facts(short.lang).links


def _is_inside(glossary: Glossary, concept: Concept, term: Term) -> bool:
    """Whether a term is the name of *concept* and the names of places, and nothing more."""
    text = term.text.lower()
    if not any(own.lang == term.lang and own.text.lower() in text for own in concept.terms):
        return False
    finder = glossary.finder(term.lang)
    match = next((m for m in finder.find(term.text) if m.start == 0 and m.end == len(term.text)), None)
    if match is None:
        return False
    inside, complete = finder.parts(term.text, match)
    if not complete:
        return False
    return any(c.id == concept.id for part in inside for c in part.concepts) and all(
        part.concept.subject.startswith("place") or any(c.id == concept.id for c in part.concepts) for part in inside
    )
