"""
An archive to measure with: short texts made from the sample articles, always the same ones.

    python benchmarks/archive.py COUNT FILE [--seed 1]

A text is a run of paragraphs of one sample article, with its figures changed, a day of the last twelve years and one of
four sources; one text in fifty stands there twice. JSON lines, one text a line.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit import read_article
from toolkit.article import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = Path(__file__).parent.parent / "articles"
SOURCES = ("north", "south", "east", "west")
_FIGURE = re.compile(r"[0-9]+")


def texts(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """So many records."""
    chance = random.Random(seed)
    articles = []
    for path in sorted(ARTICLES.glob("*.txt")):
        article = read_article(path)
        articles.append((article.lang, [b.text for b in article.blocks if b.role is Role.PARAGRAPH]))
    record: dict[str, Any] = {}
    for number in range(count):
        if number % 50 != 49:
            lang, paragraphs = chance.choice(articles)
            first = chance.randrange(len(paragraphs))
            text = "\n\n".join(paragraphs[first : first + chance.randrange(1, 4)])
            text = _FIGURE.sub(lambda match: str(chance.randrange(1, 10 ** len(match[0]))), text)
            day = f"{chance.randrange(2015, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            record = {"text": text, "lang": lang, "date": day, "source": chance.choice(SOURCES)}
        yield {"id": f"a{number}", **record}


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write them, one by one."""
    with path.open("w", encoding="utf-8") as stream:
        for record in texts(count, seed):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.file, given.count, given.seed)
