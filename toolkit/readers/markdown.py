"""
Markdown: headings, paragraphs, lists, tables, pictures and the front matter that publishing systems put on top.

Code, definitions of links and raw HTML that holds no text stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.article import Piece, Role, Said
from toolkit.errors import InputError
from toolkit.readers.found import Found
from toolkit.readers.frontmatter import FileLine, front_matter
from toolkit.readers.html import page
from toolkit.readers.marked import Marked, blocks_of, inner_remarks
from toolkit.readers.page import code_of, day_of
from toolkit.readers.paragraph import paragraph
from toolkit.ui import gettext as _
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from datetime import date

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"(\s*)(?:[-+*]|\d{1,9}[.)]|:(?=[ \t]))(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_FENCE = re.compile(r"\s{0,12}(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
#: What a line is called and how it looks, for the publishing system: {#id .class}, {: .lead}.
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[#.][\w#. =\"-]*\}[ \t]*$")
#: The first line of a box: > [!NOTE]
_ALERT = re.compile(r"\[![A-Za-z]+\][-+]?[ \t]*$")
_CAPTIONED = re.compile(r"\{\{[<%][^{}\n]*\b(?:caption|title|alt)\s*=")
_SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DEFINED = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*\S")
_NOTE = re.compile(r" {0,3}\[\^[^\[\]]+\]:[ \t]*")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ELEMENT = re.compile(
    r" {0,3}<(?:!--|[!?]|/?(?:article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption"
    r"|figure|footer|form|frame|h[1-6]|header|hr|html|iframe|li|link|main|menu|nav|ol|p|picture|pre|script|section"
    r"|source|style|summary|table|tbody|td|template|tfoot|th|thead|tr|ul|video|audio)(?:[\s/>]|$))",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(r"[ \t]*(?:\{\{[<%].*[%>]\}\}|:{3,}.*|\{%.*%\})[ \t]*$")
_CELL = re.compile(r"(?:\\.|`+[^`|]*`+|[^|\\])+")


@dataclass(slots=True)
class _File:
    """A file under way."""

    text: str
    lines: list[FileLine]
    defined: set[str]
    out: list[Marked] = field(default_factory=list)
    facts: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    open: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0
    listed: bool = False

    def finish(self, role: Role | None = None) -> None:
        """End the paragraph that is open."""
        if self.open:
            self.out += paragraph(self.text, self.open, self.number, role, self.defined)
            self.open = []


def read(text: str) -> Found:
    r"""
    Find the article in a Markdown file.

    Raises:
        InputError: Nothing in it is text.

    >>> found = read("---\ntitle: Mưa\ndate: 2025-07-01\n---\n\nHà Nội (TTXVN) – Mưa *to*.\n")
    >>> [(b.role.value, b.text) for b in found.blocks], found.date.year
    ([('headline', 'Mưa'), ('dateline', 'Hà Nội'), ('paragraph', 'Mưa to.')], 2025)
    """
    file = _File(text, *_prepared(text))
    at, file.out, file.facts = front_matter(text, file.lines)
    while at < len(file.lines):
        at = _step(file, at)
    file.finish()
    blocks, day = blocks_of(file.out)
    if not blocks:
        raise InputError(_("holds no text"), remedy=_("write the article below its front matter"))
    facts = file.facts
    said = (Said("lang", *facts["lang"][1:]),) if "lang" in facts else ()
    return Found(
        tuple(blocks),
        _day(facts) or day,
        code_of(facts["lang"][0]) if "lang" in facts else "",
        section=facts.get("section", ("",))[0],
        place=facts.get("place", ("",))[0],
        said=said,
        remarks=(
            *inner_remarks(blocks, text),
            *([_("captions in shortcodes stay in the source language")] if _CAPTIONED.search(text) else []),
        ),
    )


def _day(facts: dict[str, tuple[str, int, int]]) -> date | None:
    return day_of(facts["date"][0]) if "date" in facts else None


def _prepared(text: str) -> tuple[list[FileLine], set[str]]:
    """The lines, and the names of the links that are defined."""
    lines = [FileLine(number, *found.span(1)) for number, found in enumerate(_LINE.finditer(text), 1)]
    names = (_DEFINED.match(text, line.start, line.end) for line in lines)
    return lines, {found[1].strip().lower() for found in names if found}


def _step(file: _File, at: int) -> int:
    """Read one line, or the lines of one table, one listing; the index of the next."""
    text, line = file.text, file.lines[at]
    start, end = line.start, line.end
    quoted = 0
    while (found := _QUOTE.match(text, start, end)) and quoted < 20:
        start, quoted = found.end(), quoted + 1
    rest = text[start:end]
    if not rest.strip():
        file.finish()
        return at + 1
    if found := _FENCE.match(rest):
        file.finish()
        return _fenced(file, at + 1, found[1])
    if file.open and _SETEXT.match(rest):
        file.finish(Role.HEADLINE)
        return at + 1
    if quoted and _ALERT.match(rest):
        return at + 1
    if found := _ATTRIBUTES.search(rest):
        end = start + found.start()
        rest = text[start:end]
    if not rest or _RULE.match(rest) or _DEFINED.match(rest) or _SHORTCODE.match(rest):
        file.finish()
        return at + 1
    if found := _HEADING.match(rest):
        file.finish()
        close = _HEADING_END.search(rest, found.end())
        _take(file, line, start + found.end(), start + close.start() if close else end)
        file.finish(Role.HEADLINE)
        return at + 1
    if not file.open and _ELEMENT.match(rest):
        return _element(file, at)
    if "|" in rest and at + 1 < len(file.lines) and not file.open:
        below = file.lines[at + 1]
        under = text[below.start : below.end].lstrip("> ")
        if _DELIMITERS.match(under) and ("|" in under):
            return _table(file, at)
    while found := _ITEM.match(text, start, end):
        file.finish()
        file.listed, start = True, found.end()
        if start >= end:
            return at + 1
    if found := _NOTE.match(text, start, end):
        file.finish()
        start = found.end()
    indent = len(rest) - len(rest.lstrip(" "))
    if not file.open and not file.listed and (indent >= 4 or rest.startswith("\t")):
        return at + 1
    if indent == 0 and not file.open and start == line.start:
        file.listed = False
    _take(file, line, start, end)
    return at + 1


def _take(file: _File, line: FileLine, start: int, end: int) -> None:
    """A line of the paragraph that is open, or of a new one."""
    while start < end and file.text[start] in " \t":
        start += 1
    if not file.open:
        file.number = line.number
    stop = end
    while stop > start and file.text[stop - 1] in " \t":
        stop -= 1
    if start < stop:
        file.open.append((start, stop))


def _fenced(file: _File, at: int, fence: str) -> int:
    while at < len(file.lines):
        line = file.lines[at]
        inside = file.text[line.start : line.end].strip("> \t")
        at += 1
        if inside.startswith(fence) and not inside.strip(fence[0]):
            break
    return at


def _element(file: _File, at: int) -> int:
    """HTML up to the next empty line, or a comment up to its end."""
    first = file.lines[at]
    if file.text.startswith("<!--", first.start):
        close = file.text.find("-->", first.start)
        end = len(file.text) if close < 0 else close
        while at < len(file.lines) and file.lines[at].start <= end:
            at += 1
        return at
    last = at
    while last + 1 < len(file.lines) and file.text[file.lines[last + 1].start : file.lines[last + 1].end].strip():
        last += 1
    for line in page(file.text[first.start : file.lines[last].end]).lines:
        line.pieces = [Piece(p.start + first.start, p.end + first.start, p.text, p.tag) for p in line.pieces]
        line.number += first.number - 1
        file.out.append(line)
    return last + 1


def _table(file: _File, at: int) -> int:
    text = file.text
    header = at
    while at < len(file.lines):
        line = file.lines[at]
        row = text[line.start : line.end]
        if not row.strip() or "|" not in row:
            break
        if at != header + 1:
            for found in _CELL.finditer(text, line.start, line.end):
                file.open, file.number = [], line.number
                _take(file, line, *found.span())
                cells = paragraph(text, file.open, line.number, Role.PARAGRAPH, file.defined) if file.open else []
                for cell in cells:
                    cell.coding = "cell"
                file.out += cells
        at += 1
    file.open = []
    return at
