"""
Regular expressions that are compiled once a machine, not once a process.

The patterns that read numbers and dates hold every word a language has for them. Python takes longer to compile these
than to check an article with them, and forgets them at the end of a process; so what its compiler made of them is kept.

That is a list of numbers, which :mod:`re` hands to its engine in the same way. It is taken only if it was made of the
very same patterns by the very same Python; the engine verifies it once more, and on any doubt the patterns are compiled
as usual. These inner rooms of the standard library have not moved since Python 2; where they have, nothing is kept.
"""

from __future__ import annotations

import marshal
import re
import sys
from typing import TYPE_CHECKING, Any

from toolkit import cache

if TYPE_CHECKING:
    from collections.abc import Mapping

try:
    from re import _compiler  # type: ignore[attr-defined]  # not ours to use, hence the care that is taken

    _engine: Any = _compiler._sre
    _parse: Any = _compiler._parser.parse
    _encode: Any = _compiler._code
    #: What a list of numbers depends on.
    _MAKER: Any = (sys.version, _engine.MAGIC, _engine.CODESIZE)
except (ImportError, AttributeError):
    _MAKER = None


def compile_all(name: str, sources: Mapping[str, tuple[str, int]]) -> dict[str, re.Pattern[str]]:
    """
    Patterns, compiled.

    Args:
        name: What they are kept under: ``figures.ja``.
        sources: Name to pattern and flags.

    >>> compile_all("example", {"digits": (r"[0-9]+", 0)})["digits"].findall("3 of 14")
    ['3', '14']
    """
    wanted = {key: (pattern, int(flags)) for key, (pattern, flags) in sources.items()}
    if _MAKER is None:
        return {key: re.compile(*source) for key, source in wanted.items()}
    made = _kept(f"{name}.patterns", wanted)
    if made is None:
        numbers = {key: _numbers(*source) for key, source in wanted.items()}
        cache.write(f"{name}.patterns", marshal.dumps((_MAKER, wanted, numbers)))
        made = {key: _engine.compile(wanted[key][0], *numbers[key]) for key in wanted}
    return made


class Shelf:
    """
    Patterns that stand one by one in a module and are compiled together when one of them is first used.

    >>> shelf = Shelf("example")
    >>> word = shelf.put("[a-z]+")
    >>> bool(word.fullmatch("abc")), bool(word.match("1"))
    (True, False)
    """

    __slots__ = ("_made", "_name", "_sources")

    def __init__(self, name: str) -> None:
        self._name = name
        self._sources: dict[str, tuple[str, int]] = {}
        self._made: dict[str, re.Pattern[str]] | None = None

    def put(self, pattern: str, flags: int = 0) -> Lazy:
        """A pattern that is compiled when it is first used."""
        number = str(len(self._sources))
        self._sources[number] = (pattern, flags)
        return Lazy(self, number)

    def take(self, number: str) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._made is None:
            self._made = compile_all(self._name, self._sources)
        return self._made[number]


class Lazy:
    """A pattern on a shelf, with the methods of a compiled one."""

    __slots__ = ("_number", "_shelf")

    def __init__(self, shelf: Shelf, number: str) -> None:
        self._shelf = shelf
        self._number = number

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """See :meth:`re.Pattern.match`."""
        return self._shelf.take(self._number).match(text, at, end)

    def fullmatch(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """See :meth:`re.Pattern.fullmatch`."""
        return self._shelf.take(self._number).fullmatch(text, at, end)

    def search(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """See :meth:`re.Pattern.search`."""
        return self._shelf.take(self._number).search(text, at, end)


def _kept(file: str, wanted: dict[str, tuple[str, int]]) -> dict[str, re.Pattern[str]] | None:
    stored = cache.read(file)
    if stored is None:
        return None
    try:
        maker, sources, numbers = marshal.loads(stored)
        if maker != _MAKER or sources != wanted:
            return None
        return {key: _engine.compile(pattern, *numbers[key]) for key, (pattern, _) in wanted.items()}
    except (ValueError, TypeError, EOFError, LookupError, RuntimeError):
        return None  # bytes that fit and are none of ours


def _numbers(pattern: str, flags: int) -> tuple[Any, ...]:
    """What :func:`re.compile` hands to the engine beside the pattern."""
    parsed = _parse(pattern, flags)
    state = parsed.state
    names = [None] * state.groups
    for group, number in state.groupdict.items():
        names[number] = group
    code = [int(number) for number in _encode(parsed, flags)]
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)
