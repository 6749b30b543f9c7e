"""Sentences of translated articles find each other, whatever a desk has done to them."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import shutil
import sys
import time
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest
from click.testing import CliRunner

from toolkit import Bead, Catalog, Glossary, align, check, pair_score, read_article, render
from toolkit.alignment import sound
from toolkit.alignment.articles import align_articles
from toolkit.alignment.attest import attest
from toolkit.alignment.catalogs import merged, to_catalog
from toolkit.alignment.job import align_versions, read_pairs
from toolkit.alignment.page import to_html
from toolkit.alignment.propose import propose
from toolkit.alignment.words import table, words
from toolkit.cli.align import command
from toolkit.cli.glossary.attest import command as attest_command
from toolkit.errors import InputError, UnknownLanguageError
from toolkit.glossary.concept import Concept, Status, Term
from toolkit.lang import LANGUAGES
from toolkit.memory import Pair
from toolkit.memory.tmx import read_tmx

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from click.testing import Result

    from toolkit.alignment.articles import Aligned

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "articles"
NAMES = ("2025-05-31-vietnam-festival", "2025-12-04-vice-ministers", "2026-02-26-hcm-city-yamaguchi")

#: One story as three desks print it, each sentence on its own.
VI = [
    "Ngày 14/3, một trận động đất mạnh 6,4 độ làm rung chuyển tỉnh Kumamoto.",
    "Cảnh sát cho biết 27 người bị thương.",
    "“Tôi chưa bao giờ sợ như vậy”, bà Yamada, 68 tuổi, nói.",
    "Chính phủ đã gửi 1.200 binh sĩ đến vùng bị nạn.",
    "Các trường học sẽ đóng cửa cho đến thứ Hai.",
    "Đại sứ Phạm Quang Hiệu đã gửi lời thăm hỏi.",
]
JA = [
    "14日、マグニチュード6.4の強い地震が熊本県を揺らした。",
    "警察によると27人が負傷した。",
    "「こんなに怖い思いをしたことはない」と山田さん（68）は話す。",
    "政府は被災地に兵士1200人を派遣した。",
    "学校は月曜日まで休校となる。",
    "ファム・クアン・ヒエウ大使はお見舞いの言葉を送った。",
]


@cache
def glossary() -> Glossary:
    """The curated glossary, loaded once."""
    return Glossary.load()


@cache
def bench() -> ModuleType:
    """The script that disturbs and measures, as ``python benchmarks/align.py`` runs it."""
    spec = importlib.util.spec_from_file_location("bench_align", ROOT / "benchmarks" / "align.py")
    assert spec
    assert spec.loader
    module = sys.modules["bench_align"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(beads: Iterable[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def vi_ja(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return found(align(source, target, "vi", "ja", glossary()))


def aligned(name: str, source: str, target: str) -> Aligned:
    one, other = (read_article(ARTICLES / f"{name}.{code}.txt") for code in (source, target))
    return align_articles(one, other, glossary())


def test_a_faithful_translation_is_aligned_one_to_one() -> None:
    """Numbers, dates, names in katakana, words of the trade: every sentence finds its own."""
    assert vi_ja(VI, JA) == [((at,), (at,)) for at in range(6)]


def test_joined_sentences_are_one_bead() -> None:
    """Two sentences that the desk made one of stay together."""
    target = [JA[0], JA[1] + JA[2], *JA[3:]]
    assert ((1, 2), (1,)) in vi_ja(VI, target)


def test_a_split_sentence_is_one_bead() -> None:
    """One sentence that became two is found with both."""
    first, second = "14日、強い地震が熊本県を揺らした。", "地震の規模はマグニチュード6.4。"
    assert ((0,), (0, 1)) in vi_ja(VI, [first, second, *JA[1:]])


def test_what_the_desk_dropped_stands_alone() -> None:
    """A sentence without a counterpart is a bead with an empty side, on either side."""
    assert vi_ja(VI, [*JA[:3], *JA[4:]])[3] == ((3,), ())
    assert ((), (3,)) in vi_ja([*VI[:3], *VI[4:]], JA)


def test_a_foreign_sentence_is_given_to_nobody() -> None:
    """A sentence of another story that crept in is left open."""
    target = [*JA[:2], "プロ野球は28日に開幕し、12球団が優勝を争う。", *JA[2:]]
    assert ((), (2,)) in vi_ja(VI, target)


def test_swapped_and_moved_sentences_cross() -> None:
    """Order is a habit, not a law: neighbours that changed places and a paragraph that went to the front are found."""
    assert {((1,), (2,)), ((2,), (1,))} <= set(vi_ja(VI, [JA[0], JA[2], JA[1], *JA[3:]]))
    assert {((4,), (0,)), ((5,), (1,)), ((0,), (2,))} <= set(vi_ja(VI, [*JA[4:], *JA[:4]]))


@pytest.mark.parametrize(("source", "target"), list(permutations(LANGUAGES, 2)))
def test_the_samples_are_aligned_in_all_directions(source: str, target: str) -> None:
    """Headlines and datelines included, each sentence of the sample articles finds its own."""
    for name in NAMES:
        result = aligned(name, source, target)
        assert found(result.beads) == [((at,), (at,)) for at in range(len(result.ours))]
        assert result.score > 0.9


def test_disturbed_samples_are_aligned_and_length_alone_fails() -> None:
    """With a fifth of the sentences disturbed, nearly all beads are right; an aligner by length loses a third."""
    runs = [bench().measure(bench().samples(), 0.2, seed, glossary(), peers=seed == 1) for seed in (1, 2, 3)]
    ours = [run["vje"]["all"] for run in runs]
    assert sum(ours) / len(ours) >= 0.96
    assert runs[0]["Gale-Church, tuned"]["all"] < runs[0]["vje"]["all"] - 0.2


def test_a_pair_is_told_from_strangers() -> None:
    """A disturbed translation is accepted; another article, also one about the same two countries, is refused."""
    accepted, refused = bench().verdicts(bench().samples(), 0.2, 5, glossary())
    assert accepted == 1
    assert refused == 1


def test_the_same_without_a_glossary() -> None:
    """Whoever has no glossary yet is served, too."""
    assert found(align(VI, JA, "vi", "ja")) == [((at,), (at,)) for at in range(6)]
    assert pair_score(VI, JA, "vi", "ja", Glossary()) > 0.5


def test_nothing_is_aligned_with_nothing() -> None:
    """An empty side is no error: everything is left over."""
    assert found(align([], JA[:2], "vi", "ja")) == [((), (0,)), ((), (1,))]
    assert found(align(VI[:1], [], "vi", "ja")) == [((0,), ())]
    assert align([], [], "vi", "ja") == []
    assert pair_score([], [], "vi", "ja") == 0
    assert len(align(["", "!"], ["", "…"], "vi", "ja")) >= 2


def test_an_unknown_language_is_an_error() -> None:
    """A language without a record cannot be aligned."""
    with pytest.raises(UnknownLanguageError):
        align(VI, JA, "vi", "xx")


def test_a_long_text_costs_hardly_more_than_its_parts() -> None:
    """Four times the sentences cost about four times the time, not sixteen times."""

    def story(size: int) -> tuple[list[str], list[str]]:
        places = range(size)
        return (
            [f"Ngày thứ {at}, có {at * 7919 % 100_003} người đến thăm phòng {at + 17}." for at in places],
            [f"{at}日目、{at + 17}号室を{at * 7919 % 100_003}人が訪れた。" for at in places],
        )

    costs = {}
    for size in (300, 1200):
        source, target = story(size)
        before = time.process_time()
        beads = align(source, target, "vi", "ja")
        costs[size] = time.process_time() - before
        assert sum(bead.source == bead.target for bead in beads) > 0.98 * size
    assert costs[1200] < 9 * costs[300]


@pytest.mark.parametrize(
    ("latin", "kana"),
    [
        ("Massachusetts", "マサチューセッツ"),
        ("Washington", "ワシントン"),
        ("Brexit", "ブレグジット"),
        ("George", "ジョージ"),
        ("Elizabeth", "エリザベス"),
        ("Philippines", "フィリピン"),
        ("video", "ビデオ"),
    ],
)
def test_names_sound_alike(latin: str, kana: str) -> None:
    """A name is recognised by its consonants, in Latin letters and in katakana."""
    one, other = sound.of_latin(latin), sound.of_katakana(kana)
    assert sound.same(one, other) or one.startswith(other)


def test_the_word_list_is_complete() -> None:
    """Every row has words in every language, and each is found in its language."""
    assert len(table()) > 400
    for number, row in enumerate(table()):
        for code, forms in row.items():
            assert forms, row
            assert any(number in words(code).rows(form) for form in forms), (code, forms)


def test_catalogs_say_what_the_desk_did() -> None:
    """Joined sentences carry with-next, dropped ones omit; rendered, the catalog gives the published text back."""
    source = read_article("\n\n".join(["Động đất tại Kumamoto", *VI]) + "\n", "vi")
    joined = "警察によると27人が負傷し、山田さん（68）は「こんなに怖い思いをしたことはない」と話す。"
    kept = [JA[0], joined, JA[4], JA[5]]
    target = read_article("\n\n".join(["熊本で地震", *kept]) + "\n", "ja")
    result = align_articles(source, target, glossary())
    catalog = to_catalog(result, glossary())
    told = {message.msgid: message for message in catalog}
    assert told[VI[1]].directives == {"with-next"}
    assert told[VI[1]].msgstr == joined
    assert told[VI[2]].msgstr == ""
    assert told[VI[3]].directives == {"omit"}
    assert not told[VI[0]].fuzzy
    seen = polib.pofile(str(catalog)).find(VI[4])
    assert seen is not None
    assert seen.msgstr == JA[4]
    for text in kept:
        assert text in render(source, catalog)
    assert JA[3] not in render(source, catalog)


def test_the_third_language_stands_in_the_notes() -> None:
    """Three versions at once give catalogs in which each message shows the third."""
    versions = [read_article(ARTICLES / f"{NAMES[1]}.{code}.txt") for code in ("ja", "vi", "en")]
    to_vi, to_en, _ = align_versions(versions, glossary())
    catalog = to_catalog(to_vi, glossary(), others=[to_en])
    english = [entry.msgid for entry in to_en.theirs]
    notes = [note.removeprefix("en: ") for message in catalog for note in message.notes if note.startswith("en: ")]
    assert len(notes) > 0.8 * len(english)
    assert set(notes) <= set(english)
    assert [f for f in check(catalog, glossary()) if f.severity == "error"] == []


def test_a_translators_work_is_kept(tmp_path: Path) -> None:
    """A catalog that exists is filled where it is empty, and nothing in it is overwritten; twice writes nothing."""
    path = tmp_path / "a.po"
    result = aligned(NAMES[0], "vi", "ja")
    mine = to_catalog(result, glossary())
    for message in mine:
        message.msgstr, message.fuzzy = "", False
    mine.messages[2].msgstr = "私の訳。"
    mine.save(path)
    catalog = merged(to_catalog(result, glossary()), path)
    assert catalog.save(path)
    again = Catalog.load(path)
    assert again.messages[2].msgstr == "私の訳。"
    assert all(message.filled for message in again)
    assert not merged(to_catalog(result, glossary()), path).save(path)


def test_the_page_shows_where_to_look() -> None:
    """Both columns with their places, doubt and moves; nothing in it is markup by accident, nothing from a network."""
    source = read_article("Tin <b>\n\n" + "\n\n".join(VI) + "\n", "vi")
    target = read_article("ニュース\n\n" + "\n\n".join([*JA[4:], *JA[:4]]) + "\n", "ja")
    page = to_html([align_articles(source, target, glossary())])
    assert "Tin &lt;b&gt;" in page
    assert "⤨" in page
    assert page.count("<td lang=") == 2 * page.count('<td class="how">')
    assert "http" not in page


def articles(folder: Path, *codes: str) -> Path:
    folder.mkdir(parents=True)
    for code in codes:
        for path in ARTICLES.glob(f"*.{code}.txt"):
            shutil.copy(path, folder)
    return folder


def run(*words_: str | Path) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words_])


def test_align_writes_every_form(tmp_path: Path) -> None:
    """One run writes catalogs, a memory, records and a page; the memory can be read back."""
    versions = [ARTICLES / f"{NAMES[2]}.{code}.txt" for code in ("vi", "ja", "en")]
    outs = [tmp_path / "locales", *(tmp_path / f"a.{suffix}" for suffix in ("tmx", "jsonl", "html"))]
    result = run(*versions, *(word for out in outs for word in ("--out", out)))
    assert result.exit_code == 0, result.output
    for code in ("ja", "en"):
        catalog = Catalog.load(outs[0] / code / "LC_MESSAGES" / f"{NAMES[2]}.po")
        assert all(message.filled for message in catalog)
    memory = list(read_tmx(outs[1]))
    assert {(pair.source_lang, pair.target_lang) for pair in memory} == {("vi", "ja"), ("vi", "en"), ("ja", "en")}
    rows = [json.loads(line) for line in outs[2].read_text(encoding="utf-8").splitlines()]
    assert all(row["kind"] == "1-1" and len(row["source"]) == len(row["source_line"]) == 1 for row in rows)
    assert "Yamaguchi" in outs[3].read_text(encoding="utf-8")


def test_without_out_the_beads_are_printed() -> None:
    """A look before anything is written."""
    result = run(*(ARTICLES / f"{NAMES[0]}.{code}.txt" for code in ("ja", "vi")))
    assert result.exit_code == 0
    assert result.output.count("1-1  ") == len(aligned(NAMES[0], "ja", "vi").ours)


def test_an_archive_is_paired_and_aligned(tmp_path: Path) -> None:
    """--find proposes the table that --pairs reads; a pair that is none is named, written nowhere, and exits with 1."""
    one, other = articles(tmp_path / "old-ja", "ja"), articles(tmp_path / "old-vi", "vi", "en")
    found_ = run("--find", one, other, "--out", tmp_path / "pairs.tsv")
    assert found_.exit_code == 0, found_.output
    table_ = (tmp_path / "pairs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table_.splitlines()]
    assert len(rows) == 2 * len(NAMES)
    assert all(Path(a).name.split(".")[0] == Path(b).name.split(".")[0] for a, b, _ in rows)
    wrong = f"old-ja/{NAMES[0]}.ja.txt\told-vi/{NAMES[1]}.vi.txt\n"
    (tmp_path / "pairs.tsv").write_text("# archive\n\n" + rows[0][0] + "\t" + rows[0][1] + "\n" + wrong, "utf-8")
    result = run("--pairs", tmp_path / "pairs.tsv", "--out", tmp_path / "a.tmx")
    assert result.exit_code == 1
    assert f"{NAMES[0]} ja-vi: NOT translations" in result.stderr
    assert {pair.origin for pair in read_tmx(tmp_path / "a.tmx")} == {Path(rows[0][0]).name.split(".")[0]}


def test_find_tells_nothing_where_nothing_belongs_together(tmp_path: Path) -> None:
    """Articles of other days and things are not proposed."""
    one = [read_article(ARTICLES / f"{NAMES[0]}.vi.txt")]
    assert propose(one, [read_article(ARTICLES / f"{name}.ja.txt") for name in NAMES[1:]], glossary()) == []
    assert propose(one, one, glossary()) == []
    assert run("--find", articles(tmp_path / "a", "ja"), articles(tmp_path / "b")).exit_code == 1


def test_wrong_use_is_explained(tmp_path: Path) -> None:
    """A wrong number of articles, one language twice, a table that names nothing: each is said."""
    assert run(ARTICLES / f"{NAMES[0]}.ja.txt").exit_code == 2
    assert run("--find", tmp_path).exit_code == 2
    with pytest.raises(InputError, match="as the other one is"):
        aligned(NAMES[0], "ja", "ja")
    (tmp_path / "t.tsv").write_text("a.txt\n", "utf-8")
    with pytest.raises(InputError, match="two or three"):
        list(read_pairs(tmp_path / "t.tsv"))
    (tmp_path / "t.tsv").write_text("a.txt\tb.txt\n", "utf-8")
    with pytest.raises(InputError, match="there is no file"):
        list(read_pairs(tmp_path / "t.tsv"))


def small() -> Glossary:
    """A glossary with a festival whose newer Japanese name it does not have yet."""

    def term(text: str, lang: str, status: Status = Status.PREFERRED) -> Term:
        return Term(text, lang, status)

    return Glossary(
        [
            Concept("event.lantern", "event", "VN", (term("Lễ hội Đèn lồng", "vi"), term("灯籠祭", "ja"))),
            Concept(
                "vn.city.hoi-an",
                "place.city",
                "VN",
                (term("Hội An", "vi"), term("ホイアン", "ja"), term("会安", "ja", Status.ADMITTED)),
            ),
        ]
    )


LANTERNS = [
    Pair("Lễ hội Đèn lồng mở ở Hội An.", "ホイアンでランタンフェスティバルが開かれた。", "vi", "ja", "a1"),
    Pair("Khách thích Lễ hội Đèn lồng.", "客はランタンフェスティバルを楽しんだ。", "vi", "ja", "a2"),
    Pair("Lễ hội Đèn lồng kết thúc.", "灯籠祭が終わった。", "vi", "ja", "a3"),
    Pair("Hội An có mưa.", "会安は雨だった。", "vi", "ja", "a3"),
    Pair("Giá vé không tăng.", "入場料は据え置かれた。", "vi", "ja", "a4"),
]


def test_attest_counts_and_proposes_with_evidence() -> None:
    """Forms are counted as they stand; what two translations write instead is proposed, with sentences and sources."""
    said = {(entry.concept.id, entry.lang): entry for entry in attest(LANTERNS, small())}
    festival = said["event.lantern", "ja"]
    assert festival.times == 3
    assert [(form.text, form.count) for form in festival.forms] == [("灯籠祭", 1)]
    assert festival.missing.count == 2
    assert [(form.text, form.count, form.origins) for form in festival.proposed] == [
        ("ランタンフェスティバル", 2, ("a1", "a2"))
    ]
    assert festival.proposed[0].sentences[0][:2] == (LANTERNS[0].source, LANTERNS[0].target)
    forms = {form.text: form.status for form in said["vn.city.hoi-an", "ja"].forms}
    assert forms == {"ホイアン": Status.PREFERRED, "会安": Status.ADMITTED}


def test_attest_at_the_terminal(tmp_path: Path) -> None:
    """What align writes, attest reads: text for people, CSV and JSON for programs."""
    versions = [str(ARTICLES / f"{NAMES[0]}.{code}.txt") for code in ("vi", "ja")]
    assert run(*versions, "--out", tmp_path / "a.tmx").exit_code == 0
    base = [str(tmp_path / "a.tmx"), "--to", "ja"]
    runner = CliRunner()
    text = runner.invoke(attest_command, base)
    assert text.exit_code == 0, text.output
    assert "country.vn  ja" in text.output
    rows = list(csv.DictReader(io.StringIO(runner.invoke(attest_command, [*base, "--format", "csv"]).output)))
    vietnam = next(row for row in rows if row["id"] == "country.vn" and row["form"] == "ベトナム")
    assert vietnam["source"] == NAMES[0]
    assert "ベトナム" in vietnam["translation"]
    told = json.loads(runner.invoke(attest_command, [*base, "--format", "json", "--id", "country.vn"]).output)
    assert [entry["id"] for entry in told] == ["country.vn"]
    assert runner.invoke(attest_command, [*base, "--least", "1000"]).exit_code == 1


def test_the_day_of_the_article_decides_between_namesakes() -> None:
    """The aligner takes the day along to the glossary."""
    assert found(align(VI, JA, "vi", "ja", glossary(), on=date(2026, 3, 14))) == found(align(VI, JA, "vi", "ja"))
