"""Catalogs in other formats: nothing that PO can hold is lost, and what a translator changed comes back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from lxml import etree
from translate.storage import tmx, xliff

from toolkit.catalog import Catalog
from toolkit.cli.main import vje
from toolkit.errors import CatalogError, InputError
from toolkit.exchange.catalogs import FORMATS, read_catalog
from toolkit.memory.tmx import read_tmx

if TYPE_CHECKING:
    from pathlib import Path

#: Everything that a PO file can hold, with what each of the formats finds hard.
RICH = r"""# Nhóm dịch
#
msgid ""
msgstr ""
"Project-Id-Version: rain 2024-11-01\n"
"Language: vi\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"X-Source-Language: en\n"

# hay lắm
#
# vje: omit
#. Term: Hanoi = Hà Nội
#. <b>&amp;
#: articles/x.txt:7 {open}a b.txt{close}:3
#, fuzzy, python-format
#| msgctxt "old"
#| msgid "Rain fell."
msgctxt "headline"
msgid "Rain\tfell & <b>fell</b>.\n"
msgstr "Mưa \\n \a \r\n"

#: articles/x.txt:9
msgid "It rained in Hanoi."
msgstr "Hà Nội có mưa."

msgctxt ""
msgid "a"
msgstr ""

msgid "=1+1"
msgstr "-1"

msgid "'=x"
msgid_plural "%d days"
msgstr[0] "ngày"

