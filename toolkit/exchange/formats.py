"""The formats there are: one line each, with what each can say and what comes back from it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from toolkit.errors import InputError
from toolkit.glossary.table.row import COLUMNS
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Incoming, Reading

#: What a format may be able to say of a term, so that it does no harm there.
DEPRECATED, EXPIRED, UNVERIFIED = "deprecated", "expired", "unverified"
_ALL = frozenset({DEPRECATED, EXPIRED, UNVERIFIED})
#: What a bilingual list gives back: the pair, and whose it is.
_PAIR = ("id", "terms of two languages")
_LISTED = (*_PAIR, "deprecated terms")


@dataclass(frozen=True, slots=True)
class Format:
    """
    One format for glossaries.

    Attributes:
        module: Where it lives, below ``toolkit.exchange``.
        what: For whom it is.
        says: What it can say of a term: deprecated, expired, unverified. Terms of which more must be said are left out.
        pair: Whether it holds one language pair only.
        keeps: The columns that come back; a pair's formats give back pairs.
        reads: Whether it can be imported.
        forbids: Whether terms to be avoided go in unless somebody asks for it.
    """

    module: str
    what: str
    says: frozenset[str] = frozenset()
    pair: bool = True
    keeps: tuple[str, ...] = _PAIR
    reads: bool = True
    forbids: bool = True

    def write(self, choice: Choice) -> bytes:
        """The file that holds *choice*."""
        function = importlib.import_module(f"toolkit.exchange.{self.module}").write
        return cast("Callable[[Choice], bytes]", function)(choice)

    def read(self, path: Path, reading: Reading) -> list[Incoming]:
        """
        What a file holds.

        Raises:
            InputError: It cannot be read, is another format, or is a trap.
        """
        if not self.reads:
            raise InputError(
                _("{module} is a format to give, not to take").format(module=self.module),
                path=path,
                remedy=_("import CSV or TBX"),
            )
        function = importlib.import_module(f"toolkit.exchange.{self.module}").read
        return cast("Callable[[Path, Reading], list[Incoming]]", function)(path, reading)


FORMATS: dict[str, Format] = {
    "tbx2": Format("tbx2", "TBX v2 (martif): OmegaT, Weblate, translate-toolkit, Trados", _ALL, False, COLUMNS),
    "tbx3": Format("tbx3", "TBX v3 (ISO 30042:2019, TBX-Basic, DCT)", _ALL, False, COLUMNS),
    "tmx": Format("tmx", "TMX 1.4: a memory for Poedit, OmegaT, everybody", frozenset(), False,
                  ("id", "subject", "country", "en", "vi", "ja")),
    "xliff": Format("xliff", "XLIFF 1.2: any translation tool", frozenset({UNVERIFIED})),
    "utx": Format("utx", "UTX 1.11: machine translation", frozenset({UNVERIFIED, DEPRECATED}), keeps=_LISTED,
                  forbids=False),
    "omegat": Format("omegat", "OmegaT's glossary, tab-separated", frozenset({UNVERIFIED, EXPIRED, DEPRECATED})),
    "deepl": Format("deepl", "DeepL's glossary, CSV or TSV without a header", reads=False),
    "google": Format("google", "Google Cloud Translation's glossary, CSV or TSV without a header", reads=False),
    "weblate": Format("weblate", "Weblate's glossary, CSV", frozenset({UNVERIFIED, DEPRECATED})),
    "po": Format("po", "Compendium PO: msgmerge -C, Poedit", frozenset({UNVERIFIED, DEPRECATED})),
    "json": Format("json", "JSON: programs", _ALL, False, COLUMNS),
    "csv": Format("table", "CSV or TSV, the glossary's own columns: spreadsheets", _ALL, False, COLUMNS),
    "xlsx": Format("xlsx", "Excel and LibreOffice (pip install 'vje-toolkit[xlsx]')", _ALL, False, COLUMNS),
}  # fmt: skip

#: Suffix of a file's name -> the format it is taken for.
SUFFIXES = {
    ".tbx": "tbx2",
    ".tmx": "tmx",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".utx": "utx",
    ".utf8": "omegat",
    ".tab": "omegat",
    ".txt": "omegat",
    ".po": "po",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
}


def format_of(path: Path, name: str | None = None) -> Format:
    """
    The format of a file, by its name.

    Raises:
        InputError: The suffix says nothing.
    """
    known = name or SUFFIXES.get(path.suffix.lower())
    if known is None:
        raise InputError(_("has a suffix that says no format"), path=path, remedy=_("say it: --as tbx2"))
    return FORMATS[known]
