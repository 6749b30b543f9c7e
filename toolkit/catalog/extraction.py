"""From an article to a catalog: one message a sentence, in the article's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.article import Role
from toolkit.catalog import header
from toolkit.catalog.catalog import Catalog
from toolkit.catalog.message import Message
from toolkit.catalog.notes import Context, match_text, notes, renderings
from toolkit.catalog.source import Source
from toolkit.errors import InputError
from toolkit.lang import language
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from toolkit.article import Article
    from toolkit.catalog.cast import Cast
    from toolkit.catalog.published import Published
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.finder import Match
    from toolkit.glossary.houses import House


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
    source: Source | None = None,
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
        source: The article's sentences, made with the same glossary, config and *by*; who makes catalogs in several
            languages makes them once.

    Returns:
        A new catalog; ``Catalog.load(path).update(it)`` brings an existing one up to date.

    Raises:
        UnknownLanguageError: There is no such language.
        InputError: The article is in that language already, or has nothing to translate.
    """
    if lang:
        language(lang)
    if lang == article.lang:
        raise InputError(
            _("is in {language} already").format(language=_(language(lang).name)),
            path=article.path,
            remedy=_("name another language"),
        )
    if source is None:
        source = Source(article, glossary, by, config)
    name = article.path.name if article.path else ""
    catalog = Catalog(
        header=header.fresh(article.name, article.lang, lang, day=article.date, config=config, now=now),
        head=Message("", comments=(_title(article, lang),)),
        glossary=glossary,
        article=article.path,
    )
    kinds = config.notes if config else None
    cast = _cast(article, lang, glossary, houses, kinds)
    figures = bool(lang) and (kinds is None or "dates" in kinds or "numbers" in kinds)
    if lang:
        source.find_names()
    if cast is not None:
        source.find_people()
    if figures:
        source.find_figures()
    for sentence in source.sentences:
        msgid = sentence.text
        matches = sentence.matches if lang else ()
        context = Context(
            msgid,
            article.lang,
            lang,
            article.date,
            glossary,
            matches,
            sentence.places,
            houses or {},
            published.sentence(msgid, lang) if published and lang else {},
            cast.lines(sentence) if cast is not None else (),
            sentence.dates if figures else (),
            sentence.numbers if figures else (),
        )
        ready = _prefilled(msgid, sentence.entries[0].block.role, matches, lang, houses) if lang else ""
        places = tuple(dict.fromkeys(f"{name}:{entry.line}" for entry in sentence.entries)) if name else ()
        catalog.messages.append(
            Message(msgid, ready, fuzzy=bool(ready), notes=notes(context, kinds), references=places)
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
