"""All strings of a language at once: the automaton, and the walk over its hits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Number of a key, start, end.
Hit = tuple[int, int, int]

T = TypeVar("T")


class Automaton:
    """
    An Aho-Corasick automaton that prefers the leftmost, then the longest string.

    Args:
        keys: Strings as :func:`toolkit.normalize.level` leaves them; none is empty, none comes twice.
    """

    __slots__ = ("hits", "reach")

    def __init__(self, keys: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - costs start-up time

        compiled = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
        #: Text to hits: (number of the key, start, end), in order, not overlapping.
        self.hits: Callable[[str], list[Hit]] = compiled.find_matches_as_indexes
        #: Length of the longest key.
        self.reach = max(map(len, keys), default=0)


def walk(
    automaton: Automaton,
    low: str,
    decide: Callable[[int, int, int], T | None],
    todo: list[Hit] | None = None,
    last: int = 0,
) -> list[tuple[int, int, T]]:
    """
    Leftmost-longest hits that are accepted.

    The automaton knows nothing of words: where its longest hit is refused (New York inside New Yorkshire), a shorter
    one that starts there or a little later may still hold, and is looked for.

    Args:
        automaton: The keys.
        low: The text to search, levelled.
        todo: What the automaton has found in it already.
        last: Where the last accepted hit ends; what begins before is none.
        decide: Key, start and end of a hit to what it means, or None to refuse it.

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
            while cut - start > 1 and (shorter := automaton.hits(low[start : cut - 1])) and shorter[0][1] == 0:
                key, cut = shorter[0][0], start + shorter[0][2]
                meaning = decide(key, start, cut)
                if meaning is not None:
                    found.append((start, cut, meaning))
                    last = cut
                    break
            todo.extend(reversed(_inside(automaton, low, max(start + 1, last), end)))
        elif end > last:
            todo.extend(reversed(_inside(automaton, low, last, end)))
    return found


def _inside(automaton: Automaton, low: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Hits that begin from *start* on and before *end*, wherever they end."""
    window = low[start : end + automaton.reach]
    return [(k, start + s, start + e) for k, s, e in automaton.hits(window) if start + s < end]
