"""How newspapers of a language lay out what is not a sentence."""

from __future__ import annotations

from toolkit.value import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """
    The forms of one language's newspapers.

    Attributes:
        day: Babel pattern of a day in a time stamp: ``MMMM dd, yyyy``.
        stamp: A time stamp with a clock: ``{day} - {clock}``.
        dateline: What opens a report from a place: ``{place} — ``.
        signed: The same with the agency that sent it: ``{place} ({agency}) – ``.
        dated: The same with the day: ``{place}, {day} ({agency}) – ``.
        dateline_day: Babel pattern of that day: ``MMMM d``.
        capitals: Whether the place stands in capitals where no agency follows it.
        indent: What opens a paragraph in a book and on a printed page; empty where nothing does.
        end_mark: Whether newsrooms end a report with ``/.``.
    """

    day: str
    stamp: str
    dateline: str
    signed: str
    dated: str
    dateline_day: str
    capitals: bool = False
    indent: str = ""
    end_mark: bool = False
