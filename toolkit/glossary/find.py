"""
Finding the names of concepts in a text.

All spellings of all terms of a language, and the words that swallow them, go into one automaton. It runs over the
levelled text; what it finds is put to the rules of :mod:`toolkit.match` only then, so that a text without names costs
no more than the automaton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.glossary import lexicon
from toolkit.glossary.carry import Carrier
from toolkit.glossary.reading import PLACE, Match, Reading
from toolkit.glossary.slots import Slots
from toolkit.lang import language
from toolkit.match import people as risks
from toolkit.match.automaton import Automaton, walk
from toolkit.match.boundary import is_katakana, is_roman, is_unit, is_word
from toolkit.match.case import agrees, capitals
from toolkit.match.people import People
from toolkit.normalize import clean, is_usual, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Term
    from toolkit.glossary.slots import Filled
    from toolkit.match.automaton import Hit

    #: How sure a hit is, its term and meanings, where anchors stand in it, and all about it.
    _Settled = tuple[int, Term | None, tuple[Concept, ...], tuple[tuple[int, int], ...], Reading]

__all__ = ["Finder", "Match"]

#: So many surfaces are remembered, and so many with their neighbours: a text that tries them all shall not fill memory.
_REMEMBERED = 50_000

#: What a hit between two neighbours is: a name, a name unless it is a person or another word, none.
_SURE, _ASK, _REFUSED = range(3)
_NOTHING = Reading([], 0)
_new = tuple.__new__


class Finder:
    """
    Finds the names of one language.

    Args:
        glossary: The concepts; the blockers of its folders are read here.
        lang: Code of the language.
    """

    def __init__(self, glossary: Glossary, lang: str) -> None:
        self.language = language(lang)
        self._lexicon = lexicon.load(glossary, lang)
        self._slots = Slots(glossary, self._lexicon, self.language)
        self._keys = self._lexicon.keys
        self._inner: dict[int, tuple[tuple[int, int], ...]] = {}
        self._automaton = Automaton(self._keys, self._lexicon.heads)
        self._surfaces: dict[str, Reading | None] = {}
        self._settled: dict[str, _Settled] = {}
        #: Keys of one word, inside which no other name can stand.
        self._atoms = [self.language.spaced and key.isalnum() for key in self._keys]
        given = frozenset(key for key, risk in self._lexicon.risky.items() if risk & risks.GIVEN)
        self.carrier = Carrier(self.language)
        #: See :meth:`toolkit.glossary.carry.Carrier.spots`.
        self.spots = self.carrier.spots
        self._people = People(lang, given, self._names_at)

    def find(
        self, text: str, on: date | None = None, *, within: Match | None = None, trusting: bool = False
    ) -> list[Match]:
        """
        Every name in a text.

        Args:
            text: In any normal form.
            on: The day it was written on: it decides between namesakes.
            within: The name that the whole text is: then only names of other things within it are found.
            trusting: Take a place for a place although it may be a person, or a word that opens a sentence.

        Returns:
            Matches in order, not overlapping, with offsets into *text* as given.
        """
        tidy = None
        if is_usual(text) and len(low := text.lower()) == len(text):
            pass
        else:
            tidy = clean(text)
            text = tidy.text
            low = level(text)
        todo = self._automaton.hits(low)
        if not todo:
            return []
        around: list[tuple[int, int]] = []
        if within is not None or trusting:
            walked = self._walk(todo, text, low, 0, around, within=within, trusting=trusting)
            matches = [_match(*hit, on) for hit in walked if hit[2].term is not None]
        else:
            matches = self._read_all(todo, text, low, on, around)
        if around and within is None:
            matches = self._fill(text, low, dict.fromkeys(around), matches, on)
        if tidy is not None and tidy.offsets is not None:
            return [Match(*tidy.span(start, end), term, concepts) for start, end, term, concepts in matches]
        return matches

    def _read_all(
        self, todo: Sequence[Hit], text: str, low: str, on: date | None, around: list[tuple[int, int]]
    ) -> list[Match]:
        """
        What the hits of a text mean; where fixed words of patterns stand goes to *around*.

        A hit between the same two characters means the same everywhere, but for what may be a person's name: so most
        hits are settled by one look into a table.
        """
        matches: list[Match] = []
        settled, padded = self._settled.get, f" {text} "
        last = 0
        for hit in todo:
            key, start, end = hit
            if start >= last:
                entry = settled(padded[start : end + 2])
                if entry is None:
                    entry = self._settle(key, text, low, start, end, last)
                doubt, term, concepts, anchors, reading = entry
                if anchors:
                    around += [(start + first, start + final) for first, final in anchors]
                if doubt is _SURE or (doubt is _ASK and not self._is_other(reading, text, low, start, end)):
                    last = end
                    if term is not None:
                        if on is not None:
                            term, concepts = reading.on(on)
                        matches.append(_new(Match, (start, end, term, concepts)))
                    continue
                if not self._hides(key, low, start, end):
                    continue
            # Refused: a shorter name inside, or one that begins a little later, may still hold
            for begin, final, reading in self._walk([hit], text, low, last, around):
                last = final
                if reading.term is not None:
                    matches.append(_match(begin, final, reading, on))
        return matches

    def _settle(self, key: int, text: str, low: str, start: int, end: int, last: int) -> _Settled:
        """What a hit means between its two neighbours, remembered where these alone decide."""
        before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
        lasting = True
        if self.language.spaced:
            lasting = before != "." and after != "."
            stands = is_word(text, start, end)
        else:
            lasting = not _touch(low[start - 1 : start], low[start]) and not _touch(low[end - 1], low[end : end + 1])
            stands = lasting or is_unit(self._automaton, low, start, end, last)
        if not stands:
            entry: _Settled = (_REFUSED, None, (), (), _NOTHING)
        else:
            reading = self._reading(key, text[start:end])
            anchors = self._anchors_in(key) if self._slots.anchors else ()
            if reading is None:
                entry = (_REFUSED, None, (), anchors, _NOTHING)
            else:
                cut = (
                    reading.place
                    and not self.language.spaced
                    and (not lasting or low[end - 1 : end + 1] in self._people.tails)
                )
                entry = (_ASK if reading.risk or cut else _SURE, reading.term, reading.concepts, anchors, reading)
        if lasting:
            if len(self._settled) >= _REMEMBERED:
                self._settled.clear()
            self._settled[f"{before}{text[start:end]}{after}"] = entry
        return entry

    def _reading(self, key: int, surface: str) -> Reading | None:
        """What a surface may mean, remembered; None if its capitals are wrong."""
        known = self._surfaces.get(surface, _NOTHING)
        if known is _NOTHING:
            known = self._read(key, surface)
            if len(self._surfaces) >= _REMEMBERED:
                self._surfaces.clear()
            self._surfaces[surface] = known
        return known

    def _is_other(self, reading: Reading, text: str, low: str, start: int, end: int) -> bool:
        """Whether a hit that may be a place is a person, an ordinary word, or part of a longer name."""
        if reading.risk and self._people.is_other(reading.risk, text, low, start, end):
            return True
        return reading.place and not self.language.spaced and self._is_cut(reading, low, start, end)

    def _hides(self, key: int, low: str, start: int, end: int) -> bool:
        """Whether a refused hit may hide another: a shorter one, or one that begins inside."""
        if self._atoms[key]:
            return False
        return self._automaton.longest(low, start, end - 1) is not None or bool(
            self._automaton.within(low, start + 1, end)
        )

    def _walk(
        self,
        todo: list[Hit],
        text: str,
        low: str,
        last: int,
        around: list[tuple[int, int]],
        *,
        within: Match | None = None,
        trusting: bool = False,
    ) -> list[tuple[int, int, Reading]]:
        """Hits, and those that refused ones hide, one by one; see :meth:`find`."""
        size, spaced = len(text), self.language.spaced

        def decide(key: int, start: int, end: int) -> Reading | None:
            nonlocal last
            if not (is_word(text, start, end) if spaced else is_unit(self._automaton, low, start, end, last)):
                return None
            if within is None:
                if self._slots.anchors:
                    around.extend((start + first, start + final) for first, final in self._anchors_in(key))
            elif end - start == size:
                return None
            reading = self._reading(key, text[start:end])
            if reading is None or (not trusting and self._is_other(reading, text, low, start, end)):
                return None
            if within is not None and reading.concepts and reading.concepts[0] in within.concepts:
                return None
            last = end
            return reading

        return walk(self._automaton, low, decide, todo, last)

    def _anchors_in(self, key: int) -> tuple[tuple[int, int], ...]:
        """Where in a key the fixed words of a pattern stand: 県議会, itself listed, hides the 議会 of 山口県議会."""
        known = self._inner.get(key)
        if known is None:
            text, anchors = self._keys[key], self._slots.anchors
            size = len(text)
            known = self._inner[key] = tuple(
                (first, final)
                for first in range(size)
                for final in range(first + 1, size + 1)
                if text[first:final] in anchors and (not self.language.spaced or is_word(text, first, final))
            )
        return known

    def _fill(
        self, text: str, low: str, around: Iterable[tuple[int, int]], matches: list[Match], on: date | None
    ) -> list[Match]:
        """Names with slots around anchors in place of what they cover: the longer, and longer than any listed name."""
        fill = self._slots.fill
        names = [name for start, end in around if (name := fill(text, low, start, end, on)) is not None]
        if not names:
            return matches
        names.sort(key=lambda name: name.start - name.end)
        kept: list[Filled] = []
        for name in names:
            begin, stop = name.start, name.end
            if any(m.start < stop and begin < m.end and m.end - m.start >= stop - begin for m in matches):
                continue
            if not any(begin < other.end and other.start < stop for other in kept):
                kept.append(name)
        if not kept:
            return matches
        free = [m for m in matches if not any(m.start < name.end and name.start < m.end for name in kept)]
        free += [Match(name.start, name.end, name.term, (name.concept,)) for name in kept]
        free.sort()
        return free

    def parts(self, text: str, match: Match) -> tuple[list[Match], bool]:
        """
        What a long name is made of, and whether that is all there is to it.

        「山口県知事」 is 山口県 and 知事 and nothing more; "Vice President" is more than a President.
        """
        name = text[match.start : match.end]
        inside = self.find(name, within=match)
        rest = list(name)
        for part in inside:
            rest[part.start : part.end] = " " * (part.end - part.start)
        words = "".join(char if char.isalnum() else " " for char in rest).lower().split()
        return inside, bool(inside) and all(word in self._people.links for word in words)

    def beside_name(self, text: str, start: int, end: int) -> bool:
        """Whether a person's name stands right beside a title: President Trump, 李外相, Tổng thống Hàn Quốc Moon."""
        after = [match for match in self.find(text[end:])[:1] if match.start <= 1]
        if after and after[0].concept.subject.startswith("person"):
            return True
        return self._people.beside_name(text, start, end, [match.end for match in after])

    def _read(self, key: int, surface: str) -> Reading | None:
        """What *surface*, a spelling of a key in some case and width, may mean; None if its capitals are wrong."""
        fit = [s for s in self._lexicon.spellings(key) if agrees(surface, s.form, capitals(s.form, s.case), s.case)]
        reading = None
        if fit:
            risk = 0
            for spelling in fit:
                if spelling.concept is not None and spelling.concept.subject.startswith(PLACE):
                    risk |= risks.PLACE
                    if "surname" in spelling.concept.hints and not self._people.is_generic(spelling.form):
                        risk |= risks.SURNAME
            doubts = self._lexicon.risky.get(self._keys[key], 0)
            risk |= doubts if risk else doubts & (risks.INITIAL | risks.SHOUT)
            if risk and self._people.is_native(self._keys[key]):
                risk |= risks.NATIVE
            if not self.language.spaced:
                risk &= ~risks.PLACE  # nothing but a surname or a given name is mistaken there
            reading = Reading(fit, risk)
        return reading

    def _names_at(self, low: str, at: int) -> bool:
        """Whether a known name starts at *at*."""
        hit = self._automaton.longest(low, at, len(low))
        return hit is not None and self._lexicon.names(hit[0]) and is_word(low, at, hit[2])

    def _is_cut(self, reading: Reading, low: str, start: int, end: int) -> bool:
        """Whether a place's name is only part of a longer one: ベルリン of ベルリンオリンピック, 日本国 of 日本国内."""
        if low[end - 1 : end + 1] in self._people.tails and low[start : end - 1] in self._automaton.numbers:
            return True
        if not is_katakana(low[end - 1]) or not is_katakana(low[end : end + 1] or " "):
            return False
        # A state and a place in it may stand together: ベトナムハノイ市
        hit = self._automaton.longest(low, end, len(low))
        following = self._lexicon.spellings(hit[0]) if hit is not None else []
        states = {concept.country for concept in reading.concepts if concept.country}
        return not any(s.concept is not None and s.concept.country in states for s in following)


def _match(start: int, end: int, reading: Reading, on: date | None) -> Match:
    assert reading.term is not None
    term, concepts = (reading.term, reading.concepts) if on is None else reading.on(on)
    return Match(start, end, term, concepts)


def _touch(one: str, other: str) -> bool:
    """Whether two neighbours are letters of one word where words are not spaced."""
    return bool(one and other) and ((is_katakana(one) and is_katakana(other)) or (is_roman(one) and is_roman(other)))
