"""Sentences: see :func:`split`."""

from toolkit.segment.held import with_stops
from toolkit.segment.sentences import Quotes, Segment, split

__all__ = ["Quotes", "Segment", "split", "with_stops"]
