"""
Text that a file writes in its own way: tags between the words, ``&amp;`` for a sign.

A sentence of it is shown with short balanced tags, ``Read <a>the report</a>.``: a translator sees where the link is and
not where it leads, and the tags that the file has there are put back when the translation is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A tag as a message shows it: ``<b>``, ``</a2>``, ``<br/>``.
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(/?)>")
_LIKE_A_TAG = re.compile(r"<(?=/?[a-z][a-z0-9]*/?>)|&(?=(?:amp;)*lt;)")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of a file.

    Attributes:
        start: First code point of it in the article's text.
        end: One past its last.
        text: What a reader reads there: nothing for most tags, a line end for ``<br>``.
        tag: ``b`` for a tag that opens, ``/b`` for the one that closes it, ``br/`` for one that stands alone, ``b//``
            and ``/b/`` for one whose other half is not in the block; empty for text.
    """

    start: int
    end: int
    text: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """
    A part of a block, for a translator.

    Attributes:
        start: First code point of it in the article's text.
        end: One past its last.
        message: What a translator reads: the text, with balanced tags.
        pieces: What it consists of.
        tags: Tag in the message (``</a2>``) -> its piece.
    """

    start: int
    end: int
    message: str
    pieces: tuple[Piece, ...] = ()
    tags: tuple[tuple[str, Piece], ...] = ()


def shown(text: str) -> str:
    """
    Text as a message shows it: what would read as a tag is written ``&lt;``.

    >>> shown("a < b, <i>")
    'a < b, &lt;i>'
    """
    return (
        _LIKE_A_TAG.sub(lambda found: "&lt;" if found[0] == "<" else "&amp;", text)
        if "<" in text or "&" in text
        else text
    )


def meant(text: str) -> str:
    """The other way round: the text that a message shows."""
    return text.replace("&lt;", "<").replace("&amp;<", "&lt;") if "&lt;" in text else text


