"""
Which part of a page is the article.

A page that marks its article is believed where trafilatura is not installed; with it (the extra ``[html]``), what
trafilatura takes for the article is, and the teasers and buttons inside it are not. The article's own headline,
captions and time stamps belong to it although they are no running text.
"""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import TYPE_CHECKING

from toolkit.article import Role, Said
from toolkit.errors import InputError
from toolkit.lang import LANGUAGES
from toolkit.readers.found import Found
from toolkit.readers.html import page
from toolkit.readers.marked import Marked, blocks_of, tidy
from toolkit.readers.tags import attribute_pieces, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toolkit.readers.html import Page

#: The largest page, without its scripts, that trafilatura reads within seconds, and the most lines.
_MOST, _MOST_LINES = 500_000, 5_000

_BOILERPLATE = frozenset("nav header footer aside form menu dialog address".split())
_DATES = (
    "article:published_time date datepublished pubdate dc.date dc.date.issued publish-date publication_date".split()
)
_SECTIONS = ("article:section", "section")
_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(r"charset\s*=\s*([\w-]+)", re.IGNORECASE)


def read(text: str, coding: str = "html") -> Found:
    """
    Find the article in a page, or in a piece of one.

    Args:
        text: The file.
        coding: How a text is written in it.

    Raises:
        InputError: It is too large, or holds no article.

    >>> [(b.role.value, b.text) for b in read("<h1>Mưa</h1><p>Hà Nội (TTXVN) – <i>Mưa</i> to.</p>").blocks]
    [('headline', 'Mưa'), ('dateline', 'Hà Nội'), ('paragraph', 'Mưa to.')]
    """
    whole = page(text, coding)
    lines, remarks = _article(whole)
    lines = _titled(whole, lines)
    blocks, day = blocks_of(lines)
    if not blocks:
        raise InputError("holds no text that a reader would see", remedy="save the page with its text")
    told = _linked(whole)
    named = whole.metas.get("lang") or whole.metas.get("content-language") or ("", 0, 0)
    said = [Said("lang", *named[1:])] if named[2] else []
    charset = whole.metas.get("charset")
    if charset:
        said.append(Said("charset", *charset[1:]))
    elif (kind := whole.metas.get("content-type")) and (found := _CHARSET.search(text, *kind[1:])):
        said.append(Said("charset", *found.span(1)))
    return Found(
        tuple(blocks),
        _day(whole, told) or day,
        code_of(named[0]) or code_of(told.get("inLanguage", "")),
        section=next((whole.metas[key][0] for key in _SECTIONS if key in whole.metas), told.get("articleSection", "")),
        place=told.get("contentLocation", ""),
        said=tuple(sorted(said, key=lambda one: one.start)),
        remarks=tuple(remarks),
    )


def code_of(tag: str) -> str:
    """Our code of a language tag, ``vi-VN``; empty for other languages."""
    code = tag.strip().lower().replace("_", "-").partition("-")[0]
    return code if code in LANGUAGES else ""


def _article(whole: Page) -> tuple[list[Marked], list[str]]:
    """The lines of the article, and what was done without."""
    if not whole.whole:
        return whole.lines, []
    try:
        from trafilatura import extract  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        return _landmark(whole), [
            "read without trafilatura, by the page's own article element (pip install 'vje-toolkit[html]' finds more)"
        ]
    plain = _plain(whole.text)
    if len(plain) > _MOST or len(whole.lines) > _MOST_LINES:
        return _landmark(whole), ["too large for trafilatura: what the page itself marks as its article was taken"]
    found = extract(plain, include_comments=False, include_tables=True, deduplicate=False) or ""
    known = {_squeezed(line) for line in found.splitlines()} - {""}
    flow = _squeezed(found)
    hits = []
    for index, line in enumerate(whole.lines):
        said = _squeezed(line.text)
        if said and (said in known or (len(said) > 30 and len(flow) < 500_000 and said in flow)):
            hits.append(index)
    body = [i for i in hits if whole.lines[i].role is not Role.HEADLINE or len(_squeezed(whole.lines[i].text)) > 3]
    if not body or sum(len(whole.lines[i].text) for i in body) < 40:
        return _landmark(whole), []
    first, last = body[0], body[-1]
    heading = next((i for i in range(first, -1, -1) if "h1" in whole.inside[i]), None)
    first = heading if heading is not None else first
    chosen = set(hits)
    for index in range(first, last + 2):
        if index < len(whole.lines) and index not in chosen and _belongs(whole, index, last):
            chosen.add(index)
    return [whole.lines[i] for i in sorted(chosen) if i >= first], []


