"""
What an editor changed between two versions of a sentence.

The question is whether the old translation still holds. It does if only spelling, punctuation or spacing changed; it
does but for a part if only numbers, dates or names did; and it does not if any other word changed, however few letters
that took: "rose" and "fell" look more alike than many a corrected typing mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, Levenshtein

from toolkit.figures import find_dates, find_numbers
from toolkit.lang import language
from toolkit.lang.meaning import meaning
from toolkit.normalize import fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.figures import Number, PartialDate
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept


class Verdict(Enum):
    """How far the old translation holds."""

    COSMETIC = "holds"
    PARTS = "holds but for numbers, dates or names"
    MEANING = "does not hold"


@dataclass(frozen=True, slots=True)
class Part:
    """
    A number, a date or a name in a sentence.

    Attributes:
        start: First code point.
        end: One past the last.
        text: What stands there.
        value: What it means; two parts with equal values mean the same.
        number: The number, if it is one.
        day: The date, if it is one.
        concept: The glossary's concept, if it is a name the glossary knows.
    """

    start: int
    end: int
    text: str
    value: object
    number: Number | None = None
    day: PartialDate | None = None
    concept: Concept | None = None

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return self.number is None and self.day is None


@dataclass(frozen=True, slots=True)
class Edit:
    """
    The difference between two versions of a sentence.

    Attributes:
        verdict: How far the old translation holds.
        swaps: The parts that changed, old and new.
        remark: What differs, for a person: ``“3%” → “5%”``.
        kept: The parts of the old version that did not change.
    """

    verdict: Verdict
    swaps: tuple[tuple[Part, Part], ...] = ()
    remark: str = ""
    kept: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The languages, the glossary and the day that an update works with."""

    source: str
    target: str
    glossary: Glossary | None = None
    on: date | None = None


_HAN, _KATAKANA, _HIRAGANA = "\u3400-\u4dbf\u4e00-\u9fff々〆ヶ", "ァ-ヺー", "ぁ-ゟ"
#: A word: letters of one kind of script, so that a language without spaces falls into pieces as well.
_WORD = re.compile(
    rf"[{_HAN}]+|[{_KATAKANA}]+|[{_HIRAGANA}]+|[^\W_{_HAN}{_KATAKANA}{_HIRAGANA}]+(?:['’][^\W\d_]+)*"
    r"|[%％‰$€£¥₫&@#+=°?？]"
)
#: ... the same for what a remark shows: figures stay whole, with their marks.
_SHOWN = re.compile(rf"[-−]?\d[\d.,:/]*\d[%％]?|\d[%％]?|{_WORD.pattern}")
_QUOTED = "“{}” → “{}”"
#: How much of the unchanged text is read with a change, so that no number is cut in two.
_MARGIN = 24
_FIGURE, _NAME = "\0figure", "\0name"
#: A mark before a figure that makes it negative; a hyphen between two figures is a range.
_MINUS = re.compile(r"(?:^|(?<=\s)|(?<=[(（]))[-−–]$")


def edit(old: str, new: str, words: Words) -> Edit:
    """
    Tell what changed from *old* to *new*, two sentences in the source language of *words*.

    >>> edit("Profit rose 3%.", "Profit rose 5%.", Words("en", "vi")).remark
    '“3%” → “5%”'
    >>> edit("Profit rose 3%.", "Profit fell 3%.", Words("en", "vi")).verdict.name
    'MEANING'
    """
    head, tail = _frame(old, new, _MARGIN)
    around = old[head : len(old) - tail], new[head : len(new) - tail]
    counted = any(_numeral(word, words.source) for text in around for word in _WORD.findall(text))
    for named in (False, True):
        # A first look at the words around the change spares most sentences the whole reading.
        if not named and not _alike(*around, words, counted=counted):
            continue
        if named and not _naming(old, new, words):
            continue
        mine, theirs = parts(old, words, named=named, counted=counted), parts(new, words, named=named, counted=counted)
        before, after = _tokens(old, mine), _tokens(new, theirs)
        if not _same_but_spelling(before, after, words.source, named=named):
            continue
        if len(mine) != len(theirs):
            continue
        swaps, kept = [], []
        for one, other in zip(mine, theirs, strict=True):
            if one.value == other.value or (one.named and other.named and _respelt(one.text, other.text, words.source)):
                kept.append(one)
            else:
                swaps.append(_core(one, other))
        remark = remark_of(old, new)
        return Edit(Verdict.PARTS if swaps else Verdict.COSMETIC, tuple(swaps), remark, tuple(kept))
    return Edit(Verdict.MEANING, remark=remark_of(old, new) + _turned(old, new, words.source))


