"""Pages, Markdown, JSON and Word: what is read, and that it is written back as it came."""

from __future__ import annotations

import html
import io
import re
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toolkit import Article, Catalog, Message, read_article
from toolkit.article import Marks, Piece
from toolkit.catalog import entries
from toolkit.errors import InputError
from toolkit.readers import READERS
from toolkit.readers.codings import escape
from toolkit.readers.leaning import leaning
from toolkit.readers.marked import tidy
from toolkit.rendering import Rendering, rendering

GOLDEN = sorted((Path(__file__).parent / "golden" / "formats").glob("*.txt"))
WORD = (
    '<?xml version="1.0" encoding="UTF-8"?>{dtd}<w:document xmlns:w='
    '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
)


def golden(path: Path) -> tuple[str, str]:
    """The file in a fixture, and what is expected of it."""
    with path.open(encoding="utf-8", newline="") as stream:
        _, _, rest = stream.read().partition("\n")
    content, rule, want = rest.partition("%%%\n")
    assert rule, f"{path.name}: a line %%% ends the file in it"
    return content, want


def told(article: Article) -> str:
    """The facts and the blocks of an article as a fixture writes them, sentences parted by ¦."""
    found: dict[int, list[str]] = {}
    for entry in entries(article):
        found.setdefault(entry.block.start, []).append(entry.msgid)
    facts = (("date", article.date), ("section", article.section), ("place", article.place))
    out = [f"{name}: {value}" for name, value in facts if value]
    out += [f"{b.line} {b.role.value}: {' ¦ '.join(found.get(b.start, [b.text]))}" for b in article.blocks]
    return "\n".join(out) + "\n"


def filled(article: Article, lang: str, change: Any = str) -> Rendering:
    """An article rendered from a catalog in which each translation is its source, or *change* of it."""
    texts = {entry.msgid: None for entry in entries(article)}
    return rendering(
        article, Catalog(messages=[Message(text, change(text)) for text in texts], header={"Language": lang})
    )


def louder(message: str) -> str:
    """A translation that changes every word and no tag."""
    return re.sub(r"(<[^<>]*>)|([^<>]+)", lambda found: found[1] or f"{found[2].upper()}", message)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_file_is_read_as_a_person_reads_it(path: Path) -> None:
    """Each fixture says which blocks and sentences it has, on which lines, and when and where it was written."""
    content, want = golden(path)
    assert told(read_article(content, path.stem[-2:], form=path.stem.partition("-")[0])) == want


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_filled_with_its_source_a_file_comes_back(path: Path) -> None:
    """Not a byte changes in a text, a page, Markdown or JSON."""
    content, _ = golden(path)
    article = read_article(content, path.stem[-2:], form=path.stem.partition("-")[0])
    result = filled(article, article.lang)
    assert result.text == content
    assert result.missing == ()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_translation_reads_back_as_what_was_written(path: Path) -> None:
    """Rendered in other words and read again, a file has the same blocks with these words: no tag or sign gets lost."""
    content, _ = golden(path)
    article = read_article(content, path.stem[-2:], form=path.stem.partition("-")[0])
    again = read_article(filled(article, article.lang, louder).text, article.lang, form=article.format)
    assert [entry.msgid for entry in entries(again)] == [louder(entry.msgid) for entry in entries(article)]


def test_ten_fixtures_a_reader() -> None:
    """Every text format has its fixtures; documents are built below, plain text has tests of its own."""
    for form in READERS.keys() - {"text", "docx"}:
        assert sum(path.stem.startswith(f"{form}-") for path in GOLDEN) >= 10, form


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_blocks_point_into_the_file(path: Path) -> None:
    """Blocks stand in order and do not overlap, and a sentence's place holds its words."""
    content, _ = golden(path)
    article = read_article(content, path.stem[-2:], form=path.stem.partition("-")[0])
    last = 0
    for block in article.blocks:
        assert last <= block.around[0] <= block.start < block.end <= block.around[1]
        last = block.around[1]
    for entry in entries(article):
        assert content.count("\n", 0, entry.start) + 1 >= entry.block.line
        raw = html.unescape(content[entry.start : entry.end])
        first = re.sub(r"<[^<>]*>", "", entry.msgid)[:2]
        assert first in raw or "\\" in raw, (first, raw)


