"""
An article as all its catalogs see it: its sentences, and what is known of each before anybody asks for a language.

Names, people, dates and numbers are found in the source alone; whoever makes catalogs in five languages looks for them
once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.errors import InputError
from toolkit.lang import language
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.article import Article, Block
    from toolkit.config import Config
    from toolkit.figures import Number, PartialDate
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.suggest.spot import Known, Spot

#: A line end inside a sentence, with the white space around it: mail wraps paragraphs, sentences are not wrapped.
_WRAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
#: What a sentence is part of, in the words of the notes.
_ROLES = {Role.SIGNOFF: "sign-off"}


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A sentence of an article, as a catalog asks for it.

    Attributes:
        block: The part of the article it stands in.
        start: First code point of it in the article's text.
        end: One past its last.
        msgid: The sentence on one line, with its tags.
        line: The line it starts on, counted from 1.
        number: Its place in the block, from 1.
        count: How many sentences the block has.
    """

    block: Block
    start: int
    end: int
    msgid: str
    line: int
    number: int
    count: int


def entries(
    article: Article, by: str = "sentence", config: Config | None = None, glossary: Glossary | None = None
) -> Iterator[Entry]:
    """
    What a translator sees of an article, in order.

    Args:
        article: Any article.
        by: ``sentence`` or ``paragraph``.
        config: A project's own abbreviations and protected phrases.
        glossary: No sentence ends inside one of its terms.

    Yields:
        One entry a sentence, or a block; provenance and time stamps are left out.

    Raises:
        InputError: *by* is neither.
    """
    from toolkit.segment.article import sentences  # noqa: PLC0415 - reading a catalog needs no word lists

    if by not in ("sentence", "paragraph"):
        raise InputError(_("cannot cut an article by {by!r}").format(by=by), remedy=_("by sentence or by paragraph"))
    protect = (
        *(config.segment_protect if config else ()),
        *(glossary.stops(article.lang) if glossary is not None else ()),
    )
    abbreviations = config.segment_abbreviations if config else ()
    for found in sentences(
        article, "sentence" if by == "sentence" else "paragraph", protect=protect, abbreviations=abbreviations
    ):
        msgid = unwrapped(found.message, article.lang) if found.role.translated else ""
        if msgid:
            yield Entry(found.block, found.start, found.end, msgid, found.line, found.number, found.count)


def unwrapped(text: str, lang: str) -> str:
    r"""
    A sentence on one line.

    >>> unwrapped("Mưa rất\nto.", "vi"), unwrapped("雨が\n降る。", "ja")
    ('Mưa rất to.', '雨が降る。')
    """
    text = text.strip()
    return _WRAP.sub(language(lang).joiner, text) if "\n" in text or "\r" in text else text


@dataclass(slots=True)
class Sentence:
    """
    One message to be: a sentence with all its places, and what :class:`Source` has found in it.

    Attributes:
        text: The sentence.
        entries: Where it stands in the article, at least once.
        places: The same in words: ``paragraph 5, sentence 1 of 2``.
        matches: The names that the glossary finds in it.
        known: The same, to be asked what stands beside a name; None until people were looked for.
        people: Those who are named in full and are not in the glossary.
        dates: The dates in it.
        numbers: The numbers in it, where one of them may be large: hints are for these.
    """

    text: str
    entries: list[Entry]
    places: tuple[str, ...]
    matches: tuple[Match, ...] = ()
    known: Known | None = None
    people: tuple[Spot, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    numbers: tuple[Number, ...] = ()


class Source:
    """
    The sentences of an article, each text once. What is in them is looked for when somebody first wants it.

    Args:
        article: The article.
        glossary: The terms that count; None for none.
        by: A message is a ``sentence`` or a ``paragraph``.
        config: A project's settings.

    Raises:
        InputError: It has nothing to translate.
    """

    def __init__(
        self, article: Article, glossary: Glossary | None = None, by: str = "sentence", config: Config | None = None
    ) -> None:
        self.article = article
        self.glossary = glossary
        self._done: set[str] = set()
        found: dict[str, list[Entry]] = {}
        for entry in entries(article, by, config, glossary):
            found.setdefault(entry.msgid, []).append(entry)
        if not found:
            raise InputError(
                _("has nothing to translate"), path=article.path, remedy=_("look whether it is the right file")
            )
        paragraphs = [block for block in article.blocks if block.role is Role.PARAGRAPH]
        number = {block.start: place for place, block in enumerate(paragraphs, 1)}
        self.sentences = [
            Sentence(text, group, tuple(dict.fromkeys(_place(entry, number) for entry in group)))
            for text, group in found.items()
        ]

    def find_names(self) -> None:
        """Find what the glossary knows."""
        if self.glossary is None or "names" in self._done:
            return
        self._done.add("names")
        find, lang, on = self.glossary.find, self.article.lang, self.article.date
        for sentence in self.sentences:
            sentence.matches = tuple(find(sentence.text, lang, on))

    def find_people(self) -> None:
        """Find the people whom the glossary does not know, too."""
        self.find_names()
        if "people" in self._done:
            return
        self._done.add("people")
        from toolkit.glossary.suggest import spaced, unspaced  # noqa: PLC0415 - a template names nobody
        from toolkit.glossary.suggest.spot import Known  # noqa: PLC0415

        lang = self.article.lang
        people = spaced.people if language(lang).spaced else unspaced.people
        for sentence in self.sentences:
            sentence.known = Known(sentence.matches)
            sentence.people = tuple(people(sentence.text, lang, sentence.known))

    def find_figures(self) -> None:
        """Find dates and numbers."""
        if "figures" in self._done:
            return
        self._done.add("figures")
        from toolkit.figures import find_dates, find_numbers, may_be_large  # noqa: PLC0415 - a template has no hints

        lang, on = self.article.lang, self.article.date
        for sentence in self.sentences:
            text = sentence.text
            sentence.dates = tuple(find_dates(text, lang, on))
            sentence.numbers = tuple(find_numbers(text, lang)) if may_be_large(text, lang) else ()


def _place(entry: Entry, number: dict[int, int]) -> str:
    """``paragraph 5, sentence 1 of 2``; a block of one sentence says no more than its role."""
    block = entry.block
    place = _ROLES.get(block.role, block.role.value)
    if block.start in number:
        place += f" {number[block.start]}"
    return f"{place}, sentence {entry.number} of {entry.count}" if entry.count > 1 else place
