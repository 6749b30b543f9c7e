"""Whatever happens during a write, the old file or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import threading
from typing import TYPE_CHECKING

import pytest

from toolkit import files
from toolkit.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ("create", "write", "sync", "close", "permit", "replace", "sync_folder")
OLD, NEW = b"old and whole\n" * 500, b"new and whole\n" * 700

#: A process that dies before a step of the write, the way a power cut ends it.
KILLED = """
import os, signal, sys
from pathlib import Path
from toolkit import files

class Dying(files.Disk):
    pass

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

def torn(self, handle, data):
    os.write(handle, data[: len(data) // 2])
    die()

setattr(Dying, sys.argv[2], torn if sys.argv[2] == "write" else die)
files.DISK = Dying()
files.write(Path(sys.argv[1]), {data!r})
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_process_that_is_killed_leaves_a_whole_file(step: str, tmp_path: Path) -> None:
    """Before the replacing step it is the old one, after it the new one; and the next write works."""
    path = tmp_path / "a.po"
    path.write_bytes(OLD)
    run = subprocess.run([sys.executable, "-c", KILLED.replace("{data!r}", repr(NEW)), str(path), step], check=False)
    assert run.returncode != 0
    assert path.read_bytes() == (NEW if step == "sync_folder" else OLD)
    assert files.write(path, NEW + b"!")
    assert path.read_bytes() == NEW + b"!"


class Broken(files.Disk):
    """A disk on which one step fails."""

    def __init__(self, step: str, code: int) -> None:
        def fail(*_: object) -> None:
            raise OSError(code, os.strerror(code))

        if step == "write":  # a full disk takes the first half

            def fail(*found: object) -> None:
                handle, data = found
                assert isinstance(handle, int)
                assert isinstance(data, bytes)
                os.write(handle, data[: len(data) // 2])
                raise OSError(code, os.strerror(code))

        setattr(self, step, fail)


@pytest.mark.parametrize(
    ("step", "code", "words"),
    [
        ("create", errno.EROFS, "read-only"),
        ("create", errno.EACCES, "read-only"),
        ("create", errno.ENOENT, "vanished"),
        ("create", errno.ENOSPC, "disk is full"),
        ("write", errno.ENOSPC, "disk is full"),
        ("sync", errno.EIO, "cannot be written"),
        ("permit", errno.EPERM, "read-only"),
        ("replace", errno.EACCES, "open in another program"),
        ("replace", errno.ENOENT, "vanished"),
    ],
)
def test_a_failing_disk_is_one_clear_line(
    step: str, code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays, no litter remains, and the error names the file and a remedy."""
    path = tmp_path / "a.po"
    path.write_bytes(OLD)
    monkeypatch.setattr(files, "DISK", Broken(step, code))
    with pytest.raises(InputError, match=words) as caught:
        files.write(path, NEW)
    assert caught.value.path == path
    assert caught.value.remedy
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_files_place_is_an_error(tmp_path: Path) -> None:
    """A folder is not overwritten, nor is a file taken for a folder."""
    (tmp_path / "a.po").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        files.write(tmp_path / "a.po", NEW)
    (tmp_path / "b").write_bytes(OLD)
    with pytest.raises(InputError, match="not a folder"):
        files.write(tmp_path / "b" / "c.po", NEW)
    assert (tmp_path / "b").read_bytes() == OLD


def test_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    """A second run leaves even the time stamp alone."""
    path = tmp_path / "a.po"
    assert files.write(path, NEW)
    before = path.stat()
    assert not files.write(path, NEW)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A file keeps its mode, a symbolic link stays one and its target is written."""
    real, link = tmp_path / "real.po", tmp_path / "link.po"
    real.write_bytes(OLD)
    real.chmod(0o640)
    link.symlink_to(real)
    assert files.write(link, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_change_between_reading_and_writing_is_refused(tmp_path: Path) -> None:
    """An editor that knows no lock saved in between: its file stays."""
    path = tmp_path / "a.po"
    path.write_bytes(OLD)
    with files.claim(path) as claim:
        assert claim.read() == OLD
        path.write_bytes(b"by an editor")
        with pytest.raises(InputError, match="another program"):
            claim.write(NEW)
    assert path.read_bytes() == b"by an editor"


def test_a_second_claim_waits(tmp_path: Path) -> None:
    """Who holds a file can claim it again; another thread cannot until it is let go."""
    path = tmp_path / "a.po"
    problems: list[str] = []

    def other() -> None:
        try:
            with files.claim(path, patience=0.1):
                problems.append("no wait")
        except InputError as error:
            problems.append(error.message)

    with files.claim(path), files.claim(path):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert problems == ["is being written by another process"]
    with files.claim(path, patience=0.1) as claim:
        assert claim.read() is None


#: Each process adds its own line twenty times, reading what the others wrote.
APPEND = """
import sys
from pathlib import Path
from toolkit import files
for number in range(20):
    with files.claim(Path(sys.argv[1])) as claim:
        claim.write((claim.read() or b"") + f"{sys.argv[2]} {number}\\n".encode())
"""


def test_four_processes_lose_nothing(tmp_path: Path) -> None:
    """Four at once, each reading and writing twenty times: eighty lines."""
    path = tmp_path / "a.po"
    runs = [subprocess.Popen([sys.executable, "-c", APPEND, str(path), name]) for name in "abcd"]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert sorted(path.read_text().splitlines()) == sorted(f"{name} {n}" for name in "abcd" for n in range(20))


#: A process that claims a file, says so, and never lets go.
HOLD = """
import sys, time
from pathlib import Path
from toolkit import files
with files.claim(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    """A killed process leaves no lock behind."""
    path = tmp_path / "a.po"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline().strip() == b"held"
        run.kill()
        run.wait()
    assert files.write(path, NEW)


def test_a_folder_is_filled_file_by_file(tmp_path: Path) -> None:
    """What is there with other content stays and is named; a second run finds the same and names nothing."""
    (tmp_path / "a.po").write_bytes(OLD)
    found = {"a.po": NEW, "vi/LC_MESSAGES/b.po": NEW, "c.po": b""}
    assert files.fill(tmp_path, found) == ["a.po"]
    assert (tmp_path / "a.po").read_bytes() == OLD
    assert files.fill(tmp_path, {**found, "a.po": OLD}) == []
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["a.po", "b.po", "c.po"]
    assert (tmp_path / "vi" / "LC_MESSAGES" / "b.po").read_bytes() == NEW


@pytest.mark.parametrize("step", ["open", "write", "close"])
def test_a_folder_that_cannot_be_filled_holds_no_half_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves the files that are complete, and none that is not."""
    files.fill(tmp_path, {"a.po": NEW})
    monkeypatch.setattr(files, "DISK", Broken(step, errno.ENOSPC))
    with pytest.raises(InputError, match="disk is full"):
        files.fill(tmp_path, {"a.po": NEW, "b.po": NEW})
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]


def test_a_lock_is_gone_when_the_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes a million files leaves no million locks behind."""
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    with files.claim(tmp_path / "a.po"):
        assert [p for p in (tmp_path / "tmp").rglob("*") if p.is_file()]
    assert not [p for p in (tmp_path / "tmp").rglob("*") if p.is_file()]
