"""Where a word begins and ends, and where a sentence does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.match.automaton import Automaton

#: What ties a hit to an address, a handle or a variable: a name in there is not the name.
_TIES_BEFORE = frozenset("@/_\\#")
_TIES_AFTER = frozenset("@_\\")
_QUOTES = frozenset("\"'“”‘’«»「『(（[【<《")
_SKIPPED = frozenset(" \t\u00a0\u3000-–—―*•>…") | _QUOTES
_STOPS = frozenset(".!?…:;\n\r。！？：；│|")


def is_word(text: str, start: int, end: int) -> bool:
    """
    Whether ``text[start:end]`` is a whole word in a language that separates words with spaces.

    >>> is_word("Indiana", 0, 5), is_word("in India's", 3, 8), is_word("www.japan.travel", 4, 9)
    (False, True, False)
    """
    if start:
        before = text[start - 1]
        if before.isalnum() or before in _TIES_BEFORE:
            return False
        if before == "." and text[start].islower() and text[start - 2 : start - 1].isalnum():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum() or after in _TIES_AFTER:
            return False
        if after == "." and text[end + 1 : end + 2].islower() and text[end - 1].islower():
            return False
    return True


def is_katakana(char: str) -> bool:
    """Whether *char* carries on a katakana word; the middle dot does not."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def is_roman(char: str) -> bool:
    """Whether *char* carries on a Latin word or a figure, in a text that is levelled."""
    return char.isascii() and char.isalnum()


def touch(one: str, other: str) -> bool:
    """
    Whether two neighbours are letters of one word where words are not spaced.

    >>> touch("タ", "イ"), touch("e", "u"), touch("タ", "国"), touch("", "イ")
    (True, True, False, False)
    """
    return bool(one and other) and ((is_katakana(one) and is_katakana(other)) or (is_roman(one) and is_roman(other)))


def opens_sentence(text: str, start: int) -> bool:
    """
    Whether a sentence or a quotation opens at *start*, so that a capital there says nothing.

    >>> opens_sentence("Anh ta", 0), opens_sentence("Nước Anh", 5), opens_sentence("Ông nói: “Anh", 10)
    (True, False, True)
    """
    at = start - 1
    while at >= 0 and text[at] in _SKIPPED:
        if text[at] in _QUOTES:
            return True
        at -= 1
    return at < 0 or text[at] in _STOPS


def word_before(text: str, start: int) -> tuple[str, int]:
    """
    The word that ends one space before *start*, and where it begins; empty where none does.

    >>> word_before("anh Hải Dương", 4)
    ('anh', 0)
    """
    if start < 2 or text[start - 1] != " ":
        return "", start
    begin = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
    return text[begin : start - 1].lstrip("\"'“”‘’«(["), begin


def word_after(text: str, end: int) -> tuple[str, int]:
    """
    The word that begins one space after *end*, without what closes it, and where it begins.

    >>> word_after("Chad Hammel, coach", 4)
    ('Hammel', 5)
    """
    if end >= len(text) or text[end] != " ":
        return "", end
    stop = end + 1
    while stop < len(text) and (text[stop].isalnum() or text[stop] in "'’-"):
        stop += 1
    return text[end + 1 : stop], end + 1


def is_unit(automaton: Automaton, low: str, start: int, end: int, last: int) -> bool:
    """
    Whether a hit stands by itself in a language without spaces.

    Katakana may touch katakana only where the neighbour is a known name too, and Latin letters have boundaries.

    Args:
        automaton: All names there are.
        low: The levelled text.
        start: First code point of the hit.
        end: One past the last.
        last: End of the last accepted hit.
    """
    first, final = low[start], low[end - 1]
    if start and start != last:
        before = low[start - 1]
        if is_katakana(before) and is_katakana(first):
            return False
        if is_roman(before) and is_roman(first):
            return False
    if end < len(low):
        after = low[end]
        if is_katakana(after) and is_katakana(final):
            stop = end + 1
            while stop < len(low) and is_katakana(low[stop]):
                stop += 1
            return automaton.covers(low[end:stop])
        if is_roman(after) and is_roman(final):
            return False
    return True