def _core(one: Part, other: Part) -> tuple[Part, Part]:
    """Of two names in a run of capitals, the words that differ: Ms Tanaka and Ms Suzuki differ in one."""
    if not (one.named and other.named) or one.concept is not None or other.concept is not None:
        return one, other
    mine, theirs = one.text.split(" "), other.text.split(" ")
    head = 0
    while head < min(len(mine), len(theirs)) - 1 and mine[head] == theirs[head]:
        head += 1
    skip = sum(len(word) + 1 for word in mine[:head])
    if not skip:
        return one, other
    return (
        replace(one, start=one.start + skip, text=one.text[skip:], value=one.text[skip:]),
        replace(other, start=other.start + skip, text=other.text[skip:], value=other.text[skip:]),
    )


def _alike(old: str, new: str, words: Words, *, counted: bool) -> bool:
    mine, theirs = (parts(text, words, named=False, counted=counted) for text in (old, new))
    return _same_but_spelling(_tokens(old, mine), _tokens(new, theirs), words.source, named=False)


def _naming(old: str, new: str, words: Words) -> bool:
    """Whether a name may have changed: only then is the glossary asked."""
    head, tail = _frame(old, new)
    for text in (old, new):
        end = len(text) - tail
        if any(word[0].isupper() for word in _WORD.findall(text, head, end)):
            return True
        matches = words.glossary.find(text, words.source, words.on) if words.glossary is not None else []
        if any(match.start <= end and head <= match.end for match in matches):
            return True
    return False


@lru_cache(maxsize=8192)
def _numeral(word: str, lang: str) -> bool:
    """Whether a word is, or may be part of, a number or a date; an article has few words, many times over."""
    return any(char.isdigit() for char in word) or bool(_figures(word, lang, None))


def parts(text: str, words: Words, *, named: bool, counted: bool = True) -> list[Part]:
    """The numbers and dates of a sentence if *counted*, and its names if *named*, in order, not overlapping."""
    found = list(_figures(text, words.source, words.on)) if counted else []
    if named:
        found += _names(text, words, [(part.start, part.end) for part in found])
    return sorted(found, key=lambda part: part.start)


@lru_cache(maxsize=4096)
def _figures(text: str, lang: str, on: date | None) -> tuple[Part, ...]:
    found: list[Part] = []
    numbers = {(number.start, number.end): number for number in find_numbers(text, lang)}
    for day in find_dates(text, lang, on):
        fields = (day.year, day.month, day.day, day.weekday, day.quarter)
        # A bare year may be a plain number: 1000 and 1,000 people.
        bare = numbers.get((day.start, day.end)) if fields[0] and not any(fields[1:]) else None
        value: object = fields if bare is None else (bare.value, bare.unit)
        found.append(Part(day.start, day.end, day.text, value, number=bare, day=day))
    taken = [(part.start, part.end) for part in found]
    for number in numbers.values():
        if not any(start < number.end and number.start < end for start, end in taken):
            found.append(Part(number.start, number.end, number.text, (number.value, number.unit), number=number))
    return tuple(found)


