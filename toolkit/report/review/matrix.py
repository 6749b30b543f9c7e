"""The consistency matrix: how each name of the source was written in the translations, how often, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.consistency import renderings
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.glossary.book import Glossary
    from toolkit.report.review.sheet import Sheet


@dataclass(slots=True)
class Line:
    """
    One name of the source in one target language.

    Attributes:
        concept: Id of its concept.
        form: The name as the source writes it.
        source_lang: Code of the source's language.
        lang: Code of the target language.
        written: Each way it was written -> ids of the rows, in order.
    """

    concept: str
    form: str
    source_lang: str
    lang: str
    written: dict[str, list[str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often it was written at all."""
        return sum(map(len, self.written.values()))

    @property
    def ways(self) -> list[tuple[str, list[str]]]:
        """The ways, the commonest first."""
        return sorted(self.written.items(), key=lambda way: -len(way[1]))


def matrix(sheets: Sequence[Sheet], glossary: Glossary) -> list[Line]:
    """Every name that was translated at least twice, names with several ways first."""
    lines: dict[tuple[str, str, str, str], Line] = {}
    for sheet in sheets:
        for catalog in sheet.catalogs:
            numbers = {key: row.id for key, row in zip(_keys(sheet), sheet.rows, strict=True)}
            for (ident, folded), places in renderings(catalog, glossary).items():
                for place in places:
                    key = (sheet.lang, catalog.lang, ident, folded)
                    source = next(m for m in place.pair.source_matches if m.concept.id == ident)
                    form = place.pair.source[source.start : source.end]
                    line = lines.setdefault(key, Line(ident, form, sheet.lang, catalog.lang))
                    line.written.setdefault(place.text, []).append(numbers[place.message.key])
    return sorted(
        (line for line in lines.values() if line.count > 1),
        key=lambda line: (-len(line.written), -line.count, line.lang, line.form),
    )


def _keys(sheet: Sheet) -> list[tuple[str | None, str]]:
    return list(dict.fromkeys(message.key for catalog in sheet.catalogs for message in catalog))
