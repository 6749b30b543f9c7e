"""Laws of finding names: what is remembered and ruled out at a look is what the rules say, worked out in full."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import Glossary
from toolkit.glossary.find.fillers import Anchor
from toolkit.glossary.find.finder import Finder, Match
from toolkit.lang import LANGUAGES
from toolkit.match.automaton import Automaton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from toolkit.glossary.find.slots import Spot
    from toolkit.match.automaton import Hit


class Thorough(Finder):
    """A finder that looks at every hit and every pattern in full, and remembers nothing."""

    def _read_all(self, todo: Sequence[Hit], text: str, low: str, on: date | None, around: list[Spot]) -> list[Match]:
        assert on is None
        walked = self._walk(list(todo), text, low, 0, around)
        return [Match(start, end, r.term, r.concepts) for start, end, r in walked if r.term is not None]


@lru_cache
def _finders(lang: str) -> tuple[Finder, Finder]:
    glossary = Glossary.load()
    finders = Finder(glossary, lang), Thorough(glossary, lang)
    for finder in finders:
        finder._automaton._left = 0  # as after the first few articles
    finders[1]._meanings.joined = lambda *_: False
    return finders


@lru_cache
def _pieces(lang: str) -> list[str]:
    """Terms, parts of terms, and fixed words of patterns: what texts of a language are stitched together from."""
    chance = random.Random(lang)
    terms = sorted({term.text for concept in Glossary.load() for term in concept.terms if term.lang == lang})
    chosen = chance.sample(terms, 800)
    parts = [word for term in chosen for word in term.split(" ")] + [term[: len(term) // 2] for term in chosen]
    anchors = sorted(_finders(lang)[0]._slots.anchors)
    return [*chosen, *chance.sample(parts, 200), *anchors, *(word.upper() for word in anchors[::9]), "x", "ア", "a."]


def _texts(lang: str) -> st.SearchStrategy[tuple[str, str]]:
    joints = [" ", " ", ", ", "", ".", "-", "・", "。", " của ", " of ", "の"]
    piece = st.tuples(st.sampled_from(_pieces(lang)), st.sampled_from(joints))
    return st.lists(piece, min_size=1, max_size=9).map(lambda found: (lang, "".join(map("".join, found))))


@given(st.sampled_from(sorted(LANGUAGES)).flatmap(_texts))
@settings(max_examples=150, deadline=None)
def test_a_look_says_what_all_the_rules_say(pair: tuple[str, str]) -> None:
    """A name is found by what is remembered of its neighbours exactly where it is found by every rule."""
    lang, text = pair
    finder, thorough = _finders(lang)
    with patch.object(Anchor, "may", lambda self, *_: (1 << len(self.forms)) - 1):
        wanted = thorough.find(text)
    assert finder.find(text) == wanted
    assert finder.find(text) == wanted, "the second time, from memory"


@given(
    st.lists(st.text("ab c", min_size=1, max_size=6), min_size=1, max_size=12, unique=True),
    st.text("ab c", max_size=8),
)
@settings(max_examples=300, deadline=None)
def test_what_a_key_hides_is_known_before_the_text(keys: list[str], more: str) -> None:
    """A key that begins a word in another is told of: as held in it, or as reaching beyond it."""
    automaton = Automaton(keys)

    def joined(one: str, _: str) -> bool:
        return one.isalnum()

    for number, key in enumerate(keys):
        text = key + more
        held = {(first, last) for _, first, last in automaton.held(number, joined)}
        reaching = automaton.reaching(number, joined)
        for at in range(len(key)):
            if at and joined(key[at - 1], key[at]):
                continue
            for other in keys:
                if text.startswith(other, at) and other != key:
                    end = at + len(other)
                    assert (at, end) in held if end <= len(key) and (at or end < len(key)) else at in reaching or not at


@given(
    st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=12, unique=True), st.text("abc", min_size=1)
)
@settings(max_examples=300, deadline=None)
def test_letters_open_a_key_or_hold_one(keys: list[str], letters: str) -> None:
    """Letters are told to open a key when a key begins with them or they begin with a key, and else never."""
    wanted = any(key.startswith(letters) or letters.startswith(key) for key in keys)
    assert Automaton(keys).opens(letters) == wanted
