"""The glossary site in a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from toolkit.glossary.book import Glossary
from toolkit.glossary.concept import Concept, Confidence, Status, Term
from toolkit.glossary.lookup.key import key
from toolkit.report.site.write import site_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


#: Width and colours a page is looked at with.
SIGHTS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (390, "light"), (390, "dark"))


def search(page: Page, text: str) -> list[str]:
    """The ids of the entries that the page lists for *text*, best first."""
    page.fill("#q", text)
    return ids(page)


def ids(page: Page) -> list[str]:
    """The ids of the entries that the page lists."""
    links: list[str] = page.locator(".results a").evaluate_all("links => links.map(a => a.hash.slice(1))")
    return links


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Đà Nẵng", "vn.prov.da-nang.2025"),
        ("da nang", "vn.prov.da-nang.2025"),
        ("danang", "vn.prov.da-nang.2025"),
        ("DA NANG", "vn.prov.da-nang.2025"),
        ("Thanh Hoá", "vn.prov.thanh-hoa"),
        ("ha noi", "vn.prov.ha-noi"),
        ("Hanoi", "vn.prov.ha-noi"),
        ("ハノイ", "vn.prov.ha-noi"),
        ("はのい", "vn.prov.ha-noi"),
        ("ﾊﾉｲ", "vn.prov.ha-noi"),
        ("広島県", "jp.pref.hiroshima"),
        ("ひろしまけん", "jp.pref.hiroshima"),
        ("ヒロシマケン", "jp.pref.hiroshima"),
        ("ﾋﾛｼﾏｹﾝ", "jp.pref.hiroshima"),
        ("hiroshima prefecture", "jp.pref.hiroshima"),
        ("Ｊａｐａｎ", "country.jp"),
        ("viet nam", "country.vn"),
    ],
)
def test_a_name_finds_its_entry_first(visit: Callable[..., Page], site: Path, typed: str, wanted: str) -> None:
    """Whatever the script, the marks, the width or the kind of kana, what is meant stands first."""
    assert search(visit(site), typed)[0] == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"), [("Yamaguchi", "jp.pref.yamaguchi"), ("ngoai giao", "inst.vn.mofa"), ("外務", "inst.jp.mofa")]
)
def test_a_part_of_a_name_is_enough(
    visit: Callable[..., Page], site: Path, glossary: Glossary, typed: str, wanted: str
) -> None:
    """A piece of a name finds the names that hold it."""
    found = search(visit(site), typed)
    assert len(found) > 1
    assert all(
        any(
            key(typed) in key(t.text) or key(typed) in key(glossary.concept(i).reading)
            for t in glossary.concept(i).terms
        )
        for i in found
    )
    assert wanted not in glossary or wanted in found


def test_quotation_marks_ask_for_exactly_this_name(visit: Callable[..., Page], site: Path, glossary: Glossary) -> None:
    """Hà Nam in quotation marks is neither Hạ Nam nor the harbour of Hà Nam."""
    page = visit(site)
    for typed in ('"Hà Nam"', "“Hà Nam”", "「Hà Nam」"):
        found = search(page, typed)
        assert found
        assert all(any(term.text == "Hà Nam" for term in glossary.concept(ident).terms) for ident in found)
    assert search(page, '"ha nam"') == []


def test_the_browser_makes_the_same_keys(visit: Callable[..., Page], site: Path, glossary: Glossary) -> None:
    """What a terminal finds, the page finds: both reduce every name of the glossary to the same key."""
    texts = [term.text for concept in glossary for term in concept.terms]
    texts += [concept.reading for concept in glossary if concept.reading]
    made = visit(site).evaluate("texts => { const key = keyMaker(DATA.rules); return texts.map(key); }", texts)
    differ = [(text, key(text), theirs) for text, theirs in zip(texts, made, strict=True) if key(text) != theirs]
    assert differ == []


def test_filters_narrow_and_the_address_keeps_them(visit: Callable[..., Page], site: Path, glossary: Glossary) -> None:
    """Subject, country, status, evidence: each leaves what it says, and the link brings it back."""
    page = visit(site)
    page.select_option("[name=subject]", "place.prefecture")
    assert page.inner_text("#count") == "47 entries"
    page.select_option("[name=country]", "VN")
    assert page.inner_text("#count") == "Nothing is called that."
    again = visit(site, page.evaluate("location.hash"))
    assert again.input_value("[name=subject]") == "place.prefecture"
    again.click("#clear")
    again.check("[name=unverified]")
    own = sum(concept.confidence is Confidence.OWN for concept in glossary)
    assert again.inner_text("#count") == f"{own:,} entries"
    again.click("#clear")
    again.select_option("[name=status]", "deprecated")
    listed = search(again, "Viet nam")
    assert "country.vn" in listed
    assert all(any(t.status is Status.DEPRECATED for t in glossary.concept(i).terms) for i in listed)


def test_a_date_picks_what_a_thing_was_called(visit: Callable[..., Page], site: Path) -> None:
    """On the last day of June 2025 Bình Dương was a province, on the next day it was none."""
    page = visit(site)
    page.fill("[name=on]", "2025-06-30")
    assert "vn.prov.binh-duong" in search(page, "Bình Dương")
    page.fill("[name=on]", "2025-07-01")
    assert "vn.prov.binh-duong" not in ids(page)


def test_an_entry_has_its_own_address_and_the_way_back(visit: Callable[..., Page], site: Path) -> None:
    """A click opens the entry under its id; the back button leads to the same search."""
    page = visit(site)
    search(page, "binh duong")
    page.click('.results a[href="#vn.prov.binh-duong"]')
    assert page.inner_text("h1") == "Binh Duong Province"
    assert page.url.endswith("#vn.prov.binh-duong")
    page.go_back()
    assert page.input_value("#q") == "binh duong"
    assert "vn.prov.binh-duong" in ids(page)
    page.go_forward()
    assert page.inner_text("h1") == "Binh Duong Province"
    assert visit(site, "#vn.prov.binh-duong").inner_text("h1") == "Binh Duong Province"


def test_an_entry_tells_before_and_after(visit: Callable[..., Page], site: Path) -> None:
    """The time line leads to the three that became one, its names carry status, its sentences are real."""
    page = visit(site, "#vn.prov.ho-chi-minh.2025")
    before = page.locator(".span.before a").evaluate_all("links => links.map(a => a.hash)")
    assert sorted(before) == ["#vn.prov.ba-ria-vung-tau", "#vn.prov.binh-duong", "#vn.prov.ho-chi-minh"]
    assert page.locator(".quotes mark").count() > 2
    assert page.locator(".names .preferred").count() == 3
    page.click(".span.before a >> nth=0")
    assert page.locator(".span.after a").get_attribute("href") == "#vn.prov.ho-chi-minh.2025"


def test_sixty_three_provinces_became_thirty_four(visit: Callable[..., Page], site: Path) -> None:
    """The picture shows 52 old provinces in 23 new ones and the eleven that stayed."""
    page = visit(site, "#/2025-07-01/place.province/VN")
    assert page.inner_text("h1").startswith("Vietnam: 63 → 34 ")
    assert page.locator(".merge").count() == 23
    assert page.locator(".merge text:not(.big)").count() == 52
    assert page.locator(".list a").count() == 11


@pytest.mark.parametrize("lang", ["en", "vi", "ja"])
def test_names_stay_in_their_picture(visit: Callable[..., Page], site: Path, lang: str) -> None:
    """Where the full name is longer than the picture, another right one stands there: TP Hồ Chí Minh."""
    page = visit(site, f"?lang={lang}#/2025-07-01/place.province/VN")
    outside = """texts => texts.filter(text => {
        const here = text.getBoundingClientRect(), room = text.closest("svg").getBoundingClientRect();
        return here.left < room.left - 1 || here.right > room.right + 1;
    }).map(text => text.textContent)"""
    names = page.locator("svg.merge text")
    assert names.count() > 60
    assert names.evaluate_all(outside) == []


def test_the_keyboard_is_enough(visit: Callable[..., Page], site: Path) -> None:
    """Slash, type, arrows, Enter, Escape: from the search to an entry and back without a mouse."""
    page = visit(site)
    page.keyboard.press("/")
    page.keyboard.type("hai phong")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    wanted = ids(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{wanted}")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize(("locale", "lang"), [("vi-VN", "vi"), ("ja-JP", "ja"), ("en-GB", "en"), ("fr-FR", "en")])
def test_the_page_speaks_the_readers_language(visit: Callable[..., Page], site: Path, locale: str, lang: str) -> None:
    """The browser's language decides, one of the buttons overrules it, and the choice is kept."""
    page = visit(site, locale=locale)
    assert page.get_attribute("html", "lang") == lang
    page.click("[data-language=ja]")
    assert page.inner_text(".brand") == "ニュース用語集"
    page.reload()
    assert page.get_attribute("html", "lang") == "ja"


