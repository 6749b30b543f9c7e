"""
What an editor changed between two versions of a sentence.

The question is whether the old translation still holds. It does if only spelling, punctuation or spacing changed; it
does but for a part if only numbers, dates or names did; and it does not if any other word changed, however few letters
that took: "rose" and "fell" look more alike than many a corrected typing mistake.
"""

from __future__ import annotations

import re
from enum import Enum

from rapidfuzz.distance import Levenshtein

from toolkit.catalog.update.remark import frame, remark_of, turned
from toolkit.catalog.update.spelling import respelt, stammered, stuttered, typing_mistake
from toolkit.catalog.update.words import FIGURE, HIRAGANA, NAME, WORD, Part, Words, numeral, parts, tokens
from toolkit.lang import language
from toolkit.lang.meaning import meaning
from toolkit.value import dataclass, replace


class Verdict(Enum):
    """How far the old translation holds."""

    COSMETIC = "holds"
    PARTS = "holds but for numbers, dates or names"
    MEANING = "does not hold"


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


#: How much of the unchanged text is read with a change, so that no number is cut in two.
_MARGIN = 24


def edit(old: str, new: str, words: Words) -> Edit:
    """
    Tell what changed from *old* to *new*, two sentences in the source language of *words*.

    >>> edit("Profit rose 3%.", "Profit rose 5%.", Words("en", "vi")).remark
    '“3%” → “5%”'
    >>> edit("Profit rose 3%.", "Profit fell 3%.", Words("en", "vi")).verdict.name
    'MEANING'
    """
    head, tail = frame(old, new, _MARGIN)
    around = old[head : len(old) - tail], new[head : len(new) - tail]
    counted = any(numeral(word, words.source) for text in around for word in WORD.findall(text))
    for named in (False, True):
        # A first look at the words around the change spares most sentences the whole reading.
        if not named and not _alike(*around, words, counted=counted):
            continue
        if named and not _naming(old, new, words):
            continue
        mine, theirs = parts(old, words, named=named, counted=counted), parts(new, words, named=named, counted=counted)
        before, after = tokens(old, mine), tokens(new, theirs)
        if not _same_but_spelling(before, after, words.source, named=named):
            continue
        if len(mine) != len(theirs):
            continue
        swaps, kept = [], []
        for one, other in zip(mine, theirs, strict=True):
            if one.value == other.value or (one.named and other.named and respelt(one.text, other.text, words.source)):
                kept.append(one)
            else:
                swaps.append(_core(one, other))
        remark = remark_of(old, new)
        return Edit(Verdict.PARTS if swaps else Verdict.COSMETIC, tuple(swaps), remark, tuple(kept))
    return Edit(Verdict.MEANING, remark=remark_of(old, new) + turned(old, new, words.source))


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
    return _same_but_spelling(tokens(old, mine), tokens(new, theirs), words.source, named=False)


def _naming(old: str, new: str, words: Words) -> bool:
    """Whether a name may have changed: only then is the glossary asked."""
    head, tail = frame(old, new)
    for text in (old, new):
        end = len(text) - tail
        if any(word[0].isupper() for word in WORD.findall(text, head, end)):
            return True
        matches = words.glossary.find(text, words.source, words.on) if words.glossary is not None else []
        if any(match.start <= end and head <= match.end for match in matches):
            return True
    return False


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
        if any(key in (FIGURE, NAME, "-") for key in (*gone, *come)):
            return False
        if "".join(gone) == "".join(come) or all(key in facts.light for key in (*gone, *come)):
            continue
        if not come and stuttered(mine, code.src_start, code.src_end):
            continue
        if not gone and stuttered(theirs, code.dest_start, code.dest_end):
            continue
        if stammered("".join(gone), "".join(come)) or stammered("".join(come), "".join(gone)):
            continue
        if len(gone) != len(come):
            return False
        for at, (one, other) in enumerate(zip(gone, come, strict=True)):
            first = code.src_start + at == 0
            spelt = before[code.src_start + at][1], after[code.dest_start + at][1]
            name = not first and (spelt[0][0].isupper() or spelt[1][0].isupper())
            if not (respelt(*spelt, lang) if name else typing_mistake(one, other, lang)) or (name and named):
                return False
    return True


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
    before, after = [key for key, _ in tokens(old, mine)], [key for key, _ in tokens(new, theirs)]
    facts, spaced = meaning(words.source), language(words.source).spaced
    odd = 0
    for code in Levenshtein.opcodes(before, after):
        if code.tag == "equal":
            continue
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        if any((one, other) in facts.opposites for one in gone for other in come):
            return False
        for key in (*gone, *come):
            if key in facts.negations or key in (FIGURE, "-", "?"):
                return False
            if key in facts.links or key in facts.light or key in facts.joints:
                continue
            if not spaced and _KANA.fullmatch(key):
                if any(negation in key for negation in facts.negations):
                    return False
                continue
            odd += 1
    return odd <= max(2, (len(before) + len(after)) // 12)


_KANA = re.compile(rf"[{HIRAGANA}]+")
