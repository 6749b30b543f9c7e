"""
What is no name although it looks like one: ``glossary/blockers.csv``.

======== ==============================================================================================================
column   meaning
======== ==============================================================================================================
``lang`` code of the language
``text`` the words
``kind`` empty: swallows the names inside and reports nothing (日本語, Thái Bình Dương); its capitals must be there,
         small letters match any case. ``initial``: at the start of a sentence this name proves nothing (May, Anh).
         ``given``: a given name: a name after it is a surname (Jack London), and a place of the same form is a person
         before another name (Chad Hammel). ``surname``: this place's name is also a surname (千葉).
         ``shout``: among capitals this is another word (WHO, MỸ).
``note`` why, for people
======== ==============================================================================================================
"""

from __future__ import annotations

import csv
import io
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.errors import BadRow, GlossaryError
from toolkit.lang import LANGUAGES
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLUMNS = ("lang", "text", "kind", "note")


class Kind(StrEnum):
    """What a row of blockers.csv does."""

    SWALLOW = ""
    INITIAL = "initial"
    GIVEN = "given"
    SURNAME = "surname"
    SHOUT = "shout"


_KINDS = frozenset(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Blocker:
    """
    One row.

    Attributes:
        lang: Code of the language.
        text: The words, NFC.
        kind: What they do.
    """

    lang: str
    text: str
    kind: Kind


def load_blockers(folders: Iterable[Path]) -> list[Blocker]:
    """
    The blockers of several folders; a folder without the file has none.

    Raises:
        InputError: A file cannot be read.
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    from toolkit.glossary.table.load import read_text  # noqa: PLC0415 - the loader need not know us first

    found: dict[tuple[str, str, Kind], Blocker] = {}
    bad: list[BadRow] = []
    for folder in folders:
        path = folder / "blockers.csv"
        if not path.is_file():
            continue
        reader = csv.DictReader(io.StringIO(unicodedata.normalize("NFC", read_text(path)), newline=""))
        if tuple(reader.fieldnames or ()) != COLUMNS:
            bad.append(BadRow(path, 1, "lang", _("the columns must be {choices}").format(choices=",".join(COLUMNS))))
            continue
        for row in reader:
            lang, text, kind = ((row[column] or "").strip() for column in COLUMNS[:3])
            if lang not in LANGUAGES:
                bad.append(BadRow(path, reader.line_num, "lang", _("{lang!r} is no language").format(lang=lang)))
            elif not text:
                bad.append(BadRow(path, reader.line_num, "text", _("is empty")))
            elif kind not in _KINDS:
                bad.append(BadRow(path, reader.line_num, "kind", _("{kind!r} is no kind").format(kind=kind)))
            else:
                found[lang, text, Kind(kind)] = Blocker(lang, text, Kind(kind))
    if bad:
        raise GlossaryError(tuple(bad))
    return list(found.values())
