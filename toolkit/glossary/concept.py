"""One thing, in all languages, and the names it has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.ui import gettext, mark
from toolkit.value import dataclass

if TYPE_CHECKING:
    from datetime import date


class Status(StrEnum):
    """What a term is good for; the words are TBX's."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"

    @property
    def label(self) -> str:
        """
        What people are shown, in the language that the program speaks.

        >>> Status.DEPRECATED.label
        'avoid'
        """
        return gettext(_STATUSES[self])


# Translators: what a term is good for: preferred, right as well, to be avoided.
_STATUSES = {Status.PREFERRED: mark("preferred"), Status.ADMITTED: mark("admitted"), Status.DEPRECATED: mark("avoid")}


class Confidence(StrEnum):
    """How well a concept's terms are attested, best first."""

    VERIFIED = "verified"
    SINGLE = "single"
    RULE = "rule"
    OWN = "own"

    @property
    def label(self) -> str:
        """
        What people are shown, in the language that the program speaks.

        >>> Confidence.SINGLE.label
        'one source'
        """
        return gettext(_CONFIDENCES[self])


_CONFIDENCES = {
    Confidence.VERIFIED: mark("verified"),
    # Translators: how well a term is attested: it was seen in one source.
    Confidence.SINGLE: mark("one source"),
    # Translators: how well a term is attested: it was made by a rule of transcription or word formation.
    Confidence.RULE: mark("by rule"),
    Confidence.OWN: mark("unverified: nobody looked it up"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """
    One name of a concept in one language.

    Attributes:
        text: The name, NFC.
        lang: Code of its language.
        status: Preferred, admitted or deprecated.
        styles: Houses that write it so (``ap``, ``mofa``); empty for everybody.
        target_only: Right in a translation, but too short or too common to be found in a source: 米 for the US.
    """

    text: str
    lang: str
    status: Status
    styles: tuple[str, ...] = ()
    target_only: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """
    One thing: a place, an office, an institution, a person.

    Attributes:
        id: Stable id: ``vn.prov.thanh-hoa``.
        subject: What it is: ``place.province``.
        country: ISO 3166 code of the state it belongs to, or empty.
        terms: Every name, the preferred one of each language first.
        reading: Kana reading of the Japanese term, for search and sorting.
        valid_from: First day on which the names hold; None if always.
        valid_until: Last day on which they hold; None if still.
        replaced_by: Ids of the concepts that follow it.
        hints: Matching hints: ``capital``, ``case``, ``lookup``, ``surname``.
        definition: One line that tells it from its neighbours.
        note: What a translator should know.
        sources: Where the values were seen.
        confidence: How well they are attested.
    """

    id: str
    subject: str
    country: str
    terms: tuple[Term, ...]
    reading: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    replaced_by: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    definition: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.OWN

    def valid_on(self, day: date | None) -> bool:
        """Whether the names hold on *day*; None asks for no day and is always answered yes."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    @property
    def fillers(self) -> tuple[str, ...]:
        """Ids of what fills the slots of a name that a pattern makes: the state of its ambassador."""
        inside = self.id.partition("(")[2]
        return tuple(inside[:-1].split(",")) if inside else ()

    def preferred(self, lang: str) -> Term | None:
        """The term to write in *lang*, or None where the glossary has none yet."""
        return next((t for t in self.terms if t.lang == lang and t.status is Status.PREFERRED), None)
