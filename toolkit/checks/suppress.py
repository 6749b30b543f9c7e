"""
Suppressions: what a translator has looked at and found right.

They live in translator comments, which msgmerge, msgcat and Poedit keep::

    # vje: ignore=term-missing because the headline has no room for it
    # vje: ignore=term-missing:vn.prov.thanh-hoa, number-mismatch
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Finding, Severity
from toolkit.ui import gettext as _
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from toolkit.catalog import Catalog, Message
    from toolkit.glossary import Glossary

_MARK = "vje:"
_WORD = "ignore="


@dataclass(frozen=True, slots=True)
class Suppression:
    """
    One check that shall be silent about one message.

    Attributes:
        check: Id of the check.
        concept_id: Only about this concept; empty for whatever it is about.
        because: The reason, as the translator gave it.
    """

    check: str
    concept_id: str = ""
    because: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether *finding* is what the translator meant."""
        return finding.check == self.check and self.concept_id in ("", finding.concept_id)

    def __str__(self) -> str:
        return f"{self.check}:{self.concept_id}" if self.concept_id else self.check


def suppressions(message: Message) -> list[Suppression]:
    """
    The suppressions in a message's translator comments.

    >>> from toolkit.catalog import Message
    >>> [str(s) for s in suppressions(Message("A", comments=("vje: ignore=whitespace, quotes because as printed",)))]
    ['whitespace', 'quotes']
    """
    found = []
    for comment in message.comments:
        text = comment.strip()
        if not text.startswith(_MARK) or _WORD not in text:
            continue
        listed, _, because = text.partition(_WORD)[2].partition(" because ")
        for name in listed.replace(" ", ",").split(","):
            if name:
                check, _, concept = name.partition(":")
                found.append(Suppression(check, concept, because.strip()))
    return found


def apply(
    found: Iterable[Finding],
    catalog: Catalog,
    checks: Collection[str] | None,
    *,
    known: Collection[str],
    ran: Collection[str],
) -> list[Finding]:
    """
    Leave out what translators have found right, and say which suppressions are of no use.

    Args:
        found: The findings about *catalog*.
        catalog: Where the suppressions stand.
        checks: Ids of the checks that were asked for; None for all.
        known: Ids of the checks that exist: a suppression of another is a typing mistake.
        ran: Ids of the checks that looked: a suppression of another may still be of use.

    Returns:
        The findings that remain, and those of `suppression-unused` and `suppression-fuzzy`.
    """
    by_line: dict[int, list[Finding]] = {}
    kept: list[Finding] = []
    said = {message.line: s for message in catalog if message.comments and (s := suppressions(message))}
    for finding in found:
        if finding.line in said:
            by_line.setdefault(finding.line, []).append(finding)
        else:
            kept.append(finding)
    for message in catalog:
        if message.line not in said:
            continue
        mine = by_line.get(message.line, [])
        for one in said[message.line]:
            covered = [finding for finding in mine if one.covers(finding)]
            mine = [finding for finding in mine if not one.covers(finding)]
            if checks is not None and one.check not in checks and one.check in known:
                continue
            if message.fuzzy:
                if checks is None or "suppression-fuzzy" in checks:
                    what = _("“ignore={check}” was meant for another sentence").format(check=one)
                    kept.append(_about(catalog, message, "suppression-fuzzy", what))
            elif (
                not covered
                and (one.check in ran or one.check not in known)
                and message.translated
                and (checks is None or "suppression-unused" in checks)
            ):
                what = _("“ignore={check}” suppresses nothing").format(check=one)
                if one.check not in known:
                    what = _("“ignore={check}”: there is no such check").format(check=one)
                kept.append(_about(catalog, message, "suppression-unused", what))
        kept += mine
    return kept


def _about(catalog: Catalog, message: Message, check: str, what: str) -> Finding:
    finding = Finding(check, Severity.WARNING, what, source=message.msgid, target=message.msgstr)
    return replace(finding, path=catalog.path, line=message.line, lang=catalog.lang)


def suppression_unused(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    A suppression that no longer suppresses anything, or names a check that does not exist.

    Why:
        It would hide the next mistake in that sentence.

    Example:
        `# vje: ignore=term-mising because …`

    Fix:
        Remove the comment, or correct the name.
    """
    del catalog, glossary, on
    return iter(())


def suppression_fuzzy(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    A suppression was carried over onto a changed sentence together with its old translation.

    Why:
        Programs that merge catalogs keep translator comments. Whoever wrote the suppression looked at another sentence.

    Example:
        `#, fuzzy` with `# vje: ignore=number-mismatch because rounded`

    Fix:
        Look again, and remove the comment or the fuzzy mark.
    """
    del catalog, glossary, on
    return iter(())
