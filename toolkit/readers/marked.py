"""
From marked-up lines to blocks.

What a line is, its form tells, as in plain text; so the lines are read as plain text is, without their tags, and the
blocks are found again among the pieces of the file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.article import Block, Marks, Piece, Role
from toolkit.errors import InputError
from toolkit.readers.text import Line, classify
from toolkit.ui import gettext as _
from toolkit.ui import ngettext
from toolkit.value import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

#: Paragraphs of one file, cells of its tables counted; a book has fewer.
_MOST_LINES = 20_000
#: White space that is not one space between two words.
_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|\A | \Z")


@dataclass(slots=True)
class Marked:
    """
    A line of a file that marks its text up: a paragraph of a page, a cell of a table.

    Attributes:
        coding: How a text is written there.
        number: Its line in the file.
        role: What the file says it is.
        pieces: What it consists of.
    """

    coding: str
    number: int
    role: Role | None = None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader reads."""
        return "".join(piece.text for piece in self.pieces)


def blocks_of(lines: Sequence[Marked]) -> tuple[list[Block], date | None]:
    """
    The blocks of marked-up lines, with their places in the file, and the day that a line of them names.

    Raises:
        InputError: There are more than any article has.
    """
    if len(lines) > _MOST_LINES:
        message = _("has {count:,} paragraphs, more than any article").format(count=len(lines))
        raise InputError(message, remedy=_("split it"))
    kept: list[tuple[Marked, Marks]] = []
    plain: list[Line] = []
    at = 0
    for line in lines:
        pieces = tidy(line.pieces)
        marks = Marks(pieces)
        if not marks.text:
            continue
        kept.append((line, marks))
        plain.append(Line(marks.text.replace("\n", " "), at, line.number, line.role))
        at += len(marks.text) + 2
    starts = [line.start for line in plain]
    found, day = classify(plain)
    out = []
    for block in found:
        index = bisect_right(starts, block.start) - 1
        (line, marks), start = kept[index], starts[index]
        if block.end == block.start:
            continue
        out.append(_placed(block, line, marks, start))
    return out, day


#: A picture with a description, a link with a title.
_INNER = re.compile(r"!\[[^\[\]]*\w|(?i:<img\b[^>]*\balt\s*=\s*[\"']?[^\"'>]*\w|<a\b[^>]*\btitle\s*=\s*[\"']?\w)")


def inner_remarks(blocks: Sequence[Block], text: str) -> list[str]:
    """What stays in the source language inside sentences, as a remark: what pictures and links say when pointed at."""
    count = sum(
        bool(_INNER.match(text, piece.start, piece.end))
        for block in blocks
        for piece in block.pieces
        if piece.tag in ("img/", "a")
    )
    if not count:
        return []
    return [
        ngettext(
            "the description of {count} picture or link inside a sentence stays in the source language",
            "the descriptions of {count} pictures and links inside sentences stay in the source language",
            count,
        ).format(count=count)
    ]


def _placed(block: Block, line: Marked, marks: Marks, start: int) -> Block:
    cut = marks.cut(block.start - start, block.end - start)
    around = (cut.start, cut.end)
    if block.around != (block.start, block.end):
        outer = marks.cut(block.around[0] - start, block.around[1] - start)
        around = (min(outer.start, cut.start), max(outer.end, cut.end))
    return replace(
        block,
        text="".join(piece.text for piece in cut.pieces),
        start=cut.start,
        end=cut.end,
        line=line.number,
        around=around,
        pieces=_paired(list(cut.pieces)),
        coding=line.coding,
    )


def tidy(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """
    Pieces without white space around the text, with one space where the file has several, and with all tags in pairs.

    >>> [p.text or p.tag for p in tidy([Piece(0, 1, " "), Piece(1, 4, "", "b"), Piece(4, 11, "One  2 ")])]
    ['One', ' ', '2']
    """
    return _trimmed(_spaced(pieces))


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Each run of white space is a piece of its own, and reads as one space, or as nothing between CJK letters."""
    out: list[Piece] = []
    last = ""  # the character before
    for piece in pieces:
        if piece.tag or len(piece.text) != piece.end - piece.start:
            out.append(piece)
            last = piece.text[-1:] or last
            continue
        text, at, added = piece.text, 0, len(out)
        for found in _SPACE.finditer(text):
            start, end = found.span()
            if start > at:
                out.append(Piece(piece.start + at, piece.start + start, text[at:start]))
            before = text[start - 1] if start else last
            joined = "\n" in found[0] and is_wide(before) and is_wide(text[end : end + 1])
            out.append(Piece(piece.start + start, piece.start + end, "" if joined else " "))
            at = end
        if at < len(text):
            out.append(Piece(piece.start + at, piece.end, text[at:]) if at else piece)
        last = next((new.text[-1] for new in reversed(out[added:]) if new.text), last)
    return out


def is_wide(char: str) -> bool:
    """Whether a character is as wide as a kanji: between two of them, a line end is no space."""
    return bool(char) and unicodedata.east_asian_width(char) in "WF"


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without white space at both ends and after white space."""
    out: list[Piece] = []
    blank, said = True, False
    for piece in pieces:
        if not piece.tag and blank and piece.text.isspace():
            continue
        if piece.text and piece.text != "\n":
            blank = piece.text.endswith(" ")
        elif piece.text:
            while out and out[-1].text == " " and not out[-1].tag:
                out.pop()
            blank = True
        elif piece.tag.endswith("/") and said:
            blank = False  # a picture stands between two spaces like a word
        said = said or bool(piece.text)
        out.append(piece)
    while out and not out[-1].tag and out[-1].text.isspace():
        out.pop()
    for index in range(len(out) - 1, -1, -1):  # white space before the tags at the end
        if out[index].text.strip():
            break
        if out[index].text and not out[index].tag:
            del out[index]
    return _paired(out)


def _paired(pieces: list[Piece]) -> tuple[Piece, ...]:
    """A pair around nothing, and half a pair, stand alone; what stands alone at an end belongs to nobody."""
    waiting: list[int] = []
    names: Counter[str] = Counter()
    closer: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        name = piece.tag.strip("/")
        if piece.tag.startswith("/") and not piece.tag.endswith("/") and names[name]:
            while pieces[waiting[-1]].tag != name:
                names[pieces[waiting.pop()].tag] -= 1
            closer[waiting.pop()] = index
            names[name] -= 1
        elif piece.tag and "/" not in piece.tag:
            waiting.append(index)
            names[name] += 1
    full = [index for index, piece in enumerate(pieces) if piece.text.strip()]
    first, last = (full[0], full[-1]) if full else (0, -1)
    kept = {start for start, end in closer.items() if end > first and start < last and end > start + 1}
    kept |= {closer[start] for start in kept}
    merged = {start + 1 for start, end in closer.items() if end == start + 1}
    out = []
    for index, piece in enumerate(pieces):
        if not piece.tag or index in kept:
            if piece.text or piece.tag:
                out.append(piece)
        elif first <= index <= last and index not in merged:
            end = pieces[index + 1].end if index + 1 in merged else piece.end
            tag = piece.tag
            if index + 1 in merged or not tag.endswith("/"):
                tag = tag.strip("/") + "/"
            if index + 1 not in merged and not piece.tag.endswith("/"):
                # Half a pair must be written whatever a translator does with it: "/b/" closes what began before
                tag = f"/{tag}" if piece.tag.startswith("/") else f"{tag}/"
            out.append(Piece(piece.start, end, piece.text, tag))
    return tuple(out)
