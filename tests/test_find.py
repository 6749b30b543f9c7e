"""Finding names in texts: what is a name, what only looks like one."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from toolkit import Concept, Glossary, Status, Term
from toolkit.glossary.table.blocker import load_blockers
from toolkit.match.automaton import Automaton, walk

CURATED = Path(__file__).parent.parent / "glossary"
GOLDEN = Path(__file__).parent / "golden" / "checks" / "glossary"

_PLACES = {
    "country.uk": ("place.country", "United Kingdom|UK", "Anh|Vương quốc Anh", "英国|イギリス"),
    "country.us": ("place.country", "United States|US|U.S.", "Mỹ|Hoa Kỳ", "米国|アメリカ"),
    "country.ru": ("place.country", "Russia", "Nga", "ロシア"),
    "country.de": ("place.country", "Germany", "Đức", "ドイツ"),
    "country.vn": ("place.country", "Vietnam|Viet Nam", "Việt Nam", "ベトナム"),
    "country.jp": ("place.country", "Japan", "Nhật Bản|Nhật", "日本|日本国"),
    "country.th": ("place.country", "Thailand", "Thái Lan", "タイ"),
    "country.ml": ("place.country", "Mali", "Mali", "マリ"),
    "country.so": ("place.country", "Somalia", "Somalia", "ソマリア"),
    "country.td": ("place.country", "Chad", "Chad", "チャド"),
    "country.ge": ("place.country", "Georgia", "Gruzia", "ジョージア"),
    "country.in": ("place.country", "India", "Ấn Độ", "インド"),
    "place.kyoto": ("place.prefecture", "Kyoto", "Kyoto", "京都|京都府"),
    "place.tokyo": ("place.prefecture", "Tokyo", "Tokyo", "東京|東京都"),
    "place.chiba": ("place.prefecture", "Chiba", "Chiba", "千葉|千葉県"),
    "place.yamaguchi": ("place.prefecture", "Yamaguchi", "Yamaguchi", "山口|山口県"),
    "place.hai-duong": ("place.province", "Hai Duong", "Hải Dương", "ハイズオン"),
    "place.thai-binh": ("place.province", "Thai Binh", "Thái Bình", "タイビン"),
    "place.binh-duong": ("place.province", "Binh Duong", "Bình Dương", "ビンズオン"),
    "place.hoa-binh": ("place.province", "Hoa Binh", "Hòa Bình", "ホアビン"),
    "title.ambassador": ("title", "ambassador", "Đại sứ", "大使"),
    "title.embassy": ("title", "embassy", "Đại sứ quán", "大使館"),
    "title.prime-minister": ("title", "prime minister", "Thủ tướng", "首相"),
    "org.eu": ("organization", "EU|European Union", "EU", "EU"),
    "org.who": ("organization", "WHO", "WHO", "WHO"),
    "mofa": ("institution.ministry", "Ministry of Foreign Affairs", "Bộ Ngoại giao", "外務省"),
}


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    concepts = []
    for ident, (subject, *cells) in _PLACES.items():
        terms = [
            Term(form, lang, Status.ADMITTED if rank else Status.PREFERRED)
            for lang, cell in zip(("en", "vi", "ja"), cells, strict=True)
            for rank, form in enumerate(cell.split("|"))
        ]
        concepts.append(Concept(id=ident, subject=subject, country="", terms=tuple(terms)))
    with tempfile.TemporaryDirectory() as folder:  # the curated blockers without the curated patterns
        shutil.copy(CURATED / "blockers.csv", folder)
        made = Glossary(concepts, folders=[folder])
        for lang in ("en", "vi", "ja"):
            made.finder(lang)
    return made


def names(text: str, lang: str) -> list[str]:
    return [text[match.start : match.end] for match in glossary().find(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ja", "ハーフタイムの時点でリードした。", []),
        ("ja", "タイのバンコクとソマリアの首都", ["タイ", "ソマリア"]),
        ("ja", "東京都の大使館", ["東京都", "大使館"]),
        ("ja", "京都議定書を採択した。", []),
        ("ja", "日本語を学ぶ。", []),
        ("ja", "日本国内の動き", ["日本"]),
        ("ja", "ＥＵＲＯは下落し、ＥＵは動いた。", ["ＥＵ"]),
        ("ja", "千葉賢一さんが優勝した。", []),
        ("ja", "千葉市で開かれた。", ["千葉"]),
        ("ja", "山口大使が山口県を訪れた。", ["大使", "山口県"]),
        ("ja", "チャド・スミスが叩く。", []),
        ("vi", "Họ gặp nhau hôm Chủ nhật.", []),
        ("vi", "Anh ta im lặng.", []),
        ("vi", "Ý kiến của họ rất rõ.", []),
        ("vi", "Thủ tướng Anh thăm Mỹ.", ["Thủ tướng", "Anh", "Mỹ"]),
        ("vi", "Anh, Nga và Đức lên tiếng.", ["Anh", "Nga", "Đức"]),
        ("vi", "Quận Thủ Đức đông dân.", []),
        ("vi", "Bà Thanh Nga và em Đức Huy.", []),
        ("vi", "anh Hải Dương về quê", []),
        ("vi", "tỉnh Hải Dương phát triển", ["Hải Dương"]),
        ("vi", "Nguyễn Thái Bình là sinh viên.", []),
        ("vi", "Bão ở Thái Bình Dương.", []),
        ("vi", "đồng đô la Mỹ và khu vực Nam Mỹ", []),
        ("vi", "Đại sứ quán Mỹ", ["Đại sứ quán", "Mỹ"]),
        ("vi", "THỦ TƯỚNG VIỆT NAM THĂM NHẬT BẢN", ["THỦ TƯỚNG", "VIỆT NAM", "NHẬT BẢN"]),
        ("vi", "bộ Ngoại giao họp báo", ["bộ Ngoại giao"]),
        ("vi", "Cả nước mong hòa bình.", []),
        ("en", "Please contact us, whoever and who you are.", []),
        ("en", "The US and the WHO met.", ["US", "WHO"]),
        ("en", "Here in Indiana, India's team won.", ["India"]),
        ("en", "Chad Hammel told a reporter in Chad.", ["Chad"]),
        ("en", "found in a Georgia pond", []),
        ("en", "Ambassador Yamaguchi left Yamaguchi.", ["Ambassador", "Yamaguchi"]),
        ("en", "Two prime ministers and three ambassadors", ["prime ministers", "ambassadors"]),
        ("en", "VIETNAM AND JAPAN SIGN DEAL", ["VIETNAM", "JAPAN"]),
        ("en", "See www.japan.travel or @Japan.", []),
        ("en", "US-led and Vietnam-Japan talks", ["US", "Vietnam", "Japan"]),
    ],
)
def test_names_and_what_looks_like_them(lang: str, text: str, found: list[str]) -> None:
    """A name is a word of its own, has its capitals, and is no person."""
    assert names(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ja", "山口氏が山口を訪れた。", ["山口"]),
        ("ja", "ゴア氏は語った。", []),
        ("ja", "WHOの報告", ["WHO"]),
        ("ja", "ハマド・ゴア・ハリファ首長", []),
        ("ja", "メキシコ・ゴア・ワシントン", ["メキシコ", "ゴア", "ワシントン"]),
        ("ja", "後に山口勝平が演じ、今も山口は役者だ。", []),
        ("ja", "山口大使が着任した。", ["大使"]),
        ("ja", "山口大が発表した。", ["山口大"]),
        ("ja", "ワシントン・ポストが報じた。", []),
        ("ja", "ジョージ・ワシントンの像", []),
        ("vi", "Bão vào vùng vịnh Mexico.", ["vịnh Mexico"]),
        ("vi", "Họa sĩ Kazuo Yamaguchi triển lãm.", []),
        ("vi", "Ngoài khơi bờ biển Mexico", ["Mexico"]),
        ("en", "Kazuo Yamaguchi painted it.", []),
        ("en", "in Yamaguchi, a port", ["Yamaguchi"]),
        ("en", "Nguyen Hoa Binh chaired the court.", []),
        ("en", "Kerry Washington stars.", []),
        ("en", "the road to Washington", ["Washington"]),
        ("en", "Professor Ford testified.", []),
        ("en", "Ford sold more cars.", ["Ford"]),
    ],
)
def test_people_who_are_called_like_something_else(lang: str, text: str, found: list[str]) -> None:
    """An honorific, a given name before it, or the full name a little earlier: a surname is no place and no company."""
    rows = {
        "yamaguchi": ("place.prefecture", "Yamaguchi", "Yamaguchi", "山口", {"surname"}),
        "uni": ("organization.university", "Yamaguchi University", "Đại học Yamaguchi", "山口大", set()),
        "goa": ("place.city", "Goa", "Goa", "ゴア", set()),
        "washington": ("place.city", "Washington", "Washington", "ワシントン", set()),
        "hoa-binh": ("place.province", "Hoa Binh", "Hòa Bình", "ホアビン", set()),
        "mx": ("place.country", "Mexico", "Mexico", "メキシコ", set()),
        "gulf": ("place.sea", "Gulf of Mexico", "Vịnh Mexico", "メキシコ湾", set()),
        "ford": ("organization.company", "Ford", "Ford", "フォード", {"case", "surname"}),
        "who": ("organization", "WHO", "WHO", "WHO", set()),
        "ambassador": ("title", "ambassador", "Đại sứ", "大使", set()),
    }
    concepts = [
        Concept(
            ident,
            subject,
            "",
            tuple(Term(cell, code, Status.PREFERRED) for code, cell in zip(("en", "vi", "ja"), cells, strict=True)),
            hints=frozenset(hints),
        )
        for ident, (subject, *cells, hints) in rows.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(CURATED / "blockers.csv", folder)
        matches = Glossary(concepts, folders=[folder]).find(text, lang)
    assert [text[match.start : match.end] for match in matches] == found


def test_offsets_point_into_the_text_as_given() -> None:
    """Whatever the normal form, the span is cut from the text that was passed."""
    text = unicodedata.normalize("NFD", "Thăm Việt Nam và ") + "ﾍﾞﾄﾅﾑ"
    assert [unicodedata.normalize("NFC", name) for name in names(text, "vi")] == ["Việt Nam"]


def test_the_day_decides_between_namesakes() -> None:
    """Two concepts with one name: the one that was valid on the day; both, the present one first, without a day."""
    old = Concept("old", "institution", "", (Term("Bộ X", "vi", Status.PREFERRED),), valid_until=date(2025, 2, 28))
    new = Concept("new", "institution", "", (Term("Bộ X", "vi", Status.PREFERRED),), valid_from=date(2025, 3, 1))
    both = Glossary([old, new])
    assert [c.id for c in both.find("Bộ X", "vi", date(2024, 1, 1))[0].concepts] == ["old"]
    assert [c.id for c in both.find("Bộ X", "vi", date(2026, 1, 1))[0].concepts] == ["new"]
    assert [c.id for c in both.find("Bộ X", "vi")[0].concepts] == ["new", "old"]


def test_a_form_for_targets_is_not_found_in_a_source() -> None:
    """米 is right in a translation and found in none."""
    us = Concept(
        "us", "place.country", "US", (Term("米国", "ja", Status.PREFERRED), Term("米", "ja", Status.ADMITTED, (), True))
    )
    found = Glossary([us])
    assert [m.term.text for m in found.find("米と米国", "ja")] == ["米国"]
    assert [text for *_, text in found.finder("ja").spots(us, "日米の協議と米。")] == [us.terms[1]]


def test_a_lookup_only_concept_is_never_found() -> None:
    """The hint `lookup` keeps a concept out of texts."""
    hidden = Concept("h", "term", "", (Term("thing", "en", Status.PREFERRED),), hints=frozenset({"lookup"}))
    assert Glossary([hidden]).find("a thing", "en") == []


def test_slots_are_filled(tmp_path: Path) -> None:
    """A pattern names what no row lists, host first or sender first, and the longest name wins."""
    (tmp_path / "patterns.csv").write_text(
        "id,subject,country,slots,en,vi,ja,en_admitted,vi_admitted,ja_admitted,"
        "valid_from,valid_until,note,source,confidence\n"
        "pattern.ambassador,title.diplomatic,,sender=place.country | host=place.country,"
        "{sender:adj} Ambassador to {host},Đại sứ {sender} tại {host},駐{host:short}{sender}大使,,,,,,,,own\n",
        encoding="utf-8",
    )
    (tmp_path / "terms.csv").write_text((GOLDEN / "terms.csv").read_text(encoding="utf-8"), encoding="utf-8")
    found = Glossary.load(tmp_path)
    for lang, text, name in (
        ("ja", "ヒエウ駐日ベトナム大使が述べた。", "駐日ベトナム大使"),
        ("vi", "Đại sứ Việt Nam tại Nhật Bản phát biểu.", "Đại sứ Việt Nam tại Nhật Bản"),
        ("en", "the Vietnamese ambassador to Japan said", "Vietnamese ambassador to Japan"),
    ):
        (match,) = found.find(text, lang)
        assert text[match.start : match.end] == name
        assert match.concept.id == "pattern.ambassador(country.vn,country.jp)"
    assert [m.term.text for m in found.find("Đại sứ Việt Nam phát biểu.", "vi")] == ["Đại sứ", "Việt Nam"]


def test_a_refused_hit_hides_no_other() -> None:
    """Where the longest string is no word, a shorter one that starts there or a little later is still found."""
    automaton = Automaton(["new york", "new yorks", "york minster", "york"])
    text = "the new yorks of new york minster"

    def decide(key: int, start: int, end: int) -> int | None:
        return key if text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ") else None

    assert [text[start:end] for start, end, _ in walk(automaton, text, decide)] == ["new yorks", "new york"]


def test_the_curated_blockers_are_many_and_clean() -> None:
    """Hundreds of words in each language swallow names, each listed once, in NFC, in order."""
    blockers = load_blockers([CURATED])
    for lang in ("en", "vi", "ja"):
        assert sum(blocker.lang == lang for blocker in blockers) >= 400
    lines = (CURATED / "blockers.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == len(blockers)
    assert all(unicodedata.is_normalized("NFC", line) for line in lines)


def test_a_compiled_language_finds_what_an_uncompiled_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spellings from the cache, spellings worked out, and a cache with a wrong byte: the same names."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "glossary"
    shutil.copytree(GOLDEN, folder)
    shutil.copy(CURATED / "patterns.csv", folder)
    shutil.copy(CURATED / "blockers.csv", folder)
    texts = {
        "en": "The Vietnamese Ambassador to Japan met the Prime Minister of Austria in Hanoi, and Chad Smith in U.S.",
        "vi": "Đại sứ Việt Nam tại Nhật Bản thăm Thái Bình; Thủ tướng Áo, ông Thái Nguyên và Bộ Ngoại giao",
        "ja": "駐日ベトナム大使がタイとハノイ市で広島県東京事務所の山口大使と日本語で話した。オーストリア外相も",
    }

    def found(glossary: Glossary) -> list[tuple[str, int, int, str]]:
        return [(lang, m.start, m.end, m.concept.id) for lang in texts for m in glossary.find(texts[lang], lang)]

    plain = found(Glossary(Glossary.load(folder), folders=[folder]))
    assert len(plain) >= 12
    assert found(Glossary.load(folder)) == plain
    parts = [path for path in (tmp_path / "cache").rglob("*.glossary") if path.name.count(".") == 3]
    assert len(parts) == len(texts)
    assert found(Glossary.load(folder)) == plain
    for path in parts:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))
    assert found(Glossary.load(folder)) == plain


def test_a_name_with_slots_ends_with_the_text() -> None:
    """What stands in a slot is never longer than the text: no shorter name passes for a longer one at its end."""
    glossary = Glossary.load(CURATED)
    for text in ("Đại sứ Nhật Bản tại Hà", "Đại sứ Việt Nam tại Ấ", "chuyến thăm Nhật"):
        for match in glossary.find(text, "vi"):
            assert match.end <= len(text)


def test_dashes_between_two_names_are_one() -> None:
    """Nhật - Việt, Nhật-Việt and Nhật–Việt are one name."""
    league = Concept("league", "organization", "", (Term("Liên minh Nhật - Việt", "vi", Status.PREFERRED),))
    made = Glossary([league])
    for text in ("Liên minh Nhật - Việt họp", "Liên minh Nhật-Việt họp", "Liên minh Nhật–Việt họp"):
        assert [m.concept.id for m in made.find(text, "vi")] == ["league"]
