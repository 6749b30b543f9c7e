"""
The names that fill a slot, and the few letters beside an anchor that tell that none of them stands there.

A text holds the fixed words of patterns far more often than their names: people, newspapers and governments of
nowhere. So what is asked first of both sides of them is a look at the nearest letters, which is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.find import anchor
from toolkit.glossary.find.anchor import EDGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from toolkit.glossary.find.anchor import Form, Names

#: So many letters beside an anchor are looked at: a space, and the edge of a name.
WINDOW = EDGE + 1
#: So many windows are remembered for a side of an anchor.
_REMEMBERED = 5_000


class Fillers:
    """
    The names that a slot takes.

    Args:
        edges: Bytes for :func:`toolkit.glossary.find.anchor.edges`.
        names: Bytes for :func:`toolkit.glossary.find.anchor.names`.
    """

    __slots__ = ("_beginning", "_ending", "_first", "_last", "_names", "_packed", "heads", "tails")

    def __init__(self, edges: bytes | memoryview, names: bytes | memoryview) -> None:
        #: See :func:`toolkit.glossary.find.anchor.edges`.
        self.heads, self.tails = anchor.edges(edges)
        self._first: frozenset[str] = frozenset()
        self._last: frozenset[str] = frozenset()
        self._beginning: dict[str, Sequence[int]] = {}
        self._ending: dict[str, Sequence[int]] = {}
        self._packed = names
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        """Levelled name to the capitals it needs and the number of its concept; unpacked when a text first has one."""
        if self._names is None:
            self._names = anchor.names(self._packed)
        return self._names

    def lengths_at(self, low: str, at: int) -> Sequence[int]:
        """The lengths of names that begin like the text from *at* on, the longest first."""
        letters = low[at : at + EDGE]
        known = self._beginning.get(letters)
        if known is None:
            known = _remember(self._beginning, letters, _all(self.heads, (letters[:i] for i in range(EDGE, 0, -1))))
        return known

    def lengths_to(self, low: str, at: int) -> Sequence[int]:
        """The lengths of names that end like the text up to *at*, the longest first."""
        letters = low[at - EDGE if at > EDGE else 0 : at]
        known = self._ending.get(letters)
        if known is None:
            known = _remember(self._ending, letters, _all(self.tails, (letters[-i:] for i in range(EDGE, 0, -1))))
        return known

    def may_begin(self, letters: str) -> bool:
        """Whether a name begins with some letters, or all of it does."""
        letters, heads = letters[:EDGE], self.heads
        if letters in heads or any(letters[:size] in heads for size in range(1, len(letters))):
            return True
        if len(letters) == EDGE:
            return False
        if not self._first:
            self._first = frozenset(head[:size] for head in heads for size in range(1, len(head) + 1))
        return letters in self._first

    def may_end(self, letters: str) -> bool:
        """Whether a name ends with some letters, or all of it does."""
        letters, tails = letters[-EDGE:], self.tails
        if letters in tails or any(letters[-size:] in tails for size in range(1, len(letters))):
            return True
        if len(letters) == EDGE:
            return False
        if not self._last:
            self._last = frozenset(tail[-size:] for tail in tails for size in range(1, len(tail) + 1))
        return letters in self._last


class Side(dict[str, int]):
    """
    What may stand on one side of an anchor: the nearest letters to the forms that they don't rule out, a bit each.

    Args:
        nearest: For each form the words next to the anchor, and what the slot beside them takes, -1 for none.
        supply: The number of what a slot takes to its names.
        ahead: The side after the anchor.
    """

    __slots__ = ("_ahead", "_nearest", "_supply")

    def __init__(self, nearest: Iterable[tuple[str, int]], supply: Callable[[int], Fillers], *, ahead: bool) -> None:
        super().__init__()
        self._nearest: Sequence[tuple[str, int]] = tuple(nearest)
        self._supply = supply
        self._ahead = ahead

    def __missing__(self, letters: str) -> int:
        known: dict[tuple[str, int], bool] = {}
        bits = 0
        for place, near in enumerate(self._nearest):
            if near not in known:
                known[near] = self._fits(letters, *near)
            bits |= known[near] << place
        if len(self) >= _REMEMBERED:
            self.clear()
        self[letters] = bits
        return bits

    def _fits(self, letters: str, words: str, supply: int) -> bool:
        size = len(words)
        if size >= len(letters):  # or the text ends there, which the parser sees
            return words.startswith(letters) if self._ahead else words.endswith(letters)
        if self._ahead:
            return letters.startswith(words) and (supply < 0 or self._supply(supply).may_begin(letters[size:]))
        rest = letters[: len(letters) - size]
        return letters.endswith(words) and (supply < 0 or self._supply(supply).may_end(rest))


class Sole(NamedTuple):
    """
    A form of one slot.

    Attributes:
        ahead: Whether the slot comes after the anchor.
        words: Fixed words between the anchor and the slot.
        name: The slot's name.
        supply: The number of what it takes.
    """

    ahead: bool
    words: str
    name: str
    supply: int


class Anchor:
    """
    Fixed words of patterns.

    Attributes:
        forms: The forms that have them.
        sole: For each form what is beside the anchor, if that is one slot, as it is for most.
    """

    __slots__ = ("_free_left", "_free_right", "_left", "_right", "forms", "sole")

    def __init__(self, forms: Iterable[Form], supply: Callable[[int], Fillers]) -> None:
        self.forms = tuple(forms)
        self.sole = [_sole(form) for form in self.forms]
        # The letters on a side to the forms that may hold there
        self._left = Side((form.left for form in self.forms), supply, ahead=False)
        self._right = Side((form.right for form in self.forms), supply, ahead=True)
        self._free_left = all(form.left == ("", -1) for form in self.forms)
        self._free_right = all(form.right == ("", -1) for form in self.forms)

    def may(self, low: str, start: int, end: int) -> int:
        """The forms, a bit each, that what touches the words on both sides does not rule out: nearly always none."""
        if self._free_left:
            return self._right[low[end : end + WINDOW]]
        left = self._left[low[start - WINDOW if start > WINDOW else 0 : start]]
        if not left or self._free_right:
            return left
        return left & self._right[low[end : end + WINDOW]]


def _sole(form: Form) -> Sole | None:
    pieces = form.after or form.before
    if form.required or (form.before and form.after) or not pieces or len(pieces) > 2:
        return None
    words, hole = ("", pieces[0]) if len(pieces) == 1 else pieces
    return None if isinstance(hole, str) or not isinstance(words, str) else Sole(bool(form.after), words, *hole)


def _all(lengths: Mapping[str, Sequence[int]], edges: Iterable[str]) -> Sequence[int]:
    """The lengths for all of some edges, each once."""
    return [length for edge in dict.fromkeys(edges) if edge for length in lengths.get(edge, ())]


def _remember(known: dict[str, Sequence[int]], letters: str, lengths: Sequence[int]) -> Sequence[int]:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[letters] = lengths
    return lengths