def _belongs(whole: Page, index: int, last: int) -> bool:
    """Whether a line that is no running text is the article's: its headline, a caption, a cell, a credit."""
    line, inside = whole.lines[index], whole.inside[index]
    if _BOILERPLATE.intersection(inside) - {"header"}:
        return False
    if line.role in (Role.CAPTION, Role.PARAGRAPH) or "h1" in inside:
        return True
    blocks, _ = blocks_of([line])
    provenance = all(not block.role.translated or block.role is Role.SIGNOFF for block in blocks)
    return index <= last + 1 and provenance


def _landmark(whole: Page) -> list[Marked]:
    """What the page itself says is its article; without a word, all but navigation and the like."""
    for name in ("article", "main"):
        places = [i for i, inside in enumerate(whole.inside) if name in inside]
        if places:
            break
    else:
        places = list(range(len(whole.lines)))
    kept = [i for i in places if not _BOILERPLATE.intersection(_within(whole.inside[i]))]
    heading = next((i for i in range(len(whole.lines)) if "h1" in whole.inside[i]), None)
    if heading is not None and kept and heading < kept[0]:
        kept.insert(0, heading)
    return [whole.lines[i] for i in kept]


def _within(inside: tuple[str, ...]) -> Iterable[str]:
    """The elements inside the article: a header in it holds its headline, one around it the newspaper's name."""
    if "article" in inside:
        return [name for name in inside[inside.index("article") :] if name != "header"]
    return inside


def _titled(whole: Page, lines: list[Marked]) -> list[Marked]:
    """The page's title is the article's headline again, where it says the same: with the newspaper's name behind it."""
    start, end = whole.title
    head = next((line for line in lines if line.role is Role.HEADLINE), None)
    if head is None or end <= start:
        return lines
    wanted = "".join(piece.text for piece in tidy(head.pieces))
    pieces = tidy(attribute_pieces(whole.text, start, end))
    if not "".join(piece.text for piece in pieces).startswith(wanted):
        return lines
    title = Marked(whole.coding, whole.text.count("\n", 0, start) + 1, Role.HEADLINE)
    size = 0
    for piece in pieces:
        take = min(len(piece.text), len(wanted) - size)
        if take <= 0:
            break
        literal = len(piece.text) == piece.end - piece.start
        title.pieces.append(type(piece)(piece.start, piece.start + take if literal else piece.end, piece.text[:take]))
        size += take
    return [title, *lines]


def _plain(text: str) -> str:
    """The page without scripts and readings, for a library that would read both."""
    out: list[str] = []
    last, depth = 0, 0
    for token in tokens(text):
        unread = token.kind in ("raw", "skip") and token.name != "title"
        if token.kind == "open" and token.name in ("rt", "rp"):
            depth, unread = 1, True
        elif token.kind == "close" and token.name in ("rt", "rp", "ruby"):
            unread, depth = token.name != "ruby", 0
        if unread or depth or token.name in ("rt", "rp", "ruby", "rb"):
            out.append(text[last : token.start])
            last = token.end
    out.append(text[last:])
    return "".join(out)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", html.unescape(text)).strip("-|•").replace("\u200b", "")


def _linked(whole: Page) -> Mapping[str, str]:
    """What the page's JSON-LD says: the day, the section, the language, the place."""
    out: dict[str, str] = {}
    for start, end in whole.scripts[:20]:
        try:
            found = json.loads(whole.text[start:end])
        except (ValueError, RecursionError):
            continue
        items = found if isinstance(found, list) else [found]
        items += [part for item in items if isinstance(item, dict) for part in _list(item.get("@graph"))]
        for item in items:
            if not isinstance(item, dict) or "Article" not in str(item.get("@type")):
                continue
            for key in ("datePublished", "articleSection", "inLanguage", "contentLocation"):
                value = item.get(key)
                value = value[0] if isinstance(value, list) and value else value
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str):
                    out.setdefault(key, value)
    return out


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _day(whole: Page, told: Mapping[str, str]) -> date | None:
    for value in [whole.metas[key][0] for key in _DATES if key in whole.metas] + [told.get("datePublished", "")]:
        if day := day_of(value):
            return day
    return None


def day_of(value: str) -> date | None:
    """
    The day of an ISO date or time.

    >>> day_of("2025-07-01T06:42:00+09:00")
    datetime.date(2025, 7, 1)
    """
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
