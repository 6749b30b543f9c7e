"""
The patterns of a language taken apart: each way to write one around its longest fixed words, the anchor.

Everything here is made of strings and numbers, so that it can be kept on disk.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    #: A slot in a form: its name, and the number of what it takes.
    Hole = tuple[str, int]
    #: What a slot takes (subjects and countries), the form of the names, and what is gathered: edges and names.
    Supply = tuple[tuple[tuple[str, str], ...], str, bytes | memoryview, bytes | memoryview]
    #: Levelled name to the capitals it needs and the number of its concept.
    Names = dict[str, list[tuple[tuple[int, ...], int]]]


#: Letters by which the beginnings and the ends of names are told apart.
EDGE = 4


class Form(NamedTuple):
    """
    A template around its anchor.

    Attributes:
        ident: Id of the pattern that it is a way to write of.
        slots: Names of the pattern's slots, in its order.
        required: Where the anchor must have capitals.
        before: Fixed words and slots before the anchor, from the inside out.
        after: Those after it.
        left: The nearest of *before*: words, and what the slot next to them takes, -1 for none.
        right: The nearest of *after*.
    """

    ident: str
    slots: tuple[str, ...]
    required: tuple[int, ...]
    before: tuple[str | Hole, ...]
    after: tuple[str | Hole, ...]
    left: tuple[str, int]
    right: tuple[str, int]


def edges(data: bytes | memoryview) -> tuple[dict[str, Sequence[int]], dict[str, Sequence[int]]]:
    """
    What rules most places in a text out at one look.

    Returns:
        The first letters of a name, :data:`EDGE` of them or all of a shorter one, to the lengths of those that begin
        so, the longest first; the last ones.
    """
    found: tuple[dict[str, Sequence[int]], dict[str, Sequence[int]]] = marshal.loads(data)
    return found


def names(data: bytes | memoryview) -> Names:
    """The names that :meth:`Gatherer.gather` gathered."""
    found: Names = marshal.loads(data)
    return found
