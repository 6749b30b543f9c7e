"""Days as people write them, in a file or at a terminal: whole, or a month, or a year."""

from __future__ import annotations

from datetime import date

from toolkit.ui import gettext as _


def parse_day(cell: str, *, last: bool) -> date:
    """
    A day, a month (``2026-04``) or a year.

    Args:
        cell: ISO 8601 calendar date, whole or partial: the press often knows only the month.
        last: A partial date stands for its last day rather than for its first.

    Raises:
        ValueError: It is no date, or a day that no calendar has.

    >>> parse_day("2026-02", last=True)
    datetime.date(2026, 2, 28)
    """
    parts = cell.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(_("{cell!r} is no date: write 2025-07-01, 2025-07 or 2025").format(cell=cell))
    year, month, day = (*map(int, parts), 0, 0)[:3]
    if len(parts) == 3:
        try:
            return date(year, month, day)
        except ValueError:
            raise ValueError(_("{cell!r} is a day that no calendar has").format(cell=cell)) from None
    if not (year >= 1 and (len(parts) == 1 or 1 <= month <= 12)):
        raise ValueError(_("{cell!r} is a month that no calendar has").format(cell=cell))
    if not last:
        return date(year, month or 1, 1)
    from calendar import monthrange  # noqa: PLC0415 - questions ask for the first day

    return date(year, month or 12, monthrange(year, month or 12)[1])
