"""
The patterns of a language taken apart: each way to write one around its longest fixed words, the anchor.

Everything here is made of strings and numbers, so that it can be kept on disk.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.concept import Status
from toolkit.glossary.table.pattern import load_patterns
from toolkit.match.automaton import packed
from toolkit.match.case import Case, capitals
from toolkit.match.spelling import spellings
from toolkit.normalize import level, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.table.pattern import Slot, Template
    from toolkit.lang import Language

    #: A slot in a form: its name, and the number of what it takes.
    Hole = tuple[str, int]
    #: What a slot takes (subjects and countries), the form of the names, and what is gathered: edges and names.
    Supply = tuple[tuple[tuple[str, str], ...], str, bytes, bytes]
    #: Levelled name to the capitals it needs and the number of its concept.
    Names = dict[str, list[tuple[tuple[int, ...], int]]]


#: Letters by which the beginnings and the ends of names are told apart.
EDGE = 4


class Form(NamedTuple):
    """
    A template around its anchor.

    Attributes:
        ident: Id of the pattern that it is a way to write of.
        slots: Names of the pattern's slots, in its order.
        required: Where the anchor must have capitals.
        before: Fixed words and slots before the anchor, from the inside out.
        after: Those after it.
        left: The nearest of *before*: words, and what the slot next to them takes, -1 for none.
        right: The nearest of *after*.
    """

    ident: str
    slots: tuple[str, ...]
    required: tuple[int, ...]
    before: tuple[str | Hole, ...]
    after: tuple[str | Hole, ...]
    left: tuple[str, int]
    right: tuple[str, int]


def compile_anchors(
    folders: Iterable[Path], language: Language
) -> tuple[dict[str, list[tuple[object, ...]]], list[Supply]]:
    """
    Levelled anchors and the forms that have them (plain tuples, see :class:`Form`), and what their slots take.

    Raises:
        InputError: A file of patterns cannot be read.
        GlossaryError: Rows are wrong.
    """
    anchors: dict[str, list[tuple[object, ...]]] = {}
    numbers: dict[tuple[tuple[tuple[str, str], ...], str], int] = {}
    for pattern in load_patterns(folders):
        takes = {
            name: tuple((take.subject, take.country) for take in choices) for name, choices in pattern.slots.items()
        }

        def hole(slot: Slot, takes: dict[str, tuple[tuple[str, str], ...]] = takes) -> Hole:
            return slot.name, numbers.setdefault((takes[slot.name], slot.form), len(numbers))

        for template in pattern.templates:
            if template.lang != language.code:
                continue
            place = max(range(len(template.texts)), key=lambda i: len(template.texts[i].strip()))
            text = nfc(template.texts[place])
            words = text.strip()
            if not any(map(str.isalnum, words)):
                continue
            before, after = _sides(template, place, text, [hole(slot) for slot in template.slots])
            for spelling in spellings(words, language):
                required = capitals(spelling, Case.FREE)
                form = (pattern.id, tuple(takes), required, before, after, _nearest(before), _nearest(after))
                anchors.setdefault(level(spelling), []).append(form)
    return anchors, [(takes, form, b"", b"") for takes, form in numbers]


def _sides(
    template: Template, place: int, text: str, holes: Sequence[Hole]
) -> tuple[tuple[str | Hole, ...], tuple[str | Hole, ...]]:
    """What stands before the anchor, from the inside out, and after it."""
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    before: list[str | Hole] = [head] if head else []
    for hole, words in zip(holes[:place][::-1], template.texts[:place][::-1], strict=True):
        before += [hole, level(nfc(words))] if words else [hole]
    after: list[str | Hole] = [tail] if tail else []
    for hole, words in zip(holes[place:], template.texts[place + 1 :], strict=True):
        after += [hole, level(nfc(words))] if words else [hole]
    return tuple(before), tuple(after)


def _nearest(pieces: Sequence[str | Hole]) -> tuple[str, int]:
    words = pieces[0] if pieces and isinstance(pieces[0], str) else ""
    rest = pieces[1:] if words else pieces
    return words, rest[0][1] if rest and not isinstance(rest[0], str) else -1


def gather_names(
    glossary: Glossary, language: Language, takes: Sequence[tuple[str, str]], form: str
) -> tuple[bytes, bytes]:
    """The beginnings and ends of the names that fill a slot, for :func:`edges`, and the names, for :func:`names`."""
    wanted: dict[str, set[str]] = {}
    for subject in {concept.subject for concept in glossary}:
        countries = {country for taken, country in takes if f"{subject}.".startswith(f"{taken}.")}
        if countries:
            wanted[subject] = countries
    found: Names = {}
    for number, concept in enumerate(glossary):
        countries = wanted.get(concept.subject, set())
        if concept.country in countries or "" in countries:
            for term in _terms(concept, language.code, form):
                for spelling in spellings(nfc(term.text), language):
                    found.setdefault(level(spelling), []).append((capitals(spelling, Case.NAME), number))
    return marshal.dumps((_lengths(found, slice(0, EDGE)), _lengths(found, slice(-EDGE, None)))), marshal.dumps(found)


def _lengths(names: Iterable[str], edge: slice) -> dict[str, Sequence[int]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[edge], set()).add(len(name))
    return {key: packed(lengths) for key, lengths in found.items()}


def edges(data: bytes) -> tuple[dict[str, Sequence[int]], dict[str, Sequence[int]]]:
    """
    What rules most places in a text out at one look.

    Returns:
        The first letters of a name, :data:`EDGE` of them or all of a shorter one, to the lengths of those that begin
        so, the longest first; the last ones.
    """
    found: tuple[dict[str, Sequence[int]], dict[str, Sequence[int]]] = marshal.loads(data)
    return found


def names(data: bytes) -> Names:
    """The names that :func:`gather_names` gathered."""
    found: Names = marshal.loads(data)
    return found


def _terms(concept: Concept, lang: str, form: str) -> list[Term]:
    """The names with which a slot may be filled: those marked with its form, else every full name."""
    mine = [t for t in concept.terms if t.lang == lang and t.status is not Status.DEPRECATED]
    if form:
        styled = [t for t in mine if form in t.styles]
        if styled:
            return styled
    return [t for t in mine if not t.target_only] or mine[:1]
