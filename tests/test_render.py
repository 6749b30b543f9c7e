"""Render: the translations stand where the sentences stood, and everything else in the target's own form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import Article, Catalog, Concept, Glossary, Message, Status, Term, read_article, render
from toolkit.catalog import entries
from toolkit.config import Config
from toolkit.rendering import rendering

GOLDEN = sorted((Path(__file__).parent / "golden" / "articles").glob("*.txt"))
ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))


def catalog(lang: str, *messages: Message) -> Catalog:
    """A catalog for a language, from its messages."""
    return Catalog(messages=list(messages), header={"Language": lang})


def mirror(article: Article, lang: str, **how: Any) -> Catalog:
    """A catalog in which each translation is its source."""
    texts = {entry.msgid: None for entry in entries(article, **how)}
    return catalog(lang, *(Message(text, text) for text in texts))


@pytest.mark.parametrize("path", GOLDEN + ARTICLES, ids=lambda p: p.stem)
def test_a_mirror_gives_the_article_back(path: Path) -> None:
    """With target = source, not a character changes."""
    lang = path.stem[-2:] if path in ARTICLES else path.stem[:2]
    article = read_article(path.read_text(encoding="utf-8").partition("\n---\n")[0].partition("\n")[2], lang)
    result = rendering(article, mirror(article, lang))
    assert result.text == article.text
    assert result.missing == ()


@given(st.text(alphabet=st.sampled_from("aB. \n—【東】。（）\t-/"), min_size=1).filter(str.strip))
def test_a_mirror_gives_any_text_back(text: str) -> None:
    """The law holds for texts that no newspaper would print."""
    article = read_article(text + "\nend", "en")
    assert render(article, mirror(article, "en")) == article.text


def test_an_article_in_japanese() -> None:
    """Sentences join without spaces; time stamp and dateline take the Japanese form; provenance stays."""
    article = read_article(
        "Fair opens\n\nMarch 5, 2025 - 09:15\nThe fair. — VNA/VNS Photo\n\nTOKYO — A fair opened. It is big. — VNS\n",
        "en",
    )
    japanese = catalog(
        "ja",
        Message("Fair opens", "見本市が開幕"),
        Message("The fair.", "見本市。"),
        Message("TOKYO", "東京"),
        Message("A fair opened.", "見本市が開幕した。"),
        Message("It is big.", "規模は大きい。"),
        Message("VNS", "VNS", fuzzy=True),
    )
    result = rendering(article, japanese)
    assert result.text == (
        "見本市が開幕\n\n2025年3月5日 09:15\n見本市。 — VNA/VNS Photo\n\n"
        "【東京】見本市が開幕した。規模は大きい。 — VNS\n"
    )
    assert result.missing == ()
    assert "\n\n　【東京】" in rendering(article, japanese, indent=True).text


@pytest.mark.parametrize(
    ("source", "lang", "place", "to", "want"),
    [
        ("HÀ NỘI — It rained.", "en", "ハノイ", "ja", "【ハノイ】"),
        ("Hanoi (VNA) – It rained.", "en", "ハノイ", "ja", "【ハノイVNA】"),
        ("TOKYO, April 20 Kyodo - It rained.", "en", "Tokyo", "vi", "Tokyo, ngày 20/4 (Kyodo) – "),
        ("Hà Nội (TTXVN) – Trời mưa.", "vi", "Hà Nội", "en", "Hà Nội (TTXVN) — "),
        ("【ハノイ共同】雨だ。", "ja", "Hà Nội", "en", "Hà Nội (共同) — "),
        ("【東京】雨だ。", "ja", "Tokyo", "vi", "TOKYO – "),
    ],
)
def test_a_dateline_takes_the_form_of_the_target(source: str, lang: str, place: str, to: str, want: str) -> None:
    """Brackets, dashes and capitals are the target's; the agency signs as it did."""
    article = read_article(f"Rain\n\n{source}\n", lang)
    block = next(b for b in article.blocks if b.role.value == "dateline")
    text = render(article, catalog(to, Message(block.text, place)))
    assert text.splitlines()[2].startswith(want)


@pytest.mark.parametrize(
    ("stamp", "to", "want"),
    [
        ("November 01, 2024 - 21:07", "vi", "01/11/2024 - 21:07"),
        ("November 01, 2024 - 21:07", "ja", "2024年11月1日 21:07"),
        ("2025/07/01 06:42 JST配信", "en", "July 01, 2025 - 06:42 JST"),
        ("Thứ ba, ngày 05/04/2016 11:10 GMT+7", "ja", "2016年4月5日 11:10 GMT+7"),
        ("31/02/2025 10:00", "ja", "31/02/2025 10:00"),
    ],
)
def test_a_time_stamp_takes_the_form_of_the_target(stamp: str, to: str, want: str) -> None:
    """The clock and the zone are the source's; a day that does not exist is left alone."""
    article = read_article(f"A title\n{stamp}\nText.", "en" if to != "en" else "ja")
    assert render(article, catalog(to)).splitlines()[1] == want


