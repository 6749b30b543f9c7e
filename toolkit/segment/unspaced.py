"""Where sentences end in a language that writes its words without spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.lang.sentences import SentenceFacts, sentence_facts
from toolkit.segment.held import Held

_CLOSING = re.escape('」』）】〉》〕］｣)]”’"')
_OWN = "ぁ-ヿ㐀-鿿豈-龎々〇ー"
_PATTERN = re.compile(
    rf"([。｡！？!?][。｡！？!?…‥♪]*+|[.．](?<=[{_OWN}][.．])(?![\d０-９Ａ-Ｚａ-ｚA-Za-z]))([{_CLOSING}]*+)\s*+"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The facts of one language, compiled."""

    facts: SentenceFacts
    continuations: tuple[str, ...]
    starters: tuple[str, ...]

    def cuts(self, text: str, keep: bool, protect: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where a sentence ends and the next one begins, in order; *text* has no white space around it."""
        held = Held.of(text, keep, protect)
        found: list[tuple[int, int]] = []
        start = 0
        size = len(text)
        for match in _PATTERN.finditer(text):
            go = match.end()
            if go == size or not self._ends(text, match):
                continue
            end = match.end(2)
            if held is not None and held.holds(start, end):
                continue
            found.append((end, go))
            start = go
        return found

    def _ends(self, text: str, match: re.Match[str]) -> bool:
        after, close = match.span(2)
        go = match.end()
        run = match.group(1)
        strong = "。" in run or "｡" in run
        if strong and after == close:
            return True
        if go > close:
            return True
        if text[go] in "、，,・）」』】〉》：；:;ー～—―…":
            return False
        if not strong:
            before = text[match.start() - 1 : match.start()]
            if before.isascii() or text[go].isascii():
                return False
        return not text.startswith(self.continuations, go) or text.startswith(self.starters, go)


@lru_cache
def rules(lang: str, abbreviations: frozenset[str]) -> Rules:
    """The rules of a language; it has no abbreviations with a full stop."""
    del abbreviations
    facts = sentence_facts(lang)
    return Rules(facts, tuple(facts.continuations), tuple(facts.starters))
