"""
A translation as a file writes it: its tags where the translator put them, its signs so that they are no tags.

A tag of the message stands for the one that the file has there, with all its attributes. What the source has no tag for
is text, and tags that do not pair are left out: a slip in a catalog must not break a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.article import Piece
from toolkit.article.marked import find_tags, is_balanced, meant
from toolkit.readers.codings import escape, readable, tags_in

if TYPE_CHECKING:
    from toolkit.article import Block, Cut

#: New text, a span of the article's text that stays as it is, or a tag of it.
Item = str | tuple[int, int] | Piece

__all__ = ["Item", "items_of", "plain_place", "readable", "tags_in", "written"]


def items_of(text: str, cut: Cut) -> list[Item]:
    """
    A translation, taken apart.

    Args:
        text: What the translator wrote.
        cut: The place of the source.

    >>> from toolkit.article import Cut
    >>> cut = Cut(0, 11, "<b>Rain</b>", (), (("<b>", Piece(0, 3, "", "b")), ("</b>", Piece(7, 11, "", "/b"))))
    >>> [item if isinstance(item, str) else item.tag for item in items_of("<b>Mưa</b> to", cut)]
    ['b', 'Mưa', '/b', ' to']
    """
    known: dict[str, Piece] = dict(cut.tags)
    found = [(start, end, tag) for start, end, tag in find_tags(text) if tag in known]
    balanced = is_balanced(tag for _, _, tag in found)
    items: list[Item] = []
    last = 0
    for start, end, tag in found:
        items.append(meant(text[last:start]))
        if balanced:
            items.append(known[tag])
        last = end
    items.append(meant(text[last:]))
    # Half a pair, whose other half stands elsewhere in the block, is written also where nobody copied it
    given = {tag for _start, _end, tag in found} if balanced else set()
    halves = [piece for tag, piece in cut.tags if tag not in given and piece.tag.endswith("/")]
    opens = [piece for piece in halves if piece.tag.endswith("//")]
    closes = [piece for piece in halves if piece.tag.startswith("/")]
    return [*opens, *(item for item in items if item), *closes]


def plain_place(cut: Cut) -> int:
    """Where a sentence has text without a tag around it, so that its style can be looked up there."""
    depth = 0
    for piece in cut.pieces:
        if piece.tag.endswith("/"):
            continue
        if piece.tag.startswith("/"):
            depth -= 1
        elif piece.tag:
            depth += 1
        elif piece.text.strip() and not piece.tag and not depth:
            return piece.start
    return cut.start


def written(block: Block, items: list[Item], raw: str) -> str:
    """
    Items as the file writes them.

    Args:
        block: Where they go.
        items: New text and places of the file.
        raw: The file.
    """
    if "docx" in block.coding:
        from toolkit.readers.runs import runs  # noqa: PLC0415 - zip is for documents only

        return runs(block, items, raw)
    out: list[tuple[str, str]] = []
    for item in items:
        if isinstance(item, str):
            out.append((escape(block.coding, item, opens=not out and block.around[0] == block.start), ""))
        elif isinstance(item, Piece):
            kind = "" if item.tag.endswith("/") else ">" if item.tag.startswith("/") else "<"
            out.append((raw[item.start : item.end], kind))
        else:
            out.append((raw[slice(*item)], ""))
    if block.coding in ("markdown", "cell") and any(kind for _text, kind in out):
        from toolkit.readers.leaning import leaning  # noqa: PLC0415 - for Markdown with tags only

        return leaning(out, raw[max(block.start - 1, 0) : block.start], raw[block.end : block.end + 1])
    return "".join(text for text, _kind in out)
