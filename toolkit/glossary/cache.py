"""
The compiled glossary on disk, so that the second question costs a tenth of the first.

A cache is never needed and never believed blindly: its name is made of the content of the glossary's files and of the
code that compiled it, its bytes carry a checksum, and whoever cannot read or write it works without it. Writers put a
whole file in its place in one step, so two processes may write at once.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.glossary.index import DamagedIndexError, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

try:  # hashlib loads OpenSSL, which costs as much as the rest of a look-up
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - another Python keeps it elsewhere
    from hashlib import blake2b

#: The system's name, as a plain string: a type checker knows but one system.
PLATFORM: str = sys.platform

#: Old compiled forms are removed when there are more than so many.
_KEPT = 8

#: Modules that decide what a compiled form looks like.
_MODULES = ("concept.py", "index.py", "key.py", "pattern.py", "row.py")


def stamp(folders: Iterable[Path | str]) -> str:
    """
    A name for the content of glossary folders, files of all kinds included, the order of the folders too.

    Raises:
        OSError: A folder or a file cannot be read.
    """
    digest = blake2b(digest_size=16)
    here = os.path.dirname(__file__)
    for module in _MODULES:
        try:
            status = os.stat(os.path.join(here, module))
        except OSError:
            continue
        digest.update(b"%d %d " % (status.st_size, status.st_mtime_ns))
    for folder in folders:
        digest.update(b"\0")
        for path in _files(os.fspath(folder)):
            digest.update(os.path.basename(path).encode() + b"\0")
            with open(path, "rb") as stream:
                data = stream.read()
            digest.update(b"%d\0" % len(data))
            digest.update(data)
    return digest.hexdigest()


def read(name: str) -> Index | None:
    """The compiled glossary with this stamp, or None where there is none that can be trusted."""
    try:
        with open(_path(name), "rb") as stream:
            return Index(stream.read())
    except (OSError, DamagedIndexError):
        return None


def write(name: str, data: bytes) -> None:
    """Keep a compiled glossary for the next process; where that is impossible, nothing happens."""
    from pathlib import Path  # noqa: PLC0415 - see above

    from toolkit import files  # noqa: PLC0415 - read-only look-ups write nothing

    path = Path(_path(name))
    try:
        files.write(path, data)
        others = sorted(path.parent.glob("*.glossary"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[_KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, ToolkitError):
        return


def folder() -> str:
    """
    The folder of the cache: the user's own, after the custom of the system.

    >>> folder().rstrip("/").endswith("vje")
    True
    """
    if PLATFORM not in ("win32", "darwin"):
        # What platformdirs says here, without the time it takes to import
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.expanduser("~/.cache")
        return os.path.join(base, "vje")
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_cache_dir("vje", appauthor=False)


def _path(name: str) -> str:
    # marshal's format is the interpreter's own
    return os.path.join(folder(), f"{name}.{sys.implementation.cache_tag}.glossary")


def _files(path: str) -> Sequence[str]:
    if not os.path.isdir(path):
        return [path]
    return sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(".csv"))
