"""Suggestions: names that texts have and the glossary has not, with precision before recall."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit import Glossary
from toolkit.catalog.passages import passages
from toolkit.cli.main import vje
from toolkit.glossary.suggest import Candidate, Passage, candidates, show
from toolkit.glossary.table.row import COLUMNS, parse_row

ROOT = Path(__file__).parent.parent
LOCALES = [ROOT / "locales"]

#: Article -> the people, bodies and places in it, as a reader would underline them, in English.
UNDERLINED = {
    "2025-05-31-vietnam-festival": {
        "Phạm Quang Hiệu", "Nguyễn Chí Dũng", "Obuchi Yuko", "Aoyagi Yoichiro", "Yoyogi Park", "Vietnam Festival",
        "Japan–Vietnam Parliamentary Friendship Alliance",
    },
    "2025-12-04-vice-ministers": {
        "Nguyễn Minh Vũ", "Hoàng Xuân Chiến", "Ishiba Shigeru", "Ministry of Foreign Affairs", "Ministry of Defense",
        "East Sea", "East China Sea", "ASEAN Outlook on the Indo-Pacific",
    },
    "2026-02-26-hcm-city-yamaguchi": {
        "Võ Văn Minh", "Yanai Shungaku", "Muraoka Tsugumasa", "HCM City People's Council", "Bình Dương Province",
        "HCM City People's Committee", "Yamaguchi Prefecture",
    },
}  # fmt: skip


@cache
def curated() -> Glossary:
    """The curated glossary, loaded once."""
    return Glossary.load()


def suggested(text: str, lang: str, glossary: Glossary | None = None, **others: str) -> list[Candidate]:
    """What one sentence suggests, to an empty glossary as a rule."""
    return candidates([Passage(text, lang, others)], glossary or Glossary(()))


@pytest.mark.parametrize("name", UNDERLINED)
def test_an_empty_glossary_is_told_who_and_what_an_article_is_about(name: str) -> None:
    """Every person, body and place of a sample is suggested when nothing is known."""
    found = candidates(passages([ROOT / "articles" / f"{name}.en.txt"]), Glossary(()))
    assert {c.names["en"] for c in found} >= UNDERLINED[name]


@pytest.mark.parametrize("name", UNDERLINED)
def test_at_most_one_suggestion_in_five_is_false(name: str) -> None:
    """What the curated glossary is told it lacks is a person, a body, a place or an agreement of the article."""
    found = candidates(passages([ROOT / "articles" / f"{name}.en.txt"]), curated())
    false = [c.text for c in found if c.names["en"] not in UNDERLINED[name]]
    assert 5 * len(false) <= len(found), false


def test_what_the_glossary_knows_is_not_suggested() -> None:
    """Nothing that a term or a pattern finds comes back as a suggestion."""
    text = "Vietnamese Ambassador to Japan Phạm Quang Hiệu met the Governor of Hiroshima Prefecture."
    assert suggested(text, "en", curated()) == []


@pytest.mark.parametrize(
    ("text", "lang", "want"),
    [
        ("Deputy Foreign Minister Lê Thị Thu Hằng spoke.", "en", [("Lê Thị Thu Hằng", "person")]),
        ("The Vietnam Chamber of Commerce and Industry (VCCI) agreed.", "en",
         [("Vietnam Chamber of Commerce and Industry", "institution")]),
        ("They met at the Bến Tre Provincial Museum and left.", "en", [("Bến Tre Provincial Museum", "institution")]),
        ("Bộ Ngoại giao và Bộ Quốc phòng cho biết.", "vi",
         [("Bộ Ngoại giao", "institution"), ("Bộ Quốc phòng", "institution")]),
        ("Giám đốc Sở Văn hóa và Thể thao Huế phát biểu.", "vi",
         [("Sở Văn hóa và Thể thao Huế", "institution")]),
        ("Đoàn đã đến thăm huyện Mộc Châu.", "vi", [("huyện Mộc Châu", "place")]),
        ("Ông Võ Văn Minh nói.", "vi", [("Võ Văn Minh", "person")]),
        ("Trường Đại học Nguyễn Tất Thành mở cửa.", "vi", [("Trường Đại học Nguyễn Tất Thành", "institution")]),
        ("Theo Trung tâm Xúc tiến thương mại Huế, giá tăng.", "vi",
         [("Trung tâm Xúc tiến thương mại Huế", "institution")]),
        ("Hiệp hội Doanh nghiệp nhỏ và vừa Otaru (HSMEA) đồng ý.", "vi",
         [("Hiệp hội Doanh nghiệp nhỏ và vừa Otaru", "institution")]),
        ("Hội hữu nghị Otaru - Huế đồng ý.", "vi", [("Hội hữu nghị Otaru - Huế", "institution")]),
        ("Đoàn thăm Trường Đại học Otaru và chùa Jozankei.", "vi",
         [("Trường Đại học Otaru", "institution"), ("chùa Jozankei", "place")]),
        ("They saw Otaru University of Commerce and Jozankei Temple.", "en",
         [("Otaru University of Commerce", "institution"), ("Jozankei Temple", "place")]),
        ("The Otaru Small and Medium Enterprise Association (OSMEA) agreed.", "en",
         [("Otaru Small and Medium Enterprise Association", "institution")]),
        ("小樽商科大学と定山渓温泉を訪れた。", "ja", [("小樽商科大学", "institution"), ("定山渓温泉", "place")]),
        ("ビグラセラ社は丸紅グループと組む。", "ja",
         [("ビグラセラ社", "institution"), ("丸紅グループ", "institution")]),
        ("レー・ティ・トゥー・ハン報道官が述べた。", "ja", [("レー・ティ・トゥー・ハン", "person")]),
        ("小渕優子氏が出席した。", "ja", [("小渕優子", "person")]),
        ("代々木公園で開かれた。", "ja", [("代々木公園", "place")]),
        ("日越友好議員連盟会長が述べた。", "ja", [("日越友好議員連盟", "institution")]),
    ],
)  # fmt: skip
def test_a_name_is_told_by_its_shape(text: str, lang: str, want: list[tuple[str, str]]) -> None:
    """A family name, a kind of institution or place, an honorific: and the name ends where it should."""
    assert sorted((c.text, c.kind) for c in suggested(text, lang)) == sorted(want)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The Japanese side thanked Vietnamese workers on Friday.", "en"),
        ("However, Many Say This.", "en"),
        ("Ban Tổ chức cho biết lễ hội kéo dài đến Chủ nhật.", "vi"),
        ("実行委員会は当局と協議した。", "ja"),
        ("ブースやショーを楽しめる。", "ja"),
    ],
)
def test_a_capital_or_an_ending_alone_is_no_name(text: str, lang: str) -> None:
    """Nationalities, days, common bodies and loanwords are not suggested."""
    assert suggested(text, lang) == []


def test_a_mere_capital_must_come_back() -> None:
    """A word of which nothing says that it is a name is suggested once it stands three times."""
    sentences = [Passage(f"They sold Goldstar {thing}.", "en", {}) for thing in ("cars", "phones", "boats")]
    assert candidates(sentences[:2], Glossary(())) == []
    assert [c.text for c in candidates(sentences, Glossary(()))] == ["Goldstar"]


def test_an_abbreviation_comes_with_its_expansion() -> None:
    """What stands in brackets behind a name is its short form, and goes into the row."""
    [found] = suggested("The Vietnam Chamber of Commerce and Industry (VCCI) agreed.", "en")
    assert found.abbreviation == "VCCI"
    assert show.cells(found)["en_admitted"] == "VCCI"


def test_translations_pair_their_names() -> None:
    """The same letters, a transcription, or the only one of its kind: then it is one candidate in three languages."""
    [found] = suggested(
        "Chủ tịch Võ Văn Minh phát biểu.",
        "vi",
        en="Chairman Võ Văn Minh spoke.",
        ja="ヴォー・ヴァン・ミン議長が述べた。",
    )
    assert found.names == {"vi": "Võ Văn Minh", "en": "Võ Văn Minh", "ja": "ヴォー・ヴァン・ミン"}
    [found] = suggested("Ông Muraoka Tsugumasa đến thăm.", "vi", ja="村岡嗣政知事が訪れた。")
    assert (found.names["ja"], found.doubtful) == ("村岡嗣政", set())


def test_versions_of_an_article_meet_without_catalogs() -> None:
    """A person in a Vietnamese, an English and a Japanese text is one candidate: the name says so."""
    texts = [
        Passage("Đại sứ Trương Thị Bích Thảo phát biểu.", "vi", {}, "a.vi.txt"),
        Passage("Ambassador Trương Thị Bích Thảo spoke.", "en", {}, "a.en.txt"),
        Passage("チュオン・ティ・ビック・タオ大使が述べた。", "ja", {}, "a.ja.txt"),
    ]
    [found] = candidates(texts, Glossary(()))
    assert (sorted(found.names), found.count) == (["en", "ja", "vi"], 3)


def test_a_pairing_by_order_is_said() -> None:
    """Where two kanji names stand on either side, only their order tells which is which: a person must look."""
    found = suggested("Obuchi Yuko and Aoyagi Yoichiro spoke.", "en", ja="小渕優子氏と青柳陽一郎氏が述べた。")
    pairs = {(c.names["en"], c.names["ja"]) for c in found}
    assert pairs == {("Obuchi Yuko", "小渕優子"), ("Aoyagi Yoichiro", "青柳陽一郎")}
    assert all(c.doubtful == {"ja"} and "check" in show.cells(c)["note"] for c in found)


def test_kanji_are_never_guessed() -> None:
    """A romanised Japanese name has no Japanese proposal; a Vietnamese one has its transcription."""
    [japanese] = suggested("Governor Muraoka Tsugumasa spoke.", "en")
    assert "ja" not in japanese.proposals
    [vietnamese] = suggested("Minister Nguyễn Minh Vũ spoke.", "en")
    assert vietnamese.proposals["ja"][0] == "グエン・ミン・ヴー"


def test_a_rule_does_not_fill_a_row() -> None:
    """The row holds what was seen; a transcription is a note, and nobody has looked anything up."""
    [found] = suggested("Minister Nguyễn Minh Vũ spoke.", "en")
    row = show.cells(found)
    concept, errors = parse_row(row)
    assert (errors, concept is None) == ([], False)
    assert (row["id"], row["country"], row["confidence"]) == ("person.vn.nguyen-minh-vu", "VN", "own")
    assert row["ja"] == ""
    assert "グエン・ミン・ヴー by rule, not verified" in row["note"]


def test_a_part_of_a_longer_name_is_not_suggested_beside_it() -> None:
    """The Liaison Council is the council of the longer name."""
    text = "The Liaison Council of Municipalities met. The Liaison Council agreed."
    assert [c.text for c in suggested(text, "en")] == ["Liaison Council of Municipalities"]


def run(*args: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``vje glossary suggest``."""
    result = CliRunner().invoke(vje, ["glossary", "suggest", *args])
    return result.exit_code, result.stdout, result.stderr


