"""
Vietnamese names in katakana, as Japanese diplomats and newspapers write them.

There is no one right form: the ministry writes ヴ and long vowels, newspapers バ行, and both shorten what is
established. So the answer is a short list, the asked house first; a form that stands against the rules is in the list
of exceptions with its source.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from toolkit.names.syllable import Syllable, named, onsets, parse, readings, rimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    established = _whole(kind).get(len(words))
    if established and (forms := established.get(named(name.replace("-", " ")))):
        yield from sorted(forms, key=lambda form: "ヴ" in form and style == "press")
    columns = [
        _word(word, kind, style, at == 0, words[at + 1] if kind == "place" and words[at + 1 :] else "")
        for at, word in enumerate(words)
    ]
    if not any(columns):
        return
    dot = "・" if kind == "person" else ""
    told = [column or ((word,) * _WAYS,) for word, column in zip(words, columns, strict=True)]
    for row in zip(*(column[0] for column in told), strict=True):
        yield dot.join(row)
    # A name without diacritics: vary one part at a time, the likeliest reading first.
    for at, column in enumerate(told):
        for reading in column[1:]:
            yield dot.join((reading if at == i else other[0])[0] for i, other in enumerate(told))


#: Ways to write one syllable: each length for the asked house, then for the other.
_WAYS = 8


@lru_cache(maxsize=100_000)
def _word(word: str, kind: Kind, style: Style, first: bool, after: str) -> tuple[tuple[str, ...], ...]:
    """
    One word of a name: for each syllable that it may be read as, how each habit writes it.

    Empty where the word is not Vietnamese. The likeliest reading comes first.
    """
    fixed = _whole(kind).get(1, _NONE).get(named(word))
    if fixed:
        return ((fixed[0],) * _WAYS,)
    if len(word) == 1 and word.isascii():
        return ()  # an initial: A is how newspapers hide a name, not a syllable
    parsed = parse(word)
    following = parse(after) if after else None
    houses: tuple[Style, Style] = ("press", "mofa") if style == "press" else ("mofa", "press")
    return tuple(
        tuple(written(reading, kind, v, lengths[not first], following) for lengths in _LENGTHS[kind] for v in houses)
        for reading in ([parsed] if parsed else readings(word))
    )


def written(part: Syllable, kind: Kind, v: Style, long: frozenset[str], after: Syllable | None) -> str:
    """One syllable; in a place, ッ falls before a c that another consonant follows: バクニン, but フックイエン."""
    table = onsets()
    row = table.get(f"{part.onset}/{kind}") or table.get(f"{part.onset}/{v}") or table[part.onset]
    vowel, tail = rimes()[part.rime]
    if tail == "~":
        tail = "ー" if part.rime in long else ""
    elif tail.endswith("ック") and part.rime.endswith("c") and after and after.onset != "-":
        tail = tail.removesuffix("ック") + "ク"
    return row["aiueo".index(vowel)] + tail


_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@cache
def _whole(kind: Kind) -> dict[int, dict[str, tuple[str, ...]]]:
    """Number of words -> name -> established forms."""
    text = (resources.files("toolkit.names") / "data" / "exceptions.txt").read_text(encoding="utf-8")
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            counts, name, forms = (cell.strip() for cell in line.split("|"))
            if counts in ("any", kind):
                key = named(name.replace("-", " "))
                found.setdefault(len(key.split()), {})[key] = tuple(forms.split(", "))
    return found
