"""The site as files: one page, and the glossary to take away."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from toolkit import files
from toolkit.glossary.answer import LANGS, record
from toolkit.glossary.concept import Status
from toolkit.glossary.lookup import Hit
from toolkit.report.site.data import site_data
from toolkit.report.web.page import fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept
    from toolkit.report.site.examples import Example


def write_site(
    folder: Path,
    glossary: Glossary,
    version: str,
    examples: Mapping[str, list[Example]] | None = None,
    lang: str = "en",
) -> list[Path]:
    """
    Write the glossary's site into a folder: ``index.html``, ``glossary.csv``, ``glossary.json``.

    Args:
        folder: Where to; made if need be.
        glossary: The concepts.
        version: Of the glossary.
        examples: Sentences for the concepts.
        lang: Code of the language in which the page opens where the reader's browser names none of ours.

    Returns:
        The files, those too that held the same before.

    Raises:
        InputError: A file cannot be written.
    """
    contents = {
        "index.html": site_page(glossary, version, examples or {}, lang),
        "glossary.csv": site_csv(glossary),
        "glossary.json": site_json(glossary, version),
    }
    for name, text in contents.items():
        files.write(folder / name, text.encode("utf-8"))
    return [folder / name for name in contents]


def site_page(glossary: Glossary, version: str, examples: Mapping[str, list[Example]], lang: str = "en") -> str:
    """The page itself."""
    return fill(
        "site.html",
        styles=["site.css"],
        scripts=["search.js", "entry.js", "site.js"],
        data=site_data(glossary, version, examples),
        lang=lang,
        version=version,
    )


def site_csv(glossary: Glossary) -> str:
    """One concept a row, as a spreadsheet opens it: with a byte order mark, terms to avoid in their own columns."""
    head = ["id", "subject", "country", *LANGS]
    head += [f"{lang}_{status}" for status in (Status.ADMITTED, Status.DEPRECATED) for lang in LANGS]
    head += ["ja_reading", "valid_from", "valid_until", "replaced_by", "definition", "note", "source", "confidence"]
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows(map(_row, glossary))
    return "\ufeff" + stream.getvalue()


def _row(concept: Concept) -> list[str]:
    def names(status: Status, lang: str) -> str:
        return " | ".join(term.text for term in concept.terms if term.lang == lang and term.status is status)

    return [
        concept.id,
        concept.subject,
        concept.country,
        *(names(status, lang) for status in Status for lang in LANGS),
        concept.reading,
        concept.valid_from.isoformat() if concept.valid_from else "",
        concept.valid_until.isoformat() if concept.valid_until else "",
        " | ".join(concept.replaced_by),
        concept.definition,
        concept.note,
        " | ".join(concept.sources),
        concept.confidence.value,
    ]


def site_json(glossary: Glossary, version: str) -> str:
    """The concepts as ``vje lookup --format json`` gives them, one a line."""
    lines = []
    for concept in glossary:
        row: dict[str, Any] = record(Hit(concept, concept.terms[0], "exact"), glossary) if concept.terms else {}
        for key in ("how", "matched", "state"):
            row.pop(key, None)
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    return f'{{"version":{json.dumps(version)},"concepts":[\n' + ",\n".join(lines) + "\n]}\n"
