"""Numbers and dates in running text."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from toolkit.figures import Weight, carry, compare, find_dates, find_numbers, write_date, write_number
from toolkit.figures.verbatim import find_verbatim

MILLION, BILLION, TRILLION = 10**6, 10**9, 10**12


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "43.7 trillion yen", [43_700_000_000_000]),
        ("en", "a £11million deal", [11 * MILLION]),
        ("en", "two hundred and five people", [205]),
        ("en", "the twenty-first century, 1,234.5 tons", [21, Fraction("1234.5")]),
        ("en", "10-12 million tourists", [10, 12 * MILLION]),
        ("en", "several million, hundreds of people", []),
        ("en", "2 million 300 thousand dong", [2_300_000]),
        ("vi", "43.700 tỷ yên", [43_700 * BILLION]),
        ("vi", "hai tỷ đồng", [2 * BILLION]),
        ("vi", "43 nghìn tỷ đồng", [43 * TRILLION]),
        ("vi", "hai trăm linh năm người", [205]),
        ("vi", "hai mươi năm trước", [20]),
        ("vi", "2 triệu rưỡi", [2_500_000]),
        ("vi", "2 vạn cây ở Việt Nam", [20_000]),
        ("vi", "tăng 19,7%", [Fraction("19.7")]),
        ("vi", "1.234.567 người", [1_234_567]),
        ("vi", "tỷ lệ thất nghiệp, hàng nghìn người", []),
        ("vi", "năm 1976 tỷ lệ này", [1976]),
        ("ja", "43兆7000億円", [43_700_000_000_000]),
        ("ja", "１０００万人", [10 * MILLION]),
        ("ja", "1 万 5 千ドル", [15_000]),
        ("ja", "二〇二四年", [2024]),
        ("ja", "３・５倍", [Fraction("3.5")]),
        ("ja", "20億ドン", [2 * BILLION]),
        ("ja", "数十人が千葉と三重で十分に休んだ", []),
        ("ja", "一億二千万円", [120 * MILLION]),
    ],
)
def test_a_number_has_one_exact_value(lang: str, text: str, values: list[Fraction | int]) -> None:
    """Scale words, groups, decimals and number words of each language give the value that a reader would say."""
    assert [number.value for number in find_numbers(text, lang)] == values


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        ("ja", "令和6年", 2024),
        ("ja", "平成28年", 2016),
        ("ja", "24年5月", 2024),
        ("ja", "5割", 50),
        ("ja", "3、4万人", 30_000),
        ("vi", "những năm 90", 1990),
        ("vi", "lúc 15 giờ", 3),
        ("en", "at 3 pm", 15),
        ("en", "the 1990s", 90),
        ("en", "two decades", 20),
        ("en", "$5bn", 5 * BILLION),
    ],
)
def test_a_number_keeps_what_else_it_may_mean(lang: str, text: str, reading: int) -> None:
    """Years of an era, decades, hours of the afternoon and tenths can be compared with the other languages' way."""
    assert any(reading in number.readings for number in find_numbers(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "US$5 million", "USD"),
        ("en", "5 per cent", "percent"),
        ("vi", "5 phần trăm", "percent"),
        ("vi", "20 triệu đồng", "VND"),
        ("ja", "7000億円", "JPY"),
        ("ja", "5％", "percent"),
    ],
)
def test_a_number_knows_its_unit(lang: str, text: str, unit: str) -> None:
    """Percent and currencies are told by sign or word, before or behind."""
    assert [number.unit for number in find_numbers(text, lang)] == [unit]


def test_spans_point_into_the_text_as_given() -> None:
    """A span covers figures and scale words, and no unit."""
    text = "東京で１０００万人が"
    (number,) = find_numbers(text, "ja")
    assert text[number.start : number.end] == number.text == "１０００万"
    assert number.weight is Weight.FIGURES


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "Friday, Sept. 9, 2016", (2016, 9, 9, 5)),
        ("en", "3 May 2017", (2017, 5, 3, None)),
        ("en", "2024-11-01", (2024, 11, 1, None)),
        ("vi", "Thứ Sáu, ngày 9/9/2016", (2016, 9, 9, 5)),
        ("vi", "ngày 9 tháng 9 năm 2016", (2016, 9, 9, None)),
        ("vi", "ngày 5/4", (None, 4, 5, None)),
        ("vi", "tháng 12/2020", (2020, 12, None, None)),
        ("vi", "hôm Chủ nhật", (None, None, None, 7)),
        ("ja", "令和6年11月1日", (2024, 11, 1, None)),
        ("ja", "24年5月", (2024, 5, None, None)),
        ("ja", "９月９日", (None, 9, 9, None)),
        ("ja", "金曜日", (None, None, None, 5)),
    ],
)
def test_a_date_says_what_the_text_says(
    lang: str, text: str, parts: tuple[int | None, int | None, int | None, int | None]
) -> None:
    """Whole and partial dates, eras and weekdays, in the forms of the press."""
    (found,) = find_dates(text, lang)
    assert (found.year, found.month, found.day, found.weekday) == parts


