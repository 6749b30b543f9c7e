"""How a name might be written where nobody has written it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spot import PERSON
from toolkit.lang import LANGUAGES, language
from toolkit.names import in_katakana, spellings, transcribe
from toolkit.names.person import is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: More spellings than this are a riddle.
_MOST = 4


def proposals(names: Mapping[str, str], kind: str) -> Iterator[tuple[str, list[str]]]:
    """
    Forms by rule for the languages that have none; only people's names follow rules.

    Args:
        names: Code of a language -> how the name is written there.
        kind: What it is the name of.

    Yields:
        Code of a language, and the forms, best first. A Japanese name gets no kanji: nobody can guess them.
    """
    if kind != PERSON:
        return
    latin = [name for code, name in names.items() if language(code).spaced]
    # The spelling with its diacritics tells more.
    best = min(latin, key=str.isascii, default="")
    for code, record in LANGUAGES.items():
        if code in names:
            continue
        if record.spaced:
            forms = [best] if best else spellings(next(iter(names.values())))[:_MOST]
        else:
            forms = transcribe(best) if is_vietnamese(best.split()) and not in_katakana(best) else []
        if forms:
            yield code, forms
