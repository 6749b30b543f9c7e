"""
What a translator bills by: how much text there is, and how much of it was translated before.

Each language counts in its own units. English has words. Vietnamese writes syllables; its words are counted too, where
capitals or the glossary show that syllables belong together. Japanese has characters, and by an older rule kana are
left out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.catalog.catalog import Catalog
from toolkit.catalog.source import entries
from toolkit.lang import language
from toolkit.memory.pair import How
from toolkit.ui import mark
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.article import Article
    from toolkit.config import Config
    from toolkit.glossary.book import Glossary
    from toolkit.memory.store import Memory, Shelf

#: Least likeness of each band; what is below the last one is new.
BANDS = ((mark("exact"), 1.0), ("95-99", 0.95), ("85-94", 0.85), ("75-84", 0.75), ("50-74", 0.5), (mark("new"), 0.0))
#: In the order of a bill: what was said in this very job already comes first.
KINDS = (mark("repetition"), *(name for name, _ in BANDS))
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_KANA = re.compile(r"[ぁ-ゟァ-ヺー・]")
_SPACE = re.compile(r"\s")


@dataclass(slots=True)
class Count:
    """
    The size of one article for one language.

    Attributes:
        name: The article's name.
        lang: Code of its language.
        target: Code of the language to translate into.
        sentences: Sentences by kind, see :data:`KINDS`.
        units: Units by kind: kind -> name of the unit -> how many.
    """

    name: str
    lang: str
    target: str
    sentences: Counter[str] = field(default_factory=Counter)
    units: dict[str, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})

    def add(self, kind: str, units: dict[str, int]) -> None:
        """Count one sentence."""
        self.sentences[kind] += 1
        self.units[kind].update(units)

    def total(self) -> dict[str, int]:
        """All units together."""
        whole: Counter[str] = Counter()
        for units in self.units.values():
            whole.update(units)
        return dict(whole)


def units_of(text: str, lang: str, glossary: Glossary | None = None) -> dict[str, int]:
    """
    How long a text is, in the units of its language.

    >>> units_of("The two sides signed a deal.", "en")
    {'words': 6}
    >>> units_of("Hai bên gặp Phạm Quang Hiệu.", "vi")
    {'syllables': 6, 'words': 4}
    >>> units_of("首相は東京で会談した。", "ja")
    {'characters': 11, 'characters without kana': 7}
    """
    record = language(lang)
    if not record.spaced:
        characters = len(_SPACE.sub("", text))
        return {"characters": characters, "characters without kana": characters - len(_KANA.findall(text))}
    spans = [match.span() for match in _WORD.finditer(text)]
    if not record.word_shape:
        return {mark("words"): len(spans)}
    # A language that writes its syllables apart: names and terms of several syllables are one word.
    inside = [(m.start, m.end) for m in glossary.find(text, lang)] if glossary is not None else []
    words, before = 0, ""
    for number, (start, end) in enumerate(spans):
        syllable = text[start:end]
        glued = number > 0 and text[spans[number - 1][1] : start] == " "
        name = glued and number > 1 and before[:1].isupper() and syllable[:1].isupper()
        term = any(left < start and end <= right for left, right in inside)
        if not (glued and (name or term)):
            words += 1
        before = syllable
    return {mark("syllables"): len(spans), mark("words"): words}


def count(
    articles: Iterable[Article],
    target: str,
    locales: Path,
    *,
    memory: Memory | Shelf | None = None,
    glossary: Glossary | None = None,
    config: Config | None = None,
) -> list[Count]:
    """
    Count articles for one target language.

    Args:
        articles: What is to be translated, in the order of the work: what an earlier one said is a repetition.
        target: Code of the language to translate into.
        locales: Folder of the catalogs; what is translated there is exact.
        memory: What was translated before.
        glossary: The terms that are words of several syllables, and in which no sentence ends.
        config: A project's own abbreviations and protected phrases.

    Returns:
        One count for each article that is not in *target* itself.
    """
    seen: set[tuple[str, str]] = set()
    found = []
    for article in articles:
        if article.lang == target:
            continue
        tally = Count(article.name, article.lang, target)
        path = locales / target / "LC_MESSAGES" / f"{article.name}.po"
        done = {m.msgid for m in Catalog.load(path) if m.translated} if path.is_file() else set()
        for entry in entries(article, config=config, glossary=glossary):
            key = (article.lang, entry.msgid)
            if key in seen:
                kind = "repetition"
            elif entry.msgid in done:
                kind = "exact"
            else:
                kind = _band(entry.msgid, article.lang, target, memory)
            seen.add(key)
            tally.add(kind, units_of(entry.msgid, article.lang, glossary))
        found.append(tally)
    return found


def _band(text: str, lang: str, target: str, memory: Memory | Shelf | None) -> str:
    if memory is None:
        return "new"
    hits = memory.search(text, lang, target, limit=1, least=0.5)
    if not hits:
        return "new"
    score = 1.0 if hits[0].how is not How.NEAR else hits[0].score
    return next(name for name, least in BANDS if score >= least)
