"""Names in a language without spaces: runs of katakana, and of kanji that end in a kind of institution or place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.glossary.suggest.spot import PERSON, Spot
from toolkit.lang.naming import KINDS, naming_facts
from toolkit.lang.people import people_facts
from toolkit.names import spellings
from toolkit.names.person import is_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.suggest.spot import Known
    from toolkit.lang.naming import NamingFacts

_KATAKANA = re.compile("[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
_RUN = re.compile("[一-鿿々〆ァ-ヺーA-Za-z0-9０-９]+(?:[・＝][ァ-ヺーA-Z]+)*[一-鿿々]*[ァ-ヺー]*")
_COMPANY = re.compile("[ァ-ヺー]{3,}社")
_KANJI = re.compile("[一-鿿々ヶヵ]+")
_ABBREVIATION = re.compile(r"[(（]([A-Z][A-Za-z&\-]{1,9})[)）]")
#: Kanji of a full name: 林 芳正 has three, 小渕優子 four, 青柳陽一郎 five.
_NAME = (3, 4, 5)
#: What a kind needs before it to be a name: 代々木公園, not 大公園.
_STEM = 2
#: A document's name is longer: 長期戦略 is a common noun.
_LONG = 6
#: A longer quotation is what somebody said.
_LONGEST = 40


def spots(text: str, lang: str, known: Known) -> Iterator[Spot]:
    """
    Every name in a sentence that the glossary does not have.

    Args:
        text: The sentence, NFC.
        lang: Code of its language.
        known: What the glossary finds in it.
    """
    taken: list[tuple[int, int]] = []
    for spot in people(text, lang, known):
        taken.append((spot.start, spot.end))
        yield spot
    for spot in _kinds(text, lang, known, naming_facts(lang)):
        if not any(start < spot.end and spot.start < end for start, end in taken):
            yield spot


def people(text: str, lang: str, known: Known) -> Iterator[Spot]:
    """The people among :func:`spots`, who cost a fraction of all names."""
    facts = naming_facts(lang)
    yield from _foreigners(text, lang, known, facts)
    yield from _bearers(text, lang, known, facts)


def _foreigners(text: str, lang: str, known: Known, facts: NamingFacts) -> Iterator[Spot]:
    """Names in katakana with a dot: what Vietnamese could stand behind, and what a title follows."""
    for match in _KATAKANA.finditer(text):
        start, end, name = match.start(), match.end(), match.group()
        if known.touches(start, end) and not _is_larger(known, start, end):
            continue
        titled = text.startswith(tuple(facts.said), end) or known.title_after(text, end)
        # A katakana office may be tied to the name by the same dot: ヴォー・ヴァン・ミン・ホーチミン市…
        for inner in known.matches:
            if start < inner.start < end and text[inner.start - 1] in "・＝":
                end, titled = inner.start - 1, True
                name = text[start:end]
                break
        if "・" not in name and "＝" not in name:
            continue
        parts = name.count("・") + 1
        if titled or (parts >= 2 and bool(spellings(name)) and parts <= 4 and is_family(name.split("・")[0])):
            yield Spot(name, lang, PERSON, start, end)


def _is_larger(known: Known, start: int, end: int) -> bool:
    return known.at(start, end) is None and all(
        not (m.start <= start < m.end) for m in known.matches if any(c.subject == PERSON for c in m.concepts)
    )


def _bearers(text: str, lang: str, known: Known, facts: NamingFacts) -> Iterator[Spot]:
    """Names in kanji before an honorific or an office: 小渕優子氏, 村岡嗣政知事."""
    given = people_facts(lang).given
    for match in _KANJI.finditer(text):
        run, base = match.group(), match.start()
        for at in range(1, len(run) + 1):
            start, end = base, base + at
            titled = text.startswith(tuple(facts.said), end) or known.title_after(text, end)
            if not titled or at not in _NAME or known.touches(start, end):
                continue
            name = run[:at]
            if name.endswith(tuple(facts.institution | facts.place)) or name[0] in facts.stops:
                continue
            if any(len(word) > 1 and word in run[at:] for word in facts.institution):
                continue  # 日越友好議員連盟会長: what looks like an office is a part of a body's name
            if any(char in given for char in name[1:]) and not any(name.endswith(word) for word in facts.said):
                yield Spot(name, lang, PERSON, start, end)
                break


def _kinds(text: str, lang: str, known: Known, facts: NamingFacts) -> Iterator[Spot]:
    """Runs that end in a kind: 代々木公園, 日越友好議員連盟."""
    for match in _COMPANY.finditer(text):
        if not known.touches(match.start(), match.end()):
            yield Spot(match.group(), lang, "institution", match.start(), match.end())
    for match in _RUN.finditer(text):
        run, base = match.group(), match.start()
        best: tuple[int, str] | None = None
        for kind in KINDS:
            for ending in getattr(facts, kind):
                at = run.rfind(ending)
                if at >= _STEM and (best is None or at + len(ending) > best[0]):
                    best = (at + len(ending), kind)
        if best is None:
            continue
        first = 0
        # What a known name ends before is not part of this one.
        for known_match in known.matches:
            if best[1] == "place" and base <= known_match.start and known_match.end < base + best[0]:
                inside = run[known_match.end - base : best[0]]
                if _is_place(known_match) and _is_kind(inside, facts):
                    first = known_match.end - base
        while run[first : first + 1] in facts.stops:
            first += 1
        name = run[first : best[0]]
        start, end = base + first, base + best[0]
        rest = text[end : end + 1]
        broken = bool(rest) and ("一" <= rest <= "鿿") and not _follows(text, end, known, facts)
        if broken or len(name) < _STEM + 1 or known.at(start, end) or _is_common(name, facts):
            continue
        if best[1] == "term" and len(name) < _LONG:
            continue  # 統治法, AI戦略
        if any(start < m.start and m.end == end and _is_place(m) for m in known.matches):
            continue  # 北部クアンニン省: a known name with a word before it
        if all(known.touches(i, i + 1) for i in range(start, end)):
            continue
        # Only the kind is new: 山口県 is known, 議会 says what of it; a doubtful tail is no name.
        fresh = [i for i in range(start, end) if not known.touches(i, i + 1)]
        sure = len(fresh) >= _STEM
        if best[1] in ("event", "term"):
            start = _quoted(text, start, end)
            name = text[start:end]
        short = _ABBREVIATION.match(text, end)
        yield Spot(name, lang, best[1], start, end, sure, short.group(1) if short else "")


def _quoted(text: str, start: int, end: int) -> int:
    """Where the name begins: with the quotation whose end it is, 「インド太平洋に関するASEANアウトルック」."""
    opening = text.rfind("「", 0, start)
    if text[end : end + 1] != "」" or opening < 0 or "」" in text[opening:end] or end - opening > _LONGEST:
        return start
    return opening + 1


def _follows(text: str, end: int, known: Known, facts: NamingFacts) -> bool:
    """Whether what follows in kanji is another word: an office of this body, or one that is known."""
    return text.startswith(tuple(facts.said), end) or any(m.start == end for m in known.matches)


def _is_place(match: Match) -> bool:
    return any(concept.subject.startswith(("place", "person", "title")) for concept in match.concepts)


def _is_kind(text: str, facts: NamingFacts) -> bool:
    words = (word for kind in KINDS for word in getattr(facts, kind))
    return any(text.endswith(word) and len(text) - len(word) >= _STEM for word in words)


def _is_common(name: str, facts: NamingFacts) -> bool:
    """Whether a run is a common noun, or ends in one that makes no name: 防衛当局."""
    kinds = facts.institution | facts.place | facts.event | facts.term
    return name in facts.common or any(
        name.endswith(word) and (word not in kinds or len(name) - len(word) < _STEM) for word in facts.common
    )
