"""Hints in the notes: people, dates and numbers that a translator would otherwise look up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from toolkit import Glossary, extract, read_article
from toolkit.catalog.hints import dates, news_date, numbers
from toolkit.catalog.notes import Context
from toolkit.config import Config
from toolkit.figures import may_be_large
from toolkit.glossary.houses import House
from toolkit.glossary.lint import lint
from toolkit.glossary.table.row import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

FRIDAY = date(2024, 11, 1)
HEADER = ",".join(COLUMNS)


def hints(text: str, target: str, lang: str, glossary: Glossary | None = None) -> list[str]:
    """The lines about people of an article whose paragraphs are the lines of *text*."""
    article = read_article("Title\n\n" + "\n\n".join(text.splitlines()) + "\n", lang)
    catalog = extract(article, target, glossary if glossary is not None else Glossary(()))
    return [note for message in catalog for note in message.notes if note.startswith("Name: ")]


def layer(tmp_path: Path, *rows: str) -> Glossary:
    """A glossary of these rows."""
    (tmp_path / "people.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return Glossary.load(tmp_path)


def row(**cells: str) -> str:
    """A row with these cells."""
    return ",".join(cells.get(column, "") for column in COLUMNS)


HIEU = row(
    id="person.vn.hieu", subject="person", country="VN", en="Phạm Quang Hiệu", vi="Phạm Quang Hiệu",
    ja="ファム・クアン・ヒエウ", source="s", confidence="single",
)  # fmt: skip
AMBASSADOR = row(
    id="title.ambassador", subject="title.diplomatic", en="Ambassador", vi="Đại sứ", ja="大使", ja_reading="たいし",
    source="s", confidence="single",
)  # fmt: skip


def context(text: str, target: str, lang: str = "en", on: date | None = FRIDAY, house: House | None = None) -> Context:
    """A sentence of an article of that day."""
    return Context(text, lang, target, on, houses={target: house} if house else {})


def test_an_unknown_name_is_transcribed() -> None:
    """Whom the glossary does not know comes with a transcription that says that it is one."""
    assert hints("Minister Nguyễn Minh Vũ spoke.", "ja", "en") == [
        "Name: Nguyễn Minh Vũ = グエン・ミン・ヴー (transcribed, not verified)"
    ]
    [line] = hints("グエン・ミン・ヴー外務次官が述べた。", "vi", "ja")
    assert line.startswith("Name: グエン・ミン・ヴー = Nguyễn Minh Vũ")


def test_a_known_name_has_its_term(tmp_path: Path) -> None:
    """At the first mention the term says everything."""
    assert hints("Phạm Quang Hiệu spoke.", "ja", "en", layer(tmp_path, HIEU)) == []


def test_kanji_are_not_guessed() -> None:
    """A Japanese name is handed to the translator; a second mention adds nothing."""
    text = "Governor Muraoka Tsugumasa spoke.\nMuraoka agreed."
    assert hints(text, "ja", "en") == ["Name: Muraoka Tsugumasa (Japanese: find how it is written)"]
    assert hints("村岡嗣政知事が述べた。", "vi", "ja") == ["Name: 村岡嗣政 (Japanese: find how it is read)"]


def test_the_same_letters_need_no_hint() -> None:
    """From Vietnamese to English a name stays as it is; without its diacritics, Vietnamese needs them back."""
    assert hints("Ông Nguyễn Minh Vũ phát biểu.", "en", "vi") == []
    assert hints("Pham Quang Hieu spoke.", "vi", "en") == ["Name: Pham Quang Hieu (Vietnamese: find its diacritics)"]


@pytest.mark.parametrize(
    ("target", "want"),
    [
        ("ja", ["Name: Hiệu = ヒエウ大使 (named before)"]),
        ("vi", ["Name: Hiệu = Đại sứ Phạm Quang Hiệu (named before)"]),
    ],
)
def test_a_second_mention_is_the_houses(tmp_path: Path, target: str, want: list[str]) -> None:
    """Japanese takes the given name and the office, Vietnamese repeats both; the first mention tells the office."""
    known = layer(tmp_path, HIEU, AMBASSADOR)
    assert hints("Ambassador Phạm Quang Hiệu spoke.\nMr Hiệu agreed.", target, "en", known) == want


def test_a_japanese_person_goes_by_the_family_name(tmp_path: Path) -> None:
    """Family and given name apart are the glossary's knowledge."""
    ishiba = row(
        id="person.jp.ishiba", subject="person", country="JP", en="Ishiba Shigeru", vi="Ishiba Shigeru", ja="石破茂",
        ja_reading="いしば しげる", source="s", confidence="single",
    )  # fmt: skip
    header = "id,family_en,given_en,family_vi,given_vi,family_ja,given_ja"
    parts = "person.jp.ishiba,Ishiba,Shigeru,Ishiba,Shigeru,石破,茂"
    (tmp_path / "people_names.csv").write_text(f"{header}\n{parts}\n", encoding="utf-8")
    known = layer(tmp_path, ishiba)
    assert hints("Ông Ishiba Shigeru phát biểu.\nÔng Ishiba đồng ý.", "ja", "vi", known) == [
        "Name: Ishiba = 石破氏 (named before)"
    ]


