"""The command line: help explains itself, mistakes are answered, and the machine is examined."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from toolkit.cli.main import vje
from toolkit.report.machine import examine, extras

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = Path(__file__).parent.parent / "articles"


def commands(command: click.Command, path: str = "vje") -> Iterator[tuple[str, click.Command]]:
    """Every command and the commands below it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, f"{path} {name}")


COMMANDS = dict(commands(vje))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_explains_itself(path: str) -> None:
    """A command has a help text, and so has each of its options."""
    command = COMMANDS[path]
    assert (command.help or "").strip().split("\n")[0].endswith((".", ":")), path
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{path} {option.opts[0]}"


@pytest.mark.parametrize("path", [path for path, command in COMMANDS.items() if isinstance(command, click.Group)])
def test_the_list_says_what_the_command_says(path: str) -> None:
    """The list of commands is written beside their modules' names; no name in it leads nowhere."""
    words = path.split()[1:]
    shown = CliRunner().invoke(vje, [*words, "--help"])
    assert shown.exit_code == 0
    for name in COMMANDS:
        if name.rpartition(" ")[0] == path:
            assert f"  {name.rpartition(' ')[2]} " in shown.output


def test_a_mistyped_command_is_answered() -> None:
    """Who types chek meant check; who types nonsense is told only that there is no such command."""
    meant = CliRunner().invoke(vje, ["chek"])
    assert meant.exit_code == 2
    assert "did you mean 'check'?" in meant.output
    nonsense = CliRunner().invoke(vje, ["xyzzy"])
    assert nonsense.exit_code == 2
    assert "did you mean" not in nonsense.output


def test_the_version_names_the_extras() -> None:
    """What is installed beside the core is part of a bug report."""
    shown = CliRunner().invoke(vje, ["--version"]).output
    assert shown.startswith(f"vje {version('vje-toolkit')}")
    assert all(name in shown for name, there in extras().items() if there)


def test_the_doctor_finds_the_core_well() -> None:
    """Python, the glossary and the cache work here, or no test would have run."""
    parts = {part.name: part for part in examine()}
    assert parts["Python"].works
    assert parts["curated glossary"].works
    assert "concepts" in parts["curated glossary"].detail
    assert CliRunner().invoke(vje, ["doctor"]).exit_code == 0


def test_completion_scripts_are_printed() -> None:
    """The shells of most machines are served by a documented line."""
    for shell in ("bash", "zsh", "fish"):
        shown = CliRunner().invoke(vje, [], prog_name="vje", env={"_VJE_COMPLETE": f"{shell}_source"})
        assert "_VJE_COMPLETE" in shown.output


@pytest.mark.parametrize("words", [["--help"], ["lookup", "--help"], ["check", "--help"]])
def test_help_imports_no_heavy_guest(words: list[str]) -> None:
    """Help comes at once: no automaton, no locale data, no PO library, no database is loaded for it."""
    code = (
        "import sys; from toolkit.cli.main import vje\n"
        f"try: vje({words!r}, standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "print(sorted({'ahocorasick_rs', 'babel', 'polib', 'regex', 'sqlite3', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"


def test_two_texts_are_checked_without_a_catalog(tmp_path: Path) -> None:
    """A published translation is aligned with its source; a wrong city and a wrong day are found where they stand."""
    source = ARTICLES / "2025-12-04-vice-ministers.ja.txt"
    good = ARTICLES / "2025-12-04-vice-ministers.vi.txt"
    assert CliRunner().invoke(vje, ["check", "--source", str(source), "--target", str(good)]).exit_code == 0
    bad = tmp_path / "bad.vi.txt"
    text = good.read_text(encoding="utf-8")
    bad.write_text(text.replace("Hà Nội", "Đà Nẵng").replace("21/9/1973", "12/9/1973"), encoding="utf-8")
    shown = CliRunner().invoke(vje, ["check", "--source", str(source), "--target", str(bad), "--format", "jsonl"])
    assert shown.exit_code == 1
    errors = [row for row in map(json.loads, shown.output.splitlines()) if row.get("severity") == "error"]
    lines = bad.read_text(encoding="utf-8").splitlines()
    assert [(row["check"], lines[row["line"] - 1][row["column"] - 1 :][:7]) for row in errors] == [
        ("term-rival", "Đà Nẵng"),
        ("date-mismatch", "12/9/19"),
    ]
    stranger = ARTICLES / "2026-02-26-hcm-city-yamaguchi.vi.txt"
    refused = CliRunner().invoke(vje, ["check", "--source", str(source), "--target", str(stranger)])
    assert "no translation" in str(refused.exception)
