"""The checks that are not about terms: golden catalogs, suppressions, fixes, joined sentences."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from toolkit.catalog import Catalog, Message
from toolkit.checks import CHECKS, check, check_all, check_pair, lint
from toolkit.checks.document import document
from toolkit.checks.mend import mend
from toolkit.checks.since import changed_lines
from toolkit.errors import InputError
from toolkit.finding import Finding, Severity
from toolkit.glossary import Concept, Glossary, Status, Term

GOLDEN = Path(__file__).parent / "golden" / "findings"
FILES = sorted(GOLDEN.glob("*.po"))
#: Term checks have their own tests; here they would only repeat that a name is missing.
OURS = frozenset(name for name in CHECKS if not name.startswith(("term-", "title-", "style-", "unverified-")))


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load(GOLDEN / "glossary")


def expected(path: Path) -> list[str]:
    """The findings that the head of a golden file asks for."""
    lines = path.read_text(encoding="utf-8").split("\n")
    head = [line for line in lines[: lines.index('msgid ""')] if line.startswith("# finds")]
    assert head, f"{path.name} does not say what it expects"
    if head == ["# finds nothing"]:
        return []
    assert all(line.startswith("# finds: ") for line in head), path.name
    return [line.removeprefix("# finds: ") for line in head]


def shown(finding: Finding) -> str:
    text = f"{finding.check} {finding.severity.value}"
    if finding.start is not None:
        spot = (finding.source if finding.side == "source" else finding.target)[finding.start : finding.end]
        text += f" “{spot}”".replace("\u200b", "\\u200b")
        text += " (source)" if finding.side == "source" else ""
    return text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden_catalogs_find_what_their_head_says(path: Path, glossary: Glossary) -> None:
    """Each file's first lines are the specification: every finding, with its severity and the words it marks."""
    found = check(Catalog.load(path), glossary, checks=OURS)
    assert sorted(map(shown, found)) == sorted(expected(path))


def test_every_check_has_a_golden_that_fails_and_one_that_passes() -> None:
    """A check that nothing shows is not finished; source-changed needs an article and is tested below."""
    names = {path.name for path in FILES}
    for ident in OURS - {"source-changed"}:
        for kind in ("fails", "passes"):
            assert any(name.startswith(f"{ident}.") and f".{kind}." in name for name in names), (ident, kind)


@pytest.mark.parametrize("ident", sorted(CHECKS))
def test_every_check_explains_itself(ident: str) -> None:
    """A title, why it matters, an example and the fix are what a translator needs."""
    doc = document(ident)
    assert doc.title.endswith(".")
    assert doc.why
    assert doc.example
    assert doc.fix


def test_an_unknown_check_names_the_nearest() -> None:
    """A typing mistake costs no search."""
    with pytest.raises(InputError, match="number-mismatch"):
        document("number-mismach")


HEADER = r"""msgid ""
msgstr ""
"Language: vi\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-Language: en\n"

"""


def catalog(body: str, path: Path | None = None) -> Catalog:
    return Catalog.parse(HEADER + body, path)


def test_joined_sentences_are_checked_together(glossary: Glossary) -> None:
    """A number of the second sentence may stand in the one translation of both."""
    joined = catalog(
        '# vje: with-next\nmsgid "He came."\nmsgstr "Ông đến và gặp 25 người."\n\n'
        'msgid "He met 25 people."\nmsgstr ""\n'
    )
    assert check(joined, glossary, checks=OURS) == []


def test_an_omitted_sentence_is_not_checked(glossary: Glossary) -> None:
    """What a desk leaves out on purpose misses nothing."""
    omitted = catalog('# vje: omit\nmsgid "He met 25 people."\nmsgstr ""\n')
    assert check(omitted, glossary, checks=OURS) == []


def test_a_fuzzy_translation_is_only_mentioned(glossary: Glossary) -> None:
    """A proposal is neither right nor wrong."""
    fuzzy = catalog('#, fuzzy\nmsgid "5 people"\nmsgstr "6 người"\n')
    assert [f.check for f in check(fuzzy, glossary, checks=OURS)] == ["message-fuzzy"]


def test_every_plural_form_is_checked(glossary: Glossary) -> None:
    """Catalogs of programs have plural forms, and each is a translation."""
    plural = catalog('msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "tệp"\n')
    assert [f.check for f in check(plural, glossary, checks=OURS)] == ["placeholder-mismatch"]


def test_the_source_language_is_told_where_no_header_says_it(glossary: Glossary) -> None:
    """Weblate, Poedit and Babel write no X-Source-Language; the sentences show it."""
    text = HEADER.replace('"X-Source-Language: en\\n"\n', "")
    other = Catalog.parse(text + 'msgid "The plan was for 25 people."\nmsgstr "Kế hoạch cho 52 người."\n')
    assert [f.check for f in check(other, glossary, checks=OURS)] == ["number-mismatch"]


def test_a_suppression_may_name_one_concept(glossary: Glossary) -> None:
    """`ignore=name-mismatch:ID` is silent about that person and about nobody else."""
    entry = 'msgid "Phạm Quang Hiệu spoke."\nmsgstr "Đại sứ phát biểu."\n'
    for ident, left in (("person.pham-quang-hieu", []), ("person.somebody", ["name-mismatch", "suppression-unused"])):
        said = catalog(f"# vje: ignore=name-mismatch:{ident}\n{entry}")
        assert sorted(f.check for f in check(said, glossary, checks=OURS)) == left


