"""
Finding names with slots in a text: 駐日ベトナム大使, UBND tỉnh Thanh Hóa.

Expanded, a few hundred patterns would be millions of strings. So only their fixed words go into the automaton; where
one is found, the text on both sides of it is held against the pattern, and what stands in a slot is looked up among the
names that the slot takes. That happens at the fixed words only, and costs a few look-ups in a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.concept import Status
from toolkit.glossary.pattern import Slot, load_patterns
from toolkit.match.boundary import is_katakana, is_word
from toolkit.match.case import Case, capitals
from toolkit.match.spelling import spellings
from toolkit.normalize import level, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.pattern import Pattern, Take, Template
    from toolkit.lang import Language

    #: Names of slots, and what stands in them.
    _Parts = tuple[tuple[str, Concept], ...]
    #: Names at a place, by slot and place: forwards, and backwards with its complement.
    _Asked = dict[tuple[int, int], Sequence[tuple[int, Concept]]]

#: So many coined concepts are kept.
_REMEMBERED = 5_000


class Fillers(NamedTuple):
    """
    The names that a slot takes.

    Attributes:
        names: Levelled name to the capitals it needs and its concept.
        heads: The first two characters of a name to the lengths of those that begin so, the longest first: most
            places in a text are ruled out by one look here.
        tails: The last two characters, likewise.
    """

    names: dict[str, list[tuple[tuple[int, ...], Concept]]]
    heads: dict[str, tuple[int, ...]]
    tails: dict[str, tuple[int, ...]]


class Supply:
    """Where the names for a slot come from; they are gathered when a text first asks."""

    __slots__ = ("fillers", "form", "takes")

    def __init__(self, takes: tuple[Take, ...], form: str) -> None:
        self.takes = takes
        self.form = form
        self.fillers: Fillers | None = None


class Hole(NamedTuple):
    """A slot of a template, and what may fill it."""

    name: str
    supply: Supply


class Filled(NamedTuple):
    """A pattern found: its span, and what stands in its slots."""

    start: int
    end: int
    term: Term
    concept: Concept


@dataclass(frozen=True, slots=True)
class Form:
    """
    A template around its anchor.

    Attributes:
        pattern: What it is a way to write of.
        required: Where the anchor must have capitals.
        before: Fixed words and slots before the anchor, from the inside out.
        after: Those after it.
        left: The nearest of *before*: words, and what the slot next to them takes.
        right: The nearest of *after*.
    """

    pattern: Pattern
    required: tuple[int, ...]
    before: tuple[str | Hole, ...]
    after: tuple[str | Hole, ...]
    left: tuple[str, Supply | None]
    right: tuple[str, Supply | None]


class Slots:
    """
    The patterns of one language, by their anchors.

    Args:
        glossary: Its folders hold the patterns, its concepts fill the slots.
        language: The record of the language.
    """

    def __init__(self, glossary: Glossary, language: Language) -> None:
        self._glossary = glossary
        self._language = language
        #: Levelled anchor to the forms that have it.
        self.anchors: dict[str, list[Form]] = {}
        self._supplies: dict[tuple[tuple[Take, ...], str], Supply] = {}
        self._coined: dict[tuple[str, str], tuple[Term, Concept] | tuple[()] | None] = {}
        for pattern in load_patterns(glossary.folders):
            for template in pattern.templates:
                if template.lang == language.code:
                    self._compile(pattern, template)

    def _compile(self, pattern: Pattern, template: Template) -> None:
        place = max(range(len(template.texts)), key=lambda i: len(template.texts[i].strip()))
        text = nfc(template.texts[place])
        anchor = text.strip()
        if not any(map(str.isalnum, anchor)):
            return
        head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        before: list[str | Hole] = [head] if head else []
        for slot, words in zip(template.slots[:place][::-1], template.texts[:place][::-1], strict=True):
            hole = self._hole(pattern, slot)
            before += [hole, level(nfc(words))] if words else [hole]
        after: list[str | Hole] = [tail] if tail else []
        for slot, words in zip(template.slots[place:], template.texts[place + 1 :], strict=True):
            hole = self._hole(pattern, slot)
            after += [hole, level(nfc(words))] if words else [hole]
        for spelling in spellings(anchor, self._language):
            required = capitals(spelling, Case.FREE)
            form = Form(pattern, required, tuple(before), tuple(after), _nearest(before), _nearest(after))
            self.anchors.setdefault(level(spelling), []).append(form)

    def _hole(self, pattern: Pattern, slot: Slot) -> Hole:
        key = pattern.slots[slot.name], slot.form
        supply = self._supplies.get(key)
        if supply is None:
            supply = self._supplies[key] = Supply(*key)
        return Hole(slot.name, supply)

    def fill(self, text: str, low: str, start: int, end: int, on: date | None = None) -> Filled | None:
        """
        The longest pattern around an anchor.

        Args:
            text: The text, NFC.
            low: The same, levelled.
            start: First code point of the anchor.
            end: One past its last.
            on: The day the text was written on: it decides between namesakes in a slot.
        """
        best: tuple[int, int, Form, _Parts] | None = None
        # Forms of one anchor ask for the same names at the same place
        asked: _Asked = {}
        for form in self.anchors[low[start:end]]:
            if not self._may(form, low, start, end):
                continue
            if form.required and not all(text[start + i].isupper() for i in form.required):
                continue
            rights = self._ahead(form.after, text, low, end, asked) if form.after else [(end, ())]
            if not rights:
                continue
            lefts = self._back(form.before, text, low, start, asked) if form.before else [(start, ())]
            found = next(
                ((f, r, ours + theirs) for f, ours in lefts for r, theirs in rights if _fit(ours, theirs)), None
            )
            if found is not None and (best is None or found[1] - found[0] > best[1] - best[0]):
                best = *found[:2], form, found[2]
        if best is None or not self._stands(text, low, best[0], best[1]):
            return None
        first, last, form, parts = best
        held = dict(parts)
        fillers = [self._on(held[name], on) for name in form.pattern.slots]
        ident = f"{form.pattern.id}({','.join([concept.id for concept in fillers])})"
        known = self._coined.get((ident, low[first:last]), ())
        if known == ():
            known = self._coin(ident, low[first:last])
        return Filled(first, last, *known) if known else None

    def _may(self, form: Form, low: str, start: int, end: int) -> bool:
        """Whether what touches an anchor on both sides may belong to a form: nearly always it may not."""
        words, supply = form.left
        if words:
            if not low.endswith(words, 0, start):
                return False
            start -= len(words)
        if supply is not None:
            tails = (supply.fillers or self._gather(supply)).tails
            if low[start - 2 : start] not in tails and low[start - 1 : start] not in tails:
                return False
        words, supply = form.right
        if words:
            if not low.startswith(words, end):
                return False
            end += len(words)
        if supply is not None:
            heads = (supply.fillers or self._gather(supply)).heads
            if low[end : end + 2] not in heads and low[end : end + 1] not in heads:
                return False
        return True

    def _coin(self, ident: str, surface: str) -> tuple[Term, Concept] | None:
        """The term and the concept that the glossary coins for an id; a story names the same office many times."""
        if len(self._coined) >= _REMEMBERED:
            self._coined.clear()
        concept = self._glossary.get(ident)
        mine = [term for term in concept.terms if term.lang == self._language.code] if concept is not None else []
        term = next((term for term in mine if level(term.text) == surface), mine[0] if mine else None)
        found = (term, concept) if term is not None and concept is not None else None
        self._coined[ident, surface] = found
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

    def _ahead(
        self, pieces: Sequence[str | Hole], text: str, low: str, at: int, asked: _Asked
    ) -> Sequence[tuple[int, _Parts]]:
        """Every way in which *pieces* stand from *at* on, the longest names first: where they end, and the names."""
        states: list[tuple[int, _Parts]] = [(at, ())]
        for piece in pieces:
            if isinstance(piece, str):
                states = [(spot + len(piece), parts) for spot, parts in states if low.startswith(piece, spot)]
            else:
                states = [
                    (spot + length, (*parts, (piece.name, concept)))
                    for spot, parts in states
                    for length, concept in self._starting(piece.supply, text, low, spot, asked)
                    if not parts or all(concept is not other for _, other in parts)
                ]
            if not states:
                break
        return states

    def _back(
        self, pieces: Sequence[str | Hole], text: str, low: str, at: int, asked: _Asked
    ) -> Sequence[tuple[int, _Parts]]:
        """The same backwards: every way in which *pieces*, from the inside out, stand up to *at*."""
        states: list[tuple[int, _Parts]] = [(at, ())]
        for piece in pieces:
            if isinstance(piece, str):
                states = [(spot - len(piece), parts) for spot, parts in states if low.endswith(piece, 0, spot)]
            else:
                states = [
                    (spot - length, (*parts, (piece.name, concept)))
                    for spot, parts in states
                    for length, concept in self._ending(piece.supply, text, low, spot, asked)
                    if not parts or all(concept is not other for _, other in parts)
                ]
            if not states:
                break
        return states

    def _starting(self, supply: Supply, text: str, low: str, at: int, asked: _Asked) -> Sequence[tuple[int, Concept]]:
        """The names that a slot takes which begin at *at*: length and concept, the longest first."""
        key = id(supply), at
        known = asked.get(key)
        if known is None:
            fillers = supply.fillers or self._gather(supply)
            known, size = [], len(low) - at
            for lengths in (fillers.heads.get(low[at : at + 2], ()), fillers.heads.get(low[at : at + 1], ())):
                for length in lengths:
                    rows = fillers.names.get(low[at : at + length]) if length <= size else None
                    for required, concept in rows or ():
                        if all(map(str.isupper, [text[at + i] for i in required])):
                            known.append((length, concept))
            asked[key] = known
        return known

    def _ending(self, supply: Supply, text: str, low: str, at: int, asked: _Asked) -> Sequence[tuple[int, Concept]]:
        """The names that a slot takes which end at *at*."""
        key = id(supply), ~at
        known = asked.get(key)
        if known is None:
            fillers = supply.fillers or self._gather(supply)
            known = []
            for lengths in (fillers.tails.get(low[max(0, at - 2) : at], ()), fillers.tails.get(low[at - 1 : at], ())):
                for length in lengths:
                    first = at - length
                    rows = fillers.names.get(low[first:at]) if first >= 0 else None
                    for required, concept in rows or ():
                        if all(map(str.isupper, [text[first + i] for i in required])):
                            known.append((length, concept))
            asked[key] = known
        return known

    def _gather(self, supply: Supply) -> Fillers:
        names: dict[str, list[tuple[tuple[int, ...], Concept]]] = {}
        for concept in self._glossary:
            if any(_takes(take, concept) for take in supply.takes):
                for term in _terms(concept, self._language.code, supply.form):
                    for spelling in spellings(nfc(term.text), self._language):
                        row = capitals(spelling, Case.NAME), concept
                        names.setdefault(level(spelling), []).append(row)
        fillers = Fillers(names, _lengths(names, slice(0, 2)), _lengths(names, slice(-2, None)))
        supply.fillers = fillers
        return fillers


def _nearest(pieces: Sequence[str | Hole]) -> tuple[str, Supply | None]:
    words = pieces[0] if pieces and isinstance(pieces[0], str) else ""
    rest = pieces[1:] if words else pieces
    return words, rest[0].supply if rest and isinstance(rest[0], Hole) else None


def _lengths(names: Iterable[str], edge: slice) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[edge], set()).add(len(name))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _fit(ours: _Parts, theirs: _Parts) -> bool:
    """No state sends an ambassador to itself."""
    return not ours or not theirs or all(one.id != other.id for _, one in ours for _, other in theirs)


def _shares(one: Concept, other: Concept) -> bool:
    """Whether two concepts have a name in common."""
    names = {(term.lang, term.text) for term in one.terms}
    return any((term.lang, term.text) in names for term in other.terms)


def _takes(take: Take, concept: Concept) -> bool:
    subject = concept.subject
    return (subject == take.subject or subject.startswith(f"{take.subject}.")) and (
        not take.country or take.country == concept.country
    )


def _terms(concept: Concept, lang: str, form: str) -> list[Term]:
    """The names with which a slot may be filled: those marked with its form, else every full name."""
    mine = [t for t in concept.terms if t.lang == lang and t.status is not Status.DEPRECATED]
    if form:
        styled = [t for t in mine if form in t.styles]
        if styled:
            return styled
    return [t for t in mine if not t.target_only] or mine[:1]
