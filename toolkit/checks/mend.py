"""Mend what is mechanical: spaces, widths, the place of tone marks, the Unicode form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.normalize import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.catalog import Catalog
    from toolkit.finding import Finding

#: Checks whose fix no person needs to look at.
MECHANICAL = frozenset(("whitespace", "half-width", "tone-placement", "not-nfc"))


def mend_text(text: str, findings: Iterable[Finding]) -> str:
    """
    Apply the mechanical fixes among *findings* to the text that they were found in.

    Of two fixes that overlap the first is applied; a second run of the checks finds the rest.
    """
    edits = sorted(
        {
            (finding.start, finding.end, finding.fix)
            for finding in findings
            if finding.check in MECHANICAL and finding.side == "target" and finding.start is not None
        }
        - {None}
    )
    out: list[str] = []
    at = 0
    for start, end, fix in edits:
        if start is None or end is None or start < at:
            continue
        out += [text[at:start], fix]
        at = end
    out.append(text[at:])
    return "".join(out)


def mend(catalog: Catalog, findings: Iterable[Finding]) -> int:
    """
    Apply the mechanical fixes to a catalog's translations; it is not saved.

    Args:
        catalog: The catalog that was checked.
        findings: What was found in it.

    Returns:
        How many translations changed.
    """
    by_text: dict[tuple[int | None, str], list[Finding]] = {}
    for finding in findings:
        if finding.path == catalog.path:
            by_text.setdefault((finding.line, finding.target), []).append(finding)
    changed = 0
    for message in catalog:
        mended = _mended(message.line, message.msgstr, by_text)
        plurals = tuple(_mended(message.line, text, by_text) for text in message.plurals)
        if (mended, plurals) != (message.msgstr, message.plurals):
            message.msgstr, message.plurals = mended, plurals
            changed += 1
    return changed


def _mended(line: int, text: str, by_text: dict[tuple[int | None, str], list[Finding]]) -> str:
    findings = by_text.get((line, text), [])
    if any(finding.check == "not-nfc" for finding in findings):
        return nfc(text)
    return mend_text(text, findings) if findings else text
