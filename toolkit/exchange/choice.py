"""What goes into an export: which concepts, which of their terms, and what is left out, with the reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.exchange.formats import DEPRECATED, EXPIRED, UNVERIFIED
from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.table.row import format_row
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.value import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from toolkit.exchange.formats import Format
    from toolkit.glossary.houses import House

#: Marks that say which form of a name it is; the others say who writes it so.
FORMS = ("adj", "short", "bare")


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What a writer gets.

    Attributes:
        concepts: In the order of their ids, with the terms that go in.
        source: Code of the language of a list's first column; empty where the format holds all languages.
        target: Code of the language of the second.
        today: The day of the export.
        suffix: Of the file's name: ``.tsv``.
        houses: The houses by language.
        left: Why something was left out -> how often. Writers add to it.
    """

    concepts: tuple[Concept, ...]
    source: str
    target: str
    today: date
    suffix: str = ""
    houses: Mapping[str, House] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A line of a bilingual list.

    Attributes:
        source: A name in the source language.
        target: What to write for it.
        concept: Whose names they are.
        forbidden: Whether *target* is one to avoid.
    """

    source: str
    target: str
    concept: Concept
    forbidden: bool = False


def choose(
    concepts: Iterable[Concept],
    form: Format,
    *,
    source: str = "",
    target: str = "",
    on: date | None = None,
    today: date,
    subject: str = "",
    country: str = "",
    houses: Mapping[str, House] | None = None,
    deprecated: bool | None = None,
    suffix: str = "",
) -> Choice:
    """
    Pick what a format may hold.

    Args:
        concepts: The glossary's.
        form: The format: what it cannot say is left out.
        source: Code of the language to translate from; a format for all languages then holds these two only.
        target: Code of the language to translate into.
        on: Only what holds on this day. None: everything where the format can say when, else what holds today.
        today: The day that it is.
        subject: Only this subject or what is below it.
        country: Only this country.
        houses: Whose terms are the preferred ones, by language.
        deprecated: Whether terms to avoid go in; None leaves it to the format. No format without a status takes them.
        suffix: Of the file's name.

    Raises:
        InputError: The format wants two languages, or they are the same.
    """
    if form.pair and not (source and target):
        raise InputError(
            _("{module} holds two languages").format(module=form.module), remedy=_("say --from and --into")
        )
    if (source or target) and source == target:
        raise InputError(_("from a language into itself"), remedy=_("say two different ones: --from and --into"))
    langs = {code for code in (source, target) if code}
    avoided = DEPRECATED in form.says and (form.forbids if deprecated is None else deprecated)
    left: Counter[str] = Counter()
    chosen: list[Concept] = []
    for concept in sorted(concepts, key=lambda c: c.id):
        if (subject and not f"{concept.subject}.".startswith(f"{subject.rstrip('.')}.")) or (
            country and concept.country.lower() != country.lower()
        ):
            continue
        if not concept.valid_on(on):
            continue
        if not _is_writable(concept):
            left[mark("concepts with a control character")] += 1
        elif UNVERIFIED not in form.says and concept.confidence is Confidence.OWN:
            left[mark("unverified concepts")] += 1
        elif on is None and EXPIRED not in form.says and not concept.valid_on(today):
            left[mark("concepts that do not hold today")] += 1
        else:
            terms = tuple(t for t in _restated(concept, houses or {}) if not langs or t.lang in langs)
            kept = terms if avoided else tuple(t for t in terms if t.status is not Status.DEPRECATED)
            left[mark("terms to avoid")] += len(terms) - len(kept)
            if kept:
                chosen.append(replace(concept, terms=kept))
    return Choice(tuple(chosen), source, target, today, suffix, houses or {}, +left)


def _is_writable(concept: Concept) -> bool:
    """Whether every format can hold a concept: XML and Excel know no control characters but tab and line end."""
    words = [concept.id, concept.subject, concept.country, concept.reading, concept.definition, concept.note]
    if "".join([*words, *concept.sources, *(term.text for term in concept.terms)]).isprintable():
        return True
    return all(
        c in "\n\r\t" or (c >= " " and c not in "\x7f\ufffe\uffff") for c in "".join(format_row(concept).values())
    )


def _restated(concept: Concept, houses: Mapping[str, House]) -> tuple[Term, ...]:
    """The terms with each house's own as the preferred one."""
    terms = concept.terms
    for lang, house in houses.items():
        best, usual = house.term(concept), concept.preferred(lang)
        if best is None or best == usual:
            continue
        status = {best: Status.PREFERRED, usual: Status.ADMITTED}
        changed = [replace(t, status=status.get(t, t.status)) for t in terms if t.lang == lang]
        changed.sort(key=lambda t: list(Status).index(t.status))
        terms = tuple(t for t in terms if t.lang != lang) + tuple(changed)
    return terms


def entries(choice: Choice, *, forbidden: bool = False) -> Iterator[Entry]:
    """
    The lines of a bilingual list.

    A short form leads to a short form: *Hà Nam* to ハナム, not to ハナム省. What is right in a target only never stands
    on the left.

    Args:
        choice: What goes in.
        forbidden: Also a line for each target term to avoid, after the good ones.
    """
    for concept in choice.concepts:
        best = concept.preferred(choice.target)
        sources = [
            t
            for t in concept.terms
            if t.lang == choice.source and t.status is not Status.DEPRECATED and not t.target_only
        ]
        if best is None or not sources:
            choice.left[mark("concepts without a term in both languages")] += 1
            continue
        for term in sources:
            yield Entry(term.text, _like(term, concept, best, choice.houses.get(choice.target)), concept)
        if forbidden:
            for bad in avoid(concept, choice.target):
                yield Entry(sources[0].text, bad, concept, forbidden=True)


def _like(term: Term, concept: Concept, best: Term, house: House | None) -> str:
    """The target of the same form as *term*, else the preferred one."""
    form = next((f for f in FORMS if f in term.styles), "")
    if not form:
        return best.text
    same = [t for t in concept.terms if t.lang == best.lang and form in t.styles and t.status is not Status.DEPRECATED]
    ours = [t for t in same if house and any(style in t.styles for style in house.styles)]
    plain = [t for t in same if t.styles == (form,)]
    return (ours or plain or same or [best])[0].text


def avoid(concept: Concept, lang: str) -> list[str]:
    """The terms of a language that nobody should write."""
    return [t.text for t in concept.terms if t.lang == lang and t.status is Status.DEPRECATED]
