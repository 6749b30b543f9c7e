"""``make docs``: what the glossary holds, counted into the three READMEs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from toolkit import Confidence, Glossary

ROOT = Path(__file__).resolve().parent.parent
#: README -> the heads of its table, the word for the last row, and what groups thousands.
HEADS = {
    "README.md": ("subject", "concepts", "all", ","),
    "README.vi.md": ("lĩnh vực", "khái niệm", "tổng cộng", "."),
    "README.ja.md": ("分野", "概念", "合計", ","),
}
TABLE = re.compile(r"<!-- counts -->\n.*?<!-- /counts -->\n", re.DOTALL)


def table(name: str, glossary: Glossary) -> str:
    """The table of one README: concepts by subject and by confidence."""
    counts: Counter[tuple[str, str]] = Counter()
    for concept in glossary:
        for subject in (concept.subject.partition(".")[0], ""):
            counts.update([(subject, ""), (subject, concept.confidence.value)])
    subject, concepts, everything, group = HEADS[name]
    levels = [level.value for level in Confidence]
    rows = [f"| {subject} | {concepts} | {' | '.join(levels)} |", "| --- |" + " ---: |" * (len(levels) + 1)]
    for key in (*sorted({key for key, _ in counts} - {""}), ""):
        cells = [f"{counts[key, level]:,}".replace(",", group) for level in ("", *levels)]
        rows.append(f"| {key or everything} | {' | '.join(cells)} |")
    return "<!-- counts -->\n" + "\n".join(rows) + "\n<!-- /counts -->\n"


def page(name: str, glossary: Glossary) -> str:
    """A README with the table of today."""
    return TABLE.sub(lambda _: table(name, glossary), (ROOT / name).read_text(encoding="utf-8"))


def main() -> None:
    """Write the tables."""
    glossary = Glossary.load(ROOT / "glossary")
    for name in HEADS:
        (ROOT / name).write_text(page(name, glossary), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
