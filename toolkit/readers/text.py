"""
Plain-text news: what each line is.

Lines are read from the top; each says by its form what it is (:mod:`toolkit.readers.forms`), and what has no form is a
headline if it comes first and a paragraph if it does not.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Block, Role
from toolkit.readers import forms
from toolkit.readers.found import Found
from toolkit.value import dataclass

if TYPE_CHECKING:
    from datetime import date

SECTIONS = frozenset(
    line.strip().casefold()
    for line in Path(__file__).with_name("sections.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
)

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ENDS = tuple(".!?。！？…．:：")
_CLOSERS = "\"'”’»)）」』】］]"

#: A wrapped paragraph: lines of nearly this width, in columns (mail, typewriters, terminals).
_NARROW, _WIDE, _RAGGED = 50, 100, 24


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line, or the lines of one wrapped paragraph, trimmed.

    Attributes:
        text: What it says.
        start: Where it begins.
        number: Its number in the file, from 1.
        role: What the file says it is: a headline, a caption; None where only its form can tell.
    """

    text: str
    start: int
    number: int
    role: Role | None = None


def read(text: str) -> Found:
    r"""
    Find the blocks of a plain-text article.

    Returns:
        The blocks in order, and the day of publication if a crawler's line or a time stamp names it.

    >>> [(b.role.value, b.text) for b in read("Mưa lớn\n\nHà Nội (TTXVN) – Mưa. Gió./.").blocks][1:]
    [('dateline', 'Hà Nội'), ('paragraph', 'Mưa. Gió.'), ('endmark', '/.')]
    """
    blocks, published = classify(lines(text))
    return Found(tuple(blocks), published)


def classify(lines: list[Line]) -> tuple[list[Block], date | None]:
    """
    What the lines of an article are.

    Args:
        lines: In order; a line whose role the file gives is believed.

    Returns:
        The blocks, and the day of publication where a line names it.
    """
    blocks: list[Block] = []
    published: date | None = None
    body = False
    marked = any(line.role is Role.HEADLINE for line in lines)
    headline = False
    for line in lines:
        rest = line
        if line.role is Role.HEADLINE or line.role is Role.PARAGRAPH:
            blocks.append(_block(line.role, line))
            headline = headline or line.role is Role.HEADLINE
            body = body or line.role is Role.PARAGRAPH
            continue
        if line.role is Role.BYLINE or line.role is Role.DATELINE:
            blocks.append(_block(line.role, line))
            continue
        if line.role is Role.CAPTION:
            found_blocks, at = _credited(line, Role.CAPTION)
            rest = _cut(line, at)
            if forms.CREDIT.fullmatch(line.text):
                found_blocks, rest = [_block(Role.CREDIT, line)], _cut(line, len(line.text))
            blocks += found_blocks + ([_block(Role.CAPTION, rest)] if rest.text.strip() else [])
            continue
        if not blocks and published is None and (found := forms.CRAWLER.fullmatch(line.text)):
            published = forms.day(found)
            if not found["rest"]:
                continue
            rest = _cut(line, found.start("rest"))
        if not headline and not body:
            if _is_section(rest.text):
                blocks.append(_block(Role.SECTION, rest))
                continue
            if not marked and _opens_as_headline(rest.text):
                blocks.append(_block(Role.HEADLINE, rest))
                headline = True
                continue
        stamp = None if body else forms.TIMESTAMP.fullmatch(rest.text)
        if stamp:
            if stamp["byline"]:
                blocks.append(_block(Role.BYLINE, rest, *stamp.span("byline")))
            blocks.append(_block(Role.TIMESTAMP, rest, *stamp.span("stamp")))
            published = published or forms.day(stamp)
            continue
        found_blocks, is_body = _body(rest, first=not body, headed=headline)
        blocks += found_blocks
        body = body or is_body
    return blocks, published