def find_tags(message: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and spelling of each tag in a message."""
    return ((found.start(), found.end(), found[0]) for found in _TAG.finditer(message))


def is_balanced(tags: Iterable[str]) -> bool:
    """
    Whether each tag that opens is closed, one inside the other.

    >>> is_balanced(["<a>", "<br/>", "</a>"]), is_balanced(["<a>", "<b>", "</a>", "</b>"])
    (True, False)
    """
    waiting: list[str] = []
    for tag in tags:
        if tag.startswith("</"):
            if not waiting or waiting.pop() != tag[2:-1]:
                return False
        elif not tag.endswith("/>"):
            waiting.append(tag[1:-1])
    return not waiting


class Marks:
    """
    The pieces of a block, by place in what a reader reads.

    Args:
        pieces: In order; a tag that opens without closing counts as one that stands alone.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.at = list(accumulate((len(piece.text) for piece in pieces), initial=0))
        self.text = "".join(piece.text for piece in pieces)
        #: Index of a tag that opens -> index of the one that closes it.
        self.closer: dict[int, int] = {}
        waiting: list[int] = []
        for index, piece in enumerate(pieces):
            if piece.tag.startswith("/"):
                if waiting and pieces[waiting[-1]].tag == piece.tag[1:]:
                    self.closer[waiting.pop()] = index
            elif piece.tag and not piece.tag.endswith("/"):
                waiting.append(index)
        self.opener = {close: start for start, close in self.closer.items()}
        #: Index of a tag that opens -> what it holds, without white space at the ends.
        self.holds = {index: self._held(self.at[index], self.at[close]) for index, close in self.closer.items()}

    def _held(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def cut(self, start: int, end: int) -> Cut:
        """
        A part of the text with the tags that belong to it.

        Tags around the whole of it stay outside: where a headline is bold, its translation is bold by itself.

        >>> text = "<i>Read <a href='x'>this</a>.</i>"
        >>> pieces = [Piece(0, 3, "", "i"), Piece(3, 8, "Read "), Piece(8, 20, "", "a"), Piece(20, 24, "this"),
        ...           Piece(24, 28, "", "/a"), Piece(28, 29, "."), Piece(29, 33, "", "/i")]
        >>> cut = Marks(pieces).cut(0, 10)
        >>> cut.message, text[cut.start : cut.end]
        ('Read <a>this</a>.', "Read <a href='x'>this</a>.")
        """
        first, last = self._holding(start), self._holding(max(end - 1, start))
        low, high = first, last
        for index in range(bisect_left(self.at, start), bisect_right(self.at, end, hi=len(self.pieces))):
            left, right = self.holds.get(index, (end, end + 1))
            if start <= left and right <= end and (left, right) != (start, end):
                low, high = min(low, index), max(high, self.closer[index])
        return self._shown(start, end, range(low, high + 1))

    def _holding(self, offset: int) -> int:
        """Index of the piece that the code point at *offset* stands in."""
        return min(max(bisect_right(self.at, offset, hi=len(self.pieces)) - 1, 0), len(self.pieces) - 1)

    def _shown(self, start: int, end: int, inside: range) -> Cut:
        pieces: list[Piece] = []
        message: list[str] = []
        tags: list[tuple[str, Piece]] = []
        names: Counter[str] = Counter()
        labels: dict[int, str] = {}
        for index in inside:
            piece = self.pieces[index]
            if not piece.tag:
                piece = _clipped(piece, start - self.at[index], end - self.at[index])
                message.append(shown(piece.text))
            else:
                opener, closer = self.opener.get(index), self.closer.get(index)
                if opener is not None and opener in inside:
                    label = f"</{labels[opener]}>"
                else:
                    name = piece.tag.strip("/")
                    names[name] += 1
                    labels[index] = name + (str(names[name]) if names[name] > 1 else "")
                    label = f"<{labels[index]}>" if closer is not None and closer in inside else f"<{labels[index]}/>"
                message.append(label)
                tags.append((label, piece))
            pieces.append(piece)
        low, high = (pieces[0].start, pieces[-1].end) if pieces else (0, 0)
        return Cut(low, high, "".join(message), tuple(pieces), tuple(tags))

    def joined(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """
        Sentences that a tag begins or ends in the middle of, put together, so that each has its tags in pairs.

        >>> text = [Piece(0, 6, "One. T"), Piece(6, 9, "", "b"), Piece(9, 19, "wo. Three."), Piece(19, 23, "", "/b")]
        >>> Marks(text).joined([(0, 4), (5, 9), (10, 16)])
        [(0, 4), (5, 16)]
        """
        # What reads otherwise than it is written, a name with its readings, cannot be cut either
        fixed = [
            (at, at + len(piece.text))
            for piece, at in zip(self.pieces, self.at, strict=False)
            if len(piece.text) > 1 and (piece.tag or len(piece.text) != piece.end - piece.start)
        ]
        if len(spans) < 2 or not (fixed or self.holds):
            return list(spans)
        starts = [start for start, _ in spans]
        glue = [0] * (len(spans) + 1)
        for left, right in (*self.holds.values(), *fixed):
            a, b = bisect_right(starts, left) - 1, bisect_left(starts, right) - 1
            split_left = a >= 0 and spans[a][0] < left < spans[a][1]
            split_right = b >= 0 and spans[b][0] < right < spans[b][1]
            if split_left or split_right:
                a = a if split_left else bisect_left(starts, left)
                if a < b:
                    glue[a] += 1
                    glue[b] -= 1
        out: list[tuple[int, int]] = []
        for number, (span, held) in enumerate(zip(spans, accumulate([0, *glue[: len(spans) - 1]]), strict=True)):
            if number and held:
                out[-1] = (out[-1][0], span[1])
            else:
                out.append(span)
        return out


def _clipped(piece: Piece, first: int, last: int) -> Piece:
    """The part of a stretch of text between two places in it."""
    if (first <= 0 and last >= len(piece.text)) or len(piece.text) != piece.end - piece.start:
        return piece
    first, last = max(first, 0), min(last, len(piece.text))
    return Piece(piece.start + first, piece.start + last, piece.text[first:last])
