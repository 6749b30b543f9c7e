"""
The one idea of "the same text".

Two spellings are the same text when :func:`fold` makes them equal: case, width, the place of a Vietnamese tone mark,
i or y in a Vietnamese rime, kinds of middle dot, quotes and spaces. On NFC text a fold keeps every character in its
place, so that what is found in the folded text is found in the text.

Reading a text for matching must cost next to nothing, so there is a second, shallower door: :func:`level` does the part
that one pass over C strings can do and hands back the very same string where there is nothing to do. What it leaves
undone (tone placement, i/y, kana variants) is done once, on the glossary's side.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from toolkit.value import dataclass

__all__ = ["Clean", "clean", "fold", "is_usual", "kana", "level", "nfc", "plain", "ready"]


def nfc(text: str) -> str:
    r"""
    *text* in Unicode's composed form; the same object where it is so already.

    >>> len(nfc("Ho\u0300a"))
    3
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


#: One character for one: what looks the same and is typed differently.
_ALIKE: dict[str, str] = {
    **{chr(c): " " for c in (0x09, 0x0A, 0x0D, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)},
    **{chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("‘’‛′＇ʼ`´", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("·‧•∙⋅･", "・"),  # one kind of middle dot
    **dict.fromkeys("‐‑−", "-"),  # hyphens and the minus; dashes stay what they are
    **dict.fromkeys("Ððɖ", "đ"),  # the Icelandic and African letters that old Vietnamese fonts typed for Đ
    "゠": "=",
    "ｰ": "ー",
}
_ALIKE |= {alike: same.lower() for alike, same in _ALIKE.items() if same != same.lower()}
#: Its keys as a character class: the full-width ones in a row, since each character takes a pattern time to compile.
_ALIKE_CLASS = "\uff01-\uff5e" + re.escape("".join(key for key in _ALIKE if not "\uff01" <= key <= "\uff5e"))
#: ... a first cut in one pass: any of these and the text needs a second look.
_ODD = re.compile(f"[{_ALIKE_CLASS}]")
#: Nothing to see: soft hyphens, zero-width spaces and joiners, direction marks, variation selectors, stray tone marks.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
#: What makes offsets shift: the unseen, half-width kana (ﾍﾞ is one letter in two characters).
_SHIFTING = re.compile(f"[{_UNSEEN}\uff66-\uff9f]")
#: Either of them: without one, and in NFC, levelling a text is nothing but lower case.
_STRANGE = re.compile(f"[{_ALIKE_CLASS}{_UNSEEN}\uff66-\uff9f]").search
_DROPPED = re.compile(f"[{_UNSEEN}]")

#: Tone marks on the first vowel of an open oa, oe, uy, and where the newer spelling puts them.
TONES = {
    old: new
    for pair in "òa=oà óa=oá ỏa=oả õa=oã ọa=oạ òe=oè óe=oé ỏe=oẻ õe=oẽ ọe=oẹ ùy=uỳ úy=uý ủy=uỷ ũy=uỹ ụy=uỵ".split()
    for old, new in [pair.split("=")]
}
#: y with a tone that ends a syllable right after a consonant is an i: kỳ and kì, Mỹ and Mĩ, quý and quí.
_Y_TO_I = dict(zip("ỳýỷỹỵ", "ìíỉĩị", strict=True))
_RIMES = re.compile(f"{'|'.join(TONES)}|(?<![^\\W\\dbcdđghklmnpqrstvx])[ỳýỷỹỵ](?!\\w)|(?<=qu)[ỳýỷỹỵ](?!\\w)")
_KANA = {"ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ", "ヱ": "エ", "ヰ": "イ", "ヲ": "オ"}
_KANA_ODD = re.compile(f"[{''.join(_KANA)}]")


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) != len(text):  # İ grows to two characters: one place at a time then, and İ is i
        low = "".join(c.lower()[0] for c in text)
    return low


def level(text: str) -> str:
    r"""
    The shallow fold: case, width, quotes, spaces, dots, character by character.

    Args:
        text: NFC, without what :func:`clean` takes away.

    Returns:
        As many characters as *text* has.

    >>> level("ＥＵ’s Hà\u00a0Nội")
    "eu's hà nội"
    """
    low = _lower(text)
    if _ODD.search(low):
        for odd in set(_ODD.findall(low)):
            low = low.replace(odd, _ALIKE[odd])
    return low


def _newer(rime: re.Match[str]) -> str:
    found = rime.group()
    if len(found) == 1:
        return _Y_TO_I[found]
    new = TONES[found]
    # "quý" typed as "qúy" is still quí
    return (
        new[0] + _Y_TO_I[new[1]] if new[1] in _Y_TO_I and rime.string[rime.start() - 1 : rime.start()] == "q" else new
    )


def fold(text: str) -> str:
    """
    What is left of *text* when everything is taken away that makes no other text of it.

    Args:
        text: NFC; then each character keeps its place.

    Returns:
        The folded text; folding it again changes nothing.

    >>> fold("Thanh Hóa") == fold("THANH HOÁ")
    True
    >>> fold("Thụy Sỹ") == fold("Thuỵ Sĩ")
    True
    >>> fold("ヴィン") == fold("ブィン")
    True
    """
    low = level(text)
    if low.isascii():
        return low
    low = _RIMES.sub(_newer, low)
    if _KANA_ODD.search(low):
        for odd, same in _KANA.items():
            low = low.replace(odd, same)
    return low


def plain(text: str) -> str:
    """
    The fold without diacritics, as people type when they search: ``ha noi``, ``dong nai``, ``tokyo`` for Tōkyō.

    Not one to one: use it to look up, never to point into a text. Kana keep their voicing marks.

    >>> plain("Đồng Nai"), plain("Tōkyō"), plain("バクニン")
    ('dong nai', 'tokyo', 'バクニン')
    """
    low = fold(nfc(text)).replace("đ", "d")
    if low.isascii():
        return low
    bare = "".join(c for c in unicodedata.normalize("NFD", low) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


_HIRAGANA = {c: c + 0x60 for c in range(0x3041, 0x3097)} | {0x309D: 0x30FD, 0x309E: 0x30FE}


def kana(text: str) -> str:
    """
    One kana form for readings: katakana of full width, whatever kana was typed; other letters stay.

    >>> kana("ひろしま"), kana("ﾋﾛｼﾏ"), kana("べとなむ")
    ('ヒロシマ', 'ヒロシマ', 'ベトナム')
    """
    return unicodedata.normalize("NFKC", text).translate(_HIRAGANA)


def is_usual(text: str) -> bool:
    r"""
    Whether nothing about *text* is strange, so that :func:`clean` would give it back and :func:`level` lower its case.

    >>> is_usual("Hà Nội"), is_usual("Hà\N{NO-BREAK SPACE}Nội"), is_usual("ﾍﾞﾄﾅﾑ")
    (True, False, False)
    """
    if text.isascii():  # no need to look at each character
        return not ("\n" in text or "`" in text or "\t" in text or "\r" in text)
    return unicodedata.is_normalized("NFC", text) and _STRANGE(text) is None


@dataclass(frozen=True, slots=True)
class Clean:
    """
    A text made fit for matching, and the way back.

    Attributes:
        text: NFC, nothing invisible, kana of full width, no-break spaces plain.
        offsets: For each of its characters the place in the text as given, or None where they are the same; one more
            at the end for the length.
    """

    text: str
    offsets: tuple[int, ...] | None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where *start* to *end* of :attr:`text` stands in the text as given."""
        if self.offsets is None or self.ends is None:
            return start, end
        return self.offsets[start], self.ends[end - 1] if end > start else self.offsets[start]

    def place(self, offset: int) -> int:
        """The character of :attr:`text` that covers *offset* of the text as given."""
        if self.offsets is None:
            return offset
        return max(bisect_right(self.offsets, offset) - 1, 0)


def clean(text: str) -> Clean:
    r"""
    Make any text fit for matching.

    The usual text (NFC, nothing invisible) comes back as it is, at the price of two scans; any other is rebuilt
    cluster by cluster with a map of offsets.

    >>> found = clean("Ha\u0300 No\u0323\u0302i")
    >>> found.text, found.span(0, 2), found.span(3, 6)
    ('Hà Nội', (0, 3), (4, 9))
    """
    composed = unicodedata.is_normalized("NFC", text)
    spot = _SHIFTING.search(text)
    if composed and spot is None:
        return Clean(text.replace("\u00a0", " "), None)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, size = 0, len(text)
    while composed and spot is not None:  # all is well but for a few places
        begin = max(at, spot.start() - 1)
        while begin > at and unicodedata.combining(text[begin]):
            begin -= 1
        out.append(text[at:begin])
        starts += range(at, begin)
        ends += range(at + 1, begin + 1)
        at = _rebuild(text, begin, spot.end(), out, starts, ends)
        spot = _SHIFTING.search(text, at)
    if composed:
        out.append(text[at:])
        starts += range(at, size)
        ends += range(at + 1, size + 1)
    else:
        _rebuild(text, 0, size, out, starts, ends)
    return Clean("".join(out).replace("\u00a0", " "), (*starts, size), tuple(ends))


def _rebuild(text: str, at: int, last: int, out: list[str], starts: list[int], ends: list[int]) -> int:
    """Clean a stretch of a text cluster by cluster; the end of the last cluster, which may lie beyond *last*."""
    size = len(text)
    while at < last:
        begin, char = at, text[at]
        at += 1
        if _DROPPED.match(char):
            continue
        cluster = char
        # A letter and the marks that follow it, invisible characters between them taken away
        stop = at
        while stop < size and (unicodedata.combining(text[stop]) or text[stop] in "ﾞﾟ" or _DROPPED.match(text[stop])):
            if not _DROPPED.match(text[stop]):
                cluster += text[stop]
                at = stop + 1
            stop += 1
        if "\uff65" < cluster[0] <= "\uff9f":
            cluster = unicodedata.normalize("NFKC", cluster)
        elif len(cluster) > 1 or not cluster.isascii():
            cluster = unicodedata.normalize("NFC", cluster)
        for one in cluster:
            out.append(one)
            starts.append(begin)
            ends.append(at)
    return at


def ready(text: str) -> tuple[str, str, Clean | None]:
    r"""
    A text made ready for matching, the usual one at the least price.

    Returns:
        The text without what :func:`clean` takes away, the same levelled, and the way back where places have shifted.

    >>> ready("Ｈà\N{NO-BREAK SPACE}Nội")
    ('Ｈà Nội', 'hà nội', None)
    """
    if text.isascii():
        low = text.lower()
        return text, low if is_usual(text) else level(text), None
    if not unicodedata.is_normalized("NFC", text) or ((strange := _STRANGE(text)) and _SHIFTING.search(text)):
        tidy = clean(text)
        return tidy.text, level(tidy.text), tidy
    if strange is None and len(low := text.lower()) == len(text):
        return text, low, None
    text = text.replace("\u00a0", " ")
    return text, level(text), None