# đừng xóa
#~ msgid "gone"
#~ msgstr "đi"
"""


def sent(name: str, folder: Path, text: str = RICH) -> Path:
    po = folder / "rain.po"
    po.write_text(text, encoding="utf-8")
    path = folder / f"rain.{name}"
    run("export", po, "--to", name, "--output", path)
    return path


def run(*args: object) -> str:
    result = CliRunner().invoke(vje, [str(a) for a in args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", FORMATS)
def test_a_catalog_comes_back_to_the_byte(name: str, tmp_path: Path) -> None:
    """Header, comments, notes, references, flags, contexts, plurals, previous and obsolete entries, odd characters."""
    path = sent(name, tmp_path)
    run("import", path, tmp_path / "back.po")
    assert (tmp_path / "back.po").read_text("utf-8") == str(Catalog.parse(RICH))
    assert "0 changed" in run("import", path, tmp_path / "rain.po")
    assert (tmp_path / "rain.po").read_text("utf-8") == str(Catalog.parse(RICH))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("xliff", '<target state="translated">Hà Nội có mưa.', '<target state="final">Mưa ở Hà Nội.'),
        ("tmx", "<seg>Hà Nội có mưa.</seg>", "<seg>Mưa ở Hà Nội.</seg>"),
        ("tsv", "\tHà Nội có mưa.\t", "\tMưa ở Hà Nội.\t"),
        ("html", ">Hà Nội có mưa.</td>", ">Mưa ở <b>Hà Nội</b>.</td>"),
    ],
)
def test_a_translation_comes_back(name: str, old: str, new: str, tmp_path: Path) -> None:
    """One sentence is changed in the other program, and one sentence is changed in the PO file."""
    path = sent(name, tmp_path)
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert "1 changed" in run("import", path, tmp_path / "rain.po")
    expected = str(Catalog.parse(RICH)).replace('"Hà Nội có mưa."', '"Mưa ở Hà Nội."')
    assert (tmp_path / "rain.po").read_text("utf-8") == expected


def test_a_dry_run_and_what_the_catalog_no_longer_holds(tmp_path: Path) -> None:
    """A sentence that left the article meanwhile is counted and not put back; a dry run writes nothing."""
    path = sent("xliff", tmp_path)
    text = RICH.replace('"It rained in Hanoi."', '"It snowed."')
    (tmp_path / "rain.po").write_text(text, encoding="utf-8")
    assert "1 not in it any more" in run("import", path, tmp_path / "rain.po", "--dry-run")
    assert (tmp_path / "rain.po").read_text("utf-8") == text


@pytest.mark.parametrize("name", FORMATS)
def test_an_old_export_takes_no_translation_away(name: str, tmp_path: Path) -> None:
    """What was empty when it was exported and was translated here meanwhile stays."""
    head = 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"X-Source-Language: en\\n"\n\nmsgid "Rain"\nmsgstr '
    path, po = sent(name, tmp_path, head + '""\n'), tmp_path / "rain.po"
    po.write_text(head + '"Mưa"\n', encoding="utf-8")
    assert "0 changed" in run("import", path, po)
    assert Catalog.load(po).messages[0].msgstr == "Mưa"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_for_another_language_is_refused(name: str, tmp_path: Path) -> None:
    """A Japanese translation is none of the Vietnamese catalog, although its sentences are the same."""
    path, po = sent(name, tmp_path), tmp_path / "rain.po"
    po.write_text(RICH.replace("Language: vi", "Language: ja"), encoding="utf-8")
    before = po.read_bytes()
    with pytest.raises(CatalogError, match="is a catalog for Japanese, not for Vietnamese"):
        run("import", path, po)
    assert po.read_bytes() == before


def test_a_reviewer_settles_a_doubt(tmp_path: Path) -> None:
    """A fuzzy unit that comes back as final is fuzzy no more, and needs-review makes one fuzzy."""
    path = sent("xliff", tmp_path)
    text = path.read_text("utf-8")
    swapped = text.replace("needs-review-translation", "final").replace(
        '<target state="translated">Hà Nội', '<target state="needs-adaptation">Hà Nội'
    )
    path.write_text(swapped.replace('approved="yes"', 'approved="no"'), encoding="utf-8")
    states = {m.msgid: m.fuzzy for m in read_catalog(path)}
    assert states["Rain\tfell & <b>fell</b>.\n"] is False
    assert states["It rained in Hanoi."] is True


def test_xliff_that_lost_its_skeleton(tmp_path: Path) -> None:
    """Source, translation, context and comments are in the units, so a tool that drops the rest loses only the rest."""
    path = sent("xliff", tmp_path)
    text = path.read_text("utf-8")
    head, _, rest = text.partition("<header>")
    path.write_text(head + rest.partition("</header>")[2], encoding="utf-8")
    catalog = read_catalog(path)
    assert (catalog.source_lang, catalog.lang) == ("en", "vi")
    found = catalog.find("It rained in Hanoi.")
    assert found is not None
    assert found.msgstr == "Hà Nội có mưa."
    headline = next(m for m in catalog if m.msgctxt == "headline")
    assert headline.fuzzy
    assert headline.comments[0] == "hay lắm"


def test_translate_toolkit_reads_xliff_and_tmx(tmp_path: Path) -> None:
    """The peer sees source, target and state; what is fuzzy is fuzzy in XLIFF and no translation in TMX."""
    units = xliff.xlifffile(io.BytesIO(sent("xliff", tmp_path).read_bytes())).units
    found = {unit.source: (unit.target, unit.isfuzzy()) for unit in units if unit.source}
    assert found["It rained in Hanoi."] == ("Hà Nội có mưa.", False)
    assert found["Rain\tfell & <b>fell</b>.\n"][1] is True
    path = sent("tmx", tmp_path)
    store = tmx.tmxfile(io.BytesIO(path.read_bytes()))
    targets = {unit.source: unit.target for unit in store.units}
    assert targets["It rained in Hanoi."] == "Hà Nội có mưa."
    assert {(p.source, p.target) for p in read_tmx(path)} == {("It rained in Hanoi.", "Hà Nội có mưa."), ("=1+1", "-1")}


def test_the_parts_of_a_unit_stand_in_the_order_of_xliff(tmp_path: Path) -> None:
    """Source, target, then places and notes; header before body; every unit has its own id."""
    tree = etree.parse(str(sent("xliff", tmp_path)))
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    file = tree.getroot()[0]
    assert [child.tag for child in file] == [f"{space}header", f"{space}body"]
    ids = []
    for unit in tree.iter(f"{space}trans-unit"):
        ids.append(unit.get("id"))
        order = [["source", "target", "context-group", "note"].index(etree.QName(c).localname) for c in unit]
        assert order == sorted(order)
    assert len(ids) == len(set(ids)) == 5


def test_a_table_is_safe_in_a_spreadsheet(tmp_path: Path) -> None:
    """No cell of the TSV begins like a formula."""
    for line in sent("tsv", tmp_path).read_text("utf-8").splitlines():
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.split("\t"))


def test_what_is_no_catalog(tmp_path: Path) -> None:
    """A suffix that says nothing, a table without source and target, a skeleton that somebody broke."""
    with pytest.raises(InputError, match="no format"):
        read_catalog(tmp_path / "x.doc")
    (tmp_path / "x.tsv").write_text("a\tb\n1\t2\n")
    with pytest.raises(InputError, match="source and target"):
        read_catalog(tmp_path / "x.tsv")
    path = sent("xliff", tmp_path)
    path.write_text(path.read_text("utf-8").replace('msgid "It rained', "msgid It rained", 1), encoding="utf-8")
    with pytest.raises(CatalogError):
        read_catalog(path)
