"""The glossary in the formats of other programs: what comes back, what other programs read, and what stays at home."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

import glossary_rows as rows
import openpyxl
import pytest
from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.choice import Choice, choose, entries
from toolkit.exchange.formats import FORMATS
from toolkit.exchange.incoming import Reading
from toolkit.exchange.plan import Kind, plan
from toolkit.glossary import Concept, Glossary
from toolkit.glossary.houses import load_houses
from toolkit.glossary.layers import curated
from toolkit.glossary.table.row import COLUMNS, format_row, parse_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TODAY = date(2026, 11, 24)
WHOLE = [name for name, form in FORMATS.items() if form.keeps == COLUMNS]
PAIRS = [name for name, form in FORMATS.items() if form.pair and form.reads]


@pytest.fixture(scope="module")
def everything() -> list[Concept]:
    return list(Glossary.load(curated()))


@pytest.fixture(scope="module")
def some(everything: list[Concept]) -> list[Concept]:
    """Every twentieth concept, and all titles: where it is the shape that counts, not the number."""
    return [c for n, c in enumerate(everything) if n % 20 == 0 or c.subject.startswith("title")]


def small(*cells: dict[str, str]) -> list[Concept]:
    found = []
    for row in cells or rows.ALL:
        concept, errors = parse_row(row)
        assert concept is not None, errors
        found.append(concept)
    return found


def chosen(concepts: list[Concept], name: str, **options: Any) -> Choice:
    form = FORMATS[name]
    pair = {"source": "vi", "target": "ja"} if form.pair else {}
    return choose(concepts, form, **({"today": TODAY} | pair | options))


def written(concepts: list[Concept], name: str, **options: Any) -> str:
    return FORMATS[name].write(chosen(concepts, name, **options)).decode("utf-8-sig")


@pytest.mark.parametrize("name", PAIRS)
def test_importing_a_list_changes_nothing(name: str, some: list[Concept], tmp_path: Path) -> None:
    """What was exported and is imported into the same glossary again is the same."""
    path = tmp_path / "list.x"
    path.write_bytes(FORMATS[name].write(chosen(some, name)))
    steps = plan(FORMATS[name].read(path, Reading("vi", "ja")), some, path)
    assert {step.kind for step in steps} == {Kind.SAME}


def test_openpyxl_reads_the_workbook(tmp_path: Path) -> None:
    """Excel's cells are the glossary's cells, and a name that begins like a formula is text."""
    concepts = small(*rows.ALL, rows.row("title.elect", en="-elect", vi="đắc cử", ja="次期", note="=1+1"))
    path = tmp_path / "g.xlsx"
    path.write_bytes(FORMATS["xlsx"].write(chosen(concepts, "xlsx")))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    header, *body = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert tuple(header) == COLUMNS
    assert body == [list(format_row(c).values()) for c in sorted(concepts, key=lambda c: c.id)]
    risky = [c for row in sheet.iter_rows() for c in row if str(c.value or "").startswith(("=", "-"))]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in risky] == [("-elect", "s", True),
                                                                                 ("=1+1", "s", True)]  # fmt: skip


#: The parts of the standards that we use, as their documents describe them.
TMX_DTD = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop)*> <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
 segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
 srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED> <!ELEMENT seg (#PCDATA)>
"""
MARTIF_DTD = """
<!ELEMENT martif (martifHeader, text)> <!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?)> <!ELEMENT fileDesc (titleStmt?, sourceDesc+)>
<!ELEMENT titleStmt (title)> <!ELEMENT title (#PCDATA)> <!ELEMENT sourceDesc (p+)> <!ELEMENT encodingDesc (p+)>
<!ELEMENT p (#PCDATA)> <!ATTLIST p type CDATA #IMPLIED> <!ELEMENT text (body)> <!ELEMENT body (termEntry+)>
<!ELEMENT termEntry ((descrip|admin|note|ref)*, langSet+)> <!ATTLIST termEntry id ID #IMPLIED>
<!ELEMENT langSet ((descrip|admin|note|ref)*, tig+)> <!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, (descrip|admin|note|ref)*)> <!ELEMENT term (#PCDATA)> <!ELEMENT note (#PCDATA)>
<!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type (subjectField|definition) #REQUIRED>
<!ELEMENT admin (#PCDATA)> <!ATTLIST admin type (sortKey|source) #REQUIRED>
<!ELEMENT termNote (#PCDATA)> <!ATTLIST termNote type (administrativeStatus) #REQUIRED>
<!ELEMENT ref (#PCDATA)> <!ATTLIST ref type (crossReference) #REQUIRED target IDREF #REQUIRED>
"""


@pytest.mark.parametrize(("name", "dtd"), [("tmx", TMX_DTD), ("tbx2", MARTIF_DTD)])
def test_the_file_is_valid(name: str, dtd: str, some: list[Concept]) -> None:
    """TMX 1.4 and TBX v2 keep the order of elements and the attributes that their document types want."""
    schema = etree.DTD(io.StringIO(dtd))
    tree = etree.fromstring(FORMATS[name].write(chosen(some, name)))
    assert schema.validate(tree), schema.error_log.last_error


