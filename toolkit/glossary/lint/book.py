"""Rules that compare rows: order, ids, successors, and forms that two concepts share."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.glossary.concept import Status
from toolkit.glossary.lint.problem import Problem
from toolkit.normalize import fold
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.lint.sheet import Row, Sheet

_SUFFIX = {Status.PREFERRED: "", Status.ADMITTED: "_admitted", Status.DEPRECATED: "_deprecated"}

Place = tuple["Sheet", "Row"]


def check_book(sheets: Sequence[Sheet], known: Mapping[str, Concept]) -> Iterator[Problem]:
    """
    Every defect that shows only beside the other rows.

    Args:
        sheets: The files under review.
        known: Concepts of layers below, which ids may point to.
    """
    places: dict[str, Place] = {}
    for sheet in sheets:
        yield from _check_order(sheet, places)
    concepts = {ident: row.concept for ident, (_, row) in places.items() if row.concept is not None}
    for ident, concept in concepts.items():
        yield from _check_successors(places[ident], concept, {**known, **concepts})
    yield from _check_forms(places, concepts)


def problem(place: Place, check: str, severity: Severity, field: str, message: str, fix: str = "") -> Problem:
    """A :class:`Problem` of the row at *place*."""
    sheet, row = place
    return Problem(check, severity, message, row.path, row.line, field, sheet.column(row.line, field), row.ident, fix)


def _check_order(sheet: Sheet, places: dict[str, Place]) -> Iterator[Problem]:
    last = ""
    for row in sheet.rows:
        place = (sheet, row)
        ident = row.ident
        if not ident:
            continue
        if ident in places:
            other = places[ident][1]
            place_of_other = f"{other.path.name}:{other.line}"
            message = _("{id!r} stands in {place} already").format(id=ident, place=place_of_other)
            yield problem(place, "id-duplicate", Severity.ERROR, "id", message)
            continue
        places[ident] = place
        if ident < last:
            message = _(
                "{id!r} stands after {other!r}: rows are sorted by id, so that a diff shows what changed"
            ).format(id=ident, other=last)
            yield problem(place, "id-order", Severity.ERROR, "id", message)
        last = max(last, ident)


def _check_successors(place: Place, concept: Concept, known: Mapping[str, Concept]) -> Iterator[Problem]:
    for ident in concept.replaced_by:
        successor = known.get(ident)
        if ident == concept.id:
            yield problem(
                place, "successor-unknown", Severity.ERROR, "replaced_by", _("a concept is its own successor")
            )
        elif successor is None:
            message = _("{id!r} is no concept").format(id=ident)
            yield problem(place, "successor-unknown", Severity.ERROR, "replaced_by", message)
        elif concept.valid_until and successor.valid_from:
            following = concept.valid_until + timedelta(days=1)
            if successor.valid_from > following:
                message = _("{id!r} begins on {first}, days after {last}").format(
                    id=ident, first=successor.valid_from, last=concept.valid_until
                )
                yield problem(place, "date-gap", Severity.WARNING, "valid_until", message, str(successor.valid_from))
            elif successor.valid_from < following and _share_a_name(concept, successor):
                message = _("{id!r} has the same name and begins on {first}, before this one ends").format(
                    id=ident, first=successor.valid_from
                )
                yield problem(place, "date-overlap", Severity.WARNING, "valid_until", message)
        ends = (concept.valid_until, successor.valid_until) if successor is not None else (None, None)
        if ends[0] and ends[1] and ends[1] < ends[0]:
            message = _("{id!r} ended on {day}, before what it follows").format(id=ident, day=ends[1])
            yield problem(place, "date-overlap", Severity.ERROR, "replaced_by", message)


def _share_a_name(one: Concept, other: Concept) -> bool:
    names = {(t.lang, t.text) for t in one.terms if t.status is Status.PREFERRED}
    return any((t.lang, t.text) in names for t in other.terms if t.status is Status.PREFERRED)


def _check_forms(places: Mapping[str, Place], concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    """One form, two concepts: a reader must be able to tell which is meant, and no program may guess."""
    owners: defaultdict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in concepts.values():
        for term in concept.terms:
            if not term.target_only:
                owners[term.lang, fold(term.text)].append((concept, term))
    for group in owners.values():
        if len(group) > 1:
            yield from _check_group(places, group)


def _check_group(places: Mapping[str, Place], group: list[tuple[Concept, Term]]) -> Iterator[Problem]:
    for index, (concept, term) in enumerate(group):
        place, field = places[concept.id], term.lang + _SUFFIX[term.status]
        for other, twin in group[:index] if term.status is not Status.DEPRECATED else group:
            if other.id == concept.id or _told_apart(concept, other):
                continue
            statuses = {term.status, twin.status}
            if term.status is Status.DEPRECATED and twin.status is Status.PREFERRED:
                message = _("{term!r} is to be avoided here and is what {id} is called").format(
                    term=term.text, id=other.id
                )
                yield problem(place, "deprecated-preferred", Severity.WARNING, field, message)
            elif Status.DEPRECATED not in statuses:
                both = Severity.WARNING if statuses == {Status.PREFERRED} else Severity.INFO
                message = _("{term!r} is also a name of {id}: a hint or a country would tell them apart").format(
                    term=term.text, id=other.id
                )
                yield problem(place, "form-ambiguous", both, field, message)


def _told_apart(one: Concept, other: Concept) -> bool:
    if one.country != other.country or one.hints or other.hints:
        return True
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    last = min(one.valid_until or date.max, other.valid_until or date.max)
    return first > last