def test_omit_and_with_next() -> None:
    """Desks drop and join: an omitted sentence leaves no trace, a joined one is told by the one before."""
    article = read_article("Title\n\nOne. Two. Three.\n\nFour.\n\nFive.\n", "en")
    vietnamese = catalog(
        "vi",
        Message("Title", "Tít"),
        Message("One.", "Một."),
        Message("Two.", comments=("vje: omit",)),
        Message("Three.", "Ba và bốn.", comments=("vje: with-next",)),
        Message("Four."),
        Message("Five.", "Năm."),
    )
    result = rendering(article, vietnamese)
    assert result.text == "Tít\n\nMột. Ba và bốn.\n\nNăm.\n"
    assert result.missing == ()


def test_what_is_missing_stays_and_is_said() -> None:
    """A sentence without an approved translation stays in the source language, and its line is reported."""
    article = read_article("Title\n\nOne. Two.\n", "en")
    result = rendering(article, catalog("ja", Message("Title", "題"), Message("One.", "一。", fuzzy=True)))
    assert result.text == "題\n\nOne. Two.\n"
    assert result.missing == ((3, "One."), (3, "Two."))


def test_a_paragraph_can_be_one_message() -> None:
    """A catalog made by paragraph renders as one made by sentence."""
    article = read_article("Title\n\nOne. Two.\n", "en")
    vietnamese = catalog("vi", Message("Title", "Tít"), Message("One. Two.", "Một, hai."))
    assert render(article, vietnamese) == "Tít\n\nMột, hai.\n"


def test_an_end_mark_and_an_indent_belong_to_their_language() -> None:
    """Japanese papers print no end mark, Vietnamese ones no full-width indent."""
    vietnamese = read_article("Tin\n\nTrời mưa./.\n", "vi")
    assert render(vietnamese, catalog("ja", Message("Tin", "題"), Message("Trời mưa.", "雨だ。"))) == "題\n\n雨だ。\n"
    japanese = read_article("題\n\n　雨だ。\n", "ja")
    assert render(japanese, catalog("vi", Message("題", "Tin"), Message("雨だ。", "Trời mưa."))) == "Tin\n\nTrời mưa.\n"


def test_what_was_kept_together_is_found_together() -> None:
    """A name with a full stop, a project's phrase, a whole paragraph: rendering finds them without settings."""
    yahoo = Glossary([Concept("org.yahoo", "organisation", "", (Term("Yahoo! Answers", "en", Status.PREFERRED),))])
    article = read_article("Title\n\nFirst. He asked Yahoo! Answers about it. By J. K. Miller. It rained.\n", "en")
    joined = Config(segment_protect=("First. He",))
    ways: list[tuple[dict[str, Any], int]] = [
        ({"glossary": yahoo}, 5),
        ({"config": joined}, 5),
        ({"by": "paragraph"}, 2),
    ]
    for how, count in ways:
        messages = [Message(e.msgid, f"[{e.number}]") for e in entries(article, **how)]
        result = rendering(article, catalog("vi", *messages))
        assert result.missing == (), how
        assert result.text.count("[") == len(messages)
        assert len(messages) == count


def test_a_sentence_that_was_wrapped_is_found() -> None:
    """Mail breaks lines in sentences, catalogs do not; untouched, the sentence keeps its lines."""
    text = (
        "Title\n\nThe embassy of Viet Nam in Japan invited the governments of all the\n"
        "prefectures to a meeting. They came to Tokyo by train and by plane, and\nwere glad.\n"
    )
    article = read_article(text, "en")
    assert render(article, mirror(article, "en")) == text
    messages = [Message(e.msgid, "Một câu.") for e in entries(article)]
    assert rendering(article, catalog("vi", *messages)).text == "Một câu.\n\nMột câu. Một câu.\n"


def test_a_sentence_that_waits_for_its_translation_ends_as_its_own_language_does() -> None:
    """Between two sentences that nobody has translated the source's space stays, although Japanese writes none."""
    article = read_article("Fair\n\nIt opened. Ito spoke. He left. All came.\n", "en")
    half = catalog("ja", Message("Fair", "見本市"), Message("He left.", "氏は去った。"))
    assert render(article, half) == "見本市\n\nIt opened. Ito spoke. 氏は去った。All came.\n"
