"""TMX 1.4: a unit a message. What is fuzzy or obsolete is a property, no translation: memories trust what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.catalog.header import read as read_header
from toolkit.exchange.catalogs.record import FIELDS, message, record
from toolkit.exchange.catalogs.skeleton import shown
from toolkit.memory import tmx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.catalog import Message

_PREFIX = "x-po-"
#: Comes after x-po-, for the texts that stand in the unit itself unless XML cannot hold them.
_HEADER = "x-po-header-"


def write(catalog: Catalog) -> str:
    """The file of *catalog*; a sentence that was not translated yet is a unit of one language."""
    str(catalog)  # brings the header's text up to date
    head = [(_HEADER + name, text) for name, text in record(catalog.head).items() if text]
    body = [_unit(m, catalog) for m in (*catalog.messages, *catalog.obsolete)]
    return tmx.document(body, props=head)


def _unit(entry: Message, catalog: Catalog) -> str:
    source, target = catalog.source_lang or "und", catalog.lang or "und"
    texts = record(entry)
    said = {source: shown(entry.msgid)}
    if entry.translated and not entry.obsolete and entry.plural is None:
        said[target] = shown(entry.msgstr)
        if said[target] == entry.msgstr:
            texts["target"] = ""
    if said[source] == entry.msgid:
        texts["source"] = ""
    return tmx.unit(said, [(_PREFIX + name, text) for name, text in texts.items()])


def read(path: Path) -> Catalog:
    """
    The catalog of a TMX file; units that are none of ours give source and translation.

    Raises:
        InputError: It is no TMX, or a trap.
    """
    catalog = Catalog()
    for element in tmx.units(path, "header"):
        if element.tag == "header":
            catalog.head = message(dict(_fields(tmx.properties(element), _HEADER)))
            catalog.header = read_header(catalog.head.msgstr)
            continue
        texts = dict(_fields(tmx.properties(element), _PREFIX))
        variants = ["".join(s.itertext()) for s in element.iter("seg")]
        entry = message(texts)
        if "source" not in texts and variants:
            entry.msgid = variants[0]
        if "target" not in texts and len(variants) > 1:
            entry.msgstr = variants[1]
        (catalog.obsolete if entry.obsolete else catalog.messages).append(entry)
    return catalog


def _fields(props: dict[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        if prefix + name in props:
            yield name, props[prefix + name]
