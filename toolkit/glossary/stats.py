"""How much a glossary knows and how sure it is: counts by subject and by confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from toolkit.glossary.concept import Confidence
from toolkit.glossary.table.row import LANGS
from toolkit.ui import gettext as _
from toolkit.ui.width import pad, width
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toolkit.glossary.concept import Concept


@dataclass(frozen=True, slots=True)
class Count:
    """
    One subject.

    Attributes:
        subject: What is counted; empty for all together.
        concepts: How many there are.
        complete: How many of them have a preferred term in every language.
        dated: How many have a first or a last day.
        by_confidence: How many have each confidence.
    """

    subject: str
    concepts: int
    complete: int
    dated: int
    by_confidence: dict[Confidence, int]


def count(concepts: Iterable[Concept]) -> list[Count]:
    """The counts of each subject, in the order of their names, and of all together at the end."""
    groups: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        groups[concept.subject].append(concept)
    everything = [concept for group in groups.values() for concept in group]
    return [*(_count(subject, groups[subject]) for subject in sorted(groups)), _count("", everything)]


def _count(subject: str, concepts: Sequence[Concept]) -> Count:
    sure = Counter(concept.confidence for concept in concepts)
    return Count(
        subject=subject,
        concepts=len(concepts),
        complete=sum(all(concept.preferred(lang) for lang in LANGS) for concept in concepts),
        dated=sum(bool(concept.valid_from or concept.valid_until) for concept in concepts),
        by_confidence={confidence: sure[confidence] for confidence in Confidence},
    )


def table(counts: Sequence[Count], *, markdown: bool = False) -> str:
    """The counts as a table, for a terminal or for a README."""
    head = [_("subject"), _("concepts"), *(f"{c}" for c in Confidence), _("dated"), _("in all three")]
    rows = [head] + [
        [
            one.subject or _("all"),
            *map(str, (one.concepts, *(one.by_confidence[c] for c in Confidence), one.dated, one.complete)),
        ]
        for one in counts
    ]
    if markdown:
        rule = ["---", *["---:"] * (len(head) - 1)]
        return "".join(f"| {' | '.join(row)} |\n" for row in [rows[0], rule, *rows[1:]])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join([pad(row[0], widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        + "\n"
        for row in rows
    )


def report(counts: Sequence[Count], version: str, form: str) -> str:
    """The counts as ``text``, ``markdown`` or ``json``, with the glossary's version."""
    if form == "markdown":
        return table(counts, markdown=True)
    if form == "text":
        return _("glossary {version}").format(version=version) + f"\n\n{table(counts)}"
    import json  # noqa: PLC0415 - a table needs none

    rows = [
        {
            "subject": one.subject,
            "concepts": one.concepts,
            "complete": one.complete,
            "dated": one.dated,
            **{confidence.value: number for confidence, number in one.by_confidence.items()},
        }
        for one in counts
    ]
    return json.dumps({"version": version, "all": rows[-1], "subjects": rows[:-1]}, ensure_ascii=False, indent=2) + "\n"
