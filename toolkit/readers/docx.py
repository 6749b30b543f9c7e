"""
Word documents: the article is the text of ``word/document.xml``; all other parts stay as they are.

The XML is checked by a parser that knows no entities, and then looked at as text, like a page of the web. A tag of the
translator is a stretch of another style or a link; text is put back as runs of the style that stood there.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from toolkit.article import Piece, Role
from toolkit.errors import InputError
from toolkit.readers.found import Found
from toolkit.readers.marked import Marked, blocks_of
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TOKEN = re.compile(r"<(/?)([\w:.-]+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<[!?][^>]*>|([^<]+)")
_ENTITY = re.compile(r"&[^;&\s]{1,12};")
#: Elements of a run that are no text, and what a translator sees of them.
_ATOMS = {
    "w:br": "br",
    "w:cr": "br",
    "w:tab": "tab",
    "w:drawing": "img",
    "w:pict": "img",
    "w:object": "img",
    "mc:AlternateContent": "img",
    "w:footnoteReference": "note",
    "w:endnoteReference": "note",
    "w:commentReference": "note",
    "w:sym": "sym",
    "w:fldChar": "field",
    "w:instrText": "field",
    "w:noBreakHyphen": "sym",
    "w:softHyphen": "sym",
    "w:ruby": "ruby",
    "w:sdt": "field",
    "m:oMath": "math",
    "m:oMathPara": "math",
}
#: What another style is called: the first that is on.
_NAMES = (("w:b", "b"), ("w:i", "i"), ("w:u", "u"), ("w:strike", "s"), ("w:vertAlign", "sup"))
_UNSEEN = re.compile(r"<w:(?:lang|rFonts|noProof|bCs|iCs|szCs|kern|rPrChange.*?</w:rPrChange)\b[^>]*>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_FIELD = re.compile(r'<w:fldChar\b[^>]*?w:fldCharType="(begin|separate|end)"[^>]*>')
_HEADING = re.compile(r"(?i)(?:heading|title|subtitle|headline|u\d|tiêu ?đề|見出し|表題)")
_OUTLINE = re.compile(r'<w:outlineLvl w:val="[0-8]"')


def read(text: str, styles: Mapping[str, Role] | None = None) -> Found:
    """
    Find the article in the XML of a document.

    Args:
        text: The XML of its main part.
        styles: What paragraphs of a style are, by the style's id; see :func:`toolkit.readers.package.styles`.

    Raises:
        InputError: It holds no text.

    >>> r = "<w:r><w:t>Mưa </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>to</w:t></w:r><w:r><w:t>.</w:t></w:r>"
    >>> block, = read(f"<w:body><w:p>{r}</w:p></w:body>").blocks
    >>> block.text, [p.tag for p in block.pieces if p.tag]
    ('Mưa to.', ['b', '/b'])
    """
    lines: list[Marked] = []
    boxes = 0
    number = 0
    cell = 0
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        name = found[2]
        if name == "w:tc":
            cell += -1 if found[1] else 1
        elif name == "w:p" and not found[1]:
            number += 1
            if found[3].endswith("/"):
                continue
            paragraph = _Paragraph(text, number, styles or {})
            at = paragraph.read(at)
            boxes += paragraph.boxes
            line = Marked("docx", number, paragraph.role or (Role.PARAGRAPH if cell > 0 else None), paragraph.pieces)
            if line.text.strip():
                lines.append(line)
    blocks, day = blocks_of(lines)
    if not blocks:
        raise InputError(_("holds no text"), remedy=_("look whether its text is a picture"))
    remarks = (_("text in boxes and content controls stays in the source language"),) if boxes else ()
    return Found(tuple(blocks), day, remarks=remarks)


class _Paragraph:
    """One paragraph under way: the run and the link that the text stands in."""

    def __init__(self, text: str, number: int, styles: Mapping[str, Role]) -> None:
        self.text = text
        self.number = number
        self.styles = styles
        self.role: Role | None = None
        self.boxes = 0
        #: Style and text; a field's tags have no style of their own.
        self.runs: list[tuple[str | None, list[Piece]]] = []
        #: Where a field ends -> the tag that it began with.
        self.fields: dict[int, str] = {}
        self.stop = 0
        self.pieces: list[Piece] = []

    def read(self, at: int) -> int:
        """Read up to the paragraph's end, and tell where that is."""
        text = self.text
        self.stop = text.find("</w:p>", at)
        link = style = ""
        inside = False
        while found := _TOKEN.search(text, at):
            at, name, closes = found.end(), found[2], bool(found[1])
            alone = (found[3] or "").endswith("/")
            if name == "w:p" and closes:
                break
            if found[4]:
                if inside:
                    self._text(link + style, found.start(), found.end())
            elif name == "w:t":
                inside = not closes and not alone
            elif name == "w:r" and not closes:
                style = ""
            elif name == "w:pPr" and not closes and not alone:
                at = self._properties(at)
            elif name == "w:rPr" and not closes and not alone:
                close = text.find("</w:rPr>", at)
                style, at = _UNSEEN.sub("", text[at:close]), close
            elif name == "w:hyperlink":
                link = "" if closes or alone else "a"
            elif name in ("w:del", "w:moveFrom") and not closes and not alone:
                at = _past(text, at, name)
            elif name == "w:fldChar" and (field := _FIELD.search(found[0])) and (edge := self._field(field[1], found)):
                at = edge
            elif name in _ATOMS and not closes:
                end = at if alone else _past(text, at, name)
                if "<w:txbxContent" in text[at:end] or (name == "w:sdt" and "<w:t" in text[at:end]):
                    self.boxes += 1
                read = "\n" if name in ("w:br", "w:cr") else " " if name == "w:tab" else ""
                self.runs.append((link + style, [Piece(found.start(), end, read, _ATOMS[name] + "/")]))
                at = end
        self.pieces = _tagged(self.runs)
        return at

    def _field(self, kind: str, found: re.Match[str]) -> int:
        """
        The code of a field as a tag that opens, its end as the tag that closes: what it shows stands between them.

        Returns:
            Where the tag ends; 0 for a field inside another one, or one that is never finished.
        """
        text, start = self.text, found.start()
        if kind == "begin":
            paragraph = self.stop
            other = _FIELD.search(text, found.end(), paragraph)
            if other is None or other[1] != "separate":
                return 0
            close = _FIELD.search(text, other.end(), paragraph)
            if close is None or close[1] != "end":
                return 0
            end = _past(text, other.end(), "w:fldChar") if text[other.end() - 2 : other.end()] != "/>" else other.end()
            tag = self.fields[close.start()] = "a" if "HYPERLINK" in text[start:end] else "field"
            self.runs.append((None, [Piece(start, end, "", tag)]))
            return end
        if kind == "end" and start in self.fields:
            end = found.end() if found[0].endswith("/>") else _past(text, found.end(), "w:fldChar")
            self.runs.append((None, [Piece(start, end, "", f"/{self.fields[start]}")]))
            return end
        return 0

    def _properties(self, at: int) -> int:
        end = self.text.find("</w:pPr>", at)
        given = self.text[at:end]
        style = _STYLE.search(given)
        if style and style[1] in self.styles:
            self.role = self.styles[style[1]]
        elif (style and _HEADING.match(style[1])) or _OUTLINE.search(given):
            self.role = Role.HEADLINE
        elif style and style[1].lower() in ("caption", "chú thích", "図表番号"):
            self.role = Role.CAPTION
        return end

    def _text(self, style: str, start: int, end: int) -> None:
        pieces, last = [], start
        for found in _ENTITY.finditer(self.text, start, end):
            if last < found.start():
                pieces.append(Piece(last, found.start(), self.text[last : found.start()]))
            pieces.append(Piece(found.start(), found.end(), unescape(found[0])))
            last = found.end()
        if last < end:
            pieces.append(Piece(last, end, self.text[last:end]))
        self.runs.append((style, pieces))


