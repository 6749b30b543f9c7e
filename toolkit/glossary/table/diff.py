"""What changed between two glossaries, and which finished translations that touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.concept import Status
from toolkit.glossary.table.row import LANGS, format_row
from toolkit.normalize import fold
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.ui.width import pad
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toolkit.glossary.concept import Concept

#: Columns whose change says something else about the world; the others say something about the row.
_TERMS = tuple(f"{lang}{kind}" for lang in LANGS for kind in ("", "_admitted", "_deprecated"))


@dataclass(frozen=True, slots=True)
class Difference:
    """
    A concept that is not the same in both.

    Attributes:
        id: Its id.
        old: As it was; None if it is new.
        new: As it is; None if it is gone.
        cells: Column -> the cell before and after, for each that differs.
    """

    id: str
    old: Concept | None
    new: Concept | None
    cells: Mapping[str, tuple[str, str]]

    @property
    def kind(self) -> str:
        """``added``, ``removed``, ``terms`` (what to write has changed) or ``facts`` (what is known has)."""
        if self.old is None:
            return mark("added")
        if self.new is None:
            return mark("removed")
        return mark("terms") if any(column in _TERMS for column in self.cells) else mark("facts")

    def names(self, lang: str) -> list[str]:
        """Every form in *lang* whose meaning or status changed: gone, new, or with another status."""
        before, after = (
            {(t.text, t.status) for t in c.terms if t.lang == lang} if c else set() for c in (self.old, self.new)
        )
        return sorted({text for text, _ in before ^ after})


@dataclass(frozen=True, slots=True)
class Touched:
    """
    A translation in which a changed term stands.

    Attributes:
        path: The catalog.
        line: Line of the message.
        id: The concept.
        form: The form that was found.
        advice: What the glossary now says about it.
    """

    path: str
    line: int
    id: str
    form: str
    advice: str


def diff(old: Iterable[Concept], new: Iterable[Concept], *, only_terms: bool = False) -> list[Difference]:
    """
    What changed, in the order of the ids.

    Args:
        old: The concepts as they were.
        new: The concepts as they are.
        only_terms: Leave out concepts whose names are the same.
    """
    before, after = ({concept.id: concept for concept in concepts} for concepts in (old, new))
    found = []
    for ident in sorted(before.keys() | after.keys()):
        one, other = before.get(ident), after.get(ident)
        if one != other:
            left = format_row(one) if one else {}
            right = format_row(other) if other else {}
            columns = right or left
            cells = {c: (left.get(c, ""), right.get(c, "")) for c in columns if left.get(c, "") != right.get(c, "")}
            found.append(Difference(ident, one, other, cells))
    return [one for one in found if one.kind != "facts"] if only_terms else found


def touched(differences: Iterable[Difference], messages: Iterable[tuple[str, int, str, str]]) -> Iterator[Touched]:
    """
    The translations that a change concerns: those that hold a form which is gone, or is to be avoided now.

    Args:
        differences: What changed.
        messages: Path, line, language and text of each translation.
    """
    stale: dict[str, list[tuple[str, Difference, str]]] = {}
    for difference in differences:
        for lang in LANGS:
            for form in difference.names(lang):
                if advice := _advice(difference, lang, form):
                    stale.setdefault(lang, []).append((fold(form), difference, advice))
    for path, line, lang, text in messages:
        low = fold(text)
        for form, difference, advice in stale.get(lang, ()):
            if form in low and not _still_fine(form, low, difference, lang):
                yield Touched(path, line, difference.id, form, advice)


def _advice(difference: Difference, lang: str, form: str) -> str:
    new = difference.new
    if new is None:
        return _("the concept is gone")
    term = next((t for t in new.terms if t.lang == lang and t.text == form), None)
    if term is not None and term.status is not Status.DEPRECATED:
        return ""
    preferred = new.preferred(lang)
    if term is not None:
        return (
            _("is to be avoided now: write {name}").format(name=preferred.text)
            if preferred
            else _("is to be avoided now")
        )
    return _("is no longer listed: write {name}").format(name=preferred.text) if preferred else _("is no longer listed")


def _still_fine(form: str, low: str, difference: Difference, lang: str) -> bool:
    """Whether a longer form that is right covers the stale one: 広島 inside 広島県."""
    fine = [fold(t.text) for t in (difference.new.terms if difference.new else ()) if t.lang == lang
            and t.status is not Status.DEPRECATED]  # fmt: skip
    for name in fine:
        if form in name:
            low = low.replace(name, "")
    return form not in low


def table(differences: Iterable[Difference]) -> str:
    """The differences for a person: one concept a block, one cell a line."""
    lines = []
    for one in differences:
        names = one.new or one.old
        assert names is not None
        lines.append(f"{pad(_(one.kind), 8)} {one.id}")
        if one.kind in ("terms", "facts"):
            lines += [f"           {column}: {before or '–'} → {after or '–'}" for column, (before, after) in
                      one.cells.items()]  # fmt: skip
        else:
            lines.append("           " + " = ".join(t.text for lang in LANGS if (t := names.preferred(lang))))
    return "".join(line + "\n" for line in lines)


def report(differences: Sequence[Difference], touched: Sequence[Touched], form: str) -> str:
    """What changed and what that touches, as ``text`` or ``json``."""
    if form == "text":
        lines = [f"{one.path}:{one.line}: {one.form} ({one.id}) {one.advice}" for one in touched]
        return table(differences) + "".join(f"{line}\n" for line in lines)
    import json  # noqa: PLC0415 - a table needs none

    changes = [
        {"id": one.id, "kind": one.kind, "cells": {c: {"old": a, "new": b} for c, (a, b) in one.cells.items()}}
        for one in differences
    ]
    places = [{"path": t.path, "line": t.line, "id": t.id, "form": t.form, "advice": t.advice} for t in touched]
    return json.dumps({"changes": changes, "touched": places}, ensure_ascii=False, indent=2) + "\n"
