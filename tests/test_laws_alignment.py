"""Laws of alignment: whatever the texts are, no sentence is lost and none is used twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import align, pair_score

WORDS = st.sampled_from(
    [
        "chính phủ",
        "27",
        "Kumamoto",
        "熊本",
        "政府",
        "government",
        "?",
        "“",
        "1.200",
        "ハノイ",
        "Hà Nội",
        "。",
        "14/3",
        "",
    ]
)
SENTENCES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=9)
LANGS = st.sampled_from(["en", "vi", "ja"])


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES, LANGS, LANGS)
def test_every_sentence_is_in_exactly_one_bead(source: list[str], target: list[str], one: str, other: str) -> None:
    """Beads are a partition of both texts, each side in order, with a confidence between 0 and 1."""
    beads = align(source, target, one, other)
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(target)))
    for bead in beads:
        assert bead.source or bead.target
        assert list(bead.source) == list(range(bead.source[0], bead.source[-1] + 1)) if bead.source else True
        assert list(bead.target) == list(range(bead.target[0], bead.target[-1] + 1)) if bead.target else True
        assert 0 <= bead.confidence <= 1
    starts = [bead.source[0] for bead in beads if bead.source]
    assert starts == sorted(starts)


@settings(max_examples=30, deadline=None)
@given(SENTENCES, SENTENCES, LANGS, LANGS)
def test_the_verdict_is_a_part_of_one(source: list[str], target: list[str], one: str, other: str) -> None:
    """The score lies between 0 and 1, and is the same each time."""
    score = pair_score(source, target, one, other)
    assert 0 <= score <= 1
    assert score == pair_score(source, target, one, other)


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 40), LANGS, LANGS)
def test_figures_alone_hold_a_text_together(size: int, one: str, other: str) -> None:
    """Sentences with a number each of their own are aligned one to one in every pair of languages."""
    texts = [f"{at * 7919 % 9001 + 13} – {at * 104_729 % 8999 + 10_000}" for at in range(size)]
    assert all(bead.source == bead.target for bead in align(texts, texts, one, other))
