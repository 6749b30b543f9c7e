"""
TBX, both versions: one tree with different names.

Facts that TBX has no category for (validity, marks, confidence, matching hints) stand in notes with a label, ``valid
until: 2025-06-30``: whoever reads them sees what they say, and we find them again.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from toolkit.exchange.incoming import JOIN, SUBJECT, Incoming, slim
from toolkit.glossary.concept import Confidence, Status
from toolkit.glossary.table.row import LANGS, TARGET
from toolkit.lang import LANGUAGES
from toolkit.readers.xml import LINE, elements
from toolkit.value import dataclass

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading
    from toolkit.glossary.concept import Concept, Term

#: Label of a note -> the column it fills.
LABELS = {
    "country": "country",
    "reading": "ja_reading",
    "valid from": "valid_from",
    "valid until": "valid_until",
    "replaced by": "replaced_by",
    "matching": "match",
    "confidence": "confidence",
}
#: Label of a term's note: who writes it so, and where it counts.
MARKS = "marks"
#: What a confidence means that nobody outside knows.
_UNVERIFIED = " (unverified)"
#: Before a note of ours that would look like one of those.
_PLAIN = "note: "

_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
}
_BAD = frozenset({"deprecatedterm", "supersededterm", "deprecated", "superseded", "obsolete", "notrecommended"})
_GOOD = frozenset({"preferredterm", "preferred"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """
    The names that a version has for the parts of the tree.

    Attributes:
        head: Everything before the first concept.
        tail: Everything after the last.
        entry: A concept's element.
        language: The element of a language in it.
        term: The element of a term in that.
        field: Writes one category: its name and its text, escaped.
        reference: Writes a reference to another concept of the file.
        sorts: Whether there is a category for the reading.
    """

    head: str
    tail: str
    entry: str
    language: str
    term: str
    field: Callable[[str, str], str]
    reference: Callable[[str], str]
    sorts: bool


def write(choice: Choice, dialect: Dialect) -> bytes:
    """The file of *choice* in one version."""
    here = {concept.id for concept in choice.concepts}
    body = [text for concept in choice.concepts for text in _concept(concept, dialect, here)]
    return "".join([dialect.head, *body, dialect.tail]).encode()


def xml_id(ident: str) -> str:
    """An id that XML takes: it must not begin with a digit."""
    return f"_{ident}" if ident[:1].isdigit() else ident


def _concept(concept: Concept, dialect: Dialect, here: set[str]) -> Iterator[str]:
    yield f'<{dialect.entry} id="{escape(xml_id(concept.id))}">\n'
    if concept.subject:
        yield dialect.field("subjectField", escape(concept.subject))
    if concept.definition:
        yield dialect.field("definition", escape(concept.definition))
    if concept.note:
        yield _note(f"{_PLAIN}{concept.note}" if _label(concept.note)[0] else concept.note)
    linked = all(ident in here for ident in concept.replaced_by)
    facts = {
        "country": concept.country,
        "valid from": concept.valid_from.isoformat() if concept.valid_from else "",
        "valid until": concept.valid_until.isoformat() if concept.valid_until else "",
        "replaced by": "" if linked else JOIN.join(concept.replaced_by),
        "matching": JOIN.join(sorted(concept.hints)),
        "confidence": concept.confidence.value + (_UNVERIFIED if concept.confidence is Confidence.OWN else ""),
        "reading": "" if dialect.sorts else concept.reading,
    }
    for label, text in facts.items():
        if text:
            yield _note(f"{label}: {text}")
    if concept.reading and dialect.sorts:
        yield dialect.field("sortKey", escape(concept.reading))
    if linked:
        for ident in concept.replaced_by:
            yield dialect.reference(escape(xml_id(ident)))
    for source in concept.sources:
        yield dialect.field("source", escape(source))
    for lang in LANGS:
        terms = [t for t in concept.terms if t.lang == lang]
        if terms:
            yield f'<{dialect.language} xml:lang="{lang}">\n'
            for term in terms:
                yield _term(term, dialect)
            yield f"</{dialect.language}>\n"
    yield f"</{dialect.entry}>\n"


def _term(term: Term, dialect: Dialect) -> str:
    marks = [*term.styles, *([TARGET] if term.target_only else [])]
    return (
        f"<{dialect.term}><term>{escape(term.text)}</term>"
        + dialect.field("administrativeStatus", _STATUS[term.status]).rstrip("\n")
        + (_note(f"{MARKS}: {', '.join(marks)}").rstrip("\n") if marks else "")
        + f"</{dialect.term}>\n"
    )


def _note(text: str) -> str:
    return f"<note>{escape(text)}</note>\n"


def _label(text: str) -> tuple[str, str]:
    """The label of a note and its text; no label if it is none of ours."""
    label, colon, rest = text.partition(": ")
    return (label, rest) if colon and (label in LABELS or f"{label}: " in (_PLAIN, f"{MARKS}: ")) else ("", text)


def read(path: Path, _: Reading) -> list[Incoming]:
    """
    The concepts of a TBX file of either version, and of its dialects with plain names.

    Raises:
        InputError: It is no TBX, or a trap.
    """
    roots, wanted = frozenset({"martif", "tbx", "TBX"}), frozenset({"termEntry", "conceptEntry"})
    found = []
    for entry in elements(path, "TBX", roots, wanted):
        slim(entry.itertext(), path, int(entry.get(LINE, "0")))
        found.append(_read(entry))
    return found


def _read(entry: ET.Element) -> Incoming:
    cells: dict[str, str] = {"id": entry.get("id", "").removeprefix("_"), "subject": SUBJECT}
    sources: list[str] = []
    links: list[str] = []
    notes: list[str] = []
    for element in _outside(entry, frozenset({"langSet", "langSec"})):
        name, text = _category(element), _text(element)
        if name == "subjectField":
            cells["subject"] = text
        elif name == "definition":
            cells["definition"] = text
        elif name == "source":
            sources.append(text)
        elif name == "sortKey":
            cells["ja_reading"] = text
        elif name == "crossReference":
            links.append((element.get("target") or text).removeprefix("_"))
        elif name == "note":
            label, rest = _label(text)
            if label in LABELS:
                cells[LABELS[label]] = rest.removesuffix(_UNVERIFIED) if label == "confidence" else rest
            else:
                notes.append(rest)
    whole = "confidence" in cells  # only our own files say it
    cells["note"] = "; ".join(notes)
    cells["source"] = JOIN.join(sources)
    if links:
        cells["replaced_by"] = JOIN.join(links)
    _terms(entry, cells, whole=whole)
    return Incoming(cells, int(entry.get(LINE, "0")), whole)


def _terms(entry: ET.Element, cells: dict[str, str], *, whole: bool) -> None:
    """
    Fill the columns of the terms; languages that are none of ours are left out.

    Where other programs prefer no term, the first is the preferred one.
    """
    found: dict[str, list[str]] = {}
    for language in entry:
        code = language.get("lang", "").replace("_", "-").partition("-")[0].lower()
        if language.tag not in ("langSet", "langSec") or code not in LANGUAGES:
            continue
        sections = [e for e in language.iter() if e.tag in ("tig", "ntig", "termSec")]
        explicit = whole or any(_status(section) in _GOOD for section in sections)
        for section in sections:
            term = next(section.iter("term"), None)
            if term is None or not (text := _text(term)):
                continue
            status = _status(section)
            marks = next((rest for note in section.iter("note") for label, rest in [_label(_text(note))]
                          if label == MARKS), "")  # fmt: skip
            if status in _BAD:
                column = f"{code}_deprecated"
            elif status in _GOOD or (not explicit and status in ("", "admittedterm") and code not in found):
                column = code
            else:
                column = f"{code}_admitted"
            if column in LANGS and column in found:  # a second preferred one
                column = f"{code}_admitted"
            found.setdefault(column, []).append(text + (f"{{{marks.replace(', ', ',')}}}" if marks else ""))
    cells.update({column: JOIN.join(names) for column, names in found.items()})


def _status(section: ET.Element) -> str:
    for element in section.iter():
        if _category(element) in ("administrativeStatus", "normativeAuthorization"):
            return _text(element).lower().removesuffix("-admn-sts")
    return ""


def _outside(entry: ET.Element, inner: frozenset[str]) -> Iterator[ET.Element]:
    """What a concept says as a whole: everything but its languages."""
    for child in entry:
        if child.tag not in inner:
            yield from child.iter()


def _category(element: ET.Element) -> str:
    """The data category: the type of a v2 element, the name of a v3 one."""
    return element.get("type") or element.tag


def _text(element: ET.Element) -> str:
    return unicodedata.normalize("NFC", "".join(element.itertext())).strip()
