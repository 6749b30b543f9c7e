"""Catalogs: PO files, how they are made from an article, brought up to date, and written."""

from __future__ import annotations

from toolkit.catalog.catalog import Catalog
from toolkit.catalog.extraction import entries, extract
from toolkit.catalog.message import Message

__all__ = ["Catalog", "Message", "entries", "extract"]
