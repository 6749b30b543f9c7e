"""Family and given names apart, of the people for whom somebody has written them down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.glossary.table.load import read_table
from toolkit.glossary.table.row import LANGS
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "people_names.csv"
COLUMNS = ("id", *(f"{part}_{lang}" for lang in LANGS for part in ("family", "given")))


@dataclass(frozen=True, slots=True)
class Parts:
    """
    The two parts of a person's name.

    Attributes:
        family: Code of a language -> family name.
        given: Code of a language -> given name.
    """

    family: Mapping[str, str]
    given: Mapping[str, str]


def load_parts(folders: Iterable[Path | str]) -> dict[str, Parts]:
    """
    The parts of names by the person's id, a later row in place of an earlier one.

    Raises:
        GlossaryError: A file has other columns.
    """
    found: dict[str, Parts] = {}
    for folder in folders:
        path = Path(folder) / FILE
        if path.is_file():
            for _, cells in read_table(path, COLUMNS, ("id",)):
                found[cells["id"]] = Parts(
                    {lang: cells.get(f"family_{lang}", "").strip() for lang in LANGS},
                    {lang: cells.get(f"given_{lang}", "").strip() for lang in LANGS},
                )
    return found
