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
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.pattern import Pattern, Take, Template
    from toolkit.lang import Language


class Fillers(NamedTuple):
    """The names that a slot takes: levelled name to capitals it needs and concept, and the lengths there are."""

    names: dict[str, list[tuple[tuple[int, ...], Concept]]]
    lengths: tuple[int, ...]


class Filled(NamedTuple):
    """A pattern found: its span, and what stands in its slots."""

    start: int
    end: int
    term: Term
    concept: Concept


@dataclass(frozen=True, slots=True)
class Form:
    """A template around its anchor: the fixed words and slots before it, from the inside out, and those after it."""

    pattern: Pattern
    required: tuple[int, ...]
    before: tuple[str | Slot, ...]
    after: tuple[str | Slot, ...]


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
        self._fillers: dict[tuple[tuple[Take, ...], str], Fillers] = {}
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
        before: list[str | Slot] = [head] if head else []
        for slot, words in zip(template.slots[:place][::-1], template.texts[:place][::-1], strict=True):
            before += [slot, level(nfc(words))] if words else [slot]
        after: list[str | Slot] = [tail] if tail else []
        for slot, words in zip(template.slots[place:], template.texts[place + 1 :], strict=True):
            after += [slot, level(nfc(words))] if words else [slot]
        for spelling in spellings(anchor, self._language):
            form = Form(pattern, capitals(spelling, Case.FREE), tuple(before), tuple(after))
            self.anchors.setdefault(level(spelling), []).append(form)

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
        best: tuple[int, int, Form, dict[str, Concept]] | None = None
        for form in self.anchors[low[start:end]]:
            if not all(text[start + i].isupper() for i in form.required):
                continue
            for first, left in self._backward(form, form.before, text, low, start, {}):
                found = next(self._forward(form, form.after, text, low, end, left), None)
                if found is None:
                    continue
                last, parts = found
                if best is None or last - first > best[1] - best[0]:
                    best = first, last, form, parts
                break
        if best is None or not self._stands(text, low, best[0], best[1]):
            return None
        first, last, form, parts = best
        fillers = [self._on(parts[name], on) for name in form.pattern.slots]
        ident = f"{form.pattern.id}({','.join(concept.id for concept in fillers)})"
        concept = self._glossary.get(ident)
        if concept is None:
            return None
        mine = [term for term in concept.terms if term.lang == self._language.code]
        term = next((term for term in mine if level(term.text) == low[first:last]), mine[0] if mine else None)
        return Filled(first, last, term, concept) if term is not None else None

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

    def _forward(
        self, form: Form, pieces: Sequence[str | Slot], text: str, low: str, at: int, parts: dict[str, Concept]
    ) -> Iterator[tuple[int, dict[str, Concept]]]:
        if not pieces:
            yield at, parts
            return
        piece, rest = pieces[0], pieces[1:]
        if not isinstance(piece, Slot):
            if low.startswith(piece, at):
                yield from self._forward(form, rest, text, low, at + len(piece), parts)
            return
        fillers = self._takes(form, piece)
        for length in fillers.lengths:
            for required, concept in fillers.names.get(low[at : at + length], ()):
                if _fits(concept, parts) and all(text[at + i].isupper() for i in required):
                    yield from self._forward(form, rest, text, low, at + length, {**parts, piece.name: concept})

    def _backward(
        self, form: Form, pieces: Sequence[str | Slot], text: str, low: str, at: int, parts: dict[str, Concept]
    ) -> Iterator[tuple[int, dict[str, Concept]]]:
        if not pieces:
            yield at, parts
            return
        piece, rest = pieces[0], pieces[1:]
        if not isinstance(piece, Slot):
            if low.endswith(piece, 0, at):
                yield from self._backward(form, rest, text, low, at - len(piece), parts)
            return
        fillers = self._takes(form, piece)
        for length in fillers.lengths:
            first = at - length
            if first < 0:
                continue
            for required, concept in fillers.names.get(low[first:at], ()):
                if _fits(concept, parts) and all(text[first + i].isupper() for i in required):
                    yield from self._backward(form, rest, text, low, first, {**parts, piece.name: concept})

    def _takes(self, form: Form, slot: Slot) -> Fillers:
        takes = form.pattern.slots[slot.name]
        known = self._fillers.get((takes, slot.form))
        if known is None:
            names: dict[str, list[tuple[tuple[int, ...], Concept]]] = {}
            for concept in self._glossary:
                if any(_takes(take, concept) for take in takes):
                    for term in _terms(concept, self._language.code, slot.form):
                        for spelling in spellings(nfc(term.text), self._language):
                            row = capitals(spelling, Case.NAME), concept
                            names.setdefault(level(spelling), []).append(row)
            known = Fillers(names, tuple(sorted({len(name) for name in names}, reverse=True)))
            self._fillers[takes, slot.form] = known
        return known


def _fits(concept: Concept, parts: dict[str, Concept]) -> bool:
    """No state sends an ambassador to itself."""
    return all(concept.id != other.id for other in parts.values())


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
