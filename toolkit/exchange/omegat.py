"""OmegaT's glossary: source, target, comment, separated by tabs; OmegaT shows the comment beside the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.cell import dangerous, flat, tame, untame
from toolkit.exchange.choice import entries
from toolkit.exchange.incoming import Incoming, Line, bilingual
from toolkit.exchange.remark import parse_remark, remark
from toolkit.exchange.table import lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading


def write(choice: Choice) -> bytes:
    """The file of *choice*; a term to avoid stands in the comment of the right one, and nowhere else."""
    out = []
    for entry in entries(choice):
        if dangerous(entry.source) or dangerous(entry.target) or entry.source.startswith("#"):
            choice.left["terms that begin like a formula"] += 1  # and OmegaT takes # for a remark
            continue
        comment = tame(flat(remark(entry.concept, choice.target)))
        out.append(f"{flat(entry.source)}\t{flat(entry.target)}\t{comment}\n")
    return "".join(out).encode()


def read(path: Path, reading: Reading) -> list[Incoming]:
    """
    The lines of a glossary of OmegaT's.

    Raises:
        InputError: It is no text, or nobody said its languages.
    """
    source, target = reading.pair(path)
    found = []
    for number, text in enumerate(lines_of(path), 1):
        if not text.startswith("#"):
            left, right, comment = (*text.split("\t"), "", "")[:3]
            ident, note = parse_remark(untame(comment))
            found.append(Line(left, right, ident, note, line=number))
    return bilingual(found, source, target)
