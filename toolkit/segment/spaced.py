"""
Where sentences end in a language that puts spaces between its words.

One pass: a pattern that begins with the terminator finds every place that could be an end. Most are plain, and the
pattern itself says so by a short look back from the terminator (a look back that stood in front of it would be tried at
every letter). Only the others are looked at, and only as far as the word before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.cache.patterns import compile_all
from toolkit.lang import language
from toolkit.lang.agencies import AGENCIES
from toolkit.lang.lists import any_of
from toolkit.lang.sentences import SentenceFacts, sentence_facts
from toolkit.segment.held import Held
from toolkit.segment.pairs import BRACKETS
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_LATIN = [chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_LOW = "".join(c for c in _LATIN if c.islower())
_UP = "".join(c for c in _LATIN if c.isupper())

_STOPS = ".!?…。！？"
_ANY_STOP = f"[{_STOPS}]"
#: These end a sentence without a space behind them.
_WIDE = "。！？"
_OPENING = "([{“‘\"'«「『`"
_CLOSING = ")\\]}”’\"'»」』"
_OPEN = re.escape("".join(BRACKETS))
_CLOSE = re.escape("".join(BRACKETS.values()))
_QUOTE_ENDS = "”\"’'»」』"
_DASHES = "-–—―"
#: What may begin a sentence beside letters and figures.
_SIGNS = "$€£¥₫#@&+•*…%"
#: No abbreviation is longer: a word is looked at no farther back than this.
_REACH = 24

#: Brackets matter where a terminator, or another bracket, stands in them.
_ENCLOSED = re.compile(rf"[{_OPEN}][^{_OPEN}{_CLOSE}{_STOPS}]*+[{_OPEN}{_STOPS}]")

_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[IVX]{1,5})")
_NEXT_WORD = re.compile(r"[\W_]*([^\W_]+)")
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z]")
_PARTS = re.compile(r"[-–/.,(]")


@dataclass(frozen=True, slots=True)
class Rules:
    """
    The facts of one language, compiled.

    Attributes:
        facts: The word lists.
        lone: Finds every possible end in a text that has no other terminators than full stops; its groups match only
            where the end is doubtful. A pattern that begins with one certain character is three times as fast, and
            the one for every terminator is not made before it is needed.
        never: Words at whose full stop no sentence ends, a house's own included.
        doubtful: Every word with a full stop of its own.
        reporting: A name and a verb of saying.
        signoff: An agency's sign-off behind the last sentence.
        syllable: A word of the language, where its spelling is strict.
    """

    facts: SentenceFacts
    lone: re.Pattern[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    reporting: re.Pattern[str] | None
    signoff: re.Pattern[str]
    syllable: re.Pattern[str] | None

    def cuts(self, text: str, keep: bool, protect: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where a sentence ends and the next one begins, in order; *text* has no white space around it."""
        held = None
        if (
            keep
            or protect
            or (("(" in text or "[" in text or "{" in text or "（" in text or "【" in text) and _ENCLOSED.search(text))
        ):
            held = Held.of(text, keep, protect, self._starts)
        found: list[tuple[int, int]] = []
        start = 0
        ends = "?" in text or "!" in text or "…" in text or "。" in text or "！" in text or "？" in text
        pattern = _pattern(_ANY_STOP, self.doubtful) if ends else self.lone
        for match in pattern.finditer(text):
            end = match.end()
            if match.lastindex is None:
                cut = end, end + 1
            else:
                doubtful = self._doubtful(text, start, match)
                if doubtful is None:
                    continue
                cut = doubtful
            if held is not None and held.holds(start, cut[0]):
                continue
            found.append(cut)
            start = cut[1]
        return found

    def _doubtful(self, text: str, start: int, match: re.Match[str]) -> tuple[int, int] | None:
        """The cut at a doubtful place, None if the sentence that began at *start* goes on."""
        at = match.start()
        after, stop = match.span(2)
        go = match.end()
        if go == len(text) or at == start:
            return None
        run = text[at:after]
        if go == stop:
            return (stop, go) if run[-1] in _WIDE or self._glued(text, start, at, go) else None
        if signed := self.signoff.match(text, go):
            stop = signed.end(1)
            go = signed.end()
            if go == len(text):
                return None
        next_ = text[go]
        place = go
        while next_ in _OPENING and place + 1 < len(text):
            place += 1
            next_ = text[place]
        if not self._may_begin(text, go, place, run, stop > after):
            return None
        if run == "." and not (stop > after and text[at - 1] in _CLOSING):
            return (stop, go) if self._full_stop(text, start, at, place, next_) else None
        if run[-1] in "?!" and stop > after and self._reported(text, stop, go):
            return None
        if run[-1] in ".…" and stop == after and (next_.isdigit() or _word(text, place) in self.facts.capitals):
            return None
        return stop, go

    def _may_begin(self, text: str, go: int, place: int, run: str, closed: bool) -> bool:
        """Whether what follows looks like a sentence's first word; it is at *place*, opening marks at *go*."""
        next_ = text[place]
        if next_.islower():
            if place == go:
                return _CAMEL.match(text, place) is not None
            # “. "nói” is how Vietnamese papers quote; after dots it may be anything
            return run == "." or (run[-1] in "?!" and text[place - 1] not in "([{")
        if next_.isalnum() or next_ in _SIGNS:
            return True
        if next_ in _DASHES:
            # A dash after a quotation says whose it is; a long one adds to the sentence.
            rest = text[place + 1 : place + 4].lstrip()
            return next_ in "-–" and not closed and rest[:1].isupper()
        return False

    def _reported(self, text: str, stop: int, go: int) -> bool:
        """Whether a name and a verb of saying follow a quotation, which then is a part of their sentence."""
        if self.reporting is None or text[stop - 1] not in _QUOTE_ENDS:
            return False
        said = self.reporting.match(text, go)
        return said is not None and self.facts.starters.isdisjoint(said.group().split())

    def _full_stop(self, text: str, start: int, at: int, place: int, next_: str) -> bool:
        """Whether a lone full stop ends a sentence, by the word before it."""
        facts = self.facts
        words = text[max(start, at - _REACH) : at].rsplit(None, 2)
        if not words or text[at - 1].isspace() or text[at - 1] in _CLOSING:
            return True
        word = words[-1].lstrip(_OPENING)
        begins = at - len(word) == start
        if _LABEL.fullmatch(word):
            if begins:
                return False
            if len(words) > 1 and words[-2] in facts.labels and text.startswith(words[-2], start) and len(words) == 2:
                return False
        if word in facts.words:
            return True
        if facts.ordinals and word.isdigit():
            return _word(text, place) not in facts.ordinals
        if word not in self.doubtful:
            if len(word) > 1 and word.isalpha():
                return True
            word = _PARTS.split(word)[-1] or word
        if word in self.never:
            return False
        if word in facts.numbers:
            return not next_.isdigit()
        if word in facts.hours:
            return next_.isupper() and _word(text, place) not in facts.after_hours
        if word in facts.ambiguous:
            return _word(text, place) in facts.starters
        if _INITIALS.fullmatch(word):
            if len(word) == 1 and len(words) > 1:
                last = words[-2].strip(_OPENING)
                if last in facts.letters or (word.islower() and last[-1:].isdigit()):
                    return True
            return _word(text, place) in facts.starters
        return True

    def _starts(self, text: str, place: int) -> bool:
        """Whether a word that begins sentences follows the space at *place*."""
        return text[place : place + 1].isspace() and _word(text, place) in self.facts.starters

    def _glued(self, text: str, start: int, at: int, go: int) -> bool:
        """Whether a terminator without a space behind it ends a sentence: ``gái.Dựa``."""
        if not text[go].isupper():
            return False
        before = text[max(start, at - 2 * _REACH) : at].rsplit(None, 1)[-1].lstrip(_OPENING)
        if any(c in "@/:=&.?_" for c in before):
            return False
        word = _word(text, go)
        if word in self.facts.starters:
            return True
        shape = self.syllable
        return shape is not None and bool(shape.fullmatch(before.lower()) and shape.fullmatch(word.lower()))


