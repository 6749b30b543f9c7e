"""
Finding names with slots in a text: 駐日ベトナム大使, UBND tỉnh Thanh Hóa.

Expanded, a few hundred patterns would be millions of strings. So only their fixed words go into the automaton; where
one is found, the text on both sides of it is held against the pattern, and what stands in a slot is looked up among the
names that the slot takes. That happens at the fixed words only, and costs a few look-ups in a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.find import anchor
from toolkit.glossary.find.fillers import Anchor, Fillers
from toolkit.match.boundary import is_katakana, is_word
from toolkit.normalize import level

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.anchor import Form, Hole
    from toolkit.glossary.find.fillers import Sole
    from toolkit.glossary.find.gather import Gatherer
    from toolkit.glossary.find.lexicon import Lexicon
    from toolkit.lang import Language

    #: Where an anchor stands, the anchor, and the forms that may hold there, a bit each.
    Spot = tuple[int, int, Anchor, int]
    #: Names of slots, and the numbers of the concepts in them.
    _Parts = tuple[tuple[str, int], ...]
    #: Names at a place, by slot and place: forwards, and backwards with its complement.
    _Asked = dict[tuple[int, int], Sequence[tuple[int, int]]]

#: So many coined concepts are kept.
_REMEMBERED = 5_000


class Filled(NamedTuple):
    """A pattern found: its span, and what stands in its slots."""

    start: int
    end: int
    term: Term
    concept: Concept


class Slots:
    """
    The patterns of one language, by their anchors.

    Args:
        glossary: Its concepts fill the slots.
        lexicon: The anchors, and where the names for slots come from.
        language: The record of the language.
    """

    def __init__(self, glossary: Glossary, lexicon: Lexicon, language: Language) -> None:
        self._glossary = glossary
        self._language = language
        #: Levelled anchors.
        self.anchors = lexicon.anchors
        self._known: dict[str, Anchor] = {}
        self._supplies = lexicon.supplies
        self._fillers: dict[int, Fillers] = {}
        self._gatherer: Gatherer | None = None
        self._coined: dict[tuple[str, _Parts, str, date | None], tuple[Term, Concept] | tuple[()] | None] = {}

    def anchor(self, words: str) -> Anchor:
        """The anchor with these words."""
        known = self._known.get(words)
        if known is None:
            forms = [anchor.Form(*form) for form in self.anchors[words]]
            known = self._known[words] = Anchor(forms, self._supply)
        return known

    def fill(self, text: str, low: str, spot: Spot, on: date | None = None) -> Filled | None:
        """
        The longest pattern around an anchor.

        Args:
            text: The text, NFC.
            low: The same, levelled.
            spot: Where the anchor stands, and the forms that may hold there.
            on: The day the text was written on: it decides between namesakes in a slot.
        """
        start, end, words, may = spot
        best: tuple[int, int, Form, _Parts] | None = None
        # Forms of one anchor ask for the same names at the same place
        asked: _Asked = {}
        while may:
            place = (may & -may).bit_length() - 1
            may &= may - 1
            form, sole = words.forms[place], words.sole[place]
            if sole is None:
                found = self._parse(form, text, low, start, end, asked)
            else:
                found = self._parse_sole(sole, text, low, start, end, asked)
            if found is not None and (best is None or found[1] - found[0] > best[1] - best[0]):
                best = *found[:2], form, found[2]
        if best is None or not self._stands(text, low, best[0], best[1]):
            return None
        first, last, form, parts = best
        known = self._coined.get((form.ident, parts, low[first:last], on), ())
        if known == ():
            known = self._coin(form, parts, low[first:last], on)
        return Filled(first, last, *known) if known else None

    def _parse(
        self, form: Form, text: str, low: str, start: int, end: int, asked: _Asked
    ) -> tuple[int, int, _Parts] | None:
        """Where a form around an anchor begins and ends, with the longest names, and the names."""
        if form.required and not all(text[start + i].isupper() for i in form.required):
            return None
        rights = self._along(form.after, text, low, end, asked, ahead=True) if form.after else [(end, ())]
        if not rights:
            return None
        lefts = self._along(form.before, text, low, start, asked, ahead=False) if form.before else [(start, ())]
        return next(
            ((first, last, ours + theirs) for first, ours in lefts for last, theirs in rights if _fit(ours, theirs)),
            None,
        )

    def _parse_sole(
        self, sole: Sole, text: str, low: str, start: int, end: int, asked: _Asked
    ) -> tuple[int, int, _Parts] | None:
        """The same for a form of one slot."""
        ahead, words, name, supply = sole
        if ahead:
            at = end + len(words)
            names = self._starting(supply, text, low, at, asked) if low.startswith(words, end) else ()
            return (start, at + names[0][0], ((name, names[0][1]),)) if names else None
        at = start - len(words)
        names = self._ending(supply, text, low, at, asked) if low.endswith(words, 0, start) else ()
        return (at - names[0][0], end, ((name, names[0][1]),)) if names else None

    def _coin(self, form: Form, parts: _Parts, surface: str, on: date | None) -> tuple[Term, Concept] | None:
        """The term and the concept that the glossary coins; a story names the same office many times."""
        held = dict(parts)
        fillers = [self._on(self._glossary.numbered(held[name]), on) for name in form.slots]
        ident = f"{form.ident}({','.join([concept.id for concept in fillers])})"
        concept = self._glossary.get(ident)
        mine = [term for term in concept.terms if term.lang == self._language.code] if concept is not None else []
        term = next((term for term in mine if level(term.text) == surface), mine[0] if mine else None)
        found = (term, concept) if term is not None and concept is not None else None
        if len(self._coined) >= _REMEMBERED:
            self._coined.clear()
        self._coined[form.ident, parts, surface, on] = found
        return found

    def _on(self, concept: Concept, on: date | None) -> Concept:
        """The concept, or the one that had its name on a day when it was not valid."""
        if concept.valid_until is None if on is None else concept.valid_on(on):
            return concept
        for ident in concept.replaced_by:
            successor = self._glossary.get(ident)
            if successor is not None and successor.valid_on(on) and _shares(concept, successor):
                return successor
        return concept

    def _stands(self, text: str, low: str, start: int, end: int) -> bool:
        if self._language.spaced:
            return is_word(text, start, end)
        return not (
            (start and is_katakana(low[start]) and is_katakana(low[start - 1]))
            or (end < len(low) and is_katakana(low[end - 1]) and is_katakana(low[end]))
        )

    def _along(
        self, pieces: Sequence[str | Hole], text: str, low: str, at: int, asked: _Asked, *, ahead: bool
    ) -> Sequence[tuple[int, _Parts]]:
        """
        Every way in which *pieces*, from the inside out, stand from *at* on or up to it: where they end, and the names.

        The longest names come first.
        """
        beside, step = (self._starting, 1) if ahead else (self._ending, -1)
        states: list[tuple[int, _Parts]] = [(at, ())]
        for piece in pieces:
            if isinstance(piece, str):
                states = [
                    (spot + step * len(piece), parts)
                    for spot, parts in states
                    if (low.startswith(piece, spot) if ahead else low.endswith(piece, 0, spot))
                ]
            else:
                states = [
                    (spot + step * length, (*parts, (piece[0], concept)))
                    for spot, parts in states
                    for length, concept in beside(piece[1], text, low, spot, asked)
                    if not parts or all(concept != other for _, other in parts)
                ]
            if not states:
                break
        return states

    def _starting(self, supply: int, text: str, low: str, at: int, asked: _Asked) -> Sequence[tuple[int, int]]:
        """The names that a slot takes which begin at *at*: length and concept, the longest first."""
        key = supply, at
        known = asked.get(key)
        if known is None:
            fillers = self._supply(supply)
            known, size = [], len(low) - at
            for length in fillers.lengths_at(low, at):
                rows = fillers.names.get(low[at : at + length]) if length <= size else None
                for required, concept in rows or ():
                    if all(map(str.isupper, [text[at + i] for i in required])):
                        known.append((length, concept))
            asked[key] = known
        return known

    def _ending(self, supply: int, text: str, low: str, at: int, asked: _Asked) -> Sequence[tuple[int, int]]:
        """The names that a slot takes which end at *at*."""
        key = supply, ~at
        known = asked.get(key)
        if known is None:
            fillers = self._supply(supply)
            known = []
            for length in fillers.lengths_to(low, at):
                first = at - length
                rows = fillers.names.get(low[first:at]) if first >= 0 else None
                for required, concept in rows or ():
                    if all(map(str.isupper, [text[first + i] for i in required])):
                        known.append((length, concept))
            asked[key] = known
        return known

    def _supply(self, number: int) -> Fillers:
        """The names that slots of one kind take."""
        known = self._fillers.get(number)
        if known is None:
            takes, form, *packed = self._supplies[number]
            if not packed[0]:
                if self._gatherer is None:
                    from toolkit.glossary.find.gather import Gatherer  # noqa: PLC0415 - on disk it is gathered already

                    self._gatherer = Gatherer(self._glossary, self._language)
                packed = list(self._gatherer.gather(takes, form))
            known = self._fillers[number] = Fillers(*packed)
        return known


def _fit(ours: _Parts, theirs: _Parts) -> bool:
    """No state sends an ambassador to itself."""
    return not ours or not theirs or all(one != other for _, one in ours for _, other in theirs)


def _shares(one: Concept, other: Concept) -> bool:
    """Whether two concepts have a name in common."""
    names = {(term.lang, term.text) for term in one.terms}
    return any((term.lang, term.text) in names for term in other.terms)
