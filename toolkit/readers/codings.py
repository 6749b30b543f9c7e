"""
How a text has to be written to stand in a file, and how what stands there reads.

A coding may lie inside another one: ``html json`` is a page in a string of JSON.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ENTITY = re.compile(r"&(?=#\d|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<[^<>]*>")
_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~~")
_OPENS = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}\s*$|\d{1,9}(?=[.)](?:\s|$)))")


def _html(text: str) -> str:
    """Text of a page; ``&`` alone is no harm, and stays as editors type it."""
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _html(text).replace('"', "&quot;").replace("'", "&#39;")


def _markdown(text: str) -> str:
    return _SPECIAL.sub(lambda found: "".join("\\" + char for char in found[0]), text).replace("\n", "  \n")


def _cell(text: str) -> str:
    return _markdown(text).replace("|", "\\|").replace("\n", "<br>")


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _quoted(text: str) -> str:
    return text.replace("'", "''").replace("\n", " ")


def _bare(text: str) -> str:
    """A value of a front matter without quotes: quoted where YAML would read it as something else."""
    if re.search(r": |\s#|^[\s&*!|>%@`\"'{\[\-?:,#]|[\s:]$", text):
        return json.dumps(text, ensure_ascii=False)
    return text


_WRITERS: dict[str, Callable[[str], str]] = {
    "html": _html,
    "attribute": _attribute,
    "markdown": _markdown,
    "cell": _cell,
    "json": _json,
    "yaml-double": _json,
    "yaml-single": _quoted,
    "yaml": _bare,
    "yaml-block": lambda text: " ".join(text.split()),
}


def escape(coding: str, text: str, *, opens: bool = False) -> str:
    r"""
    Write a text so that it reads as itself.

    Args:
        coding: Names of codings, the innermost first; empty for none.
        text: What a reader shall read.
        opens: Whether it opens a line of its own, where Markdown sees more than text.

    >>> escape("html", "R&D < 5"), escape("html json", 'a "b" <c>'), escape("markdown", "2*3*4")
    ('R&D &lt; 5', 'a \\"b\\" &lt;c&gt;', '2\\*3\\*4')
    """
    for name in coding.split():
        text = _WRITERS[name](text)
        if opens and name == "markdown" and (found := _OPENS.match(text)):
            at = found.end() if text[0].isdigit() else 0
            text = f"{text[:at]}\\{text[at:]}"
    return text


def readable(coding: str, raw: str) -> str:
    """What a short stretch of a file reads: without tags and escapes."""
    for name in reversed(coding.split()):
        if name == "json":
            raw = _loaded(raw)
        elif name in ("html", "attribute"):
            raw = html.unescape(_TAG.sub("", raw))
        elif name in ("markdown", "cell"):
            raw = re.sub(r"(?<!\\)(?:\*+|\b_+|_+\b)", "", raw)
            raw = re.sub(r"\\(?=[^\w\s])", "", raw)
        elif name == "docx":
            raw = html.unescape(_TAG.sub("", raw))
    return raw


def tags_in(coding: str, raw: str) -> str:
    """The tags of a short stretch of a file."""
    if "html" in coding:
        return "".join(_TAG.findall(raw))
    if "markdown" in coding:
        return "".join(re.findall(r"\*+|(?<![^\W_])_+|_+(?![^\W_])", raw))
    return ""


def _loaded(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except json.JSONDecodeError:
        return raw
