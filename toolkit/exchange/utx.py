"""
UTX 1.11 (AAMT): a simple term list for machine translation, tab-separated.

UTX can forbid a term, but readers are known that take a forbidden term for a valid one; so forbidden terms go in only
where somebody asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.cell import dangerous, flat
from toolkit.exchange.choice import entries
from toolkit.exchange.incoming import Incoming, Line, bilingual
from toolkit.exchange.remark import parse_remark, remark
from toolkit.exchange.table import lines_of
from toolkit.glossary.concept import Confidence, Status

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice, Entry
    from toolkit.exchange.incoming import Reading

_COLUMNS = ("src", "tgt", "src:pos", "term status", "comment", "concept ID")


def write(choice: Choice) -> bytes:
    """The file of *choice*, with the line ends that the standard wants."""
    out = [
        f"#UTX 1.11; {choice.source}/{choice.target}; {choice.today.isoformat()}T00:00:00; creator: vje",
        "#" + "\t".join(_COLUMNS),
    ]
    forbidden = any(t.status is Status.DEPRECATED for c in choice.concepts for t in c.terms)
    for entry in entries(choice, forbidden=forbidden):
        if dangerous(entry.source) or entry.source.startswith("#"):
            choice.left["terms that begin like a formula"] += 1
            continue
        comment = parse_remark(remark(entry.concept, choice.target))[1]
        cells = (entry.source, entry.target, "noun", _status(entry, choice), comment, entry.concept.id)
        out.append("\t".join(map(flat, cells)))
    return ("\r\n".join(out) + "\r\n").encode()


def _status(entry: Entry, choice: Choice) -> str:
    if entry.forbidden:
        return "forbidden"
    if entry.concept.confidence is Confidence.OWN:
        return "provisional"
    best = entry.concept.preferred(choice.source)
    return "approved" if best is not None and best.text == entry.source else "non-standard"


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The lines of a UTX file, forbidden ones as terms to avoid.

    Raises:
        InputError: It is no text, or its languages are unknown.
    """
    source, target = reading.source, reading.target
    columns: list[str] = list(_COLUMNS[:2])
    found: list[Line] = []
    for number, text in enumerate(lines_of(path), 1):
        if text.startswith("#"):
            if number == 1 and len(parts := text.split(";")) > 1 and "/" in parts[1]:
                source, target = (
                    p.strip().replace("_", "-").partition("-")[0].lower() for p in parts[1].split("/")[:2]
                )
            if text.startswith("#src"):
                columns = [name.strip().lower() for name in text[1:].split("\t")]
            continue
        cells = dict(zip(columns, text.split("\t"), strict=False))
        found.append(
            Line(
                cells.get("src", ""),
                cells.get("tgt", ""),
                cells.get("concept id", "").strip(),
                cells.get("comment", "").strip(),
                cells.get("term status", "").strip().lower(),
                number,
            )
        )
    if not (source and target):
        source, target = reading.pair(path)
    return bilingual(found, source, target)
