"""
A news article: its text, untouched, and what each part of it is.

Blocks are spans of the text, so nothing can be lost: whatever is not in a block (a dash, a blank line, the tags of a
page) still stands in the text, and the article writes itself back as it came.
"""

from __future__ import annotations

from toolkit.article.article import Article, Block, Role, Said
from toolkit.article.marked import Cut, Marks, Piece

__all__ = ["Article", "Block", "Cut", "Marks", "Piece", "Role", "Said"]
