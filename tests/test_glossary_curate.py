"""What a curator does: lint, add, confirm, compare, count; and the commands that a desk asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from glossary_rows import ALL, HA_NAM, row, write

from toolkit import Confidence, Glossary, Severity
from toolkit.errors import GlossaryError, InputError
from toolkit.glossary.lint import lint
from toolkit.glossary.lint.print import FORMATS
from toolkit.glossary.stats import count, table
from toolkit.glossary.table.diff import diff, touched
from toolkit.glossary.table.edit import add_checked, confirm
from toolkit.glossary.version import satisfies, version


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "g", *sorted(ALL, key=lambda r: r["id"]))


def vje(*words: str, stdin: str = "", cwd: Path, cache: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"XDG_CACHE_HOME": str(cache or cwd / ".cache"), "PYTHONUTF8": "1"}
    root = str(Path(__file__).parent.parent)
    environment["PYTHONPATH"] = root
    return subprocess.run(
        [sys.executable, "-m", "toolkit", *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment,
        check=False,
    )


# ── lint ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "check", "field"),
    [
        ({"en": "Ha\u0300 Nội"}, "text-nfc", "en"),
        ({"en": "Hanoi  City"}, "text-space", "en"),
        ({"vi": "Hà\u00a0Nội"}, "text-space", "vi"),
        ({"en": "A", "en_admitted": "B|C"}, "text-separator", "en_admitted"),
        ({"en": "A", "en_admitted": "A"}, "form-repeated", "en_admitted"),
        ({"en": "A", "en_deprecated": "A"}, "form-repeated", "en_deprecated"),
        ({"en": "Hаnoi"}, "letter-alien", "en"),  # a Cyrillic а
        ({"vi": "Kyōto"}, "letter-alien", "vi"),
        ({"ja": "ＥＵ"}, "letter-width", "ja"),
        ({"ja": "東京"}, "reading-missing", "ja_reading"),
        ({"en": "A", "subject": "thing"}, "subject-unknown", "subject"),
        ({"en": "A", "country": "Vietnam"}, "country-unknown", "country"),
        ({"en": "A", "match": "often"}, "hint-unknown", "match"),
        ({"en": "A", "source": ""}, "source-missing", "source"),
        ({"en": "A", "source": "one only"}, "source-missing", "source"),
        ({"en": "A", "replaced_by": "x", "valid_until": "2025"}, "successor-unknown", "replaced_by"),
        ({"en": "A", "valid_until": "2025-02-30"}, "row-invalid", "valid_until"),
    ],
)
def test_the_linter_names_what_is_wrong_in_a_cell(
    tmp_path: Path, cells: dict[str, str], check: str, field: str
) -> None:
    """Each rule fires on its example, at the cell that is to blame."""
    made = write(tmp_path / "g", row("a", **cells))
    (problem,) = [p for p in lint([made]) if p.severity is not Severity.INFO]
    assert (problem.check, problem.field, problem.line, problem.concept_id) == (check, field, 2, "a")


def test_a_good_glossary_has_no_finding(folder: Path) -> None:
    """The linter is silent where there is nothing to mend."""
    assert [p for p in lint([folder]) if p.severity is not Severity.INFO] == []


def test_rows_out_of_order_and_ids_that_stand_twice_are_errors(tmp_path: Path) -> None:
    """A diff shows what changed only if every row has its place."""
    made = write(tmp_path / "g", row("b", en="B"), row("a", en="A"), row("b", en="C"))
    assert [(p.check, p.line) for p in lint([made]) if p.severity is Severity.ERROR] == [
        ("id-order", 3),
        ("id-duplicate", 4),
    ]


def test_one_form_for_two_things_needs_a_hint_or_a_country(tmp_path: Path) -> None:
    """Nothing may guess between two concepts that are valid at one time."""
    one, two = row("a", en="Council"), row("b", en="Council")
    assert [p.check for p in lint([write(tmp_path / "1", one, two)]) if p.severity is Severity.WARNING] == [
        "form-ambiguous"
    ]
    for number, apart in enumerate(({"match": "context"}, {"country": "VN"}, {"valid_from": "2025-07-01"})):
        before = one | ({"valid_until": "2025-06-30"} if "valid_from" in apart else {})
        made = write(tmp_path / f"apart{number}", before, two | apart)
        assert [p for p in lint([made]) if p.severity is Severity.WARNING] == []


def test_a_name_to_avoid_that_another_concept_bears_is_a_warning(tmp_path: Path) -> None:
    """Such a row would tell people to avoid what is right elsewhere."""
    made = write(tmp_path / "g", row("a", en="A", en_deprecated="B"), row("b", en="B"))
    assert [p.check for p in lint([made]) if p.severity is Severity.WARNING] == ["deprecated-preferred"]


def test_a_successor_that_begins_later_leaves_a_gap(tmp_path: Path) -> None:
    """Between two ministries there is no day without one."""
    made = write(tmp_path / "g", row("a", en="A", valid_until="2025-02-28", replaced_by="b"),
                 row("b", en="B", valid_from="2025-03-02"))  # fmt: skip
    (problem,) = [p for p in lint([made]) if p.severity is Severity.WARNING]
    assert (problem.check, problem.fix) == ("date-gap", "2025-03-02")


def test_a_term_of_office_points_at_what_is_there(folder: Path) -> None:
    """An office may be what a pattern makes of a concept; of a place that no row knows, nothing is made."""
    rows = ("org.vna,title.president", 'org.vna,"pattern.committee(vn.prov.ha-nam)"')
    wrong = ("org.nobody,title.president", 'org.vna,"pattern.committee(vn.prov.nowhere)"')
    lines = [f"t{n},{cells},a | b,verified\n" for n, cells in enumerate(rows + wrong)]
    (folder / "offices.csv").write_text("id,person,office,source,confidence\n" + "".join(lines), encoding="utf-8")
    found = [(p.check, p.severity, p.line, p.field) for p in lint([folder]) if p.severity is not Severity.INFO]
    assert found == [
        ("reference-unknown", Severity.ERROR, 4, "person"),
        ("reference-unknown", Severity.WARNING, 5, "office"),
    ]


def test_a_finding_points_at_its_cell_in_every_format(tmp_path: Path) -> None:
    """An editor, a program and a pull request open the same place."""
    made = write(tmp_path / "g", row("a", en='Say "A, B"', vi="Hà  Nội"))
    (problem,) = [p for p in lint([made]) if p.severity is not Severity.INFO]
    line = (made / "terms.csv").read_text(encoding="utf-8").splitlines()[1]
    assert line[problem.column - 1 :].startswith("Hà  Nội")
    assert f"terms.csv:2:{problem.column}: error text-space [vi]" in FORMATS["text"]([problem])
    assert json.loads(FORMATS["json"]([problem]))[0]["fix"] == "Hà Nội"
    assert FORMATS["github"]([problem]).startswith("::error file=")


# ── add, confirm, diff, stats ────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_row_stands_in_its_place_and_nothing_else_changes(folder: Path) -> None:
    """A pull request shows one new line, in the file where its like are."""
    before = (folder / "terms.csv").read_text(encoding="utf-8").splitlines()
    path, line = add_checked(
        folder, {"id": "jp.pref.hiroshima", "subject": "place.province", "ja": "広島県", "en": "Hiroshima"}
    )
    after = path.read_text(encoding="utf-8").splitlines()
    assert after[: line - 1] + after[line:] == before
    assert after[line - 1].startswith("jp.pref.hiroshima,place.province,,Hiroshima,,広島県")
    assert sorted(after[1:]) == after[1:]


@pytest.mark.parametrize(
    ("cells", "words"),
    [({"id": "a b", "subject": "term", "en": "A"}, "no id"), ({"id": "a", "en": "A"}, "no subject"),
     ({"id": "a", "subject": "term", "en": "愛"}, "Han")],
)  # fmt: skip
def test_a_bad_row_is_not_written(folder: Path, cells: dict[str, str], words: str) -> None:
    """What the loader would refuse never gets into a file."""
    before = (folder / "terms.csv").read_bytes()
    with pytest.raises(GlossaryError, match=words):
        add_checked(folder, cells)
    with pytest.raises(InputError, match="already"):
        add_checked(folder, {"id": "country.jp", "subject": "term", "en": "A"})
    assert (folder / "terms.csv").read_bytes() == before


def test_one_source_makes_a_row_single_and_two_make_it_verified(folder: Path) -> None:
    """Confidence is counted, and the other rows keep their bytes."""
    before = (folder / "terms.csv").read_text(encoding="utf-8").splitlines()
    ((path, line, concept),) = confirm([folder], ["title.vn.state-president"], ["mofa.go.jp"])
    after = path.read_text(encoding="utf-8").splitlines()
    assert concept.confidence == "single"
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b] == [line]
    ((_, _, again),) = confirm([folder], ["title.vn.state-president"], ["vietnamnews.vn"])
    assert again.confidence == "verified"


def test_a_difference_says_what_to_write_now_and_where_it_stands(tmp_path: Path) -> None:
    """After a merger one sees the translations that hold the old name."""
    old = Glossary.load(write(tmp_path / "old", HA_NAM))
    new = Glossary.load(write(tmp_path / "new", HA_NAM | {"ja": "ハーナム省", "ja_admitted": "", "note": "changed"}))
    (change,) = diff(old, new)
    assert (change.kind, change.cells["ja"]) == ("terms", ("ハナム省", "ハーナム省"))
    messages = [("a.po", 7, "ja", "ハナム省は"), ("a.po", 9, "ja", "ハーナム省は"), ("a.po", 11, "vi", "tỉnh Hà Nam")]
    assert [(t.line, t.form) for t in touched([change], messages)] == [(7, "ハナム"), (7, "ハナム省")]


def test_counts_add_up(folder: Path) -> None:
    """Every concept is counted once, under its subject and its confidence."""
    *subjects, everything = count(Glossary.load(folder))
    assert everything.concepts == sum(one.concepts for one in subjects) == len(ALL)
    assert everything.by_confidence[Confidence.OWN] == 1
    assert table([everything], markdown=True).splitlines()[-1].startswith("| all | 7 |")


def test_a_version_changes_with_the_content_and_not_with_line_ends(folder: Path) -> None:
    """A project pins the terms it was checked with, on whatever system."""
    before = version([folder])
    path = folder / "terms.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert version([folder]) == before
    (folder / "VERSION").write_text("2026.11.24\n")
    assert version([folder]) == f"2026.11.24{before[1:]}"
    assert satisfies("2026.11.24", version([folder]))
    path.write_bytes(path.read_bytes().replace(b"Japan", b"Nippon"))
    assert version([folder]) != f"2026.11.24{before[1:]}"


# ── the commands ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_question_is_answered_as_a_table(folder: Path, tmp_path: Path) -> None:
    """Several words are one question, and the first line can be copied."""
    done = vje("lookup", "Hà", "Nam", "--glossary", str(folder), "--no-curated", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Ha Nam Province = tỉnh Hà Nam = ハナム省  (until 2025-06-30)"
    assert "until 2025-06-30; now part of Ninh Binh Province = tỉnh Ninh Bình = ニンビン省" in done.stdout


def test_the_table_is_aligned_by_the_width_of_its_characters(folder: Path, tmp_path: Path) -> None:
    """漢 takes the room of two letters."""
    from toolkit.ui.width import width

    done = vje("lookup", "ha nam", "--glossary", str(folder), "--no-curated", cwd=tmp_path)
    lines = [line for line in done.stdout.splitlines() if line.endswith(("preferred", "admitted"))]
    assert len({width(line[: line.index("preferred" if "preferred" in line else "admitted")]) for line in lines}) == 1


def test_nothing_found_is_exit_code_1_with_near_misses_on_stderr(folder: Path, tmp_path: Path) -> None:
    """A script sees the code, a person what was perhaps meant."""
    done = vje("lookup", "Ninh Bihn Province", "--glossary", str(folder), "--no-curated", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Ninh Binh Province = tỉnh Ninh Bình = ニンビン省" in done.stderr


def test_the_quick_way_answers_like_the_long_one(tmp_path: Path) -> None:
    """The first question compiles the curated glossary, the second takes the short way past everything."""
    first, second = (vje("lookup", "Thanh", "Hóa", cwd=tmp_path) for _ in range(2))
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout != ""


def test_questions_come_a_line_each_plain_or_as_json(folder: Path, tmp_path: Path) -> None:
    """A pipe of questions gives a line for each, in their order."""
    asked = 'Hà Nam\n{"term": "日本", "lang": "ja", "date": "2024-11-01"}\nzzyzx\n'
    done = vje("lookup", "-", "--glossary", str(folder), "--no-curated", "--format", "jsonl", stdin=asked, cwd=tmp_path)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[hit["id"] for hit in a["hits"]] for a in answers] == [["vn.prov.ha-nam"], ["country.jp"], []]
    assert answers[1]["on"] == "2024-11-01"
    assert done.returncode == 0
    bad = vje("lookup", "-", "--glossary", str(folder), "--no-curated", stdin='{"word": 1}\n', cwd=tmp_path)
    assert (bad.returncode, bad.stderr.count("\n")) == (2, 1)
    assert "-:1: is no question" in bad.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lookup", "x", "--glossary", "missing"), "there is no such glossary"),
        (("lookup", "x", "--lang", "fr"), "unknown language 'fr'"),
        (("lookup", "x", "--on", "2025-02-30"), "no calendar has"),
        (("lookup", "x", "--house", "vns"), "did you mean 'vns-en'"),
        (("glossary", "show", "country.jpp"), "did you mean 'country.jp'"),
        (("glossary", "lint", "missing"), "there is no such glossary"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """Nobody gets a traceback for a slip."""
    done = vje(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_another_version_than_the_pinned_one_is_said(tmp_path: Path) -> None:
    """A project learns that the terms have moved since it was checked; the answer is given all the same."""
    (tmp_path / "vje.toml").write_text('glossary_version = "2020.01.01"\n')
    done = vje("lookup", "Thanh", "Hóa", cwd=tmp_path)
    assert done.returncode == 0
    assert "this project was checked with 2020.01.01" in done.stderr


def test_lint_fails_a_build_on_errors(tmp_path: Path) -> None:
    """Continuous integration goes red on a row that must not be printed."""
    write(tmp_path / "g", row("a", en="愛"))
    done = vje("glossary", "lint", "g", "--format", "github", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=g/terms.csv,line=2,")


def test_a_cold_look_up_costs_little_more_than_the_parser_of_options(tmp_path: Path) -> None:
    """A terminal waits: a question to the whole glossary costs at most half as much again as importing click."""
    import resource

    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}

    def cost(*command: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], capture_output=True, cwd=tmp_path, env=environment, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    question = ("-m", "toolkit", "lookup", "Hà", "Nội")
    cost(*question)
    # The promise is 1.5; a machine where Python may not keep its bytecode needs some of the rest
    assert min(cost(*question) for _ in range(7)) <= 1.7 * min(cost("-c", "import click") for _ in range(7))
