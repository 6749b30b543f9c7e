"""Names of people: the one fact about a person that a reader always notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.normalize import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding
    from toolkit.glossary import Concept

_PERSON = "person"
_PARTS = " ・＝=-"


def name_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    A person's name is in the source and in no form in the translation.

    Why:
        A person may become "he" or "the minister", so it is a warning. Any form of the name is enough: the whole of
        it, the family name or the given name, in every spelling the glossary has.

    Example:
        `Ambassador Phạm Quang Hiệu spoke.` → `ヒュー大使が述べた。`

    Fix:
        Write the name as the glossary does; `vje lookup` shows it.
    """
    said: set[str] = set()
    for match in pair.source_matches:
        person = match.concept
        if person.subject != _PERSON or person.id in said:
            continue
        said.add(person.id)
        terms = [term.text for term in person.terms if term.lang == pair.target_lang]
        if terms and not _named(person, terms, pair):
            spot = (match.start, match.end)
            yield pair.finding(
                "name-mismatch",
                Severity.WARNING,
                f"“{pair.source[match.start : match.end]}” is not named in the translation (“{terms[0]}”)",
                spot,
                side="source",
                concept_id=person.id,
            )


def _named(person: Concept, terms: list[str], pair: Pair) -> bool:
    if any(found.id == person.id for match in pair.target_matches for found in match.concepts):
        return True
    target = fold(nfc(pair.target))
    own = {term.text for term in person.terms}
    if any(part in target for name in (*terms, *own) for part in _parts(fold(nfc(name)))):
        return True
    return not pair.target_language.spaced and any(_family(fold(nfc(name)), target, pair) for name in terms)


def _family(name: str, target: str, pair: Pair) -> bool:
    """
    Whether the family name alone is there, where nothing divides it from the given name: 石破首相, 文大統領.

    Two characters are no accident; one counts right before a name or a title.
    """
    if len(name) > 2 and name[:2] in target:
        return True
    starts = {match.start for match in pair.target_matches}
    return any(char == name[:1] and at + 1 in starts for at, char in enumerate(target))


def _parts(name: str) -> Iterator[str]:
    """The name and each of its parts that is long enough to be no accident."""
    yield name
    for mark in _PARTS:
        name = name.replace(mark, "\n")
    for part in name.split("\n"):
        if len(part) >= 2:
            yield part
