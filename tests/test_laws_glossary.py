"""Laws of the glossary: what is written is read again, and what is listed is found, however it is typed."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import Concept, Confidence, Glossary, Status, Term
from toolkit.glossary.lookup.key import key, squeeze
from toolkit.glossary.table.row import format_row, parse_row
from toolkit.lang.letters import VIETNAMESE_LETTERS
from toolkit.normalize import fold

SYLLABLES = {
    "en": ["Thanh", "Hoa", "Ministry", "of", "Ha", "Noi", "Tokyo", "People's", "D.C."],
    "vi": ["Thanh", "Hóa", "Hà", "Nội", "Đồng", "tỉnh", "Mỹ", "Thủy", "quý"],
    "ja": ["タイン", "ホア", "省", "東京", "ヴィン", "ハノイ", "県"],
}


def terms(lang: str) -> st.SearchStrategy[list[Term]]:
    words = st.lists(st.sampled_from(SYLLABLES[lang]), min_size=1, max_size=4)
    text = words.map((" " if lang != "ja" else "").join).map(lambda t: unicodedata.normalize("NFC", t))
    made = st.builds(
        Term,
        text,
        st.just(lang),
        st.sampled_from([Status.ADMITTED, Status.DEPRECATED]),
        st.sampled_from([(), ("ap",), ("ap", "vns")]),
        st.booleans(),
    )
    head = st.builds(Term, text, st.just(lang), st.just(Status.PREFERRED))
    rest = st.lists(made, max_size=3).map(lambda found: sorted(found, key=lambda t: t.status is Status.DEPRECATED))
    return st.tuples(head, rest).map(lambda pair: [pair[0], *pair[1]])


CONCEPTS = st.builds(
    lambda en, vi, ja, day, sure: Concept(
        "a.b-c", "place.city", "VN", (*en, *vi, *ja), "はのい", day, None, ("x", "y"), frozenset({"case"}), "d", "n",
        ("s", "t"), sure,
    ),
    terms("en"), terms("vi"), terms("ja"), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(Confidence),
)  # fmt: skip


@given(CONCEPTS)
@settings(max_examples=60)
def test_a_written_row_is_read_again(concept: Concept) -> None:
    """parse(format(concept)) is the concept."""
    assert parse_row(format_row(concept)) == (concept, [])


@given(CONCEPTS, st.sampled_from(["NFC", "NFD", "NFKC"]), st.sampled_from([str, str.upper, str.lower]))
@settings(max_examples=40)
def test_every_listed_name_is_found_in_any_case_and_form(concept: Concept, form: str, case: object) -> None:
    """A name that stands in the glossary answers, typed as it may be."""
    assert callable(case)
    glossary = Glossary([concept])
    for term in concept.terms:
        query = unicodedata.normalize(form, case(term.text))  # type: ignore[arg-type]  # one of the three names above
        assert [hit.concept for hit in glossary.lookup(query)] == [concept]


#: What stands in news of the three languages, typed well or not.
LETTERS = "".join(
    [
        *map(chr, range(0x20, 0x7F)),
        *map(chr, range(0x3041, 0x3097)),
        *map(chr, range(0x30A1, 0x30FD)),
        *map(chr, range(0xFF01, 0xFF9E)),
        *sorted(VIETNAMESE_LETTERS),
        *sorted(letter.upper() for letter in VIETNAMESE_LETTERS),
        "āēīōūĀĒĪŌŪ’‘“”・＝–東京省県々",
    ]
)


@given(st.text(LETTERS, max_size=30))
@settings(max_examples=200)
def test_what_folds_alike_has_one_key(text: str) -> None:
    """The key is coarser than the fold, so a look-up misses nothing that matching would find."""
    name = unicodedata.normalize("NFC", text)
    assert squeeze(key(fold(name))) == squeeze(key(name))
