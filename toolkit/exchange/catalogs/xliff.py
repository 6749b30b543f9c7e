"""XLIFF 1.2, after the guide for PO files: a unit a message, the PO file itself as the skeleton."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toolkit.catalog import Catalog, Message
from toolkit.catalog.header import fresh
from toolkit.exchange.catalogs.skeleton import Edit, apply, shown, units
from toolkit.exchange.xliff import HEAD, file_tag
from toolkit.readers.xml import elements

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.exchange.catalogs.skeleton import Unit

_SURE = frozenset({"translated", "final", "signed-off"})


def write(catalog: Catalog) -> str:
    """The file of *catalog*."""
    name = catalog.path.name if catalog.path else "catalog.po"
    file = file_tag(name, catalog.source_lang or "und", catalog.lang or "und", "po")
    skeleton = f'<internal-file form="text/x-gettext-translation">{escape(str(catalog))}</internal-file>'
    body = "".join(map(_unit, units(catalog)))
    return f"{HEAD}{file}<header><skl>{skeleton}</skl></header>\n<body>\n{body}</body>\n</file>\n</xliff>\n"


def _unit(unit: Unit) -> str:
    message = unit.message
    context = f" resname={quoteattr(shown(message.msgctxt))}" if message.msgctxt else ""
    approved = "yes" if unit.target and not message.fuzzy else "no"
    parts = [
        f'<trans-unit id="{unit.name}"{context} approved="{approved}" xml:space="preserve">',
        f"<source>{escape(unit.source)}</source>",
    ]
    if unit.target:
        state = "needs-review-translation" if message.fuzzy else "translated"
        parts.append(f'<target state="{state}">{escape(unit.target)}</target>')
    for place in message.references:
        file, _, line = place.rpartition(":")
        parts.append(
            '<context-group purpose="location">'
            f'<context context-type="sourcefile">{escape(shown(file or place))}</context>'
            + (f'<context context-type="linenumber">{line}</context>' if file and line.isdigit() else "")
            + "</context-group>"
        )
    parts += [f'<note from="developer">{escape(shown(note))}</note>' for note in message.notes]
    parts += [f'<note from="translator">{escape(shown(note))}</note>' for note in message.comments]
    return "".join([*parts, "</trans-unit>\n"])


def read(path: Path) -> Catalog:
    """
    The catalog of an XLIFF file: its skeleton with what was translated; without one, what its units say.

    Raises:
        InputError: It is no XLIFF, or a trap.
        CatalogError: Its skeleton is broken.
    """
    made = Catalog()
    for file in elements(path, "XLIFF", frozenset({"xliff"}), frozenset({"file"})):
        skeleton = next((s.text for s in file.iter("internal-file") if s.text), None)
        edits = dict(_edits(file))
        if skeleton is not None:
            catalog = Catalog.parse(skeleton)
            apply(catalog, edits)
            return catalog
        source, target = (file.get(f"{side}-language", "").partition("-")[0].lower() for side in ("source", "target"))
        made.header = made.header or fresh(path.stem, source, target)
        made.messages += [
            Message(_text(unit.find("source")), edit.target, unit.get("resname") or None, fuzzy=bool(edit.fuzzy),
                    comments=edit.comments or ())
            for unit in file.iter("trans-unit") if (edit := edits[unit.get("id", "")])
        ]  # fmt: skip
    return made


def _edits(file: ET.Element) -> Iterator[tuple[str, Edit]]:
    for unit in file.iter("trans-unit"):
        target = unit.find("target")
        text = _text(target)
        state = target.get("state", "") if target is not None else ""
        sure = state in _SURE or (not state and bool(text)) or unit.get("approved") == "yes"
        comments = tuple(_text(note) for note in unit.iter("note") if note.get("from") == "translator")
        yield unit.get("id", ""), Edit(text, bool(text) and not sure, comments)


def _text(element: ET.Element | None) -> str:
    return "" if element is None else "".join(element.itertext())
