"""An article becomes a catalog, and ``vje extract`` keeps it up to date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toolkit import Catalog, Glossary, extract, read_article
from toolkit.catalog import Source
from toolkit.catalog.job import Job
from toolkit.errors import CatalogError, InputError, ToolkitError
from toolkit.memory import Pair
from toolkit.memory.store import Memory

ARTICLES = Path(__file__).parent.parent / "articles"
TERMS = Path(__file__).parent / "golden" / "update" / "glossary"
ARTICLE = """date 2024-11-01 Society
Fair opens in Hiroshima

November 01, 2024 - 21:07

HIROSHIMA — The fair opened in Hiroshima on Friday. Some 40 firms took part.

It ends on Sunday. — VNS
"""


def glossary() -> Glossary:
    return Glossary.load(TERMS)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``vje extract`` in *folder*, with the small glossary."""
    command = [sys.executable, "-m", "toolkit", "extract", *arguments]
    command += [] if "--glossary" in arguments else ["--no-curated", "--glossary", str(TERMS)]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_every_sentence_is_a_message_in_order() -> None:
    """Provenance and the time stamp are not translated; all else is, once, in the article's order."""
    catalog = extract(read_article(ARTICLE, "en"), "ja", glossary())
    assert [m.msgid for m in catalog][:5] == [
        "Society",
        "Fair opens in Hiroshima",
        "HIROSHIMA",
        "The fair opened in Hiroshima on Friday.",
        "Some 40 firms took part.",
    ]
    assert (catalog.lang, catalog.source_lang) == ("ja", "en")


def test_terms_come_first_then_the_place() -> None:
    """A note says what to write, what to avoid, which day is meant, and where the sentence stands."""
    catalog = extract(read_article(ARTICLE, "en"), "ja", glossary())
    message = catalog.find("The fair opened in Hiroshima on Friday.")
    assert message is not None
    assert message.notes == (
        "Term: Hiroshima = 広島 (avoid: 広島懸)",
        "Date: Friday = 1日",
        "Where: paragraph 1, sentence 1 of 2",
    )


def test_an_entry_that_is_a_term_is_prefilled() -> None:
    """A dateline in capitals comes filled in and fuzzy, in capitals where the target has them."""
    article = read_article(ARTICLE, "en")
    found = [extract(article, lang, glossary()).find("HIROSHIMA") for lang in ("ja", "vi")]
    assert [(m.msgstr, m.fuzzy) for m in found if m] == [("広島", True), ("HIROSHIMA", True)]


def test_a_repeated_sentence_is_one_message() -> None:
    """Without a context, both places share one translation and both references."""
    article = read_article("Rain\n\nRain fell.\n\nIt stopped.\n\nRain fell.\n", "en")
    catalog = extract(article, "vi")
    message = catalog.find("Rain fell.")
    assert message is not None
    assert message.notes == ("Where: paragraph 1", "Where: paragraph 3")
    assert len(catalog) == 3


def test_by_paragraph(tmp_path: Path) -> None:
    """A translator who prefers paragraphs gets paragraphs; anything else is an error."""
    article = read_article(ARTICLE, "en")
    catalog = extract(article, "vi", by="paragraph")
    assert catalog.find("The fair opened in Hiroshima on Friday. Some 40 firms took part.") is not None
    with pytest.raises(InputError, match="cannot cut"):
        extract(article, "vi", by="word")
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(tmp_path, "a.en.txt", "--to", "vi", "--by", "paragraph").returncode == 0
    assert len(Catalog.load(tmp_path / "locales/vi/LC_MESSAGES/a.po")) == len(catalog)


def test_references_start_at_a_folder_above_the_catalog(tmp_path: Path) -> None:
    """Poedit looks for sources in the folders above a catalog, so that is where a reference starts."""
    path = tmp_path / "articles" / "a.en.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    target = tmp_path / "locales" / "vi" / "LC_MESSAGES" / "a.po"
    extract(read_article(path), "vi").save(target)
    assert "#: articles/a.en.txt:6\n" in target.read_text(encoding="utf-8")


def test_the_second_run_writes_nothing(tmp_path: Path) -> None:
    """Not a byte, not a time stamp, minutes later."""
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(tmp_path, "a.en.txt").returncode == 0
    paths = sorted((tmp_path / "locales").rglob("*.po*"))
    assert len(paths) == 3
    before = [(p.read_bytes(), p.stat().st_mtime_ns) for p in paths]
    later = extract(read_article(tmp_path / "a.en.txt"), "vi", glossary(), now=datetime(2030, 1, 1, tzinfo=UTC))
    Catalog.load(tmp_path / "locales/vi/LC_MESSAGES/a.po").update(later).save()
    again = run(tmp_path, "a.en.txt")
    assert again.stdout.count("unchanged") == 3
    assert [(p.read_bytes(), p.stat().st_mtime_ns) for p in paths] == before


