"""What a reader gives: rows of the glossary's own columns, whole ones or only the terms of two languages."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.glossary.table.row import LANGS
from toolkit.ui import gettext as _
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

#: Names, notes and sources of one entry in all languages; what is longer is a book.
_LONGEST = 200_000
#: Between the values of a cell.
JOIN = " | "
#: The subject of a concept that came without one.
SUBJECT = "term"
#: Begins the id of a concept that came without one.
COINED = "import."


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What a person says about a file that does not say it itself.

    Attributes:
        source: Code of the language of a list's first column.
        target: Code of the second.
        columns: Our column -> the file's, by its name or its number from 1.
    """

    source: str = ""
    target: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def pair(self, path: Path) -> tuple[str, str]:
        """
        Both languages.

        Raises:
            InputError: The file does not say them, and nobody else did.
        """
        if not (self.source and self.target):
            raise InputError(_("does not say its languages"), path=path, remedy=_("say --from and --into"))
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Incoming:
    """
    A concept as a file has it.

    Attributes:
        cells: Column of the glossary -> cell; the id is empty where the file has none.
        line: Where it stands, counted from 1; 0 where nobody knows.
        whole: Whether it says all there is to say, so that what it lacks is gone; a list of pairs says only its terms.
    """

    cells: dict[str, str]
    line: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of a bilingual list.

    Attributes:
        source: The name to find.
        target: What to write for it.
        ident: The concept's id, empty if the list has none.
        note: For people.
        status: ``forbidden`` for a target to avoid.
        line: Where it stands.
    """

    source: str
    target: str
    ident: str = ""
    note: str = ""
    status: str = ""
    line: int = 0


def slim(texts: Iterable[str], path: Path, line: int) -> None:
    """
    Look whether an entry is one of a glossary, before anything is done with it.

    Raises:
        InputError: Its texts together are longer than any entry's.
    """
    size = sum(map(len, texts))
    if size > _LONGEST:
        message = _("has an entry of {count:,} characters, more than any name").format(count=size)
        raise InputError(message, path=path, line=line or None, remedy=_("give a term list"))


def bilingual(lines: Iterable[Line], source: str, target: str) -> list[Incoming]:
    """
    The concepts of a bilingual list: lines with one id, or with one target, belong together.

    The first name of each language is the preferred one.
    """
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.source.strip() and line.target.strip():
            key = line.ident or f"={_clean(line.source if line.status == 'forbidden' else line.target)}"
            found.setdefault(key, []).append(line)
    return [_joined(group, source, target) for group in found.values()]


def _joined(group: list[Line], source: str, target: str) -> Incoming:
    good = [line for line in group if line.status != "forbidden"]
    bad = [_clean(line.target) for line in group if line.status == "forbidden"]
    ident = group[0].ident
    # Whoever knows the id wrote our own remark, which the concept says itself
    cells = {"id": ident, "note": "" if ident else next((line.note for line in group if line.note), "")}
    for lang, names in ((source, [line.source for line in good]), (target, [line.target for line in good])):
        unique = list(dict.fromkeys(map(_clean, names)))
        cells[lang] = unique[0] if unique else ""
        cells[f"{lang}_admitted"] = JOIN.join(unique[1:])
    cells[f"{target}_deprecated"] = JOIN.join(dict.fromkeys(bad))
    return Incoming(cells, group[0].line)


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def coined_id(cells: Mapping[str, str]) -> str:
    """
    An id for a concept that came without one, the same each time it comes.

    >>> coined_id({"en": "Hà Nam Province"}), coined_id({"ja": "雨"})
    ('import.ha-nam-province', 'import.x7c2b69e9')
    """
    name = next((cells[lang] for lang in LANGS if cells.get(lang)), "")
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in plain.lower()).split()
    if not words or len(plain) < len(name) // 2:
        words = ["x" + hashlib.blake2b(name.encode(), digest_size=4).hexdigest()]
    return COINED + "-".join(words)
