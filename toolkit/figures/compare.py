"""Which numbers and dates of a sentence did not arrive in its translation."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from toolkit.figures.date import PartialDate, dates
from toolkit.figures.number import Number, Weight
from toolkit.figures.scan import scan
from toolkit.lang.figures import figure_facts
from toolkit.value import dataclass

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction


#: A figure, of whatever width; the fraction signs are figures too.
_DIGIT = re.compile(r"[\d½⅓¼¾]")


@dataclass(frozen=True, slots=True)
class Difference:
    """
    One number or date that is another one in the translation, or is missing there.

    Attributes:
        of: ``number`` or ``date``.
        source: Span in the source, None where only the target has it.
        target: Span in the target of what stands there instead, None where nothing does.
        sure: Whether both are figures, or names of weekdays and months; a word may have been paraphrased.
    """

    of: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    sure: bool = True


@dataclass(slots=True)
class _Atom:
    start: int
    end: int
    readings: tuple[Fraction | int, ...]
    weight: Weight
    dated: bool
    plain: bool = False
    weak: bool = False
    taken: bool = False
    figures: int = 0

    @property
    def width(self) -> int:
        """How many figures it takes to write it."""
        return self.figures or len(str(int(self.readings[0])))


def compare(source: str, target: str, source_lang: str, target_lang: str, on: date | None = None) -> list[Difference]:
    """
    Tell which numbers of *source* are others in *target*, or missing there.

    Numbers may be written in any way (``43.7 trillion`` = ``43兆7000億`` = ``43.700 tỷ``) and stand in any order.
    What the target adds is its own affair; what a source writes in words is demanded only where a figure of the same
    width stands in its place, since words are often paraphrased.

    Returns:
        Differences in the order of the source.
    """
    source_dates, target_dates = dates(source, source_lang, on), dates(target, target_lang, on)
    if not (_DIGIT.search(source) or _DIGIT.search(target)):
        # Words for numbers are demanded only where a figure stands in their place: without figures, nothing is
        return [*_weekdays(source_dates, target_dates, on), *_swapped(source_dates, target_dates)]
    ours = _atoms(source, source_lang, source_dates)
    theirs = _atoms(target, target_lang, target_dates)
    _pair_off(ours, theirs)
    everything = {r for a in theirs for r in a.readings}
    strange = [a for a in theirs if not a.taken and a.weight is Weight.FIGURES and a.readings[0]]
    found: list[Difference] = []

    def differ(atom: _Atom, instead: _Atom | None) -> None:
        if instead is not None:
            strange.remove(instead)
        other = None if instead is None else (instead.start, instead.end)
        found.append(
            Difference(
                "date" if atom.dated else "number", (atom.start, atom.end), other, sure=atom.weight is not Weight.LOOSE
            )
        )

    open_ = [a for a in ours if not a.taken and a.weight > Weight.LOOSE]
    left = []
    for atom in open_:
        instead = next((s for s in strange if s.width == atom.width), None)
        if instead is None and atom.dated and atom.width <= 2:
            instead = next((s for s in strange if s.width <= 2), None)
        if instead is None:
            left.append(atom)
        else:
            differ(atom, instead)
    # Articles and the like explain a figure only now: "a" must not hide that "six" became 1.
    for atom in left:
        _meet(atom, theirs)
    strange = [s for s in strange if not _meet(s, ours)]
    said = {d.weekday for d in target_dates if d.weekday} - {d.weekday for d in source_dates if d.weekday}
    understood = _understood(source_dates, target_dates, on)
    for atom in left:
        if atom.dated and said:
            continue  # "on the 1st" became "hôm thứ Sáu"
        if (atom.start, atom.end) in understood:
            continue  # 31/5 became 31日
        if on is not None and not strange and atom.readings[0] in range(on.year - 1, on.year + 2):
            continue  # 2024 became "last year", or was left out as a matter of course
        if atom.taken or atom.weight is not Weight.FIGURES or not everything.isdisjoint(atom.readings):
            continue
        if strange or atom.readings[0] > 2:
            differ(atom, strange[0] if strange else None)
    for atom in ours:
        if not atom.taken and atom.plain:
            # A date that the target adds ("on Thursday" became 26/2) stands for no number of the source
            instead = next((s for s in strange if s.width == atom.width and not s.dated), None)
            if instead is not None:
                differ(atom, instead)
    found += _weekdays(source_dates, target_dates, on)
    found += _swapped(source_dates, target_dates)
    return found


def _atoms(text: str, lang: str, found: list[PartialDate]) -> list[_Atom]:
    """
    Everything in *text* that is a number or the part of a date.

    Months and days count once, as parts of their date; a weekday written as a number (``thứ 2``) may be a rank, so that
    number stays, as a loose one where the weekday is sure.
    """
    atoms: list[_Atom] = []
    parts: dict[int, bool] = {}
    dated: set[int] = set()
    for day in found:
        dated.update(range(day.start, day.end))
        for name, (start, end) in day.parts:
            value = {"month": day.month, "day": day.day, "quarter": day.quarter}.get(name)
            if name == "weekday" and day.sure:
                parts.update(dict.fromkeys(range(day.start, day.end), True))
            if value is None:
                continue
            # The months of 7～9月期 may stand in the other text themselves
            parts.update(dict.fromkeys(range(start, end), name == "quarter" and not day.sure))
            weight = Weight.FIGURES if text[start:end].isdecimal() else Weight.SPELLED
            atoms.append(_Atom(start, end, (value,), weight if day.sure else Weight.LOOSE, True))
    facts = figure_facts(lang)
    exact = (facts.common - facts.never_last) | facts.articles
    for number in scan(text, lang):
        weight = number.weight
        weak = weight is Weight.LOOSE and number.text.lower() in facts.articles
        plain = weight is Weight.LOOSE and number.text.lower() in exact and number.start not in parts
        if weight > Weight.LOOSE and number.start in parts:
            if not parts[number.start]:
                continue
            weight = Weight.LOOSE
            plain = False
        zeros = len(number.text) if number.text.isdecimal() and number.value < 10 else 0
        atoms.append(
            _Atom(number.start, number.end, number.readings, weight, number.start in dated, plain, weak, figures=zeros)
        )
    return atoms


def _pair_off(ours: list[_Atom], theirs: list[_Atom]) -> None:
    """
    Give every number its counterpart: figures first, by their first reading, then by any, then words and loose ones.

    Articles are left for later.
    """
    for exact in (True, False):
        for least in (Weight.FIGURES, Weight.SPELLED, Weight.LOOSE):
            for mine in ours:
                if mine.taken or mine.weak:
                    continue
                for other in theirs:
                    if other.taken or other.weak or min(mine.weight, other.weight) < least:
                        continue
                    if mine.readings[0] == other.readings[0] if exact else _agree(mine, other):
                        mine.taken = other.taken = True
                        break


def _meet(atom: _Atom, others: list[_Atom]) -> bool:
    """Let *atom* be explained by any word that is still free."""
    for other in others:
        if not other.taken and _agree(atom, other):
            atom.taken = other.taken = True
            return True
    return False


def _agree(mine: _Atom, other: _Atom) -> bool:
    """Whether two numbers may be the same; a loose word must mean what the other says first."""
    if Weight.LOOSE in (mine.weight, other.weight):
        firm, loose = (other, mine) if mine.weight is Weight.LOOSE else (mine, other)
        return firm.readings[0] in loose.readings
    return not set(mine.readings).isdisjoint(other.readings)


def _weekdays(ours: list[PartialDate], theirs: list[PartialDate], on: date | None) -> list[Difference]:
    """
    Weekdays that are others in the target, or became a date that they are not.

    Without the day of the article nobody knows the date of a Friday, and nothing is said.
    """
    have = {d.weekday for d in theirs if d.weekday}
    wanted = {d.weekday for d in ours if d.weekday}
    missing = [d for d in ours if d.weekday and d.sure and d.weekday not in have]
    strange = [d for d in theirs if d.weekday and d.sure and d.weekday not in wanted]
    found = [Difference("date", (a.start, a.end), (b.start, b.end)) for a, b in zip(missing, strange, strict=False)]
    if on is not None and not strange:
        days = {d.day for d in ours if d.day}
        dated = [d for d in theirs if d.day and d.day not in days]
        alone = [d for d in missing if d.day is None]
        for mine, other in zip(alone, dated, strict=False):
            last = mine.day_near(on)
            if last is not None and other.day not in (last.day, (last + timedelta(days=7)).day):
                found.append(Difference("date", (mine.start, mine.end), (other.start, other.end)))
    return found


def _understood(ours: list[PartialDate], theirs: list[PartialDate], on: date | None) -> set[tuple[int, int]]:
    """Months that the target leaves to its reader: a Japanese paper prints the day of this month alone."""
    alone = {d.day for d in theirs if d.day and d.month is None}
    return {
        span
        for d in ours
        if d.day in alone and (on is None or d.month == on.month)
        for name, span in d.parts
        if name == "month"
    }


def _swapped(ours: list[PartialDate], theirs: list[PartialDate]) -> list[Difference]:
    """Dates whose day and month were exchanged: April 5 is 5/4 in Viet Nam."""
    have = {(d.month, d.day): d for d in theirs if d.month and d.day}
    wanted = {(d.month, d.day) for d in ours}
    return [
        Difference("date", (d.start, d.end), (other.start, other.end))
        for d in ours
        if d.month and d.day and d.month != d.day and (d.month, d.day) not in have
        if (other := have.get((d.day, d.month))) is not None and (d.day, d.month) not in wanted
    ]


__all__ = ["Difference", "Number", "compare"]
