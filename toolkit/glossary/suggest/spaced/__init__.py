"""Names in a language that separates words and gives names a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spaced.people import People

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.suggest.spot import Known, Spot


def spots(text: str, lang: str, known: Known) -> Iterator[Spot]:
    """
    Every name in a sentence that the glossary does not have.

    Args:
        text: The sentence, NFC.
        lang: Code of its language.
        known: What the glossary finds in it.
    """
    from toolkit.glossary.suggest.spaced.bodies import Names  # noqa: PLC0415 - a catalog's notes are of people only

    sentence = Names(text, lang, known)
    if not sentence.shouts:
        yield from sentence.people()
        yield from sentence.others()


def people(text: str, lang: str, known: Known) -> Iterator[Spot]:
    """The people among :func:`spots`, who cost a fraction of all names."""
    sentence = People(text, lang, known)
    if not sentence.shouts:
        yield from sentence.people()
