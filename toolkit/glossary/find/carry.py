"""
Whether a translation carries a concept in any form.

A friendlier question than which names a text holds: a form that is right in a target only counts, and so does one that
stands inside an institution's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.concept import Status
from toolkit.glossary.find.reading import GENERIC, case_of, case_of_form, forms
from toolkit.lang.letters import HAN, kind_of
from toolkit.match.boundary import is_word
from toolkit.match.case import Case, capitals
from toolkit.normalize import clean, level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.find.reading import Match
    from toolkit.lang import Language
    from toolkit.normalize import Clean

#: Shorter words are the beginning of too many others.
_STEM = 4


class Carrier:
    """
    Looks for the forms of a concept in texts of one language.

    Args:
        language: The record of the language.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last: tuple[str, Clean, str] = ("", clean(""), "")
        self._targets: dict[str, list[tuple[tuple[int, ...], str, Term]]] = {}

    def spots(
        self, concept: Concept, text: str, taken: Sequence[Match] = (), *, any_case: bool = False
    ) -> list[tuple[int, int, Term]]:
        """
        Where a form of *concept* stands that is right in a target, recognisable or not: 米 in 米軍, Vietnamese, Anh.

        The question is a friendly one (does the translation carry it in any way?), so the doubts of the finder about
        people and sentence openings don't count, and words that swallow names don't either.

        Args:
            concept: What to look for.
            text: In any normal form.
            taken: What the finder found there: a form inside a longer name of something else is that name's.
            any_case: Take a form of several letters without its capitals as well.

        Returns:
            Half-open spans and terms, in order of the terms.
        """
        last = self._last
        if last[0] is not text:  # many names are looked for in one text
            tidy = clean(text)
            last = self._last = text, tidy, level(tidy.text)
        _, tidy, low = last
        case = case_of(concept)
        found = []
        for required, key, term in self._accepted(concept):
            at = low.find(key)
            while at >= 0:
                span = tidy.span(at, at + len(key))
                if (
                    self._stands(low, tidy.text, at, at + len(key), stem=not required and case is Case.FREE)
                    and ((any_case and len(key) > _STEM) or all(tidy.text[at + i].isupper() for i in required))
                    and not any(_owns(match, *span, term.text) for match in taken)
                ):
                    found.append((*span, term))
                at = low.find(key, at + 1)
        return found

    def _accepted(self, concept: Concept) -> list[tuple[tuple[int, ...], str, Term]]:
        known = self._targets.get(concept.id)
        if known is None:
            case = case_of(concept)
            known = self._targets[concept.id] = [
                (capitals(form, case_of_form(form, case, term.lang)), level(form), term)
                for term in concept.terms
                if term.lang == self._language.code and term.status is not Status.DEPRECATED
                for form in forms(term.text, case, self._language)
            ]
        return known

    def _stands(self, low: str, text: str, start: int, end: int, *, stem: bool) -> bool:
        """
        Whether a form is a word of its own, as far as an accepted form must be.

        Where words are inflected, the stem of a longer word will do for an office: presidential, ambassadorial.
        """
        if self._language.spaced:
            return is_word(text, start, end) or (
                stem
                and self._language.inflected
                and end - start > _STEM
                and (not start or not text[start - 1].isalnum())
            )
        if end - start > 1:
            return True
        # One character is a name only inside a word: 米軍, 訪米, 日米 and not 米を
        return any(kind_of(char) == HAN for char in (low[start - 1 : start], low[end : end + 1]) if char)


def _owns(match: Match, start: int, end: int, form: str) -> bool:
    """
    Whether a form is part of a longer name of something else.

    The name of an institution carries its country's all the same: ベトナム外務省 does name Viet Nam. And a form that
    the longer name's concept has too (Anh and nước Anh) tells nothing apart.
    """
    return (
        match.start <= start
        and end <= match.end
        and match.end - match.start > end - start
        and not match.concept.subject.startswith((*GENERIC, "term"))
        and not any(term.text == form and term.lang == match.term.lang for term in match.concept.terms)
    )
