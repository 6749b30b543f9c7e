"""Laws of finding: what a rewriting that means nothing must not change."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import Glossary
from toolkit.match.automaton import Automaton
from toolkit.normalize import clean, fold, level

GOLDEN = Path(__file__).parent / "golden" / "checks" / "glossary"

_WORDS = {
    "en": "Japan Vietnam's U.S. Austria the of ambassadors met “Hanoi” US who us President Smith May Thai".split(),
    "vi": "Việt Nam Thái Bình Nguyên Mỹ Bộ Tài chính Đại sứ quán của Hà Nội Anh và Úc Hoa Kỳ ông thăm Dương".split(),
    "ja": "日本 ベトナム タイ は と の ・ 山口 大使 大使館 ハノイ EU 広島県東京事務所 語 さん タイビン 氏、".split(),
}
_TONES = dict(pair.split("=") for pair in "òa=oà óa=oá ủy=uỷ úy=uý ọa=oạ".split())


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    return Glossary.load(GOLDEN)


def sentences(lang: str) -> st.SearchStrategy[str]:
    joiner = "" if lang == "ja" else " "
    return st.lists(st.sampled_from(_WORDS[lang]), min_size=1, max_size=12).map(joiner.join)


def found(text: str, lang: str) -> Counter[str]:
    return Counter(match.concept.id for match in glossary().find(text, lang))


TEXTS = st.sampled_from(["en", "vi", "ja"]).flatmap(lambda lang: sentences(lang).map(lambda text: (text, lang)))


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_the_normal_form_means_nothing(pair: tuple[str, str]) -> None:
    """NFD finds what NFC finds, and each span, composed, is the same text."""
    text, lang = pair
    decomposed = unicodedata.normalize("NFD", text)
    assert found(decomposed, lang) == found(text, lang)
    spans = [decomposed[m.start : m.end] for m in glossary().find(decomposed, lang)]
    assert [unicodedata.normalize("NFC", span) for span in spans] == [
        text[m.start : m.end] for m in glossary().find(text, lang)
    ]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_what_nobody_sees_means_nothing(pair: tuple[str, str]) -> None:
    """Soft hyphens and zero-width spaces inside words, no-break spaces between them: nothing changes."""
    text, lang = pair
    marked = "\u00ad".join(text) if lang != "ja" else "\u200b".join(text)
    assert found(marked, lang) == found(text, lang)
    assert found(text.replace(" ", "\u00a0"), lang) == found(text, lang)
    assert found(text.replace(" ", " \u200b"), lang) == found(text, lang)


@given(sentences("vi"))
@settings(max_examples=100, deadline=None)
def test_tone_placement_means_nothing(text: str) -> None:
    """Tòa and toà, ủy and uỷ are one word."""
    moved = text
    for old, new in _TONES.items():
        moved = moved.replace(old, new)
    assert found(moved, "vi") == found(text, "vi")


@given(sentences("ja"))
@settings(max_examples=100, deadline=None)
def test_width_and_kinds_of_dots_mean_nothing(text: str) -> None:
    """Full-width Latin, half-width dots and half-width kana change nothing."""
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert found(wide, "ja") == found(text, "ja")
    assert found(text.replace("・", "･"), "ja") == found(text, "ja")
    narrow = text.replace("ベトナム", "ﾍﾞﾄﾅﾑ").replace("ハノイ", "ﾊﾉｲ")
    assert found(narrow, "ja") == found(text, "ja")


@given(sentences("en"))
@settings(max_examples=60, deadline=None)
def test_kinds_of_quotes_mean_nothing(text: str) -> None:
    """Straight and curly quotes and apostrophes find the same."""
    curly = text.replace("'", "’").replace('"', "“")
    assert found(curly, "en") == found(text, "en")


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_matches_are_in_order_and_do_not_overlap(pair: tuple[str, str]) -> None:
    """Every span is inside the text, not empty, and begins where the last has ended or later."""
    text, lang = pair
    last = 0
    for match in glossary().find(text, lang):
        assert last <= match.start < match.end <= len(text)
        last = match.end


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_fold_of_a_fold_is_the_fold(text: str) -> None:
    """Folding and levelling keep every character in its place, and a second time change nothing."""
    text = unicodedata.normalize("NFC", text)
    assert len(level(text)) == len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_clean_text_leads_back(text: str) -> None:
    """Every character of the clean text has a place in the text as given, in order."""
    tidy = clean(text)
    spans = [tidy.span(at, at + 1) for at in range(len(tidy.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(
    st.lists(st.text("abcd", min_size=1, max_size=11), min_size=1, max_size=12, unique=True),
    st.text("abcde", max_size=30),
)
@settings(max_examples=300, deadline=None)
def test_looking_up_is_searching(keys: list[str], text: str) -> None:
    """The first articles are searched by looking beginnings up, later ones by the automaton: the hits are the same."""
    patient, hasty = Automaton(keys), Automaton(keys, patience=-1)
    assert patient.hits(text) == hasty.hits(text)
    for at in range(len(text)):
        longest = patient.longest(text, at, len(text))
        assert hasty.longest(text, at, len(text)) == longest
        starting = [key for key in keys if text.startswith(key, at)]
        assert (longest is not None) == bool(starting)
        assert longest is None or longest[2] - at == max(map(len, starting))
