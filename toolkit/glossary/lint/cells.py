"""Rules that look at one row: its cells, its words, its days."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.glossary.concept import Confidence, Status
from toolkit.glossary.lint.problem import Problem
from toolkit.glossary.table.row import LANGS, TARGET, values
from toolkit.lang import LANGUAGES
from toolkit.lang.letters import HAN, KANA, VIETNAMESE_LETTERS, kind_of
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.ui.phrase import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.lint.sheet import Row, Sheet

#: What a subject may begin with; what follows is the curators' choice.
SUBJECTS = frozenset(("event", "institution", "organization", "person", "place", "term", "title", "work"))

#: Matching hints that some room reads.
HINTS = frozenset(("capital", "case", "common", "context", "established", "lookup", "surname"))

#: Columns whose cell holds several values.
_LISTS = frozenset(
    (*(f"{lang}_{kind}" for lang in LANGS for kind in ("admitted", "deprecated")), "replaced_by", "match", "source")
)

_ODD_SPACES = {
    "\u00a0": mark("no-break space"),
    "\u3000": mark("full-width space"),
    "\u200b": mark("zero-width space"),
    "\u00ad": mark("soft hyphen"),
    "\ufeff": mark("byte order mark"),
    "\t": mark("tab"),
    "\n": mark("line break"),
    "\r": mark("line break"),
}


def check_row(sheet: Sheet, row: Row) -> Iterator[Problem]:
    """Every defect that the row shows by itself."""
    for error in row.errors:
        yield _problem(sheet, row, "row-invalid", Severity.ERROR, error.column, str(error))
    for field, cell in row.cells.items():
        yield from _check_cell(sheet, row, field, cell)
    if row.concept is not None:
        yield from _check_terms(sheet, row, row.concept)
        yield from _check_facts(sheet, row, row.concept)


def _problem(
    sheet: Sheet, row: Row, check: str, severity: Severity, field: str, message: str, fix: str = ""
) -> Problem:
    return Problem(check, severity, message, row.path, row.line, field, sheet.column(row.line, field), row.ident, fix)


def _check_cell(sheet: Sheet, row: Row, field: str, cell: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", cell):
        yield _problem(
            sheet, row, "text-nfc", Severity.ERROR, field,
            _("{cell!r} is not in the composed form (NFC)").format(cell=cell),
            unicodedata.normalize("NFC", cell),
        )  # fmt: skip
    if cell.isascii() and cell.isalnum():
        return
    for char, name in _ODD_SPACES.items():
        if char in cell:
            fix = " ".join(cell.replace(char, "" if char in "\u200b\u00ad\ufeff" else " ").split())
            message = _("{cell!r} contains a character that does not belong there: {name}").format(
                cell=cell, name=_(name)
            )
            yield _problem(sheet, row, "text-space", Severity.ERROR, field, message, fix)
            break
    else:
        if cell != " ".join(cell.split()):
            message = _("{cell!r} has spaces at its ends or two in a row").format(cell=cell)
            yield _problem(sheet, row, "text-space", Severity.ERROR, field, message, " ".join(cell.split()))
    if "|" in cell and field in _LISTS and cell != " | ".join(values(cell)):
        message = _("{cell!r}: values are separated by ' | ', with none empty").format(cell=cell)
        yield _problem(sheet, row, "text-separator", Severity.ERROR, field, message, " | ".join(values(cell)))


def _field(term: Term) -> str:
    return term.lang + {Status.PREFERRED: "", Status.ADMITTED: "_admitted"}.get(term.status, "_deprecated")


def _check_terms(sheet: Sheet, row: Row, concept: Concept) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        twin = seen.setdefault((term.lang, term.text), term)
        if twin is not term:
            worse, message = Severity.WARNING, _("{term!r} stands twice")
            if twin.status is not term.status:
                worse, message = Severity.ERROR, _("{term!r} stands as “{one}” and as “{other}”")
            message = message.format(term=term.text, one=twin.status.label, other=term.status.label)
            yield _problem(sheet, row, "form-repeated", worse, _field(term), message)
        yield from _check_letters(sheet, row, term)
    for lang in LANGS:
        name = concept.preferred(lang)
        if name is None:
            message = _("there is no term yet in {language}").format(language=_(LANGUAGES[lang].name))
            yield _problem(sheet, row, "language-missing", Severity.INFO, lang, message)
        elif not concept.reading and HAN not in LANGUAGES[lang].foreign and _has_han(name.text):
            message = _("{term!r} has no kana reading: nobody can sort or type it").format(term=name.text)
            yield _problem(sheet, row, "reading-missing", Severity.WARNING, "ja_reading", message)


def _has_han(text: str) -> bool:
    return any(kind_of(char) == HAN for char in text)


def _check_letters(sheet: Sheet, row: Row, term: Term) -> Iterator[Problem]:
    """Letters that look right and are not: Cyrillic а in Hà Nội, full-width Ａ, a macron in Vietnamese."""
    field = _field(term)
    for char in term.text:
        if char.isascii():
            continue
        point = ord(char)
        if 0x370 <= point < 0x10FF and char.isalpha():
            name = unicodedata.name(char, "?")
            message = _("{term!r} has {char!r} ({name})").format(term=term.text, char=char, name=name)
            yield _problem(sheet, row, "letter-alien", Severity.ERROR, field, message)
        elif 0xFF01 <= point <= 0xFF9F and char.isalnum():
            fix = unicodedata.normalize("NFKC", term.text)
            if term.status is not Status.DEPRECATED:
                message = _("{term!r} has {char!r}: full-width letters and half-width kana are found anyway").format(
                    term=term.text, char=char
                )
                yield _problem(sheet, row, "letter-width", Severity.WARNING, field, message, fix)
        elif KANA in LANGUAGES[term.lang].foreign and char.isalpha() and char.lower() not in VIETNAMESE_LETTERS:
            # English takes any Latin letter; a language that spells with marks of its own takes no others
            if LANGUAGES[term.lang].marked and term.status is Status.PREFERRED:
                message = _("{term!r} has {char!r}, which Vietnamese news does not write").format(
                    term=term.text, char=char
                )
                yield _problem(sheet, row, "letter-alien", Severity.WARNING, field, message)
        else:
            continue
        return


def _capitals(code: str) -> str:
    """A code of two letters as it is written; of a country's name nobody can tell it by its letters."""
    return code.upper() if len(code) == 2 else ""


