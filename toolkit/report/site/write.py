"""The site as files: one page, and the glossary to take away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from toolkit import files, ui
from toolkit.exchange.choice import choose
from toolkit.exchange.formats import FORMATS
from toolkit.report.site.data import site_data
from toolkit.report.web.page import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.glossary.book import Glossary
    from toolkit.report.site.examples import Example

#: What a reader can take away: the page's word for it, the file, the format of the exchange.
DOWNLOADS = (
    ("csv", "glossary.csv", "csv"),
    ("json", "glossary.json", "json"),
    ("tbx", "glossary.tbx", "tbx2"),
    ("tbx3", "glossary.v3.tbx", "tbx3"),
    ("tmx", "glossary.tmx", "tmx"),
)


def write_site(
    folder: Path,
    glossary: Glossary,
    version: str,
    examples: Mapping[str, list[Example]] | None = None,
    lang: str = "",
) -> list[Path]:
    """
    Write the glossary's site into a folder: ``index.html`` and :data:`DOWNLOADS`.

    Args:
        folder: Where to; made if need be.
        glossary: The concepts.
        version: Of the glossary.
        examples: Sentences for the concepts.
        lang: Code of the language in which the page opens where the reader's browser names none of ours; empty for the
            one that the program speaks.

    Returns:
        The files, those too that held the same before.

    Raises:
        InputError: A file cannot be written.
    """
    contents = {"index.html": site_page(glossary, version, examples or {}, lang).encode("utf-8")}
    for _, name, form in DOWNLOADS:
        suffix = name[name.rindex(".") :]
        contents[name] = FORMATS[form].write(choose(glossary, FORMATS[form], today=date.today(), suffix=suffix))
    for name, data in contents.items():
        files.write(folder / name, data)
    return [folder / name for name in contents]


def site_page(glossary: Glossary, version: str, examples: Mapping[str, list[Example]], lang: str = "") -> str:
    """The page itself."""
    return fill(
        "site.html",
        styles=["site.css"],
        scripts=["search.js", "entry.js", "site.js"],
        data=site_data(glossary, version, examples) | {"files": [[key, name] for key, name, _ in DOWNLOADS]},
        lang=lang or ui.chosen(),
        version=version,
    )
