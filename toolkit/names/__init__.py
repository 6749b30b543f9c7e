"""Names that no glossary can list: how they are written in the other languages."""

from __future__ import annotations

from toolkit.names.katakana import transcribe

__all__ = ["transcribe"]
