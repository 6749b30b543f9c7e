"""The words of a sentence, and the parts that an edit may change: numbers, dates, names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.figures import find_dates, find_numbers
from toolkit.normalize import fold
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.figures import Number, PartialDate
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept


@dataclass(frozen=True, slots=True)
class Part:
    """
    A number, a date or a name in a sentence.

    Attributes:
        start: First code point.
        end: One past the last.
        text: What stands there.
        value: What it means; two parts with equal values mean the same.
        number: The number, if it is one.
        day: The date, if it is one.
        concept: The glossary's concept, if it is a name the glossary knows.
    """

    start: int
    end: int
    text: str
    value: object
    number: Number | None = None
    day: PartialDate | None = None
    concept: Concept | None = None

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return self.number is None and self.day is None


@dataclass(frozen=True, slots=True)
class Words:
    """The languages, the glossary and the day that an update works with."""

    source: str
    target: str
    glossary: Glossary | None = None
    on: date | None = None


_HAN, _KATAKANA, HIRAGANA = "\u3400-\u4dbf\u4e00-\u9fff々〆ヶ", "ァ-ヺー", "ぁ-ゟ"


#: A word: letters of one kind of script, so that a language without spaces falls into pieces as well.
WORD = re.compile(
    rf"[{_HAN}]+|[{_KATAKANA}]+|[{HIRAGANA}]+|[^\W_{_HAN}{_KATAKANA}{HIRAGANA}]+(?:['’][^\W\d_]+)*"
    r"|[%％‰$€£¥₫&@#+=°?？]"
)


FIGURE, NAME = "\0figure", "\0name"


#: A mark before a figure that makes it negative; a hyphen between two figures is a range.
_MINUS = re.compile(r"(?:^|(?<=\s)|(?<=[(（]))[-−–]$")


def parts(text: str, words: Words, *, named: bool, counted: bool = True) -> list[Part]:
    """The numbers and dates of a sentence if *counted*, and its names if *named*, in order, not overlapping."""
    found = list(_figures(text, words.source, words.on)) if counted else []
    if named:
        found += _names(text, words, [(part.start, part.end) for part in found])
    return sorted(found, key=lambda part: part.start)


@lru_cache(maxsize=8192)
def numeral(word: str, lang: str) -> bool:
    """Whether a word is, or may be part of, a number or a date; an article has few words, many times over."""
    return any(char.isdigit() for char in word) or bool(_figures(word, lang, None))


@lru_cache(maxsize=4096)
def _figures(text: str, lang: str, on: date | None) -> tuple[Part, ...]:
    found: list[Part] = []
    numbers = {(number.start, number.end): number for number in find_numbers(text, lang)}
    for day in find_dates(text, lang, on):
        fields = (day.year, day.month, day.day, day.weekday, day.quarter)
        # A bare year may be a plain number: 1000 and 1,000 people.
        bare = numbers.get((day.start, day.end)) if fields[0] and not any(fields[1:]) else None
        value: object = fields if bare is None else (bare.value, bare.unit)
        found.append(Part(day.start, day.end, day.text, value, number=bare, day=day))
    taken = [(part.start, part.end) for part in found]
    for number in numbers.values():
        if not any(start < number.end and number.start < end for start, end in taken):
            found.append(Part(number.start, number.end, number.text, (number.value, number.unit), number=number))
    return tuple(found)


def _names(text: str, words: Words, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """What the glossary knows, and runs of words with a capital."""
    matches = words.glossary.find(text, words.source, words.on) if words.glossary is not None else []
    for match in matches:
        if any(start < match.end and match.start < end for start, end in taken):
            continue
        taken.append((match.start, match.end))
        surface = text[match.start : match.end]
        yield Part(match.start, match.end, surface, match.concept.id, concept=match.concept)
    run: list[re.Match[str]] = []
    for word in (*WORD.finditer(text), None):
        free = word is not None and not any(start < word.end() and word.start() < end for start, end in taken)
        if (
            word is not None
            and free
            and word[0][0].isupper()
            and (not run or text[run[-1].end() : word.start()] == " ")
        ):
            run.append(word)
            continue
        if run:
            surface = text[run[0].start() : run[-1].end()]
            yield Part(run[0].start(), run[-1].end(), surface, surface)
        run = [word] if word is not None and free and word[0][0].isupper() else []


def tokens(text: str, found: list[Part]) -> list[tuple[str, str]]:
    """Words and parts in order: what decides whether they are equal, and how they are spelt."""
    out: list[tuple[str, str]] = []
    folded = fold(text)  # one character for one
    at = 0
    for part in (*found, None):
        end = part.start if part else len(text)
        out += [(folded[w.start() : w.end()], w[0]) for w in WORD.finditer(text, at, end)]
        if part is None:
            break
        if not part.named and _MINUS.search(text[at:end]):
            out.append(("-", "-"))
        out.append((NAME if part.named else FIGURE, part.text))
        at = part.end
    return out


@lru_cache(maxsize=4096)
def loose(text: str) -> str:
    """Letters and figures only, folded: what a first look at the likeness of two sentences compares."""
    return " ".join(WORD.findall(fold(text)))
