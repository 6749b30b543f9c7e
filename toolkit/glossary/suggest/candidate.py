"""
What a glossary should learn from texts: one candidate for each name that they have and it has not.

A name that is met in several languages is one candidate if the sentences are translations of each other and the names
fit: they are the same, or the one is how the other is transcribed, or there is only one of its kind on both sides.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from toolkit.glossary.suggest import spaced, unspaced
from toolkit.glossary.suggest.proposals import proposals
from toolkit.glossary.suggest.spot import PERSON, Known, Passage, Spot
from toolkit.lang import language
from toolkit.names import transcribe
from toolkit.names.japanese import in_katakana
from toolkit.names.katakana import plain
from toolkit.names.syllable import bare
from toolkit.normalize import fold, nfc
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.finder import Match

#: Hits of a look-up that say that the glossary has this very name.
_SAME = frozenset(("exact", "folded", "plain", "abbreviation"))


@dataclass(slots=True)
class Candidate:
    """
    A name that the glossary lacks.

    Attributes:
        kind: ``person``, ``institution``, ``place``, ``event`` or ``term``.
        names: Code of a language -> how it is written there; a language in which nobody has written it is left out.
        count: How often it occurs.
        origins: The texts it occurs in, in order.
        sentence: The first sentence with it.
        lang: Code of the language of :attr:`sentence`.
        on: The day of the first text.
        abbreviation: Its abbreviation, as the text has it in brackets.
        proposals: Code of a language -> how it might be written there by rule, best first.
        doubtful: The languages whose name was paired by the order in the sentence alone.
        perhaps: Id of a known concept that the translation names where this name stands, or empty.
        sure: Whether the text itself says that it is a name.
    """

    kind: str
    names: dict[str, str]
    count: int = 0
    origins: list[str] = field(default_factory=list)
    sentence: str = ""
    lang: str = ""
    on: date | None = None
    abbreviation: str = ""
    proposals: dict[str, list[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    perhaps: str = ""
    sure: bool = False

    @property
    def text(self) -> str:
        """The name as the first sentence has it."""
        return self.names[self.lang]

    @property
    def score(self) -> float:
        """How much the glossary would gain: people and bodies first, then what returns and what is in many texts."""
        weight = 3.0 if self.kind == PERSON else 2.0 if self.sure else 0.0
        return weight + log2(1 + self.count) + 0.5 * (len(self.origins) - 1) + 0.5 * (len(self.names) - 1)


def candidates(passages: Iterable[Passage], glossary: Glossary) -> list[Candidate]:
    """
    Every name of the passages that the glossary lacks, the most useful first.

    Args:
        passages: Sentences, with their translations where they are known.
        glossary: What is known; its patterns count.
    """
    pool = _Pool(glossary)
    for passage in passages:
        pool.read(passage)
    return pool.ranked()


class _Pool:
    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._by_name: dict[tuple[str, str], Candidate] = {}
        self._known: dict[tuple[str, str], bool] = {}
        #: Language -> what the glossary found, and what kind of thing that is.
        self._met: dict[str, dict[str, str]] = {}

    def read(self, passage: Passage) -> None:
        """Take the names of one sentence in, paired with those of its translations."""
        versions = {passage.lang: nfc(passage.text), **{code: nfc(text) for code, text in passage.others.items()}}
        found: dict[str, list[Spot]] = {}
        matches: dict[str, list[Match]] = {}
        for code, text in versions.items():
            matches[code] = self.glossary.find(text, code, passage.on)
            for match in matches[code]:
                self._met.setdefault(code, {})[fold(text[match.start : match.end])] = _family(match.concept.subject)
            finder = spaced.spots if language(code).spaced else unspaced.spots
            spots = finder(text, code, Known(matches[code]))
            found[code] = [spot for spot in spots if not self._is_known(spot)]
        mine = [self._add(spot, passage) for spot in found[passage.lang]]
        for code, theirs in found.items():
            if code != passage.lang:
                self._pair(list(zip(found[passage.lang], mine, strict=True)), theirs)
                self._perhaps(list(zip(found[passage.lang], mine, strict=True)), code, matches, passage)

    def _is_known(self, spot: Spot) -> bool:
        key = (spot.lang, fold(spot.text))
        if key not in self._known:
            hits = self.glossary.lookup(spot.text, spot.lang)
            self._known[key] = any(hit.how in _SAME for hit in hits)
        return self._known[key]

    def _add(self, spot: Spot, passage: Passage) -> Candidate:
        key = (spot.lang, fold(spot.text))
        candidate = self._by_name.get(key)
        if candidate is None:
            names = {spot.lang: spot.text}
            candidate = Candidate(spot.kind, names, sentence=passage.text, lang=spot.lang, on=passage.on)
            self._by_name[key] = candidate
        candidate.count += 1
        candidate.sure |= spot.sure
        candidate.abbreviation = candidate.abbreviation or spot.abbreviation
        if spot.sure and candidate.kind != PERSON:
            candidate.kind = spot.kind
        if passage.origin and passage.origin not in candidate.origins:
            candidate.origins.append(passage.origin)
        return candidate

    def _pair(self, mine: list[tuple[Spot, Candidate]], theirs: list[Spot]) -> None:
        """Join what is the same name in both sentences."""
        left = list(mine)
        rest: list[Spot] = []
        for spot in theirs:
            twin = next((pair for pair in left if _same_name(pair[0], spot)), None)
            if twin is None:
                rest.append(spot)
            else:
                left.remove(twin)
                self._join(twin[1], spot)
        for kind in {spot.kind for spot in rest}:
            ours = [pair for pair in left if pair[0].kind == kind and pair[0].sure and _could_be(pair[0], rest)]
            others = [spot for spot in rest if spot.kind == kind and spot.sure]
            if kind == PERSON:
                ours = [pair for pair in ours if _foreign_to_rule(pair[0])]
                others = [spot for spot in others if _foreign_to_rule(spot)]
            if len(ours) == len(others) and (len(ours) == 1 or kind == PERSON):
                for pair, spot in zip(ours, others, strict=True):
                    self._join(pair[1], spot, doubtful=len(ours) > 1)

    def _join(self, candidate: Candidate, spot: Spot, *, doubtful: bool = False) -> None:
        key = (spot.lang, fold(spot.text))
        other = self._by_name.get(key)
        if other is candidate or candidate.names.get(spot.lang, spot.text) != spot.text:
            return
        if other is not None:
            if any(code in candidate.names and candidate.names[code] != name for code, name in other.names.items()):
                return
            candidate.names = {**other.names, **candidate.names}
            candidate.count += other.count
            candidate.origins += [origin for origin in other.origins if origin not in candidate.origins]
            candidate.sure |= other.sure
            candidate.doubtful |= other.doubtful
            candidate.abbreviation = candidate.abbreviation or other.abbreviation
            for name_key in [k for k, v in self._by_name.items() if v is other]:
                self._by_name[name_key] = candidate
        candidate.names.setdefault(spot.lang, spot.text)
        if doubtful:
            candidate.doubtful.add(spot.lang)
        self._by_name[key] = candidate

    def _perhaps(
        self, mine: list[tuple[Spot, Candidate]], code: str, matches: dict[str, list[Match]], passage: Passage
    ) -> None:
        """A known name that only the translation has may be this one: then only another name of it is missing."""
        here = {concept.id for match in matches[passage.lang] for concept in match.concepts}
        only = [match.concept for match in matches[code] if not here & {concept.id for concept in match.concepts}]
        for spot, candidate in mine:
            if code in candidate.names:
                continue
            fits = {concept.id for concept in only if spot.kind == _family(concept.subject)}
            if len(fits) == 1 and sum(pair[0].kind == spot.kind for pair in mine) == 1:
                candidate.perhaps = candidate.perhaps or fits.pop()

    def ranked(self) -> list[Candidate]:
        """Those that are worth a curator's time, the best first."""
        self._meet()
        unique = {id(candidate): candidate for candidate in self._by_name.values()}.values()
        kept = [c for c in unique if (c.sure or _returns(c)) and not self._is_part(c, unique)]
        for candidate in kept:
            candidate.proposals = dict(proposals(candidate.names, candidate.kind))
        return sorted(kept, key=lambda c: (-c.score, c.text))

    def _meet(self) -> None:
        """Join what several versions of an article call the same person, where no catalog paired their sentences."""
        people = [c for c in {id(c): c for c in self._by_name.values()}.values() if c.kind == PERSON]
        while people:
            one = people.pop(0)
            for other in list(people):
                if one.names.keys().isdisjoint(other.names) and _same_person(one, other):
                    code, name = next(iter(other.names.items()))
                    self._join(one, Spot(name, code, PERSON, 0, len(name)))
                    people.remove(other)

    def _is_part(self, candidate: Candidate, everybody: Iterable[Candidate]) -> bool:
        """Whether it is a shorter form of a name that is known here, or that is a candidate itself."""
        for code, name in candidate.names.items():
            short = fold(name)
            longer = {fold(other.names[code]) for other in everybody if other is not candidate and code in other.names}
            # A park in the name of a festival is a park for all that; a council in a council's name is that council.
            longer |= {
                text
                for text, kind in self._met.get(code, {}).items()
                if not candidate.sure or kind == _family(candidate.kind)
            }
            if any(short != text and _inside(short, text, spaced=language(code).spaced) for text in longer):
                return True
        return False


