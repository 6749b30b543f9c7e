"""
JSON as text: each string with the place where it stands, so that everything else stays as the file has it.

The strings are found in one pass over a text that a parser has accepted before; nothing is built from them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from toolkit.article import Piece
from toolkit.errors import InputError
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"(\s*+:)?|[{}\[\],]', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")


@dataclass(frozen=True, slots=True)
class Text:
    """
    A string of a JSON file.

    Attributes:
        path: The keys and indices that lead to it.
        value: What it says.
        start: Its first code point in the file, behind the quotation mark.
        end: Where its closing quotation mark stands.
    """

    path: tuple[str | int, ...]
    value: str
    start: int
    end: int


def parsed(text: str, start: int = 0, end: int | None = None) -> object:
    """
    What a JSON text says.

    Raises:
        InputError: It is not JSON, or nests deeper than any article.
    """
    try:
        found: object = json.loads(text[start:end] if start or end is not None else text)
    except json.JSONDecodeError as error:
        line = text.count("\n", 0, start) + error.lineno
        raise InputError(
            _("is not JSON: {error}").format(error=error.msg), line=line, remedy=_("look at it in an editor")
        ) from None
    except RecursionError:
        raise InputError(_("nests deeper than any article"), remedy=_("look whether it is the right file")) from None
    return found


def texts(text: str, start: int = 0, end: int | None = None) -> Iterator[Text]:
    r"""
    Every string that is a value, in order.

    >>> [(t.path, t.value) for t in texts('{"headline": "M\u01b0a", "tags": ["a", 1]}')]
    [(('headline',), 'Mưa'), (('tags', 0), 'a')]
    """
    path: list[str | int] = []
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        sign = found[0]
        if sign == "{":
            path.append("")
        elif sign == "[":
            path.append(0)
        elif sign in "}]":
            path.pop()
        elif sign == ",":
            if path and isinstance(path[-1], int):
                path[-1] += 1
        elif found[2]:
            path[-1] = json.loads(f'"{found[1]}"', strict=False)
        else:
            value = json.loads(f'"{found[1]}"', strict=False) if "\\" in found[1] else found[1]
            yield Text(tuple(path), value, *found.span(1))


def pieces(text: str, start: int, end: int) -> list[Piece]:
    r"""
    A string as pieces: what is escaped is one of its own.

    >>> [p.text for p in pieces('"A\\nB"', 1, 5)]
    ['A', '\n', 'B']
    """
    out: list[Piece] = []
    last = start
    for found in _ESCAPE.finditer(text, start, end):
        if last < found.start():
            out.append(Piece(last, found.start(), text[last : found.start()]))
        out.append(Piece(found.start(), found.end(), json.loads(f'"{found[0]}"')))
        last = found.end()
    if last < end:
        out.append(Piece(last, end, text[last:end]))
    return out
