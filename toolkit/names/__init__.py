"""
Names that no glossary can list: how they are written in the other languages.

:func:`transcribe` writes Vietnamese names in katakana, :func:`spellings` goes the way back, :func:`romanise` writes a
Japanese name from its reading, :func:`in_katakana` makes a romanised Japanese name readable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.names.japanese import in_katakana, romanise
    from toolkit.names.katakana import transcribe
    from toolkit.names.spelling import spellings

__all__ = ["in_katakana", "romanise", "spellings", "transcribe"]

#: A check that asks for a syllable has no use for the rest.
_HOMES = {"in_katakana": "japanese", "romanise": "japanese", "transcribe": "katakana", "spellings": "spelling"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