def test_copying_gives_the_name(visit: Callable[..., Page], site: Path, glossary: Glossary) -> None:
    """The button puts the very name on the clipboard."""
    page = visit(site, "#vn.prov.ha-noi", permissions=["clipboard-read", "clipboard-write"])
    page.click(".three button >> nth=2")
    name = glossary.concept("vn.prov.ha-noi").preferred("ja")
    assert name
    assert page.evaluate("navigator.clipboard.readText()") == name.text


@pytest.mark.parametrize(
    "rest", ["", "#?q=ha", "#vn.prov.ho-chi-minh.2025", "#country.vn", "#/2025-07-01/place.province/VN", "#no.such"]
)
def test_everybody_can_use_it(visit: Callable[..., Page], site: Path, rest: str) -> None:
    """Axe finds nothing to complain of, and nothing is wider than a phone."""
    page = visit(site, rest)
    for width, scheme in SIGHTS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        result = Axe().run(page)
        assert result.violations_count == 0, result.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_from_a_host_as_well(browser: Browser, site: Path) -> None:
    """The same folder behind a web server: the page comes, and nothing else is asked for."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html#vn.prov.thanh-hoa")
        assert "Thanh Hoa" in page.inner_text("h1")
        assert [url for url in asked if not url.startswith("data:")] == [asked[0]]
        page.close()
        server.shutdown()


def test_a_hostile_glossary_stays_text(visit: Callable[..., Page], tmp_path: Path) -> None:
    """Markup in a name, a note or a source is shown, not run."""
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    terms = (Term(evil, "en", Status.PREFERRED), Term("x", "vi", Status.PREFERRED))
    concept = Concept(
        "term.evil", "term.news", "", terms, note=evil, definition=evil, sources=("javascript:alert(3)", evil)
    )
    path = tmp_path / "index.html"
    path.write_text(site_page(Glossary([concept]), evil, {}), encoding="utf-8")
    page = visit(path, "#term.evil")
    assert page.inner_text("h1") == evil
    assert page.locator("main img, main script").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_fifty_thousand_concepts_answer_at_once(visit: Callable[..., Page], tmp_path: Path) -> None:
    """A glossary seven times ours is searched within 50 ms a letter, whatever is typed."""
    syllables = "an bình châu đông giang hà khánh lâm mỹ ninh phú quảng sơn tây vĩnh xuân".split()
    kana = "アイウエオカキクケコサシスセソタ"
    concepts = []
    for number in range(50_000):
        digits = [number >> shift & 15 for shift in (0, 4, 8, 12)]
        name = " ".join(syllables[digit].capitalize() for digit in digits)
        sounds = "".join(kana[digit] for digit in digits)
        terms = (
            Term(f"{name} Commune", "en", Status.PREFERRED),
            Term(f"xã {name}", "vi", Status.PREFERRED),
            Term(name, "vi", Status.ADMITTED, ("bare",)),
            Term(f"{sounds}社", "ja", Status.PREFERRED),
        )
        concepts.append(Concept(f"vn.commune.{number}", "place.commune", "VN", terms, reading=sounds))
    path = tmp_path / "index.html"
    path.write_text(site_page(Glossary(concepts), "big", {}), encoding="utf-8")
    page = visit(path)
    queries = ["a", "an", "xa", "phu quang", "Mỹ Ninh", "アイ", "あいうえ", "社", "commune", "zzz", '"xã An An An An"']
    took = page.evaluate(
        """queries => {
            const search = ready();
            const once = (query) => {
                const from = performance.now();
                search.find(query);
                return performance.now() - from;
            };
            return queries.map((query) => Math.min(...Array.from({ length: 10 }, () => once(query))));
        }""",
        queries,
    )
    assert max(took) <= 50, dict(zip(queries, took, strict=True))
    page.fill("#q", "phu quang")
    page.wait_for_selector(".results a")
    assert float(page.get_attribute("#view", "data-took") or "inf") < 200


def test_the_downloads_hold_every_concept(site: Path, glossary: Glossary) -> None:
    """What a reader takes away is the whole glossary."""
    data = json.loads((site.parent / "glossary.json").read_text(encoding="utf-8-sig"))
    rows = data if isinstance(data, list) else data["concepts"]
    assert {row["id"] for row in rows} == {concept.id for concept in glossary}
