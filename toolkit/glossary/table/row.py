"""
A concept as a row of a CSV file, and back.

The format is made for a spreadsheet and for a diff: one row a concept, names rather than codes, several values in a
cell with `` | `` between them. Reading is strict, because a wrong name in print is worse than none; whatever is wrong
with a row is collected, so that a curator mends a file in one go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.day import parse_day
from toolkit.lang import LANGUAGES
from toolkit.lang.letters import KANA, first_foreign, kind_of
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

#: The languages of the columns, in their order.
LANGS = ("en", "vi", "ja")

#: The columns of a concept file, in the order in which we write them.
COLUMNS = (
    "id",
    "subject",
    "country",
    *LANGS,
    *(f"{lang}_admitted" for lang in LANGS),
    *(f"{lang}_deprecated" for lang in LANGS),
    "ja_reading",
    "valid_from",
    "valid_until",
    "replaced_by",
    "match",
    "definition",
    "note",
    "source",
    "confidence",
)

#: Marks a term that is right in a target only.
TARGET = "target"

_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_READING_EXTRAS = frozenset(" ・ー゠=（）()･　")


class RowError(ValueError):
    """What is wrong with one cell: :attr:`column` and the message."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def is_id(text: str) -> bool:
    """
    Whether *text* may name a concept: ``[a-z0-9]+([._-][a-z0-9]+)*``.

    >>> [is_id(t) for t in ("vn.prov.thanh-hoa", "Hanoi", "vn..x", "")]
    [True, False, False, False]
    """
    return all(part and _ID_LETTERS.issuperset(part) for part in text.replace("-", ".").replace("_", ".").split("."))


def is_made_id(text: str) -> bool:
    """
    Whether *text* may name what a pattern makes: ``pattern.prefecture-governor(jp.pref.tokyo)``.

    >>> [is_made_id(t) for t in ("pattern.embassy-in(country.vn,country.jp)", "pattern.embassy-in", "a(b", "a(B)")]
    [True, False, False, False]
    """
    pattern, bracket, fillers = text.partition("(")
    return bool(bracket) and is_id(pattern) and fillers.endswith(")") and all(map(is_id, fillers[:-1].split(",")))


def values(cell: str) -> list[str]:
    """
    The values of a cell, trimmed.

    >>> values("Hà Nội | TP. Hà Nội")
    ['Hà Nội', 'TP. Hà Nội']
    """
    return (
        [part for part in map(str.strip, cell.split("|")) if part]
        if "|" in cell
        else [c]
        if (c := cell.strip())
        else []
    )


def parse_term(text: str, lang: str, status: Status) -> Term:
    """
    One name with its marks.

    Raises:
        ValueError: The marks do not parse, or a letter that no name in *lang* has.

    >>> parse_term("Hanoi{ap}", "en", Status.ADMITTED).styles
    ('ap',)
    >>> parse_term("米{target}", "ja", Status.ADMITTED).target_only
    True
    """
    styles: list[str] = []
    name = text
    while name.endswith("}"):
        name, brace, inside = name[:-1].rpartition("{")
        marks = [mark.strip() for mark in inside.split(",")]
        if not brace or not all(map(is_id, marks)):
            raise ValueError(
                _("{text!r} has marks that do not parse: write `Hanoi{{ap}}` or `米{{target}}`").format(text=text)
            )
        styles = marks + styles
        name = name.rstrip()
    if "{" in name or "}" in name:
        raise ValueError(_("{text!r} has a brace inside: marks stand at the end").format(text=text))
    if not name:
        raise ValueError(_("{text!r} has marks and no name").format(text=text))
    if letter := first_foreign(name, LANGUAGES[lang].foreign):
        raise ValueError(
            _("{text!r} has {letter!r} ({kind}), which no {language} name contains").format(
                text=name, letter=letter, kind=_(kind_of(letter)), language=_(LANGUAGES[lang].name)
            )
        )
    return Term(name, lang, status, tuple(s for s in styles if s != TARGET), TARGET in styles)


