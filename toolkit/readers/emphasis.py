"""
Markdown inside a line: emphasis, links, pictures, code, escapes.

What a reader sees as bold is a pair of tags for the translator, however the file writes it. The rules are CommonMark's,
as far as news needs them; what they leave open is text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from toolkit.article import Piece
from toolkit.readers.html import INLINE
from toolkit.readers.marked import is_wide

if TYPE_CHECKING:
    from collections.abc import Collection

_DEST = r"\(\s*(?:<[^<>\n]*+>|(?:[^()\s\\<]|\\.|\([^()\s]*+\))*+)(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?\s*+\)"
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ruby><ruby\b[^<>]*+>(?:[^<]++|<(?!/?ruby\b))*+</ruby>"
    r"|\{[^{}|\s]{1,20}\|[\u3040-\u30ff| ]{1,60}\})"
    r"|(?P<ticks>`+)"
    r"|<(?P<link>(?:https?|mailto|ftp):[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>"
    r"|<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>"
    r"|(?P<comment><!--.*?-->|\{\{[<%].*?[%>]\}\})"
    rf"|(?P<image>!\[(?P<alt>[^\[\]]*+)\](?:{_DEST}|\[[^\[\]]*+\]))"
    r"|(?P<note>\[\^[^\[\]\s]+\])"
    r"|(?P<opens>\[)"
    rf"|(?P<closes>\](?P<dest>{_DEST}|\[[^\[\]]*+\])?)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<run>\*+|_+|~~+)",
    re.DOTALL,
)

_READING = re.compile(r"<(?:rt|rp|rtc)\b[^<>]*>[^<]*+(?:</(?:rt|rp|rtc)>)?")
#: A tag of the text: where it stands, what it is called, and what a reader reads there.
_Tag = tuple[int, int, str, str]


def inline(text: str, defined: Collection[str] = ()) -> list[Piece]:
    """
    The pieces of a line, with offsets into it.

    Args:
        text: The line, or the lines of one paragraph.
        defined: Names of links that the file defines elsewhere, in small letters.

    >>> [p.tag or p.text for p in inline("Mưa **rất to** ở [Hà Nội](https://example.org/a_b)")]
    ['Mưa ', 'b', 'rất to', '/b', ' ở ', 'a', 'Hà Nội', '/a']
    """
    return _Inline(text, defined).read()


class _Inline:
    """One line under way: which marks still wait for their other half."""

    def __init__(self, text: str, defined: Collection[str]) -> None:
        self.text = text
        self.defined = defined
        self.tags: list[_Tag] = []
        self.waiting: list[tuple[int, int]] = []  # opening brackets, and how many tags there were
        #: Character -> runs that may open: where they begin and how many characters are left.
        self.runs: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self.ticks: dict[int, list[int]] = {}
        for found in re.finditer(r"`+", text):
            self.ticks.setdefault(len(found[0]), []).append(found.start())

    def read(self) -> list[Piece]:
        at = 0
        while found := _TOKEN.search(self.text, at):
            at = self._token(found)
        out: list[Piece] = []
        last = 0
        for start, end, tag, read in sorted(self.tags):
            if start < last:
                continue
            if last < start:
                out.append(Piece(last, start, self.text[last:start]))
            out.append(Piece(start, end, read, tag))
            last = end
        if last < len(self.text):
            out.append(Piece(last, len(self.text), self.text[last:]))
        return out

    def _token(self, found: re.Match[str]) -> int:
        """Note one token, and tell where to go on."""
        start, end = found.span()
        if found["run"]:
            self._run(start, end)
        elif found["escaped"]:
            self.tags.append((start, end, "", found["escaped"]))
        elif found["entity"]:
            self.tags.append((start, end, "", html.unescape(found[0])))
        elif found["ruby"]:
            self.tags.append((start, end, "", _base(found[0])))
        elif found["ticks"]:
            return self._code(start, end)
        elif found["link"]:
            self.tags += [(start, start + 1, "a", ""), (end - 1, end, "/a", "")]
        elif found["name"]:
            self._element(found)
        elif found["image"]:
            self.tags.append((start, end, "img/", ""))
        elif found["note"]:
            self.tags.append((start, end, "note/", ""))
        elif found["comment"]:
            self.tags.append((start, end, "code/", ""))
        elif found["opens"]:
            self.waiting.append((start, len(self.tags)))
        elif found["closes"]:
            return self._bracket(found)
        return end

    def _code(self, start: int, end: int) -> int:
        places = self.ticks.get(end - start, [])
        while places and places[0] <= start:
            places.pop(0)
        if not places:
            return end
        close = places[0] + end - start
        self.tags.append((start, close, "code/", self.text[end : places[0]].strip()))
        return close

    def _element(self, found: re.Match[str]) -> None:
        name = found["name"].lower()
        name = INLINE.get(name, name)
        if name in ("br", "wbr", "img"):
            self.tags.append((*found.span(), f"{name}/", "\n" if name == "br" else ""))
        elif name in INLINE.values():
            self.tags.append((*found.span(), found["slash"] + name, ""))
        else:
            self.tags.append((*found.span(), "code/", ""))

    def _bracket(self, found: re.Match[str]) -> int:
        """A link, if its text has begun; else a bracket."""
        if not self.waiting:
            return found.start() + 1
        opened, _ = self.waiting.pop()
        if found["dest"]:
            end = found.end()
        elif self.text[opened + 1 : found.start()].strip().lower() in self.defined:
            end = found.start() + 1
        else:
            return found.start() + 1
        self.tags += [(opened, opened + 1, "a", ""), (found.start(), end, "/a", "")]
        self.waiting.clear()  # no link in a link
        return end

    def _run(self, start: int, end: int) -> None:
        """Asterisks or underscores: they close what waits for them, and what is left of them may open."""
        char = self.text[start]
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        left, right = _flanking(before, after), _flanking(after, before)
        opens = left and (char != "_" or not right or is_mark(before))
        closes = right and (char != "_" or not left or is_mark(after))
        at = start
        waiting = self.runs[char]
        while closes and waiting and at < end:
            opener = waiting[-1]
            size = 2 if char == "~" or min(opener[1], end - at) >= 2 else 1
            if opener[1] < size:
                break
            name = "s" if char == "~" else "b" if size == 2 else "i"
            place = opener[0] + opener[1] - size
            self.tags += [(place, place + size, name, ""), (at, at + size, f"/{name}", "")]
            opener[1] -= size
            at += size
            if not opener[1]:
                waiting.pop()
            for other in self.runs.values():  # what opened in between closes nothing outside
                while other and other[-1][0] > place:
                    other.pop()
        if opens and at < end:
            waiting.append([at, end - at])


def _flanking(outside: str, inside: str, *, strict: bool = False) -> bool:
    """
    Whether a run of marks leans on what is *inside*: CommonMark's left-flanking, and right-flanking mirrored.

    CommonMark was made for words with spaces between them: it takes the marks of ``**「東京」**は`` for text, because a
    letter follows the bracket. Whoever typed them meant bold type, so that is how they are read. Written they are for
    strict readers, see :mod:`toolkit.readers.leaning`.
    """
    if not inside or inside.isspace():
        return False
    if not is_mark(inside) or not outside or outside.isspace() or is_mark(outside):
        return True
    return not strict and is_wide(outside)


def holds(char: str, before: str, after: str, *, opens: bool) -> bool:
    """Whether every reader takes a run of marks between two characters for one that opens, or one that closes."""
    left, right = _flanking(before, after, strict=True), _flanking(after, before, strict=True)
    if opens:
        return left and (char != "_" or not right or is_mark(before))
    return right and (char != "_" or not left or is_mark(after))


def is_mark(char: str) -> bool:
    """Whether a character is punctuation to CommonMark."""
    return bool(char) and unicodedata.category(char)[0] in "PS"


def _base(ruby: str) -> str:
    """A name without its readings: of ``<ruby>`` or of ``{石破|いしば}``."""
    if ruby.startswith("{"):
        return ruby[1:].partition("|")[0]
    return html.unescape(re.sub(r"<[^<>]*>", "", _READING.sub("", ruby)))
