"""A compendium: a PO file of names, for ``msgmerge -C`` and for Poedit's memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog import Catalog, Message
from toolkit.catalog.header import fresh
from toolkit.exchange.choice import entries
from toolkit.exchange.incoming import Incoming, Line, bilingual, slim
from toolkit.exchange.remark import parse_remark, remark
from toolkit.glossary.concept import Confidence

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading

#: Before a target of the same source that belongs to another concept.
_OR = "Or: "


def write(choice: Choice) -> bytes:
    """
    The file of *choice*.

    What nobody looked up is fuzzy. So is a name that means two things: the other target stands in the notes, as msgcat
    does it.
    """
    found: dict[str, Message] = {}
    for entry in entries(choice):
        message = found.setdefault(entry.source, Message(entry.source, entry.target))
        note = remark(entry.concept, choice.target)
        if message.msgstr != entry.target:
            message.fuzzy = True
            note = f"{_OR}{entry.target} = {note}"
        message.fuzzy |= entry.concept.confidence is Confidence.OWN
        if note not in message.notes:
            message.notes += (" ".join(note.split()),)
    header = fresh("glossary", choice.source, choice.target, day=choice.today)
    return str(Catalog(list(found.values()), header=header)).encode()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The messages of a catalog, as a list of pairs; fuzzy ones too, since a person looks at them anyway.

    Raises:
        CatalogError: It is no PO file.
        InputError: Its languages are unknown.
    """
    catalog = Catalog.load(path)
    source, target = reading.source or catalog.source_lang, reading.target or catalog.lang
    if not (source and target):
        source, target = reading.pair(path)
    lines = []
    for message in catalog:
        slim((message.msgid, message.msgstr, *message.notes), path, message.line)
        for note in message.notes or ("",):
            written, other = message.msgstr, note
            if note.startswith(_OR):
                written, _, other = note.removeprefix(_OR).partition(" = ")
            ident, said = parse_remark(other)
            lines.append(Line(message.msgid, written, ident, said, line=message.line))
    return bilingual(lines, source, target)
