"""How newspapers of a language put things that a translator would otherwise look up: second mentions, rough numbers."""

from __future__ import annotations

from toolkit.value import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """
    How a number is said to be rough: more than, about, nearly.

    Attributes:
        meaning: ``more``, ``least``, ``about`` or ``nearly``.
        template: How this language puts it, with ``{}`` for the number and its counter.
        before: Words that say so before a number.
        after: Words that say so behind it.
    """

    meaning: str
    template: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """
    Facts for hints.

    Attributes:
        titled: A person who was named before, with the office: ``{short}{title}`` is ヒエウ大使.
        untitled: The same where no office is known.
        whole: Whether people of the language's own country keep their whole name: Đại sứ Phạm Quang Hiệu.
        title_first: Whether the short form of an office stands at its beginning: Đại sứ Việt Nam tại Nhật Bản.
        ahead: Words near a weekday that make it the coming one.
        future: Words that put the whole sentence into the future.
        bounds: How a number is said to be rough.
        counted: Words for people who are counted.
        counter: What follows the number of people: 人.
    """

    titled: str = "{title} {name}"
    untitled: str = "{name}"
    whole: bool = False
    title_first: bool = True
    ahead: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()
    counted: tuple[str, ...] = ()
    counter: str = ""
