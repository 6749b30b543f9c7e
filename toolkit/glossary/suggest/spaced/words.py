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
_POSSESSIVE = re.compile(r"['’]s$")
_ABBREVIATION = re.compile(r"\s?\(([A-Z][A-Za-z&\-]{1,9})\)")

#: A headline has none at its end.
_STOPS = frozenset(".!?…")

#: What may stand between two words of one name.
JOINED = frozenset((" ", "-", "–", " - ", " – ", " & "))

#: Words of the longest kind: "bộ tư lệnh quân khu".
HEAD = 3


class Token(NamedTuple):
    """A word, without what shows possession."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


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
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match.group())
            if word.lower() in self.facts.owners:
                word = match.group()
            self.tokens.append(Token(word, match.start(), match.start() + len(word)))
        self.taken: set[int] = set()
        capitals = sum(token.capital for token in self.tokens)
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
        start, end = self.tokens[first].start, self.tokens[last].end
        short = _ABBREVIATION.match(self.text, end)
        return Spot(self.text[start:end], self.lang, kind, start, end, sure, short.group(1) if short else "")

    @property
    def kinds(self) -> frozenset[str]:
        """Every word that says what a name is the name of."""
        return self.facts.institution | self.facts.place | self.facts.event | self.facts.term
