"""
Brackets and quotation marks that belong together.

An opening mark without its closing one is a slip of the pen, and must not swallow a paragraph: only pairs count.
"""

from __future__ import annotations

import re

BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "［": "］",
    "｛": "｝",
    "【": "】",
    "〔": "〕",
    "〈": "〉",
    "《": "》",
    "｟": "｠",
    "〖": "〗",
    "〘": "〙",
}
_QUOTES = {"“": "”", "«": "»", "「": "」", "『": "』", "｢": "｣", "〝": "〟"}

#: What opens, and what closes it: the brackets and the quotation marks whose halves can't be mistaken.
PARTNERS = BRACKETS | _QUOTES

# Compiled by re when they are first needed, and kept there.
_BRACKET = "[" + re.escape("".join([*BRACKETS, *BRACKETS.values()])) + "]"
_EITHER = "[" + re.escape("".join([*PARTNERS, *PARTNERS.values()])) + '"‘’]'
_OPENED_BY = {close: open_ for open_, close in PARTNERS.items()} | {"’": "‘", '"': '"'}
_OPENERS = frozenset(_OPENED_BY.values()) - {'"'}
#: Marks whose two halves look alike, or whose closing half is an apostrophe too.
_BY_PLACE = frozenset('"‘')
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000([{（［「『“‘—–-")

#: The opening quotation marks; whoever else opens is a bracket.
QUOTES = frozenset([*_QUOTES, "‘", '"'])


def pairs(text: str, quotes: bool) -> list[tuple[int, int]]:
    """
    The pairs in *text*: places of the opening and of the closing mark, in the order of the opening ones.

    Args:
        text: One paragraph.
        quotes: Whether quotation marks count, or brackets only.

    >>> pairs("A (b) c) “d”", quotes=True)
    [(2, 4), (9, 11)]
    """
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    count: dict[str, int] = {}
    for match in re.finditer(_EITHER if quotes else _BRACKET, text):
        opener, place = match.group(), match.start()
        opening = opener in _OPENERS
        if not opening:
            if opener == "’" and text[place + 1 : place + 2].isalnum():
                continue  # an apostrophe
            opener = _OPENED_BY[opener]
        if opener in _BY_PLACE:
            # These open where a word may begin, and close everywhere else: don't, 5", dogs’.
            begins = text[place + 1 : place + 2].strip() and (not place or text[place - 1] in _BEFORE_OPENING)
            if opening and not begins and opener == "‘":
                continue
            opening = bool(begins) and match.group() != "’"
        if opening:
            waiting.append((opener, place))
            count[opener] = count.get(opener, 0) + 1
        elif count.get(opener):
            # What was opened in between and not closed is a slip.
            while True:
                last, start = waiting.pop()
                count[last] -= 1
                if last == opener:
                    found.append((start, place))
                    break
    found.sort()
    return found
