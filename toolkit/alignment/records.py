"""Alignments as JSON Lines: a line a bead, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.alignment.articles import Aligned


def to_jsonl(alignments: Iterable[Aligned]) -> str:
    """One object a line; see :func:`records`."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for aligned in alignments for row in records(aligned))


def records(aligned: Aligned) -> Iterator[dict[str, object]]:
    """
    Each bead with its sentences, their places (from 0) and lines (from 1), and how sure it is.

    ``kind`` counts the sentences of both sides: ``1-2`` is one that was split, ``1-0`` one that was left out.
    """
    for bead in aligned.beads:
        yield {
            "kind": f"{len(bead.source)}-{len(bead.target)}",
            "confidence": bead.confidence,
            "from": aligned.source.lang,
            "to": aligned.target.lang,
            "source": [aligned.ours[place].msgid for place in bead.source],
            "target": [aligned.theirs[place].msgid for place in bead.target],
            "source_at": list(bead.source),
            "target_at": list(bead.target),
            "source_line": [aligned.ours[place].line for place in bead.source],
            "target_line": [aligned.theirs[place].line for place in bead.target],
            "origin": aligned.source.name,
            "score": aligned.score,
        }
