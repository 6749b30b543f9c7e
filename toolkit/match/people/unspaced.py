"""People in a language that writes no spaces: what stands behind a name says whose it is, 山口氏, 千葉すずさん."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.match.boundary import is_katakana
from toolkit.match.people.risk import GIVEN, SURNAME

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from toolkit.lang.people import PeopleFacts

#: What stands between the parts of a foreign name.
DOT = "・"

_OPEN, _CLOSED = "（(", ("）", ")")
#: Characters before a title that say which one, not whose.
_RANKS = frozenset("前元副新現次旧各同両国州県市大正")
#: What follows somebody who does something; a place is more often gone to.
_ACTS = frozenset("はがも")
_PARTICLES = frozenset("のはがをにとでもへや")
#: A given name before a personal title has at most so many letters.
_LONGEST = 4


class Unspaced:
    """
    The rules of one language.

    Args:
        facts: Its words.
        patterns: ``kanji`` and ``full``, and ``after`` and ``after_full`` where the language has such words.
        is_name: Whether the glossary knows a levelled name.
    """

    def __init__(
        self, facts: PeopleFacts, patterns: Mapping[str, re.Pattern[str]], is_name: Callable[[object], bool]
    ) -> None:
        self._facts = facts
        self._kanji, self._full = patterns["kanji"], patterns["full"]
        self._after, self._after_full = patterns.get("after"), patterns.get("after_full")
        self._is_name = is_name

    def is_person(self, risk: int, text: str, low: str, start: int, end: int) -> bool:
        """Whether a name that may be a person's is one; the arguments are those of :meth:`People.is_other`."""
        if risk & SURNAME and (self._is_surname(text, end) or self._is_again(text, start, end)):
            return True
        return bool(risk & (GIVEN | SURNAME)) and self._is_dotted(low, start, end, last=not risk & GIVEN)

    def is_middle_name(self, low: str, start: int, end: int) -> bool:
        """Whether it stands between the dots of a longer name and in no list: ビン of ハマド・ビン・ハリファ."""
        around = _beside(low, start, end)
        return all(around) and not any(map(self._is_name, around))

    def beside_name(self, text: str, start: int, end: int) -> bool:
        """Whether something written like a person's name stands right beside a title."""
        if text[start - 1 : start] in _CLOSED:  # 文在寅（ムン・ジェイン）大統領
            start = max(0, *(text.rfind(char, 0, start) for char in _OPEN))
        before, after = text[start - 1 : start], text[end : end + 1]
        return bool(before and (is_katakana(before) or (self._kanji.match(before) and before not in _RANKS))) or (
            bool(after) and is_katakana(after)
        )

    def _is_again(self, text: str, start: int, end: int) -> bool:
        """Whether one who acts here was named in full before: 山口勝平は…山口も."""
        if text[end : end + 1] not in _ACTS:
            return False
        name = text[start:end]
        at = text.find(name, 0, start)
        return at >= 0 and self._is_surname(text, at + len(name))

    def _is_dotted(self, low: str, start: int, end: int, *, last: bool) -> bool:
        """Whether a middle dot joins a katakana name to more katakana: チャド・スミス, a surname only as the *last*."""
        if not is_katakana(low[start]):
            return False
        before, after = _beside(low, start, end)
        return (bool(before) and not self._is_name(before)) or (not last and bool(after))

    def _is_surname(self, text: str, end: int) -> bool:
        """Whether a title or a given name follows."""
        if self._after is not None and self._after.match(text, end):
            return True
        facts = self._facts
        run = self._kanji.match(text, end)
        if run is None:
            return self._is_full(text, end)
        name = run.group()
        if any(name.startswith(word) for word in facts.no_given):
            return False
        if self._is_full(text, end):
            return True
        after = text[run.end() : run.end() + 1]
        if "一" <= after <= "鿿":
            return False
        return name in facts.given_alone if len(name) == 1 else facts.given.issuperset(name)

    def _is_full(self, text: str, end: int) -> bool:
        """Whether a given name of whatever letters and a personal title follow: 千葉すずさん."""
        if self._after_full is None:
            return False
        for size in range(1, _LONGEST + 1):
            name = self._full.match(text, end)
            if name is None:
                return False
            if self._after_full.match(text, end + size):
                given = text[end : end + size]
                return not any(given.startswith(word) for word in self._facts.no_given) and not set(given) & _PARTICLES
        return False


def _beside(low: str, start: int, end: int) -> tuple[str, str]:
    """The katakana that dots join to a stretch, before and after it."""
    first, final = start, end
    if start and low[start - 1] == DOT:
        first = start - 1
        while first and is_katakana(low[first - 1]):
            first -= 1
    if low[end : end + 1] == DOT:
        final = end + 1
        while final < len(low) and is_katakana(low[final]):
            final += 1
    return low[first : max(first, start - 1)], low[end + 1 : final]
