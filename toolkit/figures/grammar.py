"""One language's facts about figures, compiled into the patterns that scan a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cache.patterns import compile_all
from toolkit.lang import language
from toolkit.lang.figures import FigureFacts, figure_facts
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Full-width figures and marks, and signs that stand for them: one character for one, so that offsets survive.
WIDE = {
    **{0xFF10 + n: str(n) for n in range(10)},
    0xFF0E: ".",
    0xFF0C: ",",
    0xFF05: "%",
    0xFF04: "$",
    0xFFE5: "¥",
    0xFFE1: "£",
    0xFF1A: ":",
    0xFF0F: "/",
    0xFF65: "・",
    0x00A0: " ",
    0x202F: " ",
    0x2009: " ",
    0x3000: " ",
}

_WIDE = re.compile(f"[{''.join(map(chr, WIDE))}]").search


def narrow(text: str) -> str:
    """*text* with figures and marks of plain width, each in its place; the same object where they are so already."""
    return text if text.isascii() or _WIDE(text) is None else text.translate(WIDE)


#: Marks of a range between two numbers, besides the words that a language has for it.
RANGE = "-‐‑–—―−─~〜～"


def choice(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first; never matches where there are none."""
    ordered = sorted(words, key=len, reverse=True)
    # Most are plain words, which need no escape
    escaped = (word if word.isalnum() else re.escape(word).replace("\\ ", r"\s") for word in ordered)
    return "|".join(escaped) if ordered else r"(?!)"


def _initials(words: Iterable[str]) -> str:
    """The first characters of words, to stand in a class of characters."""
    return "".join(re.escape(char) for char in sorted({word[0] for word in words}))


@dataclass(frozen=True, slots=True)
class Grammar:
    """
    The compiled patterns of one language.

    Attributes:
        facts: Where they come from.
        spaced: Whether the language separates words.
        words: Every word that is part of a number, lower case, and what it is (unit, scale …) with its value.
        token: Figures or one of :attr:`words`.
        loose: The loose words.
        before: What may stand right before a number and says what it is.
        after: The same right after it.
        gap: What may stand between two parts of one number.
        short: A short scale glued to figures.
        clock: A time of day with a full stop: 4.40 am.
        zone: What makes four figures a time of day: 0951 UTC.
        halved: A half behind what is counted: 2年半, một tiếng rưỡi.
        vague: What makes the scale after it a vague amount.
        own: What makes figures a number that only this country counts so: 台風3号, 台風ヤギ（3号）.
        link: What may stand between the two ends of a range.
    """

    facts: FigureFacts
    spaced: bool
    words: dict[str, tuple[str, int]]
    token: re.Pattern[str]
    loose: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    gap: re.Pattern[str]
    short: re.Pattern[str]
    clock: re.Pattern[str]
    zone: re.Pattern[str]
    halved: re.Pattern[str]
    vague: re.Pattern[str]
    own: re.Pattern[str]
    link: re.Pattern[str]