def _word(text: str, place: int) -> str:
    """The word that begins at *place* or behind the marks there."""
    found = _NEXT_WORD.match(text, place, place + _REACH)
    return found.group(1) if found else ""


@lru_cache
def rules(lang: str, abbreviations: frozenset[str]) -> Rules:
    """The rules of a language, with a house's own abbreviations among its titles."""
    facts = sentence_facts(lang)
    shape = language(lang).word_shape
    own = {word.strip().rstrip(".") for word in abbreviations}
    never = facts.titles | {word.upper() for word in facts.titles} | own
    doubtful = never | facts.numbers | facts.ambiguous | facts.hours
    name = rf"(?:[{_UP}][\w’'.-]*\s+){{1,4}}"
    agency = rf"(?:{any_of(AGENCIES)})(?![^\W_])"
    sources = {
        "lone": _source(r"\.", doubtful),
        "reporting": rf"{name}(?:{any_of(facts.reporting)})\b" if facts.reporting else "",
        "signoff": rf"((?:\(|[{_DASHES}]{{1,2}}\s*){agency}(?:\s*[/-]\s*{agency})*(?: Photo)?\)?)\s*",
        "syllable": shape,
    }
    wanted = {key: (source, 0) for key, source in sources.items() if source}
    # A house's own abbreviations are not kept: the next process may have others
    made = {key: re.compile(*each) for key, each in wanted.items()} if own else compile_all(f"segment.{lang}", wanted)
    return Rules(
        facts=facts,
        lone=made["lone"],
        never=never,
        doubtful=doubtful,
        reporting=made.get("reporting"),
        signoff=made["signoff"],
        syllable=made.get("syllable"),
    )


