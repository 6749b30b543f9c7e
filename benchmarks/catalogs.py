"""
Reading and writing PO, beside polib; and extraction, beside polib writing the same files.

    python benchmarks/catalogs.py [ENTRIES] [ARTICLES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import polib
from archive import texts
from clock import HEAD, Line, cost, cpu, python
from update import Writer
from update import write as write_catalog

from toolkit import Catalog

POLIB = f"polib {version('polib')}"
#: Polib alone: the entries are there, it has to write them.
THEIRS = """
import json, sys
from pathlib import Path
import polib
for line in open(sys.argv[1], encoding="utf-8"):
    name, metadata, rows = json.loads(line)
    po = polib.POFile(wrapwidth=0)
    po.metadata = metadata
    for msgid, msgstr, comment, places in rows:
        places = [place.split(":") for place in places]
        po.append(polib.POEntry(msgid=msgid, msgstr=msgstr, comment=comment, occurrences=places))
    path = Path(sys.argv[2], name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(path))
"""


def of_files(folder: Path, entries: int) -> list[Line]:
    """Reading and writing one large catalog."""
    writer = Writer()
    path = folder / "large.po"
    write_catalog(path, list(dict.fromkeys(writer.sentence() for _ in range(entries))), translated=True)
    read, theirs = cpu(lambda: Catalog.load(path)), cpu(lambda: polib.pofile(str(path), wrapwidth=0))
    ours, peer = Catalog.load(path), polib.pofile(str(path), wrapwidth=0)
    # polib adds an empty comment on top
    assert str(ours).rstrip("\n") == str(peer).removeprefix("#\n").rstrip("\n"), "both must write the same"
    write, written = cpu(lambda: str(ours)), cpu(lambda: str(peer))
    name = f"{len(ours):,} entries"
    return [
        Line(
            f"PO reading, {name}",
            f"{read:.2f} s",
            POLIB,
            f"{theirs:.2f} s",
            read / theirs,
            "≤ 0.5",
        ),
        Line(
            f"PO writing, {name}",
            f"{write:.2f} s",
            POLIB,
            f"{written:.2f} s",
            write / written,
            "≤ 0.5",
        ),
    ]


def of_articles(folder: Path, articles: int) -> list[Line]:
    """Catalogs in two languages of articles in the third, whole processes."""
    import json  # noqa: PLC0415

    source = folder / "articles"
    source.mkdir()
    for record in texts(articles * 4):
        if record["lang"] == "en" and len(list(source.iterdir())) < articles:
            (source / f"{record['id']}.en.txt").write_text(record["text"] + "\n", encoding="utf-8")
    count = len(list(source.iterdir()))
    command = python("-m", "toolkit", "corpus", "extract", str(source), "--to", "vi", "--to", "ja", "--out")
    cost(*command, str(folder / "ours"), rounds=1)
    rows = []
    for path in sorted((folder / "ours").rglob("*.po*")):
        po = polib.pofile(str(path))
        entries = [(e.msgid, e.msgstr, e.comment, [":".join(place) for place in e.occurrences]) for e in po]
        rows.append(json.dumps([path.relative_to(folder / "ours").as_posix(), dict(po.metadata), entries]))
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    mine, others = [], []
    for turn in map(str, range(3)):  # in turn, since what else the machine does changes; each into a new folder
        mine.append(cost(*command, str(folder / f"ours{turn}"), rounds=1))
        peer = python("-c", THEIRS, str(folder / "rows.jsonl"), str(folder / f"theirs{turn}"))
        others.append(cost(*peer, rounds=1))
    ours, theirs = statistics.median(mine), statistics.median(others)
    what = f"extract, {count:,} articles, {len(rows):,} files"
    return [Line(what, f"{ours:.1f} s", "polib, writing only", f"{theirs:.1f} s", ours / theirs, "≤ 2")]


def measure(entries: int = 100_000, articles: int = 1000) -> list[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        return of_files(Path(name), entries) + of_articles(Path(name), articles)


if __name__ == "__main__":
    print(HEAD, *(line.row for line in measure(*map(int, sys.argv[1:]))), sep="\n")
