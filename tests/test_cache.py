"""What is kept between processes is what would be worked out anew, and nothing is believed blindly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import cache
from toolkit.cache import patterns
from toolkit.figures.grammar import grammar
from toolkit.lang import LANGUAGES

SOURCES = {"word": (r"(?P<first>\w)\w*", re.IGNORECASE), "number": (r"\d+(?:[.,]\d+)?|一|二十", 0)}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def kept() -> Path:
    (path,) = Path(cache.folder()).glob("*.patterns")
    return path


def test_what_was_kept_is_read_again() -> None:
    """Another process gets the very bytes."""
    assert cache.read("a.thing") is None
    cache.write("a.thing", b"text")
    assert cache.read("a.thing") == b"text"


@pytest.mark.parametrize("damage", [lambda d: d[:0], lambda d: d[:-1], lambda d: d[:-1] + b"x", lambda d: b"x" + d])
def test_damaged_bytes_are_not_read(damage: object) -> None:
    """Half a file, a wrong one and a wrong byte are as good as none."""
    assert callable(damage)
    cache.write("a.thing", b"text")
    path = Path(cache.path("a.thing"))
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read("a.thing") is None


def test_patterns_from_the_cache_are_the_same_patterns() -> None:
    """Pattern, flags, groups and names are those of the standard compiler, at first and from the cache."""
    for _ in range(2):
        for name, made in patterns.compile_all("test", SOURCES).items():
            plain = re.compile(*SOURCES[name])
            assert made == plain
            assert (made.groups, made.groupindex) == (plain.groups, plain.groupindex)
    assert kept().stat().st_size > 0


@given(text=st.text(alphabet="aB1.,一二十 é", max_size=12))
@settings(max_examples=50)
def test_patterns_from_the_cache_find_the_same(text: str) -> None:
    """Whoever compiled them, they match alike."""
    for name, made in patterns.compile_all("test", SOURCES).items():
        found = [(match.span(), match.groupdict()) for match in made.finditer(text)]
        assert found == [(match.span(), match.groupdict()) for match in re.compile(*SOURCES[name]).finditer(text)]


def test_a_changed_pattern_is_compiled_anew() -> None:
    """What was kept of other patterns under the same name is not taken."""
    patterns.compile_all("test", SOURCES)
    before = kept().read_bytes()
    changed = SOURCES | {"number": (r"[a-z]", re.IGNORECASE)}
    assert patterns.compile_all("test", changed)["number"].fullmatch("A")
    assert kept().read_bytes() != before
    assert patterns.compile_all("test", changed)["number"].fullmatch("A")


@pytest.mark.parametrize("stored", [b"", b"\0", b"(\0\0\0\0", b"N", b"not marshal at all"])
def test_foreign_bytes_are_no_patterns(stored: bytes) -> None:
    """Bytes with a good checksum that hold something else are made anew."""
    cache.write("test.patterns", stored)
    assert patterns.compile_all("test", SOURCES)["number"].fullmatch("3,14")


def test_patterns_need_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, and with a Python that has no such inner rooms, they are compiled as usual."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert patterns.compile_all("test", SOURCES)["word"].fullmatch("Huế")
    monkeypatch.setattr(patterns, "_MAKER", None)
    assert patterns.compile_all("test", SOURCES)["word"].fullmatch("Huế")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_grammar_of_figures_is_kept(lang: str) -> None:
    """The second process finds what the first one compiled."""
    grammar.__wrapped__(lang)
    time = Path(cache.path(f"figures.{lang}.patterns")).stat().st_mtime_ns
    assert grammar.__wrapped__(lang) == grammar(lang)
    assert Path(cache.path(f"figures.{lang}.patterns")).stat().st_mtime_ns == time
