"""Who held which office when: ``offices.csv``, one term of office a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.errors import BadRow, GlossaryError
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "offices.csv"

COLUMNS = ("id", "person", "office", "country", "from", "until", "note", "source", "confidence")


@dataclass(frozen=True, slots=True)
class Tenure:
    """
    One person in one office.

    Attributes:
        id: Stable id of the row.
        person: Id of the person's concept.
        office: Id of the office's concept, or of what a pattern makes: ``pattern.prefecture-governor(jp.pref.tokyo)``.
        country: ISO code of the state whose office it is; empty for an international body.
        since: First day, None where it began before our window.
        until: Last day, None where it goes on.
        note: ``acting``, ``as of 2026-04``: what a reader must know about the dates.
    """

    id: str
    person: str
    office: str
    country: str
    since: date | None
    until: date | None
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether the person holds the office on *day*."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def pack(self) -> tuple[Any, ...]:
        """The values as :mod:`marshal` can write them."""
        days = [day.toordinal() if day else 0 for day in (self.since, self.until)]
        return (self.id, self.person, self.office, self.country, *days, self.note)

    @classmethod
    def unpack(cls, packed: tuple[Any, ...]) -> Tenure:
        """What :meth:`pack` packed."""
        ident, person, office, country, since, until, note = packed
        first, last = (date.fromordinal(day) if day else None for day in (since, until))
        return cls(ident, person, office, country, first, last, note)


def load_tenures(folders: Iterable[Path | str]) -> dict[str, Tenure]:
    """
    Every term of office of the layers by id, a later row in place of an earlier one.

    Raises:
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    from toolkit.glossary.day import parse_day  # noqa: PLC0415
    from toolkit.glossary.table.load import read_table  # noqa: PLC0415 - compiled look-ups read no file
    from toolkit.glossary.table.row import is_id, is_made_id  # noqa: PLC0415

    tenures: dict[str, Tenure] = {}
    bad: list[BadRow] = []
    for folder in folders:
        path = Path(folder) / FILE
        if not path.is_file():
            continue
        for line, cells in read_table(path, COLUMNS, ("id", "person", "office")):
            days: dict[str, date | None] = {}
            for column in ("from", "until"):
                cell = cells.get(column, "").strip()
                try:
                    days[column] = parse_day(cell, last=column == "until") if cell else None
                except ValueError as error:
                    bad.append(BadRow(path, line, column, str(error)))
            for column in ("id", "person", "office"):
                ident = cells[column].strip()
                if not is_id(ident) and not (column == "office" and is_made_id(ident)):
                    bad.append(BadRow(path, line, column, _("{value!r} is no id").format(value=cells[column])))
            since, until = days.get("from"), days.get("until")
            if since and until and until < since:
                bad.append(BadRow(path, line, "until", _("{until} is before {since}").format(until=until, since=since)))
            ident = cells["id"].strip()
            tenures[ident] = Tenure(
                id=ident,
                person=cells["person"].strip(),
                office=cells["office"].strip(),
                country=cells.get("country", "").strip(),
                since=since,
                until=until,
                note=cells.get("note", "").strip(),
            )
    if bad:
        raise GlossaryError(tuple(bad))
    return tenures


def group(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    """Terms of office by the id of the office, and by the id of the person."""
    found: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        found.setdefault(tenure.office, []).append(tenure)
        found.setdefault(tenure.person, []).append(tenure)
    return found


def in_office(tenures: Iterable[Tenure], on: date | None) -> list[Tenure]:
    """Those who hold it on a day, the newcomer first; without a day those who hold it now."""
    found = [t for t in tenures if (t.covers(on) if on is not None else t.until is None)]
    return sorted(found, key=lambda t: t.since or date.min, reverse=True)
