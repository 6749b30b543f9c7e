"""The dies from which names are coined: the patterns of a glossary, in the shape that the compiled glossary keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.glossary.concept import Confidence
from toolkit.glossary.lookup.key import key, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from toolkit.glossary.table.pattern import Pattern


class Form(NamedTuple):
    """
    One way to write a pattern in one language, ready to be held against a key.

    Attributes:
        lang: Code of the language.
        texts: The words before, between and after the slots, as they are written.
        keys: The same as squeezed keys.
        slots: Name and form (``short``, ``adj``, ``bare``; empty for the full name) of each slot, in order.
    """

    lang: str
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]


class Die(NamedTuple):
    """
    A pattern, ready to coin names.

    Attributes:
        id: Id of the pattern.
        subject: Subject of what it names.
        country: Country of what it names, empty where the filler of a slot says it.
        slots: The kinds of concept that each slot takes, as pairs of subject and country, by the slot's name.
        forms: Every way to write it, in all languages.
        preferred: Places in *forms* of the usual ways.
        admitted: Places in *forms* of the other correct ways.
        valid_from: First day on which anything was called so.
        valid_until: Last day.
        note: What a curator says of it.
        sources: Where it was seen.
        confidence: How sure we are of it.
    """

    id: str
    subject: str
    country: str
    slots: Mapping[str, Sequence[tuple[str, str]]]
    forms: tuple[Form, ...]
    preferred: tuple[int, ...]
    admitted: tuple[int, ...]
    valid_from: date | None
    valid_until: date | None
    note: str
    sources: tuple[str, ...]
    confidence: Confidence


def pack(patterns: Iterable[Pattern]) -> list[tuple[Any, ...]]:
    """Patterns as :mod:`marshal` can write them, with the keys of their words made."""
    return [_pack(pattern) for pattern in patterns]


def ident_of(packed: Sequence[Any]) -> str:
    """The id of a packed pattern."""
    ident: str = packed[0]
    return ident


def unpack(packed: Sequence[Any]) -> Die:
    """One pattern of those that :func:`pack` packed, with names for its parts, days and a confidence again."""
    from datetime import date  # noqa: PLC0415 - few look-ups come here

    ident, subject, country, slots, forms, preferred, admitted, first, last, note, sources, sure = packed
    begins, ends = (date.fromordinal(day) if day else None for day in (first, last))
    cast = tuple(Form(*form) for form in forms)
    return Die(ident, subject, country, slots, cast, preferred, admitted, begins, ends, note, sources, Confidence(sure))


def _pack(pattern: Pattern) -> tuple[Any, ...]:
    forms: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]] = []
    preferred: list[int] = []
    admitted: list[int] = []
    for template in pattern.templates:
        texts = tuple(template.texts)
        keys = tuple(squeeze(key(text)) for text in texts)
        slots = tuple((slot.name, slot.form) for slot in template.slots)
        (preferred if template.preferred else admitted).append(len(forms))
        forms.append((template.lang, texts, keys, slots))
    return (
        pattern.id,
        pattern.subject,
        pattern.country,
        {name: tuple((take.subject, take.country) for take in takes) for name, takes in pattern.slots.items()},
        tuple(forms),
        tuple(preferred),
        tuple(admitted),
        pattern.valid_from.toordinal() if pattern.valid_from else 0,
        pattern.valid_until.toordinal() if pattern.valid_until else 0,
        pattern.note,
        tuple(pattern.sources),
        pattern.confidence.value,
    )
