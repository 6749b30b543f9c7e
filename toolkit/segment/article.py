"""The sentences of an article, each with the place where a reader finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from toolkit.article import Marks, Role
from toolkit.segment.sentences import split
from toolkit.value import dataclass

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
        text: The sentence, as a reader reads it.
        message: The same as a translator gets it: with the tags that stand in it.
        start: First code point of it in the article's text.
        end: One past its last.
        line: The line it starts on, counted from 1.
        paragraph: The number of its block, counted from 1.
        block: The part of the article it stands in.
        number: Its place in the block, from 1.
        count: How many sentences the block has.
    """

    text: str
    message: str
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
    for paragraph, block in enumerate(article.blocks, 1):
        whole = by != "sentence" or block.role not in _RUNNING
        marks = Marks(block.pieces) if block.pieces else None
        spans = [(0, len(block.text))] if whole else cuts(block, article.lang, marks, quotes, protect, abbreviations)
        line, at = block.line, block.start
        for number, (start, end) in enumerate(spans, 1):
            text = block.text[start:end]
            message, first, last = text, block.start + start, block.start + end
            if marks:
                cut = marks.cut(start, end)
                message, first, last = cut.message, cut.start, cut.end
            if block.coding != "docx":  # its lines are paragraphs
                line, at = line + article.text.count("\n", at, first), first
            yield Sentence(text, message, first, last, line, paragraph, block, number, len(spans))


def cuts(
    block: Block,
    lang: str,
    marks: Marks | None = None,
    quotes: Quotes | None = None,
    protect: Iterable[str] = (),
    abbreviations: Iterable[str] = (),
) -> list[tuple[int, int]]:
    """The spans of a block's sentences in its text; what a tag holds together stays together."""
    spans = [(s.start, s.end) for s in split(block.text, lang, quotes, protect, abbreviations)]
    return marks.joined(spans) if marks else spans
