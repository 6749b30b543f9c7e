"""Names in a language that separates words and gives names a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spaced.bodies import Names

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
    sentence = Names(text, lang, known)
    if not sentence.shouts:
        yield from sentence.people()
        yield from sentence.others()
