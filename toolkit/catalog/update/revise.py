"""
The old translation with the numbers, dates and names of the new source.

Only what is certain is replaced: the part stands once in the source and once in the translation, and afterwards the
translation fits the new source at least as well as it fitted the old one. Whatever is less than that is left to a
person, since a wrong figure in a fluent sentence is the mistake that nobody sees.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toolkit.figures import Kind, compare, find_dates, find_numbers, write_number
from toolkit.lang import language
from toolkit.lang.figures import figure_facts

if TYPE_CHECKING:
    from toolkit.catalog.update.edit import Edit
    from toolkit.catalog.update.words import Part, Words
    from toolkit.figures import PartialDate

_Swap = tuple[int, int, str]


def revise(edit: Edit, old: str, new: str, target: str, words: Words) -> str | None:
    """
    Carry an edit's numbers, dates and names over into the translation.

    Args:
        edit: What changed from *old* to *new*.
        old: The source that *target* translates.
        new: The source as it is now.
        target: The translation of *old*.
        words: The languages, the glossary and the day.

    Returns:
        The translation of *new*, or None where not everything is certain.
    """
    swaps: list[_Swap] = []
    for before, after in edit.swaps:
        found = _swap(before, after, edit, target, words)
        if found is None:
            return None
        swaps += found
    swaps.sort()
    if any(one[1] > other[0] for one, other in pairwise(swaps)):
        return None
    text = target
    for start, end, piece in reversed(swaps):
        text = text[:start] + piece + text[end:]
    if text == target and swaps:
        return None
    return text if _fits(old, new, target, text, words) else None


def _fits(old: str, new: str, target: str, text: str, words: Words) -> bool:
    """Whether no number or date of the new pair differs that did not differ in the old one."""
    after = len(compare(new, text, words.source, words.target, words.on))
    return after == 0 or after <= len(compare(old, target, words.source, words.target, words.on))


def _swap(before: Part, after: Part, edit: Edit, target: str, words: Words) -> list[_Swap] | None:
    """What to replace in the target for one part of the source; None where that is not certain."""
    rivals = [part for part in (*edit.kept, *(one for one, _ in edit.swaps)) if part.value == before.value]
    if len(rivals) != 1:
        return None
    if before.day is not None and after.day is not None:
        return _date(before.day, after.day, target, words)
    if before.number is not None and after.number is not None:
        if before.number.unit != after.number.unit:
            return None
        readings = set(before.number.readings)
        if any(part.number and not readings.isdisjoint(part.number.readings) for part in edit.kept):
            return None
        return _number(before, after, target, words)
    if before.named and after.named:
        return _name(before, after, target, words)
    return None


def _number(before: Part, after: Part, target: str, words: Words) -> list[_Swap] | None:
    assert before.number is not None
    assert after.number is not None
    readings = set(before.number.readings)
    same = [n for n in find_numbers(target, words.target) if not readings.isdisjoint(n.readings)]
    if len(same) != 1:
        return None
    there = same[0]
    value = after.number.value
    if there.value != before.number.value:
        # Only the clock is read in two ways: 5 p.m. is 17 giờ. Any other second reading is a guess.
        shift = there.value - before.number.value
        if before.number.kind is not Kind.TIME or abs(shift) != 12 or not 0 <= value + shift < 24:
            return None
        value += shift
    # From million to billion the target changes its own word too: 5 tỷ, not 5.000 triệu.
    model = there.text if before.number.scale == after.number.scale else ""
    return [(there.start, there.end, write_number(value, words.target, like=model))]


_FIELDS = ("year", "month", "day", "weekday", "quarter")


def _date(before: PartialDate, after: PartialDate, target: str, words: Words) -> list[_Swap] | None:
    """Each field of the date that changed, in the one date of the target that means the old day."""
    changed = [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]
    same = [
        day
        for day in find_dates(target, words.target, words.on)
        if all(getattr(day, name) == getattr(before, name) for name in changed)
    ]
    if len(same) != 1 or any(getattr(after, name) is None or getattr(before, name) is None for name in changed):
        return None
    there, swaps = same[0], []
    for name in changed:
        span = dict(there.parts).get(name)
        value = getattr(after, name)
        if span is None:
            span = (there.start, there.end) if len(changed) == 1 and _fields(there) == {name} else None
        if span is None:
            return None
        piece = _field(name, value, target[span[0] : span[1]], words.target)
        if piece is None:
            return None
        swaps.append((*span, piece))
    return swaps


def _fields(day: PartialDate) -> set[str]:
    return {name for name in _FIELDS if getattr(day, name) is not None}


def _field(name: str, value: int, spelt: str, lang: str) -> str | None:
    """A month, a weekday, a day or a year in the form in which the old one is spelt."""
    facts = figure_facts(lang)
    table = {"weekday": facts.weekdays, "month": facts.months}.get(name, {})
    lowered = spelt.lower()
    for word in sorted(table, key=len, reverse=True):
        place = lowered.find(word.lower())
        if place < 0 or any(char.isdigit() for char in word):
            continue
        inside = spelt[place : place + len(word)]
        others = [other for other, number in table.items() if number == value]
        if not others:
            return None
        best = min(others, key=lambda other: (abs(len(other) - len(word)), other[-1:] != word[-1:]))
        return spelt[:place] + _cased(best, inside) + spelt[place + len(word) :]
    if any(char.isdigit() for char in spelt) and name != "weekday":
        numbers = find_numbers(spelt, lang)
        if len(numbers) == 1:
            number = numbers[0]
            digits = number.text
            grown = write_number(value, lang, like=digits) if name != "year" else _like(digits, str(value))
            return spelt[: number.start] + grown + spelt[number.end :]
        if spelt.isdigit():
            return _like(spelt, str(value))
    return None


def _like(model: str, figures: str) -> str:
    """Figures in the width of the model."""
    wide = any("０" <= char <= "９" for char in model)
    return figures.translate({ord(str(n)): 0xFF10 + n for n in range(10)}) if wide else figures


def _cased(word: str, model: str) -> str:
    """*word* with capitals where *model* has them."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    if model[-4:].title() == model[-4:] and " " in model:  # thứ Hai
        head, _, tail = word.rpartition(" ")
        return f"{head} {tail[:1].upper()}{tail[1:]}".strip()
    return word


