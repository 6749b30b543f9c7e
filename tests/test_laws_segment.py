"""What holds for every text that was ever typed: nothing is lost, nothing is cut twice."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import split
from toolkit.lang import LANGUAGES
from toolkit.segment.pairs import PARTNERS

LANGS = sorted(LANGUAGES)
QUOTES = st.sampled_from(["split", "keep", None])

#: What decides: terminators, marks, words of the lists …
WORDS = """
. ! ? … ... . . 。 ！ ？ ｡ ． , 、 : - – — ( ) （ ） [ ] 「 」 『 』 “ ” " ‘ ’ ' « » / @ 1 23 1945 ５ a A Z é Ê ư ./. ①
• 1. a) I
Mr TS TP.HCM U.S p.m Inc v.v The He Ông Theo said asked he nói năm Á hơn gái Dựa VNS TTXVN (VNA) Yahoo!
（共同） 東京 は と でも です った カナ ｶﾅ ﾊﾞ ｰ モーニング娘。
""".split()
#: … and all that looks like nothing.
SPACES = [" ", "\n", "\n\n", "\r\n", "\u3000", "\u00a0", "\u200b", "\u00ad", "e\u0301", "か\u3099", "\u2029"]
PIECES = st.sampled_from(WORDS) | st.sampled_from(SPACES)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60)
MANY = settings(max_examples=250, deadline=None)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each law holds for each language."""
    if "lang" in metafunc.fixturenames:
        metafunc.parametrize("lang", LANGS)


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark of *text* has its partner, rightly nested."""
    waiting: list[str] = []
    for char in text:
        if char in "\"'‘’":
            return False
        if char in PARTNERS:
            waiting.append(PARTNERS[char])
        elif char in PARTNERS.values() and (not waiting or waiting.pop() != char):
            return False
    return not waiting


@MANY
@given(text=TEXTS, quotes=QUOTES)
def test_nothing_is_lost(lang: str, text: str, quotes: str | None) -> None:
    """The spans are the sentences, in order, and only white space lies around them."""
    at = 0
    for segment in split(text, lang, quotes):  # type: ignore[arg-type]
        assert segment.start >= at
        assert text[at : segment.start].strip() == ""
        assert segment.text == text[segment.start : segment.end]
        assert segment.text.strip() == segment.text != ""
        at = segment.end
    assert text[at:].strip() == ""


@MANY
@given(text=TEXTS, quotes=QUOTES)
def test_a_sentence_is_one_sentence(lang: str, text: str, quotes: str | None) -> None:
    """Splitting a sentence whose brackets are balanced gives that sentence."""
    for segment in split(text, lang, quotes):  # type: ignore[arg-type]
        if balanced(segment.text):
            assert [again.text for again in split(segment.text, lang, quotes)] == [segment.text]  # type: ignore[arg-type]


@MANY
@given(text=TEXTS)
def test_a_blank_line_ends_a_sentence(lang: str, text: str) -> None:
    """No sentence holds a blank line, whatever is open around it."""
    for segment in split(text, lang):
        assert not re.search(r"\n[^\S\n]*\n", segment.text)


@MANY
@given(text=TEXTS)
def test_what_follows_moves_nothing(lang: str, text: str) -> None:
    """A sentence that is put behind changes no boundary before the last."""
    more = {"": "東京は雨だった。", " ": " Nobody knew it then."}[LANGUAGES[lang].joiner]
    before = [segment.end for segment in split(text, lang)][:-1]
    after = [segment.end for segment in split(text + more, lang)]
    assert after[: len(before)] == before


@MANY
@given(text=TEXTS, quotes=QUOTES)
def test_the_normal_form_does_not_matter(lang: str, text: str, quotes: str | None) -> None:
    """Decomposed letters end no sentence that composed ones don't."""
    composed = split(unicodedata.normalize("NFC", text), lang, quotes)  # type: ignore[arg-type]
    decomposed = split(unicodedata.normalize("NFD", text), lang, quotes)  # type: ignore[arg-type]
    assert [unicodedata.normalize("NFC", s.text) for s in decomposed] == [s.text for s in composed]


@MANY
@given(text=TEXTS)
def test_the_invisible_does_not_matter(lang: str, text: str) -> None:
    """A soft hyphen or a zero-width space inside a word changes no boundary."""
    plain = text.replace("\u200b", "").replace("\u00ad", "")
    strewn = re.sub(r"(?<=\w)(?=\w)", "\u00ad", plain)
    assert [s.text.replace("\u00ad", "") for s in split(strewn, lang)] == [s.text for s in split(plain, lang)]


HARD = {
    "no full stop": "a" * 200_000,
    "words": "năm " * 50_000,
    "full stops": "." * 200_000,
    "full stops and a letter": "." * 200_000 + "x",
    "parted full stops": ". " * 100_000,
    "opening": "(" * 100_000,
    "opening and stops": "「。" * 100_000,
    "crossed": "「（" * 50_000 + "」。" * 50_000,
    "straight": '" ' * 100_000,
    "line breaks": "\n" * 200_000,
    "line and spaces": "a.\n" + " " * 200_000 + "b",
    "closers": "a." + ")" * 200_000 + " B",
    "initials": "A. " * 70_000,
    "wide": "東京は雨。" * 40_000,
    "decomposed": "e\u0301. " * 60_000,
    "dashes": "a. " + "-" * 200_000,
}


@pytest.mark.parametrize("name", HARD)
def test_the_cost_is_linear(lang: str, name: str) -> None:
    """Ten times the text costs about ten times as much, not a hundred times, whatever it is made of."""
    text = HARD[name]
    short, long = text[: len(text) // 10], text

    def cost(some: str) -> float:
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            split(some, lang)
            best = min(best, time.process_time() - start)
        return best

    # Under a thousandth of a second the clock says nothing
    assert cost(long) < max(cost(short), 0.001) * 40