def test_the_page_says_the_language_it_is_in() -> None:
    """A rendering declares its own language and encoding, where the source declared its own."""
    page = '<html lang="vi"><head><meta charset="windows-1258"></head><body><h1>Mưa</h1><p>Mưa to.</p></body></html>'
    text = filled(read_article(page, form="html"), "ja", lambda _: "雨。").text
    assert '<html lang="ja">' in text
    assert 'charset="utf-8"' in text


def test_a_translator_moves_tags_and_types_signs() -> None:
    """Links keep their addresses in any order; what looks like a tag in the text is text on the page."""
    page = '<p>Read <a href="/1">this</a> and <a href="/2">that</a>, R&amp;D.</p>'
    article = read_article(page, "en", form="html")
    assert [entry.msgid for entry in entries(article)] == ["Read <a>this</a> and <a2>that</a2>, R&D."]
    moved = filled(article, "vi", lambda _: "<a2>Kia</a2> & <a>này</a>, 1 < 2 <i>.")
    assert moved.text == '<p><a href="/2">Kia</a> & <a href="/1">này</a>, 1 &lt; 2 &lt;i&gt;.</p>'
    crossed = filled(article, "vi", lambda _: "<a>Kia</a2> này.")
    assert crossed.text == "<p>Kia này.</p>"


def test_a_tag_holds_sentences_together_and_one_around_them_does_not() -> None:
    """Half a pair in a sentence would break the page; a bold paragraph has plain sentences."""
    article = read_article("<p><b>One. Two.</b> Three <i>four. Five</i> six.</p>", "en", form="html")
    assert [entry.msgid for entry in entries(article)] == ["One.", "Two.", "Three <i>four. Five</i> six."]
    assert filled(article, "ja", lambda text: "一。" if "<i>" not in text else "<i>三</i>。").text == (
        "<p><b>一。一。</b><i>三</i>。</p>"
    )


def test_what_a_desk_leaves_out_leaves_no_broken_tag() -> None:
    """An omitted sentence takes its words, not half of the bold type around it."""
    article = read_article("<p><b>One. Two.</b> Three.</p>", "en", form="html")
    messages = [Message("One.", comments=("vje: omit",)), Message("Two.", "Hai."), Message("Three.", "Ba.")]
    result = rendering(article, Catalog(messages=messages, header={"Language": "vi"}))
    assert result.text == "<p><b>Hai.</b> Ba.</p>"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1. Hai", "1\\. Hai"),
        ("# Ba *bốn* [năm] a_b _c", "\\# Ba \\*bốn\\* \\[năm\\] a_b \\_c"),
        ("- sáu <b", "\\- sáu \\<b"),
    ],
)
def test_signs_of_markdown_in_a_translation_are_text(text: str, want: str) -> None:
    """A translator types what a reader shall see."""
    assert filled(read_article("Rain.\n", "en", form="markdown"), "vi", lambda _: text).text == want + "\n"


PART = st.text(alphabet="東京は「」（）。、！ab \"'(),.!*_-", min_size=1, max_size=6)


@given(st.sampled_from(["*", "_", "**", "__"]), st.sampled_from(["", "*", "_", "**", "__"]), PART, PART, PART)
@settings(max_examples=200)
def test_emphasis_is_emphasis_to_a_strict_reader(outer: str, inner: str, before: str, text: str, after: str) -> None:
    """Whatever brackets and letters stand around a pair of marks, CommonMark makes bold or italic type of it."""
    text = text.strip()
    assume(text and len(inner) != len(outer))
    parts = [("x" + before, ""), (outer, "<"), (inner, "<"), (text, ""), (inner, ">"), (outer, ">"), (after + "x", "")]
    written = leaning([(escape("markdown", part) if not kind else part, kind) for part, kind in parts if part])
    page = MarkdownIt("commonmark").render(written)
    assert "<em>" in page or "<strong>" in page, written
    assert html.unescape(re.sub(r"<[^<>]*>", "", page)).strip("\n") == f"x{before}{text}{after}x"


