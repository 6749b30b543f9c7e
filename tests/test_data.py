"""The shipped glossary passes its own checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit import Confidence, Glossary, Severity
from toolkit.glossary.houses import load_houses
from toolkit.glossary.lint import lint

FOLDER = Path(__file__).parent.parent / "glossary"


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load(FOLDER)


def test_the_linter_finds_no_error() -> None:
    """What we tell others to mend is mended here."""
    assert [str(p) for p in lint([FOLDER]) if p.severity is Severity.ERROR] == []


def test_at_least_3500_concepts_are_complete(glossary: Glossary) -> None:
    """The glossary is large, and in three languages."""
    assert sum(all(c.preferred(lang) for lang in ("en", "vi", "ja")) for c in glossary) >= 3500


def test_every_concept_has_a_source_and_places_are_looked_up(glossary: Glossary) -> None:
    """No row stands on nothing, and no place on what somebody merely believes."""
    assert [c.id for c in glossary if not c.sources] == []
    assert [c.id for c in glossary if c.subject.startswith("place") and c.confidence is Confidence.OWN] == []


@pytest.mark.parametrize("subject", ["institution", "title"])
def test_few_names_of_institutions_and_titles_are_unverified(glossary: Glossary, subject: str) -> None:
    """At most 15 in 100 rest on nobody's looking them up."""
    rows = [c for c in glossary if c.subject.partition(".")[0] == subject]
    assert sum(c.confidence is Confidence.OWN for c in rows) <= 0.15 * len(rows)


def test_viet_nam_had_63_provinces_and_has_34(glossary: Glossary) -> None:
    """On 2025-07-01 the provinces were merged; on every day there is the right number."""
    from datetime import date

    rows = [c for c in glossary if c.subject == "place.province" and c.country == "VN"]
    assert [sum(c.valid_on(date(*day)) for c in rows) for day in ((2024, 11, 1), (2025, 6, 30), (2025, 7, 1))] == [
        63,
        63,
        34,
    ]


def test_japan_has_47_prefectures(glossary: Glossary) -> None:
    """With and without 県; a bare Hiroshima is the prefecture first."""
    assert sum(c.subject == "place.prefecture" for c in glossary) == 47
    assert glossary.lookup("広島")[0].concept.id == "jp.pref.hiroshima"


@pytest.mark.parametrize(
    ("query", "lang", "expected", "never"),
    [
        ("Chủ tịch nước", "ja", "国家主席", "大統領"),
        ("Tổng Bí thư", "ja", "書記長", "事務総長"),
        ("Đại sứ quán Việt Nam tại Nhật Bản", "ja", "駐日ベトナム大使館", "日本大使館"),
        ("Hiroshima Prefecture", "vi", "tỉnh Hiroshima", "huyện Hiroshima"),
        ("Bộ Ngoại giao Nhật Bản", "ja", "外務省", "外交省"),
    ],
)
def test_no_known_trap_snaps(glossary: Glossary, query: str, lang: str, expected: str, never: str) -> None:
    """What machine translation gets wrong is right here."""
    names = [
        t.text
        for hit in glossary.lookup(query)[:1]
        for t in hit.concept.terms
        if t.lang == lang and t.status != "deprecated"
    ]
    assert expected in names
    assert never not in names


def test_every_mark_of_a_term_is_a_house_s_or_a_form(glossary: Glossary) -> None:
    """A mistyped mark would be preferred by nobody."""
    known = {style for house in load_houses([FOLDER]).values() for style in house.styles}
    known |= {"adj", "bare", "gov", "post", "short", "the"}
    assert {style for c in glossary for t in c.terms for style in t.styles} - known == set()
