"""
Vietnamese names in katakana, as Japanese diplomats and newspapers write them.

There is no one right form: the ministry writes ヴ and long vowels, newspapers バ行, and both shorten what is established.
So the answer is a short list, the asked house first; a form that stands against the rules is in the list of exceptions
with its source.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit.names.syllable import Syllable, named, onsets, parse, readings, rimes

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["person", "place"]
Style = Literal["mofa", "press"]

#: Most forms that help; a longer list would be a guess.
MOST = 4

#: Open vowels, as spelt, that are written with ー. MOFA writes every one long in a person; news and maps shorten.
_LONG = frozenset("aeêioôơuưy")
_NO_I = _LONG - {"i"}
_PLACE = frozenset("ôơuưy")
_SHORT: frozenset[str] = frozenset()


class _Habit(NamedTuple):
    """One way of writing what the conventions leave open: v, and the open vowels that are long, first and later."""

    v: Style
    first: frozenset[str]
    later: frozenset[str]


_LENGTHS: dict[Kind, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "person": ((_LONG, _LONG), (_LONG, _NO_I), (_SHORT, _SHORT), (_SHORT, _LONG)),
    "place": ((_PLACE, _PLACE), (_LONG, _LONG), (_SHORT, _PLACE), (_SHORT, _SHORT)),
}


def transcribe(name: str, kind: Kind = "person", style: Style = "mofa") -> list[str]:
    """
    Write a Vietnamese name in katakana.

    Args:
        name: The name, in any normal form and case. Without diacritics it may be read in several ways; then the likeliest
            come first. Parts that are not Vietnamese (initials, foreign names) stay as they are.
        kind: A person's parts are divided by ・, a place's are not.
        style: The house that is asked: ``mofa`` writes ヴ, ``press`` バ行.

    Returns:
        At most four forms, the asked house's first, then the other's, then those with shorter vowels; empty if nothing
        in *name* is Vietnamese.

    >>> transcribe("Phạm Quang Hiệu")
    ['ファム・クアン・ヒエウ']
    >>> transcribe("Vĩnh Phúc", kind="place", style="press")
    ['ビンフック', 'ヴィンフック']
    """
    return list(islice(dict.fromkeys(_all(name, kind, style)), MOST))


def _all(name: str, kind: Kind, style: Style) -> Iterator[str]:
    """Every form in the order of its likelihood, with repetitions."""
    words = name.replace("-", " ").replace("–", " ").split()
    whole = _exceptions().get((kind, named(" ".join(words))))
    if whole:
        yield from sorted(whole, key=lambda form: "ヴ" in form and style == "press")
    parsed = [[reading] if (reading := parse(word)) else list(readings(word)) for word in words]
    if not any(parsed):
        return
    other: Style = "press" if style == "mofa" else "mofa"
    for first, later in _LENGTHS[kind]:
        for v in (style, other):
            yield _form(words, [choice[0] if choice else None for choice in parsed], kind, _Habit(v, first, later))
    # A name without diacritics: vary one part at a time, the likeliest first.
    for at, choice in enumerate(parsed):
        for reading in choice[1:]:
            varied = [c[0] if c else None for c in parsed]
            varied[at] = reading
            yield _form(words, varied, kind, _Habit(style, *_LENGTHS[kind][0]))


def _form(words: list[str], parts: list[Syllable | None], kind: Kind, habit: _Habit) -> str:
    written = []
    for at, (word, part) in enumerate(zip(words, parts, strict=True)):
        fixed = _exceptions().get((kind, named(word)))
        if fixed:
            written.append(fixed[0])
        elif part is None:
            written.append(word)
        else:
            after = parts[at + 1] if at + 1 < len(parts) else None
            written.append(_syllable(part, kind, habit, first=at == 0, after=after))
    return ("・" if kind == "person" else "").join(written)


def _syllable(part: Syllable, kind: Kind, habit: _Habit, *, first: bool, after: Syllable | None) -> str:
    """One syllable; in a place, ッ falls before a c that another consonant follows: バクニン, but フックイエン."""
    table = onsets()
    row = table.get(f"{part.onset}/{kind}") or table.get(f"{part.onset}/{habit.v}") or table[part.onset]
    vowel, tail = rimes()[part.rime]
    if tail == "~":
        tail = "ー" if part.rime in (habit.first if first else habit.later) else ""
    elif kind == "place" and tail.endswith("ック") and part.rime.endswith("c") and after and after.onset != "-":
        tail = tail.removesuffix("ック") + "ク"
    return row["aiueo".index(vowel)] + tail


@cache
def _exceptions() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Kind, name) -> established forms."""
    text = (resources.files("toolkit.names") / "data" / "exceptions.txt").read_text(encoding="utf-8")
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, name, forms = (cell.strip() for cell in line.split("|"))
            for each in ("person", "place") if kind == "any" else (kind,):
                found[each, named(" ".join(name.replace("-", " ").split()))] = tuple(forms.split(", "))
    return found
