"""The version of a glossary, so that a project can say which one its translations were checked with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The file in a glossary's folder whose first line is the date of its last change, as its curators write it.
FILE = "VERSION"


def version(folders: Iterable[Path | str]) -> str:
    """
    The version of the strongest layer that has one, and a name for the content of all of them.

    Returns:
        ``2026.11.24+3f9a1c2e``: the curators' date, and eight digits of a hash over the files. A
        project that pins the whole string is told of every change, one that pins the date of releases only.

    Raises:
        OSError: A folder cannot be read.
    """
    from hashlib import blake2b  # noqa: PLC0415 - few commands ask for a version

    digest = blake2b(digest_size=4)
    said = ""
    for folder in map(Path, folders):
        named = folder / FILE
        if named.is_file():
            said = named.read_text(encoding="utf-8").split("\n", 1)[0].strip() or said
        for path in sorted(folder.glob("*.csv")) if folder.is_dir() else [folder]:
            # Line ends are the checkout's own and say nothing about the terms
            digest.update(os.fsencode(path.name) + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{said or '0'}+{digest.hexdigest()}"


def satisfies(pinned: str, actual: str) -> bool:
    """
    Whether a glossary is the one a project pinned.

    >>> satisfies("2026.11.24", "2026.11.24+3f9a1c2e"), satisfies("2026.11.24+00000000", "2026.11.24+3f9a1c2e")
    (True, False)
    """
    return not pinned or pinned == actual or ("+" not in pinned and actual.partition("+")[0] == pinned)
