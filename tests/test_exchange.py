"""The glossary in the formats of other programs: what comes back, what other programs read, and what stays at home."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import glossary_rows as rows
import openpyxl
import pytest
from lxml import etree
from translate.storage import csvl10n, omegat, po, tbx, tmx, utx, xliff

from toolkit.errors import InputError
from toolkit.exchange.choice import Choice, choose, entries
from toolkit.exchange.formats import FORMATS
from toolkit.exchange.incoming import Reading
from toolkit.exchange.plan import Kind, plan
from toolkit.glossary import Concept, Confidence, Glossary, Status
from toolkit.glossary.houses import load_houses
from toolkit.glossary.layers import curated
from toolkit.glossary.table.row import COLUMNS, LANGS, format_row, parse_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TODAY = date(2026, 11, 24)
WHOLE = [name for name, form in FORMATS.items() if form.keeps == COLUMNS]
PAIRS = [name for name, form in FORMATS.items() if form.pair and form.reads]
#: The columns that a memory loses, each with the reason that the standard gives it no place.
TMX_LOSES = {"en_admitted", "vi_admitted", "ja_admitted", "en_deprecated", "vi_deprecated", "ja_deprecated",
             "ja_reading", "valid_from", "valid_until", "replaced_by", "match", "definition", "note", "source",
             "confidence"}  # fmt: skip


@pytest.fixture(scope="module")
def everything() -> list[Concept]:
    return list(Glossary.load(curated()))


@pytest.fixture(scope="module")
def some(everything: list[Concept]) -> list[Concept]:
    """Every eighth concept, and all titles: where it is the shape that counts, not the number."""
    return [c for n, c in enumerate(everything) if n % 8 == 0 or c.subject.startswith("title")]


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


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_glossary_comes_back_from_a_format_that_has_a_place_for_all(
    name: str, everything: list[Concept], tmp_path: Path
) -> None:
    """7,400 concepts go out and come back the same in every column: nothing is lost."""
    path = tmp_path / f"g.{name}"
    path.write_bytes(FORMATS[name].write(chosen(everything, name)))
    incoming = FORMATS[name].read(path, Reading())
    assert len(incoming) == len(everything) > 7000
    back = {}
    for item in incoming:
        concept, errors = parse_row(item.cells)
        assert concept is not None, errors
        back[concept.id] = concept
    assert back == {concept.id: concept for concept in everything}


@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_comes_back_with_its_concept(name: str, some: list[Concept], tmp_path: Path) -> None:
    """A list of pairs gives back whose name each is, and importing it into the same glossary changes no term."""
    choice = chosen(some, name)
    path = tmp_path / "list.x"
    path.write_bytes(FORMATS[name].write(choice))
    back: dict[str, set[str]] = defaultdict(set)
    for item in FORMATS[name].read(path, Reading("vi", "ja")):
        for lang in ("vi", "ja"):
            back[item.cells["id"]] |= {item.cells[lang], *item.cells[f"{lang}_admitted"].split(" | ")} - {""}
    sent: dict[str, set[str]] = defaultdict(set)
    for entry in entries(choice):
        if not entry.source.startswith(("#", "-")):
            sent[entry.concept.id] |= {" ".join(entry.source.split()), " ".join(entry.target.split())}
    assert back == sent
    steps = plan(FORMATS[name].read(path, Reading("vi", "ja")), some, path)
    assert {step.kind for step in steps} == {Kind.SAME}


def test_a_memory_gives_back_preferred_names_and_loses_what_is_listed(some: list[Concept], tmp_path: Path) -> None:
    """TMX keeps id, subject, country and the preferred names of what holds today; the rest is lost, and said so."""
    choice = chosen(some, "tmx")
    path = tmp_path / "g.tmx"
    path.write_bytes(FORMATS["tmx"].write(choice))
    back = {item.cells["id"]: item.cells for item in FORMATS["tmx"].read(path, Reading())}
    sent = {c.id: c for c in choice.concepts if sum(c.preferred(lang) is not None for lang in LANGS) > 1}
    assert back.keys() == sent.keys()
    lost = set()
    for ident, concept in sent.items():
        for column, cell in format_row(concept).items():
            if cell != back[ident].get(column, ""):
                lost.add(column)
    # What was not chosen at all cannot be seen to be lost: terms to avoid, validity that has ended
    assert lost <= TMX_LOSES
    assert lost >= {"ja_admitted", "ja_reading", "definition", "note", "source", "confidence"}
    assert set(COLUMNS) - TMX_LOSES == set(FORMATS["tmx"].keeps)


def parsed(name: str, data: bytes) -> Any:
    """Read by translate-toolkit, which Weblate, Pootle and Virtaal stand on."""
    stream = io.BytesIO(data)
    if name == "tbx2":
        return tbx.tbxfile(stream, sourcelanguage="vi", targetlanguage="ja")
    if name == "tmx":
        return tmx.tmxfile(stream, sourcelanguage="vi", targetlanguage="ja")
    store = {"xliff": xliff.xlifffile, "utx": utx.UtxFile, "omegat": omegat.OmegaTFile,
             "weblate": csvl10n.csvfile, "po": po.pofile}[name]  # fmt: skip
    return store(stream)


@pytest.mark.parametrize("name", ["tbx2", "tmx", "xliff", "utx", "omegat", "weblate", "po"])
def test_translate_toolkit_reads_every_term_back(name: str, everything: list[Concept]) -> None:
    """The peer sees each source with the target that is right for it."""
    subset = [c for c in everything if c.subject.startswith(("title", "place.province"))]
    choice = chosen(subset, name)
    units = [unit for unit in parsed(name, FORMATS[name].write(choice)).units if not unit.isheader()]
    read = {(unit.source, unit.target) for unit in units if unit.source and unit.target}
    if name in ("tbx2", "tmx"):
        pairs = [(c.preferred("vi"), c.preferred("ja")) for c in choice.concepts]
        assert read >= {(vi.text, ja.text) for vi, ja in pairs if vi and ja}
    else:
        sent = {(e.source, e.target) for e in entries(choice) if not e.source.startswith("-")}
        several = {source for source, _ in sent if sum(s == source for s, _ in sent) > 1} if name == "po" else set()
        assert read - sent == set()
        assert {pair for pair in sent - read if pair[0] not in several} == set()


def test_the_peer_knows_which_term_is_to_be_avoided(everything: list[Concept]) -> None:
    """In TBX translate-toolkit tells 大統領 for Viet Nam's Chủ tịch nước as deprecated."""
    store = parsed("tbx2", FORMATS["tbx2"].write(chosen(everything, "tbx2")))
    president = next(u for u in store.units if u.xmlelement.get("id") == "title.vn.state-president")
    assert president.target == "国家主席"
    terms = {term.text: term.deprecated for term in president.get_target_terms()}
    assert terms["大統領"] is True
    assert terms["国家主席"] is False


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


