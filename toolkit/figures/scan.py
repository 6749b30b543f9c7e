"""Find numbers: tokens from left to right, put together as a reader would."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.figures.context import Part, finish, share_scales
from toolkit.figures.grammar import Grammar, grammar, narrow
from toolkit.figures.number import Number, Weight
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = re.compile(r"\d+")
#: Five figures with whatever may stand between those of one number.
_FIVE = re.compile(r"\d(?:[^\w\n]?\d){4}")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    kind: str
    values: tuple[Fraction, ...]


def scan(text: str, lang: str, *, loose: bool = True) -> list[Number]:
    """
    Every number of *text* in order of their start; with *loose*, loose words too.

    Loose words may overlap with other numbers; all others do not.
    """
    rules = grammar(lang)
    plain = narrow(text)
    numbers = [finish(part, text, plain, rules) for part in _parts(plain, rules)]
    numbers = [number for number in numbers if number is not None]
    share_scales(numbers, plain, rules)
    if not loose:
        return [number for number in numbers if number is not None and number.weight > Weight.LOOSE]
    found = [n for n in numbers if n is not None]
    for match in rules.loose.finditer(plain):
        readings = rules.facts.loose.get(match.group().lower(), ())
        if readings:
            found.append(
                Number(
                    match.start(),
                    match.end(),
                    text[match.start() : match.end()],
                    readings[0],
                    readings,
                    weight=Weight.LOOSE,
                )
            )
    found.sort(key=lambda n: (n.start, -n.end))
    return found


def may_be_large(text: str, lang: str) -> bool:
    """
    Whether a number in figures may be 10,000 or more, or stand before a word for thousands and the like.

    A quick look for those who want no other numbers: it may say yes in vain, and it never says no in vain.

    >>> may_be_large("On Nov. 1, 2024, 120 people came.", "en"), may_be_large("5 million people came.", "en")
    (False, True)
    """
    if not _FIGURES.search(text):
        return False
    plain = narrow(text)
    if _FIVE.search(plain):
        return True
    low, short = plain.lower(), grammar(lang).short
    return any(word in low for word in _scales(lang)) or any(
        short.match(plain, found.end()) for found in _FIGURES.finditer(plain)
    )


@lru_cache
def _scales(lang: str) -> tuple[str, ...]:
    """The words for scales, the first of several that belong together."""
    return tuple({word.split()[0] for word, (kind, _) in grammar(lang).words.items() if kind in ("scale", "measure")})


#: Figures of an hour and its minutes.
_TIME = 4


def _tokens(plain: str, rules: Grammar) -> Iterator[_Token]:
    for match in rules.token.finditer(plain):
        start, end = match.span()
        word = match.group()
        if match.lastgroup == "figure":
            if word in ("2", "3") and plain[max(0, start - 1) : start] == "m" and not plain[end : end + 1].isalnum():
                continue  # square and cubic metres
            if "." in word and rules.clock.match(plain, start):
                middle = plain.index(".", start)
                yield _Token(start, middle, "figure", (Fraction(plain[start:middle]),))
                yield _Token(middle + 1, end, "figure", (Fraction(plain[middle + 1 : end]),))
                continue
            if end - start == _TIME and rules.zone.match(plain, start):
                middle = start + _TIME // 2
                yield _Token(start, middle, "figure", (Fraction(plain[start:middle]),))
                yield _Token(middle, end, "figure", (Fraction(plain[middle:end]),))
                continue
            if values := _values(word, rules):
                yield _Token(start, end, "figure", values)
        elif match.lastgroup == "roman":
            value = _roman(word)
            if value:
                yield _Token(start, end, "roman", (Fraction(value),))
        else:
            kind, amount = rules.words[word.lower()]
            if kind == "stop":
                continue
            yield _Token(start, end, kind, (Fraction(amount),))


def _values(figure: str, rules: Grammar) -> tuple[Fraction, ...]:
    """Everything that figures may mean, the language's own reading first."""
    facts = rules.facts
    figure = figure.replace(" ", "")
    if facts.middle and facts.middle in figure:
        figure = figure.replace(facts.middle, facts.decimal)
    own = figure.replace(facts.group, "").replace(facts.decimal, ".") if _grouped(figure, facts.group) else None
    if own is None:
        own = figure.replace(facts.decimal, ".") if facts.group not in figure else None
    values = [Fraction(own)] if own is not None else []
    if facts.lax:
        other = None
        if _grouped(figure, facts.decimal):
            other = figure.replace(facts.decimal, "").replace(facts.group, ".")
        elif facts.decimal not in figure and (own is None or not figure.endswith("0")):
            # 2.500 is never two and a half, 1.234 may be 1.234, and 4.10 can be nothing else
            other = figure.replace(facts.group, ".")
        if other is not None and other.count(".") <= 1:
            values.append(Fraction(other))
    return tuple(dict.fromkeys(values))


