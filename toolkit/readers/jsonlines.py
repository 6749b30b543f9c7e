"""JSON Lines: an article a line, as corpora and feeds hand them on; all of a file in one language."""

from __future__ import annotations

import re

from toolkit.article import Role
from toolkit.errors import InputError
from toolkit.readers.found import Found
from toolkit.readers.jsontext import parsed, texts
from toolkit.readers.marked import blocks_of
from toolkit.readers.records import Record
from toolkit.ui import gettext as _

_LINE = re.compile(r"[^\r\n]+")

_HEADLINES = frozenset({"headline", "title", "subtitle"})
_BODIES = frozenset({"text", "body", "content", "body_text", "paragraphs", "article"})
_PAGES = frozenset({"html", "body_html", "body_xhtml", "content_html"})
_CAPTIONS = frozenset({"caption", "captions", "description", "summary", "lead"})
_DATES = frozenset({"date", "published", "date_published", "datepublished", "published_at", "firstcreated"})
_LANGS = frozenset({"lang", "language"})
_SECTIONS = frozenset({"section", "category"})
_PLACES = frozenset({"place", "location", "located"})


def read(text: str) -> Found:
    r"""
    Find the articles of a file.

    Raises:
        InputError: A line is not a JSON object, the languages differ, or nothing in it is text.

    >>> [(b.line, b.role.value, b.text) for b in read('{"title": "A"}\n{"title": "B", "text": "C.\\nD."}').blocks]
    [(1, 'headline', 'A'), (2, 'headline', 'B'), (2, 'paragraph', 'C.'), (2, 'paragraph', 'D.')]
    """
    records: list[Record] = []
    number, counted = 1, 0
    for line in _LINE.finditer(text):
        number, counted = number + text.count("\n", counted, line.start()), line.start()
        if not line[0].strip():
            continue
        if not isinstance(parsed(text, *line.span()), dict):
            raise InputError(_("is no JSON object"), line=number, remedy=_("one object a line, one article an object"))
        record = Record()
        for found in texts(text, *line.span()):
            key = str(found.path[0]).lower()
            if len(found.path) > 2 or (len(found.path) == 2 and not isinstance(found.path[1], int)):
                continue
            if key in _HEADLINES:
                record.plain(text, number, found, Role.HEADLINE)
            elif key in _BODIES:
                record.plain(text, number, found)
            elif key in _PAGES:
                record.html(text, number, found)
            elif key in _CAPTIONS:
                record.plain(text, number, found, Role.CAPTION)
            elif key in _DATES:
                record.day(found)
            elif key in _LANGS:
                record.language(found)
            elif key in _SECTIONS:
                record.section = record.section or found.value
            elif key in _PLACES:
                record.place = record.place or found.value
        if record.lang and (other := next((r.lang for r in records if r.lang and r.lang != record.lang), "")):
            raise InputError(
                _("is in {lang!r}, an article before it in {other!r}").format(lang=record.lang, other=other),
                line=number,
                remedy=_("one language a file"),
            )
        records.append(record)
    blocks = []
    days = {record.dates[0] if record.dates else None for record in records}
    for record in records:
        found_blocks, day = blocks_of(record.lines)
        blocks += found_blocks
        days |= {day} if day and not record.dates else set()
    if not blocks:
        raise InputError(
            _("holds no text"), remedy=_("fields that are read: headline, text, html, caption, lang, date")
        )
    several = len(days - {None}) > 1
    return Found(
        tuple(blocks),
        None if several else next(iter(days - {None}), None),
        next((record.lang for record in records if record.lang), ""),
        section=records[0].section if len(records) == 1 else "",
        place=records[0].place if len(records) == 1 else "",
        said=tuple(said for record in records for said in record.said),
        remarks=(_("its articles are of several days: no date was taken"),) if several else (),
    )
