"""Punctuation that must pair, and what must be copied as it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.figures.verbatim import find_verbatim
from toolkit.finding import Severity
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding

#: Closing bracket -> opening one; a bracket of full width may close one of half width, that is another matter.
_BRACKETS = {
    ")": "(",
    "）": "(",
    "]": "[",
    "］": "[",
    "}": "{",
    "｝": "{",
    "】": "【",
    "〕": "〔",
    "〉": "〈",
    "》": "《",
}
_OPENING = {
    "(": "(",
    "（": "(",
    "[": "[",
    "［": "[",
    "{": "{",
    "｛": "{",
    "【": "【",
    "〔": "〔",
    "〈": "〈",
    "《": "《",
}
#: Most sentences have none of them, and then nothing has to be looked at.
_ANY_BRACKET = frozenset((*_BRACKETS, *_OPENING))
_QUOTES = {"”": "“", "»": "«", "」": "「", "』": "『", "｣": "｢"}
#: Marks that both open and close; after a figure they are inches or minutes.
_STRAIGHT = frozenset('"＂„‟″')
_ANY_QUOTE = frozenset((*_QUOTES, *_QUOTES.values(), *_STRAIGHT))
_CLOSERS = "”’\"'»」』｣)）]］】〕〉》 \u3000\n"
_QUESTION = "?？"


def placeholder_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    An address or a placeholder of the source is not in the translation as it stands.

    Why:
        A web address with one letter changed leads nowhere, and a program that fills in `%s` or `{name}` fails.

    Example:
        `Write to press@example.org.` → `Liên hệ pres@example.org.`

    Fix:
        Copy it from the source.
    """
    ours = find_verbatim(pair.source)
    theirs = find_verbatim(pair.target)
    if not ours and not theirs:
        return
    wanted, given = Counter(v.text for v in ours), Counter(v.text for v in theirs)
    strange = [v for v in theirs if v.text not in wanted]
    for one in ours:
        if given[one.text] >= wanted[one.text] or (one.kind != "placeholder" and given[one.text]):
            continue
        given[one.text] = wanted[one.text]
        instead = next((v for v in strange if v.kind == one.kind), None)
        if instead is not None:
            strange.remove(instead)
            message = _("“{text}” is “{other}” in the translation").format(text=one.text, other=instead.text)
            yield pair.finding(
                "placeholder-mismatch", Severity.ERROR, message, (instead.start, instead.end), fix=one.text
            )
        elif one.text.rstrip("/") not in pair.target:
            # A page that a desk leaves out is a loss for the reader; a placeholder that is gone breaks the program.
            severity = Severity.ERROR if one.kind == "placeholder" else Severity.WARNING
            message = _("“{text}” is not in the translation").format(text=one.text)
            yield pair.finding("placeholder-mismatch", severity, message, (one.start, one.end), side="source")
    for one in strange:
        if one.kind == "placeholder" and any(v.kind == "placeholder" for v in ours):
            message = _("“{text}” is not in the source").format(text=one.text)
            yield pair.finding("placeholder-mismatch", Severity.ERROR, message, (one.start, one.end))


def brackets(pair: Pair) -> Iterator[Finding]:
    """
    A bracket is opened and not closed in the translation, or closed and not opened, while the source is in order.

    Why:
        Mostly half of an explanation in brackets was deleted. Where the source has the same odd bracket nothing is
        reported: the other half may stand in the next sentence. The 1) of a list does not count.

    Example:
        `He met Tô Lâm (right).` → `トー・ラム氏（右と会談した。`

    Fix:
        Add the missing half, or remove the other one.
    """
    if _ANY_BRACKET.isdisjoint(pair.target):
        return
    odd = _odd_brackets(pair.target)
    if odd and not _odd_brackets(pair.source):
        at = odd[0]
        yield pair.finding("brackets", Severity.WARNING, _odd(pair.target[at]), (at, at + 1))


def _odd(mark: str) -> str:
    return _("“{mark}” has no counterpart").format(mark=mark)


def _odd_brackets(text: str) -> list[int]:
    """Places of the brackets without a counterpart."""
    waiting: list[tuple[str, int]] = []
    odd: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            if not (char == "(" and at and text[at - 1] in ":;=-"):
                waiting.append((_OPENING[char], at))
        elif char in _BRACKETS:
            if waiting and waiting[-1][0] == _BRACKETS[char]:
                waiting.pop()
            elif not _list_mark(text, at):
                odd.append(at)
    return sorted(odd + [at for _, at in waiting])


def _list_mark(text: str, at: int) -> bool:
    """Whether the closing bracket at *at* ends the number of a list: ``1)``, ``a)``, or a face: ``:)``."""
    before = text[max(0, at - 3) : at].split()[-1:]
    return bool(before) and (before[0].isdecimal() or len(before[0]) == 1)


def quotes(pair: Pair) -> Iterator[Finding]:
    """
    A quotation is opened and not closed in the translation, while the source is in order.

    Why:
        A reader can no longer tell whose words they are. A quotation that runs over several sentences is open in the
        source as well, and is not reported. Apostrophes and the marks of inches and minutes do not count.

    Example:
        `“We are ready,” he said.` → `“Chúng tôi sẵn sàng, ông nói.`

    Fix:
        Add the missing mark.
    """
    if _ANY_QUOTE.isdisjoint(pair.target):
        return
    ours, theirs = _quote_marks(pair.source), _quote_marks(pair.target)
    if len(theirs) % 2 and len(ours) % 2 == 0 and len(ours) == len(theirs) + 1:
        at = _odd_one(pair.target, theirs)
        yield pair.finding("quotes", Severity.WARNING, _odd(pair.target[at]), (at, at + 1))


def _quote_marks(text: str) -> list[int]:
    """Places of the quotation marks; apostrophes, single quotes, inches and minutes do not count."""
    return [
        at
        for at, char in enumerate(text)
        if char in _ANY_QUOTE and not (char in _STRAIGHT and at and text[at - 1].isdecimal())
    ]


def _odd_one(text: str, marks: list[int]) -> int:
    """
    The mark without a counterpart, as far as shapes tell: the first that does not fit, else the last.

    Marks are paired by what they do: desks mix “ and ", and write „ or ‟.
    """
    waiting: list[int] = []
    for at in marks:
        if text[at] in _QUOTES:
            if not waiting or text[waiting[-1]] != _QUOTES[text[at]]:
                return at
            waiting.pop()
        else:
            waiting.append(at)
    return waiting[0] if waiting and text[waiting[0]] in _QUOTES.values() else marks[-1]


def end_punctuation(pair: Pair) -> Iterator[Finding]:
    """
    The source asks a question, and the translation does not.

    Why:
        A headline that asks becomes a claim without its question mark. Japanese may ask with か alone. A full stop
        that is missing is no finding: headlines and captions have none.

    Example:
        `Will prices fall?` → `Giá sẽ giảm.`

    Fix:
        End with ? or ？, or with か.
    """
    ours, theirs = pair.source.rstrip(_CLOSERS), pair.target.rstrip(_CLOSERS)
    if not ours or not theirs:
        return
    asked = ours[-1] in _QUESTION
    if asked and not any(char in pair.target for char in _QUESTION):
        plain = theirs.rstrip("。．.!！…")
        language = pair.target_language
        if not plain.endswith(language.questions) and not any(word in plain for word in language.asks):
            spot = (len(theirs) - 1, len(theirs))
            message = _("the source asks a question, the translation does not")
            yield pair.finding("end-punctuation", Severity.WARNING, message, spot)
