"""What a translator finds in a message whose source changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.update.change import Change, Kind, Outcome
from toolkit.catalog.update.edit import Verdict, edit, linked
from toolkit.catalog.update.pieces import divide, unite
from toolkit.catalog.update.remark import remark_of
from toolkit.catalog.update.revise import revise
from toolkit.figures import compare
from toolkit.lang import LANGUAGES
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.catalog.message import Message
    from toolkit.catalog.update.words import Words

#: How the lines of an update begin; an extraction leaves them standing.
CHANGED, BEFORE, SUGGESTION, MEMORY = "Changed: ", "Before: ", "Suggestion: ", "Memory: "
OURS = (CHANGED, BEFORE, SUGGESTION, MEMORY)
#: A translator comment for a second translation that would otherwise have no place.
EARLIER = "Earlier translation: "


@dataclass(frozen=True, slots=True)
class Pair:
    """
    An old sentence and its translation.

    Attributes:
        message: Where both stand.
        ghost: Whether it is kept anyway, so that using it must not touch it.
    """

    message: Message
    ghost: bool = False

    @property
    def source(self) -> str:
        """The old sentence."""
        return self.message.msgid

    @property
    def target(self) -> str:
        """Its translation, empty if it has none."""
        return self.message.msgstr


class Filler:
    """
    Fills messages in.

    Args:
        words: The languages, the glossary and the day.
        result: The new messages; those of a bead are changed in place.
        changes: Where to note what happened, by place in *result*.
    """

    def __init__(self, words: Words, result: list[Message], changes: dict[int, Change]) -> None:
        self.words, self.result, self.changes = words, result, changes

    def bead(self, olds: Sequence[Pair], news: Sequence[int]) -> None:
        """Give the new messages what the old pairs have for them."""
        if len(olds) == len(news) == 1:
            self._edited(olds[0], news[0])
        elif len(olds) == 1:
            self._split(olds[0], news)
        else:
            self._joined(olds, news[0])

    def _edited(self, old: Pair, number: int) -> None:
        message, origin = self.result[number], old.message
        if not origin.filled:
            message.comments = origin.comments
            self._note(number, Kind.EDITED, Outcome.FUZZY if message.filled else Outcome.EMPTY, [old])
            return
        difference = edit(old.source, message.msgid, self.words)
        if difference.verdict is Verdict.COSMETIC:
            self._take(message, origin, origin.msgstr, fuzzy=origin.fuzzy)
            message.previous = origin.previous if origin.fuzzy else None
            message.notes += (f"{CHANGED}{difference.remark}, only the spelling; the translation stays",)
            outcome = Outcome.FUZZY if origin.fuzzy else Outcome.TRANSLATED
            self._note(number, Kind.EDITED, outcome, [old], difference.remark)
            return
        if difference.verdict is Verdict.PARTS and not origin.plurals:
            text = revise(difference, old.source, message.msgid, old.target, self.words)
            if text is not None:
                remark = ", ".join(f"“{one.text}” → “{other.text}”" for one, other in difference.swaps)
                self._take(message, origin, text, fuzzy=True)
                message.previous = old.source
                message.notes += (f"{CHANGED}{remark}, replaced in the translation; please check",)
                self._note(number, Kind.EDITED, Outcome.FUZZY, [old], remark)
                return
        self._suggest(number, Kind.EDITED, [old], difference.remark)

    def _split(self, old: Pair, news: Sequence[int]) -> None:
        sources = [self.result[n].msgid for n in news]
        whole = self._joiner().join(sources)
        pieces = None
        if old.target and linked(old.source, whole, self.words):
            pieces = divide(old.target, sources, self.words)
            if pieces is not None and not (all(pieces) and self._sound(old, sources, pieces)):
                pieces = None
        for place, number in enumerate(news):
            if pieces is None:
                self._suggest(number, Kind.SPLIT, [old], f"part {place + 1} of {len(news)} of one sentence")
                continue
            message = self.result[number]
            self._take(message, old.message, pieces[place], fuzzy=True)
            message.previous = old.source
            message.notes += (f"{CHANGED}part {place + 1} of {len(news)} of a sentence that was split; please check",)
            self._note(number, Kind.SPLIT, Outcome.FUZZY, [old])

    def _sound(self, old: Pair, sources: Sequence[str], pieces: Sequence[str]) -> bool:
        """Whether no half lost or got a number that is not its own."""
        words = self.words
        known = len(compare(old.source, old.target, words.source, words.target, words.on))
        found = sum(
            len(compare(source, piece, words.source, words.target, words.on))
            for source, piece in zip(sources, pieces, strict=True)
        )
        return found <= known

    def _joined(self, olds: Sequence[Pair], number: int) -> None:
        message = self.result[number]
        whole = self._joiner().join(old.source for old in olds)
        if not all(old.target for old in olds) or not linked(whole, message.msgid, self.words):
            self._suggest(number, Kind.JOINED, list(olds), f"{len(olds)} sentences were joined")
            return
        first = olds[0].message
        self._take(message, first, unite([old.target for old in olds], self.words.target), fuzzy=True)
        message.comments = tuple(dict.fromkeys(line for old in olds for line in old.message.comments))
        message.previous = whole
        message.notes += (f"{CHANGED}{len(olds)} sentences were joined; please smooth",)
        self._note(number, Kind.JOINED, Outcome.FUZZY, list(olds))

    def _take(self, message: Message, origin: Message, text: str, *, fuzzy: bool) -> None:
        message.msgstr, message.fuzzy = text, fuzzy
        message.flags, message.comments, message.sticky = origin.flags, origin.comments, origin.sticky

    def _suggest(self, number: int, kind: Kind, olds: list[Pair], remark: str) -> None:
        """Fill nothing in; show the old pair."""
        message = self.result[number]
        filled = [old for old in olds if old.target]
        if filled:
            message.notes += (f"{CHANGED}{remark}",)
            for old in filled:
                message.notes += (BEFORE + _line(old.source), SUGGESTION + _line(old.target))
        outcome = Outcome.FUZZY if message.filled else Outcome.SUGGESTED if filled else Outcome.EMPTY
        self._note(number, kind, outcome, olds, remark)

    def _note(self, number: int, kind: Kind, outcome: Outcome, olds: list[Pair], remark: str = "") -> None:
        message = self.result[number]
        before = tuple(old.source for old in olds)
        if not remark and len(olds) == 1:
            remark = remark_of(before[0], message.msgid) if kind is Kind.EDITED else ""
        self.changes[number] = Change(kind, message.msgid, outcome, before, remark)

    def _joiner(self) -> str:
        source = LANGUAGES.get(self.words.source)
        return source.joiner if source else " "


def _line(text: str) -> str:
    return " ".join(text.split())
