"""Each file in golden/update tells the story of one edit: article and PO before, article and PO after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from toolkit import Catalog, Glossary, Message, extract, read_article

FOLDER = Path(__file__).parent / "golden" / "update"
STORIES = sorted(FOLDER.glob("*.txt"))
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"X-Source-Language: {}\\n"\n\n'


@lru_cache
def glossary() -> Glossary:
    return Glossary.load(FOLDER / "glossary")


def sections(path: Path) -> dict[str, str]:
    story, *parts = path.read_text(encoding="utf-8").split("\n--- ")
    title, languages = story.splitlines()[:2]
    assert title.startswith("# "), f"{path.name}: the first line is the story"
    found = {"languages": languages}
    for part in parts:
        name, _, text = part.partition("\n")
        found[name] = text.strip("\n") + "\n"
    assert list(found) == ["languages", "old article", "old PO", "new article", "expected PO"], path.name
    return found


def extracted(text: str, source: str, target: str) -> Catalog:
    return extract(replace(read_article(text, source), date=date(2024, 11, 1)), target, glossary())


def told(message: Message) -> tuple[object, ...]:
    """What the fixture states of a message; places and terms are other tests' affair."""
    suggestions = tuple(note for note in message.notes if note.startswith("Suggestion: "))
    return message.obsolete, message.msgid, message.msgstr, message.fuzzy, message.previous, suggestions


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    """The update gives what a translator would expect, and a second one changes nothing."""
    parts = sections(path)
    source, _, target = parts["languages"].split()
    header = HEADER.format(target, source)
    catalog = extracted(parts["old article"], source, target)
    given = Catalog.parse(header + parts["old PO"])
    assert [m.msgid for m in catalog] == [m.msgid for m in given], "the old PO is the old article's"
    given.update(extracted(parts["new article"], source, target))
    expected = Catalog.parse(header + parts["expected PO"])
    assert [told(m) for m in (*given, *given.obsolete)] == [told(m) for m in (*expected, *expected.obsolete)]

    once = str(given)
    again = Catalog.parse(once)
    again.update(extracted(parts["new article"], source, target))
    assert str(again) == once


def test_there_are_stories_in_all_directions() -> None:
    """At least sixty edits, and each of the six directions has some."""
    directions = {sections(path)["languages"] for path in STORIES}
    assert len(STORIES) >= 60
    assert directions == {f"{a} → {b}" for a in ("en", "vi", "ja") for b in ("en", "vi", "ja") if a != b}
