"""
What a person types when looking for a name, reduced to what all spellings of the name have in common.

Coarser than :func:`toolkit.normalize.fold` (whatever folds alike has one key): diacritics, spaces, dots, kinds of kana
and the spelling of a continent are no reason not to find something. How close a name really is, is judged afterwards,
on the few names that share a key. This module needs nothing but ``unicodedata``: a terminal waits for it.
"""

from __future__ import annotations

import unicodedata

__all__ = ["SAME", "bare", "key", "rules", "squeeze", "tidy"]

#: Marks between the parts of a name, and marks that only decorate it.
_GAPS = dict.fromkeys(map(ord, "-‐‑–—―−/_,;:・·‧•∙⋅=゠|()（）[]「」『』【】、。"), " ")
_NOTHING = dict.fromkeys(map(ord, "'’‘‛′ʼ`´\"“”„‟″.!?…\u00ad\u200b\u200c\u200d\u2060\ufeff"))
#: y and i are one rime in Vietnamese (Mỹ, Mĩ), and who types without marks types either.
_LETTERS = {ord("đ"): "d", ord("ð"): "d", ord("ɖ"): "d", ord("y"): "i", ord("ø"): "o", ord("ł"): "l", ord("ß"): "ss"}
_MARKS = _GAPS | _NOTHING | _LETTERS | {ord("&"): " & "}
#: Letters and marks that :func:`toolkit.normalize.fold` takes for one, as far as a comparison of names needs it.
SAME = {ord(a): b for a, b in zip("ỳýỷỹỵyðɖ’‘·‧•⋅‐‑＝ヴヂヅヱヰヲ", "ìíỉĩịiđđ''・・・・--=ブジズエイオ", strict=True)}
#: Hiragana as katakana, and the kana that the fold makes alike.
_KANA = {c: c + 0x60 for c in range(0x3041, 0x3097)} | {0x309D: 0x30FD, 0x309E: 0x30FE}
_KANA |= {ord(a): ord(b) for a, b in zip("ヴヂヅヱヰヲぢづゔゑゐを", "ブジズエイオジズブエイオ", strict=True)}

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
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare(text: str) -> str:
    """
    *text* in small letters without diacritics; kana keep their voicing marks.

    >>> bare("Đồng Nai"), bare("Tōkyō"), bare("バクニン")
    ('dong nai', 'tokyo', 'バクニン')
    """
    low = text.lower()
    if low.isascii():
        return low
    marked = unicodedata.normalize("NFD", low).replace("đ", "d")
    return unicodedata.normalize("NFC", "".join([c for c in marked if not "\u0300" <= c <= "\u036f"]))


def key(text: str) -> str:
    """
    The words of a name, as all its spellings have them, with single spaces between.

    >>> key("Thanh Hoá"), key("ＴＰ．ＨＣＭ"), key("the Ministry of Defence")
    ('thanh hoa', 'tphcm', 'ministri of defense')
    >>> key("はのい") == key("ﾊﾉｲ") == key("ハノイ"), key("ヴィンロン省") == key("ビンロン省")
    (True, True)
    >>> key("Mỹ Đình") == key("my dinh")
    True
    """
    low = bare(text if text.isascii() else unicodedata.normalize("NFKC", text)).translate(_MARKS)
    if not low.isascii():
        low = low.translate(_KANA)
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
    return words[0] if words else ""


def squeeze(text: str) -> str:
    """
    A key without its spaces: Vietnam is Viet Nam, セントジョンズ is セント・ジョンズ.

    >>> squeeze(key("Viet Nam"))
    'vietnam'
    """
    return text.replace(" ", "")


def rules() -> dict[str, dict[str, str] | list[tuple[str, str]]]:
    """
    What :func:`key` works with, for a program in another language that must make the same keys (the glossary site).

    >>> rules()["words"]
    {'and': '&', 'va': '&'}
    """
    return {
        "marks": {chr(mark): new or "" for mark, new in _MARKS.items()},
        "kana": {chr(kana): chr(new) for kana, new in _KANA.items()},
        "sounds": list(_SOUNDS),
        "spellings": list(_SPELLINGS),
        "words": _WORDS,
    }
