"""What a command costs to start: it loads what it needs, and takes a short way where one is enough."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from toolkit.cli.lookup import command as lookup
from toolkit.glossary.lookup import cache as kept
from toolkit.glossary.lookup import quick
from toolkit.lang import LANGUAGES

ROOT = Path(__file__).parent.parent
CATALOG = ROOT / "locales/ja/LC_MESSAGES/2025-05-31-vietnam-festival.po"

#: A program that runs a statement and says which modules it has loaded.
_SPY = """
import sys
before = set(sys.modules)
try:
    {run}
except SystemExit as error:
    assert error.code in (0, None), error.code
finally:
    print("\\n@", *sorted(set(sys.modules) - before))
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a cache of its own, in which everything was asked once."""
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")), "PYTHONPATH": str(ROOT)}
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        environ.pop(name, None)
    for command in (["lookup", "Huế"], ["check", str(CATALOG)]):
        vje(environ, *command)
    return environ


def vje(environ: dict[str, str], *words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "toolkit", *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environ, cwd=cwd, check=False)


def loaded(environ: dict[str, str], run: str) -> set[str]:
    """The modules that a fresh process has loaded after a statement."""
    done = subprocess.run(
        [sys.executable, "-c", _SPY.format(run=run)],
        capture_output=True, text=True, encoding="utf-8", env=environ, cwd=ROOT, check=True,
    )  # fmt: skip
    return set(done.stdout.rsplit("\n@ ", 1)[1].split())


def command(*words: str) -> str:
    return f"sys.argv = ['vje', *{words!r}]; from toolkit.__main__ import main; main()"


def test_the_package_itself_loads_none_of_its_rooms(cache: dict[str, str]) -> None:
    """A program pays for what it uses."""
    there = loaded(cache, "import toolkit")
    assert {name for name in there if name.startswith("toolkit")} == {"toolkit"}
    assert not there & {"typing", "re", "enum"}


def test_splitting_loads_neither_glossary_nor_guests(cache: dict[str, str]) -> None:
    """Who wants sentences gets them at once."""
    there = loaded(cache, "import toolkit.segment")
    unwanted = {"click", "babel", "polib", "regex", "jinja2", "dataclasses", "inspect", "datetime", "json", "pathlib"}
    assert not there & unwanted
    assert not {name for name in there if name.startswith(("toolkit.glossary", "toolkit.match", "toolkit.catalog"))}


@pytest.mark.parametrize(
    "words", [("Huế",), ("--lang", "vi", "--on", "2025-06-30", "Hà Nam"), ("Huế", "--format=text")]
)
def test_a_question_loads_no_parser(cache: dict[str, str], words: tuple[str, ...]) -> None:
    """From the compiled glossary to the answer, past everything else."""
    there = loaded(cache, command("lookup", *words))
    assert not there & {"click", "pathlib", "csv", "json", "dataclasses", "inspect", "tomllib", "platformdirs"}
    assert not {name for name in there if name.startswith(("toolkit.cli", "toolkit.glossary.table", "toolkit.match"))}


def test_a_check_loads_what_it_needs(cache: dict[str, str]) -> None:
    """Nothing that reads tables, writes files, shows pages or parses options."""
    there = loaded(cache, command("check", str(CATALOG)))
    unwanted = {
        *("click", "polib", "babel", "regex", "jinja2", "rapidfuzz", "ahocorasick_rs", "platformdirs", "chardet"),
        *("dataclasses", "inspect", "csv", "json", "hashlib", "tempfile", "shutil", "difflib", "glob"),
        *("importlib.metadata", "importlib.resources", "multiprocessing", "sqlite3", "subprocess", "xml", "gettext"),
    }
    assert not there & unwanted
    rooms: tuple[str, ...] = ("cli", "files", "readers", "segment", "memory", "rendering", "alignment", "exchange")
    rooms += (
        "corpus",
        "article",
        "names.katakana",
        "glossary.table",
        "glossary.lint",
        "glossary.suggest",
        "glossary.find.gather",
        "report.hosts",
    )
    assert not {name for name in there if name.startswith(tuple(f"toolkit.{room}" for room in rooms))}


def test_help_loads_no_command(cache: dict[str, str]) -> None:
    """The list of commands is a list of words."""
    there = loaded(cache, command("--help"))
    assert {n for n in there if n.startswith("toolkit.cli.")} <= {
        "toolkit.cli.main",
        "toolkit.cli.lazy",
        "toolkit.cli.speech",
    }
    assert not {name for name in there if name.startswith(("toolkit.lang", "toolkit.glossary", "toolkit.config"))}
    there = loaded(cache, command("check", "--help"))
    assert not {name for name in there if name.startswith(("toolkit.checks", "toolkit.report", "toolkit.catalog"))}


@pytest.mark.parametrize(
    "words",
    [
        ("Huế",),
        ("--on=2024-11-01", "Bình Dương", "--format", "json"),
        ("ambassador", "--all", "--subject", "title", "--format", "jsonl"),
        ("--lang", "fr", "Huế"),
        ("--format", "xml", "Huế"),
        ("zzqqzz", "--format", "json"),
        ("--lang",),
        (),
    ],
)
def test_the_short_way_of_a_question_says_what_the_long_way_says(cache: dict[str, str], words: tuple[str, ...]) -> None:
    """An option that only the long way knows (here one that changes nothing) brings the same answer."""
    short, long = vje(cache, "lookup", *words), vje(cache, "lookup", "--curated", *words)
    assert (short.stdout, short.stderr, short.returncode) == (long.stdout, long.stderr, long.returncode)


def test_the_short_way_knows_options_as_the_command_does() -> None:
    """No option is understood in two ways."""
    known = {spelt: param for param in lookup.params if isinstance(param, click.Option) for spelt in param.opts}
    for table, flag in ((quick.OPTIONS, False), (quick.FLAGS, True)):
        for spelt, name in table.items():
            param = known[spelt]
            assert isinstance(param, click.Option)
            assert (param.name, param.is_flag, param.multiple) == (name, flag, False)


@pytest.mark.parametrize("words", [(), ("nowhere.po",), (str(CATALOG), "locales/a.po")])
def test_the_short_way_of_a_check_says_what_the_long_way_says(
    cache: dict[str, str], words: tuple[str, ...], tmp_path: Path
) -> None:
    """Findings, exit code and errors are the same, with and without a project's config and baseline."""
    (tmp_path / "locales").mkdir()
    text = CATALOG.read_text(encoding="utf-8")
    (tmp_path / "locales" / "a.po").write_text(text.replace("ベトナム", "タイ"), encoding="utf-8")
    settings = ("", '[check]\nfail_on = "info"\n', '[check]\nbaseline = "known.json"\n')
    vje(cache, "check", "--write-baseline", "--baseline", "known.json", *words, cwd=tmp_path)
    for setting in settings:
        (tmp_path / "vje.toml").write_text(setting, encoding="utf-8")
        short, long = vje(cache, "check", *words, cwd=tmp_path), vje(cache, "check", "--curated", *words, cwd=tmp_path)
        assert short.stdout or short.stderr
        assert (short.stdout, short.stderr, short.returncode) == (long.stdout, long.stderr, long.returncode)


