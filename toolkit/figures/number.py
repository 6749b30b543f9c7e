"""A number as it stands in a text, with its exact value."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from fractions import Fraction


class Kind(StrEnum):
    """What a number is doing in its sentence."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    RANGE = "range"
    TIME = "time"
    YEAR = "year"
    DECADE = "decade"
    ROMAN = "roman"


class Weight(IntEnum):
    """
    How surely the words are a number, which says what may be demanded of a translation.

    A reader checks figures; words may be paraphrased; a loose word (``half``, ``両``) only explains a number elsewhere.
    """

    LOOSE = 0
    SPELLED = 1
    FIGURES = 2


@dataclass(frozen=True, slots=True)
class Number:
    """
    One number. A range or a score is two of them, one for each end, so that each can be replaced by itself.

    Attributes:
        start: First code point.
        end: One past the last; scale words belong to the number (``43兆7000億``), units do not.
        text: What stands there.
        value: The exact value, as the language reads it.
        readings: Everything it may mean, :attr:`value` first: ``1.234`` in Vietnamese is 1234, and now and then 1.234.
        kind: Cardinal, ordinal, one end of a range …
        unit: ``percent``, an ISO 4217 code, or empty.
        weight: How surely it is a number.
        scale: The multiplier it was written with, 1 where there was none: 1,000,000 in ``5 million``.
    """

    start: int
    end: int
    text: str
    value: Fraction
    readings: tuple[Fraction, ...]
    kind: Kind = Kind.CARDINAL
    unit: str = ""
    weight: Weight = Weight.FIGURES
    scale: int = 1
