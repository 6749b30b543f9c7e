"""The program speaks English, Vietnamese and Japanese: every word of it, and the right one is chosen."""

from __future__ import annotations

import ast
import gettext
import io
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from toolkit import Glossary, ui
from toolkit.catalog import Catalog
from toolkit.checks import check_all
from toolkit.cli.main import vje
from toolkit.cli.speech import speak
from toolkit.finding import Severity
from toolkit.ui.compiled import Compiled
from toolkit.ui.phrase import dated
from toolkit.ui.progress import CLEAR, watched
from toolkit.ui.retell import remembering, retold
from toolkit.ui.retell import speaking as ui_speaking
from toolkit.ui.width import width, wrap
from tools.messages.compiled import compiled
from tools.messages.reader import TAG, placeholders
from tools.messages.update import follow, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.catalog.message import Message

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "toolkit" / "ui" / "locales"
GOLDEN = Path(__file__).parent / "golden" / "ui"
LANGS = ("ja", "vi")
MODULES = sorted((ROOT / "toolkit").rglob("*.py"))
ENVIRONMENT = {"ja": "ja_JP.UTF-8", "vi": "vi_VN.UTF-8", "en": "en_US.UTF-8"}


def catalog(lang: str) -> Catalog:
    return Catalog.load(LOCALES / lang / "LC_MESSAGES" / "vje.po")


