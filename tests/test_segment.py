"""Sentences: the golden files are the specification; what follows them can't be written there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from toolkit import split
from toolkit.lang import LANGUAGES

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
