"""What stands instead of a name: an error only where a reader would be misled."""

from __future__ import annotations

import pytest

from toolkit import Concept, Glossary, Severity, Status, Term, check_pair

_ROWS = {
    "country.kp": ("place.country", "KP", "North Korea", "Triều Tiên", "北朝鮮"),
    "country.jp": ("place.country", "JP", "Japan", "Nhật Bản", "日本"),
    "country.vn": ("place.country", "VN", "Vietnam", "Việt Nam", "ベトナム"),
    "capital.kp": ("place.city.capital", "KP", "Pyongyang", "Bình Nhưỡng", "平壌"),
    "city.osaka": ("place.city", "JP", "Osaka", "Osaka", "大阪"),
    "title.minister": ("title.government", "", "Minister", "Bộ trưởng", "大臣"),
    "title.mofa": ("title.government", "", "Minister of Finance", "Bộ trưởng Tài chính", "財務大臣"),
    "title.president": ("title.government", "", "President", "Tổng thống", "大統領"),
    "title.deputy": ("title.government", "VN", "Deputy Minister", "Thứ trưởng", "次官"),
    "title.director": ("title.company", "", "Director", "Giám đốc", "所長"),
    "title.manager": ("title.company", "", "Manager", "Trưởng phòng", "課長"),
    "org.facebook": ("organization.company", "US", "Facebook", "Facebook", "フェイスブック"),
}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """A dozen concepts in three languages."""
    return Glossary(
        Concept(
            ident,
            subject,
            country,
            tuple(Term(cell, lang, Status.PREFERRED) for lang, cell in zip(("en", "vi", "ja"), cells, strict=True)),
        )
        for ident, (subject, country, *cells) in _ROWS.items()
    )


@pytest.mark.parametrize(
    ("lang", "source", "target_lang", "target"),
    [
        ("en", "Pyongyang rejected the offer.", "ja", "北朝鮮は提案を拒否した。"),
        ("ja", "北朝鮮は提案を拒否した。", "vi", "Bình Nhưỡng bác bỏ đề nghị."),
        ("ja", "財務大臣が述べた。", "en", "The minister said so."),
        ("en", "The director of the plant spoke.", "vi", "Trưởng phòng của nhà máy phát biểu."),
        ("en", "Facebook grew.", "ja", "Facebookは成長した。"),
        ("ja", "ベトナムからは次官が出席した。", "vi", "Thứ trưởng tham dự."),
        ("en", "He wrote Japan's Turbulent Century.", "ja", "彼は『Japan’s Turbulent Century』を書いた。"),
        ("en", "JapanTravel opened in Japan.", "ja", "JapanTravelが開業した。"),
    ],
)
def test_other_words_for_it_are_no_error(
    lang: str, source: str, target_lang: str, target: str, glossary: Glossary
) -> None:
    """A capital for its state, an office in general, a company in Latin letters, a title of a book left as it is."""
    found = check_pair(source, target, lang, target_lang, glossary)
    assert [finding.message for finding in found if finding.severity is Severity.ERROR] == []


def test_an_ambassador_the_wrong_way_round_is_an_error() -> None:
    """The names of both states are there, and each sends to the other: only the curated patterns can tell."""
    curated = Glossary.load()
    for lang, source, target_lang, target in (
        ("ja", "駐日ベトナム大使が述べた。", "vi", "Đại sứ Nhật Bản tại Việt Nam phát biểu."),
        ("vi", "Đại sứ quán Lào tại Nhật Bản", "en", "the Japanese Embassy in Laos"),
        ("en", "the Vietnamese Ambassador to Japan", "ja", "駐ベトナム日本大使"),
    ):
        found = check_pair(source, target, lang, target_lang, curated)
        assert [finding.check for finding in found if finding.severity is Severity.ERROR] == ["term-rival"]
    found = check_pair("駐日ベトナム大使", "Đại sứ Việt Nam tại Nhật Bản", "ja", "vi", curated)
    assert [finding.check for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("lang", "source", "target_lang", "target", "check"),
    [
        ("en", "Japan rejected the offer.", "ja", "北朝鮮は提案を拒否した。", "term-rival"),
        ("en", "It opened in Osaka.", "ja", "平壌で開かれた。", "term-rival"),
        ("ja", "大統領が述べた。", "en", "The minister said so.", "term-rival"),
        ("en", "President Smith spoke.", "vi", "President Smith phát biểu.", "term-untranslated"),
        ("en", "He met the Minister of Finance.", "ja", "彼はMinister of Financeと会った。", "term-untranslated"),
    ],
)
def test_what_misleads_is_an_error(
    lang: str, source: str, target_lang: str, target: str, check: str, glossary: Glossary
) -> None:
    """Another state, another city, another office, or an office left as it was beside a name that stays the same."""
    found = check_pair(source, target, lang, target_lang, glossary)
    assert [finding.check for finding in found if finding.severity is Severity.ERROR] == [check]
