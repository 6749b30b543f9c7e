"""Parts of messages that each language puts together in its own way: lists, quoted words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.ui import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(items: Iterable[str]) -> str:
    """
    Several things in one message, as the chosen language lists them.

    >>> listed(["A", "B"])
    'A, B'
    """
    # Translators: what stands between the items of a list, with its space; 、 in Japanese.
    return gettext(", ").join(items)


def quoted(text: str) -> str:
    """
    Words that a message is about, in the quotation marks of the chosen language.

    >>> quoted("Hà Nội")
    '“Hà Nội”'
    """
    # Translators: words that a message is about, in quotation marks; 「{text}」 in Japanese.
    return gettext("“{text}”").format(text=text)
