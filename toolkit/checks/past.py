"""Checks against the day of an article: names that have expired, offices that somebody else holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from toolkit.figures import find_dates
from toolkit.finding import Severity
from toolkit.lang.people import people_facts
from toolkit.ui import gettext as _
from toolkit.ui.phrase import dated, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding
    from toolkit.glossary.concept import Concept
    from toolkit.glossary.find.reading import Match
    from toolkit.glossary.holders import Tenure

#: Papers need a while to take a new name up.
_GRACE = timedelta(days=92)
#: So many characters around a name may say that it is one of the past.
_NEAR = 40
#: Subjects whose old names are wrong when they act today; a place keeps its old name in people's mouths.
_ACTING = ("institution", "title", "organization", "organisation")


def term_outdated(pair: Pair) -> Iterator[Finding]:
    """
    A name had expired when the article was written.

    Why:
        Viet Nam merged ministries on 2025-03-01 and provinces on 2025-07-01; an article of today that lets the old
        ministry act is wrong. Papers also write old names on purpose (`tỉnh Bình Dương (cũ)`, former, 旧), and new ones
        before they take effect. So a name is reported only where an institution acts under it and nothing marks it as
        an old one, and never as an error.

    Example:
        "Bộ Kế hoạch và Đầu tư" in an article of 2026

    Fix:
        Write the name of the successor, or mark the old one as former.
    """
    if pair.on is None:
        return
    named = {concept.id for match in pair.source_matches for concept in match.concepts} if pair.source else set()
    for match in pair.target_matches:
        ends = [c.valid_until for c in match.concepts if c.valid_until and not c.valid_on(pair.on)]
        if len(ends) < len(match.concepts) or max(ends) + _GRACE > pair.on:
            continue
        if not _acts(match) or _is_past(pair.target, match.start, match.end, pair.target_lang):
            continue
        concept = match.concept
        name = pair.target[match.start : match.end]
        successors = [c for ident in concept.replaced_by if (c := pair.glossary.get(ident))]
        terms = [term.text for c in successors if (term := c.preferred(pair.target_lang))]
        yield pair.finding(
            "term-outdated",
            Severity.INFO if concept.id in named else Severity.WARNING,
            _("“{name}” was the name until {day}: now {names}").format(
                name=name, day=dated(max(ends)), names=listed(map(quoted, terms))
            )
            if terms
            else _("“{name}” was the name until {day}").format(name=name, day=dated(max(ends))),
            (match.start, match.end),
            fix=terms[0] if len(terms) == 1 else "",
            concept_id=concept.id,
        )


def _acts(match: Match) -> bool:
    """Whether the name is used as an institution's: a place only with its generic word (tỉnh, Province, 省)."""
    subject = match.concept.subject
    if subject.startswith("place"):
        styles = {term.text: term.styles for term in match.concept.terms}
        return "bare" not in match.term.styles and any("bare" in marks for marks in styles.values())
    return subject.startswith(_ACTING)


def _is_of_its_time(pair: Pair, rows: Sequence[Tenure]) -> bool:
    """Whether the sentence speaks of a year in which the office was held: "In 2023, Prime Minister Kishida …"."""
    years = {day.year for day in find_dates(pair.target, pair.target_lang, pair.on) if day.year}
    return any(
        (row.since is None or row.since.year <= year) and (row.until is None or year <= row.until.year)
        for row in rows
        for year in years
    )


def _is_past(text: str, start: int, end: int, lang: str, *, unheld: bool = False) -> bool:
    """
    Whether the words around a name say that it is a former one.

    Args:
        text: The text.
        start: First code point of the name.
        end: One past its last.
        lang: Code of the language.
        unheld: An office that somebody is to hold, or held in a time that is named, will do as well.
    """
    facts = people_facts(lang)
    words = facts.formerly | facts.unheld if unheld else facts.formerly
    around = f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}".lower()
    for char in "().,:;–—-/（）":
        around = around.replace(char, " ")
    padded = f" {around} "
    for mark in words:
        word = mark.replace("-", " ")
        if f" {word} " in padded or (not word.isascii() and len(word) <= 2 and word[0] > "\u3000" and word in around):
            return True
    return False