def test_what_stays_inside_a_sentence_is_said() -> None:
    """Descriptions of pictures inside sentences, titles of links, captions in shortcodes: a remark names them."""
    page = '<p>See <img src="a" alt="the map"> and <a href="b" title="The site">this</a> and <img src="c">.</p>'
    assert read_article(page, "en", form="html").remarks == (
        "the descriptions of 2 pictures and links inside sentences stay in the source language",
    )
    text = '{{< figure src="a.png" caption="Rain" >}}\n\nIt rained ![in Hanoi](b.png) today.\n'
    assert read_article(text, "en", form="markdown").remarks == (
        "the description of 1 picture or link inside a sentence stays in the source language",
        "captions in shortcodes stay in the source language",
    )


@pytest.mark.parametrize(
    ("form", "text", "want"),
    [
        ("html", "<p><b>HÀ NỘI — It rained</b> today.</p>", "<p><b>【ハノイ】雨。</b></p>"),
        ("markdown", "**HÀ NỘI — It rained** today.\n", "**【ハノイ】雨。**\n"),
    ],
)
def test_a_half_of_a_pair_is_written_whether_it_was_copied_or_not(form: str, text: str, want: str) -> None:
    """Bold type that begins in the dateline ends in the sentence, also where the translator left its end out."""
    article = read_article(text, "en", form=form)
    messages = [Message("HÀ NỘI", "ハノイ"), Message("It rained<b/> today.", "雨。")]
    assert rendering(article, Catalog(messages=messages, header={"Language": "ja"})).text == want


def test_a_page_may_bring_its_programs_along() -> None:
    """Megabytes of scripts in a page are no text; a page of as much text is more than any article."""
    page = "<html><body><script>" + "x" * 1_600_000 + "</script><h1>Rain</h1><p>It rained in Hanoi.</p></body></html>"
    assert [entry.msgid for entry in entries(read_article(page, "en", form="html"))] == ["Rain", "It rained in Hanoi."]
    with pytest.raises(InputError, match="more than any article"):
        read_article("<p>" + "a b. " * 310_000, "en", form="html")
    with pytest.raises(InputError, match="paragraphs, more than any article"):
        read_article("<p>a" * 20_001, "en", form="html")


def test_a_page_without_trafilatura_is_read_by_its_landmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the page's own article element counts, and the reader is told so."""
    page = next(path for path in GOLDEN if path.stem == "html-01.vi")
    with_it = told(read_article(golden(page)[0], "vi", form="html"))
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    article = read_article(golden(page)[0], "vi", form="html")
    assert told(article) == with_it
    assert "trafilatura" in article.remarks[0]


def test_facts_of_a_page_come_from_its_head() -> None:
    """JSON-LD and meta elements date and place an article."""
    ld = (
        '{"@type": "NewsArticle", "datePublished": "2025-03-01T08:00:00Z", "articleSection": "Politics",'
        ' "inLanguage": "en-GB", "contentLocation": {"name": "Tokyo"}}'
    )
    page = f'<script type="application/ld+json">{ld}</script><h1>Pact</h1><p>The pact was signed.</p>'
    article = read_article(page, form="html")
    assert (article.date, article.section, article.lang, article.place) == (date(2025, 3, 1), "Politics", "en", "Tokyo")


def test_the_encoding_that_a_page_declares_is_taken(tmp_path: Path) -> None:
    """Shift_JIS is declared in the head, where no detector has to guess."""
    path = tmp_path / "a.ja.html"
    path.write_bytes('<meta charset="Shift_JIS"><p>雨。</p>'.encode("cp932"))
    article = read_article(path)
    assert (article.encoding, article.blocks[0].text) == ("cp932", "雨。")
    assert filled(article, "ja").text == '<meta charset="utf-8"><p>雨。</p>'  # what is written is UTF-8, and says so
    page = '<?xml version="1.0" encoding="EUC-JP"?>\r\n<html lang="ja"><body>\r\n<p>雨。</p>\r\n</body></html>\r\n'
    path.write_bytes(page.encode("euc_jp"))
    article = read_article(path)
    assert article.encoding in ("euc_jp", "euc-jp")
    assert filled(article, "en", lambda _: "Rain.").text == (
        page.replace("EUC-JP", "utf-8").replace('"ja"', '"en"').replace("雨。", "Rain.")
    )


