"""Findings in every format, against the formats' own rules."""

from __future__ import annotations

import json
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner
from junitparser import JUnitXml

from toolkit.catalog import Catalog
from toolkit.checks import check
from toolkit.cli.check import command
from toolkit.cli.explain import command as explain
from toolkit.cli.lint import command as lint
from toolkit.finding import Finding, Severity
from toolkit.glossary import Glossary
from toolkit.report import FORMATS, Report, write
from toolkit.report.place import place

HEADER = r"""msgid ""
msgstr ""
"Language: vi\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-Language: en\n"

"""
WRONG = 'msgid "Profit rose 19.7 percent."\nmsgstr "Lợi nhuận tăng 17,9%."\n'
RIGHT = 'msgid "Profit rose 19.7 percent."\nmsgstr "Lợi nhuận tăng 19,7%."\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a catalog that is wrong, and one that is right."""
    (tmp_path / "locales").mkdir()
    (tmp_path / "vje.toml").write_text("curated = false\n", encoding="utf-8")
    (tmp_path / "locales" / "wrong.po").write_text(HEADER + WRONG, encoding="utf-8")
    (tmp_path / "locales" / "right.po").write_text(HEADER + RIGHT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    """Run ``vje check`` and give its standard output; the exit code must be *code*."""
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == code, result.output
    return result.stdout


def many(count: int, severity: Severity = Severity.WARNING) -> tuple[Finding, ...]:
    return tuple(Finding("quotes", severity, f"number {n}", path=Path("a.po"), line=n + 1) for n in range(count))


def test_text_marks_the_spot_and_names_the_check(project: Path) -> None:
    """A person sees where, what, how to mend it, and the id to look up or to silence."""
    out = run("locales/wrong.po", code=1).split("\n")
    assert out[0] == "locales/wrong.po:8:24: error: “19.7” is “17,9” in the translation [number-mismatch]"
    assert out[2][out[3].index("^") : out[3].rindex("^") + 1] == "17,9"
    assert out[4].strip() == "fix: 19,7"
    assert project.is_dir()


@pytest.mark.parametrize(
    ("target", "spot", "columns"),
    [
        ("広島は２８人", (3, 5), "      ^^^^"),
        (unicodedata.normalize("NFD", "Hà Nội 28"), (10, 12), "       ^^"),
        ("🙂 28", (2, 4), "   ^^"),
    ],
)
def test_marks_are_aligned_in_display_columns(target: str, spot: tuple[int, int], columns: str) -> None:
    """Chinese characters and emoji take two columns, a tone mark of its own takes none."""
    finding = Finding("number-mismatch", Severity.ERROR, "x", start=spot[0], end=spot[1], target=target)
    assert write(Report((finding,)), "text").split("\n")[2] == "    " + columns


def test_a_long_sentence_is_cut_around_the_spot() -> None:
    """A terminal of 60 columns shows the spot, and the marks still stand below it."""
    target = "một hai ba " * 20 + "SAI" + " bốn năm" * 20
    at = target.index("SAI")
    finding = Finding("quotes", Severity.ERROR, "x", start=at, end=at + 3, target=target)
    _, shown, marks, *_ = write(Report((finding,), width=60), "text").split("\n")
    assert len(shown) <= 60
    assert shown[marks.index("^") : marks.index("^") + 3] == "SAI"


def test_columns_are_those_of_the_file(tmp_path: Path) -> None:
    """Escapes and broken strings are counted as they stand in the file; bytes and code points differ."""
    body = 'msgid "Say \\"5\\" now."\nmsgstr ""\n"Hãy nói \\"nào\\", "\n"bây giờ: 6."\n'
    path = tmp_path / "a.po"
    path.write_text(HEADER + body, encoding="utf-8")
    (finding,) = check(Catalog.load(path), Glossary(()), checks={"number-mismatch"})
    spot = place(finding)
    line = path.read_text(encoding="utf-8").split("\n")[spot.line - 1]
    assert line[spot.column - 1 : spot.end_column - 1] == "6"
    start, end = spot.bytes()
    assert line.encode()[start - 1 : end - 1] == b"6"
    assert start > spot.column


def test_sarif_names_the_rule_and_the_place(project: Path) -> None:
    """Columns are declared as code points, and every result points at its rule."""
    (one,) = json.loads(run("--format", "sarif", code=1))["runs"]
    assert one["columnKind"] == "unicodeCodePoints"
    assert one["results"][0]["ruleId"] == one["tool"]["driver"]["rules"][one["results"][0]["ruleIndex"]]["id"]
    region = one["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 8, "startColumn": 24, "endLine": 8, "endColumn": 28}
    assert project.is_dir()


def test_sarif_holds_no_more_than_github_shows() -> None:
    """Of more than 5,000 findings the worst are kept."""
    findings = (*many(5200), *many(1, Severity.ERROR))
    results = json.loads(write(Report(findings), "sarif"))["runs"][0]["results"]
    assert len(results) == 5000
    assert results[0]["level"] == "error"


def test_gitlab_has_what_code_quality_needs() -> None:
    """Every issue has the required fields, a known severity, and a fingerprint of its own."""
    twice = many(1, Severity.ERROR) * 2
    issues = json.loads(write(Report(twice), "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == 2
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"] == {"path": "a.po", "lines": {"begin": 1}}


def test_junit_is_read_by_junitparser(project: Path) -> None:
    """A finding that fails is a failure, a clean file is a case that passed."""
    xml = JUnitXml.fromstring(run("--format", "junit", code=1).encode())
    assert (xml.tests, xml.failures, xml.errors) == (2, 1, 0)
    assert [suite.skipped for suite in xml] == [0, 0]
    assert project.is_dir()


def test_checkstyle_has_files_with_errors(project: Path) -> None:
    """Checkstyle's own shape, whatever characters a sentence holds."""
    root = ET.fromstring(run("--format", "checkstyle", code=1))
    assert root.tag == "checkstyle"
    (error,) = root.findall("file/error")
    assert (error.get("line"), error.get("column"), error.get("severity")) == ("8", "24", "error")
    assert error.get("source") == "vje.number-mismatch"
    odd = Finding("quotes", Severity.ERROR, 'a "b" <c> & \x01', path=Path("a.po"), line=1)
    (error,) = ET.fromstring(write(Report((odd,)), "checkstyle")).findall("file/error")
    assert error.get("message") == 'a "b" <c> & \ufffd'
    assert project.is_dir()


def test_rdjson_counts_bytes_and_suggests(project: Path) -> None:
    """Reviewdog counts columns in bytes of UTF-8, and offers the fix."""
    (one,) = json.loads(run("--format", "rdjson", code=1))["diagnostics"]
    line = (project / "locales" / "wrong.po").read_text(encoding="utf-8").split("\n")[7].encode()
    span = one["location"]["range"]
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"17,9"
    assert one["suggestions"] == [{"range": span, "text": "19,7"}]


def test_github_shows_ten_errors_first_and_counts_the_rest() -> None:
    """GitHub drops the eleventh annotation in silence: so the errors come first, and a line says how many more."""
    lines = write(Report((*many(15), *many(3, Severity.ERROR))), "github").rstrip().split("\n")
    assert len(lines) == 11
    assert [line.split(" ")[0] for line in lines[:4]] == ["::error", "::error", "::error", "::warning"]
    assert lines[-1].startswith("8 more")


def test_github_escapes_what_would_end_a_command() -> None:
    """A message with a line break or a percent sign stays one annotation."""
    finding = Finding("quotes", Severity.ERROR, "50%\nof: a, b", path=Path("a,b.po"), line=1)
    first = write(Report((finding,)), "github").split("\n")[0]
    assert first.startswith("::error file=a%2Cb.po,line=1")
    assert first.endswith("::50%25%0Aof: a, b")


def test_github_writes_a_job_summary(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the job has a table of what was found."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    run("--format", "github", code=1)
    assert "| error | locales/wrong.po:8 |" in (project / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_can_say_that_nothing_was_found(project: Path, form: str) -> None:
    """A green build writes a valid file as well."""
    out = run("locales/right.po", "--format", form, "--output-file", "out")
    assert out == ""
    text = (project / "out").read_text(encoding="utf-8")
    if form in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(text)
    elif form in ("junit", "checkstyle"):
        ET.fromstring(text)
    elif form == "jsonl":
        assert text == ""
    elif form == "html":
        assert "Nothing was found." in text
    else:
        assert text == "nothing found in 1 file\n"


def test_exit_codes_say_what_happened(project: Path) -> None:
    """0: nothing at or above --fail-on; 1: something is."""
    run(code=1)
    run("--exit-zero", code=0)
    run("locales/right.po", code=0)
    missing = 'msgid "The hall seats 250."\nmsgstr "Hội trường rộng."\n'
    (project / "locales" / "wrong.po").write_text(HEADER + missing, encoding="utf-8")
    run(code=0)
    run("--fail-on", "warning", code=1)


def test_select_and_ignore_choose_checks(project: Path) -> None:
    """The command line replaces the project's selection; a name that does not exist is an error."""
    run("--select", "quotes,brackets", code=0)
    run("--ignore", "number-mismatch", code=0)
    run("--select", "number-mismatch", code=1)
    result = CliRunner().invoke(command, ["--select", "number-mismach"])
    assert "number-mismatch" in str(result.exception)
    assert project.is_dir()


def test_the_config_changes_severities(project: Path) -> None:
    """A project may make an error a warning, and lists it in one place."""
    config = 'curated = false\n[check.severity]\nnumber-mismatch = "warning"\n'
    (project / "vje.toml").write_text(config, encoding="utf-8")
    assert ": warning: " in run(code=0)


def test_a_baseline_hides_what_is_known_and_nothing_else(project: Path) -> None:
    """Moved lines bring nothing back; a second equal mistake is new."""
    run("--write-baseline", "--baseline", "known.json", code=0)
    wrong = project / "locales" / "wrong.po"
    wrong.write_text(HEADER + "# moved\n\n\n" + WRONG, encoding="utf-8")
    assert "1 known from the baseline" in run("--baseline", "known.json", code=0)
    more = WRONG.replace("Profit", "Income").replace("Lợi nhuận", "Thu nhập")
    wrong.write_text(HEADER + WRONG + "\n" + more, encoding="utf-8")
    assert "1 error" in run("--baseline", "known.json", code=1)


def test_fix_mends_the_file_and_reports_the_rest(project: Path) -> None:
    """What a machine can mend is gone after one run; the other findings stay."""
    spaced = WRONG.replace("tăng", " tăng")
    (project / "locales" / "wrong.po").write_text(HEADER + spaced, encoding="utf-8")
    assert "two spaces" in run(code=1)
    assert "two spaces" not in run("--fix", code=1)
    assert "Lợi nhuận tăng 17,9%." in (project / "locales" / "wrong.po").read_text(encoding="utf-8")


def test_statistics_count(project: Path) -> None:
    """One line a check."""
    assert run("--statistics", code=1) == "     1  number-mismatch (error)\n"
    assert project.is_dir()


def test_globs_and_folders_find_catalogs_once(project: Path) -> None:
    """A file that two paths name is checked once."""
    out = run("locales", "locales/*.po", "locales/wrong.po", "--format", "json", code=1)
    assert json.loads(out)["files"] == ["locales/right.po", "locales/wrong.po"]
    result = CliRunner().invoke(command, ["nowhere/*.po"])
    assert "matches no file" in str(result.exception)
    assert project.is_dir()


def test_colour_is_for_terminals(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets plain text, FORCE_COLOR colours, NO_COLOR wins."""
    assert "\033[" not in run(code=1)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\033[" in run(code=1)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in run(code=1)
    assert project.is_dir()


def test_lint_reads_a_text_from_stdin(project: Path) -> None:
    """An editor pipes a text in, and gets line and column."""
    result = CliRunner().invoke(lint, ["-", "--lang", "ja", "--format", "jsonl"], input="よい。\nﾍﾞﾄﾅﾑへ。\n")
    (finding,) = map(json.loads, result.stdout.splitlines())
    assert (finding["check"], finding["line"], finding["column"], finding["fix"]) == ("half-width", 2, 1, "ベトナム")
    assert project.is_dir()


def test_explain_gives_text_and_data() -> None:
    """The same documentation for a person and for a program."""
    text = CliRunner().invoke(explain, ["number-mismatch"]).stdout
    assert text.startswith("number-mismatch: A number")
    data = json.loads(CliRunner().invoke(explain, ["number-mismatch", "--format", "json"]).stdout)
    assert data[0]["check"] == "number-mismatch"
    assert data[0]["fix"] in text
    assert "term-missing" in CliRunner().invoke(explain, []).stdout


def test_the_printed_page_of_checks_is_current() -> None:
    """docs/checks.md is what `vje explain --format markdown` prints."""
    page = (Path(__file__).parent.parent / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == CliRunner().invoke(explain, ["--format", "markdown"]).stdout
