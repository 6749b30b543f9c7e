"""Sentences: the golden files are the specification; what follows them can't be written there."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from click.testing import CliRunner

from toolkit import Segment, split
from toolkit.cli.segment import command
from toolkit.errors import UnknownLanguageError
from toolkit.lang import LANGUAGES
from toolkit.segment import with_stops

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "golden" / "segment"
#: What a mark at the end of a line joins it to the next one with; Japanese has a use of its own for spaces.
JOINS = {"": {"⏎": "\n", "␣": "\u3000", "⁀": " "}, " ": {"⏎": "\n", "␣": "  ", "⁀": ""}}
LEAST = 150
QUOTES: dict[str, Literal["split", "keep"] | None] = {"": None, "split": "split", "keep": "keep"}


@dataclass(frozen=True)
class Case:
    """One case of a golden file."""

    lang: str
    line: int
    text: str
    sentences: tuple[str, ...]
    quotes: Literal["split", "keep"] | None
    protect: tuple[str, ...]
    abbreviations: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.lang}:{self.line}"


def cases(lang: str) -> Iterator[Case]:
    """The cases of a language; a malformed file fails."""
    joiner = LANGUAGES[lang].joiner
    options: dict[str, str] = {}
    lines: list[str] = []
    first = 0
    for number, line in enumerate([*(GOLDEN / f"{lang}.txt").read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("@ "):
            assert not lines, f"{lang}:{number}: an option stands before its case"
            name, _, value = line[2:].partition("=")
            assert name in ("quotes", "protect", "abbreviations"), f"{lang}:{number}: unknown option {name}"
            options[name] = value
        elif line.strip() and not line.startswith("#"):
            first = first or number
            lines.append(line)
        elif not line and lines:
            text = ""
            sentences = []
            for place, raw in enumerate(lines):
                sentence = raw.rstrip("⏎␣⁀")
                marks = raw[len(sentence) :]
                sentence = sentence.replace("⏎", "\n")
                sentences.append(sentence)
                text += sentence
                if place < len(lines) - 1:
                    text += "".join(JOINS[joiner][mark] for mark in marks) if marks else joiner
            quotes = QUOTES[options.get("quotes", "")]
            yield Case(
                lang,
                first,
                text,
                tuple(sentences),
                quotes,
                tuple(filter(None, options.get("protect", "").split(" | "))),
                tuple(filter(None, options.get("abbreviations", "").split(" | "))),
            )
            lines, options, first = [], {}, 0


ALL = [case for lang in sorted(LANGUAGES) for case in cases(lang)]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_golden(case: Case) -> None:
    """A translator's judgement is what split returns."""
    found = split(case.text, case.lang, case.quotes, case.protect, case.abbreviations)
    assert [segment.text for segment in found] == list(case.sentences)


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_every_language_has_its_golden_file(lang: str) -> None:
    """A language without judged cases is not supported; no case stands twice."""
    texts = [(case.text, case.quotes, case.protect) for case in cases(lang)]
    assert len(texts) >= LEAST
    assert len(set(texts)) == len(texts)


def test_offsets_point_into_the_text_as_given() -> None:
    """Decomposed letters, soft hyphens and zero-width spaces keep their places."""
    text = unicodedata.normalize("NFD", "  Ông đến Hà\u00adNội.\u200b  Bà ở Huế. ")
    found = split(text, "vi")
    assert [segment.text for segment in found] == [text[segment.start : segment.end] for segment in found]
    assert [unicodedata.normalize("NFC", s.text) for s in found] == ["Ông đến Hà\u00adNội.\u200b", "Bà ở Huế."]


def test_a_segment_cannot_be_changed() -> None:
    """It is a value, with names."""
    (segment,) = split(" Ok. ", "en")
    assert segment == Segment(text="Ok.", start=1, end=4)
    with pytest.raises(AttributeError):
        segment.text = "No."  # type: ignore[misc]


def test_nothing_has_no_sentences() -> None:
    """White space alone is no sentence; an invisible character is not lost."""
    assert split("", "en") == split(" \n ", "ja") == []
    assert split("\u200b", "vi") == [("\u200b", 0, 1)]


def test_an_unknown_language_is_named() -> None:
    """The error lists the languages there are."""
    with pytest.raises(UnknownLanguageError, match="en, ja, vi"):
        split("Bonjour.", "fr")


def test_protected_phrases_may_be_typed_in_any_normal_form() -> None:
    """A glossary is NFC, an article may come from a Mac."""
    name = "Cà phê. Huế"
    text = unicodedata.normalize("NFD", f"Quán {name} mở cửa. Khách đông.")
    assert len(split(text, "vi")) == 3
    assert len(split(text, "vi", protect=[name])) == 2


def test_terms_with_a_terminator_are_what_is_protected() -> None:
    """Every other term can't hide the end of a sentence."""
    assert with_stops(["Yahoo!", "Hà Nội", "モーニング娘。", "TP. Vinh"]) == ("TP. Vinh", "Yahoo!", "モーニング娘。")


def vje(*args: str, text: str = "") -> tuple[int, str, str]:
    """Run ``vje segment``."""
    result = CliRunner().invoke(command, list(args), input=text)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_prints_one_sentence_a_line(tmp_path: Path) -> None:
    """Paragraphs are parted by a blank line; the file's name says its language."""
    article = tmp_path / "tin.vi.txt"
    article.write_text("Tin ngắn\n\nÔng A. đến TP. HCM. Bà B. đi Huế.\n\nTrời mưa.\n", encoding="utf-8")
    assert vje(str(article)) == (0, "Tin ngắn\n\nÔng A. đến TP. HCM.\nBà B. đi Huế.\n\nTrời mưa.\n", "")
    assert vje(str(article), "--by", "paragraph")[1].splitlines()[2] == "Ông A. đến TP. HCM. Bà B. đi Huế."


def test_the_command_gives_places(tmp_path: Path) -> None:
    """Offsets count code points of the article; lines count from one."""
    text = "見出し\n\n東京は雨。大阪は晴れ。\n"
    article = tmp_path / "a.ja.txt"
    article.write_text(text, encoding="utf-8")
    records = [json.loads(line) for line in vje(str(article), "--format", "jsonl")[1].splitlines()]
    assert [(r["line"], r["role"], text[r["start"] : r["end"]]) for r in records] == [
        (1, "headline", "見出し"),
        (3, "paragraph", "東京は雨。"),
        (3, "paragraph", "大阪は晴れ。"),
    ]
    assert [r["text"] for r in records] == [text[r["start"] : r["end"]] for r in records]


def test_the_command_reads_stdin() -> None:
    """The language is told from the text, and quotations are split if asked."""
    text = "会談後の会見。\n\n大使は「関係は良好だ。協力を続ける」と述べた。"
    assert len(vje("-", text=text)[1].splitlines()) == 3
    assert len(vje("-", "--quotes", "split", text=text)[1].splitlines()) == 4


def test_the_command_obeys_the_config_and_the_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project's abbreviations and phrases are its own."""
    monkeypatch.chdir(tmp_path)
    text = "News\n\nThe firm Grp. Sunrise bought Hey! Say. It grew.\n"
    assert len(vje("-", "--lang", "en", text=text)[1].splitlines()) == 6
    Path("vje.toml").write_text(
        '[segment]\nabbreviations = ["Grp."]\nprotect = ["Hey! Say"]\n', encoding="utf-8", newline="\n"
    )
    assert vje("-", "--lang", "en", text=text)[1].splitlines()[2:] == [
        "The firm Grp. Sunrise bought Hey! Say.",
        "It grew.",
    ]
