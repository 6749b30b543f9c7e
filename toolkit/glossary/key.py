"""
What a person types when looking for a name, reduced to what all spellings of the name have in common.

Coarser than :func:`toolkit.normalize.fold`: diacritics, spaces, dots, kinds of kana and the spelling of a continent are
no reason not to find something. How close a name really is, is judged afterwards, on the few names that share a key.
"""

from __future__ import annotations

from toolkit.normalize import kana, nfc, plain

__all__ = ["key", "squeeze", "tidy"]

#: Marks between the parts of a name, and marks that only decorate it.
_GAPS = dict.fromkeys(map(ord, "-‐‑–—―−/_,;:・=＝゠・|()（）[]「」『』【】、。\u3000"), " ")
_NOTHING = dict.fromkeys(map(ord, "'’\"“”.!?…"), None)
_MARKS = _GAPS | _NOTHING | {ord("&"): " & "}

#: Two ways to write one sound in katakana, after the fold has made ヴ a ブ: ヴァ and バ, クアン and クァン.
_SOUNDS = (
    *(("ブ" + small, full) for small, full in zip("ァィェォ", "バビベボ", strict=True)),
    *((row + small, row + full) for row in "クグフ" for small, full in zip("ァィェォ", "アイエオ", strict=True)),
    ("トゥ", "ツ"),
    ("ー", ""),
)

#: Spellings of one English word on both sides of the Atlantic.
_SPELLINGS = (
    ("isation", "ization"),
    ("defence", "defense"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
    ("theatre", "theater"),
    ("harbour", "harbor"),
)

#: Words that join names: Bộ Giáo dục và Đào tạo, Ministry of Education & Training.
_WORDS = {"and": "&", "va": "&"}


def tidy(text: str) -> str:
    """*text* as a name stands in the glossary: NFC, no space too many."""
    return " ".join(nfc(text).split())


def key(text: str) -> str:
    """
    The words of a name, as all its spellings have them, with single spaces between.

    >>> key("Thanh Hoá"), key("ＴＰ．ＨＣＭ"), key("the Ministry of Defence")
    ('thanh hoa', 'tphcm', 'ministry of defense')
    >>> key("はのい") == key("ﾊﾉｲ") == key("ハノイ"), key("ヴィンロン省") == key("ビンロン省")
    (True, True)
    """
    low = plain(text).translate(_MARKS)
    if not low.isascii():
        low = kana(low)
        for one, other in _SOUNDS:
            if one in low:
                low = low.replace(one, other)
    words = low.split()
    if len(words) > 1:
        low = " ".join([_WORDS.get(word, word) for word in words if word != "the"])
        for british, american in _SPELLINGS:
            if british in low:
                low = low.replace(british, american)
        return low
    return low.strip()


def squeeze(text: str) -> str:
    """
    A key without its spaces: Vietnam is Viet Nam, セントジョンズ is セント・ジョンズ.

    >>> squeeze(key("Viet Nam"))
    'vietnam'
    """
    return text.replace(" ", "")
