"""
What was worked out before and is kept for the next process, in the user's cache folder.

Nothing here is needed, and nothing is believed blindly: bytes carry a checksum, whoever asks says what they must have
been made of, and where the folder cannot be read or written everything is worked out anew.
"""

from __future__ import annotations

import os
import sys

#: The system's name, as a plain string: a type checker knows but one system.
PLATFORM: str = sys.platform


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


def path(name: str) -> str:
    """The file of that name, of this interpreter alone: marshal's format is its own."""
    stem, dot, kind = name.rpartition(".")
    return os.path.join(folder(), f"{stem}.{sys.implementation.cache_tag}{dot}{kind}")


def read(name: str) -> bytes | None:
    """What :func:`write` kept under a name, or None where nothing is kept, or a byte of it is wrong."""
    import zlib  # noqa: PLC0415 - the folder's name needs none

    try:
        with open(path(name), "rb") as stream:
            data = stream.read()
    except OSError:
        return None
    if len(data) < 5 or zlib.crc32(memoryview(data)[4:]) != int.from_bytes(data[:4], "little"):
        return None
    return data[4:]


def write(name: str, data: bytes) -> None:
    """Keep something for the next process; where that is impossible, nothing happens."""
    import zlib  # noqa: PLC0415 - see above

    keep(path(name), zlib.crc32(data).to_bytes(4, "little") + data)


def keep(place: str, data: bytes) -> bool:
    """Put a whole file in its place in one step, so that two processes may write at once; whether that was possible."""
    from pathlib import Path  # noqa: PLC0415 - who finds what it asks for writes nothing

    from toolkit import files  # noqa: PLC0415
    from toolkit.errors import ToolkitError  # noqa: PLC0415

    try:
        files.write(Path(place), data)
    except (OSError, ToolkitError):
        return False
    return True