def _names(text: str, words: Words, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """What the glossary knows, and runs of words with a capital."""
    matches = words.glossary.find(text, words.source, words.on) if words.glossary is not None else []
    for match in matches:
        if any(start < match.end and match.start < end for start, end in taken):
            continue
        taken.append((match.start, match.end))
        surface = text[match.start : match.end]
        yield Part(match.start, match.end, surface, match.concept.id, concept=match.concept)
    run: list[re.Match[str]] = []
    for word in (*_WORD.finditer(text), None):
        free = word is not None and not any(start < word.end() and word.start() < end for start, end in taken)
        if (
            word is not None
            and free
            and word[0][0].isupper()
            and (not run or text[run[-1].end() : word.start()] == " ")
        ):
            run.append(word)
            continue
        if run:
            surface = text[run[0].start() : run[-1].end()]
            yield Part(run[0].start(), run[-1].end(), surface, surface)
        run = [word] if word is not None and free and word[0][0].isupper() else []


def _tokens(text: str, found: list[Part]) -> list[tuple[str, str]]:
    """Words and parts in order: what decides whether they are equal, and how they are spelt."""
    out: list[tuple[str, str]] = []
    folded = fold(text)  # one character for one
    at = 0
    for part in (*found, None):
        end = part.start if part else len(text)
        out += [(folded[w.start() : w.end()], w[0]) for w in _WORD.finditer(text, at, end)]
        if part is None:
            break
        if not part.named and _MINUS.search(text[at:end]):
            out.append(("-", "-"))
        out.append((_NAME if part.named else _FIGURE, part.text))
        at = part.end
    return out


def _same_but_spelling(before: list[tuple[str, str]], after: list[tuple[str, str]], lang: str, *, named: bool) -> bool:
    """Whether the words are the same but for typing mistakes, hyphens, and words that weigh nothing."""
    mine, theirs = [key for key, _ in before], [key for key, _ in after]
    if mine == theirs or "".join(mine) == "".join(theirs):
        return True
    facts = meaning(lang)
    for code in Levenshtein.opcodes(mine, theirs):
        if code.tag == "equal":
            continue
        gone, come = mine[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end]
        if any(key in (_FIGURE, _NAME, "-") for key in (*gone, *come)):
            return False
        if "".join(gone) == "".join(come) or all(key in facts.light for key in (*gone, *come)):
            continue
        if not come and _stuttered(mine, code.src_start, code.src_end):
            continue
        if not gone and _stuttered(theirs, code.dest_start, code.dest_end):
            continue
        if _stammered("".join(gone), "".join(come)) or _stammered("".join(come), "".join(gone)):
            continue
        if len(gone) != len(come):
            return False
        for at, (one, other) in enumerate(zip(gone, come, strict=True)):
            first = code.src_start + at == 0
            spelt = before[code.src_start + at][1], after[code.dest_start + at][1]
            name = not first and (spelt[0][0].isupper() or spelt[1][0].isupper())
            if not (_respelt(*spelt, lang) if name else typing_mistake(one, other, lang)) or (name and named):
                return False
    return True


def _stuttered(keys: list[str], start: int, end: int) -> bool:
    """Whether these words stand there twice in a row."""
    size = end - start
    piece = keys[start:end]
    if piece in (keys[start - size : start] if start >= size else None, keys[end : end + size]):
        return True
    word = piece[0] if size == 1 else ""
    return bool(word) and (start > 0 and keys[start - 1].endswith(word) and len(word) > 1)


def linked(old: str, new: str, words: Words) -> bool:
    """
    Whether one text is another, cut or joined: the same words but for those that link sentences.

    >>> linked("He came and she left.", "He came. She left.", Words("en", "vi"))
    True
    >>> linked("He came and she left.", "He came. She did not leave.", Words("en", "vi"))
    False
    """
    mine, theirs = parts(old, words, named=False), parts(new, words, named=False)
    if [part.value for part in mine] != [part.value for part in theirs]:
        return False
    before, after = [key for key, _ in _tokens(old, mine)], [key for key, _ in _tokens(new, theirs)]
    facts, spaced = meaning(words.source), language(words.source).spaced
    odd = 0
    for code in Levenshtein.opcodes(before, after):
        if code.tag == "equal":
            continue
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        if any((one, other) in facts.opposites for one in gone for other in come):
            return False
        for key in (*gone, *come):
            if key in facts.negations or key in (_FIGURE, "-", "?"):
                return False
            if key in facts.links or key in facts.light or key in facts.joints:
                continue
            if not spaced and _KANA.fullmatch(key):
                if any(negation in key for negation in facts.negations):
                    return False
                continue
            odd += 1
    return odd <= max(2, (len(before) + len(after)) // 12)


_KANA = re.compile(rf"[{_HIRAGANA}]+")
#: The same syllables twice, at least two of them, so that no word with a doubled syllable is hit.
_TWICE = re.compile(rf"([{_HIRAGANA}]{{2,6}})\1")


def _stammered(one: str, other: str) -> bool:
    """Whether *one* is *other* with something twice, in a script without spaces: 強化するする."""
    return one != other and _TWICE.sub(r"\1", one) == other


def typing_mistake(one: str, other: str, lang: str) -> bool:
    """
    Whether two folded words are one word, once mistyped.

    Only what cannot be another word of the language counts: a doubtful case is an edit, and a person looks at it.

    >>> typing_mistake("goverment", "government", "en"), typing_mistake("county", "country", "en")
    (True, False)
    >>> typing_mistake("tac", "tác", "vi"), typing_mistake("mua", "mưa", "vi")
    (True, False)
    """
    facts = meaning(lang)
    if {one, other} & facts.negations or (one, other) in facts.opposites:
        return False
    if facts.misspelt:
        wrong = re.compile(facts.misspelt)
        return plain(one) == plain(other) and bool(wrong.fullmatch(one)) != bool(wrong.fullmatch(other))
    if not language(lang).spaced:
        return one.replace("ー", "") == other.replace("ー", "")
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= 3:  # an ending: another number or tense
        return False
    if any(long == prefix + short for prefix in facts.prefixes):
        return False
    distance = OSA.distance(one, other)
    if distance > (1 if len(short) < 9 else 2) or (len(short) < 5 and sorted(one) != sorted(other)):
        return False
    if one[:-2] == other[:-2] and sorted(one) != sorted(other) and distance > 0 and one[-1] != other[-1]:
        return False
    return not _both_real(one, other, facts.real)


def _both_real(one: str, other: str, real: frozenset[str]) -> bool:
    """Whether both are words: as they stand, or without an ending they share."""
    for ending in ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly"):
        if one.endswith(ending) and other.endswith(ending):
            stems = (one.removesuffix(ending), other.removesuffix(ending))
            if all(stem in real or stem + "e" in real for stem in stems):
                return True
    return False


def _respelt(one: str, other: str, lang: str) -> bool:
    """
    Whether a name was only given its diacritics: Pham Quang Hieu, Phạm Quang Hiệu.

    Where the diacritics are the language's own, Hai and Hải are two men, and one word is too little to tell.
    """
    if fold(one) == fold(other):
        return True
    if plain(one) != plain(other) or not (one.isascii() or other.isascii()):
        return False
    changed = sum(a != b for a, b in zip(one.split(), other.split(), strict=False))
    return changed > 1 or not language(lang).marked


def remark_of(old: str, new: str) -> str:
    """
    The words that differ, without what stands before and behind them unchanged.

    >>> remark_of("Profit rose 3% in May.", "Profit fell 3% in May.")
    '“rose” → “fell”'
    """
    head, tail = _frame(old, new)
    gone, come = old[head : len(old) - tail].strip(), new[head : len(new) - tail].strip()
    return _QUOTED.format(_clipped(gone), _clipped(come))


def _frame(old: str, new: str, margin: int = 0) -> tuple[int, int]:
    """How much the two share in front and behind, in whole words, less a *margin* of characters."""
    inside, within = _inner(old), _inner(new)
    head = max(0, _shared(old, new) - margin)
    while head in inside or head in within:
        head -= 1
    tail = max(0, _shared(old[head:][::-1], new[head:][::-1]) - margin)
    while len(old) - tail in inside or len(new) - tail in within:
        tail -= 1
    return head, tail


@lru_cache(maxsize=4096)
def _inner(text: str) -> frozenset[int]:
    """The places inside a word or a figure, where a remark must not cut."""
    return frozenset(place for word in _SHOWN.finditer(text) for place in range(word.start() + 1, word.end()))


def _shared(one: str, other: str) -> int:
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size


def _clipped(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:38]} … {text[-38:]}"


@lru_cache(maxsize=4096)
def loose(text: str) -> str:
    """Letters and figures only, folded: what a first look at the likeness of two sentences compares."""
    return " ".join(_WORD.findall(fold(text)))


def _turned(old: str, new: str, lang: str) -> str:
    """A word of warning where an edit turned the sentence round."""
    facts = meaning(lang)
    mine, theirs = set(loose(old).split()), set(loose(new).split())
    gone, come = mine - theirs, theirs - mine
    if (gone | come) & facts.negations or (
        not language(lang).spaced and any(n in w for w in gone ^ come for n in facts.negations)
    ):
        return ", a negation"
    if any((one, other) in facts.opposites for one in gone for other in come):
        return ", an opposite"
    return ""
