"""What a look-up answers: the facts of a hit as a record for programs, and as a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.glossary.concept import Confidence, Status
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.ui.phrase import dated, listed
from toolkit.ui.width import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.holders import Tenure
    from toolkit.glossary.houses import House
    from toolkit.glossary.lookup.search import Hit

#: The languages of an answer, in the order of the columns of the files.
LANGS = ("en", "vi", "ja")

#: What a reader sees for the marks of a term.
_MARKS = {
    "adj": mark("adjective"),
    # Translators: the bare name without the word for what it is: Hà Nam beside tỉnh Hà Nam.
    "bare": mark("without its kind"),
    # Translators: a title that stands behind the name of its holder.
    "post": mark("after a name"),
    # Translators: as newspapers write it: 外相 for 外務大臣.
    "press": mark("press form"),
    "short": mark("short form"),
}

#: So many answers are shown in full, of more there is a list.
FULL = 3


def validity(concept: Concept, glossary: Glossary) -> str:
    """
    When the names hold and what came after, empty where they always do.

    For a province that was merged: ``until 2025-06-30; now part of Ninh Bình Province = … = …``.
    """
    days = _days(concept.valid_from, concept.valid_until)
    if not concept.replaced_by:
        return days
    successors = [s for ident in concept.replaced_by if (s := glossary.get(ident)) is not None]
    names = [*map(line, successors)] or concept.replaced_by
    if _is_part(concept, successors):
        # Translators: of a province that was merged into another one.
        now = _("now part of {name}").format(name=names[0])
    else:
        # Translators: the second message stands between the names of several successors.
        now = _("now {names}").format(names=_(" and ").join(names))
    return _("{days}; {now}").format(days=days, now=now) if days else now


def _is_part(concept: Concept, successors: Sequence[Concept]) -> bool:
    """Whether a place went into another one, as against having been given another name."""
    if len(successors) != 1 or not concept.subject.startswith("place"):
        return False
    return not _names(concept) & _names(successors[0])


def _names(concept: Concept) -> set[str]:
    return {term.text for term in concept.terms if term.status is not Status.DEPRECATED and not term.target_only}


def line(concept: Concept, houses: Mapping[str, House] | None = None) -> str:
    """The names of a concept in all languages, to be copied: ``Hanoi = Hà Nội = ハノイ``."""
    terms = [term_for(concept, lang, houses) for lang in LANGS]
    return " = ".join(term.text for term in terms if term is not None)


def term_for(concept: Concept, lang: str, houses: Mapping[str, House] | None = None) -> Term | None:
    """What to write in *lang*: the house's term, or the preferred one."""
    house = (houses or {}).get(lang)
    return house.term(concept) if house is not None else concept.preferred(lang)


def state(concept: Concept, on: date | None) -> str:
    """``valid``, ``expired`` or ``future`` on a day; without a day, whether the names still hold."""
    if on is None:
        return "expired" if concept.valid_until else "valid"
    if concept.valid_until and concept.valid_until < on:
        return "expired"
    return "future" if concept.valid_from and concept.valid_from > on else "valid"


def record(
    hit: Hit, glossary: Glossary, on: date | None = None, houses: Mapping[str, House] | None = None
) -> dict[str, Any]:
    """A hit with everything that is known, for ``--format json``."""
    concept = hit.concept
    return {
        "id": concept.id,
        "how": hit.how,
        "matched": hit.term.text,
        "subject": concept.subject,
        "country": concept.country,
        **{lang: term.text if (term := term_for(concept, lang, houses)) else None for lang in LANGS},
        "reading": concept.reading,
        "terms": [
            {
                "text": term.text,
                "lang": term.lang,
                "status": term.status.value,
                "styles": list(term.styles),
                "target_only": term.target_only,
            }
            for term in concept.terms
        ],
        "avoid": [term.text for term in concept.terms if term.status is Status.DEPRECATED],
        "state": state(concept, on),
        "valid_from": concept.valid_from.isoformat() if concept.valid_from else None,
        "valid_until": concept.valid_until.isoformat() if concept.valid_until else None,
        "replaced_by": [
            {"id": ident, **({lang: _text(successor, lang) for lang in LANGS} if successor is not None else {})}
            for ident in concept.replaced_by
            for successor in [glossary.get(ident)]
        ],
        "replaces": [old.id for old in glossary.predecessors(concept.id)],
        "holders": [_tenure(t, t.person, glossary) for t in _tenures(concept, glossary, on) if t.office == concept.id],
        "offices": [_tenure(t, t.office, glossary) for t in _tenures(concept, glossary, on) if t.person == concept.id],
        "definition": concept.definition,
        "note": concept.note,
        "sources": list(concept.sources),
        "confidence": concept.confidence.value,
        "unverified": concept.confidence is Confidence.OWN,
    }


def _text(concept: Concept, lang: str) -> str | None:
    term = concept.preferred(lang)
    return term.text if term is not None else None


def text(
    hits: Sequence[Hit],
    glossary: Glossary,
    on: date | None = None,
    houses: Mapping[str, House] | None = None,
    *,
    full: bool = False,
) -> str:
    """Hits for a person: a few in full, many as a list; columns are aligned by the width of the characters."""
    if len(hits) > FULL and not full:
        return concept_list([hit.concept for hit in hits], on, houses)
    return "\n".join(_block(hit, glossary, on, houses) for hit in hits)


