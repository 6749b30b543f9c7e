"""
Words that tell a person from a place: titles, honorifics, surnames, the stuff that given names are made of.

The lists lie beside this file (``vi.people.txt``): sections in brackets, entries separated by white space, ``#`` for
comments. They are read when names are first looked for in a text.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toolkit.lang.lists import read_words
from toolkit.value import dataclass


@dataclass(frozen=True, slots=True)
class PeopleFacts:
    """
    What stands around a person's name in one language. Words are in small letters where the language has them.

    Attributes:
        before: Words right before a name that make it a person's: ``Mr``, ``ông``.
        after: What right after a surname makes it a person's: ``氏``, ``大使``.
        after_full: The same after surname and given name; fewer, because more may stand between.
        always: The part of both that no place is ever called by: ``さん``.
        first_names: Given names, so that the place after one is a surname: ``Kerry Washington``.
        surnames: Family names that no common word is: what follows them is a name.
        own_surnames: Those that no name of another country shares in this spelling: Trần Thủy Biển is 陳水扁.
        heads: First words of an organisation's name: the capitals after them are no person's.
        openers: Words that often open a sentence, so that their capital says nothing.
        given: Characters that given names are written with.
        given_alone: Those that are a given name by themselves.
        no_given: Words written with such characters that are no given name: they follow a place.
        patrons: Words before a place's name that keep it a place although a name follows: ``Tổng thống Mỹ Kim``.
        tails: Generic endings of a name that the next character makes another word of: of 日本国内 only 日本 is the
            name, and 山口大使 is no university's.
        links: Words that join names to a longer one and add nothing: ``of``, ``tại``, ``の``.
        formerly: What marks a name as one of the past: ``cũ``, ``former``, ``旧``.
        unheld: What says of an office that its bearer does not hold it now: ``candidate``, ``dưới thời``, ``次期``.
    """

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    after_full: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    own_surnames: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    given_alone: frozenset[str] = frozenset()
    no_given: frozenset[str] = frozenset()
    patrons: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()
    unheld: frozenset[str] = frozenset()


_NAMES = frozenset(PeopleFacts.__match_args__)


@lru_cache(maxsize=8)
def people_facts(lang: str) -> PeopleFacts:
    """
    The facts of one language; empty ones where it has no list.

    Raises:
        InputError: The list has a section that nobody reads.

    >>> "ông" in people_facts("vi").before, "氏" in people_facts("ja").after
    (True, True)
    """
    path = Path(__file__).with_name(f"{lang}.people.txt")
    if not path.is_file():
        return PeopleFacts()
    sections = read_words(path, _NAMES, str.split)
    # Characters may be written without spaces between them
    for name in ("given", "given_alone"):
        sections[name] = set("".join(sections.get(name, ())))
    return PeopleFacts(**{name: frozenset(entries) for name, entries in sections.items()})
