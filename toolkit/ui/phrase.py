"""Parts of messages that each language puts together in its own way: lists, quoted words, numbers, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.ui import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def listed(items: Iterable[str]) -> str:
    """
    Several things in one message, as the chosen language lists them.

    >>> listed(["A", "B"])
    'A, B'
    """
    # Translators: what stands between the items of a list, with its space; 、 in Japanese.
    return gettext(", ").join(items)


def quoted(text: str) -> str:
    """
    Words that a message is about, in the quotation marks of the chosen language.

    >>> quoted("Hà Nội")
    '“Hà Nội”'
    """
    # Translators: words that a message is about, in quotation marks; 「{text}」 in Japanese.
    return gettext("“{text}”").format(text=text)


def amount(number: int) -> str:
    """
    A number in a table, as the chosen language groups its thousands.

    >>> amount(1234)
    '1,234'
    """
    # Translators: a number alone, in a table
    return gettext("{count:,}").format(count=number)


def dated(day: date) -> str:
    """
    A day as the chosen language writes it: 1/7/2025 in Vietnamese, 2025年7月1日 in Japanese.

    >>> from datetime import date
    >>> dated(date(2025, 7, 1))
    '2025-07-01'
    """
    # Translators: how a day is written. YYYY year, MM or M month, DD or D day (MM and DD have a zero in front).
    pattern = gettext("YYYY-MM-DD")
    text = pattern
    for letters, number in (
        ("YYYY", f"{day.year:04}"),
        ("MM", f"{day.month:02}"),
        ("DD", f"{day.day:02}"),
        ("M", str(day.month)),
        ("D", str(day.day)),
    ):
        text = text.replace(letters, number)
    if type(pattern) is str:
        return text
    from toolkit.ui.retell import Message  # noqa: PLC0415 - most answers are given once

    return Message.made(text, lambda: dated(day))
