"""The sample articles in all six directions: extracted, filled from the reviewed catalogs, rendered, checked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from toolkit import Catalog, Finding, Glossary, Severity, check, extract, read_article, render

ROOT = Path(__file__).parent.parent
#: Article -> the language it was written in; its reviewed catalogs lead from there to the other two.
WRITTEN_IN = {
    "2025-05-31-vietnam-festival": "en",
    "2025-12-04-vice-ministers": "ja",
    "2026-02-26-hcm-city-yamaguchi": "vi",
}
LANGS = ("en", "ja", "vi")
DIRECTIONS = [(name, source, target) for name in WRITTEN_IN for source, target in permutations(LANGS, 2)]


@cache
def glossary() -> Glossary:
    """The curated glossary, loaded once."""
    return Glossary.load()


def reviewed(name: str, lang: str) -> Catalog:
    """A shipped catalog."""
    return Catalog.load(ROOT / "locales" / lang / "LC_MESSAGES" / f"{name}.po")


def sentences(name: str, source: str, target: str) -> dict[str, str]:
    """Sentence, in small letters -> its reviewed translation, by way of the language the article was written in."""
    written = WRITTEN_IN[name]
    there = {lang: {m.msgid: m.msgstr for m in reviewed(name, lang)} for lang in LANGS if lang != written}
    there[written] = {msgid: msgid for lang in there for msgid in there[lang]}
    return {there[source][msgid].casefold(): there[target][msgid] for msgid in there[written]}


def filled(name: str, source: str, target: str) -> Catalog:
    """The catalog that a translator would hand back."""
    catalog = extract(read_article(ROOT / "articles" / f"{name}.{source}.txt"), target, glossary())
    known = sentences(name, source, target)
    for message in catalog:
        message.msgstr = known[message.msgid.casefold()]  # a dateline prints its place in capitals
        message.fuzzy = False
    return catalog


@pytest.mark.parametrize(("name", "source", "target"), DIRECTIONS)
def test_a_sample_comes_out_as_its_translation(name: str, source: str, target: str) -> None:
    """Rendered from the reviewed sentences, the article is the sample in the other language, to the character."""
    article = read_article(ROOT / "articles" / f"{name}.{source}.txt")
    want = (ROOT / "articles" / f"{name}.{target}.txt").read_text(encoding="utf-8")
    assert render(article, filled(name, source, target)) == want


@pytest.mark.parametrize(("name", "source", "target"), DIRECTIONS)
def test_a_good_translation_raises_no_alarm(name: str, source: str, target: str) -> None:
    """On a reviewed translation every check stays silent; information may be given."""

    def loud(finding: Finding) -> bool:
        return finding.severity is not Severity.INFO

    assert [str(f.message) for f in check(filled(name, source, target), glossary()) if loud(f)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "locales").rglob("*.po")), ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_shipped_catalogs_are_complete(path: Path) -> None:
    """Every sentence of the samples is translated and reviewed, and the file is what would be written today."""
    catalog = Catalog.load(path)
    assert len(catalog) >= 8
    assert all(message.translated for message in catalog)
    assert path.read_text(encoding="utf-8") == str(catalog)


def test_extracting_the_samples_again_writes_nothing(tmp_path: Path) -> None:
    """The shipped notes show the glossary of today, and the second run of a command changes no byte."""
    for folder in ("articles", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = {path: path.read_bytes() for path in (tmp_path / "locales").rglob("*.po*")}
    for name, source in WRITTEN_IN.items():
        command = [sys.executable, "-m", "toolkit", "extract", f"articles/{name}.{source}.txt"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    after = {path: path.read_bytes() for path in (tmp_path / "locales").rglob("*.po*")}
    assert [path.name for path in after if after[path] != before.get(path)] == []
    assert after.keys() == before.keys()
