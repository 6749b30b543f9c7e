"""The wheel: what a translator installs carries the glossary and works in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built as ``pip wheel .`` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    words = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", *words, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (path,) = folder.glob("vje_toolkit-*.whl")
    return path


def test_the_wheel_carries_what_it_needs(wheel: Path) -> None:
    """Every data file of the package, the glossary, the licences; no tests, no articles."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "toolkit").rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert f"toolkit/{path.relative_to(ROOT / 'toolkit').as_posix()}" in names
    for path in (ROOT / "glossary").glob("*.csv"):
        assert f"toolkit/_glossary/{path.name}" in names
    assert {name.rpartition("/")[2] for name in names} >= {"LICENSE", "NOTICE", "py.typed"}
    assert not [name for name in names if name.startswith(("tests/", "articles/", "benchmarks/"))]


def test_installed_in_an_empty_folder_it_answers(wheel: Path, tmp_path: Path) -> None:
    """No checkout is needed to look a term up; several words are one question."""
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "toolkit", "lookup", "Hà", "Nội"],
        check=False,
        cwd=empty,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "ハノイ" in done.stdout
    assert not list(empty.iterdir())


@pytest.mark.parametrize(("version", "compiled"), [("editable", True), ("standard", False)])
def test_an_install_in_place_is_compiled(tmp_path: Path, version: str, compiled: bool) -> None:
    """The checkout gets the bytecode that pip makes of a wheel's modules; who builds a wheel leaves no trace."""
    from tools.hatch_build import InPlaceHook

    module = tmp_path / "toolkit" / "room" / "noun.py"
    module.parent.mkdir(parents=True)
    module.write_text("x = 1\n", encoding="utf-8")
    nothing: Any = None
    InPlaceHook(str(tmp_path), {}, nothing, nothing, "", "wheel").initialize(version, {})
    assert bool(list(module.parent.rglob("*.pyc"))) == compiled
