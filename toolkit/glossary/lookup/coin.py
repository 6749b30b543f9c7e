"""
Names that no row lists, made from a pattern and the rows that fill its slots: 駐日ベトナム大使, UBND tỉnh Thanh Hóa.

A few hundred patterns name tens of thousands of things. So none of them is listed: a question is held against the words
around the slots, and what stands in a slot is looked up as any other name. The concept that comes out is coined on the
spot; its id, ``pattern.people-committee(vn.prov.thanh-hoa)``, coins it again.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.lookup.die import ident_of, unpack
from toolkit.glossary.lookup.key import key, squeeze
from toolkit.glossary.lookup.search import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from toolkit.glossary.lookup.die import Die, Form
    from toolkit.glossary.lookup.index import Index

#: Former and acting holders of an office of a place: a pattern in a pattern in a pattern is no name of anything.
_DEPTH = 2

#: So many spellings of one slot go into the admitted names of a coined concept.
_SPELLINGS = 4

#: Letters of the fixed words by which the forms of patterns are sorted.
_HEAD = 3

#: So many parts of names are remembered, and so many coined concepts, which are larger.
_PARTS, _CONCEPTS = 10_000, 2_000


class _Forms:
    """All forms of all patterns, by the first or the last letters of their fixed words."""

    def __init__(self, dies: Iterable[Die]) -> None:
        self._by_head: dict[str, list[tuple[Die, Form]]] = {}
        self._by_tail: dict[str, list[tuple[Die, Form]]] = {}
        self._others: list[tuple[Die, Form]] = []
        for die in dies:
            for form in die.forms:
                if form.keys[0]:
                    self._by_head.setdefault(form.keys[0][:_HEAD], []).append((die, form))
                elif form.keys[-1]:
                    self._by_tail.setdefault(form.keys[-1][-_HEAD:], []).append((die, form))
                else:
                    self._others.append((die, form))

    def candidates(self, wanted: str) -> Iterator[tuple[Die, Form]]:
        """Those that may have coined a name."""
        for size in range(1, _HEAD + 1):
            yield from self._by_head.get(wanted[:size], ())
            yield from self._by_tail.get(wanted[-size:], ())
        yield from self._others


class Mint:
    """
    Coins concepts from the patterns of a glossary.

    Args:
        index: The compiled glossary, whose concepts fill the slots.
        patterns: What :func:`toolkit.glossary.lookup.die.pack` packed; a text names few of them, a question all.
    """

    def __init__(self, index: Index, patterns: Iterable[Sequence[Any]]) -> None:
        self._index = index
        self._packed = {ident_of(packed): packed for packed in patterns}
        self._dies: dict[str, Die] = {}
        self._forms: _Forms | None = None
        self._fillers: dict[tuple[str, int], list[tuple[Concept, Term]]] = {}
        self._named: dict[str, Concept | None] = {}

    def coin(self, query: str, lang: str | None = None) -> list[Hit]:
        """
        What *query* names by a pattern.

        Args:
            query: A name, in any spelling.
            lang: Code of the language it is in; None for any.

        Returns:
            A hit for each concept that can be coined, unordered.
        """
        wanted = squeeze(key(query))
        hits = {}
        for concept, term in self._coined(wanted, 0):
            if lang is None or term.lang == lang or concept.id not in hits:
                hits[concept.id] = Hit(concept, term, _how(term, query))
        if lang is not None and any(hit.term.lang == lang for hit in hits.values()):
            return [hit for hit in hits.values() if hit.term.lang == lang]
        return list(hits.values())

    def named(self, ident: str) -> Concept | None:
        """The coined concept with this id, or None if its pattern or a concept in its slots does not exist."""
        if ident not in self._named:
            if len(self._named) > _CONCEPTS:  # a long-lived process is asked many things
                self._named.clear()
            self._named[ident] = self._of(ident)
        return self._named[ident]

    def _of(self, ident: str) -> Concept | None:
        pattern, _, inside = ident.partition("(")
        die = self._die(pattern)
        if die is None or not inside.endswith(")"):
            return None
        fillers = [self.named(part) if "(" in part else self._index.named(part) for part in _split(inside[:-1])]
        if None in fillers or len(fillers) != len(die.slots):
            return None
        return self._concept(die, dict(zip(die.slots, filter(None, fillers), strict=True)))

    def _coined(self, wanted: str, depth: int) -> Iterator[tuple[Concept, Term]]:
        if self._forms is None:
            self._forms = _Forms(filter(None, map(self._die, self._packed)))
        for die, form in self._forms.candidates(wanted):
            for parts in _fit(form.keys, wanted):
                choices = [
                    self._fitting(part, die, form, slot, depth) for part, slot in zip(parts, form.slots, strict=True)
                ]
                for choice in product(*choices):
                    fillers = {name: concept for (name, _), (concept, _) in zip(form.slots, choice, strict=True)}
                    if len({concept.id for concept in fillers.values()}) < len(fillers):
                        continue  # no state sends an ambassador to itself
                    if set(die.slots) != set(fillers) or not _meet(fillers.values()):
                        continue
                    concept = self._concept(die, {name: fillers[name] for name in die.slots})
                    names = [term.text for _, term in choice]
                    written = "".join(a + b for a, b in zip(form.texts, [*names, ""], strict=True))
                    yield concept, _listed(concept, written, form.lang)

    def _die(self, ident: str) -> Die | None:
        if ident not in self._dies and ident in self._packed:
            self._dies[ident] = unpack(self._packed[ident])
        return self._dies.get(ident)

    def _fitting(
        self, part: str, die: Die, form: Form, slot: tuple[str, str], depth: int
    ) -> list[tuple[Concept, Term]]:
        """The concepts that *part* names and the slot takes."""
        known = self._fillers.get((part, depth))
        if known is None:
            known = []
            for entry in self._index.entries(part):
                if entry.term is not None:
                    concept = self._index.concept(entry.concept)
                    known.append((concept, concept.terms[entry.term]))
            if depth < _DEPTH and len(part) > _HEAD:
                known += self._coined(part, depth + 1)
            if len(self._fillers) > _PARTS:
                self._fillers.clear()
            self._fillers[part, depth] = known
        takes = die.slots[slot[0]]
        found: dict[str, tuple[Concept, Term]] = {}
        for concept, term in known:
            if term.status is Status.DEPRECATED or not _takes(takes, concept):
                continue
            if term.lang == form.lang or concept.id not in found:
                found[concept.id] = (concept, term)
        return list(found.values())

    def _concept(self, die: Die, fillers: Mapping[str, Concept]) -> Concept:
        terms: dict[tuple[str, str], Term] = {}
        for status, templates in ((Status.PREFERRED, die.preferred), (Status.ADMITTED, die.admitted)):
            for place in templates:
                form = die.forms[place]
                for rank, text in enumerate(_written(form, fillers)):
                    real = status if rank == 0 else Status.ADMITTED
                    terms.setdefault((form.lang, text), Term(text, form.lang, real))
        parts = list(fillers.values())
        begins = [d for d in (die.valid_from, *(c.valid_from for c in parts)) if d]
        ends = [d for d in (die.valid_until, *(c.valid_until for c in parts)) if d]
        end = min(ends, default=None)
        confidences = list(Confidence)
        return Concept(
            id=f"{die.id}({','.join(c.id for c in parts)})",
            subject=die.subject,
            country=die.country or next((c.country for c in parts if c.country), ""),
            terms=tuple(sorted(terms.values(), key=lambda t: t.status is not Status.PREFERRED)),
            valid_from=max(begins, default=None),
            valid_until=end,
            replaced_by=self._successors(die.id, fillers, end) if end else (),
            note=die.note,
            sources=die.sources,
            confidence=max((die.confidence, *(c.confidence for c in parts)), key=confidences.index),
        )

    def _successors(self, ident: str, fillers: Mapping[str, Concept], end: date) -> tuple[str, ...]:
        """The same office of the place that followed the place in a slot, where exactly one did."""
        following = []
        for concept in fillers.values():
            if concept.valid_until == end:
                if len(concept.replaced_by) != 1:
                    return ()
                following.append(concept.replaced_by[0])
            else:
                following.append(concept.id)
        return (f"{ident}({','.join(following)})",)


def _split(inside: str) -> list[str]:
    """The ids in a coined id, which may be coined themselves: ``a,b(c,d)`` is two."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(inside):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append(inside[start:at])
            start = at + 1
    return [*parts, inside[start:]]


