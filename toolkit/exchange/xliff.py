"""XLIFF 1.2: a glossary as a file of translated units."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toolkit.exchange.choice import entries
from toolkit.exchange.incoming import Incoming, Line, bilingual, slim
from toolkit.exchange.remark import parse_remark, remark
from toolkit.glossary.concept import Confidence
from toolkit.readers.xml import LINE, elements

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'


def file_tag(original: str, source: str, target: str, kind: str = "plaintext") -> str:
    """The opening of a ``<file>``."""
    langs = f"source-language={quoteattr(source)} target-language={quoteattr(target)}"
    return f'<file original={quoteattr(original)} {langs} datatype="{kind}">\n'


def write(choice: Choice) -> bytes:
    """The file of *choice*; what nobody looked up needs a review, the rest is final."""
    out = [HEAD, file_tag("glossary", choice.source, choice.target), "<body>\n"]
    for number, entry in enumerate(entries(choice), 1):
        sure = entry.concept.confidence is not Confidence.OWN
        state = "final" if sure else "needs-review-translation"
        out.append(
            f'<trans-unit id="{number}" resname={quoteattr(entry.concept.id)} approved="{"yes" if sure else "no"}">'
            f'<source>{escape(entry.source)}</source><target state="{state}">{escape(entry.target)}</target>'
            f"<note>{escape(remark(entry.concept, choice.target))}</note></trans-unit>\n"
        )
    return "".join([*out, "</body>\n</file>\n</xliff>\n"]).encode()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The units of an XLIFF 1.2 file, as a list of pairs.

    Raises:
        InputError: It is no XLIFF, a trap, or its languages are unknown.
    """
    found: list[Incoming] = []
    for file in elements(path, "XLIFF", frozenset({"xliff"}), frozenset({"file"})):
        source, target = (
            (file.get(name) or said).replace("_", "-").partition("-")[0].lower()
            for name, said in (("source-language", reading.source), ("target-language", reading.target))
        )
        if not target:
            source, target = reading.pair(path)
        lines = []
        for unit in file.iter("trans-unit"):
            slim(unit.itertext(), path, int(unit.get(LINE, "0")))
            ident, note = parse_remark(unit.findtext("note") or "")
            left, right = unit.find("source"), unit.find("target")
            if left is not None and right is not None:
                lines.append(
                    Line("".join(left.itertext()), "".join(right.itertext()), ident, note, line=int(unit.get(LINE, 0)))
                )
        found += bilingual(lines, source, target)
    return found
