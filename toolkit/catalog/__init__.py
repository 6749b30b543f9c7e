"""Catalogs: PO files, how they are made from an article, brought up to date, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.catalog import Catalog
from toolkit.catalog.message import Message

if TYPE_CHECKING:
    from toolkit.catalog.extraction import extract
    from toolkit.catalog.source import Source, entries

__all__ = ["Catalog", "Message", "Source", "entries", "extract"]

#: What needs articles and notes, which a catalog that is only read does not.
_HOMES = {"Source": "source", "entries": "source", "extract": "extraction"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
