"""The words of a sentence, and how they hang together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toolkit.glossary.suggest.spot import Spot
from toolkit.lang.naming import naming_facts
from toolkit.lang.people import people_facts

if TYPE_CHECKING:
    from toolkit.glossary.suggest.spot import Known
    from toolkit.lang.naming import NamingFacts

_WORD = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")
_ABBREVIATION = re.compile(r"\s?\(([A-Z][A-Za-z&\-]{1,9})\)")

#: Small words that an abbreviation leaves out, so many more may stand before its letters are complete.
_HEAD_START = 3

#: A headline has none at its end.
_STOPS = frozenset(".!?…")

#: What may stand between two words of one name.
JOINED = frozenset((" ", "-", "–", " - ", " – ", " & "))

#: Words of the longest kind: "bộ tư lệnh quân khu".
HEAD = 4


class Token(NamedTuple):
    """
    A word, without what shows possession.

    Attributes:
        text: The word.
        start: First code point.
        end: One past the last.
        low: The word in small letters.
        capital: Whether it begins with a capital.
    """

    text: str
    start: int
    end: int
    low: str
    capital: bool


class Sentence:
    """
    One sentence.

    Args:
        text: The sentence, NFC.
        lang: Code of its language.
        known: What the glossary finds in it.
    """

    def __init__(self, text: str, lang: str, known: Known) -> None:
        self.text, self.lang, self.known = text, lang, known
        self.facts: NamingFacts = naming_facts(lang)
        self.person_facts = people_facts(lang)
        self.tokens = []
        owners = self.facts.owners
        capitals = 0
        for match in _WORD.finditer(text):
            word, start = match.group(), match.start()
            if word.endswith(_POSSESSIVE) and word[:-2].lower() not in owners:
                word = word[:-2]
            capital = word[0].isupper()
            capitals += capital
            self.tokens.append(Token(word, start, start + len(word), word.lower(), capital))
        self.taken: set[int] = set()
        #: A headline all in capitals, or with a capital on every word, tells no names.
        closed = text.rstrip()[-1:] in _STOPS and not text.isupper()
        self.shouts = not closed and capitals > 3 and capitals >= 0.85 * len(self.tokens)

    def gap(self, at: int) -> str:
        """What stands between a token and the next one."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start] if at + 1 < len(self.tokens) else "."

    def covered(self, at: int) -> bool:
        """Whether a token belongs to a known name."""
        return self.known.touches(self.tokens[at].start, self.tokens[at].end)

    def span(self, first: int, last: int) -> str:
        """What stands from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def spot(self, first: int, last: int, kind: str, *, sure: bool = True) -> Spot:
        """The tokens from *first* to *last* as a name; they are taken."""
        self.taken.update(range(first, last + 1))
        end = self.tokens[last].end
        short = _ABBREVIATION.match(self.text, end)
        if short:
            first = self._spelt_out(first, last, short.group(1))
        start = self.tokens[first].start
        return Spot(self.text[start:end], self.lang, kind, start, end, sure, short.group(1) if short else "")

    def _spelt_out(self, first: int, last: int, short: str) -> int:
        """Where the words begin whose first letters make the abbreviation behind them; *first* if none do."""
        for start in range(first - 1, max(-1, first - len(short) - _HEAD_START), -1):
            if self.gap(start) not in JOINED:
                break
            words = [token for token in self.tokens[start : last + 1] if token.capital]
            if self.tokens[start].capital and "".join(word.text[0] for word in words) == short.upper():
                return start
        return first

    @property
    def kinds(self) -> frozenset[str]:
        """Every word that says what a name is the name of."""
        return self.facts.kinds
