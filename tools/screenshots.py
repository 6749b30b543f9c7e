"""
``make screenshots``: the pictures of docs/images, taken of the sample articles; what each README shows in its language.

It needs Debian's chromium and fonts-noto-cjk; where Poedit and what ``make test-poedit`` needs are installed too, and
ImageMagick, it also takes a picture of a catalog in Poedit.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from toolkit.glossary.book import Glossary
from toolkit.glossary.version import version
from toolkit.report.review.page import write_html
from toolkit.report.run import Wishes, check_files
from toolkit.report.site.examples import examples
from toolkit.report.site.write import write_site
from toolkit.ui import SOURCE, choose, languages
from toolkit.ui.retell import remembering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
ARTICLE = "2026-02-26-hcm-city-yamaguchi"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
#: Slips of a tired evening, so that the review has something to show.
SLIPS = {
    "ja": {"約10年にわたり": "約12年にわたり", "日本の山口県議会": "日本の広島県議会"},
    "en": {"September 5, 2025": "September 15, 2025"},
}
#: Bytes of a picture that a README may load.
MOST = 300_000


def pages(folder: Path) -> tuple[Path, dict[str, Path]]:
    """The site and a review in each language, made in a scratch folder."""
    glossary = Glossary.load(ROOT / "glossary")
    write_site(folder, glossary, version((str(ROOT / "glossary"),)), examples((ROOT / "articles").iterdir(), glossary))
    catalogs = []
    for lang, slips in SLIPS.items():
        path = folder / "locales" / lang / "LC_MESSAGES" / f"{ARTICLE}.po"
        path.parent.mkdir(parents=True)
        text = (ROOT / path.relative_to(folder)).read_text(encoding="utf-8")
        for right, wrong in slips.items():
            if right not in text:
                sys.exit(f"{path.name} ({lang}) no longer says {right}")
            text = text.replace(right, wrong)
        path.write_text(text, encoding="utf-8")
        catalogs.append(path)
    reviews = {lang: folder / f"review.{lang}.html" for lang in languages()}
    for lang, path in reviews.items():
        choose(lang)
        with remembering():
            report = check_files(catalogs, glossary, Wishes())
        path.write_text(write_html(report), encoding="utf-8")
    choose(SOURCE)
    return folder / "index.html", reviews


def opened(browser: Browser, path: Path, rest: str, **settings: Any) -> Page:
    """A page in a window of its own."""
    page = browser.new_context(
        **({"viewport": {"width": 1280, "height": 860}, "locale": "en-US"} | settings)
    ).new_page()
    page.goto(path.as_uri() + rest)
    page.wait_for_timeout(300)
    return page


def take(page: Page, name: str, **settings: Any) -> None:
    """Save what the page shows."""
    page.screenshot(path=IMAGES / name, **settings)


def browse(browser: Browser, site: Path, reviews: Mapping[str, Path]) -> None:
    """All pictures of pages."""
    for lang, review in reviews.items():
        end = ".png" if lang == SOURCE else f".{lang}.png"
        page = opened(browser, site, f"?lang={lang}#")
        page.fill("#q", "thanh hoa")
        page.wait_for_timeout(300)
        take(page, f"site-search{end}")
        provinces = f"?lang={lang}#/2025-07-01/place.province/VN"
        page = opened(browser, site, provinces, viewport={"width": 1180, "height": 900})
        page.locator("main").screenshot(path=IMAGES / f"site-provinces{end}")
        page = opened(browser, review, f"#{ARTICLE}", viewport={"width": 1400, "height": 900})
        page.locator('tr:nth-of-type(4) a.term[data-concept*="jp.pref.yamaguchi"]').first.hover()
        take(page, f"review{end}")
    take(opened(browser, site, "?lang=vi#vn.prov.ho-chi-minh.2025"), "site-entry.png")
    phone = {"viewport": {"width": 390, "height": 780}, "color_scheme": "dark", "device_scale_factor": 2}
    take(opened(browser, site, "?lang=ja#?q=ひろしま", **phone), "site-phone.png")


def poedit() -> None:
    """A catalog in Poedit, where it is installed."""
    spec = importlib.util.spec_from_file_location("poedit_run", ROOT / "tests" / "poedit" / "run.py")
    assert spec
    assert spec.loader
    run = importlib.util.module_from_spec(spec)
    sys.modules["poedit_run"] = run
    spec.loader.exec_module(run)
    missing = [name for name in (*run.PROGRAMS, "import") if shutil.which(name) is None]
    if missing:
        print(f"no picture of Poedit: {', '.join(missing)} not installed")
        return
    with tempfile.TemporaryDirectory() as scratch, run.Desktop(Path(scratch)) as desktop:
        path = Path(scratch) / f"{ARTICLE}.po"
        shutil.copy(ROOT / "locales" / "ja" / "LC_MESSAGES" / path.name, path)
        desktop.start("poedit", str(path))
        until = time.monotonic() + 60
        window = ""
        while not window and time.monotonic() < until:
            window = desktop.do("xdotool", "search", "--onlyvisible", "--name", path.name).partition("\n")[0]
        width, height = run.SIZE
        desktop.do("xdotool", "windowsize", window, str(width), str(height), "windowmove", window, "0", "0")
        desktop.do("xdotool", "windowactivate", "--sync", window)
        time.sleep(2)
        desktop.click(300, run.FIRST_ROW + 3 * run.ROW_HEIGHT)
        time.sleep(1)
        desktop.do("import", "-window", "root", str(IMAGES / "poedit.png"))


def main() -> int:
    """Take every picture; 1 if one is too large for a README."""
    program = shutil.which("chromium")
    if program is None:
        print("install Debian's package chromium", file=sys.stderr)
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site, reviews = pages(Path(name))
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        browse(browser, site, reviews)
        browser.close()
    poedit()
    large = [path for path in IMAGES.glob("*.png") if path.stat().st_size > MOST]
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB{' TOO LARGE' if path in large else ''}")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
