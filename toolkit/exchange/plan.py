"""
What an import would do: new concepts, changed ones, and those that contradict the glossary.

Nothing is written without a look at it, and then into a layer of its own: the curated glossary stays as it is, and
whoever takes the layer away has it back.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit import files
from toolkit.errors import BadRow, GlossaryError, InputError
from toolkit.exchange.incoming import COINED, JOIN, SUBJECT, Incoming, coined_id
from toolkit.glossary.concept import Status
from toolkit.glossary.table.row import COLUMNS, LANGS, format_row, parse_row, values
from toolkit.normalize import fold
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.ui.width import pad
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from toolkit.glossary.concept import Concept

#: The file of a layer that an import writes.
LAYER_FILE = "imported.csv"


class Kind(StrEnum):
    """What a row of a file is to the glossary."""

    NEW = mark("new")
    CHANGED = mark("changed")
    CONFLICTING = mark("conflicting")
    SAME = mark("same")


@dataclass(frozen=True, slots=True)
class Step:
    """
    One concept of an import.

    Attributes:
        kind: What it is to the glossary.
        concept: As the glossary would have it afterwards.
        cells: Column -> the cell before and after, where they differ.
        line: Where it stands in the file.
        reason: What it contradicts.
    """

    kind: Kind
    concept: Concept
    cells: Mapping[str, tuple[str, str]]
    line: int
    reason: str = ""


def plan(incoming: Iterable[Incoming], glossary: Iterable[Concept], path: Path) -> list[Step]:
    """
    Compare what a file holds with the glossary.

    A row without an id is the concept that has its names in more languages than any other has.

    Args:
        incoming: What a reader gave.
        glossary: The concepts there are.
        path: The file, for errors.

    Raises:
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    known = {concept.id: concept for concept in glossary}
    named = _names(known.values())
    bad: list[BadRow] = []
    steps: dict[str, Step] = {}
    for item in incoming:
        given = item.cells.get("id", "")
        ours = given in known or "." in given  # other programs number: c1, 17
        item_id = (given if ours else "") or _match(item.cells, named) or coined_id(item.cells)
        old = known.get(item_id)
        cells = _merged(item, old) | {"id": item_id}
        concept, errors = parse_row({c: unicodedata.normalize("NFC", text) for c, text in cells.items()})
        if concept is None:
            bad += [BadRow(path, item.line, error.column, str(error)) for error in errors]
        elif item_id in steps:
            if steps[item_id].concept != concept:
                reason = _("{id} stands in the file twice, and not the same").format(id=item_id)
                steps[item_id] = Step(Kind.CONFLICTING, steps[item_id].concept, {}, item.line, reason)
        else:
            steps[item_id] = _step(concept, old, item, named)
    if bad:
        raise GlossaryError(tuple(bad))
    return list(steps.values())


