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
        block: The part of the article it stands in.
        number: Its place in the block, from 1.
        count: How many sentences the block has.
    """

    text: str
    start: int
    end: int
    line: int
    paragraph: int
    block: Block
    number: int
    count: int

    @property
    def role(self) -> Role:
        """What its block is."""
        return self.block.role


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
    # A glossary protects hundreds of names, an article holds two of them
    protect = [phrase for phrase in protect if phrase in article.text]
    for number, block in enumerate(article.blocks, 1):
        if by == "sentence" and block.role in _RUNNING:
            spans = [(s.start, s.end) for s in split(block.text, article.lang, quotes, protect, abbreviations)]
        else:
            spans = [(0, len(block.text))]
        yield from _placed(block, number, spans)


def _placed(block: Block, paragraph: int, spans: list[tuple[int, int]]) -> Iterator[Sentence]:
    line, at = block.line, 0
    for number, (start, end) in enumerate(spans, 1):
        line, at = line + block.text.count("\n", at, start), start
        text = block.text[start:end]
        yield Sentence(text, block.start + start, block.start + end, line, paragraph, block, number, len(spans))
