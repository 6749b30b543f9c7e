"""A sentence and its translation, with everything that several checks ask about them, worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.code import without_code
from toolkit.checks.presence import lacks
from toolkit.finding import Finding, Severity
from toolkit.lang import Language, language

if TYPE_CHECKING:
    from datetime import date

    from toolkit.checks.presence import Lack
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.find.reading import Match


class Pair:
    """
    What a check of one sentence looks at.

    The matches are found when a check first asks for them and shared by all that follow. Code that stands in both
    texts is blanked, so that no check takes it for words; a finding shows the sentences as they were written.

    Args:
        source: The sentence as it was written.
        target: Its translation.
        source_lang: Code of the language of *source*.
        target_lang: Code of the language of *target*.
        glossary: The terms that count.
        on: The day the article was written on, None where nobody knows.
    """

    __slots__ = (
        "_lacks",
        "_source_matches",
        "_target_matches",
        "_written",
        "glossary",
        "on",
        "source",
        "source_lang",
        "target",
        "target_lang",
    )

    def __init__(
        self, source: str, target: str, source_lang: str, target_lang: str, glossary: Glossary, on: date | None = None
    ) -> None:
        self._written = source, target
        self.source, self.target = without_code(source, target)
        self.source_lang = source_lang
        self.target_lang = target_lang
        self.glossary = glossary
        self.on = on
        self._lacks: tuple[Lack, ...] | None = None
        self._source_matches: list[Match] | None = None
        self._target_matches: list[Match] | None = None

    @property
    def source_language(self) -> Language:
        """The record of the source's language."""
        return language(self.source_lang)

    @property
    def target_language(self) -> Language:
        """The record of the target's language."""
        return language(self.target_lang)

    @property
    def source_matches(self) -> list[Match]:
        """The names recognised in the source."""
        if self._source_matches is None:
            self._source_matches = self.glossary.find(self.source, self.source_lang, self.on)
        return self._source_matches

    @property
    def target_matches(self) -> list[Match]:
        """The names recognised in the target."""
        if self._target_matches is None:
            self._target_matches = self.glossary.find(self.target, self.target_lang, self.on)
        return self._target_matches

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """The names of the source that the target does not carry."""
        if self._lacks is None:
            self._lacks = lacks(self)
        return self._lacks

    def finding(
        self,
        check: str,
        severity: Severity,
        message: str,
        spot: tuple[int, int] | None = None,
        *,
        side: str = "target",
        fix: str = "",
        concept_id: str = "",
    ) -> Finding:
        """
        A finding about this pair.

        Args:
            check: Id of the check.
            severity: How bad it is.
            message: One sentence that names the words it is about.
            spot: Half-open span of the text that *side* names; None for the whole of it.
            side: ``source`` or ``target``.
            fix: What to write at *spot* instead.
            concept_id: The concept it is about, if any.
        """
        start, end = spot or (None, None)
        return Finding(
            check,
            severity,
            message,
            concept_id=concept_id,
            start=start,
            end=end,
            side=side,
            source=self._written[0],
            target=self._written[1],
            fix=fix,
            lang=self.source_lang if side == "source" else self.target_lang,
        )
