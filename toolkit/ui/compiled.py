"""
A compiled catalog (``.mo``), of which only the messages that are shown are read.

The standard library's reader decodes a whole catalog before it gives out the first message, and imports regular
expressions to do so. A look-up shows a handful of messages and has no time for that: the format is sorted, so that a
message can be searched for in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.ui.numerals import SAMPLE, Numbered, marks

if TYPE_CHECKING:
    from collections.abc import Callable

_MAGIC = 0x950412DE


class Compiled:
    """
    The messages of one catalog.

    Args:
        path: A file as ``msgfmt`` writes it on a machine of today: UTF-8, little-endian, revision 0.

    Raises:
        FileNotFoundError: There is none.
        ValueError: It is no such file.
    """

    __slots__ = ("_data", "_known", "_marks", "_numbers", "_plural")

    def __init__(self, path: str) -> None:
        with open(path, "rb") as stream:
            self._data = stream.read()
        if self._number(0) != _MAGIC or self._number(4):
            raise ValueError(f"{path}: no compiled catalog of revision 0")
        self._numbers = tuple(self._number(place) for place in (8, 12, 16))
        self._known: dict[str, str] = {}
        self._plural: Callable[[int], int] | None = None
        self._marks: dict[int, str] = marks(self._search(SAMPLE.encode()) or SAMPLE)

    def one(self, text: str) -> str:
        """The translation of *text*; itself where there is none."""
        return self._numbered((self._find(text) or text).partition("\0")[0])

    def counted(self, one: str, many: str, count: int) -> str:
        """The form that goes with *count*; English's where there is no translation."""
        forms = self._find(f"{one}\0{many}")
        if not forms:
            return one if count == 1 else many
        several = forms.split("\0")
        # Vietnamese and Japanese have one form; who has more pays for reading the rule
        return self._numbered(several[self._form(count)] if len(several) > 1 else several[0])

    def _numbered(self, text: str) -> str:
        return Numbered.made(text, self._marks) if self._marks and ":" in text and "{" in text else text

    def _find(self, text: str) -> str:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._search(text.encode())
        return known

    def _search(self, key: bytes) -> str:
        total, ours, theirs = self._numbers
        low, high = 0, total
        while low < high:
            middle = (low + high) // 2
            if self._string(ours + 8 * middle) < key:
                low = middle + 1
            else:
                high = middle
        if low < total and self._string(ours + 8 * low) == key:
            return self._string(theirs + 8 * low).decode()
        return ""

    def _form(self, count: int) -> int:
        if self._plural is None:
            from gettext import c2py  # noqa: PLC0415 - see above

            rule = self._search(b"").partition("plural=")[2].partition(";")[0].partition("\n")[0]
            self._plural = c2py(rule or "n != 1")
        return self._plural(count)

    def _number(self, place: int) -> int:
        return int.from_bytes(self._data[place : place + 4], "little")

    def _string(self, place: int) -> bytes:
        length, start = self._number(place), self._number(place + 4)
        return self._data[start : start + length]
