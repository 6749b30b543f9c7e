"""Names: katakana by the conventions, and the way back."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from click.testing import CliRunner

from toolkit.cli.transcribe import command
from toolkit.names import in_katakana, romanise, spellings, transcribe
from toolkit.names.katakana import plain
from toolkit.names.person import is_japanese, is_vietnamese
from toolkit.names.syllable import TONES, onsets, parse, readings, rimes

if TYPE_CHECKING:
    from toolkit.names.katakana import Style

# What the ministry, the embassy and newspapers print; the sources stand in glossary/people_names.csv and NOTICE.
PEOPLE = [
    ("Phạm Quang Hiệu", "ファム・クアン・ヒエウ"),
    ("Phạm Minh Chính", "ファム・ミン・チン"),
    ("Tô Lâm", "トー・ラム"),
    ("Nguyễn Phú Trọng", "グエン・フー・チョン"),
    ("Võ Văn Thưởng", "ヴォー・ヴァン・トゥオン"),
    ("Bùi Thanh Sơn", "ブイ・タイン・ソン"),
    ("Phạm Thị Thanh Trà", "ファム・ティ・タイン・チャー"),
    ("Trần Hồng Hà", "チャン・ホン・ハー"),
    ("Vũ Hồng Nam", "ヴー・ホン・ナム"),
    ("Lương Xuân Trường", "ルオン・スアン・チュオン"),
    ("Hồ Chí Minh", "ホー・チ・ミン"),
]
PLACES = [
    ("Thanh Hóa", "タインホア"),
    ("Bắc Ninh", "バクニン"),
    ("Phúc Yên", "フックイエン"),
    ("Bình Dương", "ビンズオン"),
    ("Cần Thơ", "カントー"),
    ("Điện Biên Phủ", "ディエンビエンフー"),
    ("Châu Đốc", "チャウドック"),
    ("Cái Răng", "カイラン"),
    ("Hà Nội", "ハノイ"),
    ("Buôn Ma Thuột", "バンメトート"),
]


def syllables() -> list[str]:
    """Every syllable that the spelling allows, in every tone (tones that a final stop forbids do no harm)."""
    spelt = []
    for onset in onsets():
        for rime in rimes():
            word = (onset if onset != "-" else "") + rime
            if "/" not in onset and parse(word):
                spelt += [unicodedata.normalize("NFC", word + tone) for tone in TONES]
    return spelt


SYLLABLES = syllables()
KATAKANA = frozenset("ー" + "".join(chr(code) for code in range(ord("ァ"), ord("ヴ") + 1)))


@pytest.mark.parametrize(("name", "katakana"), PEOPLE)
def test_people_are_written_as_diplomats_write_them(name: str, katakana: str) -> None:
    """The first form is the ministry's."""
    assert transcribe(name)[0] == katakana


@pytest.mark.parametrize(("name", "katakana"), PLACES)
def test_places_are_written_without_dots(name: str, katakana: str) -> None:
    """A place is one word; ッ falls where maps drop it."""
    assert transcribe(name, "place")[0] == katakana


def test_the_press_writes_v_with_b() -> None:
    """The asked style comes first, the other after it, and there are at most four forms."""
    assert transcribe("Võ Văn Thưởng", style="press")[:2] == ["ボー・バン・トゥオン", "ヴォー・ヴァン・トゥオン"]
    assert all(1 <= len(transcribe(name)) <= 4 for name, _ in PEOPLE)


def test_every_syllable_has_katakana() -> None:
    """Whatever the spelling allows is written with valid katakana, and no letter is left over."""
    assert len(SYLLABLES) > 6_700
    for syllable in SYLLABLES:
        for kind in ("person", "place"):
            forms = transcribe(syllable, kind)
            if len(syllable) > 1:
                assert forms, syllable
            assert all(set(form) <= KATAKANA and form[0] not in "ーッァィゥェォャュョン" for form in forms), syllable


def test_tones_case_and_normal_form_change_nothing() -> None:
    """Japanese hears no tone, and a name is the same in capitals and in NFD."""
    for name, _ in PEOPLE + PLACES:
        level = "".join(c for c in unicodedata.normalize("NFD", name) if c not in TONES)
        assert transcribe(unicodedata.normalize("NFD", name)) == transcribe(name)
        assert transcribe(name.upper()) == transcribe(name)
        if name not in ("Hồ Chí Minh", "Nguyễn Phú Trọng"):  # established forms belong to one name
            assert transcribe(level)[0] == transcribe(name)[0] or "Thị" in name