def test_the_cache_knows_all_the_code_that_fills_it(cache: dict[str, str]) -> None:
    """A change of any module or word list that decides what is kept makes another name for it."""
    rooms = "glossary.find.gather", "glossary.lookup.index", "glossary.lookup.die", "glossary.table.load"
    there = loaded(cache, "; ".join(f"import toolkit.{room}" for room in (*rooms, "glossary.holders")))
    ours = {name.removeprefix("toolkit.") for name in there if name.startswith("toolkit.")}
    watched = {path.parent if path.suffix == ".txt" else path for path in map(Path, kept._names())}
    plumbing = {"cache", "cache.patterns", "errors", "glossary", "lang", "match", "ui", "ui.phrase", "value"}
    for name in ours - plumbing:
        path = ROOT / "toolkit" / name.replace(".", "/")
        assert {path.with_suffix(".py"), path / "__init__.py"} & watched, name
    assert ROOT / "toolkit" / "lang" in watched


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_second_process_compiles_no_word_lists(cache: dict[str, str], lang: str) -> None:
    """Patterns that hold a language's words are the same in every process, so that what was kept of them is taken."""
    run = (
        f"from toolkit import Glossary, cache, read_article; from toolkit.figures import find_dates, find_numbers;"
        f"from toolkit import split; lang = {lang!r}; read_article('HANOI (VNA) - It rained.', 'en'); split('x', lang);"
        "find_numbers('12', lang); find_dates('12', lang); Glossary.load().find('x', lang);"
        "from pathlib import Path; files = sorted(Path(cache.folder()).glob('*.patterns'));"
        "print(*((file.name, file.stat().st_mtime_ns) for file in files))"
    )
    kept = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", run],
            capture_output=True, text=True, env={**cache, "PYTHONHASHSEED": seed}, cwd=ROOT, check=True,
        )  # fmt: skip
        kept.append(done.stdout)
    assert kept[0] == kept[1]
