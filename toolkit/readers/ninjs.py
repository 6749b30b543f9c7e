"""ninjs, the JSON of news agencies (IPTC, versions 1 to 3): one item, with its headlines, bodies and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.errors import InputError
from toolkit.readers.found import Found
from toolkit.readers.jsontext import parsed, texts
from toolkit.readers.marked import blocks_of
from toolkit.readers.records import Record
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.readers.jsontext import Text

#: In the order in which they date an article.
_DATES = ("contentcreated", "firstcreated", "versioncreated", "datetime")
#: Texts that are not the article: names of things, rights, codes.
_MARKUP = frozenset({"body_xhtml", "body_html", "description_xhtml", "description_html", "headline_xhtml"})


def read(text: str) -> Found:
    """
    Find the article in a ninjs item.

    Raises:
        InputError: It is not JSON, not one item, or holds no text.

    >>> found = read('{"headline": "Fair opens", "language": "en-GB", "body_xhtml": "<p>It <b>opened</b>.</p>"}')
    >>> [(b.role.value, b.text) for b in found.blocks], found.lang
    ([('headline', 'Fair opens'), ('paragraph', 'It opened.')], 'en')
    """
    item = parsed(text)
    if not isinstance(item, dict):
        raise InputError(_("is no ninjs item"), remedy=_("one JSON object a file; for several, .jsonl"))
    record = Record()
    dates: dict[str, Text] = {}
    number, counted = 1, 0
    for found in texts(text):
        number, counted = number + text.count("\n", counted, found.start), found.start
        _field(text, number, found, item, record, dates)
    # A body may come before its headline in the file; forms are told apart from the headline down
    for key in _DATES:
        if key in dates:
            record.day(dates[key])
    blocks, day = blocks_of(record.lines)
    if not blocks:
        raise InputError(_("holds no headline and no body"), remedy=_("look whether it is a ninjs item"))
    return Found(
        tuple(blocks),
        record.dates[0] if record.dates else day,
        record.lang,
        section=record.section,
        place=record.place,
        said=tuple(record.said),
    )


def _field(
    text: str, number: int, found: Text, item: Mapping[str, object], record: Record, dates: dict[str, Text]
) -> None:
    """Note what one string of an item says."""
    path = found.path
    key, first = path[-1], path[0]
    if len(path) == 1:
        if key == "language":
            record.language(found)
        elif key in _DATES:
            dates[str(key)] = found
        elif key == "located":
            record.place = found.value
        elif key in ("headline", "title"):
            record.plain(text, number, found, Role.HEADLINE)
        elif key in ("body_text", "description_text"):
            record.plain(text, number, found, Role.CAPTION if key == "description_text" else None)
        elif key in _MARKUP:
            record.html(text, number, found)
    elif first in ("headlines", "descriptions", "bodies") and key == "value" and len(path) == 3:
        entry = _entry(item, path)
        kind = str(entry.get("contenttype") or entry.get("contentType") or "")
        if "html" in kind:
            record.html(text, number, found)
        elif not kind or kind.startswith("text/plain"):
            role = {"headlines": Role.HEADLINE, "descriptions": Role.CAPTION}.get(str(first))
            record.plain(text, number, found, role)
    elif first in ("place", "places") and key == "name":
        record.place = record.place or found.value
    elif first in ("service", "genre", "subject", "subjects") and key == "name":
        record.section = record.section or found.value
    elif first == "associations" and key in ("headline", "description_text", "body_text"):
        record.plain(text, number, found, Role.CAPTION)


def _entry(item: Mapping[str, object], path: tuple[str | int, ...]) -> Mapping[str, object]:
    """The object that a value of a list of headlines or bodies stands in."""
    entries = item.get(str(path[0]))
    if isinstance(entries, list) and isinstance(path[1], int) and isinstance(entries[path[1]], dict):
        entry: Mapping[str, object] = entries[path[1]]
        return entry
    return {}
