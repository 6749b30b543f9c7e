"""
A translation as a file writes it: its tags where the translator put them, its signs so that they are no tags.

A tag of the message stands for the one that the file has there, with all its attributes. What the source has no tag for
is text, and tags that do not pair are left out: a slip in a catalog must not break a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.article.marked import find_tags, is_balanced, meant
from toolkit.readers.codings import escape, readable, tags_in

if TYPE_CHECKING:
    from toolkit.article import Block, Cut, Piece

#: New text, or a span of the article's text that stays as it is.
Item = str | tuple[int, int]

__all__ = ["Item", "items_of", "readable", "tags_in", "written"]


def items_of(text: str, cut: Cut) -> list[Item]:
    """
    A translation, taken apart.

    Args:
        text: What the translator wrote.
        cut: The place of the source.

    >>> from toolkit.article import Cut, Piece
    >>> items_of("<b>Mưa</b> to", Cut(0, 9, "<b>Rain</b>", (), (("<b>", Piece(0, 3)), ("</b>", Piece(7, 11)))))
    [(0, 3), 'Mưa', (7, 11), ' to']
    """
    known: dict[str, Piece] = dict(cut.tags)
    found = [(start, end, tag) for start, end, tag in find_tags(text) if tag in known]
    balanced = is_balanced(tag for _, _, tag in found)
    items: list[Item] = []
    last = 0
    for start, end, tag in found:
        items.append(meant(text[last:start]))
        if balanced:
            items.append((known[tag].start, known[tag].end))
        last = end
    items.append(meant(text[last:]))
    return [item for item in items if item != ""]


def written(block: Block, items: list[Item], raw: str) -> str:
    """
    Items as the file writes them.

    Args:
        block: Where they go.
        items: New text and places of the file.
        raw: The file.
    """
    if "docx" in block.coding:
        from toolkit.readers.docx import runs  # noqa: PLC0415 - zip is for documents only

        return runs(block, items, raw)
    out: list[str] = []
    for item in items:
        if isinstance(item, str):
            out.append(escape(block.coding, item, opens=not out and block.around[0] == block.start))
        else:
            out.append(raw[slice(*item)])
    return "".join(out)
