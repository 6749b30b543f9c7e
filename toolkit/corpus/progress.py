"""How far a run is, how fast, and when it will be done: on stderr, rarely, and never in the way of a pipe."""

from __future__ import annotations

import sys
import time
from typing import IO

from toolkit.ui import gettext as _
from toolkit.ui import ngettext
from toolkit.ui.progress import CLEAR, span

#: Seconds between two reports: on a terminal, and in a log.
_OFTEN, _SELDOM = 0.5, 15.0


class Progress:
    """
    Tells how a run goes.

    Args:
        total: Bytes of the input; 0 if nobody can know.
        records: Records that an earlier run did.
        share: Bytes they stood for.
        stream: Where to; stderr if None.
    """

    def __init__(self, total: int, records: int = 0, share: int = 0, stream: IO[str] | None = None) -> None:
        self._total = total
        self._records, self._share = records, share
        self._before = (records, share)
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty()
        self._start = self._last = time.monotonic()

    def add(self, records: int, share: int) -> None:
        """One more part is finished."""
        self._records += records
        self._share += share
        now = time.monotonic()
        if now - self._last >= (_OFTEN if self._terminal else _SELDOM):
            self._last = now
            self._say(self.line(now - self._start))

    def line(self, seconds: float) -> str:
        """
        The report after so many seconds of this run.

        >>> progress = Progress(1000); progress.add(50, 250); progress.line(10)
        '50 records, 5/s, 25 %, 30 s left'
        """
        records, share = self._records - self._before[0], self._share - self._before[1]
        speed = records / max(seconds, 1e-9)
        # Translators: {speed} is the number of records done in a second
        told = ngettext("{count:,} record, {speed:,.0f}/s", "{count:,} records, {speed:,.0f}/s", self._records)
        text = told.format(count=self._records, speed=speed)
        if self._total and share:
            left = seconds * max(self._total - self._share, 0) / share
            # Translators: {share}: how much of the work is done, in percent; {time}: "30 s", "5 min", "1.5 h"
            told = _("{share} %, {time} left")
            text += ", " + told.format(share=min(100 * self._share // self._total, 100), time=span(left))
        return text

    def close(self) -> None:
        """Leave the last line clean."""
        if self._terminal:
            self._stream.write(CLEAR)
            self._stream.flush()

    def _say(self, text: str) -> None:
        self._stream.write(CLEAR + text if self._terminal else f"{text}\n")
        self._stream.flush()