def title_holder(pair: Pair) -> Iterator[Finding]:
    """
    A person is given an office that somebody else held on the article's day.

    Why:
        "Prime Minister X" months after X left office is what a reader writes letters about. Offices and days come from
        the glossary; a person or an office that it does not know is left alone, and so is whoever is called former,
        runs for the office, or held it in a year that the sentence names.

    Example:
        "Thủ tướng Kishida Fumio" in an article of 2025

    Fix:
        Write the office that the person held on that day, or mark the office as former.
    """
    if pair.on is None:
        return
    told = set(_holders(pair.source_matches, pair.source)) if pair.source else set()
    for title, person in _neighbours(pair.target_matches, pair.target):
        rows = pair.glossary.tenures(person.concept.id)
        key = _office(title.concept.id)
        mine = [row for row in rows if _office(row.office) == key]
        start, end = min(title.start, person.start), max(title.end, person.end)
        if not rows or _is_past(pair.target, start, end, pair.target_lang, unheld=True):
            continue
        if any(_covers(row, pair.on) for row in mine):
            continue
        now = [row for row in rows if _covers(row, pair.on)]
        if not mine and not (now and _is_known(pair, title.concept, person.concept)):
            continue
        if _is_of_its_time(pair, mine):
            continue
        name = pair.target[person.start : person.end]
        office = pair.target[title.start : title.end]
        when = max((row.until for row in mine if row.until), default=None)
        yield pair.finding(
            "title-holder",
            Severity.INFO if (key, person.concept.id) in told else Severity.WARNING,
            # Translators: {office} is a title: “Kishida Fumio” was not “Thủ tướng” on 2025-03-01.
            _("“{name}” was not “{office}” on {day}: the office ended on {end}").format(
                name=name, office=office, day=dated(pair.on), end=dated(when)
            )
            if when and when < pair.on
            else _("“{name}” was not “{office}” on {day}").format(name=name, office=office, day=dated(pair.on)),
            (start, end),
            concept_id=person.concept.id,
        )


def _holders(matches: list[Match], text: str) -> Iterator[tuple[str, str]]:
    for title, person in _neighbours(matches, text):
        yield _office(title.concept.id), person.concept.id


def _neighbours(matches: list[Match], text: str) -> Iterator[tuple[Match, Match]]:
    """Titles and the persons right beside them, a country between them or not."""
    for at, match in enumerate(matches):
        if match.concept.subject != "person":
            continue
        for step in (-1, 1):
            other = at + step
            if 0 <= other < len(matches) and matches[other].concept.subject.startswith("place"):
                if not _touch(matches[other], match, text):
                    continue
                middle, other = matches[other], other + step
            else:
                middle = match
            if (
                0 <= other < len(matches)
                and matches[other].concept.subject.startswith("title")
                and _touch(matches[other], middle, text)
            ):
                yield matches[other], match


def _touch(one: Match, other: Match, text: str) -> bool:
    first, second = sorted((one, other), key=lambda match: match.start)
    return not text[first.end : second.start].strip(" ・")


def _office(ident: str) -> str:
    """The office without its state: ``title.vn.prime-minister`` and ``pattern.prime-minister(…)`` are one office."""
    return ident.partition("(")[0].rpartition(".")[2]


def _covers(row: Tenure, day: date) -> bool:
    # Who is introduced as the new one a week early, or as the old one on the day of the handover, is introduced right
    return row.covers(day) or row.covers(day + timedelta(days=7)) or row.covers(day - timedelta(days=7))


def _is_known(pair: Pair, title: Concept, person: Concept) -> bool:
    """Whether the glossary knows who held the office of the person's state on that day."""
    country = title.country or person.country
    return any(
        row.country == country and pair.on is not None and row.covers(pair.on)
        for ident in (title.id, f"title.{country.lower()}.{_office(title.id)}", f"title.{_office(title.id)}")
        for row in pair.glossary.tenures(ident)
    )
