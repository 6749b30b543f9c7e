"""Where sentences end in a language: facts, read from a text file that a translator can edit."""

from __future__ import annotations

from functools import lru_cache

from toolkit.lang.lists import read_lists
from toolkit.value import dataclass


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """
    The words that decide whether a full stop ends a sentence; without that full stop, case counts.

    Attributes:
        quotes: ``split`` or ``keep``: what happens inside quotations when nobody says.
        titles: Never the last word: ``Mr``, ``TS``, ``TP``.
        numbers: Not the last word before a number: ``No``, ``p``.
        ambiguous: The last word only before one of :attr:`starters`: ``Inc``, ``p.m``.
        hours: The last word unless one of :attr:`after_hours` follows: ``p.m``.
        after_hours: Days, months and zones of time.
        starters: Words that begin a sentence; where words are not spaced, their beginnings.
        letters: Words after which a single capital is no initial: ``Plan`` (B).
        words: Single letters that are words: ``Ý``.
        labels: Words whose number, at the start, is no sentence of its own: ``Article`` (1).
        ordinals: Words before which a number with a full stop is a rank: German ``3.`` (``Oktober``).
        reporting: Verbs that make the quotation before them a part of their sentence.
        capitals: Words that are written with a capital everywhere: ``I``.
        continuations: What goes on with the sentence after a closing quotation mark.
    """

    quotes: str
    titles: frozenset[str]
    numbers: frozenset[str]
    ambiguous: frozenset[str]
    hours: frozenset[str]
    after_hours: frozenset[str]
    starters: frozenset[str]
    letters: frozenset[str]
    words: frozenset[str]
    labels: frozenset[str]
    ordinals: frozenset[str]
    reporting: frozenset[str]
    capitals: frozenset[str]
    continuations: frozenset[str]


@lru_cache
def sentence_facts(lang: str) -> SentenceFacts:
    """
    The facts for one language.

    Raises:
        UnknownLanguageError: There is no file for it.

    >>> "TS" in sentence_facts("vi").titles
    True
    """
    lists = read_lists(lang, "sentences")

    def words(name: str) -> frozenset[str]:
        return frozenset(lists.get(name, ()))

    return SentenceFacts(
        quotes=next(iter(lists.get("quotes", ())), "split"),
        titles=words("titles"),
        numbers=words("numbers"),
        ambiguous=words("ambiguous"),
        hours=words("hours"),
        after_hours=words("after hours"),
        starters=words("starters"),
        letters=words("letters"),
        words=words("words"),
        labels=words("labels"),
        ordinals=words("ordinals"),
        reporting=words("reporting"),
        capitals=words("capitals"),
        continuations=words("continuations"),
    )
