"""TMX 1.4: how memories travel between Poedit's and OmegaT's users and everybody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toolkit.lang import LANGUAGES
from toolkit.memory.pair import Pair
from toolkit.readers.xml import elements

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tmx version="1.4">\n'
    '  <header creationtool="vje" creationtoolversion="1" segtype="{kind}" o-tmf="vje" adminlang="en"'
    ' srclang="*all*" datatype="plaintext">{props}</header>\n'
    "  <body>\n"
)
_TAIL = "  </body>\n</tmx>\n"


def units(path: Path, *wanted: str) -> Iterator[ET.Element]:
    """
    The ``<tu>`` of a TMX file, one by one, and other elements where they are wanted.

    Raises:
        InputError: The file is missing, is not TMX, or is a trap.
    """
    return elements(path, "TMX", frozenset({"tmx"}), frozenset({"tu", *wanted}))


def texts(unit: ET.Element) -> dict[str, str]:
    """The text of a unit in each language of ours; the first where a language has several."""
    found: dict[str, str] = {}
    for variant in unit.iter("tuv"):
        code = (variant.get("lang") or "").replace("_", "-").partition("-")[0].lower()
        segment = variant.find("seg")
        if code in LANGUAGES and segment is not None:
            found.setdefault(code, "".join(segment.itertext()))
    return found


def properties(unit: ET.Element) -> dict[str, str]:
    """The ``<prop>`` of a unit by their type."""
    return {prop.get("type", ""): prop.text or "" for prop in unit.iter("prop")}


def read_tmx(path: Path) -> Iterator[Pair]:
    """
    The pairs of a TMX file; a unit in three languages gives every pair of them.

    Raises:
        InputError: The file is missing, is not TMX, or is a trap.
    """
    for unit in units(path):
        yield from _pairs(unit, path.stem)


def _pairs(unit: ET.Element, origin: str) -> Iterator[Pair]:
    said, props = texts(unit), properties(unit)
    first = (unit.get("srclang") or "").partition("-")[0].lower()
    codes = sorted(said, key=lambda code: (code != first, code))
    for number, source in enumerate(codes):
        for target in codes[number + 1 :]:
            yield Pair(
                said[source],
                said[target],
                source,
                target,
                props.get("x-origin", origin),
                props.get("x-context-pre", ""),
                props.get("x-context-post", ""),
            )


def unit(
    said: Mapping[str, str], props: Iterable[tuple[str, str]] = (), *, ident: str = "", notes: Iterable[str] = ()
) -> str:
    """
    A ``<tu>``: the DTD wants notes and properties before the texts.

    Args:
        said: Language -> text, the source first.
        props: Types and texts of properties; empty ones are left out.
        ident: Its ``tuid``.
        notes: For people.
    """
    mark = f" tuid={quoteattr(ident)}" if ident else ""
    out = [f"    <tu{mark} srclang={quoteattr(next(iter(said)))}>\n"]
    out += [f"      <note>{escape(text)}</note>\n" for text in notes if text]
    out += [f"      <prop type={quoteattr(kind)}>{escape(text)}</prop>\n" for kind, text in props if text]
    out += [f"      <tuv xml:lang={quoteattr(code)}><seg>{escape(text)}</seg></tuv>\n" for code, text in said.items()]
    return "".join([*out, "    </tu>\n"])


def document(body: Iterable[str], kind: str = "sentence", props: Iterable[tuple[str, str]] = ()) -> str:
    """A TMX file of units; *kind* is what one of them is: ``sentence`` or ``phrase``; *props* are the file's own."""
    own = "".join(f"<prop type={quoteattr(name)}>{escape(text)}</prop>" for name, text in props)
    return "".join([_HEAD.format(kind=kind, props=own), *body, _TAIL])


def write_tmx(pairs: Iterable[Pair]) -> str:
    """
    A TMX file of *pairs*, in their order.

    >>> print(write_tmx([Pair("Mưa.", "雨。", "vi", "ja")]).splitlines()[5].strip())
    <tuv xml:lang="vi"><seg>Mưa.</seg></tuv>
    """
    return document(
        unit(
            {pair.source_lang: pair.source, pair.target_lang: pair.target},
            (("x-origin", pair.origin), ("x-context-pre", pair.before), ("x-context-post", pair.after)),
        )
        for pair in pairs
    )
