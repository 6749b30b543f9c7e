"""From an article to a catalog: one message a sentence, in the article's order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.catalog import header
from toolkit.catalog.catalog import Catalog
from toolkit.catalog.message import Message
from toolkit.catalog.notes import Context, match_text, notes, renderings
from toolkit.errors import InputError
from toolkit.lang import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from toolkit.article import Article, Block
    from toolkit.catalog.cast import Cast
    from toolkit.catalog.published import Published
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.houses import House

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
        raise InputError(f"cannot cut an article by {by!r}", remedy="by sentence or by paragraph")
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
    return _WRAP.sub(language(lang).joiner, text.strip())


def extract(
    article: Article,
    lang: str,
    glossary: Glossary | None = None,
    *,
    by: str = "sentence",
    published: Published | None = None,
    houses: Mapping[str, House] | None = None,
    config: Config | None = None,
    now: datetime | None = None,
) -> Catalog:
    """
    Make the catalog of an article.

    A sentence that occurs twice is one message with two references: without a context, no translation is lost when
    something moves. What is nothing but a term comes prefilled, and fuzzy for review.

    Args:
        article: The source.
        lang: Code of the language to translate into; empty makes a template.
        glossary: The terms that go into the notes; None for none. The article's date decides which are valid.
        by: A message is a ``sentence`` or a ``paragraph``.
        published: The article as it was published in other languages, for the notes.
        houses: The newsrooms whose terms are preferred, by language.
        config: A project's settings: who translates, which notes.
        now: The time that goes into the header; the present if None.

    Returns:
        A new catalog; ``Catalog.load(path).update(it)`` brings an existing one up to date.

    Raises:
        UnknownLanguageError: There is no such language.
        InputError: The article is in that language already, or has nothing to translate.
    """
    if lang:
        language(lang)
    if lang == article.lang:
        raise InputError(f"is in {language(lang).name} already", path=article.path, remedy="name another language")
    found: dict[str, list[Entry]] = {}
    for entry in entries(article, by, config, glossary):
        found.setdefault(entry.msgid, []).append(entry)
    if not found:
        raise InputError("has nothing to translate", path=article.path, remedy="look whether it is the right file")
    paragraphs = [block for block in article.blocks if block.role is Role.PARAGRAPH]
    number = {block.start: place for place, block in enumerate(paragraphs, 1)}
    name = article.path.name if article.path else ""
    catalog = Catalog(
        header=header.fresh(article.name, article.lang, lang, day=article.date, config=config, now=now),
        head=Message("", comments=(_title(article, lang),)),
        glossary=glossary,
        article=article.path,
    )
    kinds = config.notes if config else None
    cast = _cast(article, lang, glossary, houses, kinds)
    for msgid, places in found.items():
        matches = tuple(glossary.find(msgid, article.lang, article.date)) if glossary is not None and lang else ()
        context = Context(
            msgid,
            article.lang,
            lang,
            article.date,
            glossary,
            matches,
            tuple(dict.fromkeys(_place(entry, number) for entry in places)),
            houses or {},
            published.sentence(msgid, lang) if published and lang else {},
            cast.lines(msgid, matches) if cast is not None else (),
        )
        ready = _prefilled(msgid, places[0].block.role, matches, lang, houses) if lang else ""
        catalog.messages.append(
            Message(
                msgid,
                ready,
                fuzzy=bool(ready),
                notes=notes(context, kinds),
                references=tuple(dict.fromkeys(f"{name}:{entry.line}" for entry in places)) if name else (),
            )
        )
    return catalog


def _cast(
    article: Article,
    lang: str,
    glossary: Glossary | None,
    houses: Mapping[str, House] | None,
    kinds: tuple[str, ...] | None,
) -> Cast | None:
    """Who keeps count of the people; nobody where no note asks for them."""
    if not lang or glossary is None or (kinds is not None and "names" not in kinds):
        return None
    from toolkit.catalog.cast import Cast  # noqa: PLC0415 - a template names nobody

    return Cast(article.lang, lang, glossary, houses or {})


def _title(article: Article, lang: str) -> str:
    """The comment on top: what the file is, for whoever opens it in a text editor; polib would add an empty one."""
    into = f" into {language(lang).name}" if lang else ""
    return f"{article.name}, from {language(article.lang).name}{into}"


def _place(entry: Entry, number: dict[int, int]) -> str:
    """``paragraph 5, sentence 1 of 2``; a block of one sentence says no more than its role."""
    block = entry.block
    place = _ROLES.get(block.role, block.role.value)
    if block.start in number:
        place += f" {number[block.start]}"
    return f"{place}, sentence {entry.number} of {entry.count}" if entry.count > 1 else place


def _prefilled(
    msgid: str, role: Role, matches: tuple[Match, ...], lang: str, houses: Mapping[str, House] | None
) -> str:
    """
    The translation of an entry that is nothing but a term, or nothing.

    A sign-off is provenance: it names who reported, and stays.
    """
    if role is Role.SIGNOFF:
        return msgid
    if len(matches) != 1 or (matches[0].start, matches[0].end) != (0, len(msgid)):
        return ""
    offers = renderings(matches[0], lang, houses)
    if len(offers) != 1:
        return ""
    text = offers[0][0]
    # A dateline in capitals is set in capitals by the target's paper too; an abbreviation is no shouting.
    shouted = msgid.isupper() and not any(t.text == msgid for t in matches[0].concept.terms)
    return text.upper() if shouted and match_text(matches[0], msgid) == msgid else text
