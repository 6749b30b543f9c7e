"""Sentences that a translator joined, and those that were left out: what belongs together is checked together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.pair import Pair
from toolkit.lang import LANGUAGES, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.catalog import Catalog, Message
    from toolkit.glossary import Glossary


def groups(catalog: Catalog) -> Iterator[list[Message]]:
    """
    The messages of a catalog, those that one translation covers (``# vje: with-next``) together.

    Omitted messages stand alone, so that whoever counts still sees them.
    """
    group: list[Message] = []
    for message in catalog:
        group.append(message)
        if "with-next" not in message.directives:
            yield group
            group = []
    if group:
        yield group


def pairs(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[tuple[Message, Pair]]:
    """
    What there is to check in a catalog: each message whose translation counts, or each joined group, as one pair.

    A message with plural forms gives a pair for each form; where a language has one form, it is that of the plural,
    which holds for every count. Nothing is given for a catalog whose languages nobody
    knows: the check `header` says so. The article's day counts, or *on*.

    Yields:
        The message that the findings are about, and the pair.
    """
    source, target = source_lang(catalog), catalog.lang
    if target not in LANGUAGES or source not in LANGUAGES or source == target:
        return
    day = on or catalog.date
    for group in groups(catalog):
        if any(message.fuzzy or "omit" in message.directives for message in group):
            continue
        if len(group) == 1:
            message = group[0]
            if not message.translated:
                continue
            forms = message.plurals or (message.msgstr,)
            for number, text in enumerate(forms):
                plural = message.plural if number or len(forms) == 1 else None
                said = message.msgid if plural is None else plural
                yield message, Pair(said, text, source, target, glossary, day)
        elif any(message.filled for message in group):
            ours = LANGUAGES[source].joiner.join(message.msgid for message in group)
            theirs = LANGUAGES[target].joiner.join(message.msgstr for message in group if message.msgstr)
            yield group[0], Pair(ours, theirs, source, target, glossary, day)


def source_lang(catalog: Catalog) -> str:
    """The language of the sources: what the header says, else what they look like."""
    if catalog.source_lang:
        return catalog.source_lang
    text = " ".join(message.msgid for message in catalog.messages[:50])
    return (recognise(text) or "") if text else ""