def test_tbx_basic_uses_the_categories_of_its_modules(everything: list[Concept]) -> None:
    """TBX v3: data categories are tags of the min and basic modules, references point to concepts of the file."""
    tree = etree.fromstring(FORMATS["tbx3"].write(chosen(everything, "tbx3")))
    core = {"tbx", "tbxHeader", "fileDesc", "sourceDesc", "p", "text", "body", "conceptEntry", "langSec", "termSec",
            "term", "note"}  # fmt: skip
    allowed = {
        "urn:iso:std:iso:30042:ed-2": core,
        "http://www.tbxinfo.net/ns/min": {"administrativeStatus", "subjectField"},
        "http://www.tbxinfo.net/ns/basic": {"definition", "source", "crossReference"},
    }
    ids = {e.get("id") for e in tree.iter("{*}conceptEntry")}
    assert len(ids) == len(everything)
    statuses = set()
    for element in tree.iter():
        name = etree.QName(element)
        assert name.localname in allowed[name.namespace or ""]
        if name.localname == "administrativeStatus":
            statuses.add(element.text)
        if name.localname == "crossReference":
            assert element.get("target") in ids
        if name.localname == "termSec":
            assert etree.QName(element[0]).localname == "term"
    assert statuses == {"preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"}
    assert (tree.get("type"), tree.get("style")) == ("TBX-Basic", "dct")


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if "deprecated" not in f.says or n == "utx"])
def test_a_term_to_avoid_never_leaks(name: str, everything: list[Concept]) -> None:
    """No cell, segment or target of a format without a status is a term that the glossary advises against."""
    subset = [c for c in everything if any(t.status is Status.DEPRECATED for t in c.terms)]
    assert len(subset) > 50
    choice = chosen(subset, name)
    assert not any(t.status is Status.DEPRECATED for c in choice.concepts for t in c.terms)
    bad = {(c.preferred("vi"), t.text) for c in subset for t in c.terms if t.status is Status.DEPRECATED}
    assert bad
    assert {(c.preferred("vi"), e.target) for c in choice.concepts for e in entries(chosen([c], name))
            if FORMATS[name].pair} & bad == set()  # fmt: skip
    if name == "tmx":
        assert "大統領</seg>" not in written(small(rows.PRESIDENT | {"confidence": "single"}), name)


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


@pytest.mark.parametrize("name", ["deepl", "google", "tmx"])
def test_what_nobody_looked_up_and_what_has_ended_stay_at_home(name: str, everything: list[Concept]) -> None:
    """Formats that a program follows blindly hold verified names of today."""
    choice = chosen(everything, name)
    assert choice.concepts
    assert all(c.confidence is not Confidence.OWN and c.valid_on(TODAY) for c in choice.concepts)
    assert choice.left["unverified concepts"] > 100
    assert choice.left["concepts that do not hold today"] > 100


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
