"""The compiled form of a catalog (``.mo``), the same bytes wherever it is made."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.catalog.catalog import Catalog

_MAGIC = 0x950412DE


def compiled(catalog: Catalog) -> bytes:
    """
    What ``msgfmt`` makes of a catalog, without the hash table that nobody needs: sorted, little-endian, UTF-8.

    Fuzzy, obsolete and untranslated messages stay out, as there.
    """
    str(catalog)  # writes the header's fields into its entry
    pairs = {b"": catalog.head.msgstr.encode()}
    for message in catalog.messages:
        if message.translated:
            plural = message.plural is not None
            key = f"{message.msgid}\0{message.plural}" if plural else message.msgid
            pairs[key.encode()] = ("\0".join(message.plurals) if plural else message.msgstr).encode()
    rows = sorted(pairs.items())
    ours, theirs = 28, 28 + 8 * len(rows)
    place = theirs + 8 * len(rows)
    tables: list[tuple[int, int]] = []
    strings = b""
    for column in (0, 1):
        for row in rows:
            tables.append((len(row[column]), place + len(strings)))
            strings += row[column] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, len(rows), ours, theirs, 0, place)
    return head + b"".join(struct.pack("<2I", *entry) for entry in tables) + strings
