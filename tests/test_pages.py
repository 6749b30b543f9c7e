"""Pages: whole, safe and in three languages before any browser has seen them (make test-browser goes on from here)."""

from __future__ import annotations

import base64
import csv
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog import Catalog, Message
from toolkit.errors import InputError
from toolkit.finding import Finding, Severity
from toolkit.glossary.book import Glossary
from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.find.finder import Match
from toolkit.readers import read_article
from toolkit.report import Report, write
from toolkit.report.review.cell import pieces
from toolkit.report.review.matrix import matrix
from toolkit.report.review.sheet import sheets
from toolkit.report.run import Wishes, check_files
from toolkit.report.site.data import site_data
from toolkit.report.site.examples import Example, examples
from toolkit.report.site.write import site_page, write_site
from toolkit.report.terms import FORMS, article_terms, write_terms
from toolkit.report.web.page import sayings

ROOT = Path(__file__).parent.parent
WEB = ROOT / "toolkit" / "report" / "web"
PREFERRED, DEPRECATED = Status.PREFERRED, Status.DEPRECATED
VERIFIED = Confidence.VERIFIED
YAMAGUCHI = Concept(
    "jp.pref.yamaguchi",
    "place.prefecture",
    "JP",
    (
        Term("Yamaguchi Prefecture", "en", PREFERRED),
        Term("tỉnh Yamaguchi", "vi", PREFERRED),
        Term("山口県", "ja", PREFERRED),
        Term("山口懸", "ja", DEPRECATED),
    ),
    reading="やまぐちけん",
    confidence=VERIFIED,
)
JAPAN = Concept(
    "country.jp",
    "place.country",
    "JP",
    (Term("Japan", "en", PREFERRED), Term("Nhật Bản", "vi", PREFERRED), Term("日本", "ja", PREFERRED)),
    confidence=VERIFIED,
)
OLD = Concept(
    "old",
    "place.province",
    "VN",
    (Term("Hà Tây", "vi", PREFERRED),),
    valid_until=date(2008, 7, 31),
    replaced_by=("new",),
)
NEW = Concept("new", "place.province", "VN", (Term("Hà Nội", "vi", PREFERRED),), valid_from=date(2008, 8, 1))
SMALL = Glossary([YAMAGUCHI, JAPAN, OLD, NEW])


def data_of(page: str) -> dict[str, object]:
    """The data block of a page, as a browser reads it."""
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    data = json.loads(block.group(1))
    assert isinstance(data, dict)
    return data


