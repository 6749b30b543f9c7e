"""DeepL's glossary for one language pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.machine import two_columns

if TYPE_CHECKING:
    from toolkit.exchange.choice import Choice

#: Bytes of an entry that DeepL's interface takes.
_LONGEST = 1024


def write(choice: Choice) -> bytes:
    """The file of *choice*."""
    return two_columns(choice, _LONGEST)
