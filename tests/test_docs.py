"""Documents cannot rot: what they show is run, what is printed from the code is current."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from toolkit import Glossary

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.vi.md", "README.ja.md"]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
# Set-up of the machine that runs the tests: make itself runs them, pipx has a test of its own (test_package.py).
SET_UP = ("make demo", "make test", "pipx install .")


def shown(name: str) -> list[tuple[str, list[str]]]:
    """Every command that a document shows, with the output that it shows below it."""
    commands: list[tuple[str, list[str]]] = []
    for block in CONSOLE.findall((ROOT / name).read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line.removeprefix("$ "), []))
            else:
                commands[-1][1].append(line)
    return commands


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader of the README has in front of them."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("articles", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("name", READMES)
def test_every_command_of_the_readme_runs(name: str, project: Path) -> None:
    """A newcomer who types what the README shows gets what it shows."""
    commands = [(line, output) for line, output in shown(name) if line not in SET_UP]
    assert len(commands) > 8
    for line, output in commands:
        words = shlex.split(line)
        assert words[0] == "vje", line
        done = subprocess.run(
            [sys.executable, "-m", "toolkit", *words[1:]],
            check=False,
            cwd=project,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        assert output == [] or done.stdout.splitlines() == output, line


def test_the_readmes_show_the_same_commands() -> None:
    """A reader in Hà Nội or Tokyo is told no less than one who reads English."""
    english, vietnamese, japanese = ([line for line, _ in shown(name)] for name in READMES)
    assert english == vietnamese == japanese


@pytest.mark.parametrize("name", READMES)
def test_the_lines_that_install_completion_work(name: str) -> None:
    """Bash completes vje after its line; the lines of the other shells print the script of their shell."""
    (block,) = re.findall(r"^```sh\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    bash, *others = block.splitlines()
    environ = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", f"{bash}\ncomplete -p vje"], check=True, capture_output=True, text=True, env=environ
    )
    assert done.stdout.startswith("complete -")
    for line, shell in zip(others, ("zsh", "fish"), strict=True):
        found = re.search(rf"_VJE_COMPLETE={shell}_source vje", line)
        assert found, line
        script = subprocess.run(found[0], shell=True, check=True, capture_output=True, text=True, env=environ).stdout
        assert f"_VJE_COMPLETE={shell}_complete" in script


def test_the_python_of_the_readme_runs() -> None:
    """The examples in Python give what they show."""
    for name in READMES:
        failed, tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
        assert tried > 4
        assert failed == 0, name


def tool(name: str) -> ModuleType:
    """A script of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_commands_is_current() -> None:
    """docs/cli.md is what ``make docs`` prints now."""
    # In a process of its own: click keeps a command's help option as whoever asked first has set it
    command = [sys.executable, str(ROOT / "tools" / "print_cli.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("name", READMES)
def test_the_counts_are_current(name: str) -> None:
    """The READMEs say what the shipped glossary holds; ``make docs`` counts it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "<!-- counts -->\n| " in text
    assert text == tool("print_counts").page(name, Glossary.load(ROOT / "glossary"))


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=str)
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    """A link to a file that is not there is worse than none."""
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target}"
