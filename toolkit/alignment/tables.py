"""What translations say for concepts, as a page of text, as JSON and as rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from toolkit.ui import gettext as _
from toolkit.ui import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from toolkit.alignment.attest import Attested, Form

_COLUMNS = ("id", "lang", "preferred", "form", "status", "times", "of", "source", "sentence", "translation")


def as_text(found: Iterable[Attested]) -> str:
    """For a person: each concept with its forms, how often each, and a sentence for what is new or missing."""
    out: list[str] = []
    for entry in found:
        times = ngettext("in {count} sentence", "in {count} sentences", entry.times).format(count=entry.times)
        out.append(f"{entry.concept.id}  {entry.lang}  {times}")
        out += [f"  {form.count:5}  {form.text}  [{form.status.label if form.status else ''}]" for form in entry.forms]
        if entry.missing.count:
            # Translators: how often a translation has none of the forms that the glossary knows for a concept.
            out.append(f"  {entry.missing.count:5}  " + _("none of its forms"))
        for form in entry.proposed:
            origins = _("source: {texts}").format(texts=" | ".join(form.origins))
            # Translators: a form that the glossary does not have yet.
            status = _("proposed")
            out.append(f"  {form.count:5}  {form.text}  [{status}]  {origins}")
            out += [f"{'':9}{source}\n{'':9}{target}" for source, target, _ in form.sentences[:2]]
    return "".join(line + "\n" for line in out)


def as_json(found: Iterable[Attested]) -> str:
    """For a program: everything, with the sentences."""
    rows = [
        {
            "id": entry.concept.id,
            "lang": entry.lang,
            "times": entry.times,
            "forms": [_form(form) for form in entry.forms],
            "missing": _form(entry.missing),
            "proposed": [_form(form) for form in entry.proposed],
        }
        for entry in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _form(form: Form) -> dict[str, object]:
    return {
        "text": form.text,
        "status": form.status.value if form.status else "",
        "count": form.count,
        "source": " | ".join(form.origins),
        "sentences": [{"source": s, "target": t, "origin": o} for s, t, o in form.sentences],
    }


def as_csv(found: Iterable[Attested]) -> str:
    """For a spreadsheet: a row a form, with one sentence that shows it and where it comes from."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in found:
        preferred = entry.concept.preferred(entry.lang)
        for form, status in _rows(entry):
            source, target, _ = form.sentences[0] if form.sentences else ("", "", "")
            writer.writerow(
                (
                    entry.concept.id,
                    entry.lang,
                    preferred.text if preferred else "",
                    form.text,
                    status,
                    form.count,
                    entry.times,
                    " | ".join(form.origins),
                    source,
                    target,
                )
            )
    return out.getvalue()


def _rows(entry: Attested) -> Iterator[tuple[Form, str]]:
    for form in entry.forms:
        yield form, form.status.value if form.status else ""
    if entry.missing.count:
        yield entry.missing, "missing"
    for form in entry.proposed:
        yield form, "proposed"


#: Name of a format -> what writes it.
FORMATS: dict[str, Callable[[Iterable[Attested]], str]] = {"text": as_text, "json": as_json, "csv": as_csv}