def test_a_dry_run_writes_nothing_and_tells_all(tmp_path: Path) -> None:
    """Sentence by sentence as text, and as JSON with the same story."""
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    run(tmp_path, "a.en.txt", "--to", "vi")
    po = tmp_path / "locales/vi/LC_MESSAGES/a.po"
    catalog = Catalog.load(po)
    for message in catalog:
        message.msgstr, message.fuzzy = "Khoảng 40 công ty dự." if "40" in message.msgid else "Đã dịch.", False
    catalog.save()
    before = po.read_bytes()
    (tmp_path / "a.en.txt").write_text(ARTICLE.replace("40", "45"), encoding="utf-8")
    told = run(tmp_path, "a.en.txt", "--to", "vi", "--dry-run")
    assert "~ edited   Some 45 firms took part.  [“40” → “45”]" in told.stdout
    assert "would be written" in told.stdout
    assert po.read_bytes() == before
    record = json.loads(run(tmp_path, "a.en.txt", "--to", "vi", "--format", "json").stdout)[1]
    assert record["counts"]["edited"] == 1
    assert record["written"] is True
    assert [c["remark"] for c in record["changes"] if c["kind"] == "edited"] == ["“40” → “45”"]
    found = Catalog.load(po).find("Some 45 firms took part.")
    assert found is not None
    assert (found.msgstr, found.fuzzy) == ("Khoảng 45 công ty dự.", True)


def test_the_third_language_stands_in_the_notes(tmp_path: Path) -> None:
    """Where the Japanese version is published, its sentence helps the Vietnamese translator."""
    (tmp_path / "a.en.txt").write_text("Rain\n\nRain fell in Tokyo.\n", encoding="utf-8")
    (tmp_path / "a.ja.txt").write_text("雨\n\n東京で雨が降った。\n", encoding="utf-8")
    run(tmp_path, "a.en.txt")
    catalog = Catalog.load(tmp_path / "locales/ja/LC_MESSAGES/a.po")
    for message, text in zip(catalog, ("雨", "東京で雨が降った。"), strict=True):
        message.msgstr = text
    catalog.save()
    run(tmp_path, "a.en.txt")
    notes = [m.notes for m in Catalog.load(tmp_path / "locales/vi/LC_MESSAGES/a.po")]
    assert notes == [("ja: 雨", "Where: headline"), ("ja: 東京で雨が降った。", "Where: paragraph 1")]


def test_a_template_has_no_terms_and_no_language(tmp_path: Path) -> None:
    """The .pot serves every language."""
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    run(tmp_path, "a.en.txt")
    template = Catalog.load(tmp_path / "locales/a.pot")
    assert template.lang == ""
    assert not any(m.filled or any(n.startswith("Term") for n in m.notes) for m in template)


