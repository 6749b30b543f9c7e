"""What the glossary calls a person in another language: the only way from kanji to a reading, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.glossary.book import Glossary

#: Hits that are this very name.
_SAME = frozenset(("exact", "folded", "plain"))


def known_person(glossary: Glossary, name: str, source: str, target: str) -> list[str]:
    """
    The names of people whom the glossary knows by *name*.

    Args:
        glossary: Who is known.
        name: In the language *source*.
        source: Code of its language.
        target: Code of the language wanted.

    Returns:
        Each name once, the likeliest first; empty for a stranger, whose kanji nobody can guess.
    """
    people = [
        hit.concept
        for hit in glossary.lookup(name, source)
        if hit.how in _SAME and hit.concept.subject.partition(".")[0] == "person"
    ]
    terms = [concept.preferred(target) for concept in people]
    return list(dict.fromkeys(term.text for term in terms if term is not None))
