"""
Which words turn a sentence round, which ones join sentences: facts, read from a text file that a translator can edit.

The files lie beside this one (``en.meaning.txt``): sections in brackets, words with spaces between them; in
``[opposites]`` a pair a line. ``en.real.txt`` lists words that are easily taken for a misspelling of another.
They are read when the first edited sentence is looked at.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toolkit.value import dataclass

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Meaning:
    """
    The words of one language that an edit must not touch, and those that it may.

    Attributes:
        negations: Adding or taking away one of these turns the sentence round.
        opposites: Pairs of words of which one for the other is another fact, both ways round.
        prefixes: What makes the opposite of a word when it stands before it.
        misspelt: Regular expression of words that the spelling forbids, where it is strict enough to tell.
        joints: Words at which two clauses meet; they fall away when the second becomes a sentence.
        links: Words that come and go when a sentence is split or two are joined.
        light: Words that come and go in a correction without any change of meaning.
        real: Words that differ in one letter from another word of the language, so that the difference is no typing
            mistake.
    """

    negations: frozenset[str] = frozenset()
    opposites: frozenset[tuple[str, str]] = frozenset()
    prefixes: tuple[str, ...] = ()
    misspelt: str = ""
    joints: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    real: frozenset[str] = frozenset()


@lru_cache
def meaning(lang: str) -> Meaning:
    """
    The words of a language; none where nobody has written the file yet.

    >>> "không" in meaning("vi").negations
    True
    """
    path = _FOLDER / f"{lang}.meaning.txt"
    if not path.is_file():
        return Meaning()
    sections: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if len(words) == 1 and words[0][0] == "[" and words[0][1:-1].isalpha():
            rows = sections.setdefault(words[0].strip("[]"), [])
        elif words:
            rows.append(words)
    flat = {name: [word for row in part for word in row] for name, part in sections.items()}
    real = path.with_name(f"{lang}.real.txt")
    pairs = [(row[0], row[1]) for row in sections.get("opposites", []) if len(row) == 2]
    return Meaning(
        negations=frozenset(flat.get("negations", ())),
        opposites=frozenset(pairs) | frozenset((b, a) for a, b in pairs),
        prefixes=tuple(flat.get("prefixes", ())),
        misspelt="|".join(flat.get("misspelt", ())),
        joints=tuple(word.replace("_", " ") for word in flat.get("joints", ())),
        links=frozenset(flat.get("links", ())),
        light=frozenset(flat.get("light", ())),
        real=frozenset(_words(real)) if real.is_file() else frozenset(),
    )


def _words(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
