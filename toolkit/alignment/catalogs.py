"""From an alignment to a catalog that a person can open, go through and correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.alignment.articles import SURE
from toolkit.catalog import Catalog, extract
from toolkit.catalog.published import Published

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.alignment.articles import Aligned
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary

_OMIT, _JOINED = "vje: omit", "vje: with-next"


class _Third(Published):
    """The article in the third language, as the aligner found its sentences; catalogs need not exist yet."""

    def __init__(self, lang: str, others: Iterable[Aligned]) -> None:
        self.lang = lang
        self._by_source = {}
        for other in others:
            for bead in other.beads:
                if bead.target and bead.confidence >= SURE:
                    for place in bead.source:
                        msgid = other.ours[place].msgid
                        self._by_source.setdefault(msgid, {})[other.target.lang] = other.texts(bead)[1]


def to_catalog(
    aligned: Aligned,
    glossary: Glossary | None = None,
    *,
    others: Iterable[Aligned] = (),
    config: Config | None = None,
) -> Catalog:
    """
    The catalog of the source article, filled with what was published.

    Where a desk joined sentences, the first message carries the translation and ``# vje: with-next``; what it dropped
    is ``# vje: omit``; what is not sure is fuzzy. A sentence that the translation adds is told in the notes of the
    message before it.

    Args:
        aligned: The two articles.
        glossary: Terms for the notes.
        others: The source aligned with further languages: their sentences stand in the notes.
        config: A project's settings: who translates, which notes.
    """
    catalog = extract(
        aligned.source, aligned.target.lang, glossary, published=_Third(aligned.source.lang, others), config=config
    )
    messages = {message.msgid: message for message in catalog}
    for message in catalog:
        message.msgstr, message.fuzzy = "", False
    done: set[str] = set()
    last = None
    for bead in aligned.beads:
        text = aligned.texts(bead)[1]
        sure = bead.confidence >= SURE
        ids = list(dict.fromkeys(aligned.ours[place].msgid for place in bead.source))
        if not ids:
            if last is not None:
                messages[last].notes += (f"Added after it: {text}",)
            continue
        last = ids[-1]
        if not done.isdisjoint(ids):
            continue  # a sentence that stands twice is one message
        done.update(ids)
        first = messages[ids[0]]
        if text:
            first.msgstr, first.fuzzy = text, not sure
            for msgid in ids[:-1]:
                messages[msgid].comments += (_JOINED,)
        elif sure:
            first.comments += (_OMIT,)
    return catalog


def merged(new: Catalog, path: Path) -> Catalog:
    """
    *new*, or the catalog that lies at *path* already, brought up to date and filled where it was empty.

    What a translator has written stays as it is, and so does what they decided in comments.
    """
    if not path.is_file():
        new.refer(path)
        return new
    found = {message.msgid: message for message in new}
    catalog = Catalog.load(path)
    open_ = {message.msgid for message in catalog if message.filled or message.directives}
    catalog.update(new)
    for message in catalog:
        proposal = found.get(message.msgid)
        if proposal is None or message.filled or message.msgid in open_ or message.directives:
            continue
        message.msgstr, message.fuzzy = proposal.msgstr, proposal.fuzzy
        message.comments += tuple(c for c in proposal.comments if c not in message.comments)
    return catalog
