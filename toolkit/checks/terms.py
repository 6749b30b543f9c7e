"""Checks of terms in one sentence and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.glossary.concept import Confidence, Status
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.checks.presence import Lack
    from toolkit.finding import Finding
    from toolkit.glossary.concept import Term


def term_missing(pair: Pair) -> Iterator[Finding]:
    """
    A name of the source is not in the translation.

    Why:
        Without the country or the office the sentence may say something else than the source. The translator may also
        have left the name out on purpose or said it in other words, so this is a warning. It is information only where
        the name is there in other capitals, where a title stands beside a person's name, and where the sentence says
        it by other words that papers use for it.

    Example:
        "Japan and Thailand signed" → 「タイが署名した」

    Fix:
        Write the term (日本), or say in a comment that it is left out: `# vje: ignore=term-missing because …`
    """
    for lack in pair.lacks:
        if lack.concept.subject == "person":
            continue  # any part of a person's name will do: name-mismatch asks for it
        if lack.deprecated is None and lack.untranslated is None and lack.rival is None:
            name = pair.source[lack.match.start : lack.match.end]
            told = Severity.INFO if lack.excused else Severity.WARNING
            yield pair.finding(
                "term-missing",
                told,
                _("“{name}” is not in the translation: expected “{wanted}”").format(name=name, wanted=lack.wanted.text)
                if lack.wanted.text != name and _is_its_own(pair, lack)
                else _("“{name}” is not in the translation").format(name=name),
                (lack.match.start, lack.match.end),
                side="source",
                concept_id=lack.concept.id,
            )


def _is_its_own(pair: Pair, lack: Lack) -> bool:
    """
    Whether the glossary's term is what to write: a Quốc hội of a sentence about Washington may be the Congress.

    A place and a person are the same everywhere; an institution or an office of one state is not offered where the
    sentence names another state and not this one.
    """
    concept = lack.concept
    if not concept.country or concept.subject.startswith(("place", "person")):
        return True
    inside, _complete = pair.glossary.finder(pair.source_lang).parts(pair.source, lack.match)
    named = {
        other.country
        for match in (*pair.source_matches, *inside)
        for other in match.concepts
        if other.subject == "place.country" or (match is not lack.match and other.country == concept.country)
    }
    return concept.country in named or not named - {""}


def term_rival(pair: Pair) -> Iterator[Finding]:
    """
    Another name stands where a name of the source should.

    Why:
        Austria for Australia, Thái Bình for Thái Nguyên: the sentence reads well and is wrong. So is an embassy whose
        two states have changed places. A wider or a later name of the same thing, and a state named by its capital,
        are a translator's choice and not reported.

    Example:
        "Austria" → 「オーストラリア」

    Fix:
        Write the term that the glossary gives for the source's name.
    """
    for lack in pair.lacks:
        if lack.rival is not None:
            name = pair.source[lack.match.start : lack.match.end]
            other = pair.target[lack.rival.start : lack.rival.end]
            yield pair.finding(
                "term-rival",
                Severity.ERROR,
                _("“{other}” stands where “{name}” should: expected “{wanted}”").format(
                    other=other, name=name, wanted=lack.wanted.text
                ),
                (lack.rival.start, lack.rival.end),
                fix=lack.wanted.text,
                concept_id=lack.concept.id,
            )


def term_untranslated(pair: Pair) -> Iterator[Finding]:
    """
    A name stands in the translation as it stands in the source.

    Why:
        The glossary has a translation of the name, but it was left as it was, mostly because the source was copied.

    Example:
        "Ministry of Foreign Affairs" → 「Ministry of Foreign Affairsは」

    Fix:
        Write the term that the glossary gives for it; if the form is right as it is, add it to the glossary.
    """
    for lack in pair.lacks:
        if lack.untranslated is not None:
            name = pair.source[lack.match.start : lack.match.end]
            yield pair.finding(
                "term-untranslated",
                Severity.ERROR,
                _("“{name}” was left untranslated: expected “{wanted}”").format(name=name, wanted=lack.wanted.text),
                lack.untranslated,
                fix=lack.wanted.text,
                concept_id=lack.concept.id,
            )


def term_deprecated(pair: Pair) -> Iterator[Finding]:
    """
    A term to avoid stands in the translation.

    Why:
        The glossary knows the form and says that it is wrong or out of use: 大統領 is a president, and the head of
        state of Viet Nam is 国家主席.

    Example:
        "Chủ tịch nước" → 「大統領」

    Fix:
        Write the preferred term.
    """
    reported = set()
    for lack in pair.lacks:
        if lack.deprecated is not None:
            match = lack.deprecated
            reported.add((match.start, match.end))
            yield pair.finding(
                "term-deprecated",
                Severity.ERROR,
                _avoid(pair.target[match.start : match.end], lack.wanted),
                (match.start, match.end),
                fix=lack.wanted.text,
                concept_id=lack.concept.id,
            )
    # Beside the right term, or without a counterpart in the source: wrong all the same, but nobody is misled
    for match in pair.target_matches:
        if match.term.status is Status.DEPRECATED and (match.start, match.end) not in reported:
            wanted = match.concept.preferred(pair.target_lang)
            yield pair.finding(
                "term-deprecated",
                Severity.WARNING,
                _avoid(pair.target[match.start : match.end], wanted),
                (match.start, match.end),
                fix=wanted.text if wanted else "",
                concept_id=match.concept.id,
            )


def _avoid(term: str, wanted: Term | None) -> str:
    if wanted is None:
        return _("“{term}” is to be avoided").format(term=term)
    return _("“{term}” is to be avoided: write “{wanted}”").format(term=term, wanted=wanted.text)


def unverified_term(pair: Pair) -> Iterator[Finding]:
    """
    The translation rests on a term that nobody has confirmed.

    Why:
        Some entries of the glossary were written from general knowledge, and nobody has looked them up yet. Wherever a
        translation uses such a term, this says so.

    Example:
        A ministry founded last month, whose Japanese name no paper has printed yet.

    Fix:
        Confirm the term with two independent sources (`vje glossary confirm`), or leave it to the desk.
    """
    for match in pair.target_matches:
        concept = match.concept
        if concept.confidence is Confidence.OWN and any(
            concept.id == other.id for found in pair.source_matches for other in found.concepts
        ):
            yield pair.finding(
                "unverified-term",
                Severity.INFO,
                _("nobody has confirmed “{term}” yet").format(term=match.term.text),
                (match.start, match.end),
                concept_id=concept.id,
            )
