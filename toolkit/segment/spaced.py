"""
Where sentences end in a language that puts spaces between its words.

One pass: a pattern that begins with the terminator finds every place that could be an end. Most are plain, and the
pattern itself says so by a short look back. Only the others are looked at, and only as far as the word before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.lang import language
from toolkit.lang.sentences import SentenceFacts, sentence_facts
from toolkit.segment import held

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = [chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_LOW = "".join(c for c in _LATIN if c.islower())
_UP = "".join(c for c in _LATIN if c.isupper())

_OPENING = "([{“‘\"'«「『"
_CLOSING = ")\\]}”’\"'»」』"
#: A word is looked at no farther back than this: no abbreviation is longer.
_REACH = 24
_BULLET = r"\n(?=[^\S\n]*(?:[-–—•*▪●■◆·+][^\S\n]|\(?(?:\d{1,3}|[a-zđ])[.)][^\S\n]))"

_BULLET_GROUP = 3

_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[IVX]{1,5})")
_NEXT_WORD = re.compile(r"[\W_]*([^\W_]+)")


@dataclass(frozen=True, slots=True)
class Rules:
    """The facts of one language, compiled."""

    facts: SentenceFacts
    pattern: re.Pattern[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    reporting: re.Pattern[str] | None
    syllable: re.Pattern[str] | None

    def cuts(self, text: str, keep: bool, protect: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where a sentence ends and the next one begins, in order; *text* has no white space around it."""
        if keep or protect or not text.isascii() or "(" in text or "[" in text:
            spans = held.spans(text, keep, protect)
            if spans:
                return held.outside(self._cuts(text), spans)
        return self._cuts(text)

    def _cuts(self, text: str) -> Iterator[tuple[int, int]]:
        start = 0
        for match in self.pattern.finditer(text):
            end = match.end()
            if match.lastindex is None:
                go = end + 1
            else:
                go = end
                if match.lastindex == _BULLET_GROUP:
                    end = match.start()
                else:
                    end = match.end(2)
                    if go >= len(text) or not self._ends(text, start, match):
                        continue
            yield end, go
            start = go

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Whether the sentence that began at *start* ends at a doubtful place."""
        at, after = match.span(1)
        go = match.end()
        run = match.group(1)
        if at == start:
            return False
        if go == match.end(2):
            return run[-1] in "。！？" or self._glued(text, start, at, go)
        next_ = text[go]
        place = go
        while next_ in _OPENING and place + 1 < len(text):
            place += 1
            next_ = text[place]
        if next_.islower():
            return False
        if not (next_.isalnum() or next_ in "$€£¥₫#@&+•*…"):
            if next_ not in "-–—―":
                return False
            rest = text[place + 1 : place + 4].lstrip()
            if not rest[:1].isupper():
                return False
        if run != ".":
            if run[-1] in "?!" and after < match.end(2) and self.reporting and text[match.end(2) - 1] in "”\"’'»":
                said = self.reporting.match(text, go)
                if said and self.facts.starters.isdisjoint(said.group().split()):
                    return False
            return True
        if after < match.end(2) and next_.isupper() and text[at - 1] in ")”\"’'":
            return True
        return self._full_stop(text, start, at, place, next_)

    def _full_stop(self, text: str, start: int, at: int, place: int, next_: str) -> bool:
        """Whether a lone full stop ends a sentence, by the word before it."""
        before = text[max(start, at - _REACH) : at]
        words = before.split()
        if not words or before[-1].isspace():
            return True
        word = words[-1].lstrip(_OPENING)
        if not word or word in self.facts.words:
            return True
        facts = self.facts
        if word.isalpha() and len(word) > 1 and word not in self.doubtful:
            return not (len(word) <= 4 and at - len(word) == start and _LABEL.fullmatch(word))
        tail = re.split(r"[-/.,(]", word)[-1] if word not in self.doubtful else word
        if word in self.never or (tail in self.never and len(tail) > 1):
            return False
        if _LABEL.fullmatch(word) and at - len(word) == start:
            return False
        if word in facts.numbers or tail in facts.numbers:
            return not next_.isdigit()
        if word in facts.ambiguous or tail in facts.ambiguous:
            return self._starter(text, place)
        if _INITIALS.fullmatch(word):
            if len(word) == 1 and len(words) > 1:
                if words[-2].strip(_OPENING) in facts.letters:
                    return True
                if word.islower() and words[-2][-1].isdigit():
                    return True
            return self._starter(text, place)
        return True

    def _starter(self, text: str, place: int) -> bool:
        found = _NEXT_WORD.match(text, place, place + 24)
        return found is not None and found.group(1) in self.facts.starters

    def _glued(self, text: str, start: int, at: int, go: int) -> bool:
        """Whether a full stop without a space behind it ends a sentence: ``gái.Dựa``."""
        before = text[max(start, at - 40) : at].rsplit(None, 1)[-1]
        found = _NEXT_WORD.match(text, go, go + 24)
        if found is None or any(c in "@/:=&.?_" for c in before):
            return False
        word = found.group(1)
        if word in self.facts.starters:
            return True
        last = before.strip(_OPENING)
        return bool(self.syllable and self.syllable.fullmatch(last) and self.syllable.fullmatch(word.lower()))


@lru_cache
def rules(lang: str, abbreviations: frozenset[str]) -> Rules:
    """The rules of a language, with a house's own abbreviations among its titles."""
    facts = sentence_facts(lang)
    shape = language(lang).word_shape
    never = facts.titles | {word.upper() for word in facts.titles} | {word.rstrip(".") for word in abbreviations}
    doubtful = never | facts.numbers | facts.ambiguous
    # A word that ends in so many small letters is plain, unless it is one of a few
    for tail in (3, 4, 5):
        odd = sorted(word for word in doubtful if len(word) >= tail and word[-tail:].islower())
        if len(odd) <= 8:
            break
    plain = f"(?<=[{_LOW}]{{{tail}}}\\.)" + "".join(f"(?<!{re.escape(word)}\\.)" for word in odd)
    sure = rf"(?:\.{plain}[”\"]?+|[!?](?<=[{_LOW}]{{3}}[!?]))(?= [“\"(]?[{_UP}])"
    glued = rf"[.?!](?<=[{_LOW}]{{2}}.)(?=[{_UP}][{_LOW}])"
    run = rf"(?=[.!?…。！？][.!?…。！？\s{_CLOSING}]|[…。！？]|{glued})([.!?…。！？]++)([{_CLOSING}]*+)\s*+"
    pattern = re.compile(rf"{sure}|{run}|({_BULLET})\s*+")
    names = rf"(?:[{_UP}][\w’'.-]*\s+){{1,4}}(?:{'|'.join(map(re.escape, sorted(facts.reporting)))})\b"
    return Rules(
        facts=facts,
        pattern=pattern,
        never=never,
        doubtful=doubtful,
        reporting=re.compile(names) if facts.reporting else None,
        syllable=re.compile(shape) if shape else None,
    )
