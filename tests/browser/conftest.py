"""A real Chromium, and pages made from the sample articles, for ``make test-browser``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from toolkit.glossary.book import Glossary
from toolkit.report.review.page import write_html
from toolkit.report.run import Wishes, check_files
from toolkit.report.site.examples import examples
from toolkit.report.site.write import write_site
from toolkit.ui import SOURCE, choose, languages
from toolkit.ui.retell import remembering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

ROOT = Path(__file__).parent.parent.parent
#: No background chatter: a browser that starts must not look anybody up.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
#: What a translator may get wrong: each edit of a sample catalog plants one mistake.
MISTAKES = {
    "ja": {
        "ホーチミン市と山口県、議会同士で覚書": "ホーチミン市と広島県、議会同士で覚書",
        "約10年にわたり": "約12年にわたり",
        "日本はベトナムにとって重要なパートナーの一つ": "Nhật Bảnはベトナムにとって重要なパートナーの一つ",
    },
    "en": {"earlier agreements": "earlier agreements <script>alert(1)</script>"},
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "install Debian's package chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """
    Open a page; fail afterwards if it asked anybody for anything or complained.

    The function takes the file, what follows it in the address, and settings of Playwright's context.
    """
    contexts = []
    trouble: list[str] = []

    def opened(path: Path, rest: str = "", **settings: Any) -> Page:
        context = browser.new_context(**({"locale": "en-US", "viewport": {"width": 1280, "height": 900}} | settings))
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        address = path.as_uri()

        def asked(request: Request) -> None:
            if not request.url.startswith((address, "data:")):
                trouble.append(f"request: {request.url}")

        def said(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                trouble.append(f"console: {message.text}")

        def rang(dialog: Dialog) -> None:
            trouble.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("request", asked)
        page.on("console", said)
        page.on("dialog", rang)
        page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
        page.goto(address + rest)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """The curated glossary."""
    return Glossary.load(ROOT / "glossary")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, glossary: Glossary) -> Path:
    """The site's page, made of the curated glossary and the sample articles."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, glossary, "test", examples((ROOT / "articles").iterdir(), glossary))
    return folder / "index.html"


@pytest.fixture(scope="session")
def review(tmp_path_factory: pytest.TempPathFactory, glossary: Glossary) -> Path:
    """A review of one sample article, translated into two languages with a few mistakes."""
    return reviewed(tmp_path_factory.mktemp("review"), glossary)


@pytest.fixture(scope="session", params=languages()[1:])
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, glossary: Glossary
) -> tuple[str, Path]:
    """The same review as the program writes it when it speaks another language, and which."""
    lang = choose(request.param)
    try:
        return lang, reviewed(tmp_path_factory.mktemp(f"review-{lang}"), glossary)
    finally:
        choose(SOURCE)


def reviewed(folder: Path, glossary: Glossary) -> Path:
    """Catalogs with mistakes in a folder, and the page about them."""
    paths = []
    for lang, mistakes in MISTAKES.items():
        name = Path("locales") / lang / "LC_MESSAGES" / "2026-02-26-hcm-city-yamaguchi.po"
        text = (ROOT / name).read_text(encoding="utf-8")
        for right, wrong in mistakes.items():
            assert right in text
            text = text.replace(right, wrong)
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    page = folder / "review.html"
    with remembering():
        report = check_files(paths, glossary, Wishes())
    page.write_text(write_html(report), encoding="utf-8")
    return page
