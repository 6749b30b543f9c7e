"""How wide a text stands in a terminal, where 漢 takes the room of two letters and a tone mark takes none."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """
    Columns that *text* takes in a terminal.

    Characters whose width depends on the terminal (※, ±) count as one, as most terminals outside East Asia show them.

    >>> width("Hà Nội"), width("ハノイ"), width("ﾊﾉｲ")
    (6, 6, 3)
    """
    if text.isascii():
        return len(text)
    columns = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
            continue
        columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


def pad(text: str, columns: int) -> str:
    """
    *text* with spaces behind it, *columns* wide; a longer one stays as it is.

    >>> pad("広島", 6) + "|"
    '広島  |'
    """
    return text + " " * (columns - width(text))


#: What Japanese typesetters keep off the start of a line, and off its end.
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》］｝’”ー々〻ゝゞヽヾ…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}｡､｣･"
)
_NEVER_LAST = frozenset("（「『【〔〈《［｛‘“([{｢")


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """
    Break a paragraph into lines of at most so many columns: at spaces, and between characters of full width.

    Where there are no spaces, no line begins with a mark that closes or ends with one that opens, and no word in
    katakana is torn. What cannot be broken stays whole, even where it is longer.

    Args:
        text: One paragraph.
        columns: Room of a line.
        first: What stands in front of the first line.
        rest: What stands in front of the others.

    >>> wrap("用語集にない名前を、記事から探す。", 12)
    ['用語集にない', '名前を、記事', 'から探す。']
    >>> wrap("見出しは「東京」です。", 10)
    ['見出しは', '「東京」で', 'す。']
    >>> wrap("Tìm tên chưa có trong bảng", 12, rest="  ")
    ['Tìm tên chưa', '  có trong', '  bảng']
    """
    lines: list[str] = []
    line, room = first, columns - width(first)
    empty = True
    for gap, piece in _pieces(text):
        need = width(piece)
        space = " " if gap and not empty else ""
        if not empty and len(space) + need > room:
            lines.append(line)
            line, room, space = rest, columns - width(rest), ""
        line += space + piece
        room -= len(space) + need
        empty = False
    return [*lines, line] if not empty else lines


def _pieces(text: str) -> list[tuple[bool, str]]:
    """What no line may break, each with whether a space stands in front of it."""
    pieces: list[tuple[bool, str]] = []
    for word in text.split():
        start = 0
        if not word.isascii():
            for place in range(1, len(word)):
                before, after = word[place - 1], word[place]
                if (
                    (_full(before) or _full(after))
                    and after not in _NEVER_FIRST
                    and before not in _NEVER_LAST
                    and not unicodedata.combining(after)
                    and not (("ァ" <= before <= "ヺ" or before == "ー") and "ァ" <= after <= "ヺ")
                ):
                    pieces.append((start == 0, word[start:place]))
                    start = place
        pieces.append((start == 0, word[start:]))
    return pieces


def _full(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