@pytest.mark.parametrize(
    ("sentence", "want"),
    [
        ("Chính phủ hai nước ký 5 văn kiện.", []),
        ("Tại Trụ sở Chính phủ, hai bên hội đàm.", []),
        ("Đại sứ, Chính phủ và nhân dân vui mừng.", []),
        ("“Ông Chính nói đúng”, bà nói.", ["Name: Chính = チン大使 (named before)"]),
        ("Đại sứ Chính cảm ơn.", ["Name: Chính = チン大使 (named before)"]),
    ],
)
def test_a_syllable_is_a_name_only_behind_what_people_are_called_by(
    tmp_path: Path, sentence: str, want: list[str]
) -> None:
    """In Vietnamese a given name may begin a common word: Chính phủ is the government."""
    chinh = row(
        id="person.vn.chinh", subject="person", country="VN", en="Phạm Minh Chính", vi="Phạm Minh Chính",
        ja="ファム・ミン・チン", source="s", confidence="single",
    )  # fmt: skip
    known = layer(tmp_path, chinh, AMBASSADOR)
    assert hints(f"Đại sứ Phạm Minh Chính phát biểu.\n{sentence}", "ja", "vi", known) == want


def test_the_country_is_no_part_of_a_short_title() -> None:
    """日本大使 of a pattern is 大使 beside a name that was said before."""
    text = "Đại sứ Nhật Bản Ito Naoki phát biểu.\nÔng Ito cảm ơn."
    assert hints(text, "ja", "vi", Glossary.load()) == ["Name: Ito = 伊藤大使 (named before)"]


def test_ho_chi_minh_goes_by_the_family_name(tmp_path: Path) -> None:
    """ホー主席 is the one Vietnamese whom Japanese calls by the family name."""
    ho = row(
        id="person.vn.ho", subject="person", country="VN", en="Hồ Chí Minh", vi="Hồ Chí Minh", ja="ホー・チ・ミン",
        source="s", confidence="single",
    )  # fmt: skip
    president = row(id="title.president", subject="title.state", en="President", vi="Chủ tịch", ja="主席",
                    ja_reading="しゅせき", source="s", confidence="single")  # fmt: skip
    text = "President Hồ Chí Minh spoke.\nHồ agreed."
    assert hints(text, "ja", "en", layer(tmp_path, ho, president)) == ["Name: Hồ = ホー主席 (named before)"]


