"""
Whether a Vietnamese name in katakana is what the conventions make of it.

A form that stands against them may be established (ホーチミン) or a mistake (ヒュー for Hiệu): only a person can tell,
so the linter asks. Who has looked it up says so with the hint ``established``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.glossary.concept import Status
from toolkit.glossary.lint.problem import Problem
from toolkit.lang.naming import naming_facts
from toolkit.names import transcribe
from toolkit.names.katakana import plain
from toolkit.names.syllable import parse
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.concept import Concept
    from toolkit.glossary.lint.sheet import Row, Sheet
    from toolkit.names.katakana import Kind

#: The hint that a form was looked up and stands although a rule says otherwise.
ESTABLISHED = "established"

_COUNTRY = "VN"
#: Subjects whose Japanese name is a transcription, and how it is divided.
_KINDS: dict[str, Kind] = {"person": "person", "place": "place"}


def check_katakana(sheet: Sheet, row: Row, concept: Concept) -> Iterator[Problem]:
    """Ask about every katakana name that the transcription of the Vietnamese one does not lead to."""
    kind = _KINDS.get(concept.subject.partition(".")[0])
    if kind is None or concept.country != _COUNTRY or ESTABLISHED in concept.hints:
        return
    source, target = concept.preferred("vi"), concept.preferred("ja")
    if source is None or target is None:
        return
    name = source.text if kind == "person" else _bare_name(source.text)
    written = _katakana(target.text)
    # Where a word is no capitalised syllable, something was translated: cầu Nhật Tân, Sân vận động quốc gia Mỹ Đình
    if not all(word[:1].isupper() and parse(word) for word in name.split()):
        return
    forms = transcribe(name, kind) if written else []
    if not forms or any(plain(form) == plain(written) for form in forms):
        return
    admitted = [
        _katakana(term.text) for term in concept.terms if term.lang == target.lang and term.status is Status.ADMITTED
    ]
    if any(plain(form) == plain(other) for form in forms for other in admitted if other):
        return
    message = _("{written!r} is not how {name!r} is transcribed: if it is established, add the hint {hint!r}").format(
        written=written, name=name, hint=ESTABLISHED
    )
    column = sheet.column(row.line, "ja")
    yield Problem("katakana-unusual", Severity.INFO, message, row.path, row.line, "ja", column, row.ident, forms[0])


def _bare_name(name: str) -> str:
    """The name without the word for its kind: Yên Bái of tỉnh Yên Bái."""
    words = name.split()
    kinds = naming_facts("vi").place
    for size in (3, 2, 1):
        if len(words) > size and " ".join(words[:size]).lower() in kinds:
            return " ".join(words[size:])
    return name


def _katakana(text: str) -> str:
    """The katakana that a name begins with; empty where it is not written in katakana."""
    end = next((at for at, char in enumerate(text) if not ("ァ" <= char <= "ヺ" or char in "ー・")), len(text))
    return text[:end].strip("・")
