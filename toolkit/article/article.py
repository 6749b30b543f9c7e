"""An article and its blocks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.lang import LANGUAGES
from toolkit.value import dataclass

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from toolkit.article.marked import Piece


class Role(StrEnum):
    """What a block is. Provenance is never translated: who reported and who photographed is a fact of the source."""

    SECTION = "section"
    HEADLINE = "headline"
    TIMESTAMP = "timestamp"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SIGNOFF = "signoff"
    ENDMARK = "endmark"

    @property
    def translated(self) -> bool:
        """Whether a translator sees it: a time stamp and provenance are rendered by rule or kept."""
        return self not in _KEPT


_KEPT = frozenset({Role.TIMESTAMP, Role.BYLINE, Role.CREDIT, Role.ENDMARK})


@dataclass(frozen=True, slots=True)
class Block:
    """
    One part of an article.

    Attributes:
        role: What it is.
        text: The part that carries meaning, as a reader reads it: of ``TOKYO — ``, the place; without tags.
        start: First code point of it in the article's text.
        end: One past its last code point.
        line: The line it starts on, counted from 1.
        around: Span of the whole typographic unit, brackets and dashes included: of ``TOKYO — ``, all seven of them and
            the space. The same as start and end where nothing surrounds the text.
        pieces: Where the file writes the text in its own way (tags, ``&amp;``), each stretch of it in order, see
            :class:`~toolkit.article.Marks`; empty where it stands in the file as it reads.
        coding: How a text is written to stand there: ``html``, ``markdown``, ``html json`` …; empty for as it is.
    """

    role: Role
    text: str
    start: int
    end: int
    line: int
    around: tuple[int, int]
    pieces: tuple[Piece, ...] = ()
    coding: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says about itself: ``lang`` or ``charset``, and the span where it says so."""

    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """
    A text and its blocks in order.

    Attributes:
        text: Everything, NFC, with the line ends as they came.
        blocks: What was recognised, in order, not overlapping.
        lang: Code of its language.
        date: The day it was published, None if nothing in it says so.
        path: Where it came from, None for a text from memory.
        encoding: How the file was written: ``utf-8``, ``cp932`` …
        format: What the file is: ``text``, ``html``, ``markdown``, ``ninjs``, ``jsonl`` or ``docx``, of which *text* is
            the main part.
        section: The section it ran in, empty if it does not say.
        place: Where it was reported from, in the words of the source; empty if it does not say.
        said: Where the file itself says its language and its encoding: a rendering has to say its own.
        remarks: What a reader of the translation should know: parts of the file that stay as they are.
    """

    text: str
    blocks: tuple[Block, ...]
    lang: str
    date: date | None = None
    path: Path | None = None
    encoding: str = "utf-8"
    format: str = "text"
    section: str = ""
    place: str = ""
    said: tuple[Said, ...] = ()
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def name(self) -> str:
        """
        What the three language versions of an article share, and what its catalogs are called.

        >>> from pathlib import Path
        >>> Article("", (), "vi", path=Path("articles/2024-11-01-embassy.vi.txt")).name
        '2024-11-01-embassy'
        """
        if self.path is None:
            return "article"
        stem = self.path.name.removesuffix(self.path.suffix)
        head, dot, tail = stem.rpartition(".")
        return head if dot and tail in LANGUAGES else stem
