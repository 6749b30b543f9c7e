"""Time stamps and datelines in the target's own form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date

from toolkit.readers.forms import dateline_parts, stamp_parts

if TYPE_CHECKING:
    from toolkit.lang import Language


def stamp(text: str, language: Language) -> str:
    """
    A time stamp as papers of the language print it; one that names no day stays as it is.

    >>> from toolkit.lang import language
    >>> stamp("November 01, 2024 - 21:07", language("ja"))
    '2024年11月1日 21:07'
    """
    parts = stamp_parts(text)
    if parts.day is None:
        return text
    day = format_date(parts.day, language.layout.day, locale=language.code)
    written = language.layout.stamp.format(day=day, clock=parts.clock) if parts.clock else day
    return f"{written} {parts.zone}" if parts.zone else written


def dateline(place: str, rest: str, published: date | None, language: Language) -> str:
    """
    A dateline as papers of the language print it, with the agency as it signs.

    Args:
        place: The place in the target language.
        rest: The source's dateline without its place: `` (VNA) – ``.
        published: The article's date, for a dateline that gives only the day of the month.
        language: The target's record.

    >>> from toolkit.lang import language
    >>> dateline("東京", ", April 20 Kyodo - ", None, language("ja"))
    '【東京20日Kyodo】'
    """
    layout = language.layout
    parts = dateline_parts(rest)
    if not parts.agency:
        return layout.dateline.format(place=place.upper() if layout.capitals else place)
    if parts.day is None or not (parts.day[0] or published):
        return layout.signed.format(place=place, agency=parts.agency)
    month = parts.day[0] or (published.month if published else 1)
    day = date(published.year if published else 2000, month, parts.day[1])
    written = format_date(day, layout.dateline_day, locale=language.code)
    return layout.dated.format(place=place, day=written, agency=parts.agency)