def test_a_jsonl_file_is_in_one_language() -> None:
    """A catalog has one source language; the line that is in another one is named."""
    with pytest.raises(InputError, match="is in 'vi'") as caught:
        read_article('{"lang": "en", "title": "A"}\n{"lang": "vi", "title": "B"}\n', form="jsonl")
    assert caught.value.line == 2
    several = read_article(
        '{"lang": "en", "date": "2025-01-01", "title": "A"}\n{"date": "2025-01-02", "title": "B"}\n', form="jsonl"
    )
    assert several.date is None
    assert several.remarks


@given(
    st.lists(
        st.sampled_from(
            "One. |<b>|</b>|<i>|</i>|two |&amp; |<br>|<a href='x'>|</a>|Three. | |\n|<p>|</p>|東京。|<rt>|<!--".split(
                "|"
            )
        ),
        min_size=1,
        max_size=25,
    )
)
@settings(max_examples=150)
def test_any_page_comes_back_and_messages_are_balanced(parts: list[str]) -> None:
    """Whatever nonsense a page holds, nothing of it is lost, and no message has half a pair of tags."""
    article = read_article("<p>Start</p>" + "".join(parts), "en", form="html")
    assert filled(article, "en").text == article.text
    for entry in entries(article):
        depth: list[str] = []
        for slash, name, alone in re.findall(r"<(/?)([a-z0-9]+)(/?)>", entry.msgid):
            if slash:
                assert depth.pop() == name
            elif not alone:
                depth.append(name)
        assert not depth


@given(st.text(alphabet="ab*_`[]()<>!\\\n |#->1.&;~: ", min_size=1, max_size=60))
@settings(max_examples=150)
def test_any_markdown_comes_back(text: str) -> None:
    """Filled with its source, no character of a Markdown file changes."""
    article = read_article(f"Start\n\n{text}\n\nend", "en", form="markdown")
    assert filled(article, "en").text == article.text


def test_pieces_know_their_places() -> None:
    """White space around tags goes, places stay."""
    pieces = tidy(
        [Piece(0, 2, "  "), Piece(2, 5, "", "b"), Piece(5, 10, "a\n  b"), Piece(10, 14, "", "/b"), Piece(14, 15, ".")]
    )
    cut = Marks(pieces).cut(0, 4)
    assert (cut.message, cut.start, cut.end) == ("<b>a b</b>.", 2, 15)


# Word -------------------------------------------------------------------------------------------------------------


