"""
The one place where a file is written.

A translation that took an hour must survive a crash, a full disk and a second process. So every write goes to a
temporary file in the same folder, is forced to the disk, and then takes the old file's place in one step: whoever
looks finds the old file or the new one, whole.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, data: bytes) -> bool:
    """
    Write *data* to *path* atomically; say whether anything had to change.

    A file that holds these bytes already is left alone, its time stamp too: the second run of a command writes nothing.

    Args:
        path: The file; its folder is made if need be, a symbolic link is followed.
        data: Everything the file shall hold.

    Returns:
        True if the file was written, False if it was the same before.

    Raises:
        OSError: The folder is read-only, the disk is full, the path is a folder. The old file is untouched.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        if path.read_bytes() == data:
            return False
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
