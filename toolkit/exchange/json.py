"""JSON: the whole concept, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError
from toolkit.exchange.incoming import JOIN, Incoming
from toolkit.exchange.table import text_of
from toolkit.glossary.concept import Status, Term
from toolkit.glossary.table.row import LANGS, format_term
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.exchange.choice import Choice
    from toolkit.exchange.incoming import Reading
    from toolkit.glossary.concept import Concept

_KIND = "vje-glossary"
_SUFFIX = {Status.PREFERRED: "", Status.ADMITTED: "_admitted", Status.DEPRECATED: "_deprecated"}


def write(choice: Choice) -> bytes:
    """The file of *choice*, one concept a line, so that a diff shows what changed."""
    rows = ",\n".join(json.dumps(_record(concept), ensure_ascii=False) for concept in choice.concepts)
    return f'{{"format": "{_KIND}", "version": 1, "concepts": [\n{rows}\n]}}\n'.encode()


def _record(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "subject": concept.subject,
        "country": concept.country,
        "terms": [
            {"text": t.text, "lang": t.lang, "status": t.status.value}
            | ({"styles": list(t.styles)} if t.styles else {})
            | ({"target_only": True} if t.target_only else {})
            for t in concept.terms
        ],
        "reading": concept.reading,
        "valid_from": concept.valid_from.isoformat() if concept.valid_from else None,
        "valid_until": concept.valid_until.isoformat() if concept.valid_until else None,
        "replaced_by": list(concept.replaced_by),
        "match": sorted(concept.hints),
        "definition": concept.definition,
        "note": concept.note,
        "sources": list(concept.sources),
        "confidence": concept.confidence.value,
    }


def read(path: Path, _reading: Reading) -> list[Incoming]:
    """
    The concepts of a file that :func:`write` made.

    Raises:
        InputError: It is no JSON, or another kind of it.
    """
    try:
        data = json.loads(text_of(path))
    except json.JSONDecodeError as error:
        raise InputError(
            _("is not JSON: {error}").format(error=error.msg), path=path, line=error.lineno, remedy=_("export it again")
        ) from None
    except RecursionError:
        raise InputError(
            _("is not JSON of ours: it is nested too deeply"), path=path, remedy=_("export it again")
        ) from None
    if not isinstance(data, dict) or data.get("format") != _KIND:
        raise InputError(
            _('is not JSON of ours: it does not say "format": "{kind}"').format(kind=_KIND),
            path=path,
            remedy=_("give another"),
        )
    try:
        return [Incoming(_cells(record), whole=True) for record in data["concepts"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(
            _("has a concept that cannot be read: {error}").format(error=error), path=path, remedy=_("export it again")
        ) from None


def _cells(record: dict[str, Any]) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for item in record["terms"]:
        status = Status(item["status"])
        term = Term(item["text"], item["lang"], status, tuple(item.get("styles", ())), bool(item.get("target_only")))
        if term.lang in LANGS:
            names.setdefault(term.lang + _SUFFIX[status], []).append(format_term(term))
    cells = {column: JOIN.join(texts) for column, texts in names.items()}
    cells |= {key: record.get(key) or "" for key in ("id", "subject", "country", "valid_from", "valid_until",
                                                     "definition", "note", "confidence")}  # fmt: skip
    cells |= {key: JOIN.join(record.get(key) or []) for key in ("replaced_by", "match")}
    return cells | {"ja_reading": record.get("reading") or "", "source": JOIN.join(record.get("sources") or [])}
