"""What an update keeps beside the translations, and from where it starts after several edits."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit import Catalog, Glossary, Message
from toolkit.catalog.extraction import extract
from toolkit.catalog.remember import remember
from toolkit.catalog.update.change import Kind, count
from toolkit.catalog.update.edit import Verdict, edit
from toolkit.catalog.update.pieces import divide
from toolkit.catalog.update.spelling import typing_mistake
from toolkit.catalog.update.words import Words
from toolkit.glossary import Concept, Status, Term
from toolkit.memory import Pair
from toolkit.memory.store import Memory
from toolkit.readers import read_article

HEADER = {"Language": "vi", "X-Source-Language": "en", "POT-Creation-Date": "2024-11-01 08:00+0700"}


def catalog(*messages: Message, **header: str) -> Catalog:
    return Catalog(list(messages), header={**HEADER, **header})


def fresh(*sources: str) -> Catalog:
    stamp = {"POT-Creation-Date": "2024-11-02 09:00+0700"}
    return Catalog([Message(s, notes=("Where: here",)) for s in sources], header={**HEADER, **stamp})


def test_what_people_wrote_stays() -> None:
    """Comments, flags of other tools, #= lines and unknown headers survive; our notes are written anew."""
    mine = Message("Rain fell.", "Trời mưa.", comments=("vje: ignore=term-missing because …",), flags=("read-only",))
    mine.sticky, mine.notes = (" no-wrap",), ("Where: elsewhere",)
    old = catalog(mine, **{"X-Team-Chat": "yes"})
    text = str(old.update(fresh("News.", "Rain fell.")))
    assert '"X-Team-Chat: yes\\n"' in text
    assert (
        "# vje: ignore=term-missing because …\n#. Where: here\n#, read-only\n#= no-wrap\n"
        'msgid "Rain fell."\nmsgstr "Trời mưa."\n'
    ) in text


def test_the_creation_date_moves_only_with_the_sentences() -> None:
    """New notes and new places leave it alone; a new order moves it."""
    old = catalog(Message("A.", "Á."), Message("B.", "Bờ."))
    assert old.update(fresh("A.", "B.")).header["POT-Creation-Date"].startswith("2024-11-01")
    assert old.update(fresh("B.", "A.")).header["POT-Creation-Date"].startswith("2024-11-02")


def test_previous_text_stands_on_fuzzy_entries_only() -> None:
    """What msgmerge left behind goes when the entry is no longer fuzzy; a previous context always goes."""
    done = Message("A.", "Á.", previous="Ah.", previous_context="headline")
    open_ = Message("B.", "Bờ.", fuzzy=True, previous="Be.", previous_context="caption")
    text = str(catalog(done, open_).update(fresh("A.", "B.")))
    assert "#| msgctxt" not in text
    assert "Ah." not in text
    assert '#, fuzzy\n#| msgid "Be."' in text


def test_contexts_that_somebody_added_stay() -> None:
    """Equal sentences with different translations keep both, side by side."""
    old = catalog(Message("Rain", "Mưa", "headline"), Message("Rain", "Cơn mưa", "paragraph"), Message("B.", "Bờ."))
    old.update(fresh("B.", "Rain"))
    assert [(m.msgctxt, m.msgstr) for m in old] == [(None, "Bờ."), ("headline", "Mưa"), ("paragraph", "Cơn mưa")]
    assert old.obsolete == []


def test_edits_start_from_what_a_person_wrote() -> None:
    """3% becomes 4, becomes 5, becomes 3 again, and nobody looked: no guess is kept, the first translation is back."""
    sources = [f"Profit rose {n}% in May." for n in (3, 4, 5)]
    old = catalog(Message(sources[0], "Lợi nhuận tăng 3% trong tháng 5."))
    for source in sources[1:]:
        old.update(fresh(source))
    message = old.messages[0]
    assert (message.msgstr, message.fuzzy, message.previous) == (
        "Lợi nhuận tăng 5% trong tháng 5.",
        True,
        sources[0],
    )
    assert [m.msgid for m in old.obsolete] == [sources[0]]
    old.update(fresh(sources[0]))
    assert [(m.msgstr, m.fuzzy) for m in old] == [("Lợi nhuận tăng 3% trong tháng 5.", False)]
    assert old.obsolete == []


def test_a_guess_that_somebody_changed_is_kept() -> None:
    """A fuzzy entry that a translator has touched is work, and becomes obsolete like any other."""
    old = catalog(Message("Profit rose 3%.", "Lợi nhuận tăng 3%.")).update(fresh("Profit rose 4%."))
    old.messages[0].msgstr = "Lãi tăng 4%."
    old.update(fresh("Profit rose 3%."))
    assert [m.msgstr for m in old] == ["Lợi nhuận tăng 3%."]
    assert [m.msgstr for m in old.obsolete] == ["Lãi tăng 4%."]


def test_a_deleted_sentence_returns_with_its_comments() -> None:
    """Obsolete is a store, not a grave."""
    old = catalog(Message("A.", "Á."), Message("B.", "Bờ.", comments=("as the desk wants it",)))
    old.update(fresh("A."))
    assert [(m.msgid, m.obsolete) for m in old.obsolete] == [("B.", True)]
    old.update(fresh("A.", "B."))
    assert [(m.msgstr, m.comments) for m in old] == [("Á.", ()), ("Bờ.", ("as the desk wants it",))]
    assert count(old.changes)[Kind.REVIVED] == 1


