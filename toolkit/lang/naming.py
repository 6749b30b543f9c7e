"""
What names are made of: the words that make a run of words the name of an institution, a place, an agreement.

The lists lie beside this file (``vi.naming.txt``): sections in brackets, one entry a line or several separated by
commas, ``#`` for comments. They are read when a text is first searched for names that nobody has listed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toolkit.lang.lists import read_words
from toolkit.value import dataclass, field


@dataclass(frozen=True, slots=True)
class NamingFacts:
    """
    The words of one language, in small letters where it has them. Entries may hold spaces.

    Attributes:
        institution: Words that name a kind of institution: ``university``, ``sở``, ``委員会``.
        place: The same of a place: ``park``, ``huyện``, ``公園``.
        event: Of an event: ``festival``, ``diễn đàn``.
        term: Of a document or a policy: ``treaty``, ``tầm nhìn``.
        particles: Words in small letters that may stand inside a name: ``of``, ``và``.
        stops: Words that stand in no name, or that say nothing where they stand alone: ``Japanese``, ``sẽ``.
        common: What is built like a name and is none: ``実行委員会``.
        near: Words that make the single name after them a place: ``in``, ``tại``.
        said: Words that make what stands before them a person: ``said``.
        levels: Words for an administration that stand alone: in "Ủy ban nhân dân tỉnh Nghiêm Xuân Cường", the name is
            the chairman's.
        loose: Kinds that words in small letters may follow: Hội hữu nghị Hokkaido - Việt Nam.
        owners: Words whose possessive is part of a name: the People's Council.
        titles: Last words of an office, which make the two words after them a person's name: Chủ tịch, Đại sứ.
        compounds: Words of two syllables of which the second has no capital, where the first alone would end a name:
            Quốc gia. They end a name as a whole.
        heads_first: The kind stands before the name: Sở Y tế; else it stands at its end: Health Department.
        kinds: The first four together: every word that says what a name is the name of.
    """

    institution: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    event: frozenset[str] = frozenset()
    term: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    heads_first: bool = False
    kinds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", self.institution | self.place | self.event | self.term)


_NAMES = frozenset(NamingFacts.__match_args__)

#: Kinds of names, in the order in which a doubtful word is read.
KINDS = ("institution", "place", "event", "term")


@lru_cache(maxsize=8)
def naming_facts(lang: str) -> NamingFacts:
    """
    The facts of one language; empty ones where it has no list.

    Raises:
        InputError: The list has a section that nobody reads.

    >>> "university" in naming_facts("en").institution, naming_facts("vi").heads_first
    (True, True)
    """
    path = Path(__file__).with_name(f"{lang}.naming.txt")
    if not path.is_file():
        return NamingFacts()
    sections = read_words(path, _NAMES, lambda entry: filter(None, map(str.strip, entry.split(","))))
    first = bool(sections.pop("heads_first", None))
    return NamingFacts(heads_first=first, **{name: frozenset(entries) for name, entries in sections.items()})
