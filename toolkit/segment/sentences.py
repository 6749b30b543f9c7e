"""
From a paragraph to its sentences.

The spans are lossless: what lies between two segments is white space, so a text can always be put together again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit.lang import language
from toolkit.lang.sentences import sentence_facts
from toolkit.segment import spaced, unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

Quotes = Literal["split", "keep"]


class Segment(NamedTuple):
    """
    A sentence and where it stands: a named tuple, because building one must cost next to nothing.

    Attributes:
        text: The sentence, without white space around it.
        start: Its first code point in the text that was split.
        end: One past its last.
    """

    text: str
    start: int
    end: int


_new = tuple.__new__

_BREAK = r"(?>\r\n|[\n\r\x85\u2028])"
#: The bullet or the number of an item in a list.
_ITEM = r"(?:[-–—•*▪●■◆·+○]\s|・|\(?(?:\d{1,3}|[a-zđ])[.)]\s|[（(][\d０-９]{1,2}[)）])"
_PARTING = re.compile(rf"(?:{_BREAK}[^\S\n\r\x85\u2028\u2029]*{_BREAK}|\u2029)\s*|{_BREAK}\s*(?={_ITEM})")
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
#: Invisible in print and no white space: they may stand anywhere and change nothing.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def split(
    text: str,
    lang: str,
    quotes: Quotes | None = None,
    protect: Iterable[str] = (),
    abbreviations: Iterable[str] = (),
) -> list[Segment]:
    """
    Split a paragraph into sentences without losing a character.

    A doubtful boundary stays joined: a long sentence costs a translator a little, half a sentence costs them the
    meaning.

    Args:
        text: One paragraph or several, in any normal form.
        lang: Code of the language whose terminators and word lists apply.
        quotes: Whether sentences end inside a quotation (``split``) or it stays whole (``keep``); None is the
            language's habit.
        protect: Phrases in which no sentence ends: ``Yahoo! News``, ``モーニング娘。``.
        abbreviations: Words of a house's own after whose full stop no sentence ends.

    Returns:
        Segments in order, half-open code-point spans of *text*; what lies between them is white space.

    Raises:
        UnknownLanguageError: There is no such language.

    >>> [s.text for s in split("東京は雨。大阪は晴れ。", "ja")]
    ['東京は雨。', '大阪は晴れ。']
    >>> [s.text for s in split("TS. Nguyễn Văn A. phát biểu tại TP. HCM. Ông cảm ơn.", "vi")]
    ['TS. Nguyễn Văn A. phát biểu tại TP. HCM.', 'Ông cảm ơn.']
    """
    rules = (spaced if language(lang).spaced else unspaced).rules(lang, frozenset(abbreviations))
    keep = (quotes or sentence_facts(lang).quotes) == "keep"
    cuts = rules.cuts
    phrases = tuple(protect)
    out: list[Segment] = []
    for start, end in _paragraphs(text):
        block = text[start:end]
        at = start
        for stop, go in cuts(block, keep, phrases):
            out.append(_new(Segment, (text[at : start + stop], at, start + stop)))
            at = start + go
        out.append(_new(Segment, (text[at:end], at, end)))
    return out


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans without white space around them, parted by blank lines and before the items of a list."""
    body = text.strip()
    if not body:
        return []
    at = text.index(body[0])
    end = at + len(body)
    if "\n" not in body and "\r" not in body and (body.isascii() or not _BREAKS.search(body)):
        return [(at, end)]
    found: list[tuple[int, int]] = []
    for match in _PARTING.finditer(text, at, end):
        found.append((at, at + len(text[at : match.start()].rstrip())))
        at = match.end()
    return [*found, (at, end)]