def test_an_obsolete_twin_fills_an_empty_entry() -> None:
    """Where a file has a sentence both empty and obsolete, the translation is taken; another one is not lost either."""
    twin = Message("A.", "Á.", obsolete=True)
    old = Catalog([Message("A.")], [twin], dict(HEADER)).update(fresh("A."))
    assert [(m.msgstr, m.fuzzy) for m in old] == [("Á.", False)]
    old = Catalog([Message("A.", "A!")], [Message("A.", "Á.", obsolete=True)], dict(HEADER)).update(fresh("A."))
    assert (old.messages[0].msgstr, old.messages[0].comments) == ("A!", ("Earlier translation: Á.",))


def test_a_finished_suggestion_goes_with_the_next_change() -> None:
    """The notes of an edit stand until the translator has finished and the article changes again."""
    old = catalog(Message("Profit rose.", "Lãi tăng."), Message("B.", "Bờ.")).update(fresh("Profit fell.", "B."))
    assert "Suggestion: Lãi tăng." in old.messages[0].notes
    old.messages[0].msgstr = "Lãi giảm."
    assert "Suggestion: Lãi tăng." in old.update(fresh("Profit fell.", "B.")).messages[0].notes
    assert old.update(fresh("Profit fell.")).messages[0].notes == ("Where: here",)


def test_languages_nobody_knows_are_compared_by_identity() -> None:
    """A catalog from elsewhere is updated too; nothing is guessed in it."""
    header = {"Language": "de", "X-Source-Language": "fr"}
    old = Catalog([Message("Il pleut 3 fois.", "Es regnet 3 Mal."), Message("Oui.", "Ja.")], header=dict(header))
    old.update(Catalog([Message("Oui."), Message("Il pleut 4 fois.")], header=dict(header)))
    assert [(m.msgid, m.msgstr) for m in old] == [("Oui.", "Ja."), ("Il pleut 4 fois.", "")]
    assert [m.msgstr for m in old.obsolete] == ["Es regnet 3 Mal."]


def office(name: str, vi: str, *, until: date | None = None) -> Concept:
    terms = (Term(name, "en", Status.PREFERRED), Term(vi, "vi", Status.PREFERRED))
    return Concept(f"org.{name.lower()}", "institution", "", terms, valid_until=until)


def test_a_new_glossary_changes_a_prefill_and_nothing_else() -> None:
    """What came from the glossary and nobody touched follows it; what a translator confirmed does not."""
    article = read_article("EDUCATION OFFICE\n\nIt opened.\n", "en")
    one = Glossary([office("Education Office", "Phòng Giáo dục")])
    other = Glossary([office("Education Office", "Sở Giáo dục")])
    old = extract(article, "vi", one)
    assert next((m.msgstr, m.fuzzy) for m in old) == ("PHÒNG GIÁO DỤC", True)
    assert old.update(extract(article, "vi", other)).messages[0].msgstr == "SỞ GIÁO DỤC"
    old.messages[0].fuzzy = False
    assert old.update(extract(article, "vi", one)).messages[0].msgstr == "SỞ GIÁO DỤC"


def test_an_outdated_memory_is_never_exact() -> None:
    """A translation with a name that has been abolished is shown, with a warning, and not filled in."""
    article = read_article("date 2025-07-02 Society\nNews\n\nThe Education Office opened.\n", "en")
    glossary = Glossary([office("Education Office", "Phòng Giáo dục", until=date(2025, 6, 30))])
    memory = Memory()
    memory.add([Pair("The Education Office opened.", "Phòng Giáo dục khai trương.", "en", "vi", "old")])
    found = extract(article, "vi", glossary)
    assert remember(found, memory, trust=True) == 0
    message = found.find("The Education Office opened.")
    assert message is not None
    assert message.msgstr == ""
    assert "Memory: the same sentence, from old; “Phòng Giáo dục” does not hold on 2025-07-02" in message.notes


@pytest.mark.parametrize(
    ("one", "other", "lang", "mistake"),
    [
        ("recieve", "receive", "en", True),
        ("goverment", "government", "en", True),
        ("agrement", "agreement", "en", True),
        ("police", "policy", "en", False),
        ("county", "country", "en", False),
        ("trial", "trail", "en", False),
        ("former", "farmer", "en", False),
        ("counties", "countries", "en", False),
        ("agreed", "agree", "en", False),
        ("minister", "ministers", "en", False),
        ("signed", "resigned", "en", False),
        ("import", "export", "en", False),
        ("increase", "decrease", "en", False),
        ("now", "not", "en", False),
        ("rose", "rise", "en", False),
        ("hơp", "hợp", "vi", True),
        ("viêt", "việt", "vi", True),
        ("bán", "bạn", "vi", False),
        ("tăng", "tặng", "vi", False),
        ("外務賞", "外務省", "ja", False),
    ],
)
def test_a_typing_mistake_is_no_other_word(one: str, other: str, lang: str, mistake: bool) -> None:
    """Only what cannot be another word of the language counts."""
    assert typing_mistake(one, other, lang) is mistake
    assert typing_mistake(other, one, lang) is mistake


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ông Hải phát biểu.", "Ông Hai phát biểu."),
        ("Giá tăng nhẹ.", "Giá tặng nhẹ."),
        ("Hai bên đã ký.", "Hai bên chưa ký."),
        ("Có 3 người.", "Có 30 người."),
    ],
)
def test_vietnamese_marks_are_meaning(old: str, new: str) -> None:
    """One mark makes another man, another verb, another fact."""
    assert edit(old, new, Words("vi", "en")).verdict is not Verdict.COSMETIC


def test_a_half_is_never_a_scrap() -> None:
    """Where the only place to cut leaves a scrap, nothing is cut."""
    target = "そのうえで、統治と開発、環境の改善、研修、市民と若者の交流の4分野で協力することを提案した。"
    halves = [
        "He proposed four areas of cooperation in governance and business.",
        "He also proposed the training of staff.",
    ]
    pieces = divide(target, halves, Words("en", "ja"))
    assert pieces is None or min(map(len, pieces)) > 10