@pytest.mark.parametrize(
    ("day", "on", "want"),
    [
        (date(2024, 11, 1), date(2024, 11, 4), ["Friday", "ngày 1/11", "1日"]),
        (date(2024, 10, 30), date(2024, 11, 15), ["October 30", "ngày 30/10", "10月30日"]),
        (date(2023, 11, 27), date(2024, 11, 4), ["November 27, 2023", "ngày 27/11/2023", "2023年11月27日"]),
    ],
)
def test_a_day_is_written_as_short_as_it_is_near(day: date, on: date, want: list[str]) -> None:
    """A weekday, the day alone, the month, the year: as the papers of each language do it."""
    assert [news_date(day, on, lang) for lang in ("en", "vi", "ja")] == want


def test_a_ministry_writes_the_month() -> None:
    """A house whose dates begin with the year does not leave the month to its reader."""
    formal = House("mofa-ja", "ja", "", dates="y年M月d日")
    assert news_date(FRIDAY, FRIDAY, "ja", formal) == "11月1日"


def test_a_weekday_is_the_last_one() -> None:
    """News looks back; what lies ahead or may lie ahead gets no hint rather than a wrong one."""
    assert list(dates(context("They met on Friday.", "ja"))) == ["Date: Friday = 1日"]
    assert list(dates(context("They met on Wednesday.", "vi"))) == ["Date: Wednesday = ngày 30/10"]
    assert list(dates(context("The fair runs until Sunday.", "ja"))) == []
    assert list(dates(context("They will meet on Monday.", "ja"))) == []
    assert list(dates(context("Lễ hội kéo dài đến hết Chủ nhật.", "ja", "vi"))) == []


def test_a_day_without_its_month_is_the_nearest() -> None:
    """On the last of May, 1日 is tomorrow."""
    assert list(dates(context("フェスティバルは1日まで。", "vi", "ja", date(2025, 5, 31)))) == ["Date: 1日 = ngày 1/6"]


def test_without_the_articles_day_there_is_no_hint() -> None:
    """A weekday means nothing then."""
    assert list(dates(context("They met on Friday.", "ja", on=None))) == []


@pytest.mark.parametrize(
    ("text", "lang", "target", "want"),
    [
        ("with over 10,000 Vietnamese residents", "en", "ja", "over 10,000 = 1万人以上"),
        ("about 180,000 visitors", "en", "ja", "about 180,000 = 約18万人"),
        ("hơn 43.700 tỷ đồng", "vi", "ja", "hơn 43.700 tỷ = 43兆7000億以上"),
        ("約18万人が訪れた", "ja", "vi", "約18万人 = khoảng 180.000"),
        ("43兆7000億円", "ja", "en", "43兆7000億 = 43.7 trillion"),
        ("nearly 2.5 million tonnes", "en", "vi", "nearly 2.5 million = gần 2,5 triệu"),
    ],
)
def test_large_numbers_are_written_out(text: str, lang: str, target: str, want: str) -> None:
    """What is grouped or scaled otherwise comes ready, with how rough it is and who is counted."""
    assert list(numbers(context(text, target, lang))) == [f"Number: {want}"]


@pytest.mark.parametrize("text", ["75 members of 47 prefectures", "in 2017", "on May 8, 2025", "1,500 people"])
def test_easy_numbers_get_no_hint(text: str) -> None:
    """Small figures, years and dates are written alike."""
    assert list(numbers(context(text, "ja"))) == []


def test_each_kind_of_hint_can_be_switched_off() -> None:
    """The config's ``notes`` names the kinds that a project wants."""
    article = read_article(
        "Title\n\nNovember 01, 2024 - 21:07\n\nMinister Nguyễn Minh Vũ met over 10,000 people on Friday.\n", "en"
    )
    heads = {"names": "Name", "dates": "Date", "numbers": "Number", "where": "Where"}
    for kinds in (*((kind,) for kind in heads), tuple(heads), ()):
        catalog = extract(article, "ja", Glossary(()), config=Config(notes=kinds))
        seen = {note.split(":")[0] for message in catalog for note in message.notes}
        assert seen == {heads[kind] for kind in kinds}


