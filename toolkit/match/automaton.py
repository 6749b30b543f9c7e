"""All strings of a language at once: the automaton, and the walk over its hits."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

#: Number of a key, start, end.
Hit = tuple[int, int, int]

T = TypeVar("T")

#: Letters by which beginnings of keys are told apart.
HEAD = 3
#: ... where many keys have to be told apart. Once an automaton is worth its while, so are tables by longer beginnings.
_DEEP = 8
#: No text has this character.
_LAST = "\U0010ffff"
#: So many characters are searched by looking keys up: compiling an automaton takes as long as reading a few articles.
_PATIENCE = 60_000
#: So many runs of letters are remembered.
_REMEMBERED = 10_000


class Automaton:
    """
    An Aho-Corasick automaton that prefers the leftmost, then the longest string.

    It is compiled when it has something to gain: the first few articles are searched by looking their beginnings up.

    Args:
        keys: Strings as :func:`toolkit.normalize.level` leaves them; none is empty, none comes twice.
        beginnings: What :func:`heads` says of them, where it is known.
        patience: How many characters to search before it is compiled.
    """

    __slots__ = ("_covered", "_keys", "_left", "_lengths", "_ordered", "heads", "hits", "numbers")

    def __init__(
        self, keys: Sequence[str], beginnings: Mapping[str, Sequence[int]] | None = None, patience: int = _PATIENCE
    ) -> None:
        self._keys: Sequence[str] = keys
        self._left = patience
        self._covered: dict[str, bool] = {}
        self._lengths: dict[str, Sequence[int]] = {}
        self._ordered: list[str] | None = None
        #: Key to number.
        self.numbers: Mapping[str, int] = dict(zip(keys, range(len(keys)), strict=True))
        #: The first letters of a key, or all of a shorter one, to the lengths of the keys, the longest first.
        self.heads = heads(keys) if beginnings is None else beginnings
        #: Text to hits: (number of the key, start, end), in order, not overlapping.
        self.hits: Callable[[str], list[Hit]] = self._look_up

    def _look_up(self, low: str) -> list[Hit]:
        self._left -= len(low)
        if self._left < 0:
            self.hits = self._compile()
            return self.hits(low)
        return self.within(low, 0, len(low))

    def within(self, low: str, start: int, stop: int, joined: Callable[[str, str], bool] | None = None) -> list[Hit]:
        """
        Hits that begin from *start* on and before *stop*, wherever they end: a look-up at each place.

        Args:
            low: The text, levelled.
            start: The first place.
            stop: One past the last.
            joined: Whether two letters belong to one word, so that no hit counts that begins between them.
        """
        heads, longest = self.heads, self.longest
        found: list[Hit] = []
        at = start
        while at < stop:
            if joined is not None and at > start and joined(low[at - 1], low[at]):
                at += 1
                continue
            # Most places are ruled out by their first letters; a key of one or two letters is a head of its own
            hit = None
            if low[at : at + HEAD] in heads or low[at : at + 2] in heads or low[at] in heads:
                hit = longest(low, at, len(low))
            if hit is None:
                at += 1
            else:
                found.append(hit)
                at = hit[2]
        return found

    def longest(self, low: str, at: int, stop: int) -> Hit | None:
        """The longest key that begins at *at* and ends at *stop* or before."""
        numbers = self.numbers
        if self._left < 0:
            letters = low[at : at + _DEEP]
            lengths = self._lengths.get(letters)
            if lengths is None:
                lengths = self._measure(letters)
            for length in lengths:
                if at + length <= stop:
                    number = numbers.get(low[at : at + length])
                    if number is not None:
                        return number, at, at + length
            return None
        for size in range(min(HEAD, stop - at), 0, -1):
            for length in self.heads.get(low[at : at + size], ()):
                if at + length <= stop and size in (HEAD, length):
                    number = numbers.get(low[at : at + length])
                    if number is not None:
                        return number, at, at + length
        return None

    def _measure(self, letters: str) -> Sequence[int]:
        """The lengths of the keys that begin with some letters, or that the letters begin with, the longest first."""
        ordered = self._ordered
        if ordered is None:
            ordered = self._ordered = sorted(self._keys)
        first = bisect_left(ordered, letters)
        last = bisect_left(ordered, letters + _LAST, first)
        found = {len(key) for key in ordered[first:last]}
        found.update(size for size in range(1, len(letters)) if letters[:size] in self.numbers)
        if len(self._lengths) >= _REMEMBERED:
            self._lengths.clear()
        lengths = self._lengths[letters] = tuple(sorted(found, reverse=True))
        return lengths

    def reaching(self, number: int, joined: Callable[[str, str], bool]) -> tuple[int, ...]:
        """
        Where in a key another may begin that ends beyond it; what follows in a text decides.

        Args:
            number: The key.
            joined: Whether two letters that touch belong to one word, so that no key counts that begins between them.

        >>> Automaton(["new york", "new", "york minster", "or"]).reaching(0, lambda one, _: one.isalnum())
        (4,)
        """
        key = self._keys[number]
        places = (at for at in range(1, len(key)) if not joined(key[at - 1], key[at]))
        return tuple(at for at in places if len(key) - at < self._most(key[at : at + HEAD]))

    def _most(self, head: str) -> int:
        """How long a key may be that begins with the first letters of another."""
        return self.heads.get(head, (0,))[0] if len(head) == HEAD else HEAD

    def held(self, number: int, joined: Callable[[str, str], bool]) -> list[Hit]:
        """The keys that begin a word in another key, shorter at its beginning, and end in it."""
        key = self._keys[number]
        found = []
        for at in range(len(key)):
            if at and joined(key[at - 1], key[at]):
                continue
            stop = len(key) if at else len(key) - 1
            while (hit := self.longest(key, at, stop)) is not None:
                found.append(hit)
                stop = hit[2] - 1
        return found

    def opens(self, letters: str) -> bool:
        """
        Whether a key begins with some letters, or all of a key is the first of them.

        >>> found = Automaton(["new york", "nex"])
        >>> found.opens("new yo"), found.opens("next"), found.opens("newt")
        (True, True, False)
        """
        if self._ordered is None:
            self._ordered = sorted(self._keys)
        at = bisect_left(self._ordered, letters)
        if at < len(self._ordered) and self._ordered[at].startswith(letters):
            return True
        return any(letters[:size] in self.numbers for size in range(1, len(letters)))

    @property
    def is_compiled(self) -> bool:
        """Whether so much has been searched that it pays to be thorough."""
        return self._left < 0

    def covers(self, run: str) -> bool:
        """Whether keys, one after the other, fill all of a run of letters; remembered."""
        known = self._covered.get(run)
        if known is None:
            at = 0
            for _, first, final in self.hits(run):
                if first != at:
                    break
                at = final
            if len(self._covered) >= _REMEMBERED:
                self._covered.clear()
            known = self._covered[run] = at == len(run)
        return known

    def _compile(self) -> Callable[[str], list[Hit]]:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - costs start-up time

        compiled = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
        return compiled.find_matches_as_indexes


def heads(keys: Iterable[str]) -> dict[str, Sequence[int]]:
    """The first letters of keys, all of shorter ones, to the lengths of the keys, the longest first."""
    found: dict[str, set[int]] = {}
    for key in keys:
        head = key[:HEAD]
        if head in found:
            found[head].add(len(key))
        else:
            found[head] = {len(key)}
    return {head: packed(lengths) for head, lengths in found.items()}


def packed(lengths: Iterable[int]) -> Sequence[int]:
    """Lengths, the longest first: as bytes where they fit, of which thousands are read from disk in no time."""
    ordered = sorted(lengths, reverse=True)
    return bytes(ordered) if ordered[0] < 256 else ordered


def walk(
    automaton: Automaton,
    low: str,
    decide: Callable[[int, int, int], T | None],
    todo: list[Hit] | None = None,
    last: int = 0,
    joined: Callable[[str, str], bool] | None = None,
) -> list[tuple[int, int, T]]:
    """
    Leftmost-longest hits that are accepted.

    The automaton knows nothing of words: where its longest hit is refused (New York inside New Yorkshire), a shorter
    one that starts there or a little later may still hold, and is looked for.

    Args:
        automaton: The keys.
        low: The text to search, levelled.
        decide: Key, start and end of a hit to what it means, or None to refuse it.
        todo: What the automaton has found in it already.
        last: Where the last accepted hit ends; what begins before is none.
        joined: See :meth:`Automaton.within`.

    Returns:
        Start, end and meaning, in order, not overlapping.

    >>> automaton = Automaton(["new york", "new yorks", "york"])
    >>> text = "a new yorkshire and new york"
    >>> [hit[:2] for hit in walk(automaton, text, lambda k, s, e: k if text[e:e+1] in ("", " ") else None)]
    [(20, 28)]
    """
    todo = automaton.hits(low) if todo is None else todo
    todo.reverse()
    found: list[tuple[int, int, T]] = []
    while todo:
        key, start, end = todo.pop()
        if start >= last:
            meaning = decide(key, start, end)
            if meaning is not None:
                found.append((start, end, meaning))
                last = end
                continue
            cut = end
            # Shorter at the same start first, then whatever begins inside
            while (shorter := automaton.longest(low, start, cut - 1)) is not None:
                key, _, cut = shorter
                meaning = decide(key, start, cut)
                if meaning is not None:
                    found.append((start, cut, meaning))
                    last = cut
                    break
            todo.extend(reversed(automaton.within(low, max(start + 1, last), end, joined)))
        elif end > last:
            todo.extend(reversed(automaton.within(low, last, end, joined)))
    return found
