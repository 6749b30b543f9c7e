"""Whole articles side by side: which sentence of one is which of the other, and whether they belong together at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.alignment.beads import Bead, judged, weigh
from toolkit.alignment.moves import settle
from toolkit.alignment.path import best_path
from toolkit.alignment.verdict import verdict
from toolkit.catalog import entries
from toolkit.errors import InputError
from toolkit.lang import language
from toolkit.memory.pair import Pair
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toolkit.article import Article
    from toolkit.catalog.source import Entry
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary

#: A bead below is not sure: a person decides.
SURE = 0.5
#: A pair of articles below is none.
BELONGS = 0.5


@dataclass(frozen=True, slots=True)
class Aligned:
    """
    Two articles and the beads between their sentences.

    Attributes:
        source: One article.
        target: The other.
        ours: The sentences of *source* as a catalog asks for them.
        theirs: Those of *target*.
        beads: Which belong together, in the source's order.
        score: How sure it is that the articles are translations of each other; 0.5 divides.
    """

    source: Article
    target: Article
    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]
    beads: tuple[Bead, ...]
    score: float

    @property
    def belong(self) -> bool:
        """Whether the articles are translations of each other."""
        return self.score >= BELONGS

    def texts(self, bead: Bead) -> tuple[str, str]:
        """What a bead holds, joined as each language joins sentences."""
        ours = language(self.source.lang).joiner.join(self.ours[i].msgid for i in bead.source)
        theirs = language(self.target.lang).joiner.join(self.theirs[j].msgid for j in bead.target)
        return ours, theirs

    def pairs(self) -> Iterator[Pair]:
        """What a memory may take: the beads that are sure."""
        sure = [self.texts(bead) for bead in self.beads if bead.source and bead.target and bead.confidence >= SURE]
        for at, (ours, theirs) in enumerate(sure):
            yield Pair(
                ours,
                theirs,
                self.source.lang,
                self.target.lang,
                self.source.name,
                sure[at - 1][0] if at else "",
                sure[at + 1][0] if at + 1 < len(sure) else "",
            )


def align_articles(
    source: Article, target: Article, glossary: Glossary | None = None, config: Config | None = None
) -> Aligned:
    """
    Pair the sentences of two articles, headlines and captions included.

    Args:
        source: One version.
        target: The other one.
        glossary: Terms that speak for a pair.
        config: A project's own abbreviations and protected phrases.

    Raises:
        InputError: Both are in one language, or one has no sentence.
    """
    if source.lang == target.lang:
        raise InputError(
            _("is in {language}, as the other one is").format(language=_(language(source.lang).name)),
            path=target.path,
            remedy=_("name a translation"),
        )
    ours, theirs = tuple(entries(source, config=config)), tuple(entries(target, config=config))
    for article, found in ((source, ours), (target, theirs)):
        if not found:
            raise InputError(_("has no sentence"), path=article.path, remedy=_("look whether it is the right file"))
    evidence = weigh(_texts(ours), _texts(theirs), source.lang, target.lang, glossary, source.date or target.date)
    links = settle(evidence, best_path(evidence))
    return Aligned(source, target, ours, theirs, tuple(judged(evidence, links)), verdict(evidence, links))


def _texts(found: Sequence[Entry]) -> list[str]:
    return [entry.msgid for entry in found]
