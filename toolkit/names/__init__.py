"""
Names that no glossary can list: how they are written in the other languages.

:func:`transcribe` writes Vietnamese names in katakana, :func:`spellings` goes the way back, :func:`romanise` writes a
Japanese name from its reading, :func:`in_katakana` makes a romanised Japanese name readable.
"""

from __future__ import annotations

from toolkit.names.japanese import in_katakana, romanise
from toolkit.names.katakana import transcribe
from toolkit.names.spelling import spellings

__all__ = ["in_katakana", "romanise", "spellings", "transcribe"]