def test_quarters_are_dates() -> None:
    """Q3 2024, quý III/2024 and 2024年第3四半期 are one quarter."""
    forms = [("Q3 2024", "en"), ("quý III/2024", "vi"), ("2024年第3四半期", "ja")]
    assert [(d.year, d.quarter) for text, lang in forms for d in find_dates(text, lang)] == [(2024, 3)] * 3


def test_a_doubtful_word_is_no_sure_date() -> None:
    """The word "May" may be a verb, and "lần thứ hai" is the second time, not a Monday."""
    assert [d.sure for d in find_dates("It May happen", "en")] == [False]
    assert [d.sure for d in find_dates("lần thứ hai", "vi")] == [False]
    assert [d.sure for d in find_dates("in May", "en")] == [True]


def test_a_weekday_is_the_last_one_before_the_article() -> None:
    """News looks back: "Friday" in an article of Monday is three days ago."""
    (friday,) = find_dates("on Friday", "en")
    assert friday.day_near(date(2024, 11, 4)) == date(2024, 11, 1)
    assert friday.day_near(date(2024, 11, 1)) == date(2024, 11, 1)


SAME = [
    ("43.7 trillion yen", "en", "43兆7000億円", "ja"),
    ("43.7 trillion yen", "en", "43.700 tỷ yên", "vi"),
    ("two billion", "en", "hai tỷ", "vi"),
    ("hai tỷ đồng", "vi", "20億ドン", "ja"),
    ("Profit rose 19.7 percent.", "en", "Lợi nhuận tăng 19,7%.", "vi"),
    ("on September 9, 2016", "en", "2016年9月9日", "ja"),
    ("in May", "en", "tháng 5", "vi"),
    ("on Friday", "en", "金曜日", "ja"),
    ("令和6年", "ja", "2024", "en"),
    ("24年5月", "ja", "May 2024", "en"),
    ("khóa XV", "vi", "第15期", "ja"),
    ("the 21st century", "en", "21世紀", "ja"),
    ("in the 1990s", "en", "thập niên 90", "vi"),
    ("two dozen", "en", "24", "ja"),
    ("4.40 am", "en", "午前4時40分", "ja"),
    ("3 pm", "en", "15 giờ", "vi"),
    ("won 2-1", "en", "2対1で勝った", "ja"),
    ("10 to 12 million", "en", "1000万〜1200万", "ja"),
    ("half of them", "en", "50%", "vi"),
    ("2、3週間", "ja", "vài tuần", "vi"),
    ("He spoke.", "en", "Ông phát biểu (sinh năm 1957).", "vi"),
    ("in the third quarter", "en", "第3・四半期", "ja"),
    ("10代の若者", "ja", "teenagers", "en"),
]


@pytest.mark.parametrize(("source", "source_lang", "target", "target_lang"), SAME)
def test_one_value_in_two_languages_is_no_difference(
    source: str, source_lang: str, target: str, target_lang: str
) -> None:
    """Ways of writing, paraphrase by the usual words, and what a translation adds are not differences."""
    assert compare(source, target, source_lang, target_lang) == []


OTHER = [
    ("43.7 trillion yen", "en", "43兆7000万円", "ja", "number"),
    ("43.7 billion yen", "en", "43.700 tỷ yên", "vi", "number"),
    ("Profit rose 19.7 percent.", "en", "Lợi nhuận tăng 17,9%.", "vi", "number"),
    ("six people", "en", "1 người", "vi", "number"),
    ("a week", "en", "7週間", "ja", "number"),
    ("In June, a commission met.", "en", "1月に委員会が開かれた。", "ja", "date"),
    ("on Friday", "en", "木曜日", "ja", "date"),
    ("on April 5", "en", "ngày 4/5", "vi", "date"),
    ("ngày 5/4", "vi", "5月4日", "ja", "date"),
    ("2016", "en", "2015", "vi", "date"),
]


@pytest.mark.parametrize(("source", "source_lang", "target", "target_lang", "of"), OTHER)
def test_another_value_is_a_difference(source: str, source_lang: str, target: str, target_lang: str, of: str) -> None:
    """A changed figure, scale, month or weekday is found, and an exchanged day and month too."""
    assert {one.of for one in compare(source, target, source_lang, target_lang)} == {of}


def test_a_weekday_may_become_its_date_and_no_other() -> None:
    """The words "on Friday" in an article of Monday, November 4, 2024 is the 1st."""
    monday = date(2024, 11, 4)
    assert compare("They met on Friday.", "両者は1日に会談した。", "en", "ja", monday) == []
    assert compare("They met on Friday.", "両者は2日に会談した。", "en", "ja", monday) != []


