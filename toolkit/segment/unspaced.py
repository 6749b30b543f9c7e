"""
Where sentences end in a language that writes its words without spaces.

Nearly every sentence ends in a mark that does nothing else; what matters is whether it stands inside brackets. So one
pass meets brackets and terminators alike: a bracket that closes takes back the ends found since it opened, and one that
never closes has no say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.cache.patterns import compile_all
from toolkit.lang.agencies import AGENCIES
from toolkit.lang.lists import any_of
from toolkit.lang.sentences import sentence_facts
from toolkit.segment.held import Held
from toolkit.segment.pairs import BRACKETS, PARTNERS, QUOTES
from toolkit.value import dataclass

_OPENING = re.escape("".join(PARTNERS))
_CLOSING = re.escape("".join(PARTNERS.values())) + '"’'
_OWN = "ぁ-ヿ㐀-鿿豈-龎々〇ーｦ-ﾟ"
_STRONG = "。｡"
_STOPS = f"{_STRONG}！？!?"
_TAIL = f"{_STOPS}…‥♪"
_NOTING = re.escape("（(【〔[［")
#: After these the sentence goes on.
_GOING_ON = "、，,・）」』】〉》：；:;ーｰ～—―─━…"

_SPECIAL = f"{_OPENING}{_CLOSING}{_STOPS}.．"
#: Each costs a little at every bracket and when the pattern is made; the rare ones go the longer way.
_FREQUENT = "「（『(【“"
_PLAIN = f"[^\\s{_CLOSING}{_TAIL}{_NOTING}]"


def _pairs(opened: str) -> str:
    """A pair with nothing in it that matters; its opening mark is behind us (``(?<=…)``) or ahead."""
    return "|".join(f"{opened.format(re.escape(mark))}[^{_SPECIAL}]*+{re.escape(PARTNERS[mark])}" for mark in _FREQUENT)


@lru_cache
def _pattern() -> re.Pattern[str]:
    """
    Find every end, and every bracket that may matter.

    The first set is the anchor, the looks back only ask which mark it was. Brackets that hold no mark are skipped with
    what stands around them, up to the sentence's end where it is a plain one. A plain end has no group; the first group
    is that of skipped brackets, the second that of a bracket that may matter.
    """
    source = (
        rf"[{_SPECIAL}]"
        rf"(?:(?<=[{_STRONG}])(?={_PLAIN})"
        rf"|(?:{_pairs('(?<={})')})[^{_SPECIAL}]*+(?:(?:{_pairs('{}')})[^{_SPECIAL}]*+)*+(?:[{_STRONG}](?={_PLAIN})|())"
        rf"|(?<=[{_OPENING}{_CLOSING}])()"
        rf"|(?![{_CLOSING}]?\Z)(?:(?<=[{_STOPS}])[{_TAIL}]*+|(?<=[{_OWN}][.．])(?![\d０-９Ａ-Ｚａ-ｚA-Za-z]))"
        rf"([{_CLOSING}]*+(?:[{_STRONG}][{_CLOSING}]*+)*+)\s*+)"
    )
    return compile_all("segment.ends", {"ends": (source, 0)})["ends"]


_SKIPPED = 1
_BRACKET = 2


@dataclass(frozen=True, slots=True)
class Rules:
    """
    The facts of one language, compiled.

    Attributes:
        signoff: An agency's sign-off behind the last sentence.
        continuations: What goes on with the sentence after a closing mark.
        starters: Beginnings of words that look like them and begin a sentence.
    """

    signoff: re.Pattern[str]
    continuations: tuple[str, ...]
    starters: tuple[str, ...]

    def cuts(self, text: str, keep: bool, protect: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where a sentence ends and the next one begins, in order; *text* has no white space around it."""
        held = Held.of_phrases(text, protect) if protect else None
        partners = PARTNERS if keep else BRACKETS
        size = len(text)
        found: list[tuple[int, int]] = []
        start = 0
        waiting: _Waiting | None = None
        for match in _pattern().finditer(text):
            kind = match.lastindex
            if kind is None:
                end = go = match.end()
            elif kind == _SKIPPED:
                continue
            elif kind == _BRACKET:
                mark = match.group()
                if mark in partners:
                    place = match.start()
                    if waiting is None:
                        waiting = _Waiting(found)
                    waiting.opened(partners[mark], holds=not (place == start and mark in BRACKETS))
                elif waiting is not None:
                    waiting.closed(mark)
                continue
            else:
                end, go = match.end(3), match.end()
                if waiting is not None:
                    for mark in match.group(3):
                        waiting.closed(mark)
                if signed := self.signoff.match(text, go):
                    end, go = signed.end(1), signed.end()
                    if go == size:
                        continue
                elif go == size or not self._ends(text, match):
                    continue
            if held is None or not held.holds(start, end):
                found.append((end, go))
                start = go
        return found

    def _ends(self, text: str, match: re.Match[str]) -> bool:
        """Whether a sentence ends at a mark that is followed by a closing bracket, a space, or is no 。 at all."""
        after, close = match.span(3)
        go = match.end()
        strong = any(mark in _STRONG for mark in text[match.start() : after])
        if go > close or text[close - 1] in _STRONG:
            return True
        if text[go] in _GOING_ON:
            return False
        if not strong and after < close and text[go] in QUOTES:
            return False  # 「おいしい！」「また来たい！」の声: one quotation after the other
        if not strong and after == close:
            # Yahoo!ニュース, ラブライブ！サンシャイン: a mark between two words of a name
            before = text[match.start() - 1 : match.start()]
            if before.isascii() or text[go].isascii() or (_katakana(before) and _katakana(text[go])):
                return False
        return not text.startswith(self.continuations, go) or text.startswith(self.starters, go)


def _katakana(char: str) -> bool:
    return "ァ" <= char <= "ー" or "ｦ" <= char <= "ﾟ"


class _Waiting:
    """Opened brackets that wait for their closing half; *found* are the ends so far."""

    __slots__ = ("_count", "_found", "marks")

    def __init__(self, found: list[tuple[int, int]]) -> None:
        self._found = found
        self._count: dict[str, int] = {}
        self.marks: list[tuple[str, int]] = []

    def opened(self, closing: str, *, holds: bool) -> None:
        """Remember how many ends there were, or that they stand all the same."""
        self._count[closing] = self._count.get(closing, 0) + 1
        self.marks.append((closing, len(self._found) if holds else -1))

    def closed(self, mark: str) -> None:
        """Take back the ends inside; what was opened inside and never closed is a slip."""
        count = self._count.get(mark)
        if not count:
            return
        self._count[mark] = count - 1
        while True:
            last, before = self.marks.pop()
            if last == mark:
                break
            self._count[last] -= 1
        if before >= 0:
            del self._found[before:]


@lru_cache
def rules(lang: str, abbreviations: frozenset[str]) -> Rules:
    """The rules of a language; it has no abbreviations with a full stop."""
    del abbreviations
    facts = sentence_facts(lang)
    agency = any_of(AGENCIES)
    inside = r"[^（()）【】〔〕［］\[\]。！？]"
    # （ハノイ＝山田） signs, 【ハノイ＝山田】 opens the next report
    named = f"（{inside}{{1,10}}＝{inside}{{1,12}}）"
    signoff = rf"([（(【〔［\[](?:{inside}{{1,12}}[＝=／/ 　])?(?:{agency})[）)】〕］\]]|{named})\s*"
    signs = compile_all(f"segment.{lang}", {"signoff": (signoff, 0)})["signoff"]
    return Rules(signs, tuple(sorted(facts.continuations)), tuple(sorted(facts.starters)))
