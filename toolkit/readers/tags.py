"""The tags, entities and texts of a page, each with its place: one pass, whatever the page holds."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from toolkit.article import Piece
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"<!--|<[!?]"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*+)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<text>(?:[^<&]++|&(?!#?[A-Za-z0-9]{1,32};))++|[<&])"
)
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")

#: Elements whose text is no text.
RAW = frozenset("script style textarea title xmp noembed noframes iframe".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, an entity or a stretch of text, and its span."""

    kind: str
    start: int
    end: int
    name: str = ""
    rest: tuple[int, int] = (0, 0)


def tokens(text: str) -> Iterator[Token]:
    """
    What a page consists of, in one pass.

    Yields:
        Tokens without gaps: ``open``, ``close``, ``entity``, ``text``, ``skip`` (comments and declarations), ``raw``
        (the inside of a script).

    >>> [(t.kind, t.name) for t in tokens("<p>A&amp;B<!-- c --><script>if (a<b)</script>")][:5]
    [('open', 'p'), ('text', ''), ('entity', ''), ('text', ''), ('skip', '')]
    """
    at, size, last_tag_end = 0, len(text), text.rfind(">")
    lower = ""
    while at < size:
        found = _TOKEN.match(text, at)
        if found is None or (text[at] == "<" and at > last_tag_end):
            yield Token("text", at, size)  # a tag that never ends: everything behind it
            return
        end = found.end()
        if found["text"]:
            yield Token("text", at, end)
        elif found["entity"]:
            yield Token("entity", at, end)
        elif found["name"]:
            name = found["name"].lower()
            yield Token("close" if found["close"] else "open", at, end, name, found.span("rest"))
            if name in RAW and not found["close"] and not found["rest"].endswith("/"):
                lower = lower or text.lower()
                close = lower.find(f"</{name}", end)
                close = size if close < 0 else close
                if close > end:
                    yield Token("raw", end, close, name)
                end = close
        else:
            mark, past = ("-->", 3) if found[0] == "<!--" else (">", 1)
            close = text.find(mark, end)
            end = size if close < 0 else close + past
            yield Token("skip", at, end)
        at = end


def attributes(text: str, token: Token) -> dict[str, tuple[str, int, int]]:
    """The attributes of a tag: name -> value, and the span of the value as it is written."""
    out: dict[str, tuple[str, int, int]] = {}
    for found in _ATTRIBUTE.finditer(text, *token.rest):
        group = next(number for number in (2, 3, 4) if found[number] is not None)
        out.setdefault(found[1].lower(), (html.unescape(found[group]), *found.span(group)))
    return out


def attribute_pieces(text: str, start: int, end: int) -> list[Piece]:
    """A text without tags, as in an attribute or a title."""
    out = []
    for found in _TOKEN.finditer(text, start, end):
        read = html.unescape(found[0]) if found["entity"] else found[0]
        out.append(Piece(found.start(), found.end(), read))
    return out
