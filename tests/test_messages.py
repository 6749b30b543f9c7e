"""What people read about their texts goes through the catalogs, whole; what machines read does not."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from toolkit import ui
from toolkit.catalog import Catalog
from toolkit.checks import CHECKS, check, check_all
from toolkit.checks.document import document, page, paragraphs
from toolkit.finding import Severity
from toolkit.glossary import Glossary
from toolkit.glossary.lint import lint
from toolkit.glossary.lint.print import as_json
from toolkit.glossary.lookup.answer import record, text
from toolkit.readers import read_article
from toolkit.report import Report, fingerprint, summary, write
from toolkit.report.baseline import without_known, write_baseline
from toolkit.report.site.write import site_page
from toolkit.report.terms import article_terms, write_terms
from toolkit.report.web.page import sayings
from toolkit.ui.retell import remembering, retold, speaking

if TYPE_CHECKING:
    from toolkit.finding import Finding

GOLDEN = Path(__file__).parent / "golden"
FILES = (*sorted((GOLDEN / "findings").glob("*.po")), *sorted((GOLDEN / "checks").glob("*/*.po")))


class Brackets:
    """A language in which every message is the English one in brackets: what was not looked up stands without."""

    def one(self, message: str) -> str:
        """The message in brackets."""
        return f"⟦{message}⟧"

    def counted(self, one: str, many: str, count: int) -> str:
        """The English form that goes with the count, in brackets."""
        return f"⟦{one if count == 1 else many}⟧"


def speak_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui, "_catalog", Brackets())
    monkeypatch.setattr(ui, "_lang", "brackets")


def is_whole(message: str) -> bool:
    """Whether a message is one sentence of the catalog: what is filled in may have been looked up by itself."""
    depth = 0
    for place, char in enumerate(message):
        depth += (char == "⟦") - (char == "⟧")
        if depth == 0 and place < len(message) - 1:
            return False
    return message.startswith("⟦") and message.endswith("⟧")


@lru_cache(maxsize=2)
def glossary(folder: str) -> Glossary:
    return Glossary.load(GOLDEN / folder / "glossary")


def found(path: Path) -> list[Finding]:
    return check(Catalog.load(path), glossary(path.relative_to(GOLDEN).parts[0]))


def test_every_finding_is_one_message_of_the_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    """No check glues fragments, and none says anything past the catalogs."""
    speak_brackets(monkeypatch)
    told = [finding for path in FILES for finding in found(path)]
    assert [finding.message for finding in told if not is_whole(finding.message)] == []
    # This one needs an article beside its catalog
    assert {finding.check for finding in told} == set(CHECKS) - {"source-changed"}


def test_a_finding_is_the_same_in_every_language_but_for_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language changes no check, no severity, no place, no fix and no fingerprint."""
    english = [finding for path in FILES for finding in found(path)]
    speak_brackets(monkeypatch)
    other = [finding for path in FILES for finding in found(path)]
    assert [replace(finding, message="") for finding in other] == [replace(finding, message="") for finding in english]
    assert [fingerprint(finding, "a.po") for finding in other] == [fingerprint(finding, "a.po") for finding in english]
    assert all(one.message != same.message for one, same in zip(english, other, strict=True))


def test_a_baseline_of_one_language_is_honoured_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes the baseline in Tokyo and runs the checks on an English server sees nothing twice."""
    paths = [path for path in FILES if ".fails." in path.name]
    terms = glossary("findings")

    def report() -> Report:
        return Report(tuple(check_all([Catalog.load(path) for path in paths], terms)), tuple(paths), root=GOLDEN)

    with monkeypatch.context() as tokyo:
        speak_brackets(tokyo)
        write_baseline(tmp_path / "known.json", report())
    now = report()
    assert len(now.findings) > 40
    assert without_known(tmp_path / "known.json", now.findings, now) == ([], len(now.findings))


@pytest.mark.parametrize("form", ["json", "gitlab", "rdjson", "sarif"])
def test_machines_read_the_same_words_in_every_language(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, ids, severities and levels are English; only the sentences for people are not."""
    path = GOLDEN / "findings" / "number-mismatch.fails.en-vi.po"
    english = json.loads(write(Report(tuple(found(path)), (path,)), form))
    speak_brackets(monkeypatch)
    other = write(Report(tuple(found(path)), (path,)), form)
    assert "⟦" in other
    assert _without_prose(json.loads(other)) == _without_prose(english)