def _block(hit: Hit, glossary: Glossary, on: date | None, houses: Mapping[str, House] | None) -> str:
    concept = hit.concept
    lines = [line(concept, houses) + _marks(concept, on)]
    rows = []
    for lang in LANGS:
        best = term_for(concept, lang, houses)
        terms = [t for t in concept.terms if t.lang == lang]
        for number, term in enumerate(sorted(terms, key=lambda t: t is not best)):
            rows.append((lang if number == 0 else "", term.text, _status(term, best, houses), _styles(term)))
    widths = [max(map(width, column), default=0) for column in zip(*rows, strict=True)]
    lines += ["  " + "  ".join(map(pad, row, widths)).rstrip() for row in rows]
    facts = [
        ("id", f"{concept.id} ({', '.join(filter(None, (concept.subject, concept.country)))})"),
        # Translators: label in the table of vje lookup, kana of the Japanese name.
        (_("reading"), concept.reading),
        # Translators: label in the table of vje lookup, followed by days: until 2025-06-30.
        (_("valid"), validity(concept, glossary)),
        # Translators: label in the table of vje lookup, followed by what was there before: the predecessors.
        (_("before"), "; ".join(f"{line(old)}{_until(old)}" for old in glossary.predecessors(concept.id))),
        *(_office_line(tenure, concept, glossary) for tenure in _tenures(concept, glossary, on)),
        # Translators: label in the table of vje lookup, followed by what it is: a definition.
        (_("what"), concept.definition),
        # Translators: label in the table of vje lookup, followed by a remark for translators.
        (_("note"), concept.note),
        # Translators: label in the table of vje lookup, followed by the books and pages where the names were seen.
        (_("source"), f"{'; '.join(concept.sources)} ({concept.confidence.label})"),
    ]
    room = max(8, *(width(name) + 2 for name, fact in facts if fact))
    lines += [f"  {pad(name, room)}{fact}" for name, fact in facts if fact]
    return "\n".join(lines) + "\n"


def _tenures(concept: Concept, glossary: Glossary, on: date | None) -> list[Tenure]:
    """Who holds the office that is asked for, or what office the person holds, on the day or now."""
    if not concept.subject.startswith(("title", "person")):
        return []
    from toolkit.glossary.holders import in_office  # noqa: PLC0415 - most names are no office

    return in_office(glossary.tenures(concept.id), on)


def _office_line(tenure: Tenure, concept: Concept, glossary: Glossary) -> tuple[str, str]:
    other = tenure.person if tenure.office == concept.id else tenure.office
    known = glossary.get(other)
    about = listed(filter(None, (tenure.country, _days(tenure.since, tenure.until), tenure.note)))
    # Translators: labels in the table of vje lookup: who holds the office, which office the person holds.
    name = _("holder") if other == tenure.person else _("office")
    return name, f"{line(known) if known else other} ({about})"


def _tenure(tenure: Tenure, ident: str, glossary: Glossary) -> dict[str, Any]:
    known = glossary.get(ident)
    return {
        "id": ident,
        **{lang: _text(known, lang) if known else None for lang in LANGS},
        "country": tenure.country,
        "from": tenure.since.isoformat() if tenure.since else None,
        "until": tenure.until.isoformat() if tenure.until else None,
        "note": tenure.note,
    }


def concept_list(concepts: Iterable[Concept], on: date | None = None, houses: Mapping[str, House] | None = None) -> str:
    """Concepts one a line, in columns."""
    rows = [("en", "vi", "ja", "id", "")]
    for concept in concepts:
        names = [term.text if (term := term_for(concept, lang, houses)) else "–" for lang in LANGS]
        rows.append((names[0], names[1], names[2], concept.id, _short(concept, on)))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "".join("  ".join(map(pad, row, widths)).rstrip() + "\n" for row in rows)


def _short(concept: Concept, on: date | None) -> str:
    marks = []
    if concept.valid_until and state(concept, on) == "expired":
        marks.append(_("until {day}").format(day=dated(concept.valid_until)))
    elif concept.valid_from and state(concept, on) == "future":
        marks.append(_("from {day}").format(day=dated(concept.valid_from)))
    if concept.confidence is Confidence.OWN:
        marks.append(_("unverified"))
    return listed(marks)


def _marks(concept: Concept, on: date | None) -> str:
    short = _short(concept, on)
    return f"  ({short})" if short else ""


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return _("from {first} until {last}").format(first=dated(first), last=dated(last))
    if last:
        return _("until {day}").format(day=dated(last))
    return _("from {day}").format(day=dated(first)) if first else ""


def _until(concept: Concept) -> str:
    return f" ({_('until {day}').format(day=dated(concept.valid_until))})" if concept.valid_until else ""


def _status(term: Term, best: Term | None, houses: Mapping[str, House] | None) -> str:
    if term is best and term.status is not Status.DEPRECATED and houses and term.lang in houses:
        return f"{Status.PREFERRED.label} ({houses[term.lang].id})"
    return term.status.label


def _styles(term: Term) -> str:
    marks = [_(_MARKS[style]) if style in _MARKS else style for style in term.styles]
    if term.target_only:
        marks.append(_("in a translation only"))
    return listed(marks)
