"""A paragraph of Markdown: its lines as one."""

from __future__ import annotations

import re

from toolkit.article import Piece, Role
from toolkit.readers.emphasis import inline
from toolkit.readers.marked import Marked, is_wide

_ALT = re.compile(r"!\[([^\[\]]*)\]")


def paragraph(
    text: str, chunks: list[tuple[int, int]], number: int, role: Role | None, defined: set[str]
) -> list[Marked]:
    """The lines of one paragraph as one; a picture alone reads as its description."""
    body = "\n".join(text[start:end] for start, end in chunks)
    starts: list[int] = []
    at = 0
    for start, end in chunks:
        starts.append(at)
        at += end - start + 1
    pieces: list[Piece] = []
    chunk = 0
    for piece in inline(body, defined):
        first = piece.start
        while first < piece.end:
            while chunk + 1 < len(starts) and first >= starts[chunk + 1]:
                chunk += 1
            start, end = chunks[chunk]
            shift = start - starts[chunk]
            line_end = starts[chunk] + end - start
            if first == line_end:  # the break between two lines
                if piece.text and not piece.tag:
                    pieces.append(_break(text, end, chunks[chunk + 1][0], pieces))
                first += 1
                continue
            literal = not piece.tag and len(piece.text) == piece.end - piece.start
            last = min(piece.end, line_end) if literal else piece.end
            read = piece.text[first - piece.start : last - piece.start] if literal else piece.text
            until = last + shift if last <= line_end else _mapped(chunks, starts, last)
            pieces.append(Piece(first + shift, until, read, piece.tag))
            first = last
    # What a picture shows is said beside the text, unless it stands in the middle of it
    full = [index for index, piece in enumerate(pieces) if piece.text.strip()]
    first, last = (full[0], full[-1]) if full else (len(pieces), len(pieces))
    out = _described(text, pieces[:first], number)
    if full:
        out.append(Marked("markdown", number, role, pieces))
    return out + _described(text, pieces[last + 1 :], number)


def _described(text: str, pieces: list[Piece], number: int) -> list[Marked]:
    """The descriptions of pictures, a line each."""
    out = []
    for piece in pieces:
        alt = _ALT.match(text, piece.start) if piece.tag == "img/" else None
        if alt and alt[1].strip():
            found = Marked("markdown", number, Role.CAPTION)
            found.pieces = [Piece(p.start + alt.start(1), p.end + alt.start(1), p.text, p.tag) for p in inline(alt[1])]
            out.append(found)
    return out


def _mapped(chunks: list[tuple[int, int]], starts: list[int], offset: int) -> int:
    """Where the end of a piece that runs over several lines stands in the file."""
    chunk = max(i for i, start in enumerate(starts) if start < offset)
    return chunks[chunk][0] + offset - starts[chunk]


def _break(text: str, end: int, start: int, pieces: list[Piece]) -> Piece:
    """A line end: one that is meant to be seen is a tag, any other is a space, or nothing between CJK letters."""
    if text[end : end + 2] == "  ":
        return Piece(end, start, "\n", "br/")
    if pieces and pieces[-1].text.endswith("\\") and not pieces[-1].tag:
        last = pieces.pop()
        if len(last.text) > 1:
            pieces.append(Piece(last.start, last.end - 1, last.text[:-1]))
        return Piece(last.end - 1, start, "\n", "br/")
    before = pieces[-1].text[-1:] if pieces else ""
    return Piece(end, start, "" if is_wide(before) and is_wide(text[start : start + 1]) else " ")