def _body(line: Line, *, first: bool, headed: bool) -> tuple[list[Block], bool]:
    """The blocks of one line below the headline, and whether the article's body has begun with it."""
    if headed and first and forms.BYLINE.fullmatch(line.text):
        return [_block(Role.BYLINE, line)], False
    if forms.CREDIT.fullmatch(line.text):
        return [_block(Role.CREDIT, line)], False
    if not first and (found := forms.SIGNOFF.fullmatch(line.text)):
        return [_block(Role.SIGNOFF, line, *found.span("text"))], True
    if found := forms.CAPTION_MARK.match(line.text):
        return [_block(Role.CAPTION, line, found.end(), around=(0, len(line.text)))], False
    blocks: list[Block] = []
    at = 0
    # "Hanoi (VNA) – … (Photo: VNA)" is a paragraph with a credit; without the dateline it is a caption.
    if not forms.dateline(line.text, first):
        blocks, at = _credited(line, Role.CAPTION)
    rest = line.text[at:].lstrip(" |　")
    at = len(line.text) - len(rest)
    if rest and (place := forms.dateline(rest, first)):
        start, end, until = place
        role = Role.DATELINE if end > start else Role.CREDIT
        span = (start, end) if end > start else (0, until)
        blocks.append(_block(role, line, at + span[0], at + span[1], around=(at, at + until)))
        at += until
    elif first and (found := forms.TAG.match(rest)):
        blocks.append(_block(Role.CREDIT, line, at, at + found.end("text"), around=(at, at + found.end())))
        at += found.end()
    if not line.text[at:].strip():
        return blocks, False
    return blocks + _paragraph(line, at), True


def _credited(line: Line, role: Role, at: int = 0) -> tuple[list[Block], int]:
    """The text that ends in a photographer's credit, that credit, and where they end; nothing and *at* without one."""
    found = forms.caption(line.text, at)
    if found is None:
        return [], at
    credit = _block(Role.CREDIT, line, *found.span("credit"))
    return [_block(role, line, *found.span("text")), credit], found.end()


def _paragraph(line: Line, at: int) -> list[Block]:
    """A paragraph from *at* to the line's end, less the sign-off and the end mark."""
    blocks, until = _credited(line, Role.PARAGRAPH, at)
    if until == len(line.text):
        return blocks
    end, tail = len(line.text), list[Block]()
    for form in forms.SIGNED:
        if (found := form.search(line.text, max(at, end - 60), end)) and found.start() > at:
            tail.insert(0, _block(Role.SIGNOFF, line, *found.span("text"), around=found.span()))
            end = found.start()
            break
    if found := forms.ENDMARK.search(line.text, max(at, end - 20), end):
        tail.insert(0, _block(Role.ENDMARK, line, *found.span("text")))
        end = found.start("text")
    while end > at and line.text[end - 1].isspace():
        end -= 1
    while at < end and line.text[at].isspace():
        at += 1
    return ([_block(Role.PARAGRAPH, line, at, end)] if end > at else []) + tail


def _opens_as_headline(text: str) -> bool:
    """Whether a first line is a headline: it has no other form, and it is no sentence of a text without one."""
    if forms.TIMESTAMP.fullmatch(text) or forms.dateline(text, True):
        return False
    return not text.rstrip(_CLOSERS).endswith((".", "。", "．"))


def _is_section(text: str) -> bool:
    return text.casefold() in SECTIONS


def lines(text: str) -> list[Line]:
    """The lines that hold something, trimmed; a paragraph that a typewriter wrapped is one of them."""
    runs: list[list[Line]] = [[]]
    for number, found in enumerate(_LINE.finditer(text), 1):
        content = found[1].strip()
        if content:
            lead = len(found[1]) - len(found[1].lstrip())
            runs[-1].append(Line(content, found.start() + lead, number))
        elif runs[-1]:
            runs.append([])
    out: list[Line] = []
    for run in runs:
        if _is_wrapped(run):
            first, last = run[0], run[-1]
            out.append(Line(text[first.start : last.start + len(last.text)], first.start, first.number))
        else:
            out += run
    return out


def _is_wrapped(run: list[Line]) -> bool:
    """Whether lines under each other are one paragraph: all but the last nearly as wide as the widest."""
    if len(run) < 2:
        return False
    widths = [_columns(line.text) for line in run]
    widest = max(widths)
    body = widths[:-1]
    if not (_NARROW <= widest <= _WIDE and min(body) >= widest - _RAGGED):
        return False
    # Short news items stand line under line, too: at least one line must break off in mid-sentence.
    return not all(line.text.rstrip(_CLOSERS).endswith(_ENDS) for line in run[:-1])


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(line: Line, at: int) -> Line:
    return Line(line.text[at:], line.start + at, line.number)


def _block(
    role: Role, line: Line, start: int = 0, end: int | None = None, around: tuple[int, int] | None = None
) -> Block:
    stop = len(line.text) if end is None else end
    outer = around or (start, stop)
    while start < stop and line.text[start].isspace():
        start += 1
    while start < stop and line.text[stop - 1].isspace():
        stop -= 1
    return Block(
        role=role,
        text=line.text[start:stop],
        start=line.start + start,
        end=line.start + stop,
        line=line.number + line.text.count("\n", 0, start),
        around=(line.start + outer[0], line.start + outer[1]),
    )
