"""Write numbers and dates as a language's papers do, or just as they stood before."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from toolkit.figures.number import Number, Weight
from toolkit.figures.scan import scan
from toolkit.lang import language
from toolkit.lang.figures import FigureFacts, figure_facts

if TYPE_CHECKING:
    from datetime import date, datetime

_TO_WIDE = {ord(str(n)): 0xFF10 + n for n in range(10)} | {ord("."): 0xFF0E}
#: More decimals than this are no news figure: a value that would need them is written out.
_DECIMALS = 3


def write_number(value: Fraction | int, lang: str, like: str = "") -> str:
    """
    Write *value* in figures, in the language's form.

    Args:
        value: The exact value.
        lang: Code of the language.
        like: A number in that language whose form to keep: its scale words, its full width, its grouping. It need not
            be one; then, and without it, the usual form of the language's papers is taken.

    Returns:
        The number, without its unit.

    >>> write_number(Fraction("43.7") * 10**12, "vi", like="19.700 tỷ")
    '43.700 tỷ'
    >>> write_number(43_700_000_000_000, "ja"), write_number(43_700_000_000_000, "en")
    ('43兆7000億', '43.7 trillion')
    >>> write_number(5, "ja", like="３")
    '５'
    """
    value = Fraction(value)
    facts = figure_facts(lang)
    model = _model(like, lang)
    if model is None:
        written = _usual(value, facts, spaced=language(lang).spaced)
    elif not language(lang).spaced:
        compound = model.scale > 1 or value >= 10**8
        group = facts.group if facts.group in model.text or "，" in model.text else ""
        written = _compound(value, facts, group) if compound else _plain(value, facts, group)
    else:
        written = _scaled(value, facts, model)
    if any("０" <= char <= "９" for char in like):
        written = written.translate(_TO_WIDE)
    return written


def _model(like: str, lang: str) -> Number | None:
    numbers = [n for n in scan(like, lang) if n.weight is Weight.FIGURES] if like else []
    return numbers[0] if numbers else None


def _usual(value: Fraction, facts: FigureFacts, *, spaced: bool) -> str:
    if not spaced:
        return _compound(value, facts, "") if value >= 10**4 else _plain(value, facts, "")
    for word, scale in sorted(facts.scales.items(), key=lambda item: -item[1]):
        if scale >= 10**6 and value >= scale and _short(value / scale):
            return f"{_plain(value / scale, facts, facts.group)} {word}"
    return _plain(value, facts, facts.group)


def _short(value: Fraction) -> bool:
    return bool((value * 10**_DECIMALS).denominator == 1)


def _scaled(value: Fraction, facts: FigureFacts, model: Number) -> str:
    """With the model's scale word, if the value can be said with it in a few decimals."""
    head = next((i for i, char in enumerate(model.text) if char.isalpha()), len(model.text))
    figures, words = model.text[:head], model.text[head:]
    group = facts.group if facts.group in figures or value >= 10**4 or " " not in model.text else ""
    if value < 10**4 and facts.group not in figures and not words.strip():
        group = ""
    if words and model.scale > 1 and value >= model.scale // 1000 and _short(value / model.scale):
        space = figures[len(figures.rstrip()) :]
        return f"{_plain(value / model.scale, facts, facts.group)}{space}{words}"
    return _plain(value, facts, group)


def _plain(value: Fraction, facts: FigureFacts, group: str) -> str:
    whole, rest = divmod(value, 1)
    text = f"{int(whole):,}".replace(",", group) if group else str(int(whole))
    if not rest:
        return text
    decimals = f"{float(rest):.6f}"[2:].rstrip("0")
    return f"{text}{facts.decimal}{decimals}"


def _compound(value: Fraction, facts: FigureFacts, group: str) -> str:
    """43兆7000億: every four places have their own word."""
    parts = []
    for word, scale in sorted(facts.scales.items(), key=lambda item: -item[1]):
        if scale < 10**4:
            continue
        amount, value = divmod(value, scale)
        if amount:
            parts.append(f"{_plain(Fraction(amount), facts, group)}{word}")
    if value or not parts:
        parts.append(_plain(value, facts, group))
    return "".join(parts)


def write_date(day: date | datetime, lang: str, form: str = "date") -> str:
    """
    Write a day in the language's form.

    Args:
        day: The day.
        lang: Code of the language.
        form: ``date`` with the year, ``date short`` without, ``date news`` and ``day`` as news writes a day of another
            year and of this month, ``month``, ``year``, or ``time`` of a datetime.

    >>> from datetime import date
    >>> [write_date(date(2024, 11, 1), lang) for lang in ("en", "vi", "ja")]
    ['November 1, 2024', 'ngày 1 tháng 11 năm 2024', '2024年11月1日']
    """
    facts = figure_facts(lang)
    weekday = next((word for word, number in facts.weekdays.items() if number == day.isoweekday()), "")
    month = next((word for word, number in facts.months.items() if number == day.month), "")
    return facts.patterns[form].format(
        year=day.year,
        month=day.month,
        day=day.day,
        Month=month,
        Weekday=weekday,
        hour=getattr(day, "hour", 0),
        minute=f"{getattr(day, 'minute', 0):02}",
    )


def carry(old: str, new: str, target: str, source_lang: str, target_lang: str) -> str | None:
    """
    Take the numbers that changed in a source over into its translation.

    Args:
        old: The source as it was translated.
        new: The source as it is now.
        target: The translation of *old*.
        source_lang: Code of the language of the sources.
        target_lang: Code of the language of *target*.

    Returns:
        The translation with the new numbers, or None where more than numbers changed, or where it is not certain
        which number of the target is which. A person still has to look: a noun may need its plural.

    >>> carry("Profit rose 3%", "Profit rose 5%", "利益は３%増えた", "en", "ja")
    '利益は５%増えた'
    """
    before, after = _figures(old, source_lang), _figures(new, source_lang)
    if len(before) != len(after) or _frame(old, before) != _frame(new, after):
        return None
    theirs = _figures(target, target_lang)
    edits: list[tuple[Number, str]] = []
    for mine, now in zip(before, after, strict=True):
        if mine.value == now.value:
            continue
        same = [n for n in theirs if not set(n.readings).isdisjoint(mine.readings)]
        rivals = [n for n in before if not set(n.readings).isdisjoint(mine.readings)]
        if len(same) != 1 or len(rivals) != 1:
            return None
        edits.append((same[0], write_number(now.value, target_lang, like=same[0].text)))
    for number, text in sorted(edits, key=lambda edit: -edit[0].start):
        target = target[: number.start] + text + target[number.end :]
    return target if edits else None


def _figures(text: str, lang: str) -> list[Number]:
    """The numbers written in figures, those of dates too."""
    return [n for n in scan(text, lang) if n.weight is Weight.FIGURES]


def _frame(text: str, numbers: list[Number]) -> list[str]:
    """What stands between the numbers."""
    ends = [0, *(n.end for n in numbers)]
    starts = [*(n.start for n in numbers), len(text)]
    return [text[a:b] for a, b in zip(ends, starts, strict=True)]
