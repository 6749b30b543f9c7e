"""A page about a run: what there was, what was found, and where the rest of it stands."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.ui import chosen, mark, ngettext
from toolkit.ui import gettext as _
from toolkit.ui.phrase import amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toolkit.corpus.plan import Plan
    from toolkit.corpus.table import Row

#: Rows of a list that a person reads.
_MOST = 50
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
td, th { border-bottom: 1px solid #8886; padding: .2rem .8rem .2rem 0; text-align: left; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
"""
_TITLES = {
    "segment": mark("Sentences of a corpus"),
    "terms": mark("Terms in a corpus"),
    "check": mark("Findings in a corpus"),
    "extract": mark("Catalogs of a corpus"),
}
#: What each of them counts.
_FOUND = {
    "segment": mark("sentences"),
    "terms": mark("names"),
    "check": mark("findings"),
    "extract": mark("messages"),
}


def page(plan: Plan, records: int, bad: int, rows: Mapping[str, Sequence[Row]]) -> str:
    """
    One HTML file that needs nothing else.

    Args:
        plan: What was done.
        records: Documents that were used.
        bad: Records that could not be.
        rows: Name of a table -> its rows, for those that were added up.
    """
    title = html.escape(_(_TITLES[plan.task]))
    told = ngettext(
        "{count:,} record; {bad:,} could not be used.", "{count:,} records; {bad:,} could not be used.", records
    ).format(count=records, bad=bad)
    parts = [f"<h1>{title}</h1>", f"<p>{html.escape(told)}</p>"]
    found = _(_FOUND[plan.task])
    parts.append(
        _table(
            _("By language and year"), [_("language"), _("year"), _("articles"), _("characters"), found], _years(rows)
        )
    )
    if "terms" in rows:
        parts += _of_terms(rows["terms"])
    if rows.get("renderings"):
        parts.append(_renderings(rows["renderings"]))
    body = "\n".join(parts)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!doctype html>\n<html lang="{chosen()}"><head>{head}<style>{_STYLE}</style></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )


def _years(rows: Mapping[str, Sequence[Row]]) -> list[Row]:
    sums: dict[Row, list[int]] = {}
    for lang, year, _source, articles, _units, characters, found in rows.get("totals", ()):
        known = sums.setdefault((lang, year), [0, 0, 0])
        for place, number in enumerate((articles, characters, found)):
            known[place] += int(number)
    return [(*key, *sums[key]) for key in sorted(sums)]


def _of_terms(rows: Sequence[Row]) -> list[str]:
    times: Counter[Row] = Counter()
    avoided: Counter[Row] = Counter()
    for concept, lang, form, status, _year, _source, _articles, number in rows:
        times[concept, lang, form] += int(number)
        if status == "deprecated":
            avoided[concept, lang, form] += int(number)
    heads = [_("concept"), _("language"), _("form"), _("times")]
    parts = [_table(_("The most frequent names"), heads, [(*key, number) for key, number in _first(times)])]
    if avoided:
        parts.append(_table(_("Names to avoid"), heads, [(*key, number) for key, number in _first(avoided)]))
    return parts


def _renderings(rows: Sequence[Row]) -> str:
    times: Counter[Row] = Counter()
    for concept, lang, _form, target, rendering, _year, number in rows:
        times[concept, lang, target, rendering] += int(number)
    heads = [_("concept"), _("from"), _("into"), _("rendering"), _("times")]
    return _table(_("What names became in translations"), heads, [(*key, number) for key, number in _first(times)])


def _first(times: Counter[Row]) -> list[tuple[Row, int]]:
    return sorted(times.items(), key=lambda item: (-item[1], item[0]))[:_MOST]


def _table(title: str, heads: list[str], rows: Iterable[Row]) -> str:
    lines = [f"<tr>{''.join(_cell(value, 'td') for value in row)}</tr>" for row in rows]
    if not lines:
        return ""
    top = "".join(f"<th>{html.escape(head)}</th>" for head in heads)
    return f"<h2>{html.escape(title)}</h2>\n<table><tr>{top}</tr>\n" + "\n".join(lines) + "\n</table>"


def _cell(value: str | int, tag: str) -> str:
    if isinstance(value, int):
        return f'<{tag} class="n">{amount(value)}</{tag}>'
    return f"<{tag}>{html.escape(value) or '–'}</{tag}>"
