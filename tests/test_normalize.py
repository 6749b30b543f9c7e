"""The one idea of the same text."""

from __future__ import annotations

import unicodedata

import pytest

from toolkit.normalize import clean, fold, is_usual, kana, level, nfc, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thanh Hóa", "Thanh Hoá"),
        ("ỦY BAN", "Uỷ ban"),
        ("Thụy Sỹ", "Thuỵ Sĩ"),
        ("Hoa Kỳ", "Hoa Kì"),
        ("quý", "quí"),
        ("ＮＨＫ", "nhk"),
        ("ヴ", "ブ"),
        ("ホー･チ･ミン", "ホー・チ・ミン"),
        ("Hà\u00a0Nội", "Hà Nội"),
        ("Ðồng Nai", "Đồng Nai"),
        ("People’s", "People's"),
    ],
)
def test_the_same_text(one: str, other: str) -> None:
    """What differs in case, width, tone placement, i or y, dots, spaces and quotes only is the same text."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hòa", "Hóa"), ("máy", "mái"), ("Thái Bình", "Thái Binh"), ("ハ", "バ"), ("đa", "da"), ("mùa", "muà")],
)
def test_another_text(one: str, other: str) -> None:
    """A tone, another vowel, a voicing mark make another word."""
    assert fold(one) != fold(other)


def test_a_usual_text_comes_back_as_it_is() -> None:
    """The usual text costs nothing: the same object comes back."""
    text = "Đại sứ Phạm Quang Hiệu thăm 広島県."
    assert nfc(text) is text
    assert clean(text).text is text
    assert is_usual(text)
    assert not is_usual(unicodedata.normalize("NFD", text))


def test_offsets_lead_back() -> None:
    """What is found in the clean text stands at the offsets in the text as given, marks and all."""
    text = "ﾍﾞﾄﾅﾑ と Vi\u00ad\u0065\u0323\u0302t\u200b Nam"
    tidy = clean(text)
    assert tidy.text == "ベトナム と Việt Nam"
    at = tidy.text.index("Việt Nam")
    start, end = tidy.span(at, at + len("Việt Nam"))
    assert text[start:end] == "Vi\u00ad\u0065\u0323\u0302t\u200b Nam"
    start, end = tidy.span(0, 4)
    assert text[start:end] == "ﾍﾞﾄﾅﾑ"


def test_look_up_keys() -> None:
    """People look things up without diacritics, and by any kana."""
    assert plain("Đà Nẵng") == "da nang"
    assert plain("Tōkyō") == "tokyo"
    assert kana("ひろしま") == kana("ﾋﾛｼﾏ") == "ヒロシマ"


def test_levelling_keeps_every_character_in_its_place() -> None:
    """Even İ, whose small form has two characters, stays one."""
    for text in ("İstanbul", "ＥＵ－Ｊａｐａｎ", "Hà\u3000Nội・ハノイ", "ΑΣ"):
        assert len(level(text)) == len(text)
        assert len(fold(text)) == len(text)
