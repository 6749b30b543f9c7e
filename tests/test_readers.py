"""Readers: every form of news that was seen in print is recognised, and nothing of a text is lost."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import Article, read_article
from toolkit.errors import InputError, UnknownLanguageError
from toolkit.readers.decode import decode

GOLDEN = sorted((Path(__file__).parent / "golden" / "articles").glob("*.txt"))
ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
JAPANESE = "在日ベトナム大使館は1日、自治体の代表を招いて交流会を開いた。大使は協力を強めたいと述べた。"
VIETNAMESE = (
    "Đại sứ quán Việt Nam tại Nhật Bản mời đại diện các địa phương dự giao lưu. Đại sứ muốn tăng cường hợp tác."
)


def told(article: Article) -> list[str]:
    """The blocks as a golden file writes them."""
    day = [f"date: {article.date}"] if article.date else []
    return day + [f"{b.role.value}: {b.text.replace(chr(10), '⏎')}" for b in article.blocks]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_the_forms_of_print_are_recognised(path: Path) -> None:
    """A newspaper's form says what each line is."""
    story, _, rest = path.read_text(encoding="utf-8").partition("\n")
    text, rule, want = rest.partition("---\n")
    assert story.startswith("# ")
    assert rule, "a golden file has a line --- between the article and its blocks"
    assert told(read_article(text, path.stem.partition("-")[0])) == want.splitlines()


@pytest.mark.parametrize("path", GOLDEN + ARTICLES, ids=lambda p: p.stem)
def test_blocks_are_spans_of_the_text(path: Path) -> None:
    """A block says where it stands, and blocks do not overlap."""
    article = read_article(path, "en")
    assert str(article) == path.read_text(encoding="utf-8")
    last = 0
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        assert last <= block.around[0] <= block.start <= block.end <= block.around[1]
        assert article.text.count("\n", 0, block.start) + 1 == block.line
        last = block.around[1]


@given(st.text(alphabet=st.sampled_from("aAé 。.—-【】()（）/＝日1\n\r\t“”"), min_size=1).filter(str.strip))
def test_no_letter_is_outside_the_blocks_of_a_plain_text(text: str) -> None:
    """Whatever is not in a block or in its frame is white space, a dash or a bracket."""
    article = read_article(text + "\nend", "en")
    inside = [False] * len(article.text)
    for block in article.blocks:
        inside[block.around[0] : block.around[1]] = [True] * (block.around[1] - block.around[0])
    outside = "".join(c for c, covered in zip(article.text, inside, strict=True) if not covered)
    assert not any(c.isalnum() for c in outside)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp"])
def test_the_encodings_of_japanese_newsrooms_are_read(encoding: str) -> None:
    """A Japanese article reads the same in every encoding it may have been saved in."""
    assert decode(JAPANESE.encode(encoding))[0] == JAPANESE


def test_windows_vietnamese_is_read() -> None:
    """Windows-1258 writes tones as marks of their own; the text comes out in NFC."""
    data = b"\xd0\xe2y l\xe0 v\xe3n b\xe0\xf2n ti\xea\xecng Vi\xea\xf2t c\xf9a "
    data += b"\xd0\xe0i s\xfd qu\xe1n t\xe2\xf2i B\xe0n."
    text, encoding = decode(data)
    assert encoding == "cp1258"
    assert "tiếng Việt" in text


def test_tcvn3_is_read() -> None:
    """TCVN3 was the encoding of Vietnamese newsrooms in the 1990s; bytes of the standard's table."""
    data = "§¹i sø qu¸n ViÖt Nam t¹i NhËt B¶n mêi ®¹i diÖn c¸c ®Þa ph­¬ng dù giao l­u.".encode("latin-1")
    text, encoding = decode(data)
    assert encoding == "tcvn3"
    assert text == "Đại sứ quán Việt Nam tại Nhật Bản mời đại diện các địa phương dự giao lưu."


def test_the_encoding_that_was_taken_is_said(tmp_path: Path) -> None:
    """Nobody guesses in silence."""
    path = tmp_path / "a.txt"
    path.write_bytes(JAPANESE.encode("cp932"))
    assert read_article(path).encoding == "cp932"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (codecs.BOM_UTF8 + b"\x00\x01\x02", "is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "encoding"),
        (b"abc\xff\xfe\xfd def", "encoding"),
        (b"a" * 1_000_001, "longer|more than any article"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    """The error names the file, what is wrong, and what to do."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as caught:
        read_article(path, "en")
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """A name that is no file is an error, not an article of one line."""
    with pytest.raises(InputError, match="no such file"):
        read_article(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_article(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """Two hundred megabytes in one line are no article, and are not loaded to find that out."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(InputError, match="more than any article"):
        read_article(path, "en")


def test_the_language_is_told_or_asked_for(tmp_path: Path) -> None:
    """Given, else named by the file, else recognised, else an error that says how to give it."""
    path = tmp_path / "a.vi.txt"
    path.write_text("1 2 3\n", encoding="utf-8")
    assert read_article(path).lang == "vi"
    assert read_article(path).name == "a"
    assert read_article(VIETNAMESE + "\n").lang == "vi"
    assert read_article(JAPANESE + "\n").lang == "ja"
    with pytest.raises(UnknownLanguageError, match="--lang"):
        read_article("1 2 3\n4")
    with pytest.raises(UnknownLanguageError, match="'fr'"):
        read_article(JAPANESE + "\n", "fr")


def test_the_day_of_an_impossible_date_is_unknown() -> None:
    """A time stamp of the 31st of February dates nothing, and breaks nothing."""
    assert read_article("A title\n31/02/2025 10:00\nText.", "en").date is None
    assert read_article("A title\n28/02/2025 10:00\nText.", "en").date == date(2025, 2, 28)
