"""Where a finding stands in its file: line and column, in whatever unit a format counts columns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.finding import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """
    A spot in a file.

    Attributes:
        line: Counted from 1.
        column: Of the first code point, counted from 1.
        end_line: Line of the last code point.
        end_column: One past the last code point.
        text: The line, for formats that count bytes or UTF-16 units.
        end_text: The last line.
    """

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    text: str = ""
    end_text: str = ""

    def bytes(self) -> tuple[int, int]:
        """The two columns in bytes of UTF-8, counted from 1."""
        return (
            len(self.text[: self.column - 1].encode()) + 1,
            len(self.end_text[: self.end_column - 1].encode()) + 1,
        )


def place(finding: Finding) -> Place:
    """
    Find the spot in the file, as it is on the disk now.

    In a PO file that is inside the string of ``msgstr`` (or ``msgid``), over as many lines as it is broken into.
    """
    line = finding.line or 1
    if finding.path is None:
        start, end = finding.start or 0, finding.end or 0
        return Place(line, start + 1, line, max(end, start) + 1, finding.target, finding.target)
    lines = _lines(finding.path)
    if finding.path.suffix not in (".po", ".pot"):
        text = lines[line - 1] if line <= len(lines) else ""
        # A sentence may begin in the middle of its line
        sentence = finding.source if finding.side == "source" else finding.target
        before = max(text.find(sentence), 0)
        start, end = finding.start or 0, len(sentence) if finding.end is None else finding.end
        return Place(line, before + start + 1, line, before + end + 1, text, text)
    cells = _string(lines, line, finding)
    if not cells:
        text = lines[line - 1] if line <= len(lines) else ""
        return Place(line, 1, line, len(text) + 1, text, text)
    start = 0 if finding.start is None else finding.start
    end = len(cells) if finding.end is None else finding.end
    first = cells[min(start, len(cells) - 1)]
    last = cells[min(max(end - 1, start), len(cells) - 1)]
    return Place(first[0], first[1] + 1, last[0], last[2] + 1, lines[first[0] - 1], lines[last[0] - 1])


@lru_cache(maxsize=8)
def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _string(lines: list[str], line: int, finding: Finding) -> list[tuple[int, int, int]]:
    """Line, first column and end column of each code point of the string that holds the spot."""
    keyword = "msgid" if finding.side == "source" else "msgstr"
    wanted = finding.source if finding.side == "source" else finding.target
    best: list[tuple[int, int, int]] = []
    cells: list[tuple[int, int, int]] | None = None
    text = ""
    for number in range(line, len(lines) + 1):
        row = lines[number - 1]
        stripped = row.strip()
        if number > line and (not stripped or stripped.startswith(("#", "msgctxt", "msgid "))):
            break
        if stripped.startswith(keyword):
            if cells and text == wanted:
                return cells
            best = best or cells or []
            cells, text = [], ""
        elif not stripped.startswith('"'):
            if cells is not None:
                best = best or cells
                if text == wanted:
                    return cells
            cells = None
        if cells is not None:
            for at, end, char in _cells(row):
                cells.append((number, at, end))
                text += char
    if cells and (text == wanted or not best):
        return cells
    return best or cells or []


def _cells(row: str) -> list[tuple[int, int, str]]:
    """The code points inside the quotation marks of one line, an escape as one."""
    at = row.find('"') + 1
    out = []
    end = row.rfind('"')
    while 0 < at < end:
        size = 1
        char = row[at]
        if char == "\\":
            size = 2
            char = {"n": "\n", "t": "\t", "r": "\r"}.get(row[at + 1], row[at + 1])
        out.append((at, at + size, char))
        at += size
    return out
