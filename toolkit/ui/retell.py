"""
Messages that can be told again in another language after they have been made.

A page goes to desks in Hà Nội and in Tokyo, and its readers choose the language when they open it. So what it says of a
text has to be there in all of them, although the checks that said it spoke one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from toolkit import ui

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from toolkit.ui.compiled import Compiled


class Message(str):
    """
    A text that knows how it was made, and so how to be made again in the language that is then spoken.

    It is a string like any other; what is made of it by ``format`` and ``join`` knows as much, all else forgets.
    """

    __slots__ = ("again", "told")

    again: Callable[[], str]
    told: str

    @classmethod
    def made(cls, text: str, again: Callable[[], str]) -> Message:
        """*text*, which *again* makes once more."""
        message = cls(text)
        message.again = again
        message.told = text
        return message

    def format(self, *args: object, **values: object) -> Message:
        """As of any string; what is filled in is told again too."""

        def again() -> str:
            return self.again().format(*map(_retold, args), **{name: _retold(value) for name, value in values.items()})

        return Message.made(self.told.format(*args, **values), again)

    def join(self, items: Iterable[str], /) -> Message:
        """As of any string; the items are told again too."""
        parts = tuple(items)
        return Message.made(super().join(parts), lambda: self.again().join(map(retold, parts)))


class Remembering:
    """A catalog whose messages remember how they were made; its words are another one's, or English."""

    def __init__(self, catalog: Compiled | Remembering | None) -> None:
        self._catalog = catalog

    def one(self, text: str) -> str:
        """The translation of *text*."""
        told = text if self._catalog is None else self._catalog.one(text)
        return Message.made(told, lambda: ui.gettext(text))

    def counted(self, one: str, many: str, count: int) -> str:
        """The form that goes with *count*."""
        english = one if count == 1 else many
        told = english if self._catalog is None else self._catalog.counted(one, many, count)
        return Message.made(told, lambda: ui.ngettext(one, many, count))


@contextmanager
def remembering(wanted: bool = True) -> Iterator[None]:
    """
    While it lasts, every message remembers how it was made.

    Args:
        wanted: Whether anybody will want that; it costs a little.
    """
    before = ui._catalog
    if wanted:
        ui._catalog = Remembering(before)
    try:
        yield
    finally:
        ui._catalog = before


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak *lang* for a while."""
    before = ui.chosen()
    ui.choose(lang)
    try:
        yield
    finally:
        ui.choose(before)


def retold(text: str) -> str:
    """
    A text in the language that is spoken now; as it is where it does not remember how it was made.

    >>> with remembering():
    ...     message = ui.gettext("error")
    >>> with speaking("ja"):
    ...     retold(message), retold("Hà Nội")
    ('エラー', 'Hà Nội')
    """
    return text.again() if isinstance(text, Message) else text


def _retold(value: Any) -> Any:
    return retold(value) if isinstance(value, str) else value
