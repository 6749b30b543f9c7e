"""What a corpus consists of: a record in a file, and the document that a kernel gets of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError
from toolkit.lang import language
from toolkit.readers import read_article
from toolkit.ui import gettext as _
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.article import Article
    from toolkit.catalog import Catalog

#: What a record may say, and under which name it is looked for unless an option names another.
FIELDS: Mapping[str, str] = {
    "text": "text",
    "id": "id",
    "lang": "lang",
    "date": "date",
    "source": "source",
    "target": "target",
    "target_lang": "target_lang",
}


@dataclass(frozen=True, slots=True)
class Document:
    """
    One article, one pair of texts, or one catalog, with its place in the corpus.

    Attributes:
        id: What the record calls itself; the name of a file.
        place: File and line, file and row, or file.
        source: Who published it; of a file, the folder it lies in.
        article: The text; None for a catalog.
        catalog: The catalog; None for a text.
        target: The translation, where the record has one.
        target_lang: Code of its language.
    """

    id: str
    place: str
    source: str = ""
    article: Article | None = None
    catalog: Catalog | None = None
    target: str = ""
    target_lang: str = ""

    @property
    def lang(self) -> str:
        """Code of the language of the text, or of the catalog's sources."""
        if self.article is not None:
            return self.article.lang
        return self.catalog.source_lang if self.catalog is not None else ""

    @property
    def date(self) -> date | None:
        """The day it was published."""
        if self.article is not None:
            return self.article.date
        return self.catalog.date if self.catalog is not None else None

    @property
    def year(self) -> str:
        """The year of that day, empty if nobody knows."""
        day = self.date
        return str(day.year) if day else ""

    @property
    def head(self) -> tuple[str, str, str, str, str]:
        """The first columns of most tables: article, place, language, date, source."""
        day = self.date
        return self.id, self.place, self.lang, day.isoformat() if day else "", self.source


def document(fields: Mapping[str, Any], place: str, names: Mapping[str, str], lang: str = "") -> Document:
    """
    The document of a record.

    Args:
        fields: The record: column to value.
        place: Where it stands.
        names: Field of :data:`FIELDS` -> column, for those that are called otherwise.
        lang: Language of records that do not say theirs; empty tells it from the text.

    Raises:
        InputError: It has no text, or a value is not what it should be.
        UnknownLanguageError: Its language is none of ours, or cannot be told.

    >>> document({"text": "雨。", "date": "2024-11-01"}, "a.jsonl:1", {}).year
    '2024'
    """
    values = {field: fields.get(names.get(field, name)) for field, name in FIELDS.items()}
    text = values["text"]
    if not isinstance(text, str) or not text.strip():
        column = names.get("text", "text")
        what = _("has no text") if column in fields else _("has no column {column!r}").format(column=column)
        raise InputError(what, remedy=_("name the column: --column text=NAME"))
    # With a line end at its end, a text is never taken for the name of a file
    article = read_article(text if text.endswith("\n") else text + "\n", _text(values["lang"]) or lang or None)
    ident = _text(values["id"])
    day = _day(values["date"])
    article = replace(article, path=Path(ident or "article"), date=day or article.date)
    other = _text(values["target_lang"])
    if other:
        language(other)
    target = _text(values["target"])
    if target and not other:
        from toolkit.lang.recognise import recognise  # noqa: PLC0415 - only where a pair does not say

        other = recognise(target) or ""
        language(other)
    return Document(ident or place, place, _text(values["source"]), article, None, target, other)


def opened(path: Path, place: str, source: str, lang: str = "") -> Document:
    """
    The document of a file: an article, or a catalog.

    Raises:
        ToolkitError: It cannot be read.
    """
    if path.suffix == ".po":
        from toolkit.catalog import Catalog  # noqa: PLC0415 - most archives hold none

        catalog = Catalog.load(path)
        return Document(catalog.name, place, source, None, catalog)
    article = read_article(path, lang or None)
    return Document(article.name, place, source, article)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (str, int)):
        return str(value)
    raise InputError(_("holds {kind} where a text should be").format(kind=type(value).__name__))


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError(
            _("has a date that is none: {value!r}").format(value=str(value)[:40]), remedy="2024-11-01"
        ) from None
