"""Terms that come in: what a file is taken for, what it would change, and where it is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import glossary_rows as rows
import openpyxl
import pytest
from click.testing import CliRunner

from toolkit.cli.main import vje
from toolkit.errors import GlossaryError, InputError
from toolkit.exchange.formats import FORMATS, format_of
from toolkit.exchange.incoming import Incoming, Reading
from toolkit.exchange.plan import Kind, plan
from toolkit.glossary import Concept, Glossary
from toolkit.glossary.table.row import format_row

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return rows.write(tmp_path / "base", *rows.ALL)


def run(*args: object) -> tuple[str, str]:
    result = CliRunner().invoke(vje, [str(a) for a in args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def read(path: Path, text: str, **options: object) -> list[dict[str, str]]:
    path.write_text(text, encoding="utf-8")
    incoming = format_of(path).read(path, Reading(**options))  # type: ignore[arg-type]  # a test's own words
    return [{c: t for c, t in item.cells.items() if t} for item in incoming]


def test_a_spreadsheet_with_other_headings(tmp_path: Path) -> None:
    """--map says which of the columns are ours; languages are known by their names in any language."""
    text = "Tiếng Việt;日本語;Ghi chú;x\nBộ Công an;公安省;2025;-\n"
    assert read(tmp_path / "a.csv", text) == [{"vi": "Bộ Công an", "ja": "公安省", "note": "2025"}]
    columns = {"vi": "Tiếng Việt", "note": "4"}
    assert read(tmp_path / "a.csv", text, columns=columns) == [{"vi": "Bộ Công an", "note": "-"}]


def test_a_table_without_a_header_by_numbers(tmp_path: Path) -> None:
    """Columns that are all given by number mean that the first row is a row."""
    assert read(tmp_path / "a.tsv", "Bộ Công an\t公安省\n", columns={"vi": "1", "ja": "2"}) == [
        {"vi": "Bộ Công an", "ja": "公安省"}
    ]


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error lists what the file has, or what we have."""
    with pytest.raises(InputError, match=r"no column 'English'.*Anh, Nhật"):
        read(tmp_path / "a.csv", "Anh,Nhật\na,b\n", columns={"en": "English"})
    with pytest.raises(InputError, match="no column 'eng'"):
        read(tmp_path / "a.csv", "Anh,Nhật\na,b\n", columns={"eng": "Anh"})


def test_a_list_of_pairs_joins_lines_of_one_target(tmp_path: Path) -> None:
    """Two names with one translation are one concept; the first is the preferred one."""
    text = "# remark\nBộ Công an\t公安省\tministry\nBCA\t公安省\n"
    assert read(tmp_path / "a.utf8", text, source="vi", target="ja") == [
        {"vi": "Bộ Công an", "vi_admitted": "BCA", "ja": "公安省", "note": "ministry"}
    ]
    with pytest.raises(InputError, match="--from and --into"):
        read(tmp_path / "a.utf8", text)


def test_utx_with_a_forbidden_term(tmp_path: Path) -> None:
    """A forbidden target is a term to avoid, also where the standard's older name opens the file."""
    text = (
        "#UTX-S 1.00; vi/ja; 2009-01-01T00:00:00Z\r\n#src\ttgt\tsrc:pos\tterm status\r\n"
        "Chủ tịch nước\t国家主席\tnoun\tapproved\r\n"
    )
    assert read(tmp_path / "a.utx", text) == [{"vi": "Chủ tịch nước", "ja": "国家主席"}]
    assert (
        read(tmp_path / "a.utx", text + "Chủ tịch nước\t大統領\tnoun\tforbidden\r\n")[-1]["ja_deprecated"] == "大統領"
    )