def test_the_linter_asks_about_unusual_katakana(tmp_path: Path) -> None:
    """A form that no convention leads to is a question, unless a curator says that it is established."""
    wrong = HIEU.replace("ヒエウ", "ヒュー")
    right = wrong.replace("person.vn.hieu", "person.vn.hieu-2").replace(",,,s,single", ",established,,,s,single")
    (tmp_path / "people.csv").write_text("\n".join((HEADER, wrong, right)) + "\n", encoding="utf-8")
    asked = [problem for problem in lint([tmp_path]) if problem.check == "katakana-unusual"]
    assert [(problem.line, problem.severity.value, problem.fix) for problem in asked] == [
        (2, "info", "ファム・クアン・ヒエウ")
    ]


def test_houses_may_differ_for_the_linter(tmp_path: Path) -> None:
    """ヴ or バ, ー or none, ッ or none is no question."""
    press = HIEU.replace("Phạm Quang Hiệu", "Võ Văn Thưởng").replace("ファム・クアン・ヒエウ", "ボ・バン・トゥオン")
    (tmp_path / "people.csv").write_text("\n".join((HEADER, press)) + "\n", encoding="utf-8")
    assert [problem for problem in lint([tmp_path]) if problem.check == "katakana-unusual"] == []


def test_a_western_person_goes_by_the_last_name(tmp_path: Path) -> None:
    """Given name first, so the last part is the family name: トランプ大統領. Where the order is unknown, no hint."""
    trump = row(id="person.us.t", subject="person", country="US", en="Donald Trump", vi="Donald Trump",
                ja="ドナルド・トランプ", source="s", confidence="single")  # fmt: skip
    kim = row(id="person.kp.k", subject="person", country="KP", en="Kim Jong Un", vi="Kim Jong Un", ja="金正恩",
              ja_reading="きむ じょんうん", source="s", confidence="single")  # fmt: skip
    president = row(id="title.president", subject="title.state", en="President", vi="Tổng thống", ja="大統領",
                    ja_reading="だいとうりょう", source="s", confidence="single")  # fmt: skip
    known = layer(tmp_path, kim, trump, president)
    text = "President Donald Trump met Kim Jong Un.\nTrump praised Kim."
    assert hints(text, "ja", "en", known) == ["Name: Trump = トランプ大統領 (named before)"]
    assert hints(text, "vi", "en", known) == ["Name: Trump = Tổng thống Trump (named before)"]


def test_what_is_neither_vietnamese_nor_japanese_is_left_alone() -> None:
    """No rule writes Pep Guardiola in katakana, and none reads ティム・バーナーズ・リー."""
    assert hints("Coach Pep Guardiola spoke.", "ja", "en") == []
    assert hints("ティム・バーナーズ・リー氏が述べた。", "en", "ja") == []


@pytest.mark.parametrize(
    ("lang", "text", "large"),
    [
        ("en", "On Nov. 1, 2024, 120 people came at 8:30.", False),
        ("en", "They paid 12,500 dong.", True),
        ("en", "They paid 5 million dong, or $3bn.", True),
        ("en", "Between 10 and two thousand came.", True),
        ("vi", "Có 1.234 người, tăng 3,5%.", False),
        ("vi", "Khoảng 2 nghìn tỷ đồng.", True),
        ("ja", "１２０人が来た。", False),
        ("ja", "３万人が来た。", True),
    ],
)
def test_a_quick_look_tells_where_large_numbers_may_be(lang: str, text: str, large: bool) -> None:
    """Where it says no, no number needs a hint in any language."""
    assert may_be_large(text, lang) is large
    if not large:
        assert [list(numbers(context(text, target, lang))) for target in ("en", "vi", "ja") if target != lang] == [
            [],
            [],
        ]
