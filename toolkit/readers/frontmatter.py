"""The front matter of Markdown: what publishing systems put on top of an article."""

from __future__ import annotations

import json
import re

from toolkit.article import Piece, Role
from toolkit.readers.marked import Marked
from toolkit.value import dataclass

_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*[:=][ \t]*(.*?)[ \t]*$")
_FOLDED = re.compile(r"[>|][+-]?$")
_TITLES = {
    **dict.fromkeys(("title", "headline", "subtitle"), Role.HEADLINE),
    **dict.fromkeys(("description", "summary", "excerpt", "lead"), Role.CAPTION),
}
_FACTS = {
    "date": "date",
    "published": "date",
    "lang": "lang",
    "language": "lang",
    "locale": "lang",
    "section": "section",
    "category": "section",
    "place": "place",
    "location": "place",
}


@dataclass(slots=True)
class FileLine:
    """A line of the file: its number, where it begins, and where it ends without its line break."""

    number: int
    start: int
    end: int


def front_matter(text: str, lines: list[FileLine]) -> tuple[int, list[Marked], dict[str, tuple[str, int, int]]]:
    """
    What stands between two lines of dashes, or of plus signs, on top of a file.

    Returns:
        The index of the line behind it, the titles, and what the file says of itself: a fact, and the span of it.
    """
    out: list[Marked] = []
    facts: dict[str, tuple[str, int, int]] = {}
    fence = text[lines[0].start : lines[0].end].rstrip()
    if fence not in ("---", "+++"):
        return 0, out, facts
    ends = ("---", "...") if fence == "---" else ("+++",)
    close = next((i for i, line in enumerate(lines[1:500], 1) if text[line.start : line.end].rstrip() in ends), None)
    if close is None:
        return 0, out, facts
    for index, line in enumerate(lines[1:close], 1):
        found = _KEY.match(text, line.start, line.end)
        if not found or not found[2]:
            continue
        key, (start, end) = found[1].lower(), found.span(2)
        if key in _TITLES and _FOLDED.match(found[2]):
            out += _folded(text, lines[index + 1 : close], _TITLES[key])
            continue
        quote = text[start] if end - start > 1 and text[start] in "\"'" and text[end - 1] == text[start] else ""
        if not quote and text[start] in "[{|>&*!\"'":
            continue
        if quote:
            start, end = start + 1, end - 1
        if key in _FACTS:
            facts.setdefault(_FACTS[key], (text[start:end], start, end))
        elif key in _TITLES and start < end:
            coding = {'"': "yaml-double", "'": "yaml-single", "": "yaml"}[quote]
            out.append(Marked(coding, line.number, _TITLES[key], _value(text, start, end, quote)))
    return close + 1, out, facts


def _folded(text: str, lines: list[FileLine], role: Role) -> list[Marked]:
    """A value on lines of its own below its key, as one."""
    pieces: list[Piece] = []
    for line in lines:
        words = text[line.start : line.end]
        if words[:1] not in ("", " ", "\t"):
            break
        start, end = line.end - len(words.lstrip()), line.start + len(words.rstrip())
        if start < end:
            if pieces:
                pieces.append(Piece(pieces[-1].end, start, " "))
            pieces.append(Piece(start, end, text[start:end]))
    return [Marked("yaml-block", lines[0].number, role, pieces)] if pieces else []


def _value(text: str, start: int, end: int, quote: str) -> list[Piece]:
    pattern = {'"': r"\\(?:u[0-9a-fA-F]{4}|.)", "'": "''", "": r"(?!)"}[quote]
    out, last = [], start
    for found in re.compile(pattern).finditer(text, start, end):
        if last < found.start():
            out.append(Piece(last, found.start(), text[last : found.start()]))
        try:
            read = "'" if quote == "'" else str(json.loads(f'"{found[0]}"'))
        except ValueError:
            read = found[0]
        out.append(Piece(found.start(), found.end(), read))
        last = found.end()
    if last < end:
        out.append(Piece(last, end, text[last:end]))
    return out
