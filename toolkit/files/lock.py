"""Keeping other processes off a file while it is read and replaced."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """
    Keep other processes off a file.

    The lock is the operating system's own and dies with the process, so no stale lock is ever left behind; it lies on a
    file in the folder for temporary files, so that nothing strange appears beside the catalogs.
    """
    folder = Path(tempfile.gettempdir()) / f"vje-locks-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    lock = folder / hashlib.blake2b(os.fsencode(os.path.normcase(path)), digest_size=16).hexdigest()
    until = time.monotonic() + patience
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        while (handle := _held(lock)) is None:
            if time.monotonic() > until:
                raise InputError(
                    _("is being written by another process"),
                    path=path,
                    remedy=_("wait until it has finished, or end it"),
                )
            time.sleep(0.02)
    except OSError:
        # A system without room for temporary files: writing is atomic all the same, and a change in between is seen.
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows removes no file that is open
            lock.unlink()
        os.close(handle)


def _held(lock: Path) -> int | None:
    """The lock file, open and locked; None while another process has it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    if _try_lock(handle) and _is_there(handle, lock):
        return handle
    os.close(handle)
    return None


def _is_there(handle: int, path: Path) -> bool:
    """Whether a lock that was just taken is on the file that others would lock; whoever had it before removed that."""
    if os.name == "nt":
        return True
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True