def document(tmp_path: Path, body: str, dtd: str = "", **parts: bytes) -> Path:
    """A document of nothing but its text."""
    path = tmp_path / "a.en.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("word/document.xml", WORD.format(dtd=dtd, body=body))
        for name, content in parts.items():
            box.writestr(f"word/{name}.xml", content)
    return path


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    given = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="00A1">{given}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph."""
    given = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{given}{''.join(runs)}</w:p>"


LINK = '<w:hyperlink r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph(run('Name'))}</w:tc><w:tc>{paragraph(run('Ten'))}</w:tc></w:tr></w:tbl>"
LINKED = LINK + run("this", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>"
DELETED = '<w:del w:id="1"><w:r><w:delText>not </w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2">{run(" more. Two")}{run(" and.")}</w:ins>'
CONTROL = f"<w:sdt><w:sdtContent>{run('really')}</w:sdtContent></w:sdt>"
PICTURE = "<w:r><w:drawing><x/></w:drawing></w:r>"
#: Name -> the runs of its paragraph, or its body, and the messages that a translator gets.
DOCUMENTS = {
    "plain": (paragraph(run("Fog. Rain.")), ["Fog.", "Rain."]),
    "heading": (
        paragraph(run("Fog closes airport"), style="Heading1") + paragraph(run("So.")),
        ["Fog closes airport", "So."],
    ),
    "bold": (paragraph(run("The "), run("fair", "<w:b/>"), run(" opened.")), ["The <b>fair</b> opened."]),
    "all bold": (paragraph(run("One. ", "<w:b/>"), run("Two.", "<w:b/>")), ["One.", "Two."]),
    "split runs": (
        paragraph(run("The fa"), run("ir", '<w:lang w:val="en-US"/>'), run(" opened.")),
        ["The fair opened."],
    ),
    "link": (paragraph(run("See "), LINKED, run(".")), ["See <a>this</a>."]),
    "table": (TABLE, ["Name", "Ten"]),
    "dateline": (
        paragraph(run("HÀ NỘI", "<w:b/>"), run(" — It rained. R&amp;D &lt; 5.")),
        ["HÀ NỘI", "It rained.", "R&D < 5."],
    ),
    "picture": (paragraph(run("See "), PICTURE, run(" here.")), ["See <img/> here."]),
    "inserted": (paragraph(run("One"), INSERTED, run(" Three.")), ["One more.", "Two and.", "Three."]),
    "control": (paragraph(run("It "), CONTROL, run(" rained.")), ["It <field/> rained."]),
    "deleted": (paragraph(run("It "), DELETED, run("rained.")), ["It rained."]),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_and_written_back(name: str, tmp_path: Path) -> None:
    """Runs that look the same are one text, others are tags; filled with its source a document is the same."""
    body, want = DOCUMENTS[name]
    article = read_article(document(tmp_path, body))
    assert [entry.msgid for entry in entries(article)] == want
    result = filled(article, "en")
    assert result.text == article.text
    again = tmp_path / "b.en.docx"
    again.write_bytes(result.data)
    assert told(read_article(again)) == told(article)


def test_half_a_translation_is_a_whole_document(tmp_path: Path) -> None:
    """Sentences that stay and sentences that change meet inside links and tracked changes, and the XML stays sound."""
    article = read_article(document(tmp_path, "".join(body for body, _ in DOCUMENTS.values())))
    for keep in range(3):
        number = iter(range(1000))
        result = filled(article, "vi", lambda text, n=number, k=keep: text if next(n) % 3 == k else louder(text))
        again = tmp_path / "b.en.docx"
        again.write_bytes(result.data)
        assert len(list(entries(read_article(again)))) == len(list(entries(article)))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_translated_document_has_the_same_structure(name: str, tmp_path: Path) -> None:
    """In other words, too: the same paragraphs, links, pictures and styles."""
    article = read_article(document(tmp_path, DOCUMENTS[name][0]))
    again = tmp_path / "b.en.docx"
    again.write_bytes(filled(article, "en", louder).data)
    assert [entry.msgid for entry in entries(read_article(again))] == [louder(text) for text in DOCUMENTS[name][1]]


def test_word_reads_what_we_write(tmp_path: Path) -> None:
    """python-docx opens a translated document and finds bold type around the words that the translator chose."""
    source = docx.Document()
    source.add_heading("Fair opens", 0)
    body = source.add_paragraph("TOKYO — The ")
    body.add_run("Vietnam Festival").bold = True
    body.add_run(" opened in Yoyogi Park.")
    source.add_table(1, 2).cell(0, 1).text = "Ten thousand"
    path = tmp_path / "a.en.docx"
    source.save(str(path))
    words = {
        "Fair opens": "見本市が開幕",
        "TOKYO": "東京",
        "The <b>Vietnam Festival</b> opened in Yoyogi Park.": "代々木公園で<b>ベトナムフェスティバル</b>が開幕した。",
        "Ten thousand": "1万",
    }
    written = docx.Document(io.BytesIO(filled(read_article(path), "ja", words.__getitem__).data))
    assert [p.text for p in written.paragraphs] == [
        "見本市が開幕",
        "【東京】代々木公園でベトナムフェスティバルが開幕した。",
    ]
    assert [r.text for p in written.paragraphs for r in p.runs if r.bold] == ["ベトナムフェスティバル"]
    assert written.tables[0].cell(0, 1).text == "1万"
    assert written.paragraphs[0].style is not None
    assert written.paragraphs[0].style.name == "Title"


def test_what_a_document_keeps_in_the_source_language_is_said(tmp_path: Path) -> None:
    """Footnotes, headers and text boxes are not translated, and nobody has to find that out in print."""
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    path = document(tmp_path, paragraph(run("Text."), box), footnotes=b"<w:footnotes><w:t>x</w:t></w:footnotes>")
    remarks = " ".join(read_article(path).remarks)
    assert "boxes" in remarks
    assert "footnotes" in remarks


def test_a_document_that_changed_is_not_overwritten(tmp_path: Path) -> None:
    """A translation of yesterday's text is not put into today's file."""
    path = document(tmp_path, paragraph(run("Text.")))
    result = filled(read_article(path), "vi", lambda _: "Chữ.")
    document(tmp_path, paragraph(run("Other text.")))
    with pytest.raises(InputError, match="has changed"):
        _ = result.data


# Hostile files ----------------------------------------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)) + "]>"
)


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
        LAUGHS,
        f'<!DOCTYPE a [<!ENTITY x "{"x" * 10_000}">]>',
    ],
    ids=["entity of a file", "external DTD", "billion laughs", "quadratic blow-up"],
)
def test_entities_in_a_document_are_refused(dtd: str, tmp_path: Path) -> None:
    """No document of Word declares any; nothing is fetched and nothing expanded."""
    with pytest.raises(InputError, match="declares XML entities"):
        read_article(document(tmp_path, paragraph(run("&x;" if "ENTITY x" in dtd else "a")), dtd))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document unpacks to is asked before it is unpacked, also of the parts beside the text."""
    monkeypatch.setattr(
        "toolkit.readers.package.MOST_IN_ALL", 10_000_000
    )  # a real bomb takes longer to make than to refuse
    path = document(tmp_path, paragraph(run("Text.")), footnotes=b"\0" * 10_000_000)
    assert path.stat().st_size < 20_000
    with pytest.raises(InputError, match="more than any article"):
        read_article(path)


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 a document of 1997"])
def test_what_is_no_document_is_refused(data: bytes, tmp_path: Path) -> None:
    """The error says what to save it as."""
    path = tmp_path / "a.en.docx"
    path.write_bytes(data)
    with pytest.raises(InputError, match="no Word document"):
        read_article(path)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", '<a b="' * 20_000),
        ("html", "<a " + "='" * 20_001 + ">x"),
        ("html", "<!--" * 20_000),
        ("html", "<b>x <i>" * 4_000),
        ("html", "<div>" * 20_000 + "x"),
        ("markdown", "[" * 20_000),
        ("markdown", "![a](" * 10_000),
        ("markdown", "**a _b ~~c " * 5_000),
        ("markdown", "".join("`" * n + "a" for n in range(1, 300))),
    ],
)
def test_marks_without_their_other_half_cost_no_more_than_text(form: str, text: str) -> None:
    """Whatever is opened and never closed, reading takes one pass; the file is an article or is refused."""
    try:
        article = read_article(f"Start\n\n{text}\n\nend", "en", form=form)
    except InputError:
        return
    assert filled(article, "en").text == article.text


