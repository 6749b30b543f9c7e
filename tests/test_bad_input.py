"""Bad input at the command line: one clear line with file and remedy, exit code 2, nothing written, no traceback."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Embassy hosts fair\n\nTOKYO — The Vietnamese Embassy in Tokyo hosted a fair. It drew 300 people.\n"
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
ROW = "id,subject,country,en,vi,ja,confidence,source"


def vje(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would, in a folder of its own."""
    command = [sys.executable, "-m", "toolkit", *words]
    return subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def write(folder: Path, name: str, data: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


ARTICLES: dict[str, tuple[str, bytes | None, str]] = {
    "missing": ("a.en.txt", None, "no such file"),
    "empty": ("a.en.txt", b"", "is empty"),
    "binary": ("a.en.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "text"),
    "undecodable": ("a.en.txt", b"Caf\xe9 \xff\xfe\xfd\xfc\x81\x8d\x90", "encoding"),
    "long-line": ("a.en.txt", b"word " * 300_000, "more than any article"),
    "no-language": ("a.txt", b"1 2 3\n4 5 6\n", "--lang"),
    "rich-text": ("a.en.rtf", rb"{\rtf1\ansi The Prime Minister spoke of the news.}", "is not text"),
    "catalog": ("a.po", b'msgid ""\nmsgstr "Language: ja\\n"\n', "is a catalog"),
    "leaves-locales": ("..txt", b"Title\n\nText of the article.\n", "name"),
}


@pytest.mark.parametrize("case", ARTICLES)
def test_an_article_that_cannot_be_used(tmp_path: Path, case: str) -> None:
    """Whatever is wrong with an article, the command says it in a line and writes nothing."""
    name, data, words = ARTICLES[case]
    if data is not None:
        write(tmp_path, name, data)
    before = files(tmp_path)
    done = vje(tmp_path, "extract", name, *(["--lang", "en"] if case == "leaves-locales" else []))
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert name in done.stderr
    assert files(tmp_path) == before


def test_an_unknown_language(tmp_path: Path) -> None:
    """The languages there are stand in the message."""
    write(tmp_path, "a.en.txt", ARTICLE)
    done = vje(tmp_path, "extract", "a.en.txt", "--to", "fr")
    assert done.returncode == 2
    assert all(code in done.stderr for code in ("'fr'", "en", "ja", "vi"))
    assert "Traceback" not in done.stderr


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    """A folder's name where a file's belongs."""
    (tmp_path / "a.en.txt").mkdir()
    done = vje(tmp_path, "extract", "a.en.txt")
    assert done.returncode == 2
    assert "is a folder" in done.stderr


@pytest.mark.parametrize(
    ("name", "words"), [("a", "is a folder"), ("b.txt", "is empty"), ("c.txt", "check the name"), ("d.po", "vje check")]
)
def test_what_is_no_text_cannot_be_linted(tmp_path: Path, name: str, words: str) -> None:
    """A folder, an empty file, a missing one, a catalog: each is said in a line that tells what to do."""
    (tmp_path / "a").mkdir()
    write(tmp_path, "b.txt", "\n")
    write(tmp_path, "d.po", 'msgid ""\nmsgstr ""\n')
    done = vje(tmp_path, "lint", name)
    assert done.returncode == 2
    assert done.stderr.startswith(f"vje: {name}: ")
    assert words in done.stderr


CATALOGS: dict[str, tuple[bytes, str]] = {
    "truncated": ((HEADER + 'msgid "One.\n').encode(), ":"),
    "not-po": (b"Dear translator,\nhere is the text.\n", ":"),
    "wrong-encoding": ((HEADER + 'msgid "One."\nmsgstr "M\xf4t."\n').encode("latin-1"), "UTF-8"),
    "duplicate": ((HEADER + 'msgid "One."\nmsgstr "Một."\n\nmsgid "One."\nmsgstr "Hai."\n').encode(), "One."),
    "other-language": (HEADER.replace("Language: vi", "Language: ja").encode(), "ja"),
}


@pytest.mark.parametrize("case", CATALOGS)
@pytest.mark.parametrize("command", ["extract", "check", "render"])
def test_a_catalog_that_cannot_be_read(tmp_path: Path, case: str, command: str) -> None:
    """A catalog that cannot be read back is never overwritten or rendered; a sentence that stands twice is reported."""
    data, words = CATALOGS[case]
    write(tmp_path, "a.en.txt", ARTICLE)
    write(tmp_path, "locales/vi/LC_MESSAGES/a.po", data)
    before = files(tmp_path)
    arguments = {"extract": ["a.en.txt", "--to", "vi"], "check": ["locales"], "render": ["a.en.txt", "--to", "vi"]}
    done = vje(tmp_path, command, *arguments[command])
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == before
    if (case, command) == ("duplicate", "check"):
        assert done.returncode == 1
        assert "duplicate-message" in done.stdout
        return
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert "a.po" in done.stderr


def test_a_newer_gettext_is_understood(tmp_path: Path) -> None:
    """``#=`` lines are flags of newer gettext versions: kept, not refused."""
    write(tmp_path, "a.en.txt", ARTICLE)
    write(
        tmp_path,
        "locales/vi/LC_MESSAGES/a.po",
        HEADER + '#= no-wrap\nmsgid "Embassy hosts fair"\nmsgstr "Hội chợ ở đại sứ quán"\n',
    )
    done = vje(tmp_path, "extract", "a.en.txt", "--to", "vi")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "locales/vi/LC_MESSAGES/a.po").read_text(encoding="utf-8")
    assert "#= no-wrap\n" in text
    assert 'msgstr "Hội chợ ở đại sứ quán"' in text


GLOSSARIES: dict[str, tuple[str, str]] = {
    "no-id": (f"{ROW}\n,place.city,JP,A,A,東京,own,x\n", "id"),
    "duplicate-id": (f"{ROW}\na,place.city,JP,A,A,東京,own,x\na,place.city,JP,B,B,大阪,own,x\n", "a"),
    "kana-in-vi": (f"{ROW}\na,place.city,JP,A,とうきょう,東京,own,x\n", "vi"),
    "vietnamese-in-ja": (f"{ROW}\na,place.city,JP,A,A,Hà Nội,own,x\n", "ja"),
    "impossible-date": (f"{ROW},valid_from\na,place.city,JP,A,A,東京,own,x,2025-02-31\n", "2025-02-31"),
}


@pytest.mark.parametrize("case", GLOSSARIES)
def test_a_glossary_that_cannot_be_trusted(tmp_path: Path, case: str) -> None:
    """Every bad row is named with file and line before anything is done with the others."""
    text, words = GLOSSARIES[case]
    write(tmp_path, "terms/bad.csv", text)
    write(tmp_path, "a.en.txt", ARTICLE)
    before = files(tmp_path)
    done = vje(tmp_path, "extract", "a.en.txt", "--glossary", "terms")
    assert done.returncode == 2, done.stderr
    assert "bad.csv:" in done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == before


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    """A curator mends a file in one go."""
    write(tmp_path, "terms/bad.csv", f"{ROW}\n,place.city,JP,A,A,東京,own,x\nb,place.city,JP,A,とう,大阪,own,x\n")
    done = vje(tmp_path, "lookup", "A", "--glossary", "terms", "--no-curated")
    assert done.returncode == 2
    assert {"bad.csv:2", "bad.csv:3"} <= {line.split(": ")[0].removeprefix("terms/") for line in _places(done.stderr)}


def _places(stderr: str) -> list[str]:
    return [line.removeprefix("vje: ") for line in stderr.splitlines() if "bad.csv" in line]


def test_a_configuration_with_a_typing_mistake(tmp_path: Path) -> None:
    """A key that nobody reads is an error wherever settings are read."""
    write(tmp_path, "vje.toml", 'locale = "po"\n')
    write(tmp_path, "a.en.txt", ARTICLE)
    done = vje(tmp_path, "extract", "a.en.txt")
    assert done.returncode == 2
    assert "vje.toml:1" in done.stderr
    assert "locales" in done.stderr
