"""
All spellings of a language, worked out once and kept: what a finder needs to begin.

Spelling fifty thousand names out takes longer than checking an article. So the outcome is a plain structure that goes
to disk beside the compiled glossary, and refers to concepts by their number in it: a process that checks one file
unpacks the few that it meets.
"""

from __future__ import annotations

import marshal
import zlib
from typing import TYPE_CHECKING, Any

from toolkit.glossary.find import anchor
from toolkit.glossary.find.reading import Spelling, case_of, case_of_form, forms
from toolkit.glossary.table.blocker import Kind, load_blockers
from toolkit.lang import language
from toolkit.match import people as risks
from toolkit.match.automaton import heads
from toolkit.match.case import Case
from toolkit.match.spelling import spellings
from toolkit.normalize import level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toolkit.glossary.book import Glossary

    #: Form, number of its case, number of its concept and of its term there; the numbers are -1 for a blocker.
    Packed = tuple[str, int, int, int]

_CASES = tuple(Case)
_RISKS = {Kind.INITIAL: risks.INITIAL, Kind.GIVEN: risks.GIVEN, Kind.SURNAME: risks.SURNAME, Kind.SHOUT: risks.SHOUT}


class Lexicon:
    """
    The spellings of one language.

    Args:
        glossary: Whose concepts the numbers tell.
        data: What :func:`gather` made.
    """

    def __init__(self, glossary: Glossary, data: Mapping[str, Any]) -> None:
        self._glossary = glossary
        #: Levelled spellings; hits tell their numbers.
        self.keys: list[str] = data["keys"].split("\n") if data["keys"] else []
        #: See :class:`toolkit.match.automaton.Automaton`.
        self.heads: Mapping[str, Sequence[int]] = data["heads"]
        self._rows: Sequence[bytes] = data["rows"]
        #: Levelled spelling to what it may be mistaken for.
        self.risky: Mapping[str, int] = data["risky"]
        #: See :class:`toolkit.glossary.find.slots.Slots`.
        self.anchors: Mapping[str, Any] = data["anchors"]
        self.supplies: list[Any] = data["supplies"]

    def spellings(self, key: int) -> list[Spelling]:
        """What is spelt so: nothing for fixed words of patterns that are no name by themselves."""
        found = []
        rows: list[Packed] = marshal.loads(self._rows[key]) if self._rows[key] else []
        for form, case, number, place in rows:
            if number < 0:
                found.append(Spelling(form, _CASES[case]))
            else:
                concept = self._glossary.numbered(number)
                found.append(Spelling(form, _CASES[case], concept.terms[place], concept))
        return found

    def names(self, key: int) -> bool:
        """Whether anything is spelt so."""
        return bool(self._rows[key])


def load(glossary: Glossary, lang: str) -> Lexicon:
    """The spellings of a language: from disk where they were kept, else worked out, and kept if that is possible."""
    from toolkit.glossary.lookup import cache  # noqa: PLC0415 - a glossary made of concepts touches no disk

    stamp = glossary.stamp
    data = unpack(cache.read_part(stamp, lang)) if stamp else None
    if data is None:
        data = gather(glossary, lang, whole=bool(stamp))
        if stamp:
            cache.write_part(stamp, lang, pack(data))
    return Lexicon(glossary, data)


def pack(data: Mapping[str, Any]) -> bytes:
    """The spellings as bytes, with a checksum."""
    body = marshal.dumps(dict(data))
    return zlib.crc32(body).to_bytes(4, "little") + body


def unpack(data: bytes | None) -> dict[str, Any] | None:
    """What :func:`pack` packed, or None where a byte is wrong or missing."""
    if data is None or len(data) < 5 or zlib.crc32(memoryview(data)[4:]) != int.from_bytes(data[:4], "little"):
        return None
    found: dict[str, Any] = marshal.loads(memoryview(data)[4:])
    return found


def gather(glossary: Glossary, lang: str, *, whole: bool) -> dict[str, Any]:
    """
    Everything that a finder of a language looks up.

    Args:
        glossary: The concepts; the blockers and patterns of its folders are read here.
        lang: Code of the language.
        whole: Also the names that fill slots, which otherwise are gathered when a text first asks.
    """
    record = language(lang)
    keys: dict[str, list[Packed]] = {}
    risky: dict[str, int] = {}

    def add(form: str, case: Case, number: int = -1, place: int = -1) -> None:
        if key := level(form):
            keys.setdefault(key, []).append((form, _CASES.index(case), number, place))

    for blocker in load_blockers(glossary.folders):
        if blocker.lang != lang:
            continue
        if blocker.kind is Kind.SWALLOW:
            for form in spellings(blocker.text, record):
                add(form, Case.NAME)
        else:
            key = level(blocker.text)
            risky[key] = risky.get(key, 0) | _RISKS[blocker.kind]
    for number, concept in enumerate(glossary):
        if "lookup" in concept.hints:
            continue
        case = case_of(concept)
        for place, term in enumerate(concept.terms):
            if term.lang == lang and not term.target_only:
                for form in forms(term.text, case, record):
                    add(form, case_of_form(form, case, lang), number, place)
    anchors, supplies = anchor.compile_anchors(glossary.folders, record)
    for words in anchors:
        keys.setdefault(words, [])
    if whole:
        supplies = [(takes, form, *anchor.gather_names(glossary, record, takes, form)) for takes, form, *_ in supplies]
    return {
        "keys": "\n".join(keys),
        "heads": heads(keys),
        "rows": [marshal.dumps(rows) if rows else b"" for rows in keys.values()],
        "risky": risky,
        "anchors": anchors,
        "supplies": supplies,
    }
