"""Find dates: whole ones, and the parts of dates that news writes (``Friday``, ``tháng 9``, ``令和6年``)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cache.patterns import compile_all
from toolkit.figures.grammar import choice, narrow
from toolkit.lang import language
from toolkit.lang.figures import figure_facts
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURE = re.compile(r"\d").search
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """
    A date as far as the text gives it; what it does not say is None.

    Attributes:
        start: First code point.
        end: One past the last.
        text: What stands there.
        year: Western year; of a two-digit year the one nearest to the day that was asked with, else in this century.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 1 is Monday, as in ISO 8601.
        quarter: 1 to 4.
        sure: Whether nothing else than a date can be meant; "thứ hai" is Monday and "second", "May" a verb.
        parts: Spans of the numbers inside, by name: ``{"day": (5, 7)}``.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    sure: bool = True
    parts: tuple[tuple[str, tuple[int, int]], ...] = ()

    def day_near(self, on: date) -> date | None:
        """
        The one day that is meant in an article of the day *on*, or None where the text does not say.

        News looks back: a weekday is the last one before *on*, or *on* itself.

        >>> PartialDate(0, 6, "Friday", weekday=5).day_near(date(2024, 11, 4))
        datetime.date(2024, 11, 1)
        """
        if self.day is not None:
            try:
                return date(self.year or on.year, self.month or on.month, self.day)
            except ValueError:
                return None
        if self.weekday is not None:
            return on - timedelta(days=(on.isoweekday() - self.weekday) % 7)
        return None


def dates(text: str, lang: str, on: date | None = None) -> list[PartialDate]:
    """Every date of *text*; see :func:`toolkit.figures.find_dates`."""
    plain = narrow(text)
    return list(_dates(text, plain, lang, on)) if _may_hold(plain, lang) else []


def _may_hold(plain: str, lang: str) -> bool:
    """Whether a text has a figure, or a word without which no date is written: most sentences have neither."""
    if _FIGURE(plain):
        return True
    words, exact = _signs(lang)
    text = plain if exact else plain.lower()
    for word in words:  # noqa: SIM110 - asked of every sentence, and twice as fast as any()
        if word in text:
            return True
    return False


@lru_cache
def _signs(lang: str) -> tuple[tuple[str, ...], bool]:
    """The words for dates without figures, and whether their capitals count."""
    facts = figure_facts(lang)
    exact = _is_exact(lang)
    words = {*facts.months, *facts.weekdays, *facts.ordinals, *facts.eras}
    for form in facts.date_forms:
        if "{q}" in form:
            words.update(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w\}", " ", form)))
    return tuple({word if exact else word.lower() for word in words}), exact


def _is_exact(lang: str) -> bool:
    """Whether months and weekdays have capitals that tell them from other words."""
    return language(lang).spaced and any(word[:1].isupper() for word in figure_facts(lang).months)


def _dates(text: str, plain: str, lang: str, on: date | None) -> Iterator[PartialDate]:
    facts = figure_facts(lang)
    pattern = _pattern(lang)
    for match in pattern.finditer(plain):
        groups = {name[0]: (value, match.span(name)) for name, value in match.groupdict().items() if value is not None}
        month = _int(groups, "m")
        name = groups.get("M")
        sure = True
        if name is not None:
            month = _lookup(facts.months, name[0])
            if month is None:
                continue
            alone = len(groups) == 1
            if alone and any(_same(name[0], word) for word in facts.doubtful_months):
                before = plain[: match.start()].split()[-1:]
                *rest, last = name[0].split()
                # "tháng Tám" with its capital is a month; "may" without one was none in the first place.
                sure = bool(rest and last[:1].isupper()) or bool(before and before[0].lower() in facts.month_context)
        day = _int(groups, "d")
        if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
            continue
        weekday = None
        if "W" in groups:
            word = groups["W"][0]
            weekday = _lookup(facts.weekdays, word)
            if facts.weekday_before:
                sure = len(groups) > 1 or word[:1].isupper() or word.split()[-1][:1].isupper()
                if not sure:
                    before = plain[: match.start()].split()[-1:]
                    sure = bool(before) and before[0].lower() in facts.weekday_before and "lần" not in before
        quarter = None
        if "q" in groups:
            quarter = _QUARTERS.get(groups["q"][0].lower())
        elif "Q" in groups:
            quarter = _lookup(facts.ordinals, groups["Q"][0])
        elif "s" in groups:
            quarter = int(groups["s"][0].rstrip("0123456789")[:-1]) // 3 + 1
            sure = False  # as well two months
        year = _int(groups, "Y")
        if year is None and (short := _int(groups, "y")) is not None:
            era = groups.get("e")
            year = facts.eras[era[0]] + short - 1 if era else _century(short, on)
        yield PartialDate(
            match.start(),
            match.end(),
            text[match.start() : match.end()],
            year=year,
            month=month,
            day=day,
            weekday=weekday,
            quarter=quarter,
            sure=sure,
            parts=tuple((_NAMES[key], span) for key, (_, span) in groups.items() if key in _NAMES),
        )


_NAMES = {
    "Y": "year",
    "y": "year",
    "m": "month",
    "M": "month",
    "d": "day",
    "W": "weekday",
    "q": "quarter",
    "Q": "quarter",
    "s": "quarter",
}


def _century(short: int, on: date | None) -> int:
    if on is None:
        return 2000 + short
    return min((1900 + short, 2000 + short), key=lambda year: abs(year - on.year))


def _int(groups: dict[str, tuple[str, tuple[int, int]]], key: str) -> int | None:
    if key not in groups:
        return None
    text = groups[key][0]
    return 1 if text == "元" else int(text)


def _same(first: str, second: str) -> bool:
    return first.lower() == second.lower()


def _lookup(table: object, word: str) -> int | None:
    assert hasattr(table, "items")
    for key, value in table.items():
        if _same(key, word):
            return int(value)
    return None


@lru_cache
def _pattern(lang: str) -> re.Pattern[str]:
    """All forms of dates of one language in one pattern; group names carry the number of their form."""
    facts = figure_facts(lang)
    spaced = language(lang).spaced
    forms = []
    for index, form in enumerate(facts.date_forms):
        holes = {
            "Y": r"[12]\d{3}",
            "y": r"\d{1,2}|元",
            "m": r"\d{1,2}",
            "d": r"\d{1,2}",
            "M": choice(facts.months),
            "W": choice(facts.weekdays),
            "q": r"[1-4一二三四]|[Ii]{1,3}|[Ii][Vv]",
            "Q": choice(facts.ordinals),
            "s": "(?:1[-~–〜～]3|4[-~–〜～]6|7[-~–〜～]9|10[-~–〜～]12)",
            "e": choice(facts.eras),
        }
        regex = form
        for key, hole in holes.items():
            regex = regex.replace("{" + key + "}", f"(?P<{key}{index}>{hole})", 1)
        forms.append(regex.replace(" ", r"\s"))
    edge, end = (r"(?<![\w.,])", r"(?!\w|[.,]\d)") if spaced else (r"(?<![\d.])", r"(?!\d)")
    pattern = f"{edge}(?:{'|'.join(forms)}){end}"
    return compile_all(f"dates.{lang}", {"date": (pattern, 0 if _is_exact(lang) else re.IGNORECASE)})["date"]
