"""Candidates for people and for programs: what to print, and the row to add."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from toolkit.glossary.concept import Confidence
from toolkit.glossary.suggest.spot import PERSON
from toolkit.glossary.table.row import COLUMNS, LANGS
from toolkit.lang import LANGUAGES, language
from toolkit.names.person import is_japanese
from toolkit.names.syllable import bare, parse
from toolkit.ui import gettext as _
from toolkit.ui import mark, ngettext
from toolkit.ui.phrase import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.glossary.suggest.candidate import Candidate

#: What is found -> the subject of a row.
#: What a candidate may be, as people read it.
_KINDS = (mark("person"), mark("institution"), mark("place"), mark("event"), mark("term"))
_SUBJECTS = {"institution": "organization", "": "term"}


def cells(candidate: Candidate) -> dict[str, str]:
    """
    A row of a glossary for a candidate: what was seen, nothing that was guessed.

    Its confidence is ``own``: nobody has looked it up.
    """
    row = dict.fromkeys(COLUMNS, "")
    row["id"] = _id(candidate)
    row["subject"] = _SUBJECTS.get(candidate.kind, candidate.kind)
    row["country"] = _country(candidate)
    row |= candidate.names
    for lang, forms in candidate.proposals.items():
        # A person's name in Latin letters is the same in both languages; a transcription is worth a second look.
        if candidate.kind == PERSON and language(lang).spaced and forms == [_spaced_name(candidate)]:
            row[lang] = forms[0]
    if candidate.abbreviation:
        row[f"{candidate.lang}_admitted"] = candidate.abbreviation
    row["note"] = "; ".join(_remarks(candidate))
    row["source"] = " | ".join(candidate.origins)
    row["confidence"] = Confidence.OWN.value
    return row


def csv_row(candidate: Candidate) -> str:
    """The same as a line of CSV, to be pasted."""
    out = io.StringIO()
    row = cells(candidate)
    csv.writer(out, lineterminator="").writerow([row[column] for column in COLUMNS])
    return out.getvalue()


def _remarks(candidate: Candidate) -> list[str]:
    remarks = [
        f"{lang}: {forms[0]} by rule, not verified"
        for lang, forms in candidate.proposals.items()
        if forms != [_spaced_name(candidate)]
    ]
    if candidate.doubtful:
        langs = ", ".join(sorted(candidate.doubtful))
        remarks.append(f"{langs}: paired by the order in the sentence, check")
    if candidate.perhaps:
        remarks.append(f"perhaps another name of {candidate.perhaps}")
    return remarks


def _spaced_name(candidate: Candidate) -> str:
    return next((name for lang, name in candidate.names.items() if language(lang).spaced), "")


def _country(candidate: Candidate) -> str:
    """The country that a person's name speaks of; a place's name tells nothing."""
    words = _spaced_name(candidate).split()
    if candidate.kind != PERSON:
        return ""
    if words and all(parse(word) for word in words):
        return "VN"
    return "JP" if is_japanese(words) else ""


def _id(candidate: Candidate) -> str:
    """An id as the curated files have them: ``person.vn.nguyen-minh-vu``."""
    name = _spaced_name(candidate) or next(
        (forms[0] for lang, forms in candidate.proposals.items() if language(lang).spaced), ""
    )
    words = [word for word in (bare(part) for part in name.replace("-", " ").split()) if word.isascii() and word]
    country = _country(candidate).lower()
    parts = (_SUBJECTS.get(candidate.kind, candidate.kind), country, "-".join(words) or "new")
    return ".".join(filter(None, parts))


def record(candidate: Candidate) -> dict[str, Any]:
    """A candidate as a program reads it."""
    return {
        "kind": candidate.kind,
        "names": candidate.names,
        "proposals": candidate.proposals,
        "abbreviation": candidate.abbreviation,
        "count": candidate.count,
        "origins": candidate.origins,
        "sentence": candidate.sentence,
        "lang": candidate.lang,
        "score": round(candidate.score, 2),
        "doubtful": sorted(candidate.doubtful),
        "perhaps": candidate.perhaps,
        "row": csv_row(candidate),
    }


def text(found: Iterable[Candidate]) -> str:
    """
    Candidates for a person's eyes: the name and how often, what it is in each language, the sentence, the row.

    A name that a rule made is marked; only what was seen goes into the row.
    """
    return "\n".join(_block(number, candidate) for number, candidate in enumerate(found, 1))


def _block(number: int, candidate: Candidate) -> str:
    times = ngettext("once", "{count} times", candidate.count).format(count=candidate.count)
    kind = _(candidate.kind) if candidate.kind in _KINDS else candidate.kind
    short = f" ({candidate.abbreviation})" if candidate.abbreviation else ""
    lines = [f"{number}. {candidate.text}{short}  {listed((kind, times))}"]
    for lang in LANGS:
        if lang in candidate.names:
            doubt = "  " + _("(paired by order: check)") if lang in candidate.doubtful else ""
            lines.append(f"   {lang}  {candidate.names[lang]}{doubt}")
        elif lang in candidate.proposals and lang in LANGUAGES:
            names = _(" or ").join(candidate.proposals[lang][:2])
            lines.append(f"   {lang}  {names}  " + _("(by rule, not verified)"))
    if candidate.perhaps:
        lines.append("   " + _("perhaps another name of {id}").format(id=candidate.perhaps))
    where = f"  [{', '.join(candidate.origins)}]" if candidate.origins else ""
    lines += [f"   {quoted(' '.join(candidate.sentence.split()))}{where}", f"   {csv_row(candidate)}", ""]
    return "\n".join(lines)
