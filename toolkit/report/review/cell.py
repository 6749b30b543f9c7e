"""One sentence in one column: its text cut where a name or a finding begins or ends."""

from __future__ import annotations

import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.finding import Finding
    from toolkit.glossary.find.reading import Match


class State(StrEnum):
    """How far a translation is."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Atom:
    """
    A stretch of text inside which nothing begins or ends.

    Attributes:
        text: The text.
        severity: Of the worst finding about it; empty where there is none.
    """

    text: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A name with its atoms, or what stands between two names.

    Attributes:
        atoms: The text.
        concept: Id of the concept; empty between names.
        color: Number of the colour that the concept has in this row; None for a name that only this column holds.
    """

    atoms: tuple[Atom, ...]
    concept: str = ""
    color: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """
    A sentence, or its translation.

    Attributes:
        lang: Code of its language.
        pieces: The text.
        findings: What was found in it.
        state: How far the translation is; None for a source.
        comments: What the translator remarked.
        given: Whether it is under review, not only for comparison.
    """

    lang: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...] = ()
    state: State | None = None
    comments: tuple[str, ...] = ()
    given: bool = True


def pieces(
    text: str, matches: Sequence[Match], findings: Iterable[Finding], colors: Mapping[str, int]
) -> tuple[Piece, ...]:
    """
    Cut a text.

    Args:
        text: The sentence.
        matches: The names in it, in order, not overlapping.
        findings: Those about spots of this very text; what they mark may overlap with names and with each other.
        colors: Id of a concept -> number of its colour.

    Returns:
        Pieces that make up the text again.
    """
    spots = [(f.start, f.end if f.end is not None else len(text), f.severity) for f in findings if f.start is not None]
    cuts = {0, len(text)}
    for start, end, _ in spots:
        cuts |= {min(start, len(text)), min(end, len(text))}
    for match in matches:
        cuts |= {match.start, match.end}
    edges = sorted(cuts)
    found: list[Piece] = []
    names = iter(matches)
    name = next(names, None)
    for start, end in itertools.pairwise(edges):
        while name is not None and name.end <= start:
            name = next(names, None)
        worst = min((s for a, b, s in spots if a < end and start < b), key=lambda s: s.rank, default=None)
        atom = Atom(text[start:end], worst.value if worst else "")
        inside = name is not None and name.start <= start
        if inside and name is not None and found and start > name.start:
            found[-1] = Piece((*found[-1].atoms, atom), found[-1].concept, found[-1].color)
        elif inside and name is not None:
            ident = next((concept.id for concept in name.concepts if concept.id in colors), name.concept.id)
            found.append(Piece((atom,), ident, colors.get(ident)))
        else:
            found.append(Piece((atom,)))
    return tuple(found)
