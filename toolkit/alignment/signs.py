"""
What a sentence holds that its translation should hold too: signs, the same for every language.

A sign is a pair of its kind and its value, so that ``3 tỷ`` and ``30億`` are one, and so are 広島県 and Hiroshima.
Latin letters and katakana can be compared only when both articles are there: :func:`signs` takes a whole article, and
:func:`meet` brings the sounds of two together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.alignment import sound
from toolkit.alignment.words import words
from toolkit.figures import Weight, find_dates, find_numbers
from toolkit.lang import language
from toolkit.names import transcribe
from toolkit.names.syllable import parse
from toolkit.normalize import is_usual, nfc
from toolkit.segment import split
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary

    Sign = tuple[str, object]

_LATIN = re.compile(r"[^\W\d_ぁ-ヿ㐀-鿿가-힣豈-龎ー々]+(?:[-'’&.][^\W\d_ぁ-ヿ㐀-鿿가-힣豈-龎ー々]+)*")
_CLOSERS = "\"'”’»)]）」』】〉》 \u3000"
_ENDS = ".!?…。！？."
_QUOTES = re.compile('["“”„«»「」『』]')
_BRACKETS = re.compile("[(（\\[［]")
#: Names of several words in one katakana word: タインホア, ハノイ.
_LONGEST_PLACE = 3
#: Shorter words are function words.
_SHORTEST = 4


@dataclass(slots=True)
class Signs:
    """
    One sentence as the aligner sees it.

    Attributes:
        found: Its signs.
        length: How much it says, in letters; at least 1.
        ends: How many sentences end in it: none in the first half of a split one, two in two that were joined.
        latin: Words in Latin letters that may be names, as they stand there.
        kana: Its runs of katakana.
    """

    found: set[Sign] = field(default_factory=set)
    length: int = 1
    ends: int = 1
    latin: tuple[str, ...] = ()
    kana: tuple[str, ...] = ()


def signs(texts: Sequence[str], lang: str, glossary: Glossary | None, on: date | None = None) -> list[Signs]:
    """The signs of an article's sentences."""
    return [_sentence(nfc(text), lang, glossary, on) for text in texts]


def _sentence(text: str, lang: str, glossary: Glossary | None, on: date | None) -> Signs:
    record = language(lang)
    found: set[Sign] = set()
    if glossary is not None:
        for match in glossary.find(text, lang, on):
            found.update(("concept", concept.id) for concept in match.concepts[:3])
    found |= _figures(text, lang, on)
    found.update(("word", row) for row in words(lang).rows(text))
    found |= _marks(text, record.questions)
    latin = tuple(dict.fromkeys(_LATIN.findall(text)))
    kana = () if record.spaced else tuple(dict.fromkeys(sound.katakana(text)))
    bare = text.rstrip(_CLOSERS)
    pieces = len(split(text, lang, "split")) if is_usual(text) else 1
    ends = pieces if bare[-1:] in _ENDS else pieces - 1
    return Signs(found, max(1, sum(map(str.isalnum, text))), ends, latin, kana)


def _figures(text: str, lang: str, on: date | None) -> set[Sign]:
    found: set[Sign] = set()
    taken: set[int] = set()
    for day in find_dates(text, lang, on):
        for kind in ("month", "day", "weekday"):
            value = getattr(day, kind)
            if value and day.sure:
                found.add((kind, value))
        taken.update(start for name, (start, _) in day.parts if name in ("month", "day", "weekday") and day.sure)
    for number in find_numbers(text, lang):
        if number.start in taken:
            continue
        firm = number.weight is Weight.FIGURES
        values = [float(value) for value in number.readings]  # a fraction is slow to look up
        found.add(("number" if firm and values[0] > 12 else "small", values[0]))
        found.update(("reading", value) for value in values)
        if number.unit:
            found.add(("unit", number.unit))
    return found


