"""Laws of exchange: what goes out of the whole formats comes back, whatever somebody wrote into a cell."""

from __future__ import annotations

import tempfile
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalog import Message
from toolkit.exchange.catalogs.record import escape, message, record, unescape
from toolkit.exchange.cell import dangerous, tame, untame
from toolkit.exchange.choice import choose
from toolkit.exchange.formats import FORMATS
from toolkit.exchange.incoming import Reading
from toolkit.exchange.remark import parse_remark, remark
from toolkit.glossary import Concept, Confidence
from toolkit.glossary.table.row import COLUMNS, parse_row

WORDS = st.text("abcxyz Ăđỗế雨東タ<>&\"'=+-@:;,#%$/[]()_\\0129", min_size=1, max_size=20)
#: Texts that look like ours: labels, marks of formulas, ids in brackets.
TEXTS = st.one_of(
    WORDS,
    st.sampled_from(["country: VN", "note: note: x", "marks: vns", "=1+1", "''=", "[a.b]", "Or: x = y", "<!DOCTYPE x>",
                     "]]>", "&amp;", "-elect", "confidence: own (unverified)", "a\nb"]),
)  # fmt: skip


def clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """A concept that a curator could have typed: names in each language, marks, dates, notes."""
    names = {"en": st.text("abc'-=&<", min_size=1), "vi": st.text("aăđ <&+", min_size=1), "ja": st.text("雨東タ・@")}
    cells = {"id": draw(st.sampled_from(["a.b", "1.x", "a-b.2025"])), "subject": "term", "en": "x"}
    for lang, text in names.items():
        for column in (lang, f"{lang}_admitted", f"{lang}_deprecated"):
            cells[column] = clean(draw(text)) + draw(st.sampled_from(["", "{ap}", "{target}", "{vns,bare}"]))
        cells = {k: "" if v.startswith("{") else v for k, v in cells.items()}
    for column in ("definition", "note", "source", "country"):
        cells[column] = clean(draw(TEXTS)).replace("|", "")
    cells["valid_until"] = draw(st.sampled_from(["", "2025-06-30"]))
    cells["replaced_by"] = draw(st.sampled_from(["", "b.c", "b.c | d.e"]))
    cells["match"] = draw(st.sampled_from(["", "case | surname"]))
    cells["confidence"] = draw(st.sampled_from(list(Confidence))).value
    concept, errors = parse_row(cells)
    assert concept is not None, errors
    return concept


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.keeps == COLUMNS])
@settings(max_examples=25, deadline=None)
@given(concept=concepts())
def test_a_concept_comes_back(name: str, concept: Concept) -> None:
    """Read(write(x)) = x for every format that has a place for all columns."""
    choice = choose([concept], FORMATS[name], today=date(2026, 1, 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{name}"
        path.write_bytes(FORMATS[name].write(choice))
        (item,) = FORMATS[name].read(path, Reading())
    assert parse_row(item.cells)[0] == concept
    assert item.whole


@given(st.text())
def test_a_tamed_cell_is_harmless_and_comes_back(text: str) -> None:
    """Untame(tame(x)) = x, and tame(x) is never a formula."""
    assert untame(tame(text)) == text
    assert not dangerous(tame(text))


@given(st.text())
def test_an_escaped_text_is_one_line_and_comes_back(text: str) -> None:
    """Unescape(escape(x)) = x without tabs and line ends in between."""
    assert unescape(escape(text)) == text
    assert not set(escape(text)) & set("\n\t\r")


MAYBE = st.none() | st.text(max_size=5)
LINES = st.lists(st.text(max_size=5), max_size=3).map(tuple)


@given(st.builds(Message, st.text(), st.text(), MAYBE, fuzzy=st.booleans(), obsolete=st.booleans(), flags=LINES,
                 comments=LINES, notes=LINES, references=LINES, plural=MAYBE, plurals=LINES, previous=MAYBE,
                 previous_context=MAYBE, previous_plural=MAYBE, sticky=LINES))  # fmt: skip
def test_an_entry_comes_back_from_its_record(entry: Message) -> None:
    """Message(record(x)) = x in every field, the difference between none and empty included."""
    assert message(record(entry)) == entry


@given(concepts())
def test_a_remark_ends_with_the_id(concept: Concept) -> None:
    """Whatever a note says, the id is found behind it."""
    assert parse_remark(remark(concept, "ja"))[0] == concept.id
