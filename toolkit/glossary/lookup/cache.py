"""
The compiled glossary on disk, so that the second question costs a tenth of the first.

A cache is never needed and never believed blindly: its name is made of the content of the glossary's files and of the
code that compiled it, its bytes carry a checksum, and whoever cannot read or write it works without it. Writers put a
whole file in its place in one step, so two processes may write at once.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

from toolkit import cache
from toolkit.cache import folder
from toolkit.glossary.lookup.index import DamagedIndexError, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["folder", "read", "read_part", "stamp", "write", "write_part"]

#: Old compiled forms are removed when there are more than so many; a glossary has one, and one a language.
_KEPT = 24

#: Folders of the package whose modules and word lists decide what a compiled form looks like, and single modules.
_CODE = ("glossary", "glossary/find", "glossary/lookup", "glossary/table", "lang", "match", "match/people")
_MODULES = ("normalize.py",)


def stamp(folders: Iterable[Path | str]) -> str:
    """
    A name for the content of glossary folders, files of all kinds included, the order of the folders too.

    Raises:
        OSError: A folder or a file cannot be read.
    """
    # Two checksums of different make and the lengths: nobody forges a cache of their own, and a real hash, with the
    # library behind it, would take a tenth of the time of a look-up
    one, other, size = 0, 1, 0
    for data in _contents(folders):
        one, other, size = zlib.crc32(data, one), zlib.adler32(data, other), size + len(data)
    return f"{one:08x}{other:08x}{size:x}"


def _contents(folders: Iterable[Path | str]) -> Iterator[bytes]:
    for path in _names():
        status = os.stat(path)
        yield b"%d %d " % (status.st_size, status.st_mtime_ns)
    for layer in folders:
        yield b"\0"
        for path in _files(os.fspath(layer)):
            with open(path, "rb") as stream:
                data = stream.read()
            yield b"%s\0%d\0" % (os.fsencode(os.path.basename(path)), len(data))
            yield data


def read(name: str) -> Index | None:
    """The compiled glossary with this stamp, or None where there is none that can be trusted."""
    try:
        with open(_path(name), "rb") as stream:
            return Index(stream.read())
    except (OSError, DamagedIndexError):
        return None


def read_part(name: str, part: str) -> bytes | None:
    """What lies beside the compiled glossary under the name of a part, such as a language; the reader checks it."""
    try:
        with open(_path(f"{name}.{part}"), "rb") as stream:
            return stream.read()
    except OSError:
        return None


def write_part(name: str, part: str, data: bytes) -> None:
    """Keep a part beside a compiled glossary, as :func:`write` does."""
    write(f"{name}.{part}", data)


def write(name: str, data: bytes) -> None:
    """Keep a compiled glossary for the next process; where that is impossible, nothing happens."""
    place = _path(name)
    if not cache.keep(place, data):
        return
    from pathlib import Path  # noqa: PLC0415 - see there

    try:
        others = sorted(Path(place).parent.glob("*.glossary"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _names() -> list[str]:
    """The files of the package that decide what is kept."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    found = [os.path.join(package, name) for name in _MODULES]
    for wing in _CODE:
        place = os.path.join(package, wing)
        found += [f"{place}/{name}" for name in sorted(os.listdir(place)) if name.endswith((".py", ".txt"))]
    return found


def _path(name: str) -> str:
    return cache.path(f"{name}.glossary")


def _files(path: str) -> Sequence[str]:
    if not os.path.isdir(path):
        return [path]
    return sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(".csv"))
