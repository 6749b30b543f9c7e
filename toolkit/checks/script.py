"""In which letters the translation is written, and whether it is one at all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.lang import language
from toolkit.lang.letters import HAN, HANGUL, KANA, VIETNAMESE_LETTERS, kind_of
from toolkit.normalize import nfc
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding

_PUNCTUATION = ".,;:!?()[]\"'“”‘’…"


def script_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    Letters that the target language does not have, words left in the source language, Vietnamese without diacritics.

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
            message = _("{language} without its diacritics").format(language=_(language.name))
            yield pair.finding("script-mismatch", Severity.WARNING, message, (0, len(pair.target)))


def _marked(text: str) -> bool:
    return any(char in VIETNAMESE_LETTERS for char in nfc(text).lower())


def _foreign(pair: Pair) -> Iterator[Finding]:
    """Letters of a script that the language does not write, outside of glosses."""
    text = pair.target
    code = pair.target_lang
    if text.isascii():
        return
    harmless = _HARMLESS.setdefault(code, set())
    unknown = set(text) - harmless
    suspects = {char for char in unknown if _suspect(char, code)}
    harmless |= unknown - suspects
    if not suspects:
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
            if not _gloss(text, at, end) and not _quoted(text[at:end], pair):
                # Translators: letters that the language does not have: “さくら” is not Vietnamese.
                message = _("“{text}” is not {language}").format(
                    text=text[at:end], language=_(pair.target_language.name)
                )
                yield pair.finding("script-mismatch", Severity.WARNING, message, (at, end))
        elif (
            own
            and kind == HAN
            and _borrowed(text[at], own, other)
            and text[at] not in pair.source
            and not _quoted_whole(text, at)
        ):
            message = _("“{char}” is a character that {language} does not use").format(
                char=text[at], language=_(pair.target_language.name)
            )
            yield pair.finding("script-mismatch", Severity.WARNING, message, (at, end))
        at = end


#: Language to characters that were found not to be suspect in it; a text has few that are new.
_HARMLESS: dict[str, set[str]] = {}


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


def _quoted(text: str, pair: Pair) -> bool:
    """Whether the source has the words, in letters that are foreign to it as well: 令和 in an English sentence."""
    return text in pair.source and kind_of(text[0]) in pair.source_language.foreign


def _quoted_whole(text: str, at: int) -> bool:
    """Whether a character stands in a quotation without kana: the title of a Chinese film."""
    start = max(text.rfind(mark, 0, at) for mark in "「『《")
    ends = [end for mark in "」』》" if (end := text.find(mark, at)) >= 0]
    return start >= 0 and bool(ends) and not any(kind_of(char) == KANA for char in text[start + 1 : min(ends)])


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
    at, text = 0, pair.target
    if text == text.upper():
        return  # no small letters, no words
    words: list[tuple[int, int]] = []
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
                message = _("“{text}” is left in {language}").format(text=text[slice(*spot)], language=_(source.name))
                yield pair.finding("script-mismatch", Severity.WARNING, message, spot)
        run = [here]


def source_copied(pair: Pair) -> Iterator[Finding]:
    """
    The translation is the source.

    Why:
        Somebody copied the sentence to translate it later. A line of names and figures only may be the same in two
        languages, and is not reported.

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
        yield pair.finding("source-copied", Severity.ERROR, _("the translation is the source"), (0, len(pair.target)))
