"""
Word documents: the article is the text of ``word/document.xml``; all other parts stay as they are.

The XML is checked by a parser that knows no entities, and then looked at as text, like a page of the web. A tag of the
translator is a stretch of another style or a link; text is put back as runs of the style that stood there.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from xml.parsers import expat

from toolkit.article import Piece, Role
from toolkit.errors import InputError
from toolkit.readers.found import Found
from toolkit.readers.marked import Marked, blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from toolkit.article import Article, Block

PART = "word/document.xml"
#: The most that the article's own part may unpack to, and all parts together.
MOST, MOST_IN_ALL = 4_000_000, 300_000_000
_MOST_PARTS = 10_000
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)

_TOKEN = re.compile(r"<(/?)([\w:.-]+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<[!?][^>]*>|([^<]+)")
_ENTITY = re.compile(r"&[^;&\s]{1,12};")
_SPACE = re.compile(r"<w:t>(?=\s)|<w:t>(?=[^<]*\s</w:t>)")
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
#: Those of them that stand between runs, not in one.
_BETWEEN = ("<w:sdt", "<m:oMath")
#: What may stand around runs.
_WRAPS = ("w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:fldSimple", "w:bdo", "w:dir")
#: What another style is called: the first that is on.
_NAMES = (("w:b", "b"), ("w:i", "i"), ("w:u", "u"), ("w:strike", "s"), ("w:vertAlign", "sup"))
_UNSEEN = re.compile(r"<w:(?:lang|rFonts|noProof|bCs|iCs|szCs|kern|rPrChange.*?</w:rPrChange)\b[^>]*>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_HEADING = re.compile(r"(?i)(?:heading|title|subtitle|headline|u\d|tiêu ?đề|見出し|表題)")
_OUTLINE = re.compile(r'<w:outlineLvl w:val="[0-8]"')
_BESIDE = (
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "headers and footers"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "footnotes"),
    (re.compile(r"word/comments\.xml"), "comments"),
)


def unpack(data: bytes, path: Path | None = None) -> str:
    """
    The article's part of a document, as text.

    Raises:
        InputError: It is no document, is encrypted or damaged, unpacks to more than any article, or is XML that
            declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            parts = box.infolist()
            whole = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or whole > MOST_IN_ALL or _info(box).file_size > MOST:
                raise InputError(
                    f"unpacks to {whole:,} bytes, more than any article", path=path, remedy="take the pictures out"
                )
            if _info(box).flag_bits & 1:
                raise InputError("is protected by a password", path=path, remedy="save it without one")
            with box.open(PART) as stream:
                raw = stream.read(MOST + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            "is no Word document", path=path, remedy="save it as .docx, the format of Word since 2007"
        ) from None
    return _checked(raw, path)


def _info(box: zipfile.ZipFile) -> zipfile.ZipInfo:
    return box.getinfo(PART)


