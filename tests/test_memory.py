"""The memory finds what was translated, in both directions, and travels as TMX and PO."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib
import pytest
from click.testing import CliRunner

from toolkit import Catalog, Message
from toolkit.catalog.pairs import compendium, fill_memory, remembered
from toolkit.cli.memory import command
from toolkit.errors import InputError
from toolkit.memory import How, Pair
from toolkit.memory.store import Memory, Shelf
from toolkit.memory.tmx import read_tmx, write_tmx

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PAIRS = [
    Pair("Hai bên ký thỏa thuận.", "双方は合意書に署名した。", "vi", "ja", "a", "Trước.", "Sau."),
    Pair("Khoảng 40 công ty dự hội chợ.", "約40社が見本市に参加した。", "vi", "ja", "b"),
    Pair("The two sides signed <12> deals & left.", "Hai bên ký 12 thỏa thuận.", "en", "vi", "c"),
]


def filled() -> Memory:
    memory = Memory()
    memory.add(PAIRS)
    return memory


def test_exact_in_context_and_near() -> None:
    """The same neighbours come first, then the same words, then what is like them."""
    memory = filled()
    hit = memory.search("Hai bên ký thỏa thuận.", "vi", "ja", before="Trước.", after="Sau.")[0]
    assert (hit.how, hit.pair.target) == (How.CONTEXT, "双方は合意書に署名した。")
    assert memory.search("Hai bên ký thỏa thuận.", "vi", "ja")[0].how is How.EXACT
    near = memory.search("Khoảng 45 công ty dự hội chợ.", "vi", "ja")[0]
    assert near.how is How.NEAR
    assert 0.9 < near.score < 1


def test_both_directions() -> None:
    """A pair from Vietnamese to Japanese answers a Japanese sentence as well, whole and nearly."""
    memory = filled()
    assert memory.search("双方は合意書に署名した。", "ja", "vi")[0].pair.target == "Hai bên ký thỏa thuận."
    assert memory.search("約45社が見本市に参加した。", "ja", "vi")[0].pair.target == "Khoảng 40 công ty dự hội chợ."
    assert memory.search("双方は合意書に署名した。", "ja", "en") == []


def test_marks_make_no_exact_hit() -> None:
    """A question is not its answer."""
    assert filled().search("Hai bên ký thỏa thuận?", "vi", "ja")[0].how is How.NEAR


def test_nothing_is_taken_twice_and_nonsense_finds_nothing() -> None:
    """Adding again adds nothing."""
    memory = filled()
    assert memory.add(PAIRS) == 0
    assert len(memory) == 3
    assert list(memory) == PAIRS
    assert memory.search("xyzzy", "vi", "ja") == []


def test_a_store_lasts(tmp_path: Path) -> None:
    """What one process put in, another finds; a file that is no store is an error."""
    with Memory(tmp_path / "m.sqlite", create=True) as memory:
        memory.add(PAIRS)
    with Memory(tmp_path / "m.sqlite") as memory:
        assert len(memory) == 3
        assert len(Shelf(memory, filled()).search("Hai bên ký thỏa thuận.", "vi", "ja")) == 1
    with pytest.raises(InputError, match="no memory here"):
        Memory(tmp_path / "none.sqlite")
    (tmp_path / "x.sqlite").write_text("not a database, but long enough to be looked at as one" * 20)
    with pytest.raises(InputError, match="is no memory"):
        Memory(tmp_path / "x.sqlite")


def test_tmx_and_back(tmp_path: Path) -> None:
    """A TMX file holds the pairs with origin and neighbours, marks of XML included."""
    path = tmp_path / "m.tmx"
    path.write_text(write_tmx(PAIRS), encoding="utf-8")
    assert list(read_tmx(path)) == PAIRS


def test_a_tmx_of_three_languages_and_broken_ones(tmp_path: Path) -> None:
    """A unit in three languages is three pairs; what is no TMX is an error with its line."""
    path = tmp_path / "m.tmx"
    variants = "".join(
        f'<tuv xml:lang="{c}"><seg>{t}</seg></tuv>' for c, t in (("en-GB", "Rain"), ("vi", "Mưa"), ("JA", "雨"))
    )
    path.write_text(f"<tmx version='1.4'><header/><body><tu>{variants}</tu></body></tmx>", encoding="utf-8")
    assert [(p.source, p.target) for p in read_tmx(path)] == [("Rain", "雨"), ("Rain", "Mưa"), ("雨", "Mưa")]
    path.write_text("<tmx>\n<body>\n<tu>", encoding="utf-8")
    with pytest.raises(InputError, match="not XML") as caught:
        list(read_tmx(path))
    assert caught.value.line == 3
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match="not TMX"):
        list(read_tmx(path))
    with pytest.raises(InputError, match="no such file"):
        list(read_tmx(tmp_path / "none.tmx"))


def test_catalogs_of_one_article_pair_their_translations(tmp_path: Path) -> None:
    """English to Vietnamese and English to Japanese give Vietnamese to Japanese; fuzzy ones give nothing."""
    for lang, text in (("vi", "Trời mưa."), ("ja", "雨が降った。")):
        messages = [Message("Rain fell.", text), Message("It stopped.", "?", fuzzy=True)]
        catalog = Catalog(messages, header={"Language": lang, "X-Source-Language": "en"})
        catalog.save(tmp_path / lang / "LC_MESSAGES" / "a.po")
    memory = Memory()
    assert fill_memory(memory, [tmp_path]) == 3
    assert memory.search("Trời mưa.", "vi", "ja")[0].pair.target == "雨が降った。"
    assert list(remembered([tmp_path], without=list(tmp_path.rglob("*.po")))) == []
    with pytest.raises(InputError, match="no such file or folder"):
        list(remembered([tmp_path / "none"]))


def test_a_compendium_is_a_catalog(tmp_path: Path) -> None:
    """Other tools read it; a sentence with two translations is fuzzy and shows both."""
    pairs = [*PAIRS, Pair("双方は合意書に署名した。", "Hai bên đã ký văn bản.", "ja", "vi", "d")]
    path = tmp_path / "c.po"
    path.write_text(str(compendium(pairs, "ja", "vi")), encoding="utf-8")
    found = {entry.msgid: entry for entry in polib.pofile(str(path), encoding="utf-8")}
    assert found["約40社が見本市に参加した。"].msgstr == "Khoảng 40 công ty dự hội chợ."
    double = found["双方は合意書に署名した。"]
    assert (double.msgstr, double.fuzzy) == ("Hai bên ký thỏa thuận.", True)
    assert "Or: Hai bên đã ký văn bản." in double.comment


def test_the_command_builds_searches_and_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the project's catalogs to a store, to an answer, to TMX and PO; nothing found is exit code 1."""
    monkeypatch.chdir(tmp_path)
    catalog = Catalog([Message("Rain fell.", "Trời mưa.")], header={"Language": "vi", "X-Source-Language": "en"})
    catalog.save(tmp_path / "locales" / "vi" / "LC_MESSAGES" / "a.po")

    def vje(*arguments: str) -> Result:
        return CliRunner().invoke(command, arguments)

    assert "1 new pair," in vje("build").output
    assert "0 new pairs" in vje("build").output
    found = vje("search", "Rain", "fell.", "--to", "vi", "--from", "en")
    assert (found.exit_code, "Trời mưa." in found.output, "100 %" in found.output) == (0, True, True)
    told = json.loads(vje("search", "Trời mưa.", "--from", "vi", "--to", "en", "--format", "json").output)
    assert (told[0]["how"], told[0]["target"]) == ("exact", "Rain fell.")
    assert vje("search", "xyzzy", "--from", "en").exit_code == 1
    assert vje("export", "m.tmx").exit_code == 0
    assert [pair.target for pair in read_tmx(tmp_path / "m.tmx")] == ["Trời mưa."]
    assert vje("export", "c.po", "--from", "vi", "--to", "en").exit_code == 0
    assert [(m.msgid, m.msgstr) for m in Catalog.load(tmp_path / "c.po")] == [("Trời mưa.", "Rain fell.")]
    for arguments in (("export", "c.po"), ("export", "c.xls")):
        assert isinstance(vje(*arguments).exception, InputError)


def test_a_shelf_opens_its_memories_when_it_is_asked() -> None:
    """A finished article costs no memory."""
    opened: list[Memory] = []

    def later() -> Memory:
        opened.append(filled())
        return opened[-1]

    shelf = Shelf(later, Memory())
    assert opened == []
    assert shelf.search("Hai bên ký thỏa thuận.", "vi", "ja")[0].how is How.EXACT
    assert len(shelf) == 3
    assert len(opened) == 1