BAD: dict[str, tuple[tuple[str, ...], str]] = {
    "a missing file": (("none.txt",), "no such file"),
    "a folder": (("folder",), "folder"),
    "an empty file": (("empty.txt",), "empty"),
    "an unknown language": (("good.en.txt", "--to", "tlh"), "unknown language"),
    "its own language": (("good.en.txt", "--to", "en"), "in English already"),
    "a name that cannot be a catalog's": (("..txt",), "name"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_line_and_writes_nothing(what: str, tmp_path: Path) -> None:
    """Exit 2, one line that names the trouble, no traceback, no file."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "..txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "good.en.txt").write_text(ARTICLE, encoding="utf-8")
    arguments, words = BAD[what]
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.rglob("*.po*"))


def test_one_broken_catalog_stops_all(tmp_path: Path) -> None:
    """What cannot be done for Vietnamese is not done for Japanese either, and the broken file stays as it is."""
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    po = tmp_path / "locales/vi/LC_MESSAGES/a.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid "cut off', encoding="utf-8")
    done = run(tmp_path, "a.en.txt")
    assert done.returncode == 2
    assert "a.po:1:" in done.stderr
    assert [p for p in (tmp_path / "locales").rglob("*.po*") if p.is_file()] == [po]
    assert po.read_text(encoding="utf-8") == 'msgid "cut off'


def test_a_catalog_from_another_language_is_not_overwritten(tmp_path: Path) -> None:
    """The same article in English and in Vietnamese has one catalog for Japanese: the second is refused."""
    (tmp_path / "a.en.txt").write_text("Rain\n\nRain fell.\n", encoding="utf-8")
    (tmp_path / "a.vi.txt").write_text("Mưa\n\nTrời đã mưa.\n", encoding="utf-8")
    assert run(tmp_path, "a.en.txt", "--to", "ja").returncode == 0
    before = (tmp_path / "locales/ja/LC_MESSAGES/a.po").read_bytes()
    done = run(tmp_path, "a.vi.txt", "--to", "ja")
    assert done.returncode == 2
    assert "--locales" in done.stderr
    assert (tmp_path / "locales/ja/LC_MESSAGES/a.po").read_bytes() == before


def test_four_updates_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes update one catalog from four states of the article: every translation is still there."""
    (tmp_path / "a.en.txt").write_text(ARTICLE, encoding="utf-8")
    run(tmp_path, "a.en.txt", "--to", "vi")
    po = tmp_path / "locales/vi/LC_MESSAGES/a.po"
    catalog = Catalog.load(po)
    for number, message in enumerate(catalog):
        message.msgstr, message.fuzzy = f"Bản dịch số {number}.", False
    catalog.save()
    texts = {message.msgstr for message in catalog}
    jobs = []
    for number in range(4):
        folder = tmp_path / f"v{number}"
        folder.mkdir()
        (folder / "a.en.txt").write_text(ARTICLE.replace("It ends on", f"Edition {number} ends on"), encoding="utf-8")
        command = [sys.executable, "-m", "toolkit", "extract", f"v{number}/a.en.txt", "--to", "vi", "--no-curated"]
        jobs.append(subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL))
    assert [job.wait() for job in jobs] == [0, 0, 0, 0]
    after = Catalog.load(po)
    assert texts <= {message.msgstr for message in (*after, *after.obsolete)}


def test_a_read_only_folder_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a job is written when its folder cannot be."""
    from toolkit import files

    class ReadOnly(files.Disk):
        def create(self, folder: Path, name: str) -> tuple[int, Path]:
            raise OSError(30, f"Read-only file system: {folder / name}")

    monkeypatch.setattr(files, "DISK", ReadOnly())
    with pytest.raises(ToolkitError, match="read-only"):
        Job(tmp_path / "locales", ["vi"]).run([read_article(ARTICLE, "en")])
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_the_memory_proposes_what_is_the_same(tmp_path: Path) -> None:
    """An exact hit is filled in and fuzzy, with --trust it counts; a near one is only shown, with its difference."""
    memory = Memory()
    memory.add(
        [
            Pair("It ends on Sunday.", "Hội chợ kết thúc vào Chủ nhật.", "en", "vi", "old"),
            Pair("Some 30 firms took part.", "Khoảng 30 công ty dự.", "en", "vi", "old"),
        ]
    )
    article = read_article(ARTICLE, "en")
    for trust in (False, True):
        Job(tmp_path / str(trust), ["vi"], memory=memory, trust=trust).run([article])
        catalog = Catalog.load(tmp_path / str(trust) / "vi/LC_MESSAGES/article.po")
        exact, near = catalog.find("It ends on Sunday."), catalog.find("Some 40 firms took part.")
        assert exact is not None
        assert near is not None
        assert (exact.msgstr, exact.fuzzy) == ("Hội chợ kết thúc vào Chủ nhật.", not trust)
        assert near.msgstr == ""
        assert "“30” → “40”" in " ".join(near.notes)
        assert "Suggestion: Khoảng 30 công ty dự." in near.notes


def test_the_projects_own_catalogs_are_a_memory(tmp_path: Path) -> None:
    """What was translated for one article is proposed for the next; broken neighbours are passed over."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.en.txt").write_text("News\n\nThe embassy opened.\n", encoding="utf-8")
    run(tmp_path, "a.en.txt", "--to", "vi")
    catalog = Catalog.load(tmp_path / "locales/vi/LC_MESSAGES/a.po")
    for message in catalog:
        message.msgstr = "Tin" if message.msgid == "News" else "Đại sứ quán khai trương."
    catalog.save()
    (tmp_path / "locales/vi/LC_MESSAGES/broken.po").write_text("nonsense", encoding="utf-8")
    done = run(tmp_path, "b.en.txt", "--to", "vi")
    assert done.returncode == 0, done.stderr
    found = Catalog.load(tmp_path / "locales/vi/LC_MESSAGES/b.po").find("The embassy opened.")
    assert found is not None
    assert (found.msgstr, found.fuzzy) == ("Đại sứ quán khai trương.", True)


def test_an_update_across_languages_is_refused() -> None:
    """A Vietnamese catalog does not become a Japanese one."""
    article = read_article(ARTICLE, "en")
    with pytest.raises(CatalogError, match="Vietnamese"):
        extract(article, "vi").update(extract(article, "ja"))


@pytest.mark.parametrize("lang", ["en", "vi", "ja"])
def test_catalogs_that_share_a_source_are_those_that_do_not(lang: str) -> None:
    """What is found once for all languages is what each would find for itself; a template looks for nothing."""
    article = read_article(sorted(ARTICLES.glob(f"*.{lang}.txt"))[0])
    curated, now = Glossary.load(), datetime(2026, 1, 1, tzinfo=UTC)
    shared = Source(article, curated)
    assert str(extract(article, "", curated, now=now, source=shared)) == str(extract(article, "", curated, now=now))
    assert not any(sentence.matches or sentence.known or sentence.numbers for sentence in shared.sentences)
    for target in {"en", "vi", "ja"} - {lang}:
        alone = str(extract(article, target, curated, now=now))
        assert str(extract(article, target, curated, now=now, source=shared)) == alone
        assert "#. Term: " in alone
