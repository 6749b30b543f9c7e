"""
The notes for translators: what stands beside a sentence in Poedit.

Terms come first, each with what to avoid; then people, dates and numbers that need thought; then the same sentence in
the third language, where that version is published; then where we are. A kind of note is a function in :data:`NOTES`;
a project's config switches it on and off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from toolkit.catalog.hints import dates, numbers
from toolkit.glossary.concept import Confidence, Status
from toolkit.glossary.lookup.answer import term_for
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from toolkit.figures import Number, PartialDate
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept
    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.houses import House


#: Glossary -> language -> what :func:`terms` has said, as far as the day does not matter; and how much of it is kept.
_SAID: WeakKeyDictionary[Glossary, dict[str, dict[tuple[str, ...], str]]] = WeakKeyDictionary()
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Context:
    """
    Everything a note may be about.

    Attributes:
        source: The sentence.
        source_lang: Code of its language.
        target_lang: Code of the language to translate into; empty in a template.
        on: The article's date.
        glossary: The terms that count.
        matches: The names the glossary finds in the sentence.
        places: Where it stands, in words, once for each time it occurs.
        houses: Code of a language -> the newsroom whose terms are preferred in it.
        third: Code of the third language -> the same sentence as published there.
        people: What there is to say of the people in the sentence; who was named before depends on the whole article.
        dates: The dates in the sentence, where somebody has looked for them.
        numbers: The same of its numbers.
    """

    source: str
    source_lang: str
    target_lang: str
    on: date | None = None
    glossary: Glossary | None = None
    matches: tuple[Match, ...] = ()
    places: tuple[str, ...] = ()
    houses: Mapping[str, House] = field(default_factory=dict)
    third: Mapping[str, str] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    dates: tuple[PartialDate, ...] | None = None
    numbers: tuple[Number, ...] | None = None


def notes(context: Context, kinds: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The lines of a message's notes; *kinds* chooses among :data:`NOTES`, None takes all."""
    return tuple(line for kind, note in NOTES.items() if kinds is None or kind in kinds for line in note(context))


def terms(context: Context) -> Iterator[str]:
    """``Term: Hiroshima = 広島県 (avoid: 広島懸)``, once for each name."""
    if not context.target_lang:
        return
    seen = set()
    said = _said(context)
    for match in context.matches:
        surface = match_text(match, context.source)
        key = (surface, *[concept.id for concept in match.concepts])
        line = said.get(key) if said is not None else None
        if line is None:
            line = term_line(surface, renderings(match, context.target_lang, context.houses), context.on)
            # What may have expired is said otherwise on another day
            if said is not None and not any(concept.valid_until for concept in match.concepts):
                if len(said) >= _REMEMBERED:
                    said.clear()
                said[key] = line
        if line and line.casefold() not in seen:
            seen.add(line.casefold())
            yield line


def _said(context: Context) -> dict[tuple[str, ...], str] | None:
    """
    What was said of names before, in other sentences and articles: a surface and ids of concepts -> the line.

    None where a house has its own terms, or where nobody knows whose terms they are.
    """
    if context.glossary is None or context.houses.get(context.target_lang) is not None:
        return None
    return _SAID.setdefault(context.glossary, {}).setdefault(context.target_lang, {})


def term_line(surface: str, found: list[tuple[str, Concept]], on: date | None) -> str:
    """One term with all it may be in the target; empty where the glossary has nothing to offer."""
    if not found:
        return ""
    offers = []
    for text, concept in found[:3]:
        remarks = []
        if len(found) > 1 and (concept.definition or concept.subject):
            remarks.append(concept.definition or concept.subject)
        avoid = [t.text for t in concept.terms if t.status is Status.DEPRECATED and t.lang == found_lang(text, concept)]
        if avoid:
            remarks.append(f"avoid: {', '.join(avoid)}")
        if concept.confidence is Confidence.OWN:
            remarks.append("unverified")
        if not concept.valid_on(on) and concept.valid_until and on and concept.valid_until < on:
            remarks.append(f"until {concept.valid_until.isoformat()}")
        offers.append(text + (f" ({'; '.join(remarks)})" if remarks else ""))
    return f"Term: {surface} = {' or '.join(offers)}"


def found_lang(text: str, concept: Concept) -> str:
    """The language in which *concept* is called *text*."""
    return next((t.lang for t in concept.terms if t.text == text), "")


def renderings(match: Match, target: str, houses: Mapping[str, House] | None = None) -> list[tuple[str, Concept]]:
    """What a match may be called in the target, the likeliest concept first, each text once."""
    found: dict[str, Concept] = {}
    for concept in (match.concept, *match.concepts):
        term = term_for(concept, target, houses)
        if term is not None:
            found.setdefault(term.text, concept)
    return list(found.items())


def match_text(match: Match, source: str) -> str:
    """The name as the sentence writes it."""
    return source[match.start : match.end]


def names(context: Context) -> Iterator[str]:
    """``Name: Phạm Quang Hiệu = ファム・クアン・ヒエウ (transcribed, not verified)``."""
    yield from context.people


def other_language(context: Context) -> Iterator[str]:
    """``ja: …`` the same sentence as it was published in the third language."""
    for code, text in context.third.items():
        yield f"{code}: {' '.join(text.split())}"


def where(context: Context) -> Iterator[str]:
    """``Where: paragraph 5, sentence 1 of 2``."""
    for place in context.places:
        yield f"Where: {place}"


#: Key in the config's ``notes`` -> what writes these lines, in the order of the notes.
NOTES: dict[str, Callable[[Context], Iterator[str]]] = {
    "terms": terms,
    "names": names,
    "dates": dates,
    "numbers": numbers,
    "other-language": other_language,
    "where": where,
}
