"""How the translation is written down: spaces, widths, doubled words, spelling."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.match.tones import tone_places
from toolkit.normalize import nfc
from toolkit.ui import gettext as _
from toolkit.ui import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding

_INVISIBLE = {
    "\u200b": mark("zero-width space"),
    "\u2060": mark("word joiner"),
    "\ufeff": mark("byte order mark"),
    "\u00ad": mark("soft hyphen"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e", mark("mark of writing direction")),
}
_INVISIBLE_SET = frozenset(_INVISIBLE)
#: Before this character come neither full-width nor half-width forms.
_FORMS = "\uff01"


def doubled_word(pair: Pair) -> Iterator[Finding]:
    """
    A small word stands twice in a row.

    Why:
        It is the commonest trace of an edit. Only words that no sentence repeats are looked at: `luôn luôn` and
        `dần dần` are good Vietnamese, `that that` is good English, `人々` and `ますます` are good Japanese.

    Example:
        `Hanoi` → `thủ đô của của Việt Nam`

    Fix:
        Remove one of the two.
    """
    language = pair.target_language
    text = pair.target
    if not language.spaced:
        for twice in language.never_doubled:
            at = text.find(twice)
            if at >= 0 and twice not in pair.source:
                spot = (at, at + len(twice))
                yield pair.finding("doubled-word", Severity.WARNING, _twice(twice), spot, fix=twice[: len(twice) // 2])
        return
    at = 0
    before = ""
    begin = 0
    for word in text.split(" "):
        if word and word == before.lower() and word in language.never_doubled:
            spot = (begin, at + len(word))
            yield pair.finding("doubled-word", Severity.WARNING, _twice(f"{before} {word}"), spot, fix=before)
        if word:
            before, begin = word, at
        at += len(word) + 1


def _twice(text: str) -> str:
    return _("written twice in a row: “{text}”").format(text=text)


def whitespace(pair: Pair) -> Iterator[Finding]:
    """
    A space too many, a space before a comma, or a character that nobody sees.

    Why:
        White space at the beginning or the end came in by accident, two spaces are the trace of a deleted word, and an
        invisible character keeps a search from finding the word. What the source has as well is left alone.

    Example:
        `Hello, world.` → `Xin chào , thế giới.`

    Fix:
        `vje check --fix` takes it away.
    """
    text, source = pair.target, pair.source
    for what, ours, theirs, at in (
        (
            mark("the translation begins with white space"),
            source[: len(source) - len(source.lstrip())],
            text[: len(text) - len(text.lstrip())],
            0,
        ),
        (
            mark("the translation ends with white space"),
            source[len(source.rstrip()) :],
            text[len(text.rstrip()) :],
            len(text.rstrip()),
        ),
    ):
        if ours != theirs and theirs.strip("\n") and not ours:
            spot = (at, at + len(theirs))
            yield pair.finding("whitespace", Severity.WARNING, _(what), spot)
    yield from inner_whitespace(pair)


def inner_whitespace(pair: Pair) -> Iterator[Finding]:
    """What :func:`whitespace` looks for between the words; a text without a source has indents of its own."""
    text, source = pair.target, pair.source
    inner = len(text) - len(text.lstrip()), len(text.rstrip())
    at = text.find("  ", *inner)
    if at >= 0 and "  " not in source:
        end = at
        while text[end] == " ":
            end += 1
        yield pair.finding("whitespace", Severity.WARNING, _("two spaces in a row"), (at, end), fix=" ")
    marks = pair.target_language.no_space_before
    spaces = range(inner[0] + 1, inner[1]) if any(f" {mark}" in text for mark in marks) else ()
    for at in spaces:
        if text[at] in marks and text[at - 1] == " " and _ends_word(text, at) and text[at - 1 : at + 1] not in source:
            message = _("a space before “{mark}”").format(mark=text[at])
            yield pair.finding("whitespace", Severity.WARNING, message, (at - 1, at + 1), fix=text[at])
    for at, char in enumerate(text if not _INVISIBLE_SET.isdisjoint(text) else ""):
        if char in _INVISIBLE and char not in source:
            message = _("an invisible character: {name} (U+{code})").format(
                name=_(_INVISIBLE[char]), code=f"{ord(char):04X}"
            )
            yield pair.finding("whitespace", Severity.WARNING, message, (at, at + 1))


def _ends_word(text: str, at: int) -> bool:
    """Whether the mark at *at* closes a word: ": )" and " ..." do not."""
    return text[at - 2].isalnum() and (at + 1 == len(text) or text[at + 1] in ' \n"”’')


def half_width(pair: Pair) -> Iterator[Finding]:
    """
    Katakana of half width, figures of two widths in one number, or full-width letters where they do not belong.

    Why:
        Half-width katakana (`ﾍﾞﾄﾅﾑ`) is a makeshift of old terminals. Japanese papers write a single digit in full
        width and longer numbers in half width, which is fine; `280０兆` is a slip.

    Example:
        `Viet Nam` → `ﾍﾞﾄﾅﾑ`

    Fix:
        `vje check --fix` writes the usual width.
    """
    text = pair.target
    if text.isascii() or max(text) < _FORMS:
        return
    spaced = pair.target_language.spaced
    at, size = 0, len(text)
    while at < size:
        char = text[at]
        end = at + 1
        if "\uff65" <= char <= "\uff9f":
            while end < size and "\uff65" <= text[end] <= "\uff9f":
                end += 1
            fix = unicodedata.normalize("NFKC", text[at:end])
            message = _("half-width katakana “{text}”").format(text=text[at:end])
            yield pair.finding("half-width", Severity.WARNING, message, (at, end), fix=fix)
        elif char.isdecimal():
            while end < size and text[end].isdecimal():
                end += 1
            number = text[at:end]
            wide = sum("０" <= digit <= "９" for digit in number)
            if (wide and spaced) or 0 < wide < len(number):
                fix = unicodedata.normalize("NFKC", number)
                what = (
                    _("full-width figures “{number}”")
                    if wide == len(number)
                    else _("two widths in one number: “{number}”")
                )
                yield pair.finding("half-width", Severity.WARNING, what.format(number=number), (at, end), fix=fix)
        elif spaced and ("Ａ" <= char <= "ｚ" or char in "，．！？：；（）％"):
            while end < size and "！" <= text[end] <= "～":
                end += 1
            if text[at:end] not in pair.source or "Ａ" <= char <= "ｚ":
                fix = unicodedata.normalize("NFKC", text[at:end])
                message = _("full-width “{text}”").format(text=text[at:end])
                yield pair.finding("half-width", Severity.WARNING, message, (at, end), fix=fix)
        at = end


def tone_placement(pair: Pair) -> Iterator[Finding]:
    """
    Two schools of placing the tone mark in one text: `hoà` and `hòa`.

    Why:
        Both are right, and a paper uses one. The rarer one is reported, within a sentence and within a catalog.

    Example:
        `peace in Thanh Hóa` → `hoà bình ở Thanh Hóa`

    Fix:
        `vje check --fix` writes the school that the text uses more.
    """
    places = tone_places(nfc(pair.target))
    if nfc(pair.target) == pair.target and places:
        newer = [p for p in places if pair.target[p[0] : p[0] + 2] == p[2]]
        if 0 < len(newer) < len(places):
            rare = len(newer) * 2 <= len(places)
            for at, older, new in places:
                if (pair.target[at : at + 2] == new) is rare:
                    yield pair.finding(
                        "tone-placement",
                        Severity.WARNING,
                        # Translators: two ways to place the tone mark: hoà and hòa.
                        _("the styles “{new}” and “{old}” are mixed").format(new=new, old=older),
                        (at, at + 2),
                        fix=older if rare else new,
                    )


def not_nfc(pair: Pair) -> Iterator[Finding]:
    """
    The translation is not in Unicode's composed form (NFC).

    Why:
        It looks the same, and no search finds it: some keyboards and PDF files give a letter and its marks apart.

    Example:
        `Hà Nội` typed as `Ha` + U+0300 …

    Fix:
        `vje check --fix` composes it.
    """
    if not unicodedata.is_normalized("NFC", pair.target):
        composed = nfc(pair.target)
        at = next((i for i, (a, b) in enumerate(zip(pair.target, composed, strict=False)) if a != b), len(composed))
        yield pair.finding(
            "not-nfc",
            Severity.WARNING,
            _("letters and their marks are stored apart"),
            (at, min(at + 2, len(pair.target))),
            fix=nfc(pair.target[at : at + 2]),
        )