def test_a_suppression_of_a_check_that_was_not_asked_for_is_not_called_unused(glossary: Glossary) -> None:
    """--select looks at one check, and says nothing about the others."""
    said = catalog('# vje: ignore=number-mismatch\nmsgid "5 people"\nmsgstr "6 người"\n')
    assert check(said, glossary, checks={"quotes", "suppression-unused"}) == []


def test_source_changed_finds_a_sentence_that_the_article_lost(tmp_path: Path, glossary: Glossary) -> None:
    """References are looked up above the catalog, as Poedit does; line breaks of the article do not matter."""
    folder = tmp_path / "locales" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("He met\n25 people.\n", encoding="utf-8")
    body = '#: articles/a.txt:1\nmsgid "He met 25 people."\nmsgstr "Ông gặp 25 người."\n\n'
    body += '#: articles/a.txt:1\nmsgid "He met 52 people."\nmsgstr "Ông gặp 52 người."\n'
    (folder / "a.po").write_text(HEADER + body, encoding="utf-8")
    found = check(Catalog.load(folder / "a.po"), glossary, checks={"source-changed"})
    assert [(f.check, f.source) for f in found] == [("source-changed", "He met 52 people.")]


def test_fixes_leave_nothing_to_fix(glossary: Glossary) -> None:
    """Spaces, widths, tone marks and the Unicode form are mended, and nothing else is touched."""
    body = (
        'msgid "Hello, world of 12."\nmsgstr "Xin  chào , thế giới １２ ."\n\n'
        'msgid "peace"\nmsgstr "giảng hoà ở Thanh Hóa, Khánh Hòa"\n\n'
        'msgid "Hanoi"\nmsgstr "Ha\u0300 Nội"\n'
    )
    mended = catalog(body)
    for _ in range(3):
        mend(mended, check(mended, glossary, checks=OURS))
    assert [m.msgstr for m in mended] == ["Xin chào, thế giới 12.", "giảng hòa ở Thanh Hóa, Khánh Hòa", "Hà Nội"]
    assert check(mended, glossary, checks=OURS) == []


def test_only_what_changed_since_a_revision_is_reported(tmp_path: Path) -> None:
    """A review looks at the new translation, wherever it stands."""

    def git(*words: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    path = tmp_path / "a.po"
    old = 'msgid "A."\nmsgstr "Một."\n\nmsgid "B."\nmsgstr ""\n'
    path.write_text(HEADER + old, encoding="utf-8")
    git("init", "-q")
    git("add", "a.po")
    git("commit", "-q", "-m", "first")
    path.write_text(HEADER + old.replace('"B."\nmsgstr ""', '"B."\nmsgstr "Hai."'), encoding="utf-8")
    now = Catalog.load(path)
    assert changed_lines(now, "HEAD") == {message.line for message in now if message.msgid == "B."}
    with pytest.raises(InputError, match="diff-base"):
        changed_lines(now, "no-such-revision")


def test_suppressions_count_in_a_run_over_several_catalogs(glossary: Glossary) -> None:
    """What is right in one run is right in the other."""
    said = catalog('# vje: ignore=number-mismatch\nmsgid "5 people"\nmsgstr "6 người"\n')
    assert check_all([said, catalog("")], glossary, checks=OURS) == []


def test_lint_needs_no_source() -> None:
    """A finished text shows its own slips, with lines and columns."""
    text = "Thanh Hóa và Khánh Hòa giảng hoà.\n\nthủ đô của của Việt Nam, có  １２ quận\n"
    found = lint(text, "vi", Glossary(()))
    assert [(f.line, f.check) for f in found] == [
        (1, "tone-placement"),
        (3, "doubled-word"),
        (3, "whitespace"),
        (3, "half-width"),
    ]


def test_offsets_point_into_a_text_that_is_not_composed() -> None:
    """A spot in decomposed text marks the same words as in composed text."""
    import unicodedata

    target = unicodedata.normalize("NFD", "Lợi nhuận tăng 17,9%.")
    found = check_pair("Profit rose 19.7 percent.", target, "en", "vi", Glossary(()), checks={"number-mismatch"})
    assert [target[f.start : f.end] for f in found] == ["17,9"]
    assert found[0].severity is Severity.ERROR
    assert found[0].fix == "19,7"


@pytest.mark.parametrize(("day", "found"), [(date(2024, 5, 1), ["term-inconsistent"]), (date(2026, 5, 1), [])])
def test_the_asked_day_decides_whose_names_are_compared(day: date, found: list[str]) -> None:
    """Two ministries had one English name one after the other; the day tells which of them the catalog is about."""
    old = Concept(
        "min.old",
        "institution.ministry",
        "VN",
        terms=(
            Term("Planning Ministry", "en", Status.PREFERRED),
            Term("Bộ Kế hoạch", "vi", Status.PREFERRED),
            Term("Bộ Quy hoạch", "vi", Status.ADMITTED),
        ),
        valid_until=date(2025, 2, 28),
    )
    new = Concept(
        "min.new",
        "institution.ministry",
        "VN",
        terms=(Term("Planning Ministry", "en", Status.PREFERRED), Term("Bộ Phát triển", "vi", Status.PREFERRED)),
        valid_from=date(2025, 3, 1),
    )
    catalog = Catalog(
        [
            Message("The Planning Ministry spoke.", "Bộ Kế hoạch phát biểu.", line=1),
            Message("The Planning Ministry left.", "Bộ Quy hoạch ra về.", line=2),
        ],
        header={"Language": "vi", "X-Source-Language": "en"},
    )
    asked = {"term-inconsistent"}
    assert [f.check for f in check(catalog, Glossary((old, new)), checks=asked, on=day)] == found
