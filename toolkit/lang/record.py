"""The shape of a language's record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """
    Facts about one language.

    Attributes:
        code: ISO 639-1, as in a PO header and in the glossary's columns.
        name: In English.
        autonym: In the language itself.
        joiner: What stands between two sentences of a paragraph.
        spaced: Whether words are separated by spaces, so that a term has word boundaries.
        foreign: Kinds of letters (:mod:`toolkit.lang.letters`) that no term of it contains.
    """

    code: str
    name: str
    autonym: str
    joiner: str
    spaced: bool
    foreign: frozenset[str]
