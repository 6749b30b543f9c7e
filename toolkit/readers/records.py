"""
Articles that come as fields of JSON: a headline here, a body there, plain or as HTML.

A field is read as its own kind of file would be, and its places are found again in the JSON.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from toolkit.article import Piece, Role, Said
from toolkit.readers.html import page
from toolkit.readers.jsontext import pieces
from toolkit.readers.marked import Marked
from toolkit.readers.page import code_of, day_of
from toolkit.readers.text import lines
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from datetime import date

    from toolkit.readers.jsontext import Text


@dataclass(slots=True)
class Record:
    """
    One article of a JSON file, as far as it was read.

    Attributes:
        lines: Its lines.
        dates: The days it gives.
        lang: Code of its language; empty for none of ours.
        section: The section it ran in.
        place: Where it was reported from.
        said: Where it says its language.
    """

    lines: list[Marked] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    lang: str = ""
    section: str = ""
    place: str = ""
    said: list[Said] = field(default_factory=list)

    def day(self, text: Text) -> None:
        """Note a date."""
        if day := day_of(text.value):
            self.dates.append(day)

    def language(self, text: Text) -> None:
        """Note the language."""
        self.lang = self.lang or code_of(text.value)
        if text.start < text.end:
            self.said.append(Said("lang", text.start, text.end))

    def plain(self, raw: str, number: int, text: Text, role: Role | None = None) -> None:
        """Note a field of plain text, as one line or as many."""
        if not text.value.strip():
            return
        whole = _Nested(pieces(raw, text.start, text.end))
        if role is not None:
            self.lines.append(Marked("json", number, role, whole.pieces))
            return
        for line in lines(text.value):
            self.lines.append(Marked("json", number, None, whole.part(line.start, line.start + len(line.text))))

    def html(self, raw: str, number: int, text: Text) -> None:
        """Note a field that holds a piece of a page."""
        whole = _Nested(pieces(raw, text.start, text.end))
        for line in page(text.value, "html json").lines:
            line.pieces = [outer for piece in line.pieces for outer in whole.outer(piece)]
            line.number = number
            self.lines.append(line)


class _Nested:
    """A string inside a file: from its own offsets to those of the file."""

    def __init__(self, parts: list[Piece]) -> None:
        self.pieces = parts
        self.at = list(accumulate((len(piece.text) for piece in parts), initial=0))

    def place(self, offset: int) -> int:
        """Where a code point of the string stands in the file."""
        index = min(bisect_right(self.at, offset) - 1, len(self.pieces) - 1)
        piece, into = self.pieces[index], offset - self.at[index]
        if len(piece.text) == piece.end - piece.start:
            return piece.start + into
        return piece.end if into >= len(piece.text) else piece.start

    def outer(self, piece: Piece) -> list[Piece]:
        """A piece of the string as pieces of the file: what reads as it stands may hold escapes there."""
        if not piece.tag and len(piece.text) == piece.end - piece.start:
            return self.part(piece.start, piece.end)
        return [Piece(self.place(piece.start), self.place(piece.end), piece.text, piece.tag)]

    def part(self, start: int, end: int) -> list[Piece]:
        """The pieces between two places of the string."""
        out: list[Piece] = []
        index = max(bisect_right(self.at, start) - 1, 0)
        while index < len(self.pieces) and self.at[index] < end:
            piece, at = self.pieces[index], self.at[index]
            if len(piece.text) == piece.end - piece.start:
                first, last = max(start - at, 0), min(end - at, len(piece.text))
                piece = Piece(piece.start + first, piece.start + last, piece.text[first:last])
            out.append(piece)
            index += 1
        return out
