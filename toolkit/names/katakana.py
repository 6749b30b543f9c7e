"""
Vietnamese names in katakana, as Japanese diplomats and newspapers write them.

There is no one right form: the ministry writes ヴ and long vowels, newspapers バ行, and both shorten what is
established. So the answer is a short list, the asked house first; a form that stands against the rules is in the list
of exceptions with its source.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit.names.syllable import Syllable, lacking, likeliest, named, onsets, other_tails, parse, rimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DATA = Path(__file__).with_name("data")

Kind = Literal["person", "place"]
Style = Literal["mofa", "press"]

#: Most forms that help; a longer list would be a guess.
MOST = 4

#: Open vowels, as spelt, that are written with ー. MOFA writes every one long in a person; news and maps shorten.
_LONG = frozenset("aeêioôơuưy")
_NO_I = _LONG - {"i"}
_PLACE = frozenset("ôơuưy")
_SHORT: frozenset[str] = frozenset()


#: Which open vowels are long in the first syllable, and in the later ones; the most usual habit first.
_LENGTHS: dict[Kind, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "person": ((_LONG, _LONG), (_LONG, _NO_I), (_SHORT, _SHORT), (_SHORT, _LONG)),
    "place": ((_PLACE, _PLACE), (_LONG, _LONG), (_SHORT, _PLACE), (_SHORT, _SHORT)),
}


def transcribe(name: str, kind: Kind = "person", style: Style = "mofa") -> list[str]:
    """
    Write a Vietnamese name in katakana.

    Args:
        name: The name, in any normal form and case. Without diacritics it may be read in several ways; then the
            likeliest come first. Parts that are not Vietnamese (initials, foreign names) stay as they are.
        kind: A person's parts are divided by ・, a place's are not.
        style: The house that is asked: ``mofa`` writes ヴ, ``press`` バ行.

    Returns:
        At most four forms, the asked house's first, then the other's, then those with shorter vowels, then what else
        is seen in print; empty if nothing in *name* is Vietnamese.

    >>> transcribe("Phạm Quang Hiệu")
    ['ファム・クアン・ヒエウ']
    >>> transcribe("Vĩnh Phúc", kind="place", style="press")
    ['ビンフック', 'ヴィンフック']
    """
    found: dict[str, None] = {}
    for form in _all(name, kind, style):
        found[form] = None
        if len(found) == MOST:
            break
    return list(found)


class _Word(NamedTuple):
    """
    One word of a name.

    Attributes:
        key: What it is looked up by.
        readings: For each syllable that it may be read as, how each habit writes it; the likeliest first. Empty where
            it is not Vietnamese.
        others: What else is seen in print for the first of them.
        varies: The habits that write it otherwise than the first one does, as bits.
    """

    key: str
    readings: tuple[tuple[str, ...], ...] = ()
    others: tuple[str, ...] = ()
    varies: int = 0


def _all(name: str, kind: Kind, style: Style) -> Iterator[str]:
    """Every form in the order of its likelihood, with repetitions."""
    words = name.replace("-", " ").replace("–", " ").split()
    last = len(words) - 1
    if kind == "person":
        bare = name.isascii()
        columns = [_word(word, kind, style, at == 0, at == last, "", bare) for at, word in enumerate(words)]
        dot = "・"
    else:
        columns = [
            _word(word, kind, style, at == 0, at == last, words[at + 1] if at < last else "", name.isascii())
            for at, word in enumerate(words)
        ]
        dot = ""
    established = _whole(kind).get(last + 1)
    if established and (forms := established.get(" ".join([column.key for column in columns]))):
        yield from sorted(forms, key=lambda form: "ヴ" in form and style == "press")
    told = [column.readings or ((word,) * _WAYS,) for word, column in zip(words, columns, strict=True)]
    varies = most = 0
    for column in columns:
        varies |= column.varies
        most = max(most, len(column.readings))
    if not most:
        return
    first = [column[0][0] for column in told]
    yield dot.join(first)
    if varies:
        for way in range(1, _WAYS):
            if varies >> way & 1:
                yield dot.join([column[0][way] for column in told])
    # A name without diacritics: vary one part at a time, the likeliest reading first.
    if most > 1:
        for at, column in enumerate(columns):
            for reading in column.readings[1:]:
                yield dot.join((*first[:at], reading[0], *first[at + 1 :]))
    second = [column[0][1] for column in told] if varies & 2 else None
    for at, column in enumerate(columns):
        for other in column.others:
            yield dot.join((*first[:at], other, *first[at + 1 :]))
            if second:
                yield dot.join((*second[:at], other, *second[at + 1 :]))


#: Ways to write one syllable: each length for the asked house, then for the other.
_WAYS = 8

#: Final stops that place names swallow before another consonant: バクニン, ソクチャン, but フックイエン.
_SWALLOWED = frozenset(("ac", "ăc", "âc", "oc", "ưc"))


@lru_cache(maxsize=100_000)
def _word(word: str, kind: Kind, style: Style, first: bool, last: bool, after: str, bare: bool) -> _Word:
    """One word of a name, where in it the word stands, and whether the name has no diacritic at all."""
    key = named(word)
    houses: tuple[Style, Style] = ("press", "mofa") if style == "press" else ("mofa", "press")
    fixed = _whole(kind).get(1, _NONE).get(key)
    if fixed:
        form = {"mofa": fixed[0], "press": next((text for text in fixed if "ヴ" not in text), fixed[0])}
        row = tuple(form[house] for house in houses) * (_WAYS // 2)
        return _Word(key, (row,), tuple(text for text in fixed if text not in row), _varies(row))
    if len(word) == 1 and word.isascii() and last and kind == "person":
        return _Word(key)  # an initial: A is how newspapers hide a name; a syllable only where another follows
    parsed = parse(word)
    if parsed is None or (bare and lacking(word)):
        found = likeliest(word, family=first and not last, place=kind == "place")
    else:
        found = [parsed]
    if not found:
        return _Word(key)
    following = parse(after) if after else None
    lengths = _LENGTHS[kind]
    told = tuple(
        tuple(written(reading, kind, v, long[not first], following) for long in lengths for v in houses)
        for reading in found
    )
    others = [_begin(found[0], kind, houses[0])[1] + tail for tail in other_tails(found[0].rime)]
    if f"{found[0].onset}/{kind}" in onsets():
        # Where the general reading is the north's: ナジー and ナリ.
        others.append(written(found[0], "person" if kind == "place" else "place", houses[0], lengths[0][1], following))
    if following and told[0][0].endswith("ク"):
        others.append(told[0][0].removesuffix("ク").removesuffix("ッ") + ("ク" if "ック" in told[0][0] else "ック"))
    return _Word(key, told, tuple(others), _varies(told[0]))


def _varies(row: tuple[str, ...]) -> int:
    return sum(1 << way for way, text in enumerate(row) if text != row[0])


def _begin(part: Syllable, kind: Kind, v: Style) -> tuple[str, str]:
    """What follows the vowel of a syllable, and the onset with the vowel in katakana."""
    table = onsets()
    row = table.get(f"{part.onset}/{kind}") or table.get(f"{part.onset}/{v}") or table[part.onset]
    vowel, tail = rimes()[part.rime]
    return tail, row["aiueo".index(vowel)]


def written(part: Syllable, kind: Kind, v: Style, long: frozenset[str], after: Syllable | None) -> str:
    """One syllable; in a place, ッ falls before a c that another consonant follows: バクニン, but フックイエン."""
    tail, head = _begin(part, kind, v)
    if tail == "~":
        tail = "ー" if part.rime in long else ""
    elif part.rime in _SWALLOWED and after and after.onset != "-":
        tail = tail.removesuffix("ック") + "ク"
    return head + tail


_HOUSES = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
_SMALL = str.maketrans("ァィゥェォ", "アイウエオ", "ーッ・＝･")


def plain(katakana: str) -> str:
    """
    What the houses agree on: バ for ヴァ, no ー, no ッ, no dots, full-size vowels.

    >>> plain("ヴォー・ヴァン・トゥオン") == plain("ボ・バン・トゥオン")
    True
    """
    for ours, theirs in _HOUSES:
        katakana = katakana.replace(ours, theirs)
    return katakana.translate(_SMALL)


_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@cache
def _whole(kind: Kind) -> dict[int, dict[str, tuple[str, ...]]]:
    """Number of words -> name -> established forms."""
    text = (_DATA / "exceptions.txt").read_text(encoding="utf-8")
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            counts, name, forms = (cell.strip() for cell in line.split("|"))
            if counts in ("any", kind):
                key = named(name.replace("-", " "))
                found.setdefault(len(key.split()), {})[key] = tuple(forms.split(", "))
    return found
