"""What holds for every number and every date."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.figures import compare, find_dates, find_numbers, write_date, write_number

LANGS = st.sampled_from(["en", "vi", "ja"])
#: What a paper prints: a few figures, then noughts, perhaps two decimals.
VALUES = st.builds(
    lambda figures, noughts, cut: Fraction(figures * 10**noughts, 10**cut),
    st.integers(1, 9999),
    st.integers(0, 12),
    st.sampled_from([0, 0, 1, 2]),
)
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@settings(max_examples=150, deadline=None)
@given(VALUES, LANGS)
def test_what_is_written_is_read(value: Fraction, lang: str) -> None:
    """The writer's form of a value is found as one number with that value."""
    (number,) = find_numbers(write_number(value, lang), lang)
    assert value in number.readings


@settings(max_examples=150, deadline=None)
@given(VALUES, LANGS, LANGS)
def test_the_same_value_differs_in_no_pair_of_languages(value: Fraction, one: str, other: str) -> None:
    """However two languages write a value, it is the same value."""
    assert compare(write_number(value, one), write_number(value, other), one, other) == []


@settings(max_examples=80, deadline=None)
@given(DAYS, LANGS, LANGS)
def test_the_same_day_differs_in_no_pair_of_languages(day: date, one: str, other: str) -> None:
    """A day is found as it was written, and is the same day everywhere."""
    found = find_dates(write_date(day, one), one)
    assert [(d.year, d.month, d.day) for d in found] == [(day.year, day.month, day.day)]
    assert compare(write_date(day, one), write_date(day, other), one, other) == []


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet="0123456789０１.,，・:/-–% 万億兆千百十年月日第一二半hai tỷtriệuthứngàyandtwomillion's\n", max_size=40
    ),
    LANGS,
)
def test_any_text_is_read(text: str, lang: str) -> None:
    """Spans are in order, do not overlap, and hold the text that they name."""
    end = 0
    for number in find_numbers(text, lang):
        assert end <= number.start < number.end <= len(text)
        assert text[number.start : number.end] == number.text
        end = number.end
    for found in find_dates(text, lang):
        assert text[found.start : found.end] == found.text