def test_a_term_to_avoid_is_said_in_the_comment_only() -> None:
    """OmegaT's list names 大統領 beside 国家主席, and offers it for nothing."""
    lines = [line.split("\t") for line in written(small(rows.PRESIDENT), "omegat").splitlines()]
    assert lines == [["Chủ tịch nước", "国家主席", "avoid: 大統領; unverified [title.vn.state-president]"]]


def test_utx_forbids_only_where_somebody_asks() -> None:
    """A reader of UTX takes a forbidden term for a valid one, so forbidden lines need --deprecated."""
    concepts = small(rows.PRESIDENT)
    assert "大統領" not in [line.split("\t")[1] for line in written(concepts, "utx").splitlines()[2:]]
    lines = [line.split("\t")[:4] for line in written(concepts, "utx", deprecated=True).splitlines()[2:]]
    assert lines == [["Chủ tịch nước", "国家主席", "noun", "provisional"],
                     ["Chủ tịch nước", "大統領", "noun", "forbidden"]]  # fmt: skip


def test_the_day_of_the_article_decides() -> None:
    """For 2024 Hà Nam is a province and today's Ninh Bình is not; for 2026 it is the other way round."""
    concepts = small()
    for day, ident in ((date(2024, 11, 1), "vn.prov.ha-nam"), (date(2026, 1, 1), "vn.prov.ninh-binh.2025")):
        ids = {c.id for c in chosen(concepts, "deepl", on=day).concepts}
        assert {i for i in ids if ".prov." in i} == {ident}
    assert {"vn.prov.ha-nam", "vn.prov.ninh-binh.2025"} <= {c.id for c in chosen(concepts, "json").concepts}


def test_a_short_form_leads_to_a_short_form() -> None:
    """Hà Nam is ハナム, and tỉnh Hà Nam is ハナム省."""
    pairs = {e.source: e.target for e in entries(chosen(small(rows.HA_NAM), "omegat"))}
    assert pairs == {"tỉnh Hà Nam": "ハナム省", "Hà Nam": "ハナム"}


def test_a_house_chooses_the_target() -> None:
    """VNS writes Việt Nam in English, AP and everybody else Vietnam; in TBX the house's term becomes the preferred."""
    houses = load_houses([curated()])
    concepts = small(rows.VIETNAM)

    def targets(chosen_houses: Mapping[str, Any]) -> list[str]:
        return [e.target for e in entries(chosen(concepts, "deepl", target="en", houses=chosen_houses))]

    assert targets({}) == ["Vietnam"]
    assert targets({"en": houses["vns-en"]}) == ["Việt Nam"]
    restated = chosen(concepts, "json", houses={"en": houses["vns-en"]}).concepts[0]
    english = [(t.text, t.status.value) for t in restated.terms if t.lang == "en"]
    assert english[:2] == [("Việt Nam", "preferred"), ("Vietnam", "admitted")]


def test_a_translation_service_gets_each_source_once(some: list[Concept]) -> None:
    """DeepL refuses a list with a source twice; a name that means two things is left out, and so is a formula."""
    for suffix, mark in ((".csv", ","), (".tsv", "\t")):
        choice = chosen(some, "deepl", suffix=suffix)
        lines = list(csv.reader(io.StringIO(FORMATS["deepl"].write(choice).decode()), delimiter=mark,
                                quoting=csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL))  # fmt: skip
        assert len(lines) > 500
        assert all(len(line) == 2 and all(line) and line == [" ".join(c.split()) for c in line] for line in lines)
        assert len({line[0] for line in lines}) == len(lines)
        assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
        assert choice.left["names that mean several things"] > 0


def test_a_list_of_two_languages_wants_two() -> None:
    """Without --from and --into, or with one language twice, nobody knows what to write."""
    with pytest.raises(InputError, match="--from and --into"):
        chosen(small(), "deepl", source="")
    with pytest.raises(InputError, match="into itself"):
        chosen(small(), "tmx", source="vi", target="vi")


def test_formulas_are_text_in_csv_and_come_back(tmp_path: Path) -> None:
    """An apostrophe keeps =cmd from running, and is taken away on the way back; a real apostrophe stays."""
    notes = ["=HYPERLINK(1)", "+1", "-1", "@x", "'=x", "'tis", "＝A1"]
    concepts = small(*(rows.row(f"x.n{n}", en=f"word {n}", note=note) for n, note in enumerate(notes)))
    path = tmp_path / "g.csv"
    path.write_bytes(FORMATS["csv"].write(chosen(concepts, "csv")))
    cells = [row["note"] for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))]
    assert cells == ["'=HYPERLINK(1)", "'+1", "'-1", "'@x", "''=x", "'tis", "'＝A1"]
    assert [item.cells["note"] for item in FORMATS["csv"].read(path, Reading())] == notes


def test_a_control_character_stays_at_home() -> None:
    """A bell in a note would break XML and Excel: the concept is left out, and counted."""
    for name in ("tbx2", "xlsx", "omegat"):
        choice = chosen(small(rows.row("x.bell", vi="chuông", ja="鐘", note="a\x07b"), rows.JAPAN), name)
        assert [c.id for c in choice.concepts] == ["country.jp"]
        assert choice.left["concepts with a control character"] == 1