@lru_cache
def _pattern(mark: str, doubtful: frozenset[str]) -> re.Pattern[str]:
    """The pattern for the ends of sentences, where not only a full stop is one."""
    return re.compile(_source(mark, doubtful))


def _source(mark: str, doubtful: frozenset[str]) -> str:
    """
    Find every place where a sentence could end: at a *mark*.

    The place is plain, and the groups match nothing, if a full stop stands behind a word of small letters that is none
    of *doubtful*, a year or a closing mark, and one space and a capital follow.
    """
    words = [rf"(?<=[{_LOW}]{{4}}\.)" + _unless(word for word in doubtful if _low(word[-4:], 4))]
    words += [
        rf"(?<=\s[{_LOW}]{{{size}}}\.)" + _unless(word for word in doubtful if len(word) == size and _low(word, size))
        for size in (3, 2)
    ]
    plain = rf"(?:(?:{'|'.join(words)}|(?<=\d{{4}}\.)|(?<=[)”\"%]\.))[”\"]?+|(?<=[{_LOW}][!?]))(?= [“\"]?[{_UP}])"
    glued = rf"(?<=[{_LOW}]{{2}}[.!?])(?=[{_UP}][{_LOW}])"
    follows = rf"(?=[{_STOPS}\s{_CLOSING}])|(?<=[…{_WIDE}])|{glued}"
    return rf"{mark}(?:{plain}|(?![{_CLOSING}]?\Z)(?:{follows})([{_STOPS}]*+)((?:[{_CLOSING}]++[{_STOPS}]*+)*+)\s*+)"


def _low(tail: str, size: int) -> bool:
    return len(tail) == size and tail.isalpha() and tail.islower()


def _unless(words: Iterable[str]) -> str:
    """Looks back that fail where one of *words* stands, one for each length."""
    sizes: dict[int, list[str]] = {}
    for word in words:
        sizes.setdefault(len(word), []).append(word)
    return "".join(rf"(?<!(?:{any_of(some)})\.)" for _, some in sorted(sizes.items()))
