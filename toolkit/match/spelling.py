"""
The spellings under which a term must be found, worked out once when a glossary is compiled.

What :func:`toolkit.normalize.fold` calls the same and :func:`toolkit.normalize.level` leaves different is spelt out
here: it costs a few more keys in the automaton and nothing in the text. So does what no fold can do one character for
one: ヴァ and バ, a name with and without its middle dots, regular plurals.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.lang import Language

#: More than this many doubtful rimes in one term, and only the two consistent spellings are kept.
_FREE = 4

_OLD_NEW = "òa=oà óa=oá ỏa=oả õa=oã ọa=oạ òe=oè óe=oé ỏe=oẻ õe=oẽ ọe=oẹ ùy=uỳ úy=uý ủy=uỷ ũy=uỹ ụy=uỵ".split()
_TONES = {spelling: tuple(pair.split("=")) for pair in _OLD_NEW for spelling in pair.split("=")}
_IY = {vowel: pair for pair in ("ìỳ", "íý", "ỉỷ", "ĩỹ", "ịỵ") for vowel in pair}
#: y alone after one of these is i in another spelling, and the reverse: kỳ, lý, Mỹ, sĩ, tỉ, hy vọng, quý.
_RIME = re.compile(f"(?:{'|'.join(_TONES)})(?!\\w)|(?<=[hklmstHKLMST])[{''.join(_IY)}](?!\\w)", re.IGNORECASE)
_QUY = re.compile("(?<=[qQ])(u[ỳýỷỹỵìíỉĩị]|[ùúủũụ]y)(?!\\w)", re.IGNORECASE)

_V_ROW = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}
_V = re.compile("|".join(_V_ROW))
_KATAKANA = re.compile("[ァ-ヺー・゠=]+")
_DOTS = re.compile("[・゠=＝]")
#: A katakana word of fewer letters is another word without its long vowel.
_LONG_ENOUGH = 4


def spellings(form: str, language: Language) -> list[str]:
    """
    Every spelling of *form* that means nothing else, itself first.

    Args:
        form: A term, NFC, in the case in which the glossary writes it; the case is kept.
        language: The record of its language.

    >>> from toolkit.lang import language
    >>> spellings("Khánh Hòa", language("vi"))
    ['Khánh Hòa', 'Khánh Hoà']
    >>> spellings("ヴォー・ヴァン", language("ja"))
    ['ヴォー・ヴァン', 'ヴォーヴァン', 'ボー・バン', 'ボーバン']
    """
    if not language.spaced:
        return [form] if form.isascii() else _kana(form)
    found = [form] if form.isascii() else _roman(form)
    return [other for spelling in found for other in _dashes(spelling)] if _DASH.search(form) else found


#: What joins two names: Nhật - Việt, Japan–Vietnam; houses differ in the dash and in the spaces around it.
_DASH = re.compile(r"(?<=\w)(?: - |-| – |–)(?=[^\W\d_])")
_JOINERS = (" - ", "-", "–", " – ")


def _dashes(form: str) -> list[str]:
    """
    A form with the dash between two names written in every way.

    >>> _dashes("hữu nghị Nhật - Việt")
    ['hữu nghị Nhật - Việt', 'hữu nghị Nhật-Việt', 'hữu nghị Nhật–Việt', 'hữu nghị Nhật – Việt']
    """
    spots = [spot for spot in _DASH.finditer(form) if form[spot.end()].isupper()]
    if len(spots) != 1:
        return [form]
    before, after = form[: spots[0].start()], form[spots[0].end() :]
    return list(dict.fromkeys([form, *(f"{before}{joiner}{after}" for joiner in _JOINERS)]))


def _roman(form: str) -> list[str]:
    spots = [*_RIME.finditer(form), *_QUY.finditer(form)]
    if not spots:
        return [form]
    spots.sort(key=re.Match.start)
    choices = [_choices(spot.group()) for spot in spots]
    # The new spelling of every rime, or the old of every one, when there are too many to mix
    picks: Iterable[tuple[str, ...]] = product(*choices) if len(spots) <= _FREE else zip(*_even(choices), strict=True)
    found = {form: None}
    for pick in picks:
        out, last = [], 0
        for spot, rime in zip(spots, pick, strict=True):
            out += [form[last : spot.start()], rime]
            last = spot.end()
        found["".join([*out, form[last:]])] = None
    return list(found)


def _even(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    most = max(map(len, choices))
    return [(*choice, *(choice[-1:] * (most - len(choice)))) for choice in choices]


def _choices(rime: str) -> tuple[str, ...]:
    low = rime.lower()
    if low in _TONES:
        same = _TONES[low]
    elif low in _IY:
        same = tuple(_IY[low])
    else:  # quý, quí, qúy
        tone = next(t for t in range(5) if low[-1] in "ỳýỷỹỵ"[t] + "ìíỉĩị"[t] or low[0] == "ùúủũụ"[t])
        same = ("u" + "ỳýỷỹỵ"[tone], "u" + "ìíỉĩị"[tone], "ùúủũụ"[tone] + "y")
    return tuple(_recase(other, rime) for other in same)


def _recase(other: str, like: str) -> str:
    if len(other) != len(like):
        return other
    return "".join(o.upper() if c.isupper() else o for o, c in zip(other, like, strict=True))


def _kana(form: str) -> list[str]:
    found = {form: None}
    if _DOTS.search(form):
        found[_DOTS.sub("", form)] = None
        if "・" not in form:
            found[_DOTS.sub("・", form)] = None
    if _V.search(form):
        found |= dict.fromkeys(_V.sub(lambda v: _V_ROW[v.group()], spelling) for spelling in list(found))
    if form.endswith("ー") and len(form) >= _LONG_ENOUGH + 1 and _KATAKANA.fullmatch(form):
        found |= dict.fromkeys(spelling[:-1] for spelling in list(found))
    return list(found)


def plurals(form: str) -> list[str]:
    """
    The regular English plural of a noun phrase, of its head where it opens the phrase.

    >>> plurals("ambassador"), plurals("Foreign Ministry"), plurals("minister of health")
    (['ambassadors'], ['Foreign Ministries'], ['ministers of health'])
    """
    head, of, rest = form, "", ""
    for preposition in (" of ", " for ", " to ", " in ", " at "):
        if preposition in form:
            head, of, rest = form.partition(preposition)
            break
    low = head.lower()
    if not low[-1:].isalpha() or not low[-1:].isascii() or low.endswith("s") or head[-1:].isupper():
        return []
    if low.endswith(("ch", "sh", "x", "z")):
        plural = head + "es"
    elif low.endswith("y") and low[-2:-1] not in "aeiou":
        plural = head[:-1] + "ies"
    elif low.endswith("man"):
        plural = head[:-3] + head[-3] + "en"
    else:
        plural = head + "s"
    return [plural + of + rest]


_ACRONYM = re.compile(r"(?<![\w.])[A-Z]{2,3}(?![\w.])")
_DOTTED = re.compile(r"(?<!\w)(?:[A-Z]\.){2,3}(?!\w)")


def dotted(form: str) -> list[str]:
    """
    The same with its acronym in the other spelling, with full stops or without; alone it is another term's business.

    >>> dotted("UN Security Council"), dotted("U.S. Embassy"), dotted("US")
    (['U.N. Security Council'], ['US Embassy'], [])
    """
    if " " not in form:
        return []
    others = (
        _ACRONYM.sub(lambda word: "".join(f"{letter}." for letter in word.group()), form),
        _DOTTED.sub(lambda word: word.group().replace(".", ""), form),
    )
    return [other for other in others if other != form]