def run(*words: str, lang: str, folder: Path = GOLDEN, **environ: str) -> subprocess.CompletedProcess[str]:
    """The command as a person calls it whose machine speaks *lang*."""
    kept = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANGUAGE")}
    return subprocess.run(
        [sys.executable, "-m", "toolkit", *words],
        check=False,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "LANG": ENVIRONMENT[lang], "COLUMNS": "80", "NO_COLOR": "1", **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def speaking(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language, for the length of a test."""
    ui.choose(request.param)
    yield request.param
    ui.choose("en")


# What a person sees


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("help", ("--help",)),
        ("command", ("corpus", "terms", "--help")),
        ("lookup", ("lookup", "Hà", "Nội")),
        ("error", ("check", "nothing.po")),
        ("mistake", ("chek",)),
        ("finding", ("check", "finding.po", "--ignore", "term-outdated")),
    ],
)
def test_a_person_reads_their_language(lang: str, name: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """Help, an answer, errors and a finding are what a reader of the language has approved, word for word."""
    done = run(*words, lang=lang)
    shown = done.stdout + done.stderr
    golden = GOLDEN / lang / f"{name}.txt"
    if not golden.exists() or golden.read_text(encoding="utf-8") != shown:
        now = tmp_path / golden.name
        now.write_text(shown, encoding="utf-8")
        before = golden.read_text(encoding="utf-8") if golden.exists() else ""
        assert shown == before, f"read {now}; if it is right, copy it to {golden}"


def test_english_is_what_the_code_says() -> None:
    """Without a wish, and with one that nobody can meet, the program speaks English."""
    assert "Usage: vje" in run("--help", lang="en").stdout
    assert "Usage: vje" in run("--help", lang="ja", LC_ALL="C").stdout
    assert "Usage: vje" in run("--help", lang="ja", LC_ALL="fr_FR.UTF-8").stdout


def test_the_option_is_stronger_than_the_environment(tmp_path: Path) -> None:
    """--ui-lang in front of the command chooses, for complaints about the command line as well."""
    vietnamese = run("chek", lang="vi").stderr
    assert vietnamese != run("chek", lang="en").stderr
    assert run("--ui-lang", "vi", "chek", lang="ja").stderr == vietnamese
    assert run("--ui-lang=vi", "chek", lang="en", LC_ALL="C").stderr == vietnamese
    assert run("--ui-lang", "en", "chek", lang="ja").stderr == run("chek", lang="en").stderr
    quick = run("lookup", "Hà", "Nội", lang="vi", folder=tmp_path).stdout
    assert run("--ui-lang", "vi", "lookup", "Hà", "Nội", lang="en", folder=tmp_path).stdout == quick
    wrong = run("--ui-lang", "tlh", "lookup", "Huế", lang="en")
    assert wrong.returncode == 2
    assert "'tlh' is not one of 'en', 'ja', 'vi'" in wrong.stderr


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "vi_VN", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:vi:ja"}, "vi"),
        ({"LANG": "ja_JP.UTF-8", "LANGUAGE": "en:ja"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "ja"}, "en"),
        ({"LANG": "vi_VN.UTF-8@euro"}, "vi"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environ: dict[str, str], lang: str) -> None:
    """The order is that of the GNU gettext manual: LANGUAGE, LC_ALL, LC_MESSAGES, LANG; C means English."""
    assert ui.wanted(environ) == lang


def test_workers_speak_like_the_one_who_started_them(tmp_path: Path) -> None:
    """What a worker says about a record it cannot use is in the language that was chosen, in processes of their own."""
    (tmp_path / "in.jsonl").write_text(
        '{"id": "a"}\n{"id": "b", "text": "Xin chào.", "lang": "vi"}\n', encoding="utf-8"
    )
    said = {}
    for jobs in ("1", "2"):
        words = ("corpus", "segment", "in.jsonl", "--out", f"out{jobs}", "--jobs", jobs, "--no-curated")
        done = run("--ui-lang", "vi", *words, lang="en", folder=tmp_path)
        assert done.returncode == 0, done.stderr
        said[jobs] = (tmp_path / f"out{jobs}" / "bad.jsonl").read_text(encoding="utf-8")
    assert said["1"] == said["2"]
    assert "has no column" not in said["1"]


@pytest.mark.parametrize("speaking", LANGS, indirect=True)
def test_nothing_in_help_stays_english(speaking: str) -> None:
    """Every paragraph, every option and every word for a value is in the catalog, whatever command is asked."""
    known = {message.msgid for message in catalog(speaking) if message.translated}

    def look(command: click.Command, path: str) -> None:
        english = [*ui.paragraphs(command.help or ""), *ui.paragraphs(command.epilog or "")]
        for param in command.params:
            english += [param.metavar or "", getattr(param, "help", "") or ""]
        assert not [text for text in english if text and text not in known], path
        if isinstance(command, click.Group):
            for name in command.list_commands(click.Context(command)):
                ui.choose("en")
                below = command.get_command(click.Context(command), name)
                ui.choose(speaking)
                assert below is not None
                look(below, f"{path} {name}")

    look(vje, "vje")


@pytest.mark.parametrize("speaking", LANGS, indirect=True)
def test_help_fits_the_terminal(speaking: str) -> None:
    """No line of help is wider than 80 columns, where 漢 takes two; what cannot be broken stands alone."""

    def look(command: click.Command, path: str) -> None:
        shown = CliRunner().invoke(speak(command) if path == "vje" else command, ["--help"], terminal_width=78)
        assert shown.exit_code == 0
        for line in shown.output.splitlines():
            assert width(line) <= 80 or "[" in line, f"{path}: {line}"
        if isinstance(command, click.Group):
            for name in command.list_commands(click.Context(command)):
                below = command.get_command(click.Context(command), name)
                assert below is not None
                look(below, f"{path} {name}")

    look(vje, speaking and "vje")


def test_english_loads_no_catalog() -> None:
    """Who reads English pays for no translation: neither a catalog nor its reader is loaded."""
    program = (
        "import sys, toolkit.__main__ as command\n"
        "sys.argv = ['vje', '--help']\n"
        "try: command.main()\n"
        "except SystemExit: assert 'toolkit.ui.compiled' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_completion_speaks_too() -> None:
    """What a shell shows beside a name that it completes is in the language of help."""
    environ = {"_VJE_COMPLETE": "zsh_complete", "COMP_WORDS": "vje glossary sh", "COMP_CWORD": "2"}
    show = "Show everything about concepts, by their ids."
    assert run(lang="en", folder=GOLDEN, **environ).stdout.splitlines() == ["plain", "show", show]
    ui.choose("vi")
    try:
        assert (
            run(lang="vi", folder=GOLDEN, **environ).stdout.splitlines()
            == ["plain", "show", ui.gettext(show)]
            != ["plain", "show", show]
        )
    finally:
        ui.choose("en")


@pytest.mark.parametrize(
    ("speaking", "day", "number", "speed"),
    [
        ("en", "2025-07-01", "1,234 concepts", "12,345/s"),
        ("ja", "2025年7月1日", "1,234概念", "毎秒12,345件"),
        ("vi", "1/7/2025", "1.234 khái niệm", "12.345/giây"),
    ],
    indirect=["speaking"],
)
def test_days_and_numbers_are_written_as_the_language_writes_them(
    speaking: str, day: str, number: str, speed: str
) -> None:
    """1,234 is one and a bit to a Vietnamese reader, who groups thousands with a point; a day comes day first there."""
    assert dated(date(2025, 7, 1)) == day
    concepts = ui.ngettext("{path}: {count:,} concept", "{path}: {count:,} concepts", 1234)
    assert concepts.format(path="a,b.tbx", count=1234) == f"a,b.tbx: {number}"
    told = ui.ngettext("{count:,} record, {speed:,.0f}/s", "{count:,} records, {speed:,.0f}/s", 7)
    assert told.format(count=7, speed=12345.4).endswith(speed), speaking


def test_days_and_numbers_are_told_again_too() -> None:
    """A message that remembers how it was made writes them anew in the other language."""
    with ui_speaking("vi"), remembering():
        told = ui.gettext("has more than {count:,} rows").format(count=1234)
        until = ui.gettext("until {day}").format(day=dated(date(2025, 7, 1)))
        assert (told, until) == ("có hơn 1.234 hàng", "đến hết ngày 1/7/2025")
    assert (retold(told), retold(until)) == ("has more than 1,234 rows", "until 2025-07-01")


# The catalogs


def test_the_template_is_what_the_code_says() -> None:
    """Extraction gives the committed template, its date aside; where it does not, run make messages."""
    known = Catalog.load(LOCALES / "vje.pot")
    fresh = template(ROOT)
    ours = [(m.msgid, m.plural, m.notes, m.flags) for m in fresh if _of_ours(m)]
    assert ours == [(m.msgid, m.plural, m.notes, m.flags) for m in known if _of_ours(m)]
    assert [m.references for m in fresh if _of_ours(m)] == [m.references for m in known if _of_ours(m)]


def _of_ours(message: Message) -> bool:
    """Not click's alone: another version of it says some things otherwise."""
    return any(not place.startswith("click/") for place in message.references)


@pytest.mark.parametrize("lang", LANGS)
def test_a_catalog_follows_the_template(lang: str) -> None:
    """It has the template's messages in its order; what is gone is kept as obsolete; the file is canonical."""
    path = LOCALES / lang / "LC_MESSAGES" / "vje.po"
    mine = catalog(lang)
    follow(mine, Catalog.load(LOCALES / "vje.pot"))
    assert str(mine) == path.read_text(encoding="utf-8")
    done = subprocess.run(["msgcat", "--no-wrap", str(path)], check=True, capture_output=True)
    assert done.stdout == path.read_bytes()


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_untranslated_or_fuzzy(lang: str) -> None:
    """Every message of the program has a translation that somebody stands by."""
    mine = catalog(lang)
    assert [m.msgid for m in mine if not m.translated] == []
    assert mine.header["X-Source-Language"] == "en"
    assert mine.header["Language"] == lang


@pytest.mark.parametrize("lang", LANGS)
def test_gettext_accepts_the_catalog(lang: str) -> None:
    """The judge is msgfmt -c: it finds no fault, placeholders included."""
    command = ["msgfmt", "-c", "-o", os.devnull, str(LOCALES / lang / "LC_MESSAGES" / "vje.po")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_placeholders_are_filled_as_in_english(lang: str) -> None:
    """A translation asks for nothing that the program does not give, and shows each value as English shows it."""
    for message in catalog(lang):
        if placeholders(message.msgid) or placeholders(message.plural or ""):
            given = _fields(message.msgid) | _fields(message.plural or "")
            for theirs in message.plurals or (message.msgstr,):
                assert _fields(theirs) <= given, message.msgid


def _fields(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGS)
def test_our_own_checks_pass(lang: str) -> None:
    """Our vje check finds neither an error nor a warning in the program's own catalog: we write by our own glossary."""
    found = check_all([catalog(lang)], Glossary.load())
    assert [f"{f.line}: {f.check}: {f.message}" for f in found if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_compiled_catalog_is_the_catalogs(lang: str) -> None:
    """The .mo is what the .po compiles to; we, the standard library and msgfmt read the same in it."""
    mine = catalog(lang)
    path = LOCALES / lang / "LC_MESSAGES" / "vje.mo"
    assert path.read_bytes() == compiled(mine)
    quick = Compiled(str(path))
    with path.open("rb") as stream:
        library = gettext.GNUTranslations(stream)
    for message in mine:
        if message.plural is None:
            assert quick.one(message.msgid) == library.gettext(message.msgid)
        else:
            for count in (0, 1, 2, 5):
                assert quick.counted(message.msgid, message.plural, count) == library.ngettext(
                    message.msgid, message.plural, count
                )
    assert quick.one("no such message") == "no such message"
    assert quick.counted("one", "many", 1) == "one"
    assert quick.counted("one", "many", 2) == "many"


def test_a_language_with_more_forms_is_read_by_its_rule(tmp_path: Path) -> None:
    """Polish has three forms; who adds such a language changes no code."""
    po = tmp_path / "x.po"
    po.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "{count} file"\nmsgid_plural "{count} files"\n'
        'msgstr[0] "{count} plik"\nmsgstr[1] "{count} pliki"\nmsgstr[2] "{count} plików"\n',
        encoding="utf-8",
    )
    (tmp_path / "x.mo").write_bytes(compiled(Catalog.load(po)))
    forms = Compiled(str(tmp_path / "x.mo"))
    shown = [forms.counted("{count} file", "{count} files", count).format(count=count) for count in (1, 2, 5, 22)]
    assert shown == ["1 plik", "2 pliki", "5 plików", "22 pliki"]
    assert shutil.which("msgfmt")


def test_a_changed_message_starts_empty_and_an_old_one_returns() -> None:
    """No translation is guessed, and none is lost: what left the program is kept, and taken up again."""
    head = 'msgid ""\nmsgstr "Language: vi\\nPlural-Forms: nplurals=1; plural=0;\\n"\n\n'
    mine = Catalog.parse(head + 'msgid "is empty"\nmsgstr "trống"\n')
    renamed = Catalog.parse(head + 'msgid "is quite empty"\nmsgstr ""\n')
    again = Catalog.parse(head + 'msgid "is empty"\nmsgstr ""\n')
    for fresh in (renamed, again):
        fresh.header |= {"POT-Creation-Date": "", "Project-Id-Version": ""}
    follow(mine, renamed)
    assert [(m.msgid, m.msgstr, m.fuzzy) for m in mine] == [("is quite empty", "", False)]
    assert [m.msgstr for m in mine.obsolete] == ["trống"]
    follow(mine, again)
    assert [(m.msgid, m.msgstr) for m in mine] == [("is empty", "trống")]


# The code

SPEAKERS = ("_", "gettext", "ngettext", "mark", "prose")
TALK = ("echo", "secho", "print")
#: Errors that people read -> the first argument that they read; column names come before it.
ERRORS = {
    "BadParameter": 0,
    "BadRow": 3,
    "CatalogError": 0,
    "ClickException": 0,
    "ConfigError": 0,
    "InputError": 0,
    "RowError": 1,
    "StrictError": 0,
    "ToolkitError": 0,
    "UnknownLanguageError": 0,
    "UsageError": 0,
}
#: What may be said without a translation: the program's name, and what is typed or written just so.
UNTRANSLATED = ("vje: ", "pip install ", "--map ", "X-Source-Language", "\n", "  ", ": ", ", ", "; ")


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The words of an expression that no catalog has seen."""
    if isinstance(node, ast.Call):
        if _called(node) in SPEAKERS:
            return
        if _called(node) == "format" and isinstance(node.func, ast.Attribute):
            yield from _literals(node.func.value)  # what is filled in has been looked at where it was made
            return
        if _called(node) in ("dumps", "join"):  # data
            return
    if isinstance(node, ast.Compare):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT / "toolkit")))
def test_what_people_read_goes_through_gettext(path: Path) -> None:
    """What is echoed or raised has no word of English that a catalog has not seen."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or _called(node) not in (*TALK, *ERRORS):
            continue
        read = node.args[ERRORS.get(_called(node), 0) :]
        read += [word.value for word in node.keywords if word.arg in ("message", "remedy")]
        for line, text in (found for argument in read for found in _literals(argument)):
            words = "".join(char if char.isalpha() else " " for char in text).split()
            assert text.startswith(UNTRANSLATED) or not any(len(word) > 1 for word in words), f"{path}:{line}: {text!r}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT / "toolkit")))
def test_a_message_is_one_constant(path: Path) -> None:
    """What is looked up is a constant, never an f-string or a sum; nothing is looked up while a module is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext", "mark"):
            for argument in node.args[: 2 if node.func.id == "ngettext" else 1]:
                assert not isinstance(argument, ast.JoinedStr | ast.BinOp), f"{path}:{node.lineno}"
    for statement in tree.body:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.If):
            for node in ast.walk(statement):
                early = isinstance(node, ast.Call) and _called(node) in ("_", "gettext", "ngettext", "prose")
                inside = any(isinstance(above, ast.Lambda) for above in ast.walk(statement))
                assert not early or inside, f"{path}:{getattr(node, 'lineno', 0)}"


def test_comments_for_translators_reach_them() -> None:
    """A comment that begins with the tag stands in the template, with the message below it."""
    told = sum(text.count(f"# {TAG}") for text in (path.read_text(encoding="utf-8") for path in MODULES))
    known = Catalog.load(LOCALES / "vje.pot")
    assert told
    assert sum(bool(m.notes) for m in known) > told


# Width, and how far it is


@given(st.text(alphabet="あ東京タワー、。「」（）abc éệ", max_size=60), st.integers(8, 40))
def test_wrapping_loses_nothing(text: str, columns: int) -> None:
    """Lines hold every character but spaces, fit where they can be broken, and do not begin with a mark that closes."""
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        assert not line.startswith(tuple("、。」）")) or text.split() != ["".join(text.split())]


def test_progress_is_for_terminals() -> None:
    """A person at a terminal is told how many are done; a log, a pipe and a short run are left alone."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    pipe, terminal = io.StringIO(), Terminal()
    assert list(watched([1, 2, 3], pipe)) == [1, 2, 3]
    assert not pipe.getvalue()
    assert list(watched([1, 2, 3], terminal)) == [1, 2, 3]
    assert not terminal.getvalue()


def test_progress_counts_and_estimates(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each piece of slow work the count and the time left are told, and the line is empty in the end."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    clock = iter(range(0, 100, 10))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.delenv("TERM", raising=False)
    terminal = Terminal()
    assert list(watched("abcd", terminal)) == list("abcd")
    told = terminal.getvalue().split(CLEAR)
    assert told == ["", "1 of 4, 30 s left", "2 of 4, 20 s left", "3 of 4, 10 s left", "4 of 4, 0 s left", ""]
