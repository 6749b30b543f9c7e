"""
Cells that a spreadsheet opens: text that looks like a formula must stay text, and come back as it was.

``=HYPERLINK(…)`` in a note runs when a colleague opens the file. An apostrophe in front makes it text in every
spreadsheet; it is taken away on the way back.
"""

from __future__ import annotations

#: What a spreadsheet takes for the beginning of a formula; a Japanese one takes full width as well (OWASP's list).
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def tame(text: str) -> str:
    """
    Make a cell harmless.

    >>> tame("=1+1"), tame("Hà Nội"), tame("'=")
    ("'=1+1", 'Hà Nội', "''=")
    """
    return _MARK + text if text.lstrip(_MARK).startswith(DANGEROUS) else text


def untame(text: str) -> str:
    """
    What :func:`tame` was given.

    >>> untame("'=1+1"), untame("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith(_MARK) and text.lstrip(_MARK).startswith(DANGEROUS) else text


def dangerous(text: str) -> bool:
    """Whether a spreadsheet would take it for a formula."""
    return text.startswith(DANGEROUS)


def flat(text: str) -> str:
    r"""
    One line without tabs, for lists where these separate.

    >>> flat("a\tb\n")
    'a b'
    """
    return " ".join(text.split())