def _names(concepts: Iterable[Concept]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.status is not Status.DEPRECATED:
                found.setdefault((term.lang, fold(term.text)), set()).add(concept.id)
    return found


def _match(cells: Mapping[str, str], named: Mapping[tuple[str, str], set[str]]) -> str:
    """The id of the concept that is meant, empty if none or several are."""
    votes: Counter[str] = Counter()
    for lang in LANGS:
        if cells.get(lang):
            votes.update(named.get((lang, fold(unicodedata.normalize("NFC", cells[lang]))), ()))
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


def _merged(item: Incoming, old: Concept | None) -> dict[str, str]:
    """The row as it would be: the file's where it says all, else the glossary's with what the file adds."""
    mine = {column: text for column, text in item.cells.items() if column in COLUMNS}
    if old is None:
        return {"subject": SUBJECT} | {column: text for column, text in mine.items() if text}
    if item.whole:
        return mine
    row = format_row(old)
    for column, text in mine.items():
        if not text:
            continue
        lang, _sign, kind = column.partition("_")
        if lang in LANGS and kind != "reading":
            there = {fold(t.text) for t in old.terms if t.lang == lang}
            fresh = [name for name in values(text) if fold(name.partition("{")[0]) not in there]
            if not fresh:
                continue
            if not kind and not row[lang]:
                row[lang] = fresh.pop(0)
            place = f"{lang}_{kind or 'admitted'}"
            row[place] = JOIN.join([*values(row[place]), *fresh])
        elif not row[column]:
            row[column] = text
    return row


def _step(concept: Concept, old: Concept | None, item: Incoming, named: Mapping[tuple[str, str], set[str]]) -> Step:
    after = format_row(concept)
    before = format_row(old) if old else {}
    cells = {c: (before.get(c, ""), after[c]) for c in COLUMNS if before.get(c, "") != after[c]}
    if old is None:
        rivals = sorted(
            {i for lang in LANGS if item.cells.get(lang) for i in named.get((lang, fold(item.cells[lang])), ())}
        )
        reason = ""
        if rivals and concept.id.startswith(COINED):
            reason = _("a name of it belongs to {ids}").format(ids=", ".join(rivals[:3]))
        return Step(Kind.CONFLICTING if reason else Kind.NEW, concept, cells, item.line, reason)
    reason = "" if item.whole else _contradiction(item.cells, old)
    if not cells and not reason:
        return Step(Kind.SAME, concept, {}, item.line)
    return Step(Kind.CONFLICTING if reason else Kind.CHANGED, concept, cells, item.line, reason)


def _contradiction(cells: Mapping[str, str], old: Concept) -> str:
    """Where a list of names prefers another one than the glossary, or one that it advises against."""
    for lang in LANGS:
        name, ours = cells.get(lang, ""), old.preferred(lang)
        for term in old.terms:
            if term.lang == lang and name and term.text == name and term.status is Status.DEPRECATED:
                return _("{name} is to be avoided").format(name=name)
        if name and ours and fold(name) not in {fold(t.text) for t in old.terms if t.lang == lang}:
            # Translators: the file writes {name} where the glossary prefers {ours}
            return _("{name} for {ours}").format(name=name, ours=ours.text)
    return ""


def write_layer(steps: Sequence[Step], folder: Path, *, conflicts: bool = False) -> tuple[Path, int]:
    """
    Write what is new and what changed into a layer of its own.

    Args:
        steps: What to take.
        folder: The layer; made if need be. Rows that an earlier import left there stay, unless they come again.
        conflicts: Whether to take the conflicting ones as well.

    Returns:
        The file, and how many rows were taken.

    Raises:
        InputError: The file cannot be written.
        GlossaryError: The layer's own rows are wrong.
    """
    from toolkit.glossary.table.load import read_rows  # noqa: PLC0415 - a dry run reads no layer

    taken = [
        s.concept for s in steps if s.kind in (Kind.NEW, Kind.CHANGED) or (conflicts and s.kind is Kind.CONFLICTING)
    ]
    path = folder / LAYER_FILE
    if folder.is_file():
        raise InputError(_("is a file, not a folder"), path=folder, remedy=_("name the folder of a layer"))
    there = {}
    if path.exists():
        good, bad = read_rows(path)
        if bad:
            raise GlossaryError(tuple(bad))
        there = {concept.id: concept for _line, concept in good}
    there |= {concept.id: concept for concept in taken}
    if taken:
        files.write(path, _csv(sorted(there.values(), key=lambda c: c.id)))
    return path, len(taken)


def _csv(concepts: Iterable[Concept]) -> bytes:
    import csv  # noqa: PLC0415 - a dry run writes nothing
    import io  # noqa: PLC0415

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(format_row(concept).values() for concept in concepts)
    return out.getvalue().encode()


def story(steps: Iterable[Step], path: Path) -> str:
    """The plan for a person: what is new, changed and conflicting, a concept a line with what differs."""
    lines = []
    for step in steps:
        if step.kind is Kind.SAME:
            continue
        names = " = ".join(t.text for lang in LANGS if (t := step.concept.preferred(lang)))
        place = f"{path}:{step.line}: " if step.line else ""
        lines.append(f"{place}{pad(_(step.kind.value), 12)}{step.concept.id}  {names}")
        if step.reason:
            lines.append(f"    {step.reason}")
        if step.kind is not Kind.NEW:
            lines += [
                f"    {column}: {before or '–'} → {after or '–'}" for column, (before, after) in step.cells.items()
            ]
    return "".join(line + "\n" for line in lines)
