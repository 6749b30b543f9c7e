"""Candidates into a layer, as rows that nobody has looked up yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.glossary.suggest.show import cells
from toolkit.glossary.table.edit import add_checked
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from toolkit.glossary.suggest.candidate import Candidate


def write(layer: Path, chosen: Iterable[Candidate]) -> Iterator[str]:
    """
    Add a row for each candidate.

    Args:
        layer: A folder or a file; a new folder is made.
        chosen: What to add.

    Yields:
        One line of news for each: where it stands, or why it was left out.

    Raises:
        GlossaryError: A row is wrong.
        InputError: The layer cannot be written.
    """
    for candidate in chosen:
        row = cells(candidate)
        try:
            path, line = add_checked(layer, row)
        except InputError as error:
            if "already" not in error.message:
                raise
            yield _("{id}: left out, it is in {path} already").format(id=row["id"], path=error.path)
        else:
            yield f"{path}:{line}: {candidate.text}"
