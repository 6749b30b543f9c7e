"""Sentences of articles in which a concept occurs: a name is best explained by its use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.readers import read_article
from toolkit.segment.article import sentences
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.glossary.book import Glossary

#: So many sentences of one language show how a name is used.
MOST = 2


@dataclass(frozen=True, slots=True)
class Example:
    """
    One sentence with a name in it.

    Attributes:
        article: Name of the article.
        lang: Code of its language.
        text: The sentence.
        start: First code point of the name.
        end: One past its last.
    """

    article: str
    lang: str
    text: str
    start: int
    end: int


def examples(paths: Iterable[Path], glossary: Glossary) -> dict[str, list[Example]]:
    """
    Id of a concept -> sentences it occurs in, at most :data:`MOST` of each language.

    A file that is no article is passed over: a folder of articles holds other things too.
    """
    found: dict[str, list[Example]] = {}
    for path in sorted(paths):
        try:
            article = read_article(path)
        except ToolkitError:
            continue
        for sentence in sentences(article):
            if not sentence.role.translated:
                continue
            for match in glossary.find(sentence.text, article.lang, article.date):
                known = found.setdefault(match.concept.id, [])
                texts = [example.text for example in known if example.lang == article.lang]
                if len(texts) < MOST and sentence.text not in texts:
                    known.append(Example(article.name, article.lang, sentence.text, match.start, match.end))
    return found