def test_tbx_of_other_programs(tmp_path: Path) -> None:
    """Regions, term groups, a document type, statuses in several spellings, languages that are not ours."""
    text = """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><descrip type="definition">head of state</descrip>
<langSet xml:lang="vi-VN"><ntig><termGrp><term>Chủ tịch nước</term></termGrp></ntig></langSet>
<langSet xml:lang="fr"><tig><term>président</term></tig></langSet>
<langSet xml:lang="ja"><tig><term>大統領</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
</tig><tig><term>主席</term></tig><tig><term>国家主席</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""
    assert read(tmp_path / "a.tbx", text) == [
        {"id": "c1", "subject": "term", "definition": "head of state", "vi": "Chủ tịch nước", "ja": "国家主席",
         "ja_admitted": "主席", "ja_deprecated": "大統領"}
    ]  # fmt: skip


def test_a_memory_and_a_catalog(tmp_path: Path) -> None:
    """TMX gives a concept for each unit, a PO file one for each translation."""
    unit = '<tu><tuv xml:lang="vi-VN"><seg>Mưa</seg></tuv><tuv xml:lang="ja"><seg>雨</seg></tuv></tu>'
    body = f'<tmx version="1.4"><header/><body>{unit}</body></tmx>'
    assert read(tmp_path / "a.tmx", body) == [{"subject": "term", "vi": "Mưa", "ja": "雨"}]
    text = 'msgid ""\nmsgstr "Language: ja\\nX-Source-Language: vi\\n"\n\nmsgid "Mưa"\nmsgstr "雨"\n'
    assert read(tmp_path / "a.po", text) == [{"vi": "Mưa", "ja": "雨"}]


def kinds(glossary: Path, path: Path, *cells: dict[str, str]) -> dict[str, tuple[str, str]]:
    incoming = [Incoming(dict(row), number) for number, row in enumerate(cells, 2)]
    steps = plan(incoming, Glossary.load(glossary), path)
    return {step.concept.id: (step.kind.value, step.reason) for step in steps}


def test_new_changed_conflicting_same(base: Path, tmp_path: Path) -> None:
    """What the glossary does not have is new, what adds a name changes it, another preferred name contradicts it."""
    found = kinds(
        base,
        tmp_path / "x.csv",
        {"en": "rain", "ja": "雨"},
        {"vi": "Thông tấn xã Việt Nam", "ja": "ベトナム通信社", "en": "Vietnam News Agency", "note": "founded 1945"},
        {"vi": "Chủ tịch nước", "en": "State President", "ja": "大統領"},
        {"vi": "tỉnh Hà Nam", "ja": "ハーナム省"},
        {"vi": "Nhật Bản", "ja": "日本"},
    )
    assert found == {
        "import.rain": ("new", ""),
        "org.vna": ("changed", ""),
        "title.vn.state-president": ("conflicting", "大統領 is to be avoided"),
        "vn.prov.ha-nam": ("conflicting", "ハーナム省 for ハナム省"),
        "country.jp": ("same", ""),
    }


def test_numbers_of_other_programs_are_no_ids(base: Path, tmp_path: Path) -> None:
    """c1 of somebody's TBX is nobody's id here: names decide."""
    found = kinds(base, tmp_path / "x", {"id": "c1", "vi": "Nhật Bản", "ja": "日本"}, {"id": "c2", "en": "rain"})
    assert found == {"country.jp": ("same", ""), "import.rain": ("new", "")}


def test_two_rows_that_contradict_each_other(base: Path, tmp_path: Path) -> None:
    """The same id twice with different names is a conflict of the file itself."""
    found = kinds(base, tmp_path / "x", {"id": "x.rain", "en": "rain"}, {"id": "x.rain", "en": "shower"})
    assert found["x.rain"][0] == "conflicting"


def test_wrong_rows_are_all_told(base: Path, tmp_path: Path) -> None:
    """Kana in English and a brace in a name are errors with their lines, and nothing is planned."""
    with pytest.raises(GlossaryError) as caught:
        kinds(base, tmp_path / "x.csv", {"en": "アメ"}, {"en": "rain"}, {"en": "a{b}c"})
    assert [(bad.line, bad.column) for bad in caught.value.rows] == [(2, "en"), (4, "en")]


def test_a_dry_run_writes_nothing_and_a_layer_is_its_own(base: Path, tmp_path: Path) -> None:
    """Without --write only a story; with it one file in the layer, which then lies over the glossary."""
    path = tmp_path / "in.csv"
    path.write_text("en,vi,ja,note\nVietnam News Agency,Thông tấn xã Việt Nam,ベトナム通信社,1945\nrain,mưa,雨,\n"
                    "State President,Chủ tịch nước,大統領,\n", encoding="utf-8")  # fmt: skip
    before = sorted(tmp_path.rglob("*"))
    args = ("glossary", "import", path, "--no-curated", "--glossary", base)
    out, err = run(*args)
    assert "changed     org.vna" in out
    assert "note: – → 1945" in out
    assert "1 new, 1 changed, 1 conflicting, 0 same" in err
    assert "nothing was written" in err
    assert sorted(tmp_path.rglob("*")) == before
    run(*args, "--write", tmp_path / "layer")
    layer = {c.id: c for c in Glossary.load(tmp_path / "layer")}
    assert layer.keys() == {"org.vna", "import.rain"}
    assert layer["org.vna"].note == "1945"
    assert layer["org.vna"].terms == Glossary.load(base).concept("org.vna").terms
    over = Glossary.load(base, tmp_path / "layer")
    assert over.lookup("mưa")[0].concept.id == "import.rain"
    _, err = run(*args, "--write", tmp_path / "layer", "--conflicts")
    assert "3 concepts" in err
    changes = json.loads(run(*args, "--format", "json")[0])
    assert [change["kind"] for change in changes] == ["changed", "new", "conflicting"]


def test_an_edited_workbook_replaces_the_row(base: Path, tmp_path: Path) -> None:
    """A workbook says all there is to say: a name that a curator took out of a cell is gone."""
    path = tmp_path / "g.xlsx"
    run("glossary", "export", "--to", "xlsx", "-o", path, "--no-curated", "--glossary", base)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    columns = {cell.value: number for number, cell in enumerate(sheet[1])}
    president = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "title.vn.state-president")
    president[columns["ja_deprecated"]].value = None
    president[columns["note"]].value = "always"
    book.save(path)
    out, _ = run("glossary", "import", path, "--no-curated", "--glossary", base)
    assert out.splitlines() == [
        f"{path}:6: changed     title.vn.state-president  State President = Chủ tịch nước = 国家主席",
        "    ja_deprecated: 大統領 → –",
        "    note: – → always",
    ]


@pytest.mark.parametrize("name", ["tbx2", "omegat", "deepl"])
def test_export_says_what_it_left_out(name: str, base: Path, tmp_path: Path) -> None:
    """Stdout or the file holds data only; how much stayed at home is said on stderr."""
    pair = ("--from", "vi", "--into", "ja") if FORMATS[name].pair else ()
    args = ("glossary", "export", "--to", name, *pair, "--no-curated", "--glossary", base)
    data, err = run(*args, "-o", "-")
    run(*args, "-o", tmp_path / "file")
    assert (tmp_path / "file").read_text("utf-8") == data
    said = {"tbx2": "-: 7 concepts", "omegat": "-: 7 concepts", "deepl": "left out: 1 unverified concepts"}[name]
    assert said in err


def test_a_suffix_that_says_nothing(tmp_path: Path) -> None:
    """A file of no known name wants --as."""
    with pytest.raises(InputError, match="--as"):
        format_of(tmp_path / "x.dat")
    assert format_of(tmp_path / "x.dat", "tbx2") is FORMATS["tbx2"]


def test_formats_that_only_go_out(tmp_path: Path) -> None:
    """DeepL's two columns say nothing about themselves: import them as a table."""
    with pytest.raises(InputError, match="not to take"):
        FORMATS["deepl"].read(tmp_path / "x.csv", Reading())


def test_merging_keeps_what_the_file_does_not_say(base: Path, tmp_path: Path) -> None:
    """A list of two languages adds its names and leaves the third language, the dates and the sources alone."""
    old: Concept = Glossary.load(base).concept("vn.prov.ha-nam")
    steps = plan([Incoming({"id": old.id, "vi": "tỉnh Hà Nam", "ja": "ハナム省", "ja_admitted": "河南省"}, 1)],
                 Glossary.load(base), tmp_path / "x")  # fmt: skip
    assert steps[0].kind is Kind.CHANGED
    expected = format_row(old) | {"ja_admitted": "ハナム{bare} | 河南省"}
    assert format_row(steps[0].concept) == expected
