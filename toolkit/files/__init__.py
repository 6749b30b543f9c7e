"""
The one place where a file is written.

A translation that took an hour must survive a crash, a full disk, a second process and an editor that has the file
open. So whoever wants to write claims the file first: the claim holds a lock, remembers what was there, and puts the
new content into a temporary file in the same folder, forces it to the disk, and lets it take the old one's place in one
step. Whoever looks finds the old file or the new one, whole.
"""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.files.disk import Disk
from toolkit.files.lock import locked
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["DISK", "PATIENCE", "Claim", "Disk", "claim", "fill", "write", "write_all"]

#: Seconds that a process waits for another one to finish with the same file.
PATIENCE = 30.0


DISK = Disk()
#: What this thread holds already: a job claims its catalogs from reading to writing, and saving claims them again.
_HELD = threading.local()


class Claim:
    """
    The right to read and replace one file while nobody else of ours does.

    Attributes:
        path: The file itself, symbolic links followed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = False
        self._before: bytes | None = None

    def read(self) -> bytes | None:
        """What the file holds, None if there is none."""
        self._before = _content(self.path)
        self._known = True
        return self._before

    def write(self, data: bytes, *, lasting: bool = True) -> bool:
        """
        Replace the content; say whether anything had to change.

        Raises:
            InputError: The file changed since :meth:`read`, or cannot be written. The old file is untouched.
        """
        now = _content(self.path)
        if self._known and now != self._before:
            raise InputError(
                _("was changed by another program in this moment"), path=self.path, remedy=_("run the command again")
            )
        if now == data:
            return False
        try:
            _replace(self.path, [data], lasting=lasting)
        except OSError as error:
            raise _explained(error, self.path) from error
        self._before, self._known = data, True
        return True


@contextlib.contextmanager
def claim(path: Path, patience: float | None = None) -> Iterator[Claim]:
    """
    Hold a file for reading and replacing it.

    Args:
        path: The file; its folder is made if need be, a symbolic link is followed.
        patience: Seconds to wait for another process; :data:`PATIENCE` if None.

    Yields:
        The claim; it ends with the block, and with the process, however that ends.

    Raises:
        InputError: The folder cannot be made, or another process holds the file too long.
    """
    real = Path(path).resolve()
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _explained(error, real.parent) from error
    held = getattr(_HELD, "paths", None)
    if held is None:
        held = _HELD.paths = set()
    if real in held:
        yield Claim(real)
        return
    with locked(real, PATIENCE if patience is None else patience):
        held.add(real)
        try:
            yield Claim(real)
        finally:
            held.discard(real)


def write(path: Path, data: bytes, *, lasting: bool = True) -> bool:
    """
    Write *data* to *path* atomically; say whether anything had to change.

    A file that holds these bytes already is left alone, its time stamp too: the second run of a command writes nothing.

    Args:
        path: The file; its folder is made if need be, a symbolic link is followed.
        data: Everything the file shall hold.
        lasting: Whether to wait for the disk; who writes thousands does so once, at the end.

    Returns:
        True if the file was written, False if it was the same before.

    Raises:
        InputError: The folder is read-only, the disk is full, the path is a folder. The old file is untouched.
    """
    with claim(path) as held:
        return held.write(data, lasting=lasting)


def write_all(path: Path, pieces: Iterable[bytes]) -> None:
    """Write what is too big for memory, piece by piece; the new file takes its place when the last one is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(path, pieces)
    except OSError as error:
        raise _explained(error, path) from error


def fill(folder: Path, found: Mapping[str, bytes]) -> list[str]:
    """
    Write many files into a folder in which nobody else writes: each whole or not at all, none waiting for the disk.

    For whoever has claimed the folder: to claim thousands of files one by one costs four times the writing.

    Args:
        folder: Where to; folders in it are made if need be.
        found: Name, with ``/`` between folders -> content.

    Returns:
        The names of those that were there already with something else in them, and were left alone.

    Raises:
        InputError: One cannot be written; those before it are.
    """
    kept = []
    for inner in {name.rpartition("/")[0] for name in found}:
        (folder / inner).mkdir(parents=True, exist_ok=True)
    top = os.fspath(folder)
    for name, data in found.items():
        path = f"{top}/{name}"
        if os.access(path, os.F_OK) and Path(path).read_bytes() not in (data, b""):
            kept.append(name)
            continue
        try:
            _put(path, data)
        except OSError as error:
            raise _explained(error, Path(path)) from error
    return kept


def _put(path: str, data: bytes) -> None:
    """One of them; paths are text here, since to make a Path takes as long as to write a file."""
    handle, temporary = DISK.open(path)
    try:
        try:
            DISK.write(handle, data)
        finally:
            DISK.close(handle)
        DISK.replace(temporary, path)
    except BaseException:
        DISK.discard(Path(temporary))
        raise


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _explained(error, path) from error


def _replace(path: Path, pieces: Iterable[bytes], *, lasting: bool = True) -> None:
    """Write beside the file, then step into its place."""
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mode = 0o666 & ~_umask()
    handle, temporary = DISK.create(path.parent, path.name)
    try:
        try:
            for data in pieces:
                DISK.write(handle, data)
            if lasting:
                DISK.sync(handle)
        finally:
            DISK.close(handle)
        DISK.permit(temporary, mode)
        DISK.replace(temporary, path)
    except BaseException:
        DISK.discard(temporary)
        raise
    if lasting:
        DISK.sync_folder(path.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _explained(error: OSError, path: Path) -> InputError:
    """One clear line for a person; what the system called it is the cause."""
    what, remedy = _("cannot be written: {error}").format(error=error.strerror or error), _("nothing was changed")
    if path.is_dir() and error.errno in (errno.EISDIR, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTEMPTY):
        what, remedy = _("is a folder, not a file"), _("move it away, or choose another name")
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        what = _("cannot be written, its folder or the file is read-only or open in another program")
        remedy = _("change the permissions, close the other program, or choose another folder")
    elif error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        what, remedy = _("cannot be written, the disk is full"), _("make room; the file is as it was before")
    elif error.errno == errno.ENOENT:
        what, remedy = _("cannot be written, its folder has vanished"), _("make the folder again")
    elif error.errno in (errno.ENOTDIR, errno.EEXIST):
        what, remedy = _("cannot be written, part of its path is a file, not a folder"), _("choose another folder")
    return InputError(what, path=path, remedy=remedy)