def _check_facts(sheet: Sheet, row: Row, concept: Concept) -> Iterator[Problem]:
    def problem(check: str, severity: Severity, field: str, message: str, fix: str = "") -> Problem:
        return _problem(sheet, row, check, severity, field, message, fix)

    if not concept.subject:
        yield problem("subject-unknown", Severity.ERROR, "subject", _("the row has no subject"))
    elif concept.subject.partition(".")[0] not in SUBJECTS:
        message = _("{subject!r} begins with none of {subjects}").format(
            subject=concept.subject, subjects=listed(sorted(SUBJECTS))
        )
        yield problem("subject-unknown", Severity.ERROR, "subject", message)
    if concept.country and not (len(concept.country) == 2 and concept.country.isascii() and concept.country.isupper()):
        message = _("{code!r} is no ISO 3166 code of two capitals").format(code=concept.country)
        yield problem("country-unknown", Severity.ERROR, "country", message, _capitals(concept.country))
    for hint in sorted(concept.hints):
        if hint.partition(":")[0] not in HINTS:
            message = _("{hint!r} is no hint that anything reads: {hints}").format(
                hint=hint, hints=listed(sorted(HINTS))
            )
            yield problem("hint-unknown", Severity.WARNING, "match", message)
    if not row.cells.get("confidence", "").strip():
        # Translators: confidence is a column of the glossary, own one of its words; both stay English.
        message = _("no confidence counts as own")
        yield problem("confidence-missing", Severity.WARNING, "confidence", message, "own")
    if not concept.sources:
        # Translators: confidence is a column of the glossary and stays English.
        message = _("the confidence is {confidence} and no source says so").format(confidence=concept.confidence.value)
        severe = Severity.WARNING if concept.confidence is Confidence.OWN else Severity.ERROR
        yield problem("source-missing", severe, "source", message)
    elif concept.confidence is Confidence.VERIFIED and len(concept.sources) < 2:
        # Translators: verified is a word of the column confidence and stays English.
        message = _("verified means two independent sources, and one is given")
        yield problem("source-missing", Severity.WARNING, "source", message)
    if concept.replaced_by and not concept.valid_until:
        message = _("a concept that was replaced needs a last day")
        yield problem("successor-undated", Severity.WARNING, "valid_until", message)
    if TARGET in concept.hints:
        yield problem(
            "hint-unknown",
            Severity.WARNING,
            "match",
            _("target is a mark of a term: {example}").format(example="米{target}"),
        )
