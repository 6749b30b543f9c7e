"""An article as a table: a row a sentence, a column a language."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.checks.group import source_lang
from toolkit.errors import ToolkitError
from toolkit.glossary.book import Glossary
from toolkit.lang import LANGUAGES, recognise
from toolkit.report.review.cell import Cell, State, pieces
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from toolkit.catalog import Message
    from toolkit.finding import Finding
    from toolkit.glossary.find.reading import Match
    from toolkit.report.report import Report

#: So many colours can be told apart in one row; the next names begin again.
COLORS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """
    One sentence.

    Attributes:
        id: What a link to it ends with.
        number: Its number in the article, counted from 1.
        place: Where its source stands: ``articles/x.txt:7``; empty if nobody says.
        cells: The source first, then the columns of the sheet; None where a column does not have it.
    """

    id: str
    number: int
    place: str
    cells: tuple[Cell | None, ...]

    @property
    def findings(self) -> list[Finding]:
        """Everything found in the row."""
        return [finding for cell in self.cells if cell is not None for finding in cell.findings]


@dataclass(slots=True)
class Sheet:
    """
    One article.

    Attributes:
        name: What its files are called.
        id: What a link to it ends with.
        lang: Code of the language of the first column.
        langs: Codes of all columns.
        compared: Codes of the columns that stand there for comparison only.
        catalogs: The catalogs under review.
        rows: Its sentences.
        findings: What was found in the whole of a file.
        day: Its date.
    """

    name: str
    id: str
    lang: str
    langs: list[str]
    compared: list[str] = field(default_factory=list)
    catalogs: list[Catalog] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    day: date | None = None


def sheets(report: Report) -> list[Sheet]:
    """
    The files of a report as tables; catalogs of one article and one source language share a table.

    Raises:
        CatalogError: A catalog cannot be read any more.
    """
    glossary = report.glossary if report.glossary is not None else Glossary(())
    by_file: dict[Path | None, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.path].append(finding)
    found: list[Sheet] = []
    groups: dict[tuple[str, str], list[Catalog]] = {}
    for path in report.files:
        if path.suffix in (".po", ".pot"):
            catalog = Catalog.load(path, twins=True)
            groups.setdefault((catalog.name, source_lang(catalog)), []).append(catalog)
        else:
            found.append(_text_sheet(path, by_file[path], glossary))
    for (name, lang), catalogs in groups.items():
        found.append(_sheet(name, lang, catalogs, by_file, glossary))
    taken: Counter[str] = Counter()
    for sheet in found:
        taken[sheet.id] += 1
        if taken[sheet.id] > 1:
            sheet.id = f"{sheet.id}-{taken[sheet.id]}"
            sheet.rows = [Row(f"{sheet.id}.{r.number}", r.number, r.place, r.cells) for r in sheet.rows]
    return found


def _anchor(name: str) -> str:
    """A name as an address may hold it."""
    return "".join(char if char.isalnum() or char in "-_." else "-" for char in name) or "article"


def _sheet(
    name: str, lang: str, catalogs: list[Catalog], by_file: dict[Path | None, list[Finding]], glossary: Glossary
) -> Sheet:
    given = {catalog.lang: catalog for catalog in catalogs}
    beside = _beside(catalogs[0], lang, set(given) | {lang})
    sheet = Sheet(name, _anchor(name), lang, [lang, *given, *beside], list(beside), catalogs, day=catalogs[0].date)
    at: dict[tuple[str, int | None], list[Finding]] = defaultdict(list)
    for code, catalog in given.items():
        for finding in by_file[catalog.path]:
            at[code, finding.line].append(finding)
    translations = {code: {m.key: m for m in catalog} for code, catalog in given.items()}
    keys = list(dict.fromkeys(message.key for catalog in catalogs for message in catalog))
    for number, key in enumerate(keys, 1):
        messages = {code: known[key] for code, known in translations.items() if key in known}
        first = next(iter(messages.values()))
        finder = _Finder(glossary, sheet.day)
        names = finder.find(first.msgid, lang)
        colors = _colors(names)
        here = {code: at.pop((code, m.line), []) for code, m in messages.items()}
        cells: list[Cell | None] = [
            Cell(
                lang,
                pieces(
                    first.msgid,
                    names,
                    [f for fs in here.values() for f in fs if f.side == "source" and f.source == first.msgid],
                    colors,
                ),
            )
        ]
        for code in given:
            message = messages.get(code)
            cells.append(None if message is None else _cell(message, code, here[code], finder, colors))
        for code, texts in beside.items():
            text = texts.get(key, "") or _told(first, code)
            cut = pieces(text, finder.find(text, code), (), colors)
            cells.append(Cell(code, cut, given=False) if text else None)
        place = first.references[0] if first.references else ""
        sheet.rows.append(Row(f"{sheet.id}.{number}", number, place, tuple(cells)))
    sheet.findings = [finding for rest in at.values() for finding in rest]
    return sheet


class _Finder:
    """Finds names of any language that the glossary may know."""

    def __init__(self, glossary: Glossary, day: date | None) -> None:
        self.glossary = glossary
        self.day = day

    def find(self, text: str, lang: str) -> list[Match]:
        return self.glossary.find(text, lang, self.day) if lang in LANGUAGES and text else []


def _colors(names: Sequence[Match]) -> dict[str, int]:
    colors: dict[str, int] = {}
    for name in names:
        if any(concept.id in colors for concept in name.concepts):
            continue
        color = len(set(colors.values())) % COLORS
        colors |= dict.fromkeys((concept.id for concept in name.concepts), color)
    return colors


def _cell(message: Message, lang: str, findings: list[Finding], finder: _Finder, colors: dict[str, int]) -> Cell:
    text = " / ".join(message.plurals) if message.plurals else message.msgstr
    here = [f for f in findings if f.side == "target" and f.target == text]
    return Cell(
        lang,
        pieces(text, finder.find(text, lang), here, colors),
        tuple(findings),
        state_of(message),
        message.comments,
    )


def state_of(message: Message) -> State:
    """How far the translation of a message is."""
    if "omit" in message.directives:
        return State.OMITTED
    if message.fuzzy:
        return State.FUZZY
    return State.TRANSLATED if message.translated else State.UNTRANSLATED


def _beside(catalog: Catalog, lang: str, known: set[str]) -> dict[str, dict[tuple[str | None, str], str]]:
    """The third language: of the catalog that lies beside this one, or of what the notes tell."""
    found: dict[str, dict[tuple[str | None, str], str]] = {}
    for code in LANGUAGES:
        if code in known:
            continue
        texts: dict[tuple[str | None, str], str] = {}
        path = catalog.path
        if path is not None and path.parent.name == "LC_MESSAGES":
            other = path.parents[2] / code / "LC_MESSAGES" / path.name
            try:
                beside = Catalog.load(other, twins=True) if other.is_file() else None
            except ToolkitError:
                beside = None  # it is not what is under review
            if beside is not None and source_lang(beside) == lang:
                texts = {message.key: message.msgstr for message in beside if message.translated}
        if texts or any(_told(message, code) for message in catalog):
            found[code] = texts
    return found


def _told(message: Message, code: str) -> str:
    """The sentence in another language as a note for translators tells it: ``ja: …``."""
    return next((note[len(code) + 2 :] for note in message.notes if note.startswith(f"{code}: ")), "")


def _text_sheet(path: Path, findings: Iterable[Finding], glossary: Glossary) -> Sheet:
    """A finished text: a row for each line that holds something."""
    found = list(findings)
    try:
        lines = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
    except OSError:
        lines = []
    lang = next((f.lang for f in found if f.lang), "") or recognise("\n".join(lines)) or ""
    sheet = Sheet(path.name, _anchor(path.name), lang, [lang])
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        here = [f for f in found if f.line == number]
        names = _Finder(glossary, None).find(line, lang)
        cut = pieces(line, names, [f for f in here if f.target == line], {})
        sheet.rows.append(Row(f"{sheet.id}.{number}", number, f"{path.name}:{number}", (Cell(lang, cut, tuple(here)),)))
    sheet.findings = [f for f in found if f.line is None]
    return sheet
