"""Words that newspapers of all three languages use, read from ``data/words.txt``: each row is one sign."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from toolkit.lang import LANGUAGES, language
from toolkit.match.automaton import Automaton
from toolkit.match.boundary import is_word
from toolkit.normalize import level

#: A plural or a verb's ending, and what stands in its place: tried until the word is known.
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("ed", ""),
    ("s", ""),
    ("d", ""),
    ("'s", ""),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Words:
    """
    Finds the words of the list in texts of one language.

    Args:
        lang: Code of the language.

    >>> sorted(Words("en").rows("Ministers met") & Words("ja").rows("大臣が会った")) != []
    True
    """

    def __init__(self, lang: str) -> None:
        self._language = language(lang)
        self._forms: dict[str, tuple[int, ...]] = {}
        for number, columns in enumerate(table()):
            for form in columns[lang]:
                key = level(form)
                self._forms[key] = (*self._forms.get(key, ()), number)
        self._keys = list(self._forms)
        self._automaton = Automaton(self._keys)

    def rows(self, text: str) -> set[int]:
        """The numbers of the rows that a text has a word of."""
        low = level(text)
        found: set[int] = set()
        spaced = self._language.spaced
        for key, start, end in self._automaton.hits(low):
            if not spaced or is_word(low, start, end):
                found.update(self._forms[self._keys[key]])
        if self._language.inflected:
            for match in _WORD.finditer(low):
                found.update(self._inflected(match.group()))
        return found

    def _inflected(self, word: str) -> tuple[int, ...]:
        forms = self._forms
        if word in forms:
            return forms[word]
        for ending, instead in _ENDINGS:
            if word.endswith(ending):
                stem = word.removesuffix(ending) + instead
                if stem in forms:
                    return forms[stem]
                # stopped, stopping
                if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in forms:
                    return forms[stem[:-1]]
        return ()


@cache
def words(lang: str) -> Words:
    """The finder of a language, made once."""
    return Words(lang)


@cache
def table() -> tuple[dict[str, tuple[str, ...]], ...]:
    """The rows of the list, each with the words of every language."""
    text = (resources.files("toolkit.alignment") / "data" / "words.txt").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [tuple(dict.fromkeys(w.strip() for w in cell.split(",") if w.strip())) for cell in line.split("|")]
            rows.append(dict(zip(("en", "vi", "ja"), cells, strict=True)))
    assert all(set(row) == set(LANGUAGES) for row in rows)
    return tuple(rows)
