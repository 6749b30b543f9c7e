"""
What do we call this? A name, in any of the languages and in whatever spelling, and the concepts it may mean.

Finding is generous and ranking is strict: what matches letter by letter stands before what matches without its marks,
a preferred term before an admitted one, what holds on the day before what has expired. Pieces of names answer only
where nothing is called exactly so, and guesses are asked for apart (:mod:`toolkit.glossary.lookup.nearest`).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from toolkit.glossary.concept import Concept, Status, Term
from toolkit.glossary.lookup.key import SAME, bare, key, squeeze, tidy
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toolkit.glossary.lookup.index import Entry, Index

#: How a name can match, closest first.
HOWS = ("exact", "folded", "abbreviation", "plain", "reading", "part")

#: Whose news this is: of several things with one name, these countries' come first.
_HOME = {"VN": 0, "JP": 1, "": 2}

#: Of several things with one name, what a bare name means: Tokyo is the capital, not a ward or an airport.
_SUBJECTS = ("place.country", "place.province", "place.prefecture", "place.city.capital", "place.city",
             "place", "institution", "title", "term", "organization", "person")  # fmt: skip

_STATUS_RANK = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.DEPRECATED: 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """
    One answer.

    Attributes:
        concept: What the name means.
        term: The name of it that matched; for a kana reading the Japanese term that is read so.
        how: How close it is: ``exact``, ``folded`` (case, width, tone placement), ``abbreviation``, ``plain`` (without
            diacritics and spaces), ``reading`` (kana), ``part`` (a piece of the name), ``near`` (a guess).
    """

    concept: Concept
    term: Term
    how: str


def search(index: Index, query: str, lang: str | None = None, on: date | None = None) -> list[Hit]:
    """
    Everything that *query* names.

    Args:
        index: The compiled glossary.
        query: A name, NFC or not.
        lang: Code of the language it is in; names of other languages answer only where it has none.
        on: The day that is meant: what holds on it comes first, nothing is dropped.

    Returns:
        Hits, best first, each concept once.
    """
    name = tidy(query)
    wanted = key(name)
    hits = _closest(index, index.entries(squeeze(wanted)), name, lang)
    # 大統領 is a President; that it must not stand for Chủ tịch nước is no answer where a right one is known
    right = [hit for hit in hits if hit.term.status is not Status.DEPRECATED]
    return rank(right or hits, on)


def search_parts(index: Index, query: str, lang: str | None = None, on: date | None = None) -> list[Hit]:
    """The concepts with *query* as a piece of a name; whole words where words have spaces between them."""
    wanted = key(query)
    words = wanted.isascii()
    if len(wanted) < (3 if words else 2):
        return []
    best: dict[str, Hit] = {}
    for entry in index.containing(wanted, words=words):
        concept = index.concept(entry.concept)
        term = _term(concept, entry)
        if term is not None and term.status is not Status.DEPRECATED and (lang is None or term.lang == lang):
            other = best.get(concept.id)
            if other is None or _STATUS_RANK[term.status] < _STATUS_RANK[other.term.status]:
                best[concept.id] = Hit(concept, term, "part")
    return rank(best.values(), on)


def _closest(index: Index, entries: Iterable[Entry], name: str, lang: str | None) -> list[Hit]:
    """The best match of each concept; among names of *lang* only, if there are any."""
    marked = bare(name) != name.lower()
    found: list[tuple[int, Hit]] = []
    for entry in entries:
        concept = index.concept(entry.concept)
        term = _term(concept, entry)
        if term is None:
            continue
        how = "reading" if entry.term is None else _how(term.text, name)
        if how in ("exact", "folded") and is_abbreviation(term):
            how = "abbreviation"
        found.append((HOWS.index(how), Hit(concept, term, how)))
    if lang is not None and any(hit.term.lang == lang for _, hit in found):
        found = [pair for pair in found if pair[1].term.lang == lang]
    if marked and any(number < HOWS.index("plain") for number, _ in found):
        # Who types Hà Nam with its marks does not mean Hạ Nam
        found = [pair for pair in found if pair[0] < HOWS.index("plain")]
    best: dict[str, tuple[int, Hit]] = {}
    for number, hit in found:
        other = best.get(hit.concept.id)
        if other is None or _order(number, hit) < _order(*other):
            best[hit.concept.id] = (number, hit)
    return [hit for _, hit in best.values()]


def _order(number: int, hit: Hit) -> tuple[bool, int, int]:
    return (hit.term.status is Status.DEPRECATED, number, _STATUS_RANK[hit.term.status])


def _how(text: str, name: str) -> str:
    """
    How close two names with one key are.

    They have the same letters in the same order, so it is enough to see whether they have the same marks: in another
    place (hoà, hòa) or on another kind of letter (Mỹ, Mĩ) they are what :func:`toolkit.normalize.fold` takes for one.
    """
    if text == name:
        return "exact"
    if _marks(text) == _marks(unicodedata.normalize("NFKC", name)):
        return "folded"
    return "reading" if _is_kana(name) and _hiragana(name) != _hiragana(text) else "plain"


def _marks(text: str) -> list[str]:
    low = text.lower()
    return sorted(low) if low.isascii() else sorted(unicodedata.normalize("NFD", low.translate(SAME)))


def _hiragana(text: str) -> bool:
    return any("\u3041" <= c <= "\u3096" for c in text)


def _is_kana(text: str) -> bool:
    return all("\u3040" <= c <= "\u30ff" or "\uff66" <= c <= "\uff9f" or c == " " for c in text)


def _term(concept: Concept, entry: Entry) -> Term | None:
    """The term of an entry; a reading stands for the name that is read so, the preferred one in the last language."""
    if entry.term is not None:
        return concept.terms[entry.term]
    names = [t for t in concept.terms if not t.text.isascii() and any(c >= "\u3040" for c in t.text)]
    return names[0] if names else None


def is_abbreviation(term: Term) -> bool:
    """
    Whether a name is made of capitals: TTXVN, MOFA, GD&ĐT.

    >>> is_abbreviation(Term("TTXVN", "vi", Status.ADMITTED)), is_abbreviation(Term("Nga", "vi", Status.PREFERRED))
    (True, False)
    """
    return term.status is not Status.PREFERRED and 2 <= len(term.text) <= 8 and term.text.isupper()


def rank(hits: Iterable[Hit], on: date | None) -> list[Hit]:
    """
    Hits, best first.

    Where no day is asked for, what still holds stands before what has ended. Of namesakes in two states, the one of the
    name's own language comes first: 外務省 is Japan's, Bộ Ngoại giao is Viet Nam's.
    """
    found = list(hits)
    states = _states({hit.term.lang for hit in found}) if len({hit.concept.country for hit in found}) > 1 else {}

    def order(hit: Hit) -> tuple[object, ...]:
        concept, term = hit.concept, hit.term
        valid = concept.valid_on(on) if on is not None else concept.valid_until is None
        how = HOWS.index(hit.how) if hit.how in HOWS else len(HOWS)
        return (
            term.status is Status.DEPRECATED,
            how >= HOWS.index("plain"),
            not valid,
            term.target_only,
            _STATUS_RANK[term.status],
            how,
            "lookup" in concept.hints,
            concept.country != states.get(term.lang, concept.country),
            _HOME.get(concept.country, len(_HOME)),
            _subject_rank(concept.subject),
            len(term.text),
            concept.id,
        )

    return sorted(found, key=order)


def _states(langs: Iterable[str]) -> dict[str, str]:
    """Language -> the one state that writes it, for those that have one."""
    from toolkit.lang import language  # noqa: PLC0415 - most answers have no namesake, and need not pay for it

    return {lang: state for lang in langs if (state := language(lang).state)}


def _subject_rank(subject: str) -> int:
    while subject:
        if subject in _SUBJECTS:
            return _SUBJECTS.index(subject)
        subject = subject.rpartition(".")[0]
    return len(_SUBJECTS)
