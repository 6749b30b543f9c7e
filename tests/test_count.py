"""Counts are what a translator bills by."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from toolkit import Catalog, Message, read_article
from toolkit.catalog.count import count, units_of
from toolkit.cli.count import command
from toolkit.memory import Pair
from toolkit.memory.store import Memory

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "lang", "units"),
    [
        ("The two sides don't agree on 1,200 tonnes.", "en", {"words": 8}),
        ("Ông Phạm Quang Hiệu phát biểu.", "vi", {"syllables": 6, "words": 4}),
        ("首相は東京で会談した。", "ja", {"characters": 11, "characters without kana": 7}),
        ("ベトナム　外務省", "ja", {"characters": 7, "characters without kana": 3}),
        ("", "en", {"words": 0}),
    ],
)
def test_units(text: str, lang: str, units: dict[str, int]) -> None:
    """Words, syllables, characters: counted by hand."""
    assert units_of(text, lang) == units


def test_bands(tmp_path: Path) -> None:
    """What is translated, what is like it, what repeats, and what is new."""
    article = read_article(
        "News\n\nRain fell in Tokyo.\n\nSome 40 firms took part.\n\nNews\n\nA bridge opened.\n", "en"
    )
    again = read_article("More\n\nA bridge opened.\n", "en")
    done = Catalog(
        [Message("Rain fell in Tokyo.", "Mưa ở Tokyo.")], header={"Language": "vi", "X-Source-Language": "en"}
    )
    done.save(tmp_path / "vi" / "LC_MESSAGES" / "article.po")
    memory = Memory()
    memory.add([Pair("Some 30 firms took part.", "Khoảng 30 công ty dự.", "en", "vi")])
    first, second = count([article, again], "vi", tmp_path, memory=memory)
    assert dict(first.sentences) == {"new": 2, "exact": 1, "95-99": 1, "repetition": 1}
    assert dict(second.sentences) == {"new": 1, "repetition": 1}
    assert first.total() == {"words": 1 + 4 + 5 + 1 + 3}
    assert second.units["repetition"] == {"words": 3}


def test_the_command_speaks_text_json_and_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The three forms hold the same numbers, and a sum where there are several articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.en.txt").write_text("News\n\nRain fell in Tokyo.\n", encoding="utf-8")
    arguments = ["a.en.txt", "b.en.txt", "--to", "vi", "--no-curated"]
    text, data, sheet = (CliRunner().invoke(command, [*arguments, "--format", f]) for f in ("text", "json", "csv"))
    assert (text.exit_code, data.exit_code, sheet.exit_code) == (0, 0, 0)
    whole = [row for row in json.loads(data.output) if row["article"] == "all"]
    assert [(row["kind"], row["units"]) for row in whole] == [
        ("repetition", {"words": 5}),
        ("new", {"words": 5}),
        ("total", {"words": 10}),
    ]
    rows = list(csv.DictReader(io.StringIO(sheet.output)))
    assert [row["number"] for row in rows if row["article"] == "all"] == ["5", "5", "10"]
    assert "10 words" in text.output