@lru_cache
def grammar(lang: str) -> Grammar:
    """Compile the facts about *lang* (once a process)."""
    facts = figure_facts(lang)
    spaced = language(lang).spaced
    words: dict[str, tuple[str, int]] = {}
    for name, table in (
        ("unit", facts.units),
        ("ordinal", facts.ordinals),
        ("scale", facts.scales),
        ("measure", facts.measures),
    ):
        for word, value in table.items():
            words[word.lower()] = (name, value)
    for word in facts.not_numbers:
        words[word.lower()] = ("stop", 0)
    for word in facts.half_after:
        words[word.lower()] = ("half", 2)
    edge, end = (r"(?<![^\W\d])", r"(?!\w)") if spaced else ("", "")
    group, decimal = re.escape(facts.group), re.escape(facts.decimal)
    figures = [rf"(?<!\d)\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{decimal}\d+)?"]
    if facts.lax:
        figures.append(rf"\d{{1,3}}(?:{decimal}\d{{3}}){{2,}}(?!\d)(?:{group}\d+)?")
        figures.append(rf"\d+[{decimal}{group}]\d+")
    if spaced:
        # One group alone may be two numbers, unless it says thousands: 40 000
        figures.append(rf"(?<!\d)\d{{1,3}}(?:(?: \d{{3}}){{2,}}| 000)(?!\d)(?:{decimal}\d+)?")
    # 3・5 is a decimal, フォーミュラ1・2007年 is none
    middle = rf"|{re.escape(facts.middle)}\d{{1,2}}(?!\d)" if facts.middle else ""
    figures.append(rf"\d+(?:{decimal}\d+{middle})?")
    figure = "|".join(figures)
    roman = r"(?-i:(?<![^\W\u3040-\u9fff])[IVX]+(?![^\W\u3040-\u9fff])|[Ⅰ-Ⅻ])"
    # Most places open nothing, and to look at one character is a tenth of trying every word
    opens = rf"(?=[\d{_initials(words)}IVXⅠ-Ⅻ])"
    token = rf"{opens}(?:(?P<figure>{figure})|(?P<roman>{roman})|{edge}(?P<word>{choice(words)}){end})"
    percent = choice(facts.percent)
    currency = choice(facts.currencies)
    tail = r"(?!\w)" if spaced else ""
    after = (
        rf"\s?(?:(?P<percent>{percent})|(?P<tenths>{choice(facts.tenths)})"
        rf"|(?P<hundredths>(?:{choice(facts.hundredths)}){tail})"
        rf"|(?P<suffix>(?:{choice(facts.ordinal_suffixes)})(?!\w))"
        rf"|(?P<decade>(?:{choice(facts.decades_after)}){tail})|(?P<year>{choice(facts.years_after)})"
        rf"|(?P<afternoon>{choice(facts.afternoon)})|(?P<hour>(?:{choice(facts.hours)})(?![^\W\d])|:\d\d)"
        rf"|-?(?P<currency>(?:{currency}){tail})|(?P<counter>(?:{choice(facts.counters)}){tail}))"
    )
    before = (
        rf"(?:(?P<era>{choice(facts.eras)})|{edge}(?P<decade>{choice(facts.decades_before)})"
        rf"|{edge}(?P<year>{choice(facts.years_before)})|(?P<afternoon>{choice(facts.hours_before)})"
        rf"|{edge}(?P<ordinal>{choice(facts.ordinal_prefixes)})|(?P<currency>{currency})|(?P<minute>\d:)|(?P<short>['’]))\s?$"
    )
    any_case, no_half = re.IGNORECASE, choice(facts.no_half)
    patterns = compile_all(
        f"figures.{lang}",
        {
            "token": (token, re.IGNORECASE if spaced else 0),
            "loose": (rf"{edge}(?:{choice(facts.loose)}){end}", any_case),
            "before": (before, any_case),
            "after": (after, any_case),
            "gap": (rf"[ -]?|\s(?:{choice(facts.joiners)})\s" if spaced else r" ?", 0),
            "short": (rf"\s?({choice(facts.short_scales)})(?!\w)", any_case),
            "link": (rf"\s?[{re.escape(RANGE)}、]\s?|\s?(?:{choice(facts.range_words)})\s?", any_case),
            "clock": (rf"\d{{1,2}}\.\d\d(?=\s?(?:{choice(facts.hours)})(?![^\W\d]))", any_case),
            "zone": (rf"(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:{choice(facts.zones)})(?![^\W\d]))", 0),
            "halved": (rf"\s?[^\W\d]{{1,6}}\s?(?:{choice(facts.half_after)})(?!{no_half}){tail}", any_case),
            "vague": (rf"{edge}(?:{choice(facts.vague)})\s?$", any_case),
            "own": (
                rf"{edge}(?:{choice(facts.own_counts)})(?:[^\W\d]{{1,8}}[(（])?(?:{choice(facts.ordinal_prefixes)})?\s?$",
                any_case,
            ),
        },
    )
    return Grammar(facts=facts, spaced=spaced, words=words, **patterns)
