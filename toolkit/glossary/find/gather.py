"""
Working the spellings of a language out: every term in every spelling, and every pattern around its anchor.

It takes longer than checking an article, so it is done once for a glossary; see :mod:`toolkit.glossary.find.lexicon`.
"""

from __future__ import annotations

import marshal
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from toolkit.glossary.concept import Status
from toolkit.glossary.find.anchor import EDGE
from toolkit.glossary.find.lexicon import CASES
from toolkit.glossary.find.reading import case_of, case_of_form, forms
from toolkit.glossary.table.blocker import Kind, load_blockers
from toolkit.glossary.table.pattern import load_patterns
from toolkit.lang import language
from toolkit.match import people as risks
from toolkit.match.automaton import heads, packed
from toolkit.match.case import Case, capitals
from toolkit.match.spelling import spellings
from toolkit.normalize import level, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.anchor import Hole, Names, Supply
    from toolkit.glossary.find.lexicon import Packed
    from toolkit.glossary.table.pattern import Slot, Template
    from toolkit.lang import Language

_RISKS = {Kind.INITIAL: risks.INITIAL, Kind.GIVEN: risks.GIVEN, Kind.SURNAME: risks.SURNAME, Kind.SHOUT: risks.SHOUT}


def gather(glossary: Glossary, lang: str, *, whole: bool) -> dict[str, Any]:
    """
    Everything that a finder of a language looks up.

    Args:
        glossary: The concepts; the blockers and patterns of its folders are read here.
        lang: Code of the language.
        whole: Also the names that fill slots, which otherwise are gathered when a text first asks.
    """
    record = language(lang)
    keys: dict[str, list[Packed]] = {}
    risky: dict[str, int] = {}

    def add(form: str, case: Case, number: int = -1, place: int = -1) -> None:
        if key := level(form):
            keys.setdefault(key, []).append((form, CASES.index(case), number, place))

    for blocker in load_blockers(glossary.folders):
        if blocker.lang != lang:
            continue
        if blocker.kind is Kind.SWALLOW:
            for form in spellings(blocker.text, record):
                add(form, Case.NAME)
        else:
            key = level(blocker.text)
            risky[key] = risky.get(key, 0) | _RISKS[blocker.kind]
    for number, concept in enumerate(glossary):
        if "lookup" in concept.hints:
            continue
        case = case_of(concept)
        for place, term in enumerate(concept.terms):
            if term.lang == lang and not term.target_only:
                for form in forms(term.text, case, record):
                    add(form, case_of_form(form, case, lang), number, place)
    anchors, supplies = compile_anchors(glossary.folders, record)
    for words in anchors:
        keys.setdefault(words, [])
    if whole:
        gather_names = Gatherer(glossary, record).gather
        supplies = [(takes, form, *gather_names(takes, form)) for takes, form, *_ in supplies]
    return {
        "keys": "\n".join(keys),
        "heads": heads(keys),
        "rows": [marshal.dumps(rows) if rows else b"" for rows in keys.values()],
        "risky": risky,
        "anchors": anchors,
        "supplies": supplies,
    }


def compile_anchors(
    folders: Iterable[Path], language: Language
) -> tuple[dict[str, list[tuple[object, ...]]], list[Supply]]:
    """
    Levelled anchors and the forms that have them, and what their slots take.

    The forms are plain tuples, to be kept on disk; see :class:`toolkit.glossary.find.anchor.Form`.

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


class Gatherer:
    """
    Gathers the names that fill slots.

    Many slots take the same names: those of a subject in a country are spelt out once.

    Args:
        glossary: Whose concepts they are.
        language: The record of the language.
    """

    def __init__(self, glossary: Glossary, language: Language) -> None:
        self._language = language
        #: Subject to country to numbers and concepts.
        self._groups: dict[str, dict[str, list[tuple[int, Concept]]]] = {}
        for number, concept in enumerate(glossary):
            self._groups.setdefault(concept.subject, {}).setdefault(concept.country, []).append((number, concept))
        self._spelt: dict[tuple[str, str, str], list[tuple[int, str, tuple[int, ...]]]] = {}

    def gather(self, takes: Sequence[tuple[str, str]], form: str) -> tuple[bytes, bytes]:
        """
        What fills a slot.

        Returns:
            The edges of the names, for :func:`toolkit.glossary.find.anchor.edges`, and the names, for
            :func:`toolkit.glossary.find.anchor.names`.
        """
        rows: list[tuple[int, str, tuple[int, ...]]] = []
        for subject, countries in self._groups.items():
            wanted = {country for taken, country in takes if f"{subject}.".startswith(f"{taken}.")}
            for country in countries if "" in wanted else wanted & countries.keys():
                rows += self._spell(subject, country, form)
        found: Names = {}
        for number, key, required in sorted(rows, key=itemgetter(0)):
            row = required, number
            if key in found:
                found[key].append(row)
            else:
                found[key] = [row]
        edges = _lengths(found, slice(0, EDGE)), _lengths(found, slice(-EDGE, None))
        return marshal.dumps(edges), marshal.dumps(found)

    def _spell(self, subject: str, country: str, form: str) -> list[tuple[int, str, tuple[int, ...]]]:
        """Numbers of concepts, and every spelling of their names: levelled, and where it must have capitals."""
        known = self._spelt.get((subject, country, form))
        if known is None:
            known = self._spelt[subject, country, form] = [
                (number, level(spelling), capitals(spelling, Case.NAME))
                for number, concept in self._groups[subject][country]
                for term in _terms(concept, self._language.code, form)
                for spelling in spellings(nfc(term.text), self._language)
            ]
        return known


def _lengths(names: Iterable[str], edge: slice) -> dict[str, Sequence[int]]:
    found: dict[str, set[int]] = {}
    for name in names:
        letters = name[edge]
        if letters in found:
            found[letters].add(len(name))
        else:
            found[letters] = {len(name)}
    return {key: packed(lengths) for key, lengths in found.items()}


def _terms(concept: Concept, lang: str, form: str) -> list[Term]:
    """The names with which a slot may be filled: those marked with its form, else every full name."""
    mine = [t for t in concept.terms if t.lang == lang and t.status is not Status.DEPRECATED]
    if form:
        styled = [t for t in mine if form in t.styles]
        if styled:
            return styled
    return [t for t in mine if not t.target_only] or mine[:1]
