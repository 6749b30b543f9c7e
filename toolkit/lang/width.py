"""How wide a text stands in a terminal, where 漢 takes the room of two letters and a tone mark takes none."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """
    Columns that *text* takes in a terminal.

    Characters whose width depends on the terminal (※, ±) count as one, as most terminals outside East Asia show them.

    >>> width("Hà Nội"), width("ハノイ"), width("ﾊﾉｲ")
    (6, 6, 3)
    """
    if text.isascii():
        return len(text)
    columns = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
            continue
        columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


def pad(text: str, columns: int) -> str:
    """
    *text* with spaces behind it, *columns* wide; a longer one stays as it is.

    >>> pad("広島", 6) + "|"
    '広島  |'
    """
    return text + " " * (columns - width(text))
