"""Each check against translations that a person has judged: what it finds, and what it leaves alone."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from toolkit.catalog import Catalog
from toolkit.checks import CATALOG_CHECKS, CHECKS, PAIR_CHECKS, check, check_all
from toolkit.finding import Severity
from toolkit.glossary import Glossary

GOLDEN = Path(__file__).parent / "golden" / "checks"
FILES = sorted(GOLDEN.glob("*/*.po"))
#: Every check of one catalog has goldens; those across several catalogs have tests of their own.
CHECKED = sorted({**PAIR_CHECKS, **CATALOG_CHECKS})


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    return Glossary.load(GOLDEN / "glossary")


def expected(path: Path) -> list[str]:
    """The findings that the head of a golden lists; a head that lists nothing must say so."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("# "):
            break
        lines.append(line.removeprefix("# "))
    assert lines, f"{path}: say what is expected, or none"
    if lines == ["none"]:
        return []
    for line in lines:
        place, severity, name, *concept = line.split()
        assert place.removesuffix(":").isdigit(), f"{path}: {line}"
        assert severity in list(Severity), f"{path}: {line}"
        assert name in CHECKS, f"{path}: {line}"
        assert len(concept) <= 1, f"{path}: {line}"
    return sorted(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden(path: Path) -> None:
    """A check finds what a person would, and nothing else."""
    name = path.parent.name
    found = check(Catalog.load(path), glossary(), checks={name})
    assert sorted(" ".join(f"{f.line}: {f.severity} {f.check} {f.concept_id}".split()) for f in found) == expected(path)


@pytest.mark.parametrize(
    "name", [name for name in CHECKED if name.startswith(("term", "title", "style", "unverified"))]
)
def test_every_check_of_terms_fails_and_passes(name: str) -> None:
    """A check has translations that it objects to, sentences that it leaves alone, in several directions."""
    objects: dict[bool, int] = defaultdict(int)
    directions = set()
    for path in (GOLDEN / name).glob("*.po"):
        catalog = Catalog.load(path)
        lines = {int(line.partition(":")[0]) for line in expected(path)}
        for message in catalog:
            objects[message.line in lines] += 1
        directions.add((catalog.source_lang, catalog.lang))
    assert objects[True] >= 1
    assert objects[False] >= 1
    assert len(directions) >= 2


def test_one_name_across_files(tmp_path: Path) -> None:
    """Each file's usual way of writing a name is compared with the other files', and a word in passing is not."""
    ways = {"a": "広島県東京事務所", "b": "広島県東京事務所", "c": "広島県庁東京オフィス"}
    catalogs = []
    for name, way in ways.items():
        path = tmp_path / f"{name}.po"
        path.write_text(
            'msgid ""\nmsgstr ""\n"Language: ja\\n"\n'
            '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: en\\n"\n\n'
            f'msgid "The Hiroshima Prefectural Office in Tokyo opened."\nmsgstr "{way}が開所した。"\n',
            encoding="utf-8",
        )
        catalogs.append(Catalog.load(path))
    found = check_all(catalogs, glossary(), checks={"term-inconsistent"})
    assert [(f.path, f.severity, f.fix) for f in found] == [(tmp_path / "c.po", Severity.INFO, "広島県東京事務所")]
    assert "×2" in found[0].message
