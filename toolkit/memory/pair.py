"""A sentence and its translation, and what a search gives back."""

from __future__ import annotations

from enum import StrEnum

from toolkit.value import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """
    A sentence that somebody has translated. Either side can be searched: the languages are peers.

    Attributes:
        source: The sentence.
        target: Its translation.
        source_lang: Code of the language of *source*.
        target_lang: Code of the language of *target*.
        origin: Where it comes from: an article's name, a TMX file's.
        before: The sentence that stood before it, empty at the start and where nobody knows.
        after: The sentence that followed.
    """

    source: str
    target: str
    source_lang: str
    target_lang: str
    origin: str = ""
    before: str = ""
    after: str = ""


class How(StrEnum):
    """How a hit was found, best first: with the same neighbours, word for word, or nearly."""

    CONTEXT = "context"
    EXACT = "exact"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A pair that a search found, turned so that its source is in the language that was asked in.

    Attributes:
        pair: The pair.
        how: Word for word or nearly.
        score: Likeness, 0 to 1; 1 for what is exact.
    """

    pair: Pair
    how: How
    score: float