def _without_prose(data: object) -> object:
    """JSON without what people read."""
    if isinstance(data, dict):
        prose = {"message", "description", "text", "markdown"}
        return {key: None if key in prose and isinstance(value, str) else _without_prose(value)
                for key, value in data.items()}  # fmt: skip
    return [_without_prose(one) for one in data] if isinstance(data, list) else data


def test_severities_and_counts_are_told_in_the_reader_s_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line that counts is one message with messages in it, and the text names severities as people do."""
    path = GOLDEN / "findings" / "number-mismatch.fails.en-vi.po"
    speak_brackets(monkeypatch)
    report = replace(Report(tuple(found(path)), (path,)), known=2)
    assert is_whole(summary(report))
    assert f" {Severity.ERROR.label}: ⟦" in write(report, "text")
    assert Severity.ERROR.label == "⟦error⟧"


@pytest.mark.parametrize("ident", sorted(CHECKS))
def test_an_explanation_is_translated_paragraph_by_paragraph(ident: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the translators are given is what is looked up; quoted sentences of articles stay as they are."""
    english = document(ident)
    given = [paragraph for _, paragraph in paragraphs(CHECKS[ident].__doc__ or "")]
    speak_brackets(monkeypatch)
    told = document(ident)
    for ours, theirs in zip(_parts(english), _parts(told), strict=True):
        assert theirs in (f"⟦{ours}⟧", ours), ident
        assert (theirs == f"⟦{ours}⟧") is (ours in given)
    assert {english.title, english.why, english.fix} <= {"\n\n".join(given), *given}


def _parts(one: object) -> list[str]:
    return [part for field in ("title", "why", "example", "fix") for part in str(getattr(one, field)).split("\n\n")]


def test_the_page_of_checks_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings and lead too, but not the ids."""
    speak_brackets(monkeypatch)
    assert page().startswith("# ⟦Checks⟧\n")
    assert "\n## number-mismatch\n" in page()


def test_the_linter_of_glossaries_speaks_the_reader_s_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A curator in Hà Nội reads what is wrong with a row; ids, columns and severities of the JSON stay."""
    header = (
        "id,subject,country,en,vi,ja,en_admitted,ja_reading,valid_from,valid_until,replaced_by,match,source,confidence"
    )
    rows = (
        "b,place.city,VN,Hanoi ,Hа Nội,ハノイ,Hanoi|Ha Noi,,2020-01-01,,b,foo,,verified",
        "a,thing,Vietnam,Hue,Huế,京都,,,,,c,,x,",
    )
    (tmp_path / "terms.csv").write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    english = json.loads(as_json(lint([tmp_path])))
    speak_brackets(monkeypatch)
    problems = lint([tmp_path])
    other = json.loads(as_json(problems))
    assert len({one["check"] for one in other}) > 8
    assert _without_prose(other) == _without_prose(english)
    assert [p.message for p in problems if not is_whole(p.message)] == []


@pytest.mark.parametrize("lang", ui.languages())
def test_a_review_says_in_which_language_it_is(lang: str) -> None:
    """Screen readers and fonts go by ``lang``; English pages still follow the browser, the others are pinned."""
    path = GOLDEN / "findings" / "brackets.fails.en-ja.po"
    with speaking(lang):
        finding = found(path)[0]
        shown = write(Report((finding,), (path,)), "html")
        explained = document(finding.check)
    assert f'<html lang="{lang}"{"" if lang == ui.SOURCE else " data-pinned"}>' in shown
    assert f'<span lang="{lang}">{finding.message}</span>' in shown
    assert f'<span lang="{lang}" class="told">{explained.title}</span>' in shown


