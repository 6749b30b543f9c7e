"""What an update does to one message, and the sums of it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.ui import mark
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(StrEnum):
    """What happened to a sentence; the values stand in the summary."""

    KEPT = mark("kept")
    MOVED = mark("moved")
    REVIVED = mark("revived")
    EDITED = mark("edited")
    SPLIT = mark("split")
    JOINED = mark("joined")
    NEW = mark("new")
    OBSOLETE = mark("obsolete")


class Outcome(StrEnum):
    """What the translator finds in the message."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    SUGGESTED = "suggested"
    EMPTY = "empty"
    STORED = "stored"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One line of the story of an update.

    Attributes:
        kind: What happened to the sentence.
        msgid: The sentence as it is now; of an obsolete one, as it was.
        outcome: What became of its translation.
        before: The sentences it was made of, where they were others.
        remark: What differs, in words: ``“3%” → “5%”``.
    """

    kind: Kind
    msgid: str
    outcome: Outcome
    before: tuple[str, ...] = ()
    remark: str = ""


def count(changes: Iterable[Change]) -> dict[str, int]:
    """
    How many sentences of each kind, in the order of :class:`Kind`, zeros included.

    >>> count([Change(Kind.KEPT, "a", Outcome.TRANSLATED)])["kept"]
    1
    """
    found = Counter(change.kind for change in changes)
    return {kind.value: found[kind] for kind in Kind}
