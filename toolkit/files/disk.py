"""The steps of a write, and how each of them can go wrong."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


class Disk:
    """
    The steps of a write, one method each.

    Tests put a disk in its place that is full, read-only, or dies before a given step: there is no other way to write.
    """

    def create(self, folder: Path, name: str) -> tuple[int, Path]:
        """Open an empty file beside the one to be written."""
        handle, path = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=".tmp")
        return handle, Path(path)

    def open(self, path: str) -> tuple[int, str]:
        """The same where nobody else writes, with the permissions that the system gives to a new file."""
        folder, _slash, name = path.rpartition("/")
        temporary = f"{folder}/.{name}.{os.getpid()}.tmp"
        return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666), temporary

    def write(self, handle: int, data: bytes) -> None:
        """Put everything into it."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Force it to the disk: a file that was renamed before its content arrived is empty after a power cut."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Let go of it; Windows renames no open file."""
        os.close(handle)

    def permit(self, path: Path, mode: int) -> None:
        """Give it the permissions of the file it replaces."""
        path.chmod(mode)

    def replace(self, temporary: Path | str, path: Path | str) -> None:
        """The one step that counts."""
        os.replace(temporary, path)  # noqa: PTH105 - whoever writes thousands of files makes no Path of each

    def sync_folder(self, folder: Path) -> None:
        """Force the new name to the disk, where the system can do so."""
        if os.name == "nt":
            return
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def discard(self, temporary: Path) -> None:
        """Take the temporary file away after a failure."""
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
