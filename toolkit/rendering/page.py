"""
Put the translations where the sentences stood.

What stands between the blocks stays: blank lines, provenance, a crawler's mark. What a translator has not approved
stays in the source language, and is reported: half a translation must never look like a whole one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.catalog.extraction import unwrapped
from toolkit.lang import language
from toolkit.rendering import layout
from toolkit.segment import split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.article import Article, Block
    from toolkit.catalog import Catalog, Message
    from toolkit.segment import Segment


@dataclass(frozen=True, slots=True)
class Rendering:
    """
    An article in the target language.

    Attributes:
        text: The whole of it.
        missing: Sentences that stayed in the source language, with the line they start on.
    """

    text: str
    missing: tuple[tuple[int, str], ...]


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
    return Rendering(page.write(), tuple(page.missing))


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
        text, out, last = self.article.text, list[str](), 0
        for block in self.article.blocks:
            start, end = block.around
            written = self._block(block)
            if written is not None:
                out += [self._gap(text[last:start]), written]
            last = end
        out.append(self._gap(text[last:]))
        return "".join(out)

    def _gap(self, gap: str) -> str:
        """What lies between blocks; the indent of one language's paragraphs means nothing in another."""
        strange = self.source.layout.indent
        return gap.replace(strange, "") if strange and not self.same and not self.target.layout.indent else gap

    def _block(self, block: Block) -> str | None:
        """A block in the target language; None if its sentences were left out or told by others."""
        before = self.article.text[block.around[0] : block.start]
        after = self.article.text[block.end : block.around[1]]
        if block.role is Role.TIMESTAMP and not self.same:
            return before + layout.stamp(block.text, self.target) + after
        if block.role is Role.ENDMARK and not self.target.layout.end_mark:
            return ""
        if not block.role.translated or not block.text.strip():
            return before + block.text + after
        written = self._text(block)
        if written is None:
            return None
        if block.role is Role.DATELINE and not self.same:
            return self.indent + layout.dateline(written, before + after, self.article.date, self.target)
        opens = self.indent if block.role is Role.PARAGRAPH and self._opens_line(block) else ""
        return opens + before + written + after

    def _opens_line(self, block: Block) -> bool:
        before = self.article.text[: block.around[0]]
        return not before or before.endswith(("\n", "\r"))

    def _text(self, block: Block) -> str | None:
        """The sentences of a block, as the catalog cut them; None if nothing is to be said."""
        whole = self._message(block, block.text)
        if whole is not None:
            return self._one(block, block.text, whole, 0)
        segments = split(block.text, self.article.lang)
        out: list[str] = []
        at = last = 0
        while at < len(segments):
            stop, message = self._longest(block, segments, at)
            start, end = segments[at].start, segments[stop - 1].end
            written = self._one(block, block.text[start:end], message, start)
            if written is not None:
                if out:
                    out.append(self._between(block.text[last:start]))
                out.append(written)
            at, last = stop, end
        return "".join(out) if out else None

    def _longest(self, block: Block, segments: Sequence[Segment], at: int) -> tuple[int, Message | None]:
        """
        The longest run of sentences from *at* that is one message, as the index behind it, and the message.

        What a glossary, a project's settings or a desk kept together is found so without knowing them: they only ever
        join what a plain split parts. The run grows as long as some message begins like it.
        """
        found, message = at + 1, None
        for stop in range(at + 1, len(segments) + 1):
            text = block.text[segments[at].start : segments[stop - 1].end]
            if one := self._message(block, text):
                found, message = stop, one
            text = unwrapped(text, self.article.lang)
            near = bisect_left(self.msgids, text)
            if message is not None and near < len(self.msgids) and self.msgids[near] == text:
                near += 1
            if near == len(self.msgids) or not self.msgids[near].startswith(text):
                break
        return found, message

    def _between(self, gap: str) -> str:
        """What separates two sentences: the source's own white space where both languages have some or both none."""
        return gap if self.source.joiner == self.target.joiner else self.target.joiner

    def _message(self, block: Block, text: str) -> Message | None:
        text = unwrapped(text, self.article.lang)
        return self.by_role.get((block.role.value, text)) or self.messages.get(text)

    def _one(self, block: Block, text: str, message: Message | None, start: int) -> str | None:
        """A sentence in the target language, None if the catalog leaves it out, the source if nobody translated it."""
        if self.covered:
            self.covered = message is not None and "with-next" in message.directives
            return None
        if message is not None and "omit" in message.directives:
            return None
        if message is None or not message.translated:
            if block.role is not Role.SIGNOFF:  # who reported it is the same in every language
                line = block.line + block.text.count("\n", 0, start)
                self.missing.append((line, text))
            return text
        self.covered = "with-next" in message.directives
        # A sentence that stays as it is keeps its line ends, too
        return text if message.msgstr == message.msgid else message.msgstr
