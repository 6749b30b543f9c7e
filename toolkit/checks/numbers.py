"""Numbers, dates and names of people: facts that a reader would take from the translation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.figures import Difference, Weight, compare, find_numbers
from toolkit.finding import Severity
from toolkit.normalize import clean
from toolkit.ui import gettext as _
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding


def number_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    A number of the source is another one in the translation, or is missing there.

    Why:
        A reader has no way to notice that `43.7 trillion` became `43.7 billion`. Values are compared, not
        figures: `43.7 trillion`, `43兆7000億` and `43.700 tỷ` are one number. What the translation adds (a gloss, an
        amount in another currency) is fine. It is an error where another number stands in its place, a warning where
        none does.

    Example:
        `Profit rose 19.7 percent.` → `Lợi nhuận tăng 17,9%.`

    Fix:
        Write the number of the source in the form of the target language.
    """
    yield from _differences(pair, "number", "number-mismatch")


def date_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    A day, a month or a weekday of the source is another one in the translation.

    Why:
        Months have numbers in Vietnamese and Japanese and names in English, 令和6年 is 2024, and 5/4 is April 5 in
        Viet Nam: dates are where a tired translator slips. Where the article's day is known, "on Friday" may become
        the date of that Friday, and no other.

    Example:
        `The talks begin on April 5.` → `Đàm phán bắt đầu ngày 4/5.`

    Fix:
        Write the date of the source in the form of the target language.
    """
    yield from _differences(pair, "date", "date-mismatch")


@lru_cache(maxsize=4)
def _compared(source: str, target: str, source_lang: str, target_lang: str, on: date | None) -> tuple[Difference, ...]:
    """The differences, with spans in the texts as given; two checks ask for the same pair one after the other."""
    ours, theirs = clean(source), clean(target)
    found = compare(ours.text, theirs.text, source_lang, target_lang, on)
    return tuple(
        replace(
            one,
            source=None if one.source is None else ours.span(*one.source),
            target=None if one.target is None else theirs.span(*one.target),
        )
        for one in found
    )


def _differences(pair: Pair, of: str, check: str) -> Iterator[Finding]:
    for one in _compared(pair.source, pair.target, pair.source_lang, pair.target_lang, pair.on):
        if one.of != of or one.source is None:
            continue
        wanted = pair.source[slice(*one.source)]
        if one.target is None:
            message = _("“{text}” is not in the translation").format(text=wanted)
            yield pair.finding(check, Severity.WARNING, message, one.source, side="source")
            continue
        severity = Severity.ERROR if one.sure else Severity.WARNING
        yield pair.finding(
            check,
            severity,
            _("“{text}” is “{other}” in the translation").format(text=wanted, other=pair.target[slice(*one.target)]),
            one.target,
            fix=_fix(pair, one.source, one.target) if of == "number" else "",
        )


def _fix(pair: Pair, source: tuple[int, int], target: tuple[int, int]) -> str:
    """The source's number in the form of the target's, where the source says exactly one value."""
    numbers = find_numbers(pair.source[slice(*source)], pair.source_lang)
    if _is_halved(pair.source, source, pair.source_lang) or _is_halved(pair.target, target, pair.target_lang):
        return ""  # 2年半: the half stands elsewhere
    if len(numbers) != 1 or numbers[0].weight is not Weight.FIGURES or len(numbers[0].readings) > 2:
        return ""
    from toolkit.figures import write_number  # noqa: PLC0415 - most numbers need no correction

    return write_number(numbers[0].value, pair.target_lang, like=pair.target[slice(*target)])


def _is_halved(text: str, spot: tuple[int, int], lang: str) -> bool:
    """Whether a number is worth more where it stands than by itself."""
    here = [number for number in find_numbers(text, lang) if (number.start, number.end) == spot]
    alone = find_numbers(text[slice(*spot)], lang)
    return bool(here and alone) and here[0].value.denominator != alone[0].value.denominator