def _name(before: Part, after: Part, target: str, words: Words) -> list[_Swap] | None:
    """The name in the target: as the glossary calls it, or spelt as in the source."""
    piece = None
    if after.concept is not None:
        term = after.concept.preferred(words.target)
        piece = term.text if term else None
    elif any(char.isascii() and char.isalpha() for char in after.text):
        piece = after.text
    if piece is None:
        return None
    spans: list[tuple[int, int]] = []
    if before.concept is not None and words.glossary is not None:
        ident = before.concept.id
        matches = words.glossary.find(target, words.target, words.on)
        spans = [(m.start, m.end) for m in matches if any(c.id == ident for c in m.concepts)]
        now = after.concept.id if after.concept is not None else ""
        if not spans and now and any(c.id == now for m in matches for c in m.concepts):
            return []  # a misspelt name that the translator had understood
    if not spans and len(before.text) > 2:
        spans = _spelt(before.text, target)
    if len(spans) != 1:
        return None
    if after.concept is None and not language(words.target).spaced and not target[spans[0][0] : spans[0][1]].isascii():
        return None  # a name in another script must be transcribed, by somebody who knows how
    start, end = spans[0]
    return [(start, end, piece.upper() if target[start:end].isupper() and after.text.isupper() else piece)]


def _spelt(name: str, target: str) -> list[tuple[int, int]]:
    """Where the target writes the name just as the source does, as a word."""
    spans, at = [], target.find(name)
    while at >= 0:
        end = at + len(name)
        around = target[at - 1 : at] + target[end : end + 1]
        if not any(char.isalnum() and char.isascii() for char in around):
            spans.append((at, end))
        at = target.find(name, end)
    return spans
