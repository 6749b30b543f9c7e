"""
The folder of a run: its finished parts, and what it was asked to do.

A part is one file, written atomically when it is finished; parts are finished in the order of the input. So the number
of parts says where to go on, and whatever else happened to a run that was killed does not matter.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from toolkit import files
from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from toolkit.corpus.plan import Part

#: The folder in the output folder that holds the parts; gone when the run is finished.
FOLDER = ".vje-run"
#: The last file that a run writes.
SUMMARY = "summary.json"


class Store:
    """
    The parts of one run.

    Args:
        out: The output folder.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / FOLDER
        self._plan = self.folder / "run.json"

    @contextlib.contextmanager
    def open(self, asked: Mapping[str, Any], now: str, *, resume: bool) -> Iterator[str]:
        """
        Begin a run or go on with one, and keep others out meanwhile.

        Args:
            asked: What decides the result; a run that goes on must have been asked the same.
            now: The time at which this one begins.
            resume: Whether to go on.

        Yields:
            The time at which the run began first.

        Raises:
            InputError: There is an unfinished run or something else in the folder, or a run that was asked otherwise.
        """
        if not resume and self.out.exists() and (not self.out.is_dir() or any(self.out.iterdir())):
            unfinished = self.folder.is_dir()
            raise InputError(
                _("holds an unfinished run") if unfinished else _("is not empty"),
                path=self.out,
                remedy=_("--resume goes on with it") if unfinished else _("choose a new folder for the results"),
            )
        with files.claim(self._plan, patience=1) as claim:
            before = claim.read()
            if before is None:
                claim.write(json.dumps({**asked, "now": now}, ensure_ascii=False, indent=1).encode())
                yield now
                return
            known = json.loads(before)
            changed = [name for name, value in _plain(asked).items() if known.get(name) != value]
            if changed:
                raise InputError(
                    _("holds a run with another {choices}").format(choices=" and another ".join(changed)),
                    path=self.out,
                    remedy=_("give the same input and options, or choose a new folder"),
                )
            for left in self.out.rglob(".*.tmp"):
                left.unlink(missing_ok=True)
            yield str(known["now"])

    def count(self) -> int:
        """How many parts are finished."""
        number = 0
        while self.path(number).exists():
            number += 1
        return number

    def path(self, number: int) -> Path:
        """The file of a part; a thousand in a folder, since some file systems get slow with more."""
        return self.folder / f"{number // 1000:06}" / f"{number % 1000:03}.part"

    def write(self, part: Part) -> None:
        """Keep a finished part."""
        sizes = {name: len(data) for name, data in part.tables.items()}
        head = {"records": part.records, "share": part.share, "bad": part.bad, "untold": part.untold, "tables": sizes}
        data = json.dumps(head, ensure_ascii=False).encode() + b"\n" + b"".join(part.tables.values())
        files.write(self.path(part.number), data)

    def heads(self, count: int) -> Iterator[dict[str, Any]]:
        """What the first *count* parts say about themselves."""
        for number in range(count):
            with self.path(number).open("rb") as stream:
                yield json.loads(stream.readline())

    def table(self, name: str, count: int) -> Iterator[bytes]:
        """The bytes of one table, part by part."""
        for number in range(count):
            with self.path(number).open("rb") as stream:
                at = 0
                for other, size in json.loads(stream.readline())["tables"].items():
                    if other == name:
                        stream.seek(at, 1)
                        yield stream.read(size)
                        break
                    at += size

    def clear(self) -> None:
        """Throw the parts away; the results stand in their files."""
        if not self.folder.is_dir():
            return
        for folder in sorted(path for path in self.folder.iterdir() if path.is_dir()):
            for part in folder.iterdir():
                part.unlink()
            folder.rmdir()
        self._plan.unlink(missing_ok=True)
        self.folder.rmdir()

    def finished(self, asked: Mapping[str, Any]) -> dict[str, Any] | None:
        """What a finished run that was asked the same says about itself; None if there is none."""
        with contextlib.suppress(OSError, ValueError):
            told = json.loads((self.out / SUMMARY).read_bytes())
            if isinstance(told, dict) and told.get("asked") == _plain(asked):
                return told
        return None

    def finish(self, told: Mapping[str, Any]) -> None:
        """Write what the run says about itself, the last of its files, and throw the parts away."""
        files.write(self.out / SUMMARY, json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")
        self.clear()


def _plain(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What was asked, as it comes back from a file."""
    plain: dict[str, Any] = json.loads(json.dumps(asked))
    return plain
