"""A place in a text that is written like a name which the glossary does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from toolkit.glossary.find.finder import Match

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A sentence, and the same sentence in other languages as far as somebody has translated it.

    Attributes:
        text: The sentence.
        lang: Code of its language.
        others: Code of another language -> the sentence in it.
        origin: Where it stands: an article's or a catalog's name.
        on: The article's day.
    """

    text: str
    lang: str
    others: Mapping[str, str]
    origin: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """
    One name in one sentence.

    Attributes:
        text: The name, without honorific and title.
        lang: Code of the sentence's language.
        kind: ``person``, ``institution``, ``place``, ``event`` or ``term``.
        start: First code point.
        end: One past the last.
        sure: Whether its shape or its neighbours say that it is a name; else only its return does.
        abbreviation: What stands in brackets behind it.
    """

    text: str
    lang: str
    kind: str
    start: int
    end: int
    sure: bool = True
    abbreviation: str = ""


class Known:
    """
    What the glossary finds in a sentence.

    Args:
        matches: Its matches.
    """

    def __init__(self, matches: Sequence[Match]) -> None:
        self.matches = matches

    def at(self, start: int, end: int) -> Match | None:
        """The match that holds all of a span."""
        return next((m for m in self.matches if m.start <= start and end <= m.end), None)

    def touches(self, start: int, end: int) -> bool:
        """Whether a match holds a part of a span."""
        return any(m.start < end and start < m.end for m in self.matches)

    def title_before(self, text: str, start: int) -> bool:
        """Whether an office is named right before *start*, or the body whose head it is."""
        titles = self._titles(("title", "institution"))
        return any(m.end <= start <= m.end + 2 and not text[m.end : start].strip(" ,、・") for m in titles)

    def title_after(self, text: str, end: int) -> bool:
        """The same behind *end*, a comma between them allowed."""
        titles = self._titles(("title",))
        return any(end <= m.start <= end + 6 and text[end : m.start].strip() in _BETWEEN for m in titles)

    def _titles(self, subjects: tuple[str, ...]) -> Iterable[Match]:
        return (m for m in self.matches if any(c.subject.startswith(subjects) for c in m.concepts))


#: What may stand between a name and its office: "Obuchi Yuko, the chair", 柳居俊学・山口県議会議長.
_BETWEEN = frozenset(("", ",", ", the", ", a", "・", "、", ",the"))