def _grouped(figure: str, mark: str) -> bool:
    head, *groups = figure.split(mark)
    if not groups or not head.isdecimal():
        return False
    *inner, last = groups
    return all(len(g) == 3 for g in inner) and len(last) >= 3 and last[:3].isdecimal() and not last[3:4].isdecimal()


def _roman(word: str) -> int:
    if len(word) == 1 and word > "Ͽ":
        return int(unicodedata.numeric(word))
    if not word.isupper():
        return 0
    total = 0
    amounts = [_ROMAN[letter] for letter in word]
    for here, following in zip(amounts, [*amounts[1:], 0], strict=True):
        total += here if here >= following else -here
    return total


def _parts(plain: str, rules: Grammar) -> Iterator[Part]:
    tokens = list(_tokens(plain, rules))
    part: Part | None = None
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if part is not None and _joins(part, token, following, plain, rules):
            _add(part, token)
            continue
        if part is not None:
            yield part
        part = _begin(token)
    if part is not None:
        yield part


def _begin(token: _Token) -> Part:
    value, *others = token.values
    part = Part(token.start, token.end, [(value, 1)], tuple(others), last=token.kind, kind=token.kind)
    part.figures = token.kind == "figure"
    part.ordinal = token.kind == "ordinal"
    part.words = token.kind != "figure"
    if token.kind in ("scale", "measure"):
        part.scale = int(value)
        part.stack = [(value, int(value))]
    return part


def _joins(part: Part, token: _Token, following: _Token | None, plain: str, rules: Grammar) -> bool:
    between = plain[part.end : token.start]
    if "roman" in (part.last, token.kind) or not rules.gap.fullmatch(between) or part.ordinal:
        return False
    if token.kind in ("scale", "measure"):
        if rules.spaced and part.kind == "scale" and len(part.stack) == 1 and part.words == 1:
            return "\n" not in between
        return part.last != "measure"
    if token.kind == "half":
        return part.last == "scale"
    if part.last in ("measure", "half"):
        return False
    value = token.values[0]
    amount, scale = part.stack[-1]
    if not rules.spaced and token.kind == "unit" and part.last == "unit":
        return not between and value < 10
    if token.kind == "figure":
        if part.last != "scale" or value >= scale:
            return False
        if not rules.spaced:
            return not between.strip()
        return _followed(token, following, plain, rules) and following is not None and following.values[0] < scale
    if part.last == "scale":
        if part.kind == "figure" and rules.spaced and not _followed(token, following, plain, rules):
            return False
        word = plain[token.start : token.end].lower()
        joined = bool(between.strip(" -"))
        if word in rules.facts.never_last and not joined and not _followed(token, following, plain, rules):
            return False
        return value < scale
    if part.last == "unit":
        word = plain[token.start : token.end].lower()
        if word in rules.facts.never_last:
            return False
        return rules.spaced and amount >= 10 and amount % 10 == 0 and 0 < value < 10
    return False


def _followed(token: _Token, following: _Token | None, plain: str, rules: Grammar) -> bool:
    """Whether a scale word comes right after *token*."""
    return (
        following is not None
        and following.kind == "scale"
        and rules.gap.fullmatch(plain[token.end : following.start]) is not None
    )


def _add(part: Part, token: _Token) -> None:
    value = token.values[0]
    if token.kind in ("scale", "measure"):
        factor = int(value)
        below = [amount for amount, scale in part.stack if scale < factor]
        kept = [(amount, scale) for amount, scale in part.stack if scale >= factor]
        if below:
            part.stack = [*kept, (sum(below, Fraction(0)) * factor, factor)]
        else:
            # "triệu tỷ": a scale on a scale that was not below it; the last one counts for all.
            part.stack = [(part.value * factor, factor)] if not kept else [*kept[:-1], (kept[-1][0] * factor, factor)]
        part.others = tuple(other * factor for other in part.others)
        part.scale = part.scale * factor if part.last == "scale" and not kept else factor
        if token.kind == "measure":
            part.measure = factor
    elif token.kind == "half":
        _, scale = part.stack[-1]
        part.stack.append((Fraction(scale, 2), 1))
    elif (
        token.kind == "unit"
        and part.last == "unit"
        and part.stack[-1][1] == 1
        and part.stack[-1][0] < 10**6
        and (part.positional or part.stack[-1][0] < 10)
    ):
        part.positional = True
        amount, _ = part.stack[-1]
        part.stack[-1] = (amount * 10 + value, 1)
    else:
        part.stack.append((value, 1))
    part.ordinal = token.kind == "ordinal"
    part.words += 1
    part.end = token.end
    part.last = token.kind
