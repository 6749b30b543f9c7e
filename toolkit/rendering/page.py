"""
Put the translations where the sentences stood.

What stands between the blocks stays: blank lines, provenance, a crawler's mark. What a translator has not approved
stays in the source language, and is reported: half a translation must never look like a whole one.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from toolkit.article import Cut, Marks, Piece, Role
from toolkit.catalog.source import unwrapped
from toolkit.lang import language
from toolkit.rendering import layout
from toolkit.rendering.written import items_of, plain_place, readable, tags_in, written
from toolkit.segment.article import cuts
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.article import Article, Block
    from toolkit.catalog import Catalog, Message
    from toolkit.rendering.written import Item


@dataclass(frozen=True, slots=True)
class Rendering:
    """
    An article in the target language.

    Attributes:
        text: The whole of it.
        missing: Sentences that stayed in the source language, with the line they start on.
        article: What was rendered.
    """

    text: str
    missing: tuple[tuple[int, str], ...]
    article: Article

    @property
    def data(self) -> bytes:
        """The file to write: the text as UTF-8, or a document with the text in it."""
        if self.article.format == "docx":
            from toolkit.readers.package import repacked  # noqa: PLC0415 - zip is for documents only

            return repacked(self.article, self.text)
        return self.text.encode("utf-8")


def render(article: Article, catalog: Catalog) -> str:
    """
    The article in the catalog's language; see :func:`rendering` for what is missing from it.

    Returns:
        The text. With a catalog in which each translation is its source, the article as it came.
    """
    return rendering(article, catalog).text


def rendering(article: Article, catalog: Catalog, *, indent: bool = False) -> Rendering:
    """
    The article in the catalog's language, and the sentences that nobody has translated yet.

    Args:
        article: The article that the catalog was extracted from.
        catalog: Its catalog; ``# vje: omit`` and ``# vje: with-next`` in it are obeyed.
        indent: Open each paragraph as books do (with a full-width space in Japanese).
    """
    page = _Page(article, catalog, indent)
    return Rendering(page.write(), tuple(page.missing), article)


class _Page:
    """One rendering under way: which sentence was covered by the one before is the state that makes it a class."""

    def __init__(self, article: Article, catalog: Catalog, indent: bool) -> None:
        self.article = article
        self.source = language(article.lang)
        self.target = language(catalog.lang or article.lang)
        self.same = self.source is self.target
        self.indent = self.target.layout.indent if indent else ""
        self.messages: Mapping[str, Message] = {m.msgid: m for m in reversed(catalog.messages)}
        self.by_role: Mapping[tuple[str, str], Message] = {(m.msgctxt, m.msgid): m for m in catalog if m.msgctxt}
        self.msgids = sorted(self.messages)
        self.covered = False
        self.missing: list[tuple[int, str]] = []

    def write(self) -> str:
        """The whole text: each block in its place, and what lies between them."""
        out, last = list[str](), 0
        for block in self.article.blocks:
            start, end = block.around
            text = self._block(block)
            if text is None and block.pieces:
                text = written(block, [], self.article.text)
            if text is not None:
                out += [self._gap(last, start), text]
            last = end
        out.append(self._gap(last, len(self.article.text)))
        return "".join(out)

    def _gap(self, start: int, end: int) -> str:
        """What lies between blocks; the indent of one language's paragraphs means nothing in another."""
        gap = self.article.text[start:end]
        recoded = self.article.encoding not in ("utf-8", "utf-8-sig")  # what is written is UTF-8, and must say so
        if self.same and not recoded:
            return gap
        for said in reversed(self.article.said):
            if start <= said.start and said.end <= end and not (self.same and said.what == "lang"):
                new = self.target.code if said.what == "lang" else "utf-8"
                gap = gap[: said.start - start] + new + gap[said.end - start :]
        if self.same:
            return gap
        strange = self.source.layout.indent
        if self.article.format != "text" or not strange or self.target.layout.indent:
            return gap
        return gap.replace(strange, "")

    def _block(self, block: Block) -> str | None:
        """A block in the target language; None if its sentences were left out or told by others."""
        raw = self.article.text
        before, after = raw[block.around[0] : block.start], raw[block.end : block.around[1]]
        if block.role is Role.TIMESTAMP and not self.same:
            stamp = layout.stamp(block.text, self.target)
            return (
                before + (raw[block.start : block.end] if stamp == block.text else written(block, [stamp], raw)) + after
            )
        if block.role is Role.ENDMARK and not self.target.layout.end_mark:
            return written(block, [], raw) if block.pieces else ""
        if not block.role.translated or not block.text.strip():
            return before + raw[block.start : block.end] + after
        items = self._text(block)
        if items is None:
            return None
        if block.role is Role.DATELINE and not self.same:
            return self.indent + self._dateline(block, items, before, after)
        opens = self.indent if block.role is Role.PARAGRAPH and self._opens_line(block) else ""
        return opens + before + written(block, items, raw) + after

    def _dateline(self, block: Block, items: list[Item], before: str, after: str) -> str:
        """A dateline in the target's form; a tag that stands in it goes around the whole."""
        rest = readable(block.coding, before + after)
        text = layout.dateline(
            readable(block.coding, written(block, items, self.article.text)), rest, self.article.date, self.target
        )
        if not block.coding:
            return text
        if block.coding == "docx":  # text of Word goes on where the dateline's ends
            return written(replace(block, start=block.around[0], end=block.around[1]), [text], self.article.text)
        opened, closed = tags_in(block.coding, before), tags_in(block.coding, after)
        body = text.rstrip()
        return opened + written(block, [body], self.article.text) + closed + text[len(body) :]

    def _opens_line(self, block: Block) -> bool:
        before = self.article.text[: block.around[0]]
        return self.article.format == "text" and (not before or before.endswith(("\n", "\r")))

    def _text(self, block: Block) -> list[Item] | None:
        """The sentences of a block, as the catalog cut them; None if nothing is to be said."""
        pieces = _Pieces(block)
        all_of_it = pieces.cut(0, len(block.text))
        whole = self._message(block, all_of_it)
        if whole is not None:
            return self._one(block, all_of_it, whole)
        spans = cuts(block, self.article.lang, pieces.marks)
        out: list[Item] = []
        at, last, said, kept = 0, block.start, False, False
        while at < len(spans):
            stop, cut, message = self._longest(block, pieces, spans, at)
            items = self._one(block, cut, message)
            if at == 0:
                out.append((last, cut.start))
            elif items is None or not said:
                out += pieces.tags(last, cut.start)
            elif kept:  # an untranslated sentence ends as its own language does
                out.append((last, cut.start))
            else:
                out += self._between(pieces, last, cut.start)
            out += items or ()
            said = said or items is not None
            if items is not None:
                kept = items == [(cut.start, cut.end)]
            at, last = stop, cut.end
        return [*out, (last, block.end)] if said else None

    def _longest(
        self, block: Block, pieces: _Pieces, spans: Sequence[tuple[int, int]], at: int
    ) -> tuple[int, Cut, Message | None]:
        """
        The longest run of sentences from *at* that is one message: the index behind it, its place, and the message.

        What a glossary, a project's settings or a desk kept together is found so without knowing them: they only ever
        join what a plain split parts. The run grows as long as some message begins like it.
        """
        found, message = at + 1, None
        best = pieces.cut(*spans[at])
        for stop in range(at + 1, len(spans) + 1):
            cut = pieces.cut(spans[at][0], spans[stop - 1][1])
            if one := self._message(block, cut):
                found, message, best = stop, one, cut
            text = unwrapped(cut.message, self.article.lang)
            near = bisect_left(self.msgids, text)
            if message is not None and near < len(self.msgids) and self.msgids[near] == text:
                near += 1
            if near == len(self.msgids) or not self.msgids[near].startswith(text):
                break
        return found, best, message

    def _between(self, pieces: _Pieces, start: int, end: int) -> list[Item]:
        """What separates two sentences: the source's own white space where both languages have some or both none."""
        if self.source.joiner == self.target.joiner:
            return [(start, end)]
        tags = pieces.tags(start, end)
        closing = [tag for tag in tags if isinstance(tag, Piece) and tag.tag.startswith("/")]
        return [*closing, self.target.joiner, *(tag for tag in tags if tag not in closing)]

    def _message(self, block: Block, cut: Cut) -> Message | None:
        text = unwrapped(cut.message, self.article.lang)
        return self.by_role.get((block.role.value, text)) or self.messages.get(text)

    def _one(self, block: Block, cut: Cut, message: Message | None) -> list[Item] | None:
        """A sentence in the target language, None if the catalog leaves it out, the source if nobody translated it."""
        if self.covered:
            self.covered = message is not None and "with-next" in message.directives
            return None
        if message is not None and "omit" in message.directives:
            return None
        if message is None or not message.translated:
            if block.role is not Role.SIGNOFF:  # who reported it is the same in every language
                line = block.line + self.article.text.count("\n", block.start, cut.start)
                self.missing.append((line, cut.message))
            return [(cut.start, cut.end)]
        self.covered = "with-next" in message.directives
        if message.msgstr == message.msgid:  # a sentence that stays as it is keeps its line ends, too
            return [(cut.start, cut.end)]
        if not block.coding:
            return [message.msgstr]
        items = items_of(message.msgstr, cut)
        return [(place := plain_place(cut), place), *items] if block.coding == "docx" else items


class _Pieces:
    """The stretches of a block, marked up or not."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.marks = Marks(block.pieces) if block.pieces else None

    def cut(self, start: int, end: int) -> Cut:
        """A part of the block's text."""
        if self.marks:
            return self.marks.cut(start, end)
        block = self.block
        return Cut(block.start + start, block.start + end, block.text[start:end])

    def tags(self, start: int, end: int) -> list[Item]:
        """The tags between two places of the file."""
        pieces = self.block.pieces
        first = bisect_left(pieces, start, key=lambda piece: piece.start)
        last = bisect_left(pieces, end, key=lambda piece: piece.start)
        return [piece for piece in pieces[first:last] if piece.tag]
