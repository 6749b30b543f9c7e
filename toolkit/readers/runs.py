"""Text put back into a Word document: as runs of the style that stood there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.article import Block, Piece

#: Elements without text that stand between runs, not in one.
_BETWEEN = ("<w:sdt", "<m:oMath")
#: What may stand around runs.
_WRAPS = ("w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:fldSimple", "w:bdo", "w:dir")


def runs(block: Block, items: Iterable[str | tuple[int, int] | Piece], raw: str) -> str:
    """
    Text between two places of a document, inside a run at both ends, as runs.

    Args:
        block: Where it goes.
        items: New text, places of the document, and tags.
        raw: The document.
    """
    paragraph = _element(raw, "<w:p", 0, block.start)
    style, last = _style(raw, block.start, paragraph), _style(raw, block.end, paragraph)
    base = [style]
    out: list[str] = []
    for item in items:
        if isinstance(item, str):
            out += [_switch(style, base[-1]), item.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")]
            style = base[-1]
        elif isinstance(item, tuple):
            if item[0] == item[1]:
                base = [_style(raw, item[0], paragraph)]
                continue
            out += [_switch(style, _style(raw, item[0], paragraph)), raw[slice(*item)]]
            style = _style(raw, item[1], paragraph)
            base = [style]
        elif item.start == item.end and item.tag.endswith("/"):
            continue  # half a pair of tags, which styles of runs do not need
        elif item.tag.endswith("/") or item.start < item.end:  # the code of a field, and its end, are written as atoms
            around, given = base[-1]
            found = raw[item.start : item.end]
            out += [
                _switch(style, (around, None)),
                found if found.startswith(_BETWEEN) else f"<w:r>{given}{found}</w:r>",
            ]
            out.append(_switch((around, None), base[-1]))
            style = base[-1]
        elif item.tag.startswith("/"):
            base = base[:-1] if len(base) > 1 else base
        else:
            base.append(_style(raw, item.start, paragraph))
    return "".join([*out, _switch(style, last)])


#: The start tags of what stands around a run, a link for one, and the run's properties; None for them outside a run.
_Style = tuple[tuple[str, ...], str | None]


def _element(raw: str, name: str, low: int, place: int) -> int:
    """Where the last element of a name before a place begins, *low* if there is none."""
    found = raw.rfind(name, low, place)
    while found >= 0 and raw[found + len(name)] not in " >":
        found = raw.rfind(name, low, found)
    return max(found, low)


def _style(raw: str, place: int, paragraph: int) -> _Style:
    """The style of the text at a place of the paragraph that begins at another."""
    run = _element(raw, "<w:r", paragraph, place)
    start = raw.find(">", run) + 1
    end = raw.rfind("</w:rPr>", start, place)
    given = raw[start : end + len("</w:rPr>")] if end >= 0 and raw.startswith("<w:rPr", start) else ""
    around = []
    for name in _wraps(raw):
        opened = max(raw.rfind(f"<{name} ", paragraph, run), raw.rfind(f"<{name}>", paragraph, run))
        if opened >= 0 and raw.rfind(f"</{name}>", opened, run) < 0:
            around.append((opened, raw[opened : raw.find(">", opened) + 1]))
    return tuple(tag for _, tag in sorted(around)), given


@lru_cache(maxsize=2)
def _wraps(raw: str) -> tuple[str, ...]:
    """What stands around runs in this document: most have nothing but links."""
    return tuple(name for name in _WRAPS if f"<{name}" in raw)


def _switch(old: _Style, new: _Style) -> str:
    """From the inside of one run to the inside of another."""
    if old == new:
        return ""
    out = "</w:t></w:r>" if old[1] is not None else ""
    if old[0] != new[0]:
        out += "".join(f"</{tag[1:].split()[0].rstrip('>')}>" for tag in reversed(old[0])) + "".join(new[0])
    if new[1] is not None:
        out += f'<w:r>{new[1]}<w:t xml:space="preserve">'
    return out