def _marks(text: str, questions: Iterable[str]) -> set[Sign]:
    found: set[Sign] = set()
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("?", "？")) or bare.rstrip("。.").endswith(tuple(q for q in questions if len(q) == 1)):
        found.add(("mark", "?"))
    if "!" in text or "！" in text:
        found.add(("mark", "!"))
    if _QUOTES.search(text):
        found.add(("quote", "any"))
    if _QUOTES.match(text):
        found.add(("quote", "first"))
    if _QUOTES.match(text[-1:]) or _QUOTES.match(text.rstrip(_ENDS)[-1:]):
        found.add(("quote", "last"))
    if _BRACKETS.search(text):
        found.add(("mark", "("))
    if ":" in text or "：" in text:
        found.add(("mark", ":"))
    if ";" in text or "；" in text:
        found.add(("mark", ";"))
    return found


def meet(one: Sequence[Signs], other: Sequence[Signs], one_lang: str, other_lang: str) -> None:
    """Add the signs that two articles have only because of each other: strings shared, names that sound alike."""
    scripts = language(one_lang).spaced, language(other_lang).spaced
    _share(one, other, scripts)
    if scripts[0] != scripts[1]:
        latin, kana = (one, other) if scripts[0] else (other, one)
        _hear(latin, kana)


def _share(one: Sequence[Signs], other: Sequence[Signs], scripts: tuple[bool, bool]) -> None:
    """
    Strings in Latin letters that stand in both: names, abbreviations, loan words.

    In a text that is written in Latin letters itself, a word that may be Vietnamese counts only with a capital.
    """
    sides = [
        [{word.lower() for word in s.latin if not (spaced and _is_common(word))} for s in side]
        for side, spaced in zip((one, other), scripts, strict=True)
    ]
    shared = set().union(*sides[0]) & set().union(*sides[1])
    for side, vocabulary in zip((one, other), sides, strict=True):
        for sentence, own in zip(side, vocabulary, strict=True):
            sentence.found.update(("latin", word) for word in own & shared)


def _is_common(word: str) -> bool:
    return len(word) == 1 or (word.islower() and (len(word) < _SHORTEST or parse(word) is not None))


def _hear(latin: Sequence[Signs], kana: Sequence[Signs]) -> None:
    """Link the katakana of one article to the words of the other that sound so."""
    runs = dict.fromkeys(run for sentence in kana for run in sentence.kana)
    if not runs:
        return
    by_sound: dict[str, list[str]] = {}
    for run in runs:
        consonants = sound.of_katakana(run)
        if len(consonants) >= sound.LEAST:
            by_sound.setdefault(consonants, []).append(run)
    by_first: dict[str, list[str]] = {}
    for consonants in by_sound:
        if len(consonants) >= sound.LOOSE - 1:
            by_first.setdefault(consonants[0], []).append(consonants)
    heard: dict[str, list[Sign]] = {}
    for sentence in latin:
        for at, word in enumerate(sentence.latin):
            for part in word.replace("’", "'").split("-"):
                if part not in heard:
                    heard[part] = [("sound", run) for run in _runs(part, by_sound, by_first)]
                sentence.found.update(heard[part])
            names = sentence.latin[at : at + _LONGEST_PLACE]
            if word[:1].isupper() and parse(word) is not None:
                for size in range(1, len(names) + 1):
                    key = " ".join(names[:size])
                    if key not in heard:
                        heard[key] = [("name", form) for form in _vietnamese(key) if form in runs]
                    sentence.found.update(heard[key])
    for sentence in kana:
        sentence.found.update(("sound", run) for run in sentence.kana)
        sentence.found.update(("name", run) for run in sentence.kana)


def _runs(word: str, by_sound: dict[str, list[str]], by_first: dict[str, list[str]]) -> list[str]:
    if word.islower() and (len(word) < _SHORTEST or not word.isascii()):
        return []
    consonants = sound.of_latin(word)
    if len(consonants) < sound.LEAST:
        return []
    exact = by_sound.get(consonants)
    if exact:
        return exact
    if len(consonants) < sound.LOOSE:
        return []
    return [run for near in by_first.get(consonants[0], ()) if sound.same(near, consonants) for run in by_sound[near]]


def _vietnamese(name: str) -> set[str]:
    """How a Vietnamese name is written in katakana, as a person's part and as a place."""
    found = set(transcribe(name, "place"))
    if " " not in name:
        found.update(transcribe(name, "person"))
    return found
