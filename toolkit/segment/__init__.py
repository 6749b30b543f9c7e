"""Sentences: see :func:`split`."""

from toolkit.segment.sentences import Quotes, Segment, split

__all__ = ["Quotes", "Segment", "split"]