def text_of(page: str) -> str:
    """What a reader sees of a page, without scripts, styles and marks."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", bare))


def catalog(folder: Path, lang: str, pairs: dict[str, str], source: str = "vi") -> Path:
    """A catalog on the disk, where a project keeps it."""
    path = folder / "locales" / lang / "LC_MESSAGES" / "2026-02-26-news.po"
    made = Catalog([Message(msgid, msgstr) for msgid, msgstr in pairs.items()])
    made.header = {"Language": lang, "X-Source-Language": source, "Content-Type": "text/plain; charset=UTF-8"}
    made.save(path)
    return path


# --- what every page is


def test_every_text_of_the_pages_is_there_in_three_languages() -> None:
    """A reader in Hà Nội or Tokyo sees no English word for want of a translation."""
    for table, rows in sayings().items():
        for key, texts in rows.items():
            assert set(texts) == {"en", "vi", "ja"}, f"{table}.{key}"
            assert all(texts.values()), f"{table}.{key}"
            holes = {lang: set(re.findall(r"\{\w+\}", text)) for lang, text in texts.items()}
            assert key == "date" or holes["vi"] == holes["ja"] == holes["en"], f"{table}.{key}"


def test_every_text_that_a_page_names_exists() -> None:
    """A key in a template or a script is in the list of words."""
    known = sayings()["words"]
    for path in sorted([*WEB.glob("*.html"), *WEB.glob("*.js")]):
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r'\bw\("([a-z0-9-]+)"\)', text)) | set(re.findall(r'\bsay\("([a-z0-9-]+)"[,)]', text))
        assert named <= set(known), path.name


def test_a_subject_without_a_name_goes_by_its_group() -> None:
    """Curators may invent a subject before anybody has translated it; every group has a name."""
    new = Concept("x", "place.spring", "", (Term("X", "en", PREFERRED),))
    assert site_data(Glossary([new]), "1", {})["labels"]["place.spring"]["ja"] == "地名: spring"
    groups = {concept.subject.partition(".")[0] for concept in Glossary.load()}
    assert groups <= set(sayings()["subjects"])


def test_a_page_allows_its_own_script_and_style_and_nothing_else() -> None:
    """The policy names the hashes of what is inside, and no source, no frame, no form is left open."""
    page = site_page(SMALL, "1", {})
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    said = html.unescape(policy.group(1))
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(script) == len(style) == 1
    for name, text in (("script-src", script[0]), ("style-src", style[0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in said
    assert said.startswith("default-src 'none';")
    assert "unsafe" not in said
    assert "http" not in said
    assert not re.search(r"\son\w+=|\sstyle=|javascript:", page.replace(script[0], ""))


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>"])
def test_no_text_can_become_markup(tmp_path: Path, text: str) -> None:
    """A name, a note, a sentence, a translation, a comment that holds markup is shown as it is."""
    evil = Concept("term.evil", "term.news", "", (Term(text, "en", PREFERRED),), note=text, sources=(text,))
    site = site_page(Glossary([evil]), text, {"term.evil": [Example(text, "en", text, 0, 3)]})
    made = Catalog([Message(f"{text} Japan", f"{text} 日本", comments=(text,))])
    made.header = {"Language": "ja", "X-Source-Language": "en"}
    path = tmp_path / "evil.po"
    made.save(path)
    review = write(check_files([path], SMALL, Wishes()), "html")
    article = read_article(f"{text} Japan said.\n", "en")
    terms = write_terms(article, article_terms(article, SMALL), "html").decode()
    for page in (site, review, terms):
        scripts = len(re.findall(r"<script", page))
        assert scripts == 2
        assert "<img" not in page
        assert "<!--" not in page
    assert text in text_of(review)
    assert "term.evil" in json.dumps(data_of(site))


def test_a_page_is_the_same_when_it_is_made_again(tmp_path: Path) -> None:
    """No clock, no hash seed: the second run writes nothing."""
    first = write_site(tmp_path, SMALL, "1")
    stamps = [path.stat().st_mtime_ns for path in first]
    assert [path.stat().st_mtime_ns for path in write_site(tmp_path, SMALL, "1")] == stamps


def test_who_asks_for_a_word_does_not_load_the_templates() -> None:
    """A look-up at the terminal pays for no page."""
    code = "import sys, toolkit.cli.main, toolkit.cli.lookup, toolkit.cli.check; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


# --- the glossary site


def test_the_site_carries_all_of_a_concept() -> None:
    """Names with status and style, reading, dates, successors: what the entry shows is in the data."""
    data = site_data(SMALL, "1", {})
    rows = {row[0]: row for row in data["concepts"]}
    yamaguchi = rows["jp.pref.yamaguchi"]
    assert data["subjects"][yamaguchi[1]] == "place.prefecture"
    assert [term[:3] for term in yamaguchi[3]] == [
        ["Yamaguchi Prefecture", 0, 0], ["tỉnh Yamaguchi", 1, 0], ["山口県", 2, 0], ["山口懸", 2, 2]
    ]  # fmt: skip
    assert yamaguchi[4] == "やまぐちけん"
    assert rows["old"][6] == "2008-07-31"
    assert [data["concepts"][number][0] for number in rows["old"][7]] == ["new"]
    assert data["countries"]["JP"] == ["Japan", "Nhật Bản", "日本"]


def test_an_example_is_a_sentence_of_an_article(tmp_path: Path) -> None:
    """At most two sentences a language, each with the place of the name in it; what is no article is passed over."""
    (tmp_path / "2026-01-01-a.vi.txt").write_text(
        "Tin\n\nNhật Bản mời. Nhật Bản thăm. Nhật Bản về.\n", encoding="utf-8"
    )
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01")
    found = examples(tmp_path.iterdir(), SMALL)["country.jp"]
    assert [example.text for example in found] == ["Nhật Bản mời.", "Nhật Bản thăm."]
    assert [example.text[example.start : example.end] for example in found] == ["Nhật Bản"] * 2


def test_the_command_writes_the_site(tmp_path: Path) -> None:
    """One page, and the glossary as files that a spreadsheet and a program can read."""
    command = [sys.executable, "-m", "toolkit", "glossary", "site", str(tmp_path / "out")]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    names = sorted(Path(line).name for line in done.stdout.splitlines())
    assert names == sorted(path.name for path in (tmp_path / "out").iterdir())
    size = len(Glossary.load())
    with (tmp_path / "out" / "glossary.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert sum(1 for _ in csv.DictReader(stream)) == size
    concepts = data_of((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))["concepts"]
    assert isinstance(concepts, list)
    assert len(concepts) == size


# --- the review


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_cutting_loses_no_character(data: st.DataObject) -> None:
    """Whatever overlaps, the pieces of a sentence make up the sentence."""
    text = data.draw(st.text(max_size=20))
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    concept = SMALL.concept("country.jp")
    names = [Match(a, b, concept.terms[0], (concept,)) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    spots = data.draw(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=4))
    found = [Finding("x", Severity.ERROR, "", start=min(spot), end=max(spot)) for spot in spots]
    cut = pieces(text, names, found, {"country.jp": 0})
    assert "".join(atom.text for piece in cut for atom in piece.atoms) == text
    assert ["".join(a.text for a in p.atoms) for p in cut if p.concept] == [text[n.start : n.end] for n in names]


def test_a_finding_inside_a_name_marks_its_part_only() -> None:
    """The worst finding of a spot gives its colour, the name around it stays one name."""
    concept = SMALL.concept("jp.pref.yamaguchi")
    found = [
        Finding("a", Severity.WARNING, "", start=1, end=3),
        Finding("b", Severity.ERROR, "", start=2, end=4),
    ]
    (name, rest) = pieces("山口県は", [Match(0, 3, concept.terms[2], (concept,))], found, {concept.id: 2})
    assert [(atom.text, atom.severity) for atom in name.atoms] == [("山", ""), ("口", "warning"), ("県", "error")]
    assert (name.concept, name.color) == ("jp.pref.yamaguchi", 2)
    assert [(atom.text, atom.severity) for atom in rest.atoms] == [("は", "error")]


def test_catalogs_of_one_article_share_a_table(tmp_path: Path) -> None:
    """Source, target and the third language are the columns of one row, the same name has the same colour."""
    ja = catalog(tmp_path, "ja", {"Nhật Bản.": "日本。", "Tỉnh Yamaguchi.": "山口県。"})
    catalog(tmp_path, "en", {"Nhật Bản.": "Japan.", "Tỉnh Yamaguchi.": "Yamaguchi Prefecture."})
    (sheet,) = sheets(check_files([ja], SMALL, Wishes()))
    assert sheet.langs == ["vi", "ja", "en"]
    assert sheet.compared == ["en"]
    texts = [["".join(a.text for p in c.pieces for a in p.atoms) for c in row.cells if c] for row in sheet.rows]
    assert texts == [["Nhật Bản.", "日本。", "Japan."], ["Tỉnh Yamaguchi.", "山口県。", "Yamaguchi Prefecture."]]
    colors = {p.color for c in sheet.rows[0].cells if c for p in c.pieces if p.concept == "country.jp"}
    assert colors == {0}


def test_the_third_language_may_come_from_the_notes(tmp_path: Path) -> None:
    """Where no catalog lies beside, the note for translators tells how the sentence was published."""
    path = tmp_path / "a.po"
    made = Catalog([Message("Nhật Bản.", "日本。", notes=("en: Japan.",))])
    made.header = {"Language": "ja", "X-Source-Language": "vi"}
    made.save(path)
    (sheet,) = sheets(Report((), (path,), glossary=SMALL))
    assert sheet.langs == ["vi", "ja", "en"]


def test_the_matrix_puts_names_with_several_ways_first(tmp_path: Path) -> None:
    """山口県 and 山口懸 for one name: counted, the commonest first, each with its sentences."""
    path = catalog(
        tmp_path,
        "ja",
        {
            "Tỉnh Yamaguchi vui.": "山口県は喜ぶ。",
            "Nhật Bản vui.": "日本は喜ぶ。",
            "Ở tỉnh Yamaguchi.": "山口懸で。",
            "Từ tỉnh Yamaguchi.": "山口県から。",
            "Ở Nhật Bản.": "日本で。",
        },
    )
    found = sheets(Report((), (path,), glossary=SMALL))
    several, one = matrix(found, SMALL)
    assert [(text, len(rows)) for text, rows in several.ways] == [("山口県", 2), ("山口懸", 1)]
    assert several.ways[1][1] == ["2026-02-26-news.3"]
    assert (one.form, one.count) == ("Nhật Bản", 2)


def test_the_review_shows_a_finding_with_its_explanation(tmp_path: Path) -> None:
    """Message, fix and the reason of the check are on the page, the progress too."""
    path = catalog(tmp_path, "ja", {"Tỉnh Yamaguchi vui.": "山口懸は喜ぶ。", "Nhật Bản vui.": ""})
    text = text_of(write(check_files([path], SMALL, Wishes()), "html"))
    assert "term-deprecated" in text
    assert "山口県" in text
    assert "1/2" in text
    assert "untranslated" in text


def test_a_finished_text_is_reviewed_as_well(tmp_path: Path) -> None:
    """``vje lint --format html``: a column of lines, the findings under them."""
    path = tmp_path / "a.ja.txt"
    path.write_text("山口懸は喜ぶ。\n", encoding="utf-8")
    command = [sys.executable, "-m", "toolkit", "lint", "--format", "html", "--exit-zero", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert "山口懸は喜ぶ。" in text_of(done.stdout)


def test_the_report_command_writes_a_page_and_counts(tmp_path: Path) -> None:
    """The sample catalogs, reviewed: every article on the page, the count on stderr, and no exit code to fear."""
    page = tmp_path / "review.html"
    command = [sys.executable, "-m", "toolkit", "--ui-lang", "ja", "report", "--html", str(page)]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert "6" in done.stderr
    assert "情報" in done.stderr
    html = page.read_text(encoding="utf-8")
    assert '<html lang="ja" data-pinned>' in html
    for lang in ("en", "vi", "ja"):
        assert f'<span lang="{lang}" class="told">' in html
    text = text_of(html)
    for path in (ROOT / "locales").rglob("*.po"):
        assert path.stem in text


# --- an article's own glossary

ARTICLE = "Nhật Bản mời khách.\n\nTỉnh Yamaguchi của Nhật Bản vui.\n"


def test_terms_of_an_article_are_counted_in_their_order() -> None:
    """Each concept once, with the ways it is written and how often."""
    used = article_terms(read_article(ARTICLE, "vi"), SMALL)
    assert [(one.concept.id, dict(one.forms)) for one in used] == [
        ("country.jp", {"Nhật Bản": 2}),
        ("jp.pref.yamaguchi", {"Tỉnh Yamaguchi": 1}),
    ]


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"xlsx"}))
def test_terms_go_into_every_format(form: str) -> None:
    """A table, a page, and whatever other programs read holds the Japanese names."""
    article = read_article(ARTICLE, "vi")
    written = write_terms(article, article_terms(article, SMALL), form, "ja").decode("utf-8-sig")
    assert "日本" in written
    assert "山口県" in written


def test_a_pair_of_languages_needs_a_target() -> None:
    """A PO file holds two languages: without the second one there is an error that says so."""
    article = read_article(ARTICLE, "vi")
    with pytest.raises(InputError, match="two languages"):
        write_terms(article, article_terms(article, SMALL), "po")


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    """``-o terms.tbx`` is TBX, ``-o terms.html`` a page."""
    article = tmp_path / "a.vi.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    for name, sign in (("t.tbx", "<martif"), ("t.html", "<!DOCTYPE html>"), ("t.csv", "country.jp,")):
        out = tmp_path / name
        command = [sys.executable, "-m", "toolkit", "terms", str(article), "--to", "ja", "-o", str(out)]
        subprocess.run(command, check=True, cwd=tmp_path, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
        assert sign in out.read_text(encoding="utf-8-sig")
