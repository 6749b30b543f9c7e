"""The update itself: pair old and new sentences, fill in what holds, keep what does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.update.align import anywhere, gap, unmoved
from toolkit.catalog.update.change import Change, Kind, Outcome
from toolkit.catalog.update.fill import EARLIER, OURS, Filler, Pair
from toolkit.catalog.update.ghost import Ghosts
from toolkit.catalog.update.words import Words
from toolkit.lang import LANGUAGES
from toolkit.normalize import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.catalog.catalog import Catalog
    from toolkit.catalog.message import Message

_Key = tuple[str | None, str]


class Merge:
    """One update; :meth:`run` does it."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self.old, self.new = old, new
        self.words = Words(new.source_lang or old.source_lang, old.lang, new.glossary, new.date)
        source = LANGUAGES.get(self.words.source)
        self.joiner = source.joiner if source else " "
        # Edits are judged in languages we know; in others only what is identical is taken over.
        self.known = source is not None and (old.lang in LANGUAGES or not old.lang)
        self.live = list(old.messages)
        self.at = {(m.msgctxt, nfc(m.msgid)): place for place, m in enumerate(self.live)}
        self.by_id: dict[str, list[int]] = {}
        for place, message in enumerate(self.live):
            if message.msgctxt is not None:
                self.by_id.setdefault(nfc(message.msgid), []).append(place)
        self.stored: dict[_Key, Message] = {}
        for message in old.obsolete:
            self.stored.setdefault((message.msgctxt, nfc(message.msgid)), message)
        self.spare = [m for m in old.obsolete if self.stored[m.msgctxt, nfc(m.msgid)] is not m]
        self.changed = [m.key for m in self.live] != [m.key for m in new.messages]
        self.changes: dict[int, Change] = {}
        self.result: list[Message] = []

    def run(self) -> tuple[Change, ...]:
        """Do it, and tell what happened."""
        fresh = self._identical()
        gone = [place for place in range(len(self.live)) if place not in self.taken]
        if gone and fresh and self.known:
            self._pair(gone, fresh)
        for number in fresh:
            if number not in self.changes:
                message = self.result[number]
                outcome = Outcome.FUZZY if message.filled else Outcome.EMPTY
                self.changes[number] = Change(Kind.NEW, message.msgid, outcome)
        dropped = self._store(gone)
        self.old.messages = self._expanded()
        self.old.obsolete = [*self.stored.values(), *self.spare]
        return (*(self.changes[number] for number in sorted(self.changes)), *dropped)

    def _identical(self) -> list[int]:
        """Take over what did not change; give back the places of what is new."""
        self.taken: dict[int, int] = {}
        self.twins: dict[int, list[Message]] = {}
        fresh = []
        for number, message in enumerate(self.new.messages):
            place = self.at.get((message.msgctxt, message.msgid))
            others = [p for p in self.by_id.get(message.msgid, ()) if p != place]
            if place is None and others:
                place = others.pop(0)
            if place is None:
                back = self.stored.pop((message.msgctxt, message.msgid), None)
                if back is None:
                    fresh.append(number)
                    self.result.append(message)
                else:
                    self.result.append(self._kept(back, message))
                    outcome = _outcome(self.result[-1])
                    self.changes[number] = Change(Kind.REVIVED, message.msgid, outcome)
                continue
            self.taken[place] = number
            for other in others:
                self.taken[other] = number
                self.twins.setdefault(number, []).append(self._kept(self.live[other], message))
            self.result.append(self._kept(self.live[place], message))
        steady = unmoved(list(self.taken)) if self.changed else set(self.taken)
        for place, number in self.taken.items():
            if number not in self.changes:
                kind = Kind.KEPT if place in steady else Kind.MOVED
                self.changes[number] = Change(kind, self.result[number].msgid, _outcome(self.result[number]))
        self.steady = steady
        return fresh

    def _kept(self, mine: Message, fresh: Message) -> Message:
        """An old message in its new place: all that people wrote stays, all that we wrote is written anew."""
        mine.msgid, mine.obsolete, mine.references = fresh.msgid, False, fresh.references
        own = tuple(line for line in mine.notes if line.startswith(OURS))
        if own and mine.translated and self.changed:
            own = ()
        stored = self.stored.pop(mine.key, None)
        if stored is not None and stored.filled and stored.msgstr != mine.msgstr:
            if not mine.filled:
                mine.msgstr, mine.fuzzy, mine.plurals = stored.msgstr, stored.fuzzy, stored.plurals
                mine.previous = stored.previous
            else:
                mine.comments += (EARLIER + " ".join(stored.msgstr.split()),)
        ready = fresh.filled and not mine.filled
        if ready or (fresh.filled and mine.fuzzy and _prefilled(mine)):
            mine.msgstr, mine.fuzzy = fresh.msgstr, fresh.fuzzy
        mine.notes = fresh.notes + own if own else fresh.notes
        if not mine.fuzzy:
            mine.previous = mine.previous_plural = None
        mine.previous_context = None
        return mine

    def _pair(self, gone: list[int], fresh: list[int]) -> None:
        """Find out what the sentences that vanished became."""
        self.ghosts = Ghosts([*self.stored.values(), *self.spare], self.words)
        pairs: dict[int, Pair] = {}
        bases: set[int] = set()
        for place in gone:
            pair = self.ghosts.base(self.live[place])
            if pair.ghost:
                if id(pair.message) in bases:
                    continue  # the halves of a split stand for one sentence
                bases.add(id(pair.message))
            pairs[place] = pair
        fill = Filler(self.words, self.result, self.changes)
        open_old, open_new = set(pairs), set(fresh)
        for olds, news in self._gaps(sorted(pairs), fresh):
            for bead in gap([pairs[o].source for o in olds], [self.result[n].msgid for n in news], self.joiner):
                picked, targets = [olds[o] for o in bead.olds], [news[n] for n in bead.news]
                fill.bead([pairs[o] for o in picked], targets)
                open_old.difference_update(picked)
                open_new.difference_update(targets)
        left_old = [pairs[place] for place in sorted(open_old)]
        self._leftover(fill, left_old, sorted(open_new))

    def _leftover(self, fill: Filler, olds: list[Pair], news: list[int]) -> None:
        """Sentences that moved and changed, and those that return changed."""
        rounds = ((olds, 0.5), ([Pair(m, ghost=True) for m in self.stored.values() if m.filled], 0.75))
        for pool, least in rounds:
            if not pool or not news:
                continue
            texts = [self.result[n].msgid for n in news]
            used: set[int] = set()
            for bead in anywhere([pair.source for pair in pool], texts, self.joiner, least):
                if any(news[b] - news[a] != 1 for a, b in zip(bead.news, bead.news[1:], strict=False)):
                    continue
                fill.bead([pool[o] for o in bead.olds], [news[n] for n in bead.news])
                used.update(news[n] for n in bead.news)
            news = [n for n in news if n not in used]

    def _gaps(self, olds: list[int], news: list[int]) -> Iterable[tuple[list[int], list[int]]]:
        """What vanished and what came between two sentences that stayed where they were."""
        anchors = sorted((number, place) for place, number in self.taken.items() if place in self.steady)
        edges = [(-1, -1), *anchors, (len(self.result), len(self.live))]
        i = j = 0
        for number, place in edges[1:]:
            ours, theirs = [], []
            while i < len(olds) and olds[i] < place:
                ours.append(olds[i])
                i += 1
            while j < len(news) and news[j] < number:
                theirs.append(news[j])
                j += 1
            if ours and theirs:
                yield ours, theirs

    def _store(self, gone: list[int]) -> list[Change]:
        """Keep what the article no longer holds, unless nobody wrote it."""
        changes = []
        texts: dict[str, list[Message]] = {}
        ghosts = None
        if gone and self.known:
            for message in self.result:
                if message.translated:
                    texts.setdefault(message.msgstr, []).append(message)
            ghosts = Ghosts([*self.stored.values(), *self.spare, *(m for m in self.result if m.filled)], self.words)
        for place in gone:
            message = self.live[place]
            if not message.filled and not message.comments:
                continue
            if _prefilled(message):
                continue
            if ghosts is not None and (ghosts.derived(message) or ghosts.respelt(message, texts)):
                continue
            message.obsolete, message.references, message.notes = True, (), ()
            message.previous_context = None
            if not message.fuzzy:
                message.previous = message.previous_plural = None
            self.stored[message.msgctxt, nfc(message.msgid)] = message
            changes.append(Change(Kind.OBSOLETE, message.msgid, Outcome.STORED))
        return changes

    def _expanded(self) -> list[Message]:
        """The live messages; two that differ only in their context stand side by side."""
        if not self.twins:
            return self.result
        return [m for number, message in enumerate(self.result) for m in (message, *self.twins.get(number, ()))]


def _prefilled(message: Message) -> bool:
    """Whether the translation is the glossary's own, so that a new glossary may change it."""
    if not message.fuzzy or message.comments:
        return False
    line = f"Term: {message.msgid} = {message.msgstr}".casefold()
    return any(note.casefold() == line or note.casefold().startswith(line + " (") for note in message.notes)


def _outcome(message: Message) -> Outcome:
    if not message.filled:
        return Outcome.EMPTY
    return Outcome.FUZZY if message.fuzzy else Outcome.TRANSLATED