@pytest.mark.parametrize(
    "part",
    [
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:ruby></w:ruby></w:r>",
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>",
        "<w:r><w:tab/></w:r>",
    ],
)
def test_a_paragraph_of_ten_times_as_many_things_costs_ten_times_as_much(part: str, tmp_path: Path) -> None:
    """Reading a document takes time as its length grows, not as the square of it."""
    costs = []
    for count in (500, 5_000):
        path = document(tmp_path, paragraph(run("Rain.")) + paragraph(run("It rained."), part * count))
        before = time.process_time()
        read_article(path, "en")
        costs.append(time.process_time() - before)
    assert costs[1] < 40 * costs[0]


def test_json_that_nests_without_end_is_refused() -> None:
    """A parser's recursion limit is no crash."""
    with pytest.raises(InputError, match="nests deeper"):
        read_article('{"a":' * 100_000, "en", form="ninjs")
    with pytest.raises(InputError, match="is not JSON") as caught:
        read_article('{"headline": "A"}\n{"headline": B}\n', "en", form="jsonl")
    assert caught.value.line == 2


def test_a_script_is_neither_read_nor_changed() -> None:
    """Scripts and handlers of a page are no text; a translation cannot bring new ones."""
    page = '<p onclick="steal()">Rain.</p><script>steal("<p>Rain.</p>")</script>'
    article = read_article(page, "en", form="html")
    assert [entry.msgid for entry in entries(article)] == ["Rain."]
    text = filled(article, "vi", lambda _: '<script>steal()</script>"').text
    assert text == page.replace(">Rain.</p><s", '>&lt;script&gt;steal()&lt;/script&gt;"</p><s')


def test_a_block_may_be_moved_to_another_article() -> None:
    """Blocks are values: an article with fewer of them renders what is left."""
    article = read_article("<p>One.</p><p>Two.</p>", "en", form="html")
    assert filled(replace(article, blocks=article.blocks[1:]), "vi", lambda _: "Hai.").text == "<p>One.</p><p>Hai.</p>"
