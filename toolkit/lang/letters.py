"""
Which kinds of letters a text is written in, as far as a glossary and a check must tell them apart.

Code-point ranges are enough here and cost nothing to import; who needs Unicode's script property uses ``regex``.
"""

from __future__ import annotations

from functools import lru_cache

from toolkit.ui import mark

KANA = mark("kana")
HAN = mark("Han")
HANGUL = mark("Hangul")
VIETNAMESE = mark("Vietnamese letters")

#: Letters that Vietnamese spelling has and plain Latin lacks (TCVN 6909), lower case.
VIETNAMESE_LETTERS = frozenset("áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ")

_RANGES = (
    (0x3041, 0x3096, KANA),
    (0x309D, 0x309F, KANA),
    (0x30A1, 0x30FA, KANA),
    (0x30FD, 0x30FF, KANA),
    (0x31F0, 0x31FF, KANA),
    (0xFF66, 0xFF9D, KANA),
    (0x3005, 0x3007, HAN),
    (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN),
    (0xF900, 0xFAFF, HAN),
    (0x20000, 0x323AF, HAN),
    (0x1100, 0x11FF, HANGUL),
    (0xAC00, 0xD7A3, HANGUL),
)


@lru_cache(maxsize=10_000)  # glossaries and texts ask for the same letters a million times
def kind_of(char: str) -> str:
    """
    The kind of one letter, empty for everything that no language here excludes.

    >>> kind_of("ハ"), kind_of("県"), kind_of("ễ"), kind_of("e")
    ('kana', 'Han', 'Vietnamese letters', '')
    """
    point = ord(char)
    if point < 0x1100:
        return VIETNAMESE if point > 0x7F and char.lower() in VIETNAMESE_LETTERS else ""
    if 0x1E00 <= point < 0x1F00:
        return VIETNAMESE if char.lower() in VIETNAMESE_LETTERS else ""
    return next((kind for first, last, kind in _RANGES if first <= point <= last), "")


def first_foreign(text: str, foreign: frozenset[str]) -> str:
    """
    The first letter of *text* whose kind is in *foreign*, or an empty string.

    >>> first_foreign("Hà Nội は", frozenset({KANA, HAN}))
    'は'
    """
    return "" if text.isascii() else next((char for char in text if kind_of(char) in foreign), "")
