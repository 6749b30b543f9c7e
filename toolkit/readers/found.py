"""What a reader found in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from datetime import date

    from toolkit.article import Block, Said


@dataclass(frozen=True, slots=True)
class Found:
    """
    The blocks of a file and what it says about itself.

    Attributes:
        blocks: In order, not overlapping.
        date: The day of publication.
        lang: Code of its language, as the file gives it; empty if it does not, or if it is none of ours.
        section: The section it ran in.
        place: Where it was reported from.
        said: Where the file says its language and its encoding.
        remarks: What stays as it is, and what was left out.
    """

    blocks: tuple[Block, ...]
    date: date | None = None
    lang: str = ""
    section: str = ""
    place: str = ""
    said: tuple[Said, ...] = ()
    remarks: tuple[str, ...] = ()
