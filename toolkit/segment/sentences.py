"""
From a paragraph to its sentences.

The spans are lossless: what lies between two segments is white space, so a text can always be put together again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import is_normalized

from toolkit.lang import language
from toolkit.lang.sentences import sentence_facts
from toolkit.segment import spaced, unspaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    _Rules = spaced.Rules | unspaced.Rules
    _Cuts = Callable[[str], list[tuple[int, int]]]

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

# These three are compiled by re when they are first needed, and kept there: the usual text needs none of them.
#: Soft hyphens, zero-width spaces and joiners, direction marks: they may stand anywhere and say nothing.
_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
_UNUSUAL = f"[\n\r\x85\u2028\u2029{_UNSEEN[1:]}"

_BREAK = r"(?>\r\n|[\n\r\x85\u2028])"
#: The bullet or the number of an item in a list.
_ITEM = r"(?:[-–—*·+]\s|[•▪●■□◆◇○◎▼▲・※★☆]|\(?(?:\d{1,3}|[a-zđ])[.)]\s|[（(]?[\d０-９]{1,2}[)）．、]|[①-⑳])"
_PARTING = rf"(?:{_BREAK}[^\S\n\r\x85\u2028\u2029]*+{_BREAK}|\u2029)\s*+|{_BREAK}\s*+(?={_ITEM})"


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
    # Everything here is paid for each paragraph of every article, so plain tests come before clever ones
    rules, keep = _rules(lang, frozenset(abbreviations)) if abbreviations else _HABITS.get(lang) or _habits(lang)
    if quotes is not None:
        keep = quotes == "keep"
    phrases = tuple(protect) if protect else ()
    if text.isascii():
        usual = "\n" not in text and "\r" not in text
    elif is_normalized("NFC", text):
        usual = text.isprintable() or not re.search(_UNUSUAL, text)
    else:
        usual = False
    if not usual or len(text.strip()) != len(text) or not text:
        return _unusual(text, rules, keep, phrases)
    at = 0
    out: list[Segment] = []
    for stop, go in rules.cuts(text, keep, phrases):
        out.append(_new(Segment, (text[at:stop], at, stop)))
        at = go
    out.append(_new(Segment, (text[at:], at, len(text))))
    return out


@lru_cache
def _rules(lang: str, abbreviations: frozenset[str]) -> tuple[_Rules, bool]:
    """The compiled rules of a language, and whether its habit is to keep quotations whole."""
    room = spaced if language(lang).spaced else unspaced
    return room.rules(lang, abbreviations), sentence_facts(lang).quotes == "keep"


#: The same for a language without additions: what nearly every call asks for.
_HABITS: dict[str, tuple[_Rules, bool]] = {}


def _habits(lang: str) -> tuple[_Rules, bool]:
    found = _HABITS[lang] = _rules(lang, frozenset())
    return found


def _unusual(text: str, rules: _Rules, keep: bool, phrases: tuple[str, ...]) -> list[Segment]:
    """Split a text that has white space around it, several lines, another normal form, or invisible characters."""
    tidy = text.isascii() or (is_normalized("NFC", text) and not re.search(_UNSEEN, text))
    if not tidy:
        from toolkit.normalize import nfc  # noqa: PLC0415 - the usual text needs none of it

        phrases = tuple(nfc(phrase) for phrase in phrases)
    out: list[Segment] = []
    for first, last in _paragraphs(text, len(text) - len(text.lstrip()), len(text.rstrip())):
        if tidy:
            at = first
            for stop, go in rules.cuts(text[first:last], keep, phrases):
                out.append(Segment(text[at : first + stop], at, first + stop))
                at = first + go
            out.append(Segment(text[at:last], at, last))
        else:
            out += _by_way_of_clean(text, first, last, lambda part: rules.cuts(part, keep, phrases))
    return out


def _paragraphs(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans without white space around them, parted by blank lines and before the items of a list."""
    for match in re.compile(_PARTING).finditer(text, at, end):
        yield at, at + len(text[at : match.start()].rstrip())
        at = match.end()
    if at < end:
        yield at, end


def _by_way_of_clean(text: str, start: int, end: int, split_clean: _Cuts) -> Iterator[Segment]:
    """
    Split a paragraph as it would look in print, and bring the places back.

    What is invisible stays with the sentence that it touches, so that here too only white space lies between two.
    """
    from toolkit.normalize import clean  # noqa: PLC0415 - the usual text needs none of it

    tidy = clean(text[start:end])
    body = tidy.text
    gaps: list[tuple[int, int]] = []
    before = None
    for first, last in _paragraphs(body, len(body) - len(body.lstrip()), len(body.rstrip())):
        if before is not None:
            gaps.append((before, first))
        gaps += [(first + stop, first + go) for stop, go in split_clean(body[first:last])]
        before = last
    at = start
    for stop, go in gaps:
        place, limit = start + tidy.span(stop - 1, stop)[1], start + tidy.span(go, go)[0]
        while place < limit and not text[place].isspace():
            place += 1
        if at < place:
            yield Segment(text[at:place], at, place)
        gap = text[place : limit + 1]
        at = place + len(gap) - len(gap.lstrip())
    yield Segment(text[at:end], at, end)
