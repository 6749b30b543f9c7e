"""Sentences: see :func:`split`."""

from toolkit.segment.sentences import Segment, split

__all__ = ["Segment", "split"]
