"""Hints for dates and numbers: what a weekday means on the article's day, how ten thousand is written."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from toolkit.figures import Kind, Weight, find_dates, find_numbers, write_date, write_number
from toolkit.lang import language
from toolkit.lang.figures import figure_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toolkit.catalog.notes import Context
    from toolkit.figures import Number, PartialDate
    from toolkit.glossary.houses import House
    from toolkit.lang.usage import Bound

#: From here on a number is grouped otherwise in the other language: 1万, 10,000.
_HARD = 10_000
#: From here on a scale word is put otherwise: hundred is not, 世紀 is none.
_SCALED = 1_000
_WEEK = 7
#: How far from a weekday the word stands that makes it the coming one.
_NEAR = 12


def dates(context: Context) -> Iterator[str]:
    """``Date: Friday = 1日``: the day that is meant, as news in the target writes it; nothing where it is doubtful."""
    if not context.target_lang or context.on is None:
        return
    for found in _dates(context):
        day = _day(found, context)
        if day is not None:
            house = context.houses.get(context.target_lang)
            yield f"Date: {found.text} = {news_date(day, context.on, context.target_lang, house)}"


def _dates(context: Context) -> Sequence[PartialDate]:
    if context.dates is not None:
        return context.dates
    return find_dates(context.source, context.source_lang, context.on)


def _day(found: PartialDate, context: Context) -> date | None:
    """The day of a date that needs thought: a weekday, a day without its month, a date of the target's other form."""
    if not found.sure or context.on is None or (found.day is None and found.weekday is None):
        return None
    day = _nearest(found.day, context.on) if found.day and not found.month else found.day_near(context.on)
    if day is None or found.day is not None or day == context.on:
        return day
    usage = language(context.source_lang).usage
    around = context.source[max(0, found.start - _NEAR) : found.start] + " " + context.source[found.end :][:_NEAR]
    words = f" {context.source} " if language(context.source_lang).spaced else context.source
    ahead = any(_has(around, word, context) for word in usage.ahead)
    future = any(_has(words, word, context) for word in usage.future)
    # Looking back would name the wrong week
    return None if ahead or future else day


def _nearest(number: int, on: date) -> date | None:
    """The day with this number that is nearest to *on*: on May 31, the 1st is tomorrow."""
    days = []
    for months in (-1, 0, 1):
        years, month = divmod(on.month - 1 + months, 12)
        with contextlib.suppress(ValueError):
            days.append(on.replace(year=on.year + years, month=month + 1, day=number))
    return min(days, key=lambda day: abs(day - on), default=None)


def _has(text: str, word: str, context: Context) -> bool:
    return f" {word} " in f" {text} " if language(context.source_lang).spaced else word in text


def news_date(day: date, on: date, lang: str, house: House | None = None) -> str:
    """
    A day in an article of the day *on*: the less, the nearer.

    >>> from datetime import date
    >>> [news_date(date(2024, 11, 1), date(2024, 11, 4), lang) for lang in ("en", "vi", "ja")]
    ['Friday', 'ngày 1/11', '1日']
    >>> news_date(date(2023, 11, 27), date(2024, 11, 4), "ja")
    '2023年11月27日'
    """
    patterns = figure_facts(lang).patterns
    if day.year != on.year:
        return write_date(day, lang, "date news")
    if "day near" in patterns and abs((day - on).days) < _WEEK:
        return write_date(day, lang, "day near")
    # A house whose dates begin with the year, as a ministry's, never writes the day alone.
    formal = house is not None and house.dates.startswith("y")
    return write_date(day, lang, "day" if day.month == on.month and not formal else "date short")


def numbers(context: Context) -> Iterator[str]:
    """``Number: over 10,000 = 1万人以上``: numbers whose words or groups are others in the target."""
    if not context.target_lang:
        return
    found = context.numbers
    if found is None:
        found = tuple(find_numbers(context.source, context.source_lang))
    hard = [number for number in found if _is_hard(number, context)]
    taken = [(d.start, d.end) for d in _dates(context)] if hard else []
    for number in hard:
        if not any(a <= number.start < b for a, b in taken):
            yield _line(number, context)


def _is_hard(number: Number, context: Context) -> bool:
    if number.kind not in (Kind.CARDINAL, Kind.RANGE) or number.weight is not Weight.FIGURES:
        return False
    if number.scale >= _SCALED:
        return True
    same = language(context.source_lang).spaced and language(context.target_lang).spaced
    return number.value >= _HARD and not same


def _line(number: Number, context: Context) -> str:
    source, target = language(context.source_lang).usage, language(context.target_lang).usage
    text, start, end = context.source, number.start, number.end
    behind = text[end : end + 40].lower()
    written = write_number(number.value, context.target_lang)
    people = any(word in behind.split("、")[0][:30] for word in source.counted) if number.unit == "" else False
    if people:
        written += target.counter
    skip = next((word for word in source.counted if source.counter and behind.startswith(word)), "")
    bound = _bound(source.bounds, text, start, end + len(skip))
    if bound is not None:
        meaning, start, end = bound
        template = next((b.template for b in target.bounds if b.meaning == meaning), "{}")
        written = template.format(written)
    return f"Number: {text[start:end]} = {written}"


def _bound(bounds: tuple[Bound, ...], text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """What makes the number rough, and the span with it."""
    head, tail = text[:start].rstrip().lower(), text[end:]
    gap = len(tail) - len(tail.lstrip())
    for bound in bounds:
        for word in bound.before:
            # In front of a word of letters no letter may stand; 約 needs no such care.
            if head.endswith(word) and not (word.isascii() and head[: -len(word)][-1:].isalpha()):
                return bound.meaning, len(head) - len(word), end
        for word in bound.after:
            if tail.lstrip().lower().startswith(word):
                return bound.meaning, start, end + gap + len(word)
    return None
