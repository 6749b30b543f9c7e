"""
What stops the toolkit from going on.

A wrong text is a value (:mod:`toolkit.finding`); an exception means that there is no text to judge. Each one knows
where the trouble lies and what a person can do about it, so that the command line prints one clear line and no
traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ToolkitError(Exception):
    """Anything that the toolkit raises on purpose; the command line catches only this."""


class UnknownLanguageError(ToolkitError, LookupError):
    """A language code that no record exists for, or a text whose language cannot be told."""


class UnknownConceptError(ToolkitError, KeyError):
    """
    An id that no concept of the glossary has.

    >>> print(UnknownConceptError("vn.prov.hanoi", ["vn.prov.ha-noi", "jp.pref.hiroshima"]))
    the glossary has no concept 'vn.prov.hanoi': did you mean 'vn.prov.ha-noi'?
    """

    def __init__(self, ident: str, known: Iterable[str] = ()) -> None:
        super().__init__(ident)
        self.ident = ident
        self.known = known

    def __str__(self) -> str:
        import difflib  # noqa: PLC0415 - only who prints the message pays for it

        near = difflib.get_close_matches(self.ident, list(self.known), 1)
        if near:
            return _("the glossary has no concept {id!r}: did you mean {near!r}?").format(id=self.ident, near=near[0])
        return _("the glossary has no concept {id!r}").format(id=self.ident)


class InputError(ToolkitError, ValueError):
    """
    A file or a text that cannot be used.

    Args:
        message: What is wrong, in words a translator understands.
        path: The file, where there is one.
        line: Its line, counted from 1, where one line is to blame.
        remedy: What to do about it.

    >>> print(InputError("is empty", path="a.txt", remedy="save the article again"))
    a.txt: is empty (save the article again)
    """

    def __init__(
        self, message: str, *, path: Path | str | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        from pathlib import Path  # noqa: PLC0415 - a command that goes well does without it

        super().__init__(message)
        self.message = message
        self.path = Path(path) if path is not None else None
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        if not self.remedy:
            return f"{place}{self.message}"
        # Translators: {problem}: what is wrong, {remedy}: what to do about it; both are messages of this catalog
        return place + _("{problem} ({remedy})").format(problem=self.message, remedy=self.remedy)


class ConfigError(InputError):
    """A configuration file that does not parse, or holds a key that nobody reads."""


class CatalogError(InputError):
    """A PO file that cannot be read, or must not be overwritten."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """One defect of a glossary file: where it stands and what it is; line 0 is a row that was not written."""

    path: Path
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.column}: {self.message}"


class GlossaryError(InputError):
    """
    A glossary that cannot be trusted.

    It carries every bad row, not the first: a curator mends a file in one go.
    """

    def __init__(self, rows: tuple[BadRow, ...]) -> None:
        first = rows[0]
        super().__init__(first.message, path=first.path, line=first.line)
        self.rows = rows

    def __str__(self) -> str:
        return "\n".join(str(row) for row in self.rows)
