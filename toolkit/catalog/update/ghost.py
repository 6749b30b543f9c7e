"""
What nobody wrote: translations that an earlier update made out of an older one.

An article may be edited five times before a translator looks. Each step must start from what a person wrote last, not
from our own guess of the step before; and a guess that nobody touched need not be kept when its source goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.update.edit import Verdict, edit
from toolkit.catalog.update.fill import CHANGED, Pair
from toolkit.catalog.update.revise import revise
from toolkit.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.catalog.message import Message
    from toolkit.catalog.update.words import Words


class Ghosts:
    """
    Tells our guesses from people's work.

    Args:
        known: Messages whose translations are kept anyway.
        words: The languages, the glossary and the day.
    """

    def __init__(self, known: list[Message], words: Words) -> None:
        self.known: dict[str, Message] = {}
        for message in known:
            if message.filled:
                self.known.setdefault(message.msgid, message)
        self.words = words

    def base(self, message: Message) -> Pair:
        """The pair to start from: the message itself, or what a person wrote that it was made of."""
        if message.fuzzy and message.previous and self.derived(message):
            origin = self.known.get(message.previous)
            if origin is not None:
                return Pair(origin, ghost=True)
        return Pair(message)

    def derived(self, message: Message) -> bool:
        """Whether a fuzzy translation was made by an update, and is as the update left it."""
        if not message.fuzzy or not message.previous or not message.filled:
            return False
        origin = self.known.get(message.previous)
        if any(line not in (origin.comments if origin else ()) for line in message.comments):
            return False
        if origin is None:
            parts = sorted(
                (message.previous.find(msgid), known) for msgid, known in self._inside(message.previous).items()
            )
            return bool(parts) and _core(message.msgstr) in _core("".join(known.msgstr for _, known in parts))
        if message.msgstr == origin.msgstr or _core(message.msgstr) in _core(origin.msgstr):
            return True
        difference = edit(origin.msgid, message.msgid, self.words)
        if difference.verdict is not Verdict.PARTS:
            return False
        return revise(difference, origin.msgid, message.msgid, origin.msgstr, self.words) == message.msgstr

    def _inside(self, text: str) -> dict[str, Message]:
        return {msgid: known for msgid, known in self.known.items() if msgid and msgid in text}

    def respelt(self, message: Message, texts: Mapping[str, list[Message]]) -> bool:
        """Whether the translation lives on under another spelling of the source, and only an update put it here."""
        if not any(line.startswith(CHANGED) for line in message.notes) or message.fuzzy:
            return False
        return any(
            edit(message.msgid, other.msgid, self.words).verdict is Verdict.COSMETIC
            for other in texts.get(message.msgstr, ())
        )


def _core(text: str) -> str:
    """Letters and figures only: what a cut or a joint does not change."""
    return "".join(char for char in fold(text) if char.isalnum())
