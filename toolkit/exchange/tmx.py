"""TMX 1.4: a unit for each concept, its preferred names in all languages."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from toolkit.exchange.incoming import SUBJECT, Incoming, slim
from toolkit.glossary.table.row import LANGS
from toolkit.memory import tmx
from toolkit.readers.xml import LINE

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading

#: Property -> column. Programs show notes and pass properties over.
_PROPERTIES = {"x-subject": "subject", "x-country": "country"}


def write(choice: Choice) -> bytes:
    """
    The file of *choice*.

    A program fills in what a memory holds without a look at anything else, so only preferred names go in.
    """
    langs = [choice.source, choice.target] if choice.source else LANGS
    body = []
    for concept in choice.concepts:
        said = {lang: term.text for lang in langs if (term := concept.preferred(lang))}
        if len(said) < 2:
            choice.left["concepts without a term in both languages"] += 1
            continue
        props = (("x-subject", concept.subject), ("x-country", concept.country))
        body.append(tmx.unit(said, props, ident=concept.id, notes=[concept.note or concept.definition]))
    return tmx.document(body, "phrase").encode()


def read(path: Path, _: Reading) -> list[Incoming]:
    """
    The units of a TMX file, a concept each.

    Raises:
        InputError: It is no TMX, or a trap.
    """
    found = []
    for unit in tmx.units(path):
        slim(unit.itertext(), path, int(unit.get(LINE, "0")))
        said, props = tmx.texts(unit), tmx.properties(unit)
        cells = {lang: " ".join(unicodedata.normalize("NFC", text).split()) for lang, text in said.items()}
        cells |= {"id": unit.get("tuid", ""), "subject": SUBJECT}
        cells |= {column: props[kind] for kind, column in _PROPERTIES.items() if props.get(kind)}
        if not props.keys() & _PROPERTIES.keys():  # ours says again what the concept says
            cells["note"] = next((note.text or "" for note in unit.iter("note")), "")
        if len(said) > 1:
            found.append(Incoming(cells, int(unit.get(LINE, "0"))))
    return found
