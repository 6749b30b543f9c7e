"""Word documents as newsrooms have them: what is read, that they come back, and what other programs read of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from documents import build
from test_formats import filled, louder, told

from toolkit import read_article
from toolkit.catalog import entries
from toolkit.readers.package import PART

if TYPE_CHECKING:
    from toolkit import Article

GOLDEN = sorted((Path(__file__).parent / "golden" / "documents").glob("*.txt"))


def read(path: Path, folder: Path) -> tuple[Article, str]:
    """The document of a fixture as an article, and what is expected of it."""
    _, _, rest = path.read_text("utf-8").partition("\n")
    notation, rule, want = rest.partition("%%%\n")
    assert rule, f"{path.name}: a line %%% ends the document in it"
    file = folder / f"a.{path.stem[-2:]}.docx"
    build(notation, file)
    return read_article(file), want


def changed(message: str, lang: str) -> str:
    """A translation that differs from its source: capitals, or another kanji where there are none."""
    return f"新{message}" if lang == "ja" else louder(message)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        return {name: box.read(name) for name in box.namelist()}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_document_is_read_as_a_person_reads_it(path: Path, tmp_path: Path) -> None:
    """Each fixture says which blocks and sentences it has, in which paragraphs, and when and where it was written."""
    article, want = read(path, tmp_path)
    assert told(article) == want


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_document_comes_back(path: Path, tmp_path: Path) -> None:
    """Filled with its source, every part of it is the same to the byte."""
    article, _ = read(path, tmp_path)
    assert article.path is not None
    assert parts(filled(article, article.lang).data) == parts(article.path.read_bytes())


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_translated_document_is_one(path: Path, tmp_path: Path) -> None:
    """In other words it has the same paragraphs, tables, links and pictures, and python-docx reads it."""
    article, _ = read(path, tmp_path)
    assert article.path is not None
    before = parts(article.path.read_bytes())
    data = filled(article, article.lang, lambda text: changed(text, article.lang)).data
    after = parts(data)
    assert {name for name in before if before[name] != after[name]} == {PART}
    again = tmp_path / f"b.{article.lang}.docx"
    again.write_bytes(data)
    assert [entry.msgid for entry in entries(read_article(again))] == [
        changed(entry.msgid, article.lang) for entry in entries(article)
    ]
    ours, theirs = docx.Document(io.BytesIO(data)), docx.Document(str(article.path))
    assert len(ours.paragraphs) == len(theirs.paragraphs)
    assert [p.style.name for p in ours.paragraphs if p.style] == [p.style.name for p in theirs.paragraphs if p.style]
    for tag in ("w:tc", "w:hyperlink", "w:drawing"):
        counts = [len(made.element.body.findall(f".//{tag}", made.element.nsmap)) for made in (ours, theirs)]
        assert counts[0] == counts[1], tag


def test_ten_documents() -> None:
    """As many as of every other format, in all three languages."""
    assert len(GOLDEN) >= 10
    assert {path.stem[-2:] for path in GOLDEN} == {"en", "vi", "ja"}


def test_a_reading_is_not_part_of_a_name(tmp_path: Path) -> None:
    """石破 with いしば above it is read as 石破, also by whoever looks for terms; translated, the reading is gone."""
    build("Normal| {石破|いしば}首相は語った。", tmp_path / "a.ja.docx")
    article = read_article(tmp_path / "a.ja.docx")
    assert [block.text for block in article.blocks] == ["石破首相は語った。"]
    written = docx.Document(io.BytesIO(filled(article, "en", lambda _: "Prime Minister Ishiba said.").data))
    assert [paragraph.text for paragraph in written.paragraphs] == ["Prime Minister Ishiba said."]


def test_the_code_of_a_field_goes_with_its_words(tmp_path: Path) -> None:
    """A link that Word keeps as a field is a pair of tags, and moves with the words between them."""
    build("Normal| See {@https://example.org/|the list@} now.", tmp_path / "a.en.docx")
    article = read_article(tmp_path / "a.en.docx")
    assert [entry.msgid for entry in entries(article)] == ["See <a>the list</a> now."]
    data = filled(article, "ja", lambda _: "今すぐ<a>一覧</a>を参照。").data
    body = docx.Document(io.BytesIO(data)).element.body
    kinds = [e.get(e.tag.replace("fldChar", "fldCharType")) for e in body.iter() if e.tag.endswith("}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    texts = ["".join(e.itertext()) for e in body.iter() if e.tag.endswith(("}t", "}instrText"))]
    assert texts == ["今すぐ", ' HYPERLINK "https://example.org/" ', "一覧", "を参照。"]
    dropped = filled(article, "ja", lambda _: "今すぐ<a>一覧を参照。").data
    assert b"fldChar" not in parts(dropped)[PART]
