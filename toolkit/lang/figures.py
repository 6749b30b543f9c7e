"""
How a language writes numbers and dates: facts, read from a text file that a translator can edit.

The files lie beside this one (``en.figures.txt``): sections in brackets, one entry a line, ``word = value``.
They are read when numbers are first looked for, so that a command which needs none does not pay for them.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import InputError, UnknownLanguageError
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """
    The words and marks with which one language writes numbers and dates.

    Attributes:
        decimal: The decimal mark.
        group: The mark between groups of three digits.
        lax: Whether papers also write the two marks the other way round, so that both readings must be kept.
        middle: A further decimal mark (3・5), or empty.
        units: Words that add up inside a number: ``twenty`` 20, ``five`` 5.
        scales: Words that multiply what stands before them: ``million``, ``万``.
        measures: Scales that are things to count as well, so that both readings hold: ``two decades``.
        short_scales: Scales glued to figures: ``5bn``.
        ordinals: Words for ranks: ``fifth``.
        ordinal_prefixes: What makes the number after it a rank: ``thứ``, ``第``.
        never_last: Words that begin or continue a number and never end a longer one: ``hai mươi năm`` is 20 years.
        ordinal_suffixes: What makes figures a rank: ``5th``.
        loose: Words that may stand for a number in a translation but are never demanded of one, with their meanings.
        not_numbers: Words that begin like a number and are none: ``tỷ lệ``, ``十分``.
        month_context: Words before a doubtful month that make it one: ``in May``.
        articles: Words that say "one" now and then.
        common: Number words so frequent that alone they are never demanded either.
        joiners: What may stand between two parts of one number: ``and``, ``linh``.
        vague: What makes a scale a vague amount: ``several million``.
        own_counts: Words before a number that each country counts for itself: ``台風3号`` is no ``bão số 3``.
        half_after: Half of the scale before it: ``hai triệu rưỡi``.
        percent: Signs and words for percent.
        hours: What marks an hour of the day, after the figures.
        afternoon: Those of :attr:`hours` that say it is after noon.
        hours_before: Words before an hour that say it is after noon.
        years_before: What marks a year, before the figures.
        years_after: What marks a year, after the figures.
        decades_before: What marks a decade, before the figures.
        decades_after: What marks a decade, after the figures.
        months: Names of months.
        weekdays: Names of weekdays, Monday is 1.
        weekday_before: What makes a doubtful weekday (``thứ hai``, also "second") a weekday.
        doubtful_months: Names of months that are other words as well.
        month_before: What marks the number of a month, before it.
        month_after: The same after it.
        day_before: What marks the day of a month, before it.
        day_after: The same after it.
        counters: What makes a number word in front of it surely a number.
        quarter_before: What marks a quarter of a year, before its number.
        quarter_after: The same after its number.
        eras: Names of eras and the western year of their first year.
        tenths: Units of a tenth: 割.
        hundredths: Coins of which a hundred are the currency's unit: cents.
        zones: What four figures before it are the time of: ``0951 UTC``.
        no_half: What makes another word of a half: 年半ば is the middle of the year.
        range_words: What stands between the two ends of a range, besides dashes.
        date_forms: How dates are written: templates, the fullest first; the files explain their placeholders.
        currencies: Signs and words of currencies, to ISO 4217.
        patterns: How a date, a month, a year and a time are written, for the writer.
    """

    decimal: str
    group: str
    lax: bool
    middle: str
    units: Mapping[str, int]
    scales: Mapping[str, int]
    measures: Mapping[str, int]
    short_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: tuple[str, ...]
    ordinal_prefixes: tuple[str, ...]
    never_last: frozenset[str]
    loose: Mapping[str, tuple[Fraction, ...]]
    not_numbers: tuple[str, ...]
    month_context: tuple[str, ...]
    articles: frozenset[str]
    common: frozenset[str]
    joiners: tuple[str, ...]
    vague: tuple[str, ...]
    own_counts: tuple[str, ...]
    half_after: tuple[str, ...]
    percent: tuple[str, ...]
    hours: tuple[str, ...]
    afternoon: tuple[str, ...]
    hours_before: tuple[str, ...]
    years_before: tuple[str, ...]
    years_after: tuple[str, ...]
    decades_before: tuple[str, ...]
    decades_after: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_before: tuple[str, ...]
    doubtful_months: frozenset[str]
    month_before: tuple[str, ...]
    month_after: tuple[str, ...]
    day_before: tuple[str, ...]
    day_after: tuple[str, ...]
    counters: tuple[str, ...]
    quarter_before: tuple[str, ...]
    quarter_after: tuple[str, ...]
    eras: Mapping[str, int]
    tenths: tuple[str, ...]
    hundredths: tuple[str, ...]
    zones: tuple[str, ...]
    no_half: tuple[str, ...]
    range_words: tuple[str, ...]
    date_forms: tuple[str, ...]
    currencies: Mapping[str, str]
    patterns: Mapping[str, str]


@lru_cache
def figure_facts(lang: str) -> FigureFacts:
    """
    The facts for one language.

    Raises:
        UnknownLanguageError: There is no file for it.
        InputError: The file has a line that is neither a section nor an entry.

    >>> figure_facts("vi").decimal
    ','
    """
    path = Path(__file__).with_name(f"{lang}.figures.txt")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UnknownLanguageError(_("no words for numbers in language {lang!r}").format(lang=lang)) from None
    sections: dict[str, dict[str, str]] = {}
    section: dict[str, str] | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or (line.startswith("#") and " " in line):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = sections.setdefault(line[1:-1], {})
        elif section is None:
            raise InputError(_("an entry stands before the first section"), path=path, line=number)
        else:
            word, _sign, value = line.partition(" = ")
            section[word.strip()] = value.strip()

    def words(name: str) -> tuple[str, ...]:
        return tuple(sections.get(name, {}))

    def values(name: str) -> dict[str, int]:
        return {word: int(value) for word, value in sections.get(name, {}).items()}

    marks = sections["marks"]
    return FigureFacts(
        decimal=marks["decimal"],
        group=marks["group"],
        lax=marks.get("lax") == "yes",
        middle=marks.get("middle", ""),
        units=values("units"),
        scales=values("scales"),
        measures=values("measures"),
        short_scales=values("short scales"),
        ordinals=values("ordinals"),
        ordinal_suffixes=words("ordinal suffixes"),
        ordinal_prefixes=words("ordinal prefixes"),
        never_last=frozenset(words("never last")),
        loose={word: tuple(map(Fraction, value.split())) for word, value in sections.get("loose", {}).items()},
        not_numbers=words("not numbers"),
        month_context=words("month context"),
        articles=frozenset(words("articles")),
        common=frozenset(words("common")),
        joiners=words("joiners"),
        vague=words("vague"),
        own_counts=words("own counts"),
        half_after=words("half after"),
        percent=words("percent"),
        hours=words("hours"),
        afternoon=words("afternoon"),
        hours_before=words("hours before"),
        years_before=words("years before"),
        years_after=words("years after"),
        decades_before=words("decades before"),
        decades_after=words("decades after"),
        months=values("months"),
        weekdays=values("weekdays"),
        weekday_before=words("weekday before"),
        doubtful_months=frozenset(words("doubtful months")),
        month_before=words("month before"),
        month_after=words("month after"),
        day_before=words("day before"),
        day_after=words("day after"),
        counters=words("counters"),
        quarter_before=words("quarter before"),
        quarter_after=words("quarter after"),
        eras=values("eras"),
        tenths=words("tenths"),
        hundredths=words("hundredths"),
        zones=words("zones"),
        no_half=words("no half"),
        range_words=words("range words"),
        date_forms=words("date forms"),
        currencies=sections.get("currencies", {}),
        patterns=sections.get("patterns", {}),
    )