def test_the_command_shows_sentence_pairing_and_row(tmp_path: Path) -> None:
    """Text for people, JSON for programs, CSV to paste; a name that is there already is left out."""
    article = tmp_path / "a.en.txt"
    article.write_text("Talks\n\nMinister Trương Thị Bích Thảo spoke.\n", encoding="utf-8")
    code, out, _ = run(str(article))
    assert code == 0
    assert "Minister Trương Thị Bích Thảo spoke." in out
    assert "チュオン・ティ・ビック・タオ" in out
    code, out, _ = run(str(article), "--format", "json")
    assert [record["names"]["en"] for record in json.loads(out)] == ["Trương Thị Bích Thảo"]
    code, out, err = run(str(article), "--format", "csv", "--add", str(tmp_path / "terms"))
    assert next(csv.reader([out]))[0] == "person.vn.truong-thi-bich-thao"
    assert (code, "terms.csv:2" in err) == (0, True)
    rows = (tmp_path / "terms" / "terms.csv").read_text(encoding="utf-8").splitlines()
    assert rows == [",".join(COLUMNS), out.strip()]
    code, out, err = run(str(article), "--glossary", str(tmp_path / "terms"))
    assert (code, out, "has every name" in err) == (1, "", True)


def test_a_catalog_brings_its_translations() -> None:
    """From a PO file, the msgstr is the pairing."""
    catalog = ROOT / "locales" / "ja" / "LC_MESSAGES" / "2026-02-26-hcm-city-yamaguchi.po"
    found = candidates(passages([catalog]), Glossary(()))
    assert {"vi": "Võ Văn Minh", "ja": "ヴォー・ヴァン・ミン"}.items() <= next(
        c.names.items() for c in found if c.names.get("vi") == "Võ Văn Minh"
    )


def test_the_projects_catalogs_pair_an_article() -> None:
    """An article's sentences are looked up in the catalogs that translated them."""
    found = candidates(passages([ROOT / "articles" / "2026-02-26-hcm-city-yamaguchi.vi.txt"], LOCALES), Glossary(()))
    names = {c.names["vi"]: c.names for c in found if "vi" in c.names}
    assert names["Muraoka Tsugumasa"] == {"vi": "Muraoka Tsugumasa", "en": "Muraoka Tsugumasa", "ja": "村岡嗣政"}
