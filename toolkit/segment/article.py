"""The sentences of an article, each with the place where a reader finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from toolkit.article import Role
from toolkit.segment.sentences import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.article import Article, Block
    from toolkit.segment.sentences import Quotes

#: Blocks of running text; every other one is a line of its own, and a headline's question mark ends nothing.
_RUNNING = frozenset({Role.PARAGRAPH, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    A sentence in its article.

    Attributes:
        text: The sentence.
        start: First code point of it in the article's text.
        end: One past its last.
        line: The line it starts on, counted from 1.
        paragraph: The number of its block, counted from 1.
        role: What the block is.
    """

    text: str
    start: int
    end: int
    line: int
    paragraph: int
    role: Role


def sentences(
    article: Article,
    by: Literal["sentence", "paragraph"] = "sentence",
    quotes: Quotes | None = None,
    protect: Iterable[str] = (),
    abbreviations: Iterable[str] = (),
) -> Iterator[Sentence]:
    """
    Every sentence of an article, in order; headlines, datelines and the like are one each.

    Args:
        article: Any article.
        by: Whether running text is split, or each block stays whole.
        quotes: As for :func:`~toolkit.segment.split`.
        protect: As there.
        abbreviations: As there.
    """
    for number, block in enumerate(article.blocks, 1):
        if by == "sentence" and block.role in _RUNNING:
            spans = [(s.start, s.end) for s in split(block.text, article.lang, quotes, protect, abbreviations)]
        else:
            spans = [(0, len(block.text))]
        yield from _placed(block, number, spans)


def _placed(block: Block, number: int, spans: list[tuple[int, int]]) -> Iterator[Sentence]:
    line, at = block.line, 0
    for start, end in spans:
        line, at = line + block.text.count("\n", at, start), start
        yield Sentence(block.text[start:end], block.start + start, block.start + end, line, number, block.role)