def test_every_syllable_comes_back() -> None:
    """The way back knows, for each form, a syllable that is written so."""
    for syllable in {s for s in SYLLABLES if len(s) > 1 and s == unicodedata.normalize("NFC", s)}:
        form = transcribe(syllable)[0]
        back = spellings(form)
        assert back, (syllable, form)
        assert any(form in transcribe(word) for word in back), (syllable, form, back)


@pytest.mark.parametrize(("name", "katakana"), PEOPLE)
def test_the_way_back_ranks_common_names_first(name: str, katakana: str) -> None:
    """The spelling of a well-known name is among those offered for its katakana."""
    assert name in spellings(katakana)


def test_what_is_not_vietnamese_stays() -> None:
    """Initials and foreign parts are kept, a name that holds nothing Vietnamese gives nothing."""
    assert transcribe("Nguyễn Văn A")[0] == "グエン・ヴァン・A"
    assert transcribe("Smith") == []
    assert transcribe("") == []
    assert spellings("スミス") == []


def test_without_diacritics_the_readings_are_offered() -> None:
    """Pham Quang Hieu can be read one way in katakana, Dang two."""
    assert transcribe("Pham Quang Hieu") == ["ファム・クアン・ヒエウ"]
    assert {"ダン", "ザン"} <= {transcribe(word)[0] for word in ("Đặng", "Dạng")}
    assert {reading.onset for reading in readings("Dang")} == {"d", "đ"}


@pytest.mark.parametrize(
    ("kana", "want"),
    [
        ("いしば しげる", "Ishiba Shigeru"),
        ("たかいち さなえ", "Takaichi Sanae"),
        ("いのうえ しんじ", "Inoue Shinji"),
        ("おおたに しょうへい", "Otani Shohei"),
        ("きっかわ けいいち", "Kikkawa Keiichi"),
        ("ハットリ ユウコ", "Hattori Yuko"),
    ],
)
def test_japanese_names_are_romanised_without_macrons(kana: str, want: str) -> None:
    """Family name first, as VNA has it; given name first on request."""
    assert romanise(kana) == want
    assert romanise(kana, "given") == " ".join(reversed(want.split()))


def test_kanji_are_never_guessed() -> None:
    """Only a reading can be romanised."""
    assert romanise("石破 しげる") == ""


def test_romanised_names_become_readable() -> None:
    """Katakana as an aid to reading; a name that is no Japanese gives nothing."""
    assert in_katakana("Daisuke Nakaoka") == "ダイスケ・ナカオカ"
    assert in_katakana("Jun'ichi Hatchobori") == "ジュンイチ・ハッチョボリ"
    assert in_katakana("Nguyễn Văn") == ""


def attested(kind: str) -> list[list[str]]:
    """Names as they were printed in Japan, from the fixture: Vietnamese, katakana, kind, style, source."""
    path = Path(__file__).parent / "golden" / "names" / "attested.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [row for row in rows if row[2] == kind]


def test_printed_names_of_people_are_reached() -> None:
    """Of the people that newspapers printed, nine in ten are exactly among the forms, and the first is nearly right."""
    rows = attested("person")
    exact = [ja in transcribe(vi, "person", cast("Style", style)) for vi, ja, _, style, _ in rows]
    first = [plain(transcribe(vi, "person", cast("Style", style))[0]) == plain(ja) for vi, ja, _, style, _ in rows]
    assert len(rows) > 100
    assert sum(exact) >= 0.95 * len(rows)
    assert sum(first) >= 0.97 * len(rows)


def test_printed_names_of_places_are_reached() -> None:
    """The same of places, which maps shorten now and then."""
    rows = attested("place")
    exact = [ja in transcribe(vi, "place", cast("Style", style)) for vi, ja, _, style, _ in rows]
    first = [plain(transcribe(vi, "place", cast("Style", style))[0]) == plain(ja) for vi, ja, _, style, _ in rows]
    assert len(rows) > 100
    assert sum(exact) >= 0.95 * len(rows)
    assert sum(first) >= 0.97 * len(rows)


