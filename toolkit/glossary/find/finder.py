"""
Finding the names of concepts in a text.

All spellings of all terms of a language, and the words that swallow them, go into one automaton. It runs over the
levelled text; what it finds is put to the rules of :mod:`toolkit.match` only then, so that a text without names costs
no more than the automaton.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from toolkit.glossary.find import lexicon
from toolkit.glossary.find.carry import Carrier
from toolkit.glossary.find.meaning import ASK, BARE, NOTHING, SURE, TOUCHING, WIDER, Meanings
from toolkit.glossary.find.reading import Match
from toolkit.glossary.find.slots import Slots
from toolkit.lang import language
from toolkit.match.automaton import Automaton, walk
from toolkit.match.boundary import is_unit, is_word
from toolkit.normalize import ready

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.reading import Reading
    from toolkit.glossary.find.slots import Filled, Spot
    from toolkit.match.automaton import Hit

__all__ = ["Finder", "Match"]

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
        self._automaton = Automaton(self._lexicon.keys, self._lexicon.heads)
        self._meanings = Meanings(self._lexicon, self._automaton, self._slots, self.language)
        self._people = self._meanings.people
        self.carrier = Carrier(self.language)
        #: See :meth:`toolkit.glossary.find.carry.Carrier.spots`.
        self.spots = self.carrier.spots

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
        text, low, tidy = ready(text)
        todo = self._automaton.hits(low)
        if not todo:
            return []
        around: list[Spot] = []
        if within is not None or trusting:
            walked = self._walk(todo, text, low, 0, around, within=within, trusting=trusting)
            matches = [_match(*hit, on) for hit in walked if hit[2].term is not None]
        else:
            matches = self._read_all(todo, text, low, on, around)
        if around and within is None:
            matches = self._fill(text, low, dict.fromkeys(around), matches, on)
        if tidy is not None:
            return [Match(*tidy.span(start, end), term, concepts) for start, end, term, concepts in matches]
        return matches

    def _read_all(self, todo: Sequence[Hit], text: str, low: str, on: date | None, around: list[Spot]) -> list[Match]:
        """
        What the hits of a text mean; where fixed words of patterns stand goes to *around*.

        A hit between the same two characters means the same everywhere, but for what may be a person's name: so most
        hits are settled by one look into a table.
        """
        matches: list[Match] = []
        settled, padded = self._meanings.settled.get, f" {text} "
        last = 0
        for hit in todo:
            key, start, end = hit
            if start >= last:
                entry = settled(padded[start : end + 2])
                if entry is NOTHING or (entry is TOUCHING and start != last):
                    continue
                if entry is WIDER:
                    entry = settled(padded[start : end + 3])
                if entry is None or entry is TOUCHING:
                    entry = self._meanings.settle(key, text, low, start, end, last)
                doubt, term, concepts, anchors, reading = entry
                for first, final, anchor in anchors:
                    first, final = start + first, start + final  # noqa: PLW2901 - in the key, in the text
                    if may := anchor.may(low, first, final):
                        around.append((first, final, anchor, may))
                if doubt is SURE or (doubt is ASK and not self._meanings.is_other(reading, text, low, start, end)):
                    last = end
                    if term is not None:
                        if on is not None:
                            term, concepts = reading.on(on)
                        matches.append(_new(Match, (start, end, term, concepts)))
                    continue
                if doubt is BARE or not self._meanings.hides(key, text, low, start, end, anchors):
                    continue
            # Refused: a shorter name inside, or one that begins a little later, may still hold
            for begin, final, reading in self._walk([hit], text, low, last, around):
                last = final
                if reading.term is not None:
                    matches.append(_match(begin, final, reading, on))
        return matches

    def _walk(
        self,
        todo: list[Hit],
        text: str,
        low: str,
        last: int,
        around: list[Spot],
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
                for first, final, anchor in self._meanings.anchors_in(key):
                    if may := anchor.may(low, start + first, start + final):
                        around.append((start + first, start + final, anchor, may))
            elif end - start == size:
                return None
            reading = self._meanings.reading(key, text[start:end])
            if reading is None or (not trusting and self._meanings.is_other(reading, text, low, start, end)):
                return None
            if within is not None and reading.concepts and reading.concepts[0] in within.concepts:
                return None
            last = end
            return reading

        return walk(self._automaton, low, decide, todo, last, self._meanings.joined)

    def _fill(self, text: str, low: str, around: Iterable[Spot], matches: list[Match], on: date | None) -> list[Match]:
        """Names with slots around anchors in place of what they cover: the longer, and longer than any listed name."""
        fill = self._slots.fill
        names = [name for spot in around if (name := fill(text, low, spot, on)) is not None]
        if not names:
            return matches
        names.sort(key=lambda name: name.start - name.end)
        starts = [match.start for match in matches]
        kept: list[tuple[int, int, int, int, Filled]] = []
        for name in names:
            begin, stop = name.start, name.end
            # What it covers: matches are in order and don't overlap
            first = bisect_right(starts, begin)
            if first and matches[first - 1].end > begin:
                first -= 1
            last = bisect_left(starts, stop, first)
            if any(match.end - match.start >= stop - begin for match in matches[first:last]):
                continue
            if not any(begin < other[1] and other[0] < stop for other in kept):
                kept.append((begin, stop, first, last, name))
        kept.sort(key=itemgetter(0))
        found: list[Match] = []
        at = 0
        for begin, stop, first, last, name in kept:
            found += matches[at:first]
            found.append(Match(begin, stop, name.term, (name.concept,)))
            at = last
        return found + matches[at:]

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


def _match(start: int, end: int, reading: Reading, on: date | None) -> Match:
    assert reading.term is not None
    term, concepts = (reading.term, reading.concepts) if on is None else reading.on(on)
    return Match(start, end, term, concepts)
