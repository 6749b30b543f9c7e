"""What stands beside a number and says what it is: a unit, a year, an hour, an era, the other end of a range."""

from __future__ import annotations

import re
from fractions import Fraction

from toolkit.figures.grammar import RANGE, Grammar
from toolkit.figures.number import Kind, Number, Weight
from toolkit.value import dataclass, replace

#: So many years and a half are said; more are not.
_HALVED = 100
#: How far back a word may stand that says what a number is.
_BACK = 16


@dataclass(slots=True)
class Part:
    """A number while it is being put together: a stack of amounts, each with the scale that was applied to it."""

    start: int
    end: int
    stack: list[tuple[Fraction, int]]
    others: tuple[Fraction, ...] = ()
    figures: bool = False
    ordinal: bool = False
    words: int = 0
    scale: int = 1
    measure: int = 1
    positional: bool = False
    last: str = ""
    kind: str = ""

    @property
    def value(self) -> Fraction:
        """What the parts add up to so far."""
        return sum((amount for amount, _ in self.stack), Fraction(0))


def finish(part: Part, text: str, plain: str, rules: Grammar) -> Number | None:
    """The number that *part* is, seen in its place; None for a vague amount (``hàng nghìn``, ``数十``)."""
    before = plain[max(0, part.start - _BACK) : part.start]
    weight = _weight(part, before, plain, rules)
    if weight is None:
        return None
    value, scale = part.value, part.scale
    readings = [value, *part.others]
    if value.denominator == 1 and value < _HALVED and rules.halved.match(plain, part.end):
        value += Fraction(1, 2)
        readings.insert(0, value)
    if part.measure != 1:
        readings.append(value / part.measure)
    if part.figures and part.last == "figure" and (short := rules.short.match(plain, part.end)):
        scale = rules.facts.short_scales[short.group(1).lower()]
        readings.append(value * scale)
    kind = Kind.ORDINAL if part.ordinal else Kind.ROMAN if part.kind == "roman" else Kind.CARDINAL
    unit = ""
    after = rules.after.match(plain, part.end)
    if after is not None:
        kind, unit, more = _after(after, kind, value, rules)
        readings += more
        if after.lastgroup == "counter" and weight is Weight.LOOSE and part.kind in ("unit", "ordinal"):
            weight = Weight.SPELLED
    found = rules.before.search(before)
    if found is not None:
        kind, unit, more = _before(found, kind, unit, value, rules)
        readings += more
    if part.figures and part.last == "figure" and 1900 <= value < 2100 and value.denominator == 1:
        readings.append(value % 100)
        kind = Kind.YEAR if kind is Kind.CARDINAL else kind
    return Number(
        part.start,
        part.end,
        text[part.start : part.end],
        value,
        tuple(dict.fromkeys(readings)),
        kind=kind,
        unit=unit,
        weight=weight,
        scale=scale,
    )


def _weight(part: Part, before: str, plain: str, rules: Grammar) -> Weight | None:
    """How surely *part* is a number; None where it says a vague amount or nothing."""
    if part.kind == "half":
        return None
    if part.kind in ("scale", "measure") and part.words == 1:
        # A scale alone is a number where the script has no words ("百") or after an article ("a hundred").
        if rules.vague.search(before):
            return None
        article = before.lower().rstrip().rpartition(" ")[2] in rules.facts.articles
        return Weight.SPELLED if rules.spaced and part.kind == "scale" and article else Weight.LOOSE
    if part.kind == "roman":
        return Weight.LOOSE
    if part.figures:
        return Weight.LOOSE if rules.own.search(before) else Weight.FIGURES
    if rules.vague.search(before) and (part.kind != "unit" or not rules.spaced):
        return None
    return Weight.LOOSE if plain[part.start : part.end].lower() in rules.facts.common else Weight.SPELLED


def _after(found: re.Match[str], kind: Kind, value: Fraction, rules: Grammar) -> tuple[Kind, str, list[Fraction]]:
    """What the words behind a number make of it: its kind, its unit and what else it may mean."""
    group = found.lastgroup
    if group == "percent":
        return kind, "percent", []
    if group == "tenths":
        return kind, "", [value * 10]
    if group == "hundredths":
        return kind, "", [value / 100]
    if group == "suffix":
        return Kind.ORDINAL, "", []
    if group == "decade":
        return Kind.DECADE, "", _decade(value)
    if group == "year":
        return kind, "", _years(value)
    if group in ("hour", "afternoon"):
        return Kind.TIME, "", _hours(value)
    if group == "currency":
        return kind, _currency(found.group(group), rules), []
    return kind, "", []


def _before(
    found: re.Match[str], kind: Kind, unit: str, value: Fraction, rules: Grammar
) -> tuple[Kind, str, list[Fraction]]:
    """The same for the words in front of it."""
    group = found.lastgroup
    if group == "era":
        return kind, unit, [rules.facts.eras[found.group(group)] + value - 1]
    if group == "decade":
        return kind, unit, _decade(value)
    if group in ("year", "short"):
        return kind, unit, _years(value)
    if group == "ordinal":
        return Kind.ORDINAL, unit, []
    if group == "currency":
        return kind, _currency(found.group(group), rules) or unit, []
    if group == "afternoon":
        return kind, unit, _hours(value)
    return Kind.TIME if group == "minute" else kind, unit, []


def _currency(word: str, rules: Grammar) -> str:
    known = rules.facts.currencies
    return known.get(word) or next((code for name, code in known.items() if name.lower() == word.lower()), "")


def _decade(value: Fraction) -> list[Fraction]:
    if value >= 1000:
        return [value % 100]
    return [value + 1900, value + 2000] if value < 100 and value % 10 == 0 else []


def _years(value: Fraction) -> list[Fraction]:
    return [value + 2000, value + 1900] if value < 100 and value.denominator == 1 else []


def _hours(value: Fraction) -> list[Fraction]:
    if value.denominator != 1 or value > 24:
        return []
    return [value + 12] if value <= 12 else [value - 12]


_RANGE_LINK = re.compile(rf"\s?[{re.escape(RANGE)}]\s?")


def share_scales(numbers: list[Number | None], plain: str, rules: Grammar) -> None:
    """Let the scale of the second number count for the first: "10-12 million", "3、4万"."""
    for index in range(len(numbers) - 2, -1, -1):
        first, second = numbers[index], numbers[index + 1]
        if first is None or second is None:
            continue
        between = plain[first.end : second.start]
        if len(between) > 8 or not rules.link.fullmatch(between):
            continue
        if second.scale > 1 and first.scale == 1 and first.kind is not Kind.YEAR:
            scaled = tuple(r * second.scale for r in first.readings)
            first = replace(first, readings=tuple(dict.fromkeys((*first.readings, *scaled))), scale=second.scale)
        if between == "、" and second.value // second.scale == first.value + 1 < 10:
            # "2、3週間" is a few weeks, not two numbers.
            first = replace(first, weight=min(first.weight, Weight.SPELLED))
            numbers[index + 1] = second = replace(second, weight=min(second.weight, Weight.SPELLED))
        if _RANGE_LINK.fullmatch(between):
            first = replace(first, kind=Kind.RANGE)
            numbers[index + 1] = replace(second, kind=Kind.RANGE)
        numbers[index] = first