def _checked(raw: bytes, path: Path | None) -> str:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise InputError(
            "declares XML entities, which no document needs", path=path, remedy="do not open it in Word either"
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(raw, True)
        text = raw.decode("utf-8-sig")
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise InputError(f"is damaged: {PART}: {error}", path=path, remedy="open and save it in Word") from None
    if not any(f'xmlns:w="{name}"' in text for name in _WORDS):
        raise InputError("is no Word document", path=path, remedy="open and save it in Word")
    return unicodedata.normalize("NFC", text)


def beside(path: Path) -> list[str]:
    """What a document holds beside its text, and a translation leaves as it is."""
    with zipfile.ZipFile(path) as box:
        names = box.namelist()
        found = [
            what
            for pattern, what in _BESIDE
            if any(pattern.fullmatch(name) and b"<w:t" in box.read(name)[:1_000_000] for name in names)
        ]
    return [f"{', '.join(found)} stay in the source language"] if found else []


def repacked(article: Article, text: str) -> bytes:
    """
    The document with another text.

    Raises:
        InputError: The document is no longer there, or no longer what was read.
    """
    if article.path is None:
        raise InputError("a document cannot be written without its file", remedy="read it from a file")
    try:
        data = article.path.read_bytes()
    except OSError:
        raise InputError("cannot be read any more", path=article.path, remedy="put it back") from None
    if unpack(data, article.path) != article.text:
        raise InputError("has changed since it was read", path=article.path, remedy="extract it again")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as box, zipfile.ZipFile(out, "w") as new:
        for part in box.infolist():
            content = box.read(part)
            if part.filename == PART and text != article.text:
                content = _SPACE.sub('<w:t xml:space="preserve">', text).encode("utf-8")
            new.writestr(part, content)
    return out.getvalue()


def read(text: str) -> Found:
    """
    Find the article in the XML of a document.

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
            paragraph = _Paragraph(text, number)
            at = paragraph.read(at)
            boxes += paragraph.boxes
            line = Marked("docx", number, paragraph.role or (Role.PARAGRAPH if cell > 0 else None), paragraph.pieces)
            if line.text.strip():
                lines.append(line)
    blocks, day = blocks_of(lines)
    if not blocks:
        raise InputError("holds no text", remedy="look whether its text is a picture")
    remarks = ("text in boxes and content controls stays in the source language",) if boxes else ()
    return Found(tuple(blocks), day, remarks=remarks)


class _Paragraph:
    """One paragraph under way: the run and the link that the text stands in."""

    def __init__(self, text: str, number: int) -> None:
        self.text = text
        self.number = number
        self.role: Role | None = None
        self.boxes = 0
        self.runs: list[tuple[str, list[Piece]]] = []
        self.pieces: list[Piece] = []

    def read(self, at: int) -> int:
        """Read up to the paragraph's end, and tell where that is."""
        text = self.text
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
            elif name in _ATOMS and not closes:
                end = at if alone else _past(text, at, name)
                if "<w:txbxContent" in text[at:end] or (name == "w:sdt" and "<w:t" in text[at:end]):
                    self.boxes += 1
                read = "\n" if name in ("w:br", "w:cr") else " " if name == "w:tab" else ""
                self.runs.append((link + style, [Piece(found.start(), end, read, _ATOMS[name] + "/")]))
                at = end
        self.pieces = _tagged(self.runs)
        return at

    def _properties(self, at: int) -> int:
        end = self.text.find("</w:pPr>", at)
        given = self.text[at:end]
        style = _STYLE.search(given)
        if (style and _HEADING.match(style[1])) or _OUTLINE.search(given):
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


def _tagged(runs: Sequence[tuple[str, list[Piece]]]) -> list[Piece]:
    """Text with a pair of tags around each stretch that is not in the paragraph's usual style."""
    sizes: Counter[str] = Counter()
    for style, pieces in runs:
        sizes[style] += sum(len(piece.text.strip()) for piece in pieces)
    usual = max(sizes, key=lambda style: sizes[style], default="")
    out: list[Piece] = []
    current = usual
    last = 0
    for style, pieces in runs:
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


def runs(block: Block, items: Iterable[str | tuple[int, int] | Piece], raw: str) -> str:
    """
    Text between two places of a document, inside a run at both ends, as runs.

    Args:
        block: Where it goes.
        items: New text, places of the document, and tags.
        raw: The document.
    """
    paragraph = _element(raw, "<w:p", 0, block.start)
    style, last = _style(raw, block.start, paragraph), _style(raw, block.end, paragraph)
    base = [style]
    out: list[str] = []
    for item in items:
        if isinstance(item, str):
            out += [_switch(style, base[-1]), item.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")]
            style = base[-1]
        elif isinstance(item, tuple):
            if item[0] == item[1]:
                base = [_style(raw, item[0], paragraph)]
                continue
            out += [_switch(style, _style(raw, item[0], paragraph)), raw[slice(*item)]]
            style = _style(raw, item[1], paragraph)
            base = [style]
        elif item.tag.endswith("/"):
            around, given = base[-1]
            found = raw[item.start : item.end]
            out += [
                _switch(style, (around, None)),
                found if found.startswith(_BETWEEN) else f"<w:r>{given}{found}</w:r>",
            ]
            out.append(_switch((around, None), base[-1]))
            style = base[-1]
        elif item.tag.startswith("/"):
            base = base[:-1] if len(base) > 1 else base
        else:
            base.append(_style(raw, item.start, paragraph))
    return "".join([*out, _switch(style, last)])


#: The start tags of what stands around a run, a link for one, and the run's properties; None for them outside a run.
_Style = tuple[tuple[str, ...], str | None]


def _element(raw: str, name: str, low: int, place: int) -> int:
    """Where the last element of a name before a place begins, *low* if there is none."""
    found = raw.rfind(name, low, place)
    while found >= 0 and raw[found + len(name)] not in " >":
        found = raw.rfind(name, low, found)
    return max(found, low)


def _style(raw: str, place: int, paragraph: int) -> _Style:
    """The style of the text at a place of the paragraph that begins at another."""
    run = _element(raw, "<w:r", paragraph, place)
    start = raw.find(">", run) + 1
    end = raw.rfind("</w:rPr>", start, place)
    given = raw[start : end + len("</w:rPr>")] if end >= 0 and raw.startswith("<w:rPr", start) else ""
    around = []
    for name in _wraps(raw):
        opened = max(raw.rfind(f"<{name} ", paragraph, run), raw.rfind(f"<{name}>", paragraph, run))
        if opened >= 0 and raw.rfind(f"</{name}>", opened, run) < 0:
            around.append((opened, raw[opened : raw.find(">", opened) + 1]))
    return tuple(tag for _, tag in sorted(around)), given


@lru_cache(maxsize=2)
def _wraps(raw: str) -> tuple[str, ...]:
    """What stands around runs in this document: most have nothing but links."""
    return tuple(name for name in _WRAPS if f"<{name}" in raw)


def _switch(old: _Style, new: _Style) -> str:
    """From the inside of one run to the inside of another."""
    if old == new:
        return ""
    out = "</w:t></w:r>" if old[1] is not None else ""
    if old[0] != new[0]:
        out += "".join(f"</{tag[1:].split()[0].rstrip('>')}>" for tag in reversed(old[0])) + "".join(new[0])
    if new[1] is not None:
        out += f'<w:r>{new[1]}<w:t xml:space="preserve">'
    return out
