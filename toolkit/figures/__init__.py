"""
Numbers and dates in running text: find them, compare them across languages, write them.

``43.7 trillion``, ``43兆7000億`` and ``43.700 tỷ`` are one value here; ``Friday``, ``thứ Sáu`` and ``金曜日`` one day.
What a language writes and how is data (``toolkit/lang/*.figures.txt``); nothing in this room names a language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.figures.compare import Difference, compare
from toolkit.figures.date import PartialDate, dates
from toolkit.figures.number import Kind, Number, Weight
from toolkit.figures.scan import may_be_large, scan

if TYPE_CHECKING:
    from datetime import date

    from toolkit.figures.write import carry, write_date, write_number

__all__ = [
    "Difference",
    "Kind",
    "Number",
    "PartialDate",
    "Weight",
    "carry",
    "compare",
    "find_dates",
    "find_numbers",
    "may_be_large",
    "write_date",
    "write_number",
]

#: Who reads figures mostly writes none.
_WRITING = ("carry", "write_date", "write_number")


def __getattr__(name: str) -> object:
    if name not in _WRITING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from toolkit.figures import write  # noqa: PLC0415

    value = globals()[name] = getattr(write, name)
    return value


def find_numbers(text: str, lang: str) -> list[Number]:
    """
    The numbers of a text, in figures or in words, those of dates too.

    Scale words belong to the number, units do not. The two ends of a range and the two halves of a score are two
    numbers. Loose words that may stand for a number ("half", "両") are left out.

    Args:
        text: NFC; full-width figures are read as well.
        lang: Code of its language: 1.234 is 1234 in Vietnamese.

    Returns:
        Numbers in order, not overlapping, with exact values; offsets count code points of *text*.

    >>> [(n.text, int(n.value)) for n in find_numbers("hai tỷ đồng, tăng 20 lần", "vi")]
    [('hai tỷ', 2000000000), ('20', 20)]
    >>> [(n.text, int(n.value), n.unit) for n in find_numbers("43兆7000億円", "ja")]
    [('43兆7000億', 43700000000000, 'JPY')]
    """
    return scan(text, lang, loose=False)


def find_dates(text: str, lang: str, on: date | None = None) -> list[PartialDate]:
    """
    The dates of a text, whole or in part: days, months, years, quarters, weekdays, years of an era.

    Args:
        text: NFC.
        lang: Code of its language.
        on: The day of the article, which places a year of two digits.

    Returns:
        Dates in order, not overlapping; what the text does not say is None.

    >>> [(d.year, d.month, d.day) for d in find_dates("令和6年11月1日", "ja")]
    [(2024, 11, 1)]
    >>> [(d.weekday, d.sure) for d in find_dates("hôm thứ Sáu, lần thứ hai", "vi")]
    [(5, True), (1, False)]
    """
    return dates(text, lang, on)
