"""
The article of a page: its blocks, and what the page says about itself.

Which part of the page is the article, :mod:`toolkit.readers.extent` tells.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from toolkit.article import Piece, Role, Said
from toolkit.errors import InputError
from toolkit.lang import LANGUAGES
from toolkit.readers.extent import article_of
from toolkit.readers.found import Found
from toolkit.readers.html import page
from toolkit.readers.marked import Marked, blocks_of, inner_remarks, tidy
from toolkit.readers.tags import attribute_pieces
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.readers.html import Page

_DATES = (
    "article:published_time date datepublished pubdate dc.date dc.date.issued publish-date publication_date".split()
)
_TITLES = ("og:title", "twitter:title")
_SECTIONS = ("article:section", "section")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
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
    lines, remarks = article_of(whole)
    lines = _titled(whole, lines)
    blocks, day = blocks_of(lines)
    if not blocks:
        raise InputError(_("holds no text that a reader would see"), remedy=_("save the page with its text"))
    told = _linked(whole)
    named = whole.metas.get("lang") or whole.metas.get("content-language") or ("", 0, 0)
    said = [Said("lang", *named[1:])] if named[2] else []
    if found := _DECLARATION.match(text):
        said.append(Said("charset", *found.span(1)))
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
        remarks=(*remarks, *inner_remarks(blocks, text)),
    )


def code_of(tag: str) -> str:
    """Our code of a language tag, ``vi-VN``; empty for other languages."""
    code = tag.strip().lower().replace("_", "-").partition("-")[0]
    return code if code in LANGUAGES else ""


def _titled(whole: Page, lines: list[Marked]) -> list[Marked]:
    """The page's titles are the article's headline again, where they say the same: with the newspaper's name behind."""
    head = next((line for line in lines if line.role is Role.HEADLINE), None)
    if head is None:
        return lines
    wanted = "".join(piece.text for piece in tidy(head.pieces))
    attribute = whole.coding.replace("html", "attribute", 1)
    places = [(whole.coding, *whole.title), *((attribute, *whole.metas[k][1:]) for k in _TITLES if k in whole.metas)]
    titles = [title for place in places if (title := _title(whole, *place, wanted))]
    return sorted([*titles, *lines], key=lambda line: line.pieces[0].start)


def _title(whole: Page, coding: str, start: int, end: int, wanted: str) -> Marked | None:
    """The part of a title that says what is wanted; None if it says something else."""
    pieces = tidy(attribute_pieces(whole.text, start, end)) if start < end else ()
    if not pieces or not "".join(piece.text for piece in pieces).startswith(wanted):
        return None
    title = Marked(coding, whole.text.count("\n", 0, start) + 1, Role.HEADLINE)
    size = 0
    for piece in pieces:
        take = min(len(piece.text), len(wanted) - size)
        if take <= 0:
            break
        literal = len(piece.text) == piece.end - piece.start
        title.pieces.append(Piece(piece.start, piece.start + take if literal else piece.end, piece.text[:take]))
        size += take
    return title


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
