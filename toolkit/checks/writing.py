"""How the translation is written down: spaces, widths, doubled words, spelling, letters of another script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.lang import language
from toolkit.lang.letters import HAN, HANGUL, KANA, VIETNAMESE_LETTERS, kind_of
from toolkit.normalize import nfc, tone_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding

_INVISIBLE = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_INVISIBLE_SET = frozenset(_INVISIBLE)
#: Before this character come neither full-width nor half-width forms.
_FORMS = "\uff01"
_PUNCTUATION = ".,;:!?()[]\"'“”‘’…"


def doubled_word(pair: Pair) -> Iterator[Finding]:
    """
    A small word stands twice in a row.

    Why:
        It is the commonest trace of an edit. Only words that no sentence repeats are looked at: luôn luôn and dần dần
        are Vietnamese, "that that" is English, 人々 and ますます are Japanese.

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
                yield pair.finding("doubled-word", Severity.WARNING, f"“{twice}”", spot, fix=twice[: len(twice) // 2])
        return
    at = 0
    before = ""
    begin = 0
    for word in text.split(" "):
        if word and word == before.lower() and word in language.never_doubled:
            spot = (begin, at + len(word))
            yield pair.finding("doubled-word", Severity.WARNING, f"“{before} {word}”", spot, fix=before)
        if word:
            before, begin = word, at
        at += len(word) + 1


def whitespace(pair: Pair) -> Iterator[Finding]:
    """
    A space too many, a space before a comma, or a character that nobody sees.

    Why:
        White space at the ends differs from the source by accident, two spaces are a deleted word's trace, and
        invisible characters keep a search from finding the word. What the source has as well is left alone.

    Example:
        `Hello, world.` → `Xin chào , thế giới.`

    Fix:
        `vje check --fix` takes it away.
    """
    text, source = pair.target, pair.source
    for name, ours, theirs, at in (
        ("begins", source[: len(source) - len(source.lstrip())], text[: len(text) - len(text.lstrip())], 0),
        ("ends", source[len(source.rstrip()) :], text[len(text.rstrip()) :], len(text.rstrip())),
    ):
        if ours != theirs and theirs.strip("\n") and not ours:
            spot = (at, at + len(theirs))
            yield pair.finding("whitespace", Severity.WARNING, f"the translation {name} with white space", spot)
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
        yield pair.finding("whitespace", Severity.WARNING, "two spaces in a row", (at, end), fix=" ")
    marks = pair.target_language.no_space_before
    spaces = range(inner[0] + 1, inner[1]) if any(f" {mark}" in text for mark in marks) else ()
    for at in spaces:
        if text[at] in marks and text[at - 1] == " " and _ends_word(text, at):
            yield pair.finding(
                "whitespace", Severity.WARNING, f"a space before “{text[at]}”", (at - 1, at + 1), fix=text[at]
            )
    for at, char in enumerate(text if not _INVISIBLE_SET.isdisjoint(text) else ""):
        if char in _INVISIBLE and char not in source:
            name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
            yield pair.finding("whitespace", Severity.WARNING, f"an invisible character: {name}", (at, at + 1))


def _ends_word(text: str, at: int) -> bool:
    """Whether the mark at *at* closes a word: ": )" and " ..." do not."""
    return text[at - 2].isalnum() and (at + 1 == len(text) or text[at + 1] in ' \n"”’')


def half_width(pair: Pair) -> Iterator[Finding]:
    """
    Katakana of half width, figures of two widths in one number, or full-width letters where they do not belong.

    Why:
        Half-width katakana (ﾍﾞﾄﾅﾑ) is a terminal's makeshift. One full-width digit among half-width numbers is a
        newspaper's rule and fine; 280０兆 is a slip.

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
            yield pair.finding(
                "half-width", Severity.WARNING, f"half-width katakana “{text[at:end]}”", (at, end), fix=fix
            )
        elif char.isdecimal():
            while end < size and text[end].isdecimal():
                end += 1
            number = text[at:end]
            wide = sum("０" <= digit <= "９" for digit in number)
            if (wide and spaced) or 0 < wide < len(number):
                fix = unicodedata.normalize("NFKC", number)
                what = (
                    f"full-width figures “{number}”" if wide == len(number) else f"two widths in one number: “{number}”"
                )
                yield pair.finding("half-width", Severity.WARNING, what, (at, end), fix=fix)
        elif spaced and ("Ａ" <= char <= "ｚ" or char in "，．！？：；（）％"):
            while end < size and "！" <= text[end] <= "～":
                end += 1
            if text[at:end] not in pair.source or "Ａ" <= char <= "ｚ":
                fix = unicodedata.normalize("NFKC", text[at:end])
                yield pair.finding("half-width", Severity.WARNING, f"full-width “{text[at:end]}”", (at, end), fix=fix)
        at = end


def tone_placement(pair: Pair) -> Iterator[Finding]:
    """
    Two schools of placing the tone mark in one text: hoà and hòa.

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
                        f"“{new}” and “{older}” style are mixed",
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
            "letters and their marks are stored apart",
            (at, min(at + 2, len(pair.target))),
            fix=nfc(pair.target[at : at + 2]),
        )


def script_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    Letters that the target language does not have, words left in the source's, Vietnamese without its diacritics.

    Why:
        Simplified Chinese characters (们, 这) come from a wrong input method or a machine. Kana in a Vietnamese
        sentence, or several English words in a row in a Japanese one, were forgotten. A foreign word in brackets or
        quotation marks is a gloss, and Latin names (EU, Vingroup) are Japanese as well.

    Example:
        `The ambassador visited Hiroshima.` → `Dai su da tham Hiroshima.`

    Fix:
        Translate the rest, or type it with its diacritics.
    """
    if pair.target.strip() == pair.source.strip():
        return  # source-copied says it
    yield from _foreign(pair)
    yield from _left_over(pair)
    language = pair.target_language
    if language.word_shape and len(pair.target) > 20 and not _marked(pair.target):
        ours = {word.strip(_PUNCTUATION).lower() for word in pair.source.split()}
        theirs = [w for word in pair.target.split() if (w := word.strip(_PUNCTUATION)).isalpha() and w.islower()]
        if len(theirs) >= 4 and len([w for w in theirs if w not in ours]) >= 4:
            yield pair.finding(
                "script-mismatch", Severity.WARNING, f"{language.name} without its diacritics", (0, len(pair.target))
            )


def _marked(text: str) -> bool:
    return any(char in VIETNAMESE_LETTERS for char in nfc(text).lower())


def _foreign(pair: Pair) -> Iterator[Finding]:
    """Letters of a script that the language does not write, outside of glosses."""
    text = pair.target
    code = pair.target_lang
    if text.isascii() or not any(_suspect(char, code) for char in set(text)):
        return
    foreign = pair.target_language.foreign & {HAN, HANGUL, KANA}
    own, other = pair.target_language.charsets
    at = 0
    while at < len(text):
        kind = kind_of(text[at])
        end = at + 1
        if kind in foreign:
            while end < len(text) and (kind_of(text[end]) in foreign or text[end] in "ー・"):
                end += 1
            if not _gloss(text, at, end):
                message = f"“{text[at:end]}” is no {pair.target_language.name}"
                yield pair.finding("script-mismatch", Severity.WARNING, message, (at, end))
        elif own and kind == HAN and _borrowed(text[at], own, other) and text[at] not in pair.source:
            message = f"“{text[at]}” is a character that {pair.target_language.name} does not use"
            yield pair.finding("script-mismatch", Severity.WARNING, message, (at, end))
        at = end


@lru_cache(maxsize=8192)
def _suspect(char: str, lang: str) -> bool:
    """Whether a character may be foreign to a language; a sentence without one needs no closer look."""
    record = language(lang)
    own, other = record.charsets
    kind = kind_of(char)
    return kind in record.foreign or (bool(own) and kind == HAN and _borrowed(char, own, other))


def _gloss(text: str, start: int, end: int) -> bool:
    """Whether a foreign word stands in brackets or quotation marks, or behind its translation with a sign between."""
    before = text[:start].rstrip()
    inside = sum(text.count(c, 0, start) for c in "(（[［「『“") > sum(text.count(c, 0, start) for c in ")）]］」』”")
    return inside or before[-1:] in "(（[\"'“‘「『/=" or text[end : end + 1] in (")", "）")


@lru_cache(maxsize=4096)
def _borrowed(char: str, own: str, other: str) -> bool:
    """Whether only the *other* encoding has *char*."""
    try:
        char.encode(own)
    except UnicodeEncodeError:
        try:
            char.encode(other)
        except UnicodeEncodeError:
            return False
        return True
    return False


def _left_over(pair: Pair) -> Iterator[Finding]:
    """Several small words of the source in a row, in a target of another script."""
    language, source = pair.target_language, pair.source_language
    if language.spaced or not source.spaced:
        return
    words: list[tuple[int, int]] = []
    at, text = 0, pair.target
    while at < len(text):
        end = at
        while end < len(text) and text[end].isalpha() and kind_of(text[end]) not in (HAN, KANA):
            end += 1
        if end > at:
            words.append((at, end))
        at = max(end, at + 1)
    run: list[tuple[int, int]] = []
    for here in [*words, (len(text) + 9, len(text) + 9)]:
        if run and text[run[-1][1] : here[0]].strip(" ,'’-") == "" and here[0] < len(text):
            run.append(here)
            continue
        small = [text[a:b] for a, b in run if text[a:b].islower()]
        if len(run) >= 4 and len(small) >= 3 and not _gloss(text, run[0][0], run[-1][1]):
            spot = (run[0][0], run[-1][1])
            if text[slice(*spot)] in pair.source:
                message = f"“{text[slice(*spot)]}” is left in {source.name}"
                yield pair.finding("script-mismatch", Severity.WARNING, message, spot)
        run = [here]


def source_copied(pair: Pair) -> Iterator[Finding]:
    """
    The translation is the source.

    Why:
        It is a sentence that somebody copied to translate it later. A line of names and figures only is the same in
        two languages, and nothing is said then.

    Example:
        `The two sides agreed to meet again.` → `The two sides agreed to meet again.`

    Fix:
        Translate it, or empty it.
    """
    text = pair.target.strip()
    if text != pair.source.strip() or not text:
        return
    source = pair.source_language
    if source.spaced:
        words = [w for word in text.split() if (w := word.strip(_PUNCTUATION)) and w.isalpha() and w.islower()]
        copied = len(words) >= 3
    else:
        copied = sum(kind_of(char) in (KANA, HAN) for char in text) >= 2
    if copied:
        yield pair.finding("source-copied", Severity.ERROR, "the translation is the source", (0, len(pair.target)))
