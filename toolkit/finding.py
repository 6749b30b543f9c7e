"""Something wrong in a text: a value that checks return, reports print and a CI counts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.ui import gettext, mark, ngettext
from toolkit.ui.phrase import listed
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Severity(StrEnum):
    """How sure we are that a reader would be misled: an error fails a build, a warning asks, info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for information: sorts the worst first."""
        return list(Severity).index(self)

    @property
    def label(self) -> str:
        """
        Its name for people, in the language that the program speaks; machines read the value.

        >>> Severity.INFO.label
        'info'
        """
        return gettext(_LABELS[self])


# Translators: how bad a finding is; info is only information.
_LABELS = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.INFO: mark("info")}


def counted(counts: Mapping[Severity, int]) -> str:
    """
    How many there are of each severity, in words.

    >>> counted({Severity.ERROR: 1, Severity.WARNING: 3, Severity.INFO: 0})
    '1 error, 3 warnings'
    """
    forms = {
        Severity.ERROR: ngettext("{count} error", "{count} errors", counts[Severity.ERROR]),
        Severity.WARNING: ngettext("{count} warning", "{count} warnings", counts[Severity.WARNING]),
        Severity.INFO: gettext("{count} info"),
    }
    return listed(forms[one].format(count=count) for one, count in counts.items() if count) or gettext("nothing found")


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that is wrong, and where.

    Attributes:
        check: Id of the check, kebab-case: ``term-missing``.
        severity: How bad it is.
        message: One sentence for a person, which names the words it is about.
        concept_id: The glossary's concept, empty where none is involved.
        start: First code point of the spot, in *source* or *target* as :attr:`side` says; None for the whole text.
        end: One past its last code point.
        side: The text that holds the spot: ``source`` or ``target``.
        source: The source sentence, empty where there is none.
        target: The target sentence.
        fix: What to write instead, empty where nobody can know.
        path: The file, where the text came from one.
        line: Its line, counted from 1: in a PO file, the line of ``msgid``.
        lang: Code of the language of the text that :attr:`side` names.
    """

    check: str
    severity: Severity
    message: str
    concept_id: str = ""
    start: int | None = None
    end: int | None = None
    side: str = "target"
    source: str = ""
    target: str = ""
    fix: str = ""
    path: Path | None = None
    line: int | None = None
    lang: str = ""
