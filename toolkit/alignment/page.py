"""An alignment as a page: both articles side by side, the same colour for what belongs together."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from toolkit.alignment.articles import SURE
from toolkit.lang import language
from toolkit.ui import chosen, ngettext
from toolkit.ui import gettext as _
from toolkit.ui.phrase import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.alignment.articles import Aligned
    from toolkit.alignment.beads import Bead

_COLOURS = 6


def to_html(alignments: Iterable[Aligned]) -> str:
    """
    One page for any number of alignments; it needs no network, and shows by itself where a person should look.

    What is not sure has a dashed edge, what was left out or added has no colour, what moved has an arrow.
    """
    found = list(alignments)
    template = (resources.files("toolkit.alignment") / "data" / "page.html").read_text(encoding="utf-8")
    title = listed(dict.fromkeys(aligned.source.name for aligned in found)) or "vje align"
    key = _(
        "The same colour: sentences that translate each other. A dashed edge: not sure, please look. No colour: left "
        "out, or added. ⤨: moved. The number in the middle is the confidence in percent."
    )
    # The articles come last: nothing in them is taken for a place to fill in
    page = template.replace("{{lang}}", chosen()).replace("{{key}}", escape(key)).replace("{{title}}", escape(title))
    return page.replace("{{body}}", "\n".join(map(_section, found)))


def _section(aligned: Aligned) -> str:
    ours, theirs = language(aligned.source.lang), language(aligned.target.lang)
    doubtful = sum(bead.confidence < SURE for bead in aligned.beads)
    said = (
        ngettext(
            "Translations of each other (score {score:.2f}); {count} bead, {doubtful} not sure",
            "Translations of each other (score {score:.2f}); {count} beads, {doubtful} not sure",
            len(aligned.beads),
        )
        if aligned.belong
        else ngettext(
            "NOT translations of each other (score {score:.2f}); {count} bead, {doubtful} not sure",
            "NOT translations of each other (score {score:.2f}); {count} beads, {doubtful} not sure",
            len(aligned.beads),
        )
    ).format(score=aligned.score, count=len(aligned.beads), doubtful=doubtful)
    rows = "\n".join(_rows(aligned))
    return (
        f"<section><h2>{escape(aligned.source.name)}: {escape(ours.autonym)} · {escape(theirs.autonym)}</h2>\n"
        f"<p>{escape(said)}</p>\n"
        f'<table><thead><tr><th scope="col" lang="{ours.code}">{escape(ours.autonym)}</th><th scope="col">%</th>'
        f'<th scope="col" lang="{theirs.code}">{escape(theirs.autonym)}</th></tr></thead>\n<tbody>\n{rows}\n</tbody>'
        "</table></section>"
    )


def _rows(aligned: Aligned) -> Iterator[str]:
    furthest = -1
    for number, bead in enumerate(aligned.beads):
        moved = bool(bead.source and bead.target) and bead.target[0] < furthest
        if bead.source and bead.target:
            furthest = max(furthest, bead.target[-1])
        classes = [f"c{number % _COLOURS}"] if bead.source and bead.target else ["alone"]
        classes += ["unsure"] if bead.confidence < SURE else []
        cells = (
            _cell(aligned.source.lang, [aligned.ours[i].msgid for i in bead.source], bead.source),
            _cell(aligned.target.lang, [aligned.theirs[j].msgid for j in bead.target], bead.target),
        )
        yield (
            f'<tr class="{" ".join(classes)}">{cells[0]}'
            f'<td class="how">{"⤨ " if moved else ""}{_kind(bead)}<br>{bead.confidence * 100:.0f}</td>{cells[1]}</tr>'
        )


def _kind(bead: Bead) -> str:
    return f"{len(bead.source)}–{len(bead.target)}"


def _cell(lang: str, texts: list[str], places: tuple[int, ...]) -> str:
    inside = "".join(f"<p><small>{at + 1}</small> {escape(text)}</p>" for at, text in zip(places, texts, strict=True))
    return f'<td lang="{lang}">{inside or "<p>—</p>"}</td>'
