"""The house keeps its order: imports go up the line, guests stay in their rooms, languages are data."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "toolkit"
LINE = tuple(
    "value ui errors files cache finding lang normalize config article readers segment names figures match glossary "
    "memory catalog checks rendering alignment exchange report corpus cli".split()
)
GUESTS = {
    "click": {"cli"},
    "jinja2": {"report"},
    "polib": {"catalog"},
    "babel": {"lang", "names", "figures", "catalog", "rendering"},
    "pyarrow": {"corpus"},
    "distributed": {"corpus"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write absolute imports"
            found.append((node.lineno, node.module or ""))
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    """Data flows one way, so a reader can take the rooms in order."""
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] == "toolkit" and len(parts) > 1:
            assert parts[1] in LINE, f"{path}:{line}: {parts[1]} is no room"
            assert LINE.index(parts[1]) <= LINE.index(here), f"{path}:{line}: {here} imports {parts[1]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_guest_stays_in_its_room(path: Path) -> None:
    """One room speaks to a library, so that it can be replaced there."""
    for line, name in imports(path):
        rooms = GUESTS.get(name.split(".")[0])
        assert rooms is None or room(path) in rooms, f"{path}:{line}: {name} outside {rooms}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_algorithm_names_a_language(path: Path) -> None:
    """A language is data: its code is compared nowhere outside lang/."""
    if room(path) == "lang":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for side in [node.left, *node.comparators]:
                names = side.elts if isinstance(side, (ast.Tuple, ast.List, ast.Set)) else [side]
                for name in names:
                    assert not (isinstance(name, ast.Constant) and name.value in ("en", "vi", "ja")), (
                        f"{path}:{node.lineno}: ask the language's record instead"
                    )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_records_are_made_in_one_place(path: Path) -> None:
    """A class that the standard library makes costs ten times as much at every start."""
    if room(path) == "value":
        return
    made = {"dataclasses.dataclass", "dataclasses.field", "dataclasses.replace"}
    for line, name in imports(path):
        assert name not in made, f"{path}:{line}: take {name.partition('.')[2]} from toolkit.value"