@pytest.mark.parametrize("lang", ui.languages())
def test_pages_without_findings_open_in_the_program_s_language(lang: str) -> None:
    """The terms of an article and the site take it where the browser prefers none of ours."""
    article = read_article("Nhật Bản mời khách.", "vi")
    with speaking(lang):
        terms = write_terms(article, article_terms(article, glossary("checks")), "html").decode()
        site = site_page(glossary("checks"), "1", {})
    assert f'<html lang="{lang}">' in terms
    assert f'<html lang="{lang}">' in site


def test_a_message_that_remembers_is_told_again_in_any_language() -> None:
    """The page has every finding in all languages, although the checks have run in one."""
    with speaking("ja"), remembering():
        japanese = [finding for path in FILES for finding in found(path)]
    assert len(japanese) > 40
    for lang in ui.languages():
        with speaking(lang):
            again = [finding for path in FILES for finding in found(path)]
            assert [retold(finding.message) for finding in japanese] == [finding.message for finding in again]
    # To everybody else it is a string, and equal to the one that was made without memory
    with speaking("ja"):
        assert [finding for path in FILES for finding in found(path)] == japanese
    assert json.loads(json.dumps(japanese[0].message)) == japanese[0].message


#: One word in English for two things: where a name was seen, and what is translated; no province, and no file.
HOMONYMS = {"source", "unchanged", "none"}


@pytest.mark.parametrize("lang", ui.languages()[1:])
def test_pages_and_program_use_the_same_words(lang: str) -> None:
    """Who reads a page and the terminal meets one word for one thing, although the pages have a list of their own."""
    words: dict[str, set[str]] = {}
    for rows in sayings().values():
        for texts in rows.values():
            words.setdefault(texts[ui.SOURCE].casefold(), set()).add(texts[lang].casefold())
    catalog = Catalog.load(Path(ui.FOLDER) / lang / "LC_MESSAGES" / f"{ui.DOMAIN}.po")
    # In capitals it stands for an argument of a command
    told = [m for m in catalog if m.translated and not m.msgid.isupper()]
    shared = [m for m in told if m.msgid.casefold() in words.keys() - HOMONYMS]
    assert [(m.msgid, m.msgstr) for m in shared if m.msgstr.casefold() not in words[m.msgid.casefold()]] == []


@pytest.mark.parametrize(("lang", "column", "comma"), [("vi", 2, ", "), ("ja", 3, "、")])
def test_the_words_of_the_house_are_the_ones_that_people_read(lang: str, column: int, comma: str) -> None:
    """What docs/terms.md gives as the Vietnamese and the Japanese for a word of ours is what messages or pages say."""
    catalog = Catalog.load(Path(ui.FOLDER) / lang / "LC_MESSAGES" / f"{ui.DOMAIN}.po")
    said = [text for message in catalog for text in (message.plurals or (message.msgstr,))]
    said += [texts[lang] for rows in sayings().values() for texts in rows.values()]
    told = "\n".join(said).casefold()
    rows = (Path(__file__).parent.parent / "docs" / "terms.md").read_text(encoding="utf-8").splitlines()
    cells = [row.strip("|").split("|")[column].strip() for row in rows if row.startswith("| ")][2:]
    words = [word for cell in cells if cell for word in cell.split(comma)]
    assert len(words) > 30
    assert [word for word in words if word.casefold() not in told] == []


def test_an_answer_has_labels_in_the_reader_s_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is for people; the record for programs is the same in every language."""
    terms = Glossary.load()
    hits = terms.lookup("Hà Nam")
    english = [record(hit, terms) for hit in hits]
    speak_brackets(monkeypatch)
    assert [record(hit, terms) for hit in hits] == english
    shown = text(hits[:1], terms)
    assert "⟦preferred⟧" in shown
    assert "⟦valid⟧" in shown