def test_what_is_printed_against_the_rules_is_offered_last() -> None:
    """The conventions come first; older and shorter habits after both houses."""
    assert transcribe("Nguyễn Phú Trọng") == [
        "グエン・フー・チョン",
        "グエン・フ・チョン",
        "グェン・フー・チョン",
    ]
    assert transcribe("Nông Đức Mạnh")[:3] == ["ノン・ドゥック・マイン", "ノン・ドゥク・マイン", "ノン・ドク・マイン"]
    assert transcribe("Nguyễn Văn Việt", style="press")[0] == "グエン・バン・ベト"


def test_a_letter_inside_a_name_is_a_syllable() -> None:
    """A is an initial where a newspaper hides a name, and a syllable in names of the mountains."""
    assert transcribe("Trần Văn A")[0] == "チャン・ヴァン・A"
    assert transcribe("Hầu A Lềnh")[0] == "ハウ・アー・レン"
    assert transcribe("A Lưới", "place")[0] == "アルオイ"


def test_the_reading_of_the_other_region_is_offered() -> None:
    """R is ラ in places of the south and the centre, ザ in the north: both are offered."""
    assert transcribe("Hàm Rồng", "place")[0] == "ハムロン"
    assert "ナジ" in transcribe("Na Rì", "place")


def test_a_foreign_part_leaves_the_readings_of_the_others() -> None:
    """A part that is not Vietnamese hides no reading of one that has several."""
    assert len(transcribe("Dang Smith")) > 1


def test_houses_differ_in_nothing_that_is_a_name() -> None:
    """ヴ or バ, long or short, ッ or none: plain forms are the same."""
    for name, _ in PEOPLE:
        forms = {plain(form) for style in ("mofa", "press") for form in transcribe(name, "person", style)[:1]}
        assert len(forms) == 1, name


@pytest.mark.parametrize(
    ("words", "vietnamese", "japanese"),
    [
        ("Nguyễn Minh Vũ", True, False),
        ("Nguyen Minh Vu", True, False),
        ("Obuchi Yuko", False, True),
        ("Yoyogi Park", False, False),
        ("Zoran Zaev", False, False),
        ("Phạm", False, False),
    ],
)
def test_a_name_shows_whose_it_is(words: str, vietnamese: bool, japanese: bool) -> None:
    """A family name and syllables make a Vietnamese name, two romanised words a Japanese one."""
    assert is_vietnamese(words.split()) is vietnamese
    assert is_japanese(words.split()) is japanese


def test_a_hundred_thousand_names_take_no_longer_than_their_letters() -> None:
    """Transcribing grows with the number of names: twice as many take about twice as long."""
    names = [f"{a} {b} {c}" for a, _ in PEOPLE for b, _ in PEOPLE for c, _ in PEOPLE]

    def cost(batch: list[str]) -> float:
        start = time.process_time()
        for name in batch:
            transcribe(name)
        return time.process_time() - start

    cost(names)
    once, twice = min(cost(names) for _ in range(3)), min(cost(names * 2) for _ in range(3))
    assert twice < 4 * once


@pytest.mark.parametrize(
    ("args", "code", "want"),
    [
        (["Phạm", "Quang", "Hiệu"], 0, ["ファム・クアン・ヒエウ"]),
        (["Vĩnh Phúc", "--kind", "place", "--style", "press"], 0, ["ビンフック", "ヴィンフック"]),
        (["--from", "ja", "いしば しげる", "--order", "given"], 0, ["Shigeru Ishiba"]),
        (["--from", "ja", "石破茂"], 0, ["Ishiba Shigeru"]),
        (["--from", "ja", "Ishiba Shigeru"], 0, ["石破茂", "イシバ・シゲル"]),
        (["--from", "ja", "山田花子"], 1, []),
        (["Smith"], 1, []),
    ],
)
def test_the_command_answers_on_stdout(args: list[str], code: int, want: list[str]) -> None:
    """Forms on stdout, one a line; kanji only where the glossary knows the person; 1 where nothing can be said."""
    result = CliRunner().invoke(command, args)
    assert (result.exit_code, result.stdout.splitlines()) == (code, want)


def test_a_name_without_diacritics_is_read_with_a_warning() -> None:
    """The likeliest reading first, and a word on stderr."""
    result = CliRunner().invoke(command, ["Dang Van Lam"])
    assert result.stdout.splitlines()[0] == "ダン・ヴァン・ラム"
    assert "diacritics" in result.stderr
