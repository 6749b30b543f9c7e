"""
Numbers inside messages, with the marks of the language: 1.234,5 in Vietnamese, where English and Japanese say 1,234.5.

A catalog says which marks it uses by its translation of ``1,234.5``, so that a new language needs no code.
"""

from __future__ import annotations

from toolkit.ui import mark

#: The message whose translation shows the marks; they stand at these places in it.
# Translators: the number as your language writes it: 1.234,5 in Vietnamese. Its marks are taken for all numbers.
SAMPLE = mark("1,234.5")
_GROUP, _POINT = 1, -2


def marks(sample: str) -> dict[int, str]:
    """
    What to write for the marks of English.

    >>> "1,234.5".translate(marks("1.234,5"))
    '1.234,5'
    >>> marks("1,234.5")
    {}
    """
    if sample == SAMPLE:
        return {}
    return {ord(","): sample[_GROUP], ord("."): sample[_POINT]}


class Numbered(str):
    """A message of a language whose marks are not those of English; :meth:`format` writes its numbers with them."""

    __slots__ = ("marks",)

    marks: dict[int, str]

    @classmethod
    def made(cls, text: str, marks: dict[int, str]) -> Numbered:
        """*text*, with the marks that :func:`marks` gave."""
        message = cls(text)
        message.marks = marks
        return message

    def format(self, *args: object, **values: object) -> str:
        """As of any string, but for the marks."""
        wrapped = {name: _Number(value, self.marks) for name, value in values.items() if type(value) in (int, float)}
        return super().format(*args, **{**values, **wrapped})


class _Number:
    """A number that is written with the marks of a language; what a message does not format stays as it is."""

    __slots__ = ("marks", "value")

    def __init__(self, value: object, marks: dict[int, str]) -> None:
        self.value = value
        self.marks = marks

    def __format__(self, how: str) -> str:
        return format(self.value, how).translate(self.marks) if how else str(self.value)

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return repr(self.value)