def _fit(keys: Sequence[str], wanted: str) -> Iterator[tuple[str, ...]]:
    """Every way to cut *wanted* so that the fixed words stand around the slots; no slot is empty."""
    if not (wanted.startswith(keys[0]) and wanted.endswith(keys[-1])):
        return
    inner = wanted[len(keys[0]) : len(wanted) - len(keys[-1])]
    if len(wanted) < len(keys[0]) + len(keys[-1]) + len(keys) - 1:
        return
    yield from _cut(keys[1:-1], inner)


def _cut(between: Sequence[str], inner: str) -> Iterator[tuple[str, ...]]:
    if not between:
        if inner:
            yield (inner,)
        return
    mark = between[0]
    at = inner.find(mark, 1)
    while 0 < at < len(inner):
        for rest in _cut(between[1:], inner[at + len(mark) :]):
            yield (inner[:at], *rest)
        at = inner.find(mark, at + 1)


def _takes(takes: Sequence[tuple[str, str]], concept: Concept) -> bool:
    return any(
        f"{concept.subject}.".startswith(f"{subject}.") and (not country or concept.country == country)
        for subject, country in takes
    )


def _meet(fillers: Iterable[Concept]) -> bool:
    """Whether there was a day on which all of them existed."""
    parts = list(fillers)
    begins = [c.valid_from for c in parts if c.valid_from]
    ends = [c.valid_until for c in parts if c.valid_until]
    return not begins or not ends or max(begins) <= min(ends)


def _written(form: Form, fillers: Mapping[str, Concept]) -> list[str]:
    """The names that a form makes: with the usual spelling of each slot first, then with its other spellings."""
    choices = [_spellings(fillers[name], form.lang, style) for name, style in form.slots]
    if not all(choices):
        return []
    rows = [tuple(choice[0] for choice in choices)]
    for at, choice in enumerate(choices):
        rows += [(*rows[0][:at], other, *rows[0][at + 1 :]) for other in choice[1:]]
    return ["".join(a + b for a, b in zip(form.texts, [*row, ""], strict=True)) for row in rows]


def _spellings(concept: Concept, lang: str, style: str) -> list[str]:
    """How a slot is written: terms with the style that the form asks for, else full names, the preferred one first."""
    mine = [t for t in concept.terms if t.lang == lang and t.status is not Status.DEPRECATED]
    if style:
        styled = [t.text for t in mine if style in t.styles]
        if styled:
            return styled[:_SPELLINGS]
    return [t.text for t in mine if not t.target_only and "bare" not in t.styles][:_SPELLINGS] or [
        t.text for t in mine[:1]
    ]


def _listed(concept: Concept, written: str, lang: str) -> Term:
    """The term of a coined concept that was asked for; one that it does not list is admitted."""
    return next(
        (t for t in concept.terms if t.lang == lang and t.text == written), Term(written, lang, Status.ADMITTED)
    )


def _how(term: Term, query: str) -> str:
    return "exact" if term.text == query else "folded" if term.text.lower() == query.lower() else "plain"
