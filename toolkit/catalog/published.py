"""An article as it was published in the other languages, sentence by sentence, aligned by its catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.catalog import Catalog
from toolkit.lang import LANGUAGES
from toolkit.normalize import fold

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.article import Article


class Published:
    """
    The other versions of an article, where they exist.

    A catalog pairs a sentence with its translation; two catalogs of one article pair their translations as well. A
    translation counts only if the published article holds it: what a translator has just typed is no evidence.

    Args:
        article: The version that is being extracted.
        locales: Folder of the catalogs.
        articles: Folder of the articles; the article's own folder is searched too.
    """

    def __init__(self, article: Article, locales: Path, articles: Path | None = None) -> None:
        self.lang = article.lang
        texts = {code: text for code in LANGUAGES if code != article.lang if (text := _text(article, code, articles))}
        triples: dict[str, dict[str, str]] = {}
        if texts:
            for code in LANGUAGES:
                path = locales / code / "LC_MESSAGES" / f"{article.name}.po"
                if path.is_file():
                    catalog = Catalog.load(path)
                    for message in catalog:
                        if message.translated:
                            entry = triples.setdefault(message.msgid, {catalog.source_lang: message.msgid})
                            entry.setdefault(code, message.msgstr)
        self._by_source: dict[str, dict[str, str]] = {}
        for triple in triples.values():
            if self.lang in triple:
                self._by_source[triple[self.lang]] = {
                    code: text for code, text in triple.items() if code in texts and fold(text) in texts[code]
                }

    def sentence(self, msgid: str, target: str) -> dict[str, str]:
        """The sentence in the languages that are neither source nor *target*, as far as they were published."""
        return {code: text for code, text in self._by_source.get(msgid, {}).items() if code not in (self.lang, target)}


def _text(article: Article, code: str, articles: Path | None) -> str:
    """The folded text of another version, empty where there is none."""
    if article.path is None:
        return ""
    suffix = article.path.suffix
    for folder in (article.path.parent, articles):
        path = folder / f"{article.name}.{code}{suffix}" if folder else None
        if path is not None and path.is_file():
            return fold(path.read_text(encoding="utf-8", errors="replace"))
    return ""
