"""
Names with slots: ``glossary/patterns.csv``.

The columns are those of concepts, but for ``slots``: what each slot takes, ``name=subject@COUNTRY``, several subjects
with ``+`` between them and several slots with `` | ``. A template names its slots in braces, with a form where the full
name will not do: ``駐{host:short}{sender}大使``. A form is a mark of terms: ``日{target,short}``, ``Vietnamese{adj}``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit.errors import BadRow, GlossaryError
from toolkit.glossary.concept import Confidence
from toolkit.glossary.day import parse_day
from toolkit.glossary.table.row import LANGS, is_id, values
from toolkit.lang import LANGUAGES
from toolkit.lang.letters import first_foreign, kind_of
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

FILE = "patterns.csv"

COLUMNS = (
    "id",
    "subject",
    "country",
    "slots",
    *LANGS,
    *(f"{lang}_admitted" for lang in LANGS),
    "valid_from",
    "valid_until",
    "note",
    "source",
    "confidence",
)


class Slot(NamedTuple):
    """A slot in a template: its name, and the form it asks for, empty for the full name."""

    name: str
    form: str


class Take(NamedTuple):
    """What a slot takes: a subject and what is below it, of one country if one is given."""

    subject: str
    country: str


@dataclass(frozen=True, slots=True)
class Template:
    """
    One way to write a pattern.

    Attributes:
        lang: Code of the language.
        texts: What stands before, between and after the slots: one more than there are slots.
        slots: The slots in order.
        preferred: Whether it is the one to write.
    """

    lang: str
    texts: tuple[str, ...]
    slots: tuple[Slot, ...]
    preferred: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """
    One row.

    Attributes:
        id: Stable id: ``pattern.ambassador-to``.
        subject: What it names.
        country: ISO code where all that it names belongs to one state; else the first slot's counts.
        slots: What each slot takes, by name.
        templates: Every way to write it, the preferred one of each language first.
        valid_from: First day on which it holds; None if always.
        valid_until: Last day on which it holds; None if still.
        note: For people.
        sources: Where it was seen.
        confidence: How well it is attested.
    """

    id: str
    subject: str
    country: str
    slots: Mapping[str, tuple[Take, ...]]
    templates: tuple[Template, ...]
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.OWN


def load_patterns(folders: Iterable[Path | str]) -> list[Pattern]:
    """
    The patterns of several folders, a later row with the same id in place of an earlier one.

    Raises:
        InputError: A file cannot be read.
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    from toolkit.glossary.table.load import read_table  # noqa: PLC0415 - the loader need not know us first

    found: dict[str, Pattern] = {}
    bad: list[BadRow] = []
    for folder in folders:
        path = Path(folder) / FILE
        if path.is_file():
            for line, cells in read_table(path, COLUMNS, ("id", "slots", *LANGS)):
                errors: list[tuple[str, str]] = []
                pattern = _parse(cells, errors)
                found[pattern.id] = pattern
                bad += [BadRow(path, line, column, message) for column, message in errors]
    if bad:
        raise GlossaryError(tuple(bad))
    return list(found.values())


def _parse(cells: Mapping[str, str], errors: list[tuple[str, str]]) -> Pattern:
    ident = cells["id"].strip()
    if not is_id(ident):
        errors.append(("id", _("{value!r} is no id").format(value=ident)))
    takes: dict[str, tuple[Take, ...]] = {}
    for part in values(cells["slots"]):
        name, equals, subjects = part.partition("=")
        if not equals or not is_id(name.strip()):
            errors.append(
                ("slots", _("{value!r} is no slot: write area=place.province@VN + place.city@VN").format(value=part))
            )
            continue
        pairs = (subject.strip().partition("@") for subject in subjects.split("+"))
        takes[name.strip()] = tuple(Take(subject, country) for subject, _, country in pairs)
    templates = [
        template
        for preferred in (True, False)
        for lang in LANGS
        for template in _templates(cells, lang, takes, preferred, errors)
    ]
    days: dict[str, date | None] = {}
    for column in ("valid_from", "valid_until"):
        cell = cells.get(column, "").strip()
        try:
            days[column] = parse_day(cell, last=column == "valid_until") if cell else None
        except ValueError as error:
            errors.append((column, str(error)))
    word = cells.get("confidence", "").strip() or Confidence.OWN
    if word not in list(Confidence):
        errors.append(
            ("confidence", _("{value!r} is none of {choices}").format(value=word, choices=", ".join(Confidence)))
        )
        word = Confidence.OWN
    return Pattern(
        id=ident,
        subject=cells.get("subject", "").strip(),
        country=cells.get("country", "").strip(),
        slots=takes,
        templates=tuple(templates),
        valid_from=days.get("valid_from"),
        valid_until=days.get("valid_until"),
        note=cells.get("note", "").strip(),
        sources=tuple(values(cells.get("source", ""))),
        confidence=Confidence(word),
    )


def _templates(
    cells: Mapping[str, str],
    lang: str,
    takes: Mapping[str, tuple[Take, ...]],
    preferred: bool,
    errors: list[tuple[str, str]],
) -> Iterator[Template]:
    column = lang if preferred else f"{lang}_admitted"
    for text in values(cells.get(column, "")):
        try:
            template = parse_template(text, lang, preferred=preferred)
        except ValueError as error:
            errors.append((column, str(error)))
            continue
        if {slot.name for slot in template.slots} != set(takes):
            errors.append(
                (
                    column,
                    _("{text!r} must have the slots {choices}").format(
                        text=text, choices=", ".join(sorted(takes)) or "–"
                    ),
                )
            )
        else:
            yield template


def parse_template(text: str, lang: str, *, preferred: bool = True) -> Template:
    """
    A template in its parts.

    Raises:
        ValueError: The braces do not parse, a slot stands twice, or a letter that no name in *lang* has.

    >>> parse_template("駐{host:short}{sender}大使", "ja").texts
    ('駐', '', '大使')
    """
    texts, slots, rest = [], [], text
    while "{" in rest:
        before, _brace, rest = rest.partition("{")
        inside, closing, rest = rest.partition("}")
        name, colon, form = inside.partition(":")
        if not closing or not is_id(name) or (colon and not is_id(form)):
            raise ValueError(
                _("{text!r} has braces that do not parse: write {{area}} or {{area:bare}}").format(text=text)
            )
        texts.append(before)
        slots.append(Slot(name, form))
    texts.append(rest)
    if "}" in "".join(texts):
        raise ValueError(_("{text!r} has braces that do not parse: write {{area}} or {{area:bare}}").format(text=text))
    if len({slot.name for slot in slots}) < len(slots):
        raise ValueError(_("{text!r} has a slot twice").format(text=text))
    if letter := first_foreign("".join(texts), LANGUAGES[lang].foreign):
        raise ValueError(
            _("{text!r} has {letter!r} ({kind}), which no {language} name contains").format(
                text=text, letter=letter, kind=_(kind_of(letter)), language=_(LANGUAGES[lang].name)
            )
        )
    return Template(lang, tuple(texts), tuple(slots), preferred)