def _past(text: str, at: int, name: str) -> int:
    """Behind the end of an element, of which others of its name may stand in it."""
    depth = 1
    for found in re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^>]*?(/?)>").finditer(text, at):
        depth += -1 if found[1] else 0 if found[2] else 1
        if depth == 0:
            return found.end()
    return len(text)


def _tagged(runs: Sequence[tuple[str | None, list[Piece]]]) -> list[Piece]:
    """Text with a pair of tags around each stretch that is not in the paragraph's usual style."""
    sizes: Counter[str] = Counter()
    for style, pieces in runs:
        if style is not None:
            sizes[style] += sum(len(piece.text.strip()) for piece in pieces)
    # A word in italics is the exception also where it is longer than what stands before it
    plain = [style for style in sizes if sizes[style] and _name(style) == "span"]
    usual = max(plain or sizes, key=lambda style: sizes[style], default="")
    out: list[Piece] = []
    current = usual
    last = 0
    for style, pieces in runs:
        if style is None:  # styles of type end where a field begins or ends, so that tags stand in each other
            if current != usual:
                out.append(Piece(last, last, "", f"/{_name(current)}"))
            current, last = usual, pieces[-1].end
            out += pieces
            continue
        blank = not any(piece.text.strip() for piece in pieces)
        wanted = current if blank else style
        if wanted != current:
            if current != usual:
                out.append(Piece(last, last, "", f"/{_name(current)}"))
            if wanted != usual:
                out.append(Piece(pieces[0].start, pieces[0].start, "", _name(wanted)))
            current = wanted
        out += pieces
        last = pieces[-1].end
    if current != usual:
        out.append(Piece(last, last, "", f"/{_name(current)}"))
    return out


def _name(style: str) -> str:
    if style.startswith("a"):
        return "a"
    for element, name in _NAMES:
        found = re.search(rf'<{element}(?: w:val="([^"]*)")?/>', style)
        if found and found[1] not in ("0", "false", "none", "off"):
            return "sub" if found[1] == "subscript" else name
    return "span"
