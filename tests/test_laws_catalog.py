"""What holds for any catalog and any edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import Catalog, Message
from toolkit.catalog.parse import parse
from toolkit.catalog.reader import Reader
from toolkit.catalog.update.edit import Verdict, edit
from toolkit.catalog.update.words import Words
from toolkit.errors import CatalogError
from toolkit.figures import find_numbers

if TYPE_CHECKING:
    import random

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=40)
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30).map(str.strip)
FLAG = st.sampled_from(["c-format", "no-wrap", "read-only"])

MESSAGE = st.builds(
    Message,
    msgid=TEXT,
    msgstr=TEXT | st.just(""),
    msgctxt=st.none() | TEXT,
    fuzzy=st.booleans(),
    comments=st.lists(LINE.filter(lambda s: not s.startswith(tuple(".:,|~=!"))), max_size=2).map(tuple),
    notes=st.lists(LINE, max_size=2).map(tuple),
    previous=st.none() | TEXT,
)

#: Sentences whose translations say which sentence they belong to.
WORDS = "minister treaty bridge school harvest port train film market island".split()
SENTENCES = [
    f"The {one} of {two} was praised by {number} guests in the hall."
    for number, (one, two) in enumerate(((a, b) for a in WORDS for b in WORDS if a != b), 11)
]
SOURCES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True)


def translated(sentences: list[str]) -> Catalog:
    """A catalog in which every sentence was translated by a person."""
    return Catalog([Message(s, f"Bản dịch của «{s}»") for s in sentences], header={"Language": "vi"})


def fresh(sentences: list[str]) -> Catalog:
    return Catalog([Message(s) for s in sentences], header={"Language": "vi", "X-Source-Language": "en"})


def body(catalog: Catalog) -> list[Message]:
    return [*catalog.messages, *catalog.obsolete]


def told(number: int) -> tuple[str, str]:
    """A sentence of two clauses with two figures, and its translation."""
    one, other = WORDS[number % 10], WORDS[(number * 7 + 3) % 10]
    return (
        f"The {one} of {number} towns was praised, and the {other} drew {number + 100} guests in the hall.",
        f"{one} của {number} thị trấn được khen, và {other} thu hút {number + 100} khách đến hội trường.",
    )


def corrected(text: str, how: str) -> list[str]:
    """What an editor may make of a sentence."""
    first, _, second = text.partition(", and ")
    return {
        "kept": [text],
        "figure": [text.replace(" guests", "0 guests")],
        "comma": [text.replace(", and", " and")],
        "turned": [text.replace("was praised", "was not praised")],
        "split": [f"{first}.", second[0].upper() + second[1:]],
        "cut": [],
        "added": [text, f"Nobody could say why the {text.split()[1]} mattered so much."],
    }[how]


STEPS = ("kept", "figure", "comma", "turned", "split", "cut", "added")
EDITED = st.lists(
    st.tuples(st.integers(11, 60), st.sampled_from(STEPS)), min_size=1, max_size=6, unique_by=lambda pair: pair[0]
)


@given(EDITED, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_edits_taken_back_leave_no_trace(edits: list[tuple[int, str]], order: random.Random) -> None:
    """Figures, commas, negations, splits, cuts and insertions, in any order and moved about, are undone whole."""
    pairs = [told(number) for number, _ in edits]
    old = [source for source, _ in pairs]
    new = [text for source, (_, how) in zip(old, edits, strict=True) for text in corrected(source, how)]
    new = list(dict.fromkeys(new))
    order.shuffle(new)
    catalog = Catalog([Message(*pair) for pair in pairs], header={"Language": "vi"}).update(fresh(old))
    before = body(Catalog.parse(str(catalog)))
    there = Catalog.parse(str(catalog.update(fresh(new))))
    assert {target for _, target in pairs} <= {m.msgstr for m in body(there)}
    once = str(there)
    assert str(there.update(fresh(new))) == once
    assert body(Catalog.parse(str(there.update(fresh(old))))) == before


@given(st.lists(MESSAGE, max_size=5, unique_by=lambda m: m.key))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_back(messages: list[Message]) -> None:
    """load(save(x)) = x, and saving twice gives the same bytes."""
    catalog = Catalog(messages, header={"Language": "vi"})
    text = str(catalog)
    again = Catalog.parse(text)
    assert str(again) == text
    for one, other in zip(messages, again, strict=True):
        assert (one.msgid, one.msgstr, one.msgctxt, one.fuzzy) == (
            other.msgid,
            other.msgstr,
            other.msgctxt,
            other.fuzzy,
        )
        assert (one.comments, one.notes, one.previous) == (other.comments, other.notes, other.previous)


@given(SOURCES, SOURCES)
@settings(max_examples=60, deadline=None)
def test_no_translation_is_lost(old: list[str], new: list[str]) -> None:
    """Each msgstr that existed is a translation, fuzzy, obsolete or in a note afterwards."""
    catalog = translated(old).update(fresh(new))
    assert {f"Bản dịch của «{s}»" for s in old} <= {m.msgstr for m in (*catalog, *catalog.obsolete)}
    assert [m.msgid for m in catalog] == new
    for message in catalog:
        if message.msgid in old:
            assert message.msgstr == f"Bản dịch của «{message.msgid}»"
            assert message.translated


@given(SOURCES, SOURCES)
@settings(max_examples=60, deadline=None)
def test_updating_twice_is_updating_once(old: list[str], new: list[str]) -> None:
    """The second update finds nothing to do."""
    catalog = translated(old).update(fresh(new))
    once = str(catalog)
    assert str(catalog.update(fresh(new))) == once
    assert str(Catalog.parse(once).update(fresh(new))) == once


@given(SOURCES, SOURCES)
@settings(max_examples=60, deadline=None)
def test_an_edit_taken_back_leaves_no_trace(old: list[str], new: list[str]) -> None:
    """update(a → b → a) gives the catalog of a."""
    catalog = translated(old)
    catalog.update(fresh(old))
    before = body(Catalog.parse(str(catalog)))
    after = Catalog.parse(str(catalog.update(fresh(new)))).update(fresh(old))
    assert [(m.key, m.msgstr, m.fuzzy, m.obsolete, m.notes) for m in before] == [
        (m.key, m.msgstr, m.fuzzy, m.obsolete, m.notes) for m in body(after)
    ]


@given(st.sampled_from(SENTENCES), st.integers(2, 9999), st.integers(2, 9999))
@settings(max_examples=80, deadline=None)
def test_a_replaced_figure_is_the_sources(sentence: str, one: int, other: int) -> None:
    """Whatever is filled in after a change of figures has the new figure and not the old one."""
    head = sentence.partition(" was ")[0]
    old, new = f"{head} drew {one} guests.", f"{head} drew {other} guests."
    catalog = Catalog([Message(old, f"Có {one} khách đến.")], header={"Language": "vi"}).update(fresh([new]))
    message = catalog.messages[0]
    if message.filled:
        values = [number.value for number in find_numbers(message.msgstr, "vi")]
        assert values == [other]
        assert message.fuzzy is (one != other)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
@settings(max_examples=80, deadline=None)
def test_another_word_is_another_meaning(one: str, other: str) -> None:
    """Two sentences that differ in a noun are never the same but for spelling."""
    if one.split()[1:4] != other.split()[1:4]:
        assert edit(one, other, Words("en", "vi")).verdict is Verdict.MEANING


#: What stands in catalogs, canonical or not.
PIECES = st.sampled_from(
    [
        "#. Term: Huế = フエ\n",
        "#.\n",
        "#: a.txt:7\n",
        "#: a.txt:7 b.txt:9\n",
        "#: \u2068a b.txt\u2069:1\n",
        "# lạ\n",
        "#, fuzzy\n",
        "#, fuzzy, no-wrap\n",
        '#| msgid "Cũ."\n',
        'msgid "Mưa."\nmsgstr ""\n',
        'msgid "Nắng."\nmsgstr "晴れ。"\n',
        'msgid ""\n"Gió.\\n"\nmsgstr "風。"\n',
        'msgctxt "x"\nmsgid "Bão."\nmsgstr "嵐。"\n',
        "\n",
        "\n\n",
        '#~ msgid "Xưa."\n#~ msgstr "昔。"\n',
    ]
)


def entries(text: str) -> tuple[list[Message], CatalogError | None]:
    """What the reader of the whole grammar makes of a text: entries, or what is wrong."""
    try:
        return list(Reader(text, None).messages()), None
    except CatalogError as error:
        return [], error


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_the_fast_way_reads_what_the_grammar_reads(text: str) -> None:
    """Entries in canonical form are read at once; whatever the mixture, the reader of the whole grammar agrees."""
    if text and not text.endswith("\n"):
        text += "\n"
    slow, broken = entries(text)
    if broken is not None:
        with pytest.raises(CatalogError) as caught:
            parse(text)
        assert caught.value.line == broken.line or "twice" in str(caught.value)
        return
    keys = [(m.msgctxt, m.msgid) for m in slow if not m.obsolete]
    if len(set(keys)) < len(keys):
        with pytest.raises(CatalogError, match="twice"):
            parse(text)
        return
    _, live, obsolete = parse(text)
    assert live == [m for m in slow if not m.obsolete]
    assert obsolete == [m for m in slow if m.obsolete]
