"""TMX 1.4: how memories travel between Poedit's and OmegaT's users and everybody else's."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toolkit.errors import InputError
from toolkit.lang import LANGUAGES
from toolkit.memory.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HEADER = (
    '  <header creationtool="vje" creationtoolversion="1" segtype="sentence" o-tmf="vje" adminlang="en"'
    ' srclang="*all*" datatype="plaintext"/>'
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tmx(path: Path) -> Iterator[Pair]:
    """
    The pairs of a TMX file; a unit in three languages gives every pair of them.

    Raises:
        InputError: The file is missing, or is not TMX.
    """
    try:
        root_seen = False
        for event, element in ET.iterparse(path, events=("start", "end")):
            if not root_seen:
                root_seen = True
                if element.tag != "tmx":
                    raise InputError(f"is not TMX: it begins with <{element.tag}>", path=path, remedy="give a TMX file")
            if event == "end" and element.tag == "tu":
                yield from _unit(element, path.stem)
                element.clear()
    except ET.ParseError as error:
        line = error.position[0]
        raise InputError(f"is not XML: {error.msg}", path=path, line=line, remedy="export it again") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path, remedy="check the name") from None


def _unit(element: ET.Element, origin: str) -> Iterator[Pair]:
    texts: dict[str, str] = {}
    for variant in element.iter("tuv"):
        code = (variant.get(_LANG) or variant.get("lang") or "").replace("_", "-").partition("-")[0].lower()
        segment = variant.find("seg")
        if code in LANGUAGES and segment is not None:
            texts.setdefault(code, "".join(segment.itertext()))
    props = {prop.get("type"): prop.text or "" for prop in element.iter("prop")}
    first = (element.get("srclang") or "").partition("-")[0].lower()
    codes = sorted(texts, key=lambda code: (code != first, code))
    for number, source in enumerate(codes):
        for target in codes[number + 1 :]:
            yield Pair(
                texts[source],
                texts[target],
                source,
                target,
                props.get("x-origin", origin),
                props.get("x-context-pre", ""),
                props.get("x-context-post", ""),
            )


def write_tmx(pairs: Iterable[Pair]) -> str:
    """
    A TMX file of *pairs*, in their order.

    >>> print(write_tmx([Pair("Mưa.", "雨。", "vi", "ja")]).splitlines()[5].strip())
    <tuv xml:lang="vi"><seg>Mưa.</seg></tuv>
    """
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        _HEADER,
        "  <body>",
    ]
    for pair in pairs:
        out.append(f"    <tu srclang={quoteattr(pair.source_lang)}>")
        props = (("x-origin", pair.origin), ("x-context-pre", pair.before), ("x-context-post", pair.after))
        out += [f'      <prop type="{kind}">{escape(text)}</prop>' for kind, text in props if text]
        out += [
            f"      <tuv xml:lang={quoteattr(code)}><seg>{escape(text)}</seg></tuv>"
            for code, text in ((pair.source_lang, pair.source), (pair.target_lang, pair.target))
        ]
        out.append("    </tu>")
    return "\n".join([*out, "  </body>", "</tmx>"]) + "\n"