def parse_row(cells: Mapping[str, str]) -> tuple[Concept | None, list[RowError]]:
    """
    The concept of a row, or everything that is wrong with it.

    Args:
        cells: Column name to text, NFC; a column that is not there counts as empty.

    Returns:
        The concept and an empty list, or None and the defects.
    """
    get = cells.get
    errors: list[RowError] = []
    ident = (get("id") or "").strip()
    if not ident:
        errors.append(RowError("id", _("the row has no id")))
    elif not is_id(ident):
        errors.append(
            RowError("id", _("{value!r} is no id: use a-z and 0-9 with . _ - between them").format(value=ident))
        )

    terms: list[Term] = []
    for lang in LANGS:
        preferred = (get(lang) or "").strip()
        if "|" in preferred:
            errors.append(
                RowError(
                    lang,
                    _("{text!r} is several terms: one is preferred, the others are admitted").format(text=preferred),
                )
            )
            continue
        for column, status in (
            (lang, Status.PREFERRED),
            (f"{lang}_admitted", Status.ADMITTED),
            (f"{lang}_deprecated", Status.DEPRECATED),
        ):
            if cell := get(column):
                for text in values(cell):
                    try:
                        terms.append(parse_term(text, lang, status))
                    except ValueError as error:
                        errors.append(RowError(column, str(error)))
    if not terms and not errors:
        errors.append(RowError("en", _("the row names nothing in any language")))

    reading = (get("ja_reading") or "").strip()
    if reading and not all(kind_of(c) == KANA or c in _READING_EXTRAS for c in reading):
        errors.append(RowError("ja_reading", _("{text!r} is not kana").format(text=reading)))

    days: list[date | None] = []
    for column in ("valid_from", "valid_until"):
        cell = (get(column) or "").strip()
        try:
            days.append(parse_day(cell, last=column == "valid_until") if cell else None)
        except ValueError as error:
            days.append(None)
            errors.append(RowError(column, str(error)))
    first, last = days
    if first and last and last < first:
        errors.append(RowError("valid_until", _("{last} is before valid_from {first}").format(last=last, first=first)))

    successors = tuple(values(get("replaced_by") or ""))
    errors += [RowError("replaced_by", _("{value!r} is no id").format(value=s)) for s in successors if not is_id(s)]
    hints = frozenset(values(get("match") or ""))
    errors += [
        RowError("match", _("{value!r} is no matching hint").format(value=h))
        for h in sorted(hints)
        if not is_id(h.replace(":", "."))
    ]

    word = (get("confidence") or "").strip()
    try:
        confidence = Confidence(word) if word else Confidence.OWN
    except ValueError:
        errors.append(
            RowError(
                "confidence", _("{value!r} is none of {choices}").format(value=word, choices=", ".join(Confidence))
            )
        )
    if errors:
        return None, errors
    return (
        Concept(
            id=ident,
            subject=(get("subject") or "").strip(),
            country=(get("country") or "").strip(),
            terms=tuple(terms),
            reading=reading,
            valid_from=first,
            valid_until=last,
            replaced_by=successors,
            hints=hints,
            definition=(get("definition") or "").strip(),
            note=(get("note") or "").strip(),
            sources=tuple(values(get("source") or "")),
            confidence=confidence,
        ),
        [],
    )


def format_term(term: Term) -> str:
    """
    A name as it stands in its cell.

    >>> format_term(Term("Hanoi", "en", Status.ADMITTED, ("ap",)))
    'Hanoi{ap}'
    """
    marks = [*term.styles, *([TARGET] if term.target_only else [])]
    return term.text + (f"{{{','.join(marks)}}}" if marks else "")


def format_row(concept: Concept) -> dict[str, str]:
    """The cells of *concept*, every column of :data:`COLUMNS`; :func:`parse_row` gives it back."""

    def join(parts: Iterable[str]) -> str:
        return " | ".join(parts)

    row = {
        "id": concept.id,
        "subject": concept.subject,
        "country": concept.country,
        "ja_reading": concept.reading,
        "valid_from": concept.valid_from.isoformat() if concept.valid_from else "",
        "valid_until": concept.valid_until.isoformat() if concept.valid_until else "",
        "replaced_by": join(concept.replaced_by),
        "match": join(sorted(concept.hints)),
        "definition": concept.definition,
        "note": concept.note,
        "source": join(concept.sources),
        "confidence": concept.confidence.value,
    }
    for lang in LANGS:
        for suffix, status in (
            ("", Status.PREFERRED),
            ("_admitted", Status.ADMITTED),
            ("_deprecated", Status.DEPRECATED),
        ):
            row[lang + suffix] = join(format_term(t) for t in concept.terms if t.lang == lang and t.status is status)
    return {column: row[column] for column in COLUMNS}