def _same_person(one: Candidate, other: Candidate) -> bool:
    return any(_same_name(_whole(one, mine), _whole(other, theirs)) for mine in one.names for theirs in other.names)


def _whole(candidate: Candidate, code: str) -> Spot:
    name = candidate.names[code]
    return Spot(name, code, candidate.kind, 0, len(name))


def _returns(candidate: Candidate) -> bool:
    """Whether a mere capital comes back often enough: twice for several words, three times for one."""
    return bool(candidate.kind) and candidate.count > (1 if " " in candidate.text else 2)


def _inside(short: str, text: str, *, spaced: bool) -> bool:
    return f" {short} " in f" {text} " if spaced else short in text


def _same_name(one: Spot, other: Spot) -> bool:
    """Whether two names are one by their letters: Obuchi Yuko in both, or the one is how the other is transcribed."""
    if one.kind != other.kind:
        return False
    if language(one.lang).spaced and language(other.lang).spaced:
        return bare(one.text) == bare(other.text)
    if not language(one.lang).spaced:
        one, other = other, one
    kind = "person" if one.kind == PERSON else "place"
    return plain(other.text) in {plain(form) for form in transcribe(one.text, kind)}  # type: ignore[arg-type]


def _foreign_to_rule(spot: Spot) -> bool:
    """A Japanese person, whom no rule leads from one script to the other."""
    if language(spot.lang).spaced:
        return bool(in_katakana(spot.text))
    return not any("ァ" <= char <= "ヺ" for char in spot.text)


def _could_be(spot: Spot, rest: list[Spot]) -> bool:
    return any(other.kind == spot.kind for other in rest)


def _family(subject: str) -> str:
    """What a subject is at large: institutions and organisations are one family."""
    head = subject.partition(".")[0]
    return "institution" if head in ("organization", "company") else head
