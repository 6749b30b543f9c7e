"""Fill a catalog from a memory: what is the same is proposed, what is like it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.update.fill import BEFORE, MEMORY, SUGGESTION
from toolkit.catalog.update.remark import remark_of
from toolkit.lang import LANGUAGES
from toolkit.memory.pair import Hit, How

if TYPE_CHECKING:
    from toolkit.catalog.catalog import Catalog
    from toolkit.memory.store import Memory, Shelf


def remember(catalog: Catalog, memory: Memory | Shelf, *, trust: bool = False, least: float = 0.75) -> int:
    """
    Give the untranslated messages what the memory has for them.

    Args:
        catalog: The catalog; its messages are changed in place. A message that has a note of the memory is left alone.
        memory: What was translated before.
        trust: Whether an exact hit counts as translated; otherwise it is fuzzy.
        least: How like a near hit must be to be shown.

    Returns:
        How many messages were filled in.
    """
    if catalog.source_lang not in LANGUAGES or catalog.lang not in LANGUAGES:
        return 0
    texts = [message.msgid for message in catalog]
    filled = 0
    for number, message in enumerate(catalog):
        if message.filled or any(note.startswith(MEMORY) for note in message.notes):
            continue
        before = texts[number - 1] if number else ""
        after = texts[number + 1] if number + 1 < len(texts) else ""
        hits = memory.search(
            message.msgid, catalog.source_lang, catalog.lang, before=before, after=after, limit=3, least=least
        )
        exact = [hit for hit in hits if hit.how is not How.NEAR and not outdated(hit, catalog)]
        certain = exact[:1] if exact and (exact[0].how is How.CONTEXT or len(exact) == 1) else []
        for hit in certain:
            message.msgstr, message.fuzzy = hit.pair.target, not trust
            message.notes += (f"{MEMORY}the same sentence in {hit.pair.origin or 'a memory'}",)
            filled += 1
        if not certain:
            for hit in hits[:2]:
                message.notes += _shown(hit, message.msgid, catalog)
    return filled


def outdated(hit: Hit, catalog: Catalog) -> str:
    """A name in an old translation that does not hold on this article's day; empty if all do."""
    if catalog.glossary is None or catalog.date is None:
        return ""
    for match in catalog.glossary.find(hit.pair.target, catalog.lang, catalog.date):
        if not any(concept.valid_on(catalog.date) for concept in match.concepts):
            return hit.pair.target[match.start : match.end]
    return ""


def _shown(hit: Hit, msgid: str, catalog: Catalog) -> tuple[str, ...]:
    expired = outdated(hit, catalog)
    origin = f", from {hit.pair.origin}" if hit.pair.origin else ""
    if hit.how is How.NEAR:
        # Rounded down: 99.6 % is not the same.
        head = f"{MEMORY}{int(hit.score * 100)} %, {remark_of(hit.pair.source, msgid)}{origin}"
    else:
        head = f"{MEMORY}the same sentence{origin}"
    if expired:
        head += f"; “{expired}” does not hold on {catalog.date}"
    lines = (head, SUGGESTION + " ".join(hit.pair.target.split()))
    if hit.how is How.NEAR:
        return (lines[0], BEFORE + " ".join(hit.pair.source.split()), lines[1])
    return lines
