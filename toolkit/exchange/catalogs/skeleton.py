"""What formats that carry the PO file itself have in common: units to show, and edits to take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toolkit.catalog import Catalog, Message


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A text to translate: a message, or one plural form of it.

    Attributes:
        name: ``3``, or ``3.1`` for the second form of the third message.
        message: The message.
        source: Its text as it can be shown.
        target: The translation as it can be shown.
        form: The plural form; None if there is only one.
    """

    name: str
    message: Message
    source: str
    target: str
    form: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """
    What came back for a unit.

    Attributes:
        target: The translation.
        fuzzy: Whether somebody has to look at it; None if the format does not say.
        comments: The translator's comments; None if the format does not say.
    """

    target: str
    fuzzy: bool | None = None
    comments: tuple[str, ...] | None = None


def units(catalog: Catalog) -> Iterator[Unit]:
    """The units of the live messages."""
    for number, message in enumerate(catalog, 1):
        if message.plural is None:
            yield Unit(str(number), message, shown(message.msgid), shown(message.msgstr))
            continue
        for form, text in enumerate(message.plurals):
            source = message.plural if form else message.msgid
            yield Unit(f"{number}.{form}", message, shown(source), shown(text), form)


def apply(catalog: Catalog, edits: Mapping[str, Edit]) -> None:
    """
    Put edits into the catalog that they were made for; a text that was not touched stays as it was, to the byte.

    Who changes a translation has looked at it: it is fuzzy no more, unless the format says that it is.
    """
    for unit in list(units(catalog)):
        edit = edits.get(unit.name)
        if edit is None:
            continue
        message = unit.message
        if shown(edit.target) != unit.target:
            if unit.form is None:
                message.msgstr = edit.target
            else:
                forms = list(message.plurals)
                forms[unit.form] = edit.target
                message.plurals = tuple(forms)
            message.fuzzy = bool(edit.fuzzy)
        elif edit.fuzzy is not None and message.filled:
            message.fuzzy = edit.fuzzy
        if edit.comments is not None and edit.comments != tuple(map(shown, message.comments)):
            message.comments = edit.comments


def shown(text: str) -> str:
    r"""
    A text that every format can hold: line ends are line feeds, and what XML forbids is a replacement character.

    >>> shown("a\r\nb\x07")
    'a\nb�'
    """
    if text.isprintable():
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
                   else "\ufffd" for c in plain)  # fmt: skip
