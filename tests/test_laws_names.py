"""Laws of names: tones, case and normal form are not heard, and the way back leads home."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.names import spellings, transcribe
from toolkit.names.katakana import MOST, plain
from toolkit.names.syllable import common

SYLLABLES = sorted(common())
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map(" ".join)
ANYTHING = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)


@given(NAMES)
@settings(max_examples=100)
def test_case_and_normal_form_are_not_heard(name: str) -> None:
    """In capitals and in NFD a name is written the same."""
    assert transcribe(name.upper()) == transcribe(name) == transcribe(unicodedata.normalize("NFD", name))


@given(NAMES)
@settings(max_examples=100)
def test_forms_are_few_and_differ(name: str) -> None:
    """At most four forms, none twice, whatever is asked."""
    for kind in ("person", "place"):
        for style in ("mofa", "press"):
            forms = transcribe(name, kind, style)
            assert 1 <= len(forms) == len(set(forms)) <= MOST


@given(NAMES)
@settings(max_examples=60)
def test_the_way_back_leads_to_a_name_that_is_written_so(name: str) -> None:
    """Every spelling offered for a form is transcribed to it again, but for what the houses differ in."""
    form = transcribe(name)[0]
    for spelling in spellings(form)[:3]:
        assert plain(form) in {plain(other) for other in transcribe(spelling)}


@given(ANYTHING)
@settings(max_examples=100)
def test_nothing_breaks_it(text: str) -> None:
    """Whatever is typed, there is an answer, and it may be empty."""
    assert len(transcribe(text)) <= MOST
    assert isinstance(spellings(text), list)
