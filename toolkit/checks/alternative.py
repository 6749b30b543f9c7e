"""
Whether two names are alternatives, so that one can stand where the other should by mistake.

A ministry and a party are none, nor are a state and one of its towns, an office and the same office in general, a name
and a wider one: a translator who writes one for the other knows why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.concept import Status
from toolkit.lang import language
from toolkit.lang.naming import naming_facts
from toolkit.lang.people import people_facts
from toolkit.normalize import fold

if TYPE_CHECKING:
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.reading import Match

STATE = "place.country"
OFFICE = "title."
#: Kinds of names that languages divide differently: a managing director is 所長 here and giám đốc điều hành there.
VAGUE = ("title.company", "title.academic", "title.honorific", "title.prefix", "title.military", "title.police")
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


def is_state_and_capital(one: Concept, other: Concept) -> bool:
    """Whether one is a state and the other its capital, which stand for each other and for the government."""
    if not one.country or one.country != other.country:
        return False
    subjects = {one.subject, other.subject}
    return STATE in subjects and (
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


def is_alternative(concept: Concept, wanted: Term, other: Match) -> bool:
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


def is_other_rank(one: Concept, other: Concept) -> bool:
    """Whether two names of a kind are no alternatives: a continent and a state, Africa and Sub-Saharan Africa."""
    if other.subject.startswith(VAGUE):
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


def is_general_for(one: Concept, other: Concept) -> bool:
    """Whether two offices are one, said in general: "the minister" for the Minister of Foreign Affairs."""
    if not one.subject.startswith("title"):
        return False
    return any(_is_general(a, b) or _is_general(b, a) for a in one.terms for b in other.terms if a.lang == b.lang)


def is_former(one: Concept, other: Concept) -> bool:
    """Whether two offices differ in "former" only, which the day of an article may say as well."""
    if not one.subject.startswith(OFFICE) or not other.subject.startswith(OFFICE):
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