@pytest.mark.parametrize(
    ("value", "lang", "like", "written"),
    [
        (43_700 * BILLION, "ja", "", "43兆7000億"),
        (43_700 * BILLION, "en", "", "43.7 trillion"),
        (43_700 * BILLION, "vi", "19.700 tỷ", "43.700 tỷ"),
        (Fraction("19.7"), "vi", "5,1", "19,7"),
        (1_234_567, "vi", "", "1.234.567"),
        (1_234_567, "en", "", "1,234,567"),
        (5, "ja", "３", "５"),
        (2025, "en", "2024", "2025"),
        (12_000, "ja", "15,000", "12,000"),
    ],
)
def test_a_number_is_written_as_the_language_does(value: Fraction | int, lang: str, like: str, written: str) -> None:
    """Marks, scale words and width follow the language, and the number that it replaces."""
    assert write_number(value, lang, like=like) == written


def test_dates_are_written_as_the_language_does() -> None:
    """Long and short forms of one day."""
    day = date(2024, 11, 1)
    assert [write_date(day, lang, "date short") for lang in ("en", "vi", "ja")] == [
        "November 1",
        "ngày 1/11",
        "11月1日",
    ]


def test_a_changed_number_is_carried_over() -> None:
    """Only a number that is certain is replaced; a changed word, or two equal numbers, leave it to a person."""
    assert carry("Profit rose 3%", "Profit rose 5%", "Lợi nhuận tăng 3%", "en", "vi") == "Lợi nhuận tăng 5%"
    assert carry("Profit rose 3%", "Profit fell 5%", "Lợi nhuận tăng 3%", "en", "vi") is None
    assert carry("3 of 3", "3 of 5", "3 trên 3", "en", "vi") is None
    assert carry("1.5 billion", "2.5 billion", "15億", "en", "ja") == "25億"


def test_addresses_and_placeholders_are_found() -> None:
    """A sentence's full stop is no part of an address, and "100% sure" is no placeholder."""
    text = "See https://example.org/a?b=1. Write to an@example.org, %s or {name}; I am 100% sure."
    assert [v.text for v in find_verbatim(text)] == ["https://example.org/a?b=1", "an@example.org", "%s", "{name}"]


def test_a_year_near_the_article_may_be_said_in_words() -> None:
    """In an article of 2024, 2023 may become "last year"; a year long past may not."""
    day = date(2024, 11, 4)
    assert compare("Trade grew in 2023.", "昨年、貿易は伸びた。", "en", "ja", day) == []
    assert compare("Trade grew in 1973.", "貿易は伸びた。", "en", "ja", day) != []


def test_square_metres_hold_no_number_of_their_own() -> None:
    """The 2 of m2 is a unit."""
    assert [n.value for n in find_numbers("3.000m2 đất, 5km2", "vi")] == [3000, 5]


@pytest.mark.parametrize(
    ("source", "target", "langs", "silent"),
    [
        ("Lễ hội khai mạc ngày 31/5.", "祭りは31日に開幕した。", ("vi", "ja"), True),
        ("Lễ hội khai mạc ngày 31/5.", "祭りは30日に開幕した。", ("vi", "ja"), False),
        ("Hai bên ký ngày 2/9.", "双方は2日に署名した。", ("vi", "ja"), False),
        ("They signed a memorandum on Thursday.", "Hai bên ký Bản ghi nhớ ngày 26/2.", ("en", "vi"), True),
    ],
)
def test_a_day_alone_is_a_date_of_this_month(source: str, target: str, langs: tuple[str, str], silent: bool) -> None:
    """A Japanese paper leaves out the month of its own date; a date that is added is no number of the source."""
    on = date(2025, 5, 31) if langs == ("vi", "ja") else date(2026, 2, 26)
    assert (compare(source, target, *langs, on) == []) is silent


@pytest.mark.parametrize(("text", "want"), [("7～9月期", 3), ("1-3月期", 1), ("10〜12月期", 4), ("2024年4～6月期", 2)])
def test_a_quarter_is_named_by_its_months(text: str, want: int) -> None:
    """Japanese says July to September for the third quarter; 3月期 is a business year."""
    assert [day.quarter for day in find_dates(f"{text}の国内総生産", "ja")] == [want]
    assert [day.quarter for day in find_dates("2024年3月期の決算", "ja")] == [None]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Quý III, GDP tăng.", "vi"), ("GDP tăng từ tháng 7 đến tháng 9.", "vi"), ("In the third quarter.", "en")],
)
def test_months_of_a_quarter_are_the_quarter_or_the_months(text: str, lang: str) -> None:
    """Either is a translation of 7～9月期, in both directions."""
    assert not compare(text, "7～9月期の国内総生産", lang, "ja")
    assert not compare("7～9月期の国内総生産", text, "ja", lang)
