"""The review report in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from toolkit.readers import read_article
from toolkit.report.terms import article_terms, write_terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from toolkit.glossary.book import Glossary


def test_three_languages_stand_side_by_side(visit: Callable[..., Page], review: Path) -> None:
    """A sentence and its two translations are one row, and a name has one colour in all of them."""
    page = visit(review)
    heads = page.locator("table.sheet thead th").all_inner_texts()
    assert [head.split()[0] for head in heads] == ["Vietnamese", "Japanese", "English"]
    row = page.locator("table.sheet tbody tr").nth(2)
    classes = row.locator('a.term[data-concept="country.jp"]').evaluate_all("terms => terms.map(t => t.className)")
    assert len(classes) == 3
    assert len(set(classes)) == 1


def test_a_mistake_is_shown_at_its_place(visit: Callable[..., Page], review: Path) -> None:
    """The wrong prefecture, the wrong number and the word left in Vietnamese are marked where they stand."""
    page = visit(review)
    marked = page.locator(".hit.error").all_inner_texts()
    assert "広島県" in marked
    assert any("Nhật Bản" in text for text in marked)
    first = page.locator("tr.row").first
    assert "山口県" in first.locator(".findings").inner_text()


def test_the_entry_stands_beside_the_term(visit: Callable[..., Page], review: Path) -> None:
    """On hover and on focus alike; Escape closes it, and it marks the same name in the other columns."""
    page = visit(review)
    term = page.locator('a.term[data-concept="jp.pref.yamaguchi"]').first
    term.hover()
    assert "Yamaguchi Prefecture" in page.inner_text("#pop")
    page.mouse.move(0, 0)
    page.keyboard.press("Escape")
    assert page.is_hidden("#pop")
    term.focus()
    assert "tỉnh Yamaguchi" in page.inner_text("#pop")
    assert page.locator("a.term.alike").count() > 0
    assert term.get_attribute("aria-describedby") == "pop"


def test_a_finding_explains_itself(visit: Callable[..., Page], review: Path) -> None:
    """The name of a check shows why it matters."""
    page = visit(review)
    page.locator("a.why").first.focus()
    assert len(page.inner_text("#pop")) > 80


def test_filters_leave_what_was_asked_for(visit: Callable[..., Page], review: Path) -> None:
    """By severity and by check; the address keeps the choice."""
    page = visit(review)
    every = page.locator("tr.row:visible").count()
    page.select_option("[name=severity]", "error")
    rows = page.locator("tr.row:visible")
    assert 0 < rows.count() < every
    assert page.locator(".findings li:visible:not(.error)").count() == 0
    again = visit(review, page.evaluate("location.hash"))
    assert again.input_value("[name=severity]") == "error"
    assert again.locator("tr.row:visible").count() == rows.count()
    again.click("#clear")
    again.check("[name=only]")
    assert 0 < again.locator("tr.row:visible").count() < every


def test_a_link_leads_to_its_sentence(visit: Callable[..., Page], review: Path) -> None:
    """A permalink shows its row, even where a filter would hide it."""
    page = visit(review, "#2026-02-26-hcm-city-yamaguchi.8")
    assert page.locator("tr.arrived").get_attribute("id") == "2026-02-26-hcm-city-yamaguchi.8"
    assert page.locator("tr.arrived").evaluate(
        "row => { const r = row.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; }"
    )
    page.select_option("[name=severity]", "error")
    page.evaluate("location.hash = '#2026-02-26-hcm-city-yamaguchi.8'")
    page.wait_for_selector("tr.arrived:visible")


def test_the_matrix_counts_and_links(visit: Callable[..., Page], review: Path) -> None:
    """Each rendering has its count and leads to the sentences that hold it."""
    page = visit(review)
    row = page.locator("table.matrix tr", has_text="tỉnh Yamaguchi").first
    links = row.locator(".links a")
    assert links.count() >= 2
    links.first.click()
    assert "Yamaguchi" in page.locator("tr.arrived").inner_text()


def test_a_hostile_article_stays_text(visit: Callable[..., Page], review: Path) -> None:
    """A translation that holds a script shows it; nothing runs, no dialog opens."""
    page = visit(review)
    assert page.get_by_text("<script>alert(1)</script>").count() > 0
    assert page.locator("main script").count() == 0


def test_it_speaks_three_languages(visit: Callable[..., Page], review: Path) -> None:
    """The reader's language comes first, and a button changes it."""
    page = visit(review, locale="ja-JP")
    assert page.inner_text("h1") == "翻訳レビュー"
    page.click("[data-language=vi]")
    assert page.inner_text("h1") == "Kết quả rà soát bản dịch"


def test_a_page_opens_in_the_language_of_its_findings(
    visit: Callable[..., Page], review: Path, spoken: tuple[str, Path]
) -> None:
    """Labels, findings and explanations are in the language that was asked for, whatever the browser prefers."""
    lang, path = spoken
    page = visit(path, locale="en-US")
    assert page.get_attribute("html", "lang") == lang
    finding = page.locator(".findings li.error").first
    message = finding.locator("span.told:visible")
    assert message.evaluate("span => span.closest('[lang]').lang") == lang
    english = visit(review, locale="en-US").locator(".findings li.error").first
    assert message.inner_text() not in english.inner_text()
    # The words of the article are quoted in every language
    assert "広島県" in message.inner_text()
    finding.locator("a.why").focus()
    assert page.locator("#pop p").first.inner_text() not in visit(review).inner_text("#checks")
    assert visit(path, "?lang=en").get_attribute("html", "lang") == "en"


def test_findings_and_explanations_follow_the_button(visit: Callable[..., Page], spoken: tuple[str, Path]) -> None:
    """One file serves both desks: what the checks said is there in every language, and one is shown."""
    page = visit(spoken[1])
    seen = {}
    for lang in ("en", "vi", "ja"):
        page.click(f"[data-language={lang}]")
        spans = page.locator(".findings li.error").first.locator("span.told:visible")
        assert spans.evaluate_all("spans => spans.map(span => span.lang)") == [lang]
        seen[lang] = spans.first.inner_text()
        cards = page.locator(".card[id^=check-] .told:visible")
        assert set(cards.evaluate_all("spans => spans.map(span => span.lang)")) == {lang}
    assert len(set(seen.values())) == 3
    page.reload()
    assert page.get_attribute("html", "lang") == "ja"


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_everybody_can_use_a_review_in_their_language(
    visit: Callable[..., Page], spoken: tuple[str, Path], width: int, scheme: str
) -> None:
    """Longer words and other quotation marks break nothing."""
    page = visit(spoken[1], viewport={"width": width, "height": 844}, color_scheme=scheme)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_everybody_can_use_the_review(visit: Callable[..., Page], review: Path, width: int, scheme: str) -> None:
    """Axe finds nothing to complain of, and nothing is wider than a phone."""
    page = visit(review, viewport={"width": width, "height": 844}, color_scheme=scheme)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_everybody_can_use_the_terms_of_an_article(
    visit: Callable[..., Page], tmp_path: Path, glossary: Glossary, width: int, scheme: str
) -> None:
    """The page of ``vje terms`` is held to the same."""
    article = read_article("<b>Hội đàm</b> tại Tokyo giữa Việt Nam và Nhật Bản.", "vi")
    path = tmp_path / "terms.html"
    path.write_bytes(write_terms(article, article_terms(article, glossary), "html"))
    page = visit(path, viewport={"width": width, "height": 844}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("tr[id='country.jp'] b").nth(1).inner_text() == "Japan"
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
