"""
A news article: its text, untouched, and what each part of it is.

Blocks are spans of the text, so nothing can be lost: whatever is not in a block (a dash, a blank line)
still stands in the text, and the article writes itself back as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.lang import LANGUAGES

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


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
        text: The part that carries meaning: of ``TOKYO — ``, the place.
        start: First code point of *text* in the article's text.
        end: One past its last code point.
        line: The line it starts on, counted from 1.
        around: Span of the whole typographic unit, brackets and dashes included: of ``TOKYO — ``, all seven of them and
            the space. The same as start and end where nothing surrounds the text.
    """

    role: Role
    text: str
    start: int
    end: int
    line: int
    around: tuple[int, int]


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
    """

    text: str
    blocks: tuple[Block, ...]
    lang: str
    date: date | None = None
    path: Path | None = None
    encoding: str = "utf-8"

    def __str__(self) -> str:
        return self.text

    @property
    def name(self) -> str:
        """
        What the three language versions of an article share, and what its catalogs are called.

        >>> Article("", (), "vi", path=Path("articles/2024-11-01-embassy.vi.txt")).name
        '2024-11-01-embassy'
        """
        if self.path is None:
            return "article"
        stem = self.path.name.removesuffix(self.path.suffix)
        head, dot, tail = stem.rpartition(".")
        return head if dot and tail in LANGUAGES else stem

    @property
    def section(self) -> str:
        """The section it ran in, empty if it does not say."""
        return next((b.text for b in self.blocks if b.role is Role.SECTION), "")
