"""Catalogs: PO files, how they are made from an article, brought up to date, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.catalog import Catalog
from toolkit.catalog.message import Message

if TYPE_CHECKING:
    from toolkit.catalog.extraction import entries, extract

__all__ = ["Catalog", "Message", "entries", "extract"]


def __getattr__(name: str) -> object:
    # Reading a catalog needs no article and no notes
    if name not in ("entries", "extract"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from toolkit.catalog import extraction  # noqa: PLC0415

    value = globals()[name] = getattr(extraction, name)
    return value
