"""
Which sentences of two articles translate each other.

:func:`align` pairs the sentences of two texts, :func:`pair_score` says whether the two belong together at all. What
speaks for a pair are the glossary's concepts, numbers and dates, names by their sound, words that every newspaper uses,
punctuation and length: nothing is downloaded and nothing has to be trained.
"""

from __future__ import annotations

from toolkit.alignment.beads import Bead, align
from toolkit.alignment.verdict import pair_score

__all__ = ["Bead", "align", "pair_score"]
