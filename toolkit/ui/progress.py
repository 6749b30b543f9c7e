"""How far long work is: on a terminal's stderr, never in a log, a pipe or a file."""

from __future__ import annotations

import os
import sys
import time
from typing import IO, TYPE_CHECKING, TypeVar

from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    T = TypeVar("T")

#: Seconds between two reports.
_OFTEN = 0.5
#: Goes to the start of the line and empties it.
CLEAR = "\r\033[K"


def watched(items: Sequence[T], stream: IO[str] | None = None) -> Iterator[T]:
    """
    Give out *items* one by one, and tell a person at a terminal how many are done and how long the rest will take.

    Work that is done in half a second is not talked about.

    Args:
        items: What is worked on.
        stream: Where to tell it; stderr if None.

    Yields:
        The items.
    """
    stream = stream or sys.stderr
    if len(items) < 2 or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    start = last = time.monotonic()
    told = False
    try:
        for done, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - last >= _OFTEN:
                last, told = now, True
                stream.write(CLEAR + line(done, len(items), now - start))
                stream.flush()
    finally:
        if told:
            stream.write(CLEAR)
            stream.flush()


def line(done: int, total: int, seconds: float) -> str:
    """
    What is told after so many seconds.

    >>> line(12, 80, 6)
    '12 of 80, 34 s left'
    """
    # Translators: {count} and {total} are numbers of files
    return _("{count:,} of {total:,}, {time} left").format(
        count=done, total=total, time=span(seconds * (total - done) / done)
    )


def span(seconds: float) -> str:
    """
    A while, as short as it may be said.

    >>> span(34), span(300), span(9000)
    ('34 s', '5 min', '2.5 h')
    """
    if seconds < 100:
        return _("{count:.0f} s").format(count=seconds)
    minutes = seconds / 60
    if minutes < 100:
        return _("{count:.0f} min").format(count=minutes)
    return _("{count:.1f} h").format(count=minutes / 60)
