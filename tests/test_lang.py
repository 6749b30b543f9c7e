"""What is known about the languages, and how one is told from the others."""

from __future__ import annotations

import unicodedata

import pytest

from toolkit.lang import LANGUAGES, recognise

TEXTS = [
    ("en", "The Vietnamese Embassy in Tokyo held an exchange with Japanese localities on Friday."),
    ("en", "Phạm Minh Chính visits Hà Nội"),
    ("en", "Việt Nam, Japan to boost ties"),
    ("en", "Party General Secretary Tô Lâm receives Ambassador of Japan Itō Naoki"),
    ("en", "Japanese firms eye Vietnamese solar projects"),
    ("en", "JAPAN TO OPEN CONSULATE IN ĐÀ NẴNG"),
    ("en", "The word for cherry blossom, sakura (桜), is known in Việt Nam."),
    ("vi", "Đại sứ quán Việt Nam tại Nhật Bản tổ chức gặp mặt đại diện các địa phương Nhật Bản."),
    ("vi", "Thủ tướng Phạm Minh Chính thăm Nhật Bản"),
    ("vi", "VIỆT NAM VÀ NHẬT BẢN KÝ HIỆP ĐỊNH"),
    ("vi", "Toyota, Honda và Mitsubishi Motors tăng giá bán"),
    ("vi", "Giá vàng SJC tăng 2 triệu đồng/lượng"),
    ("ja", "在日ベトナム大使館は金曜日、日本の自治体との交流会を開いた。"),
    ("ja", "日越首脳会談"),
    ("ja", "ﾍﾞﾄﾅﾑ"),
    ("ja", "VinFast、NY市場に上場"),
    (None, ""),
    (None, "2024 - 21:07"),
    (None, "Tokyo"),
    (None, "Viet Nam va Nhat Ban ky ket hiep dinh"),
    (None, "Вьетнам и Япония"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[text[:20] or "empty" for _, text in TEXTS])
def test_a_language_is_told_by_what_only_it_writes(code: str | None, text: str) -> None:
    """Names of the other side do not mislead, and what cannot be told is not guessed, in any normal form."""
    assert recognise(text) == code
    assert recognise(unicodedata.normalize("NFD", text)) == code


def test_every_record_answers_to_its_code() -> None:
    """The table and the records agree."""
    assert {code: record.code for code, record in LANGUAGES.items()} == {code: code for code in LANGUAGES}
