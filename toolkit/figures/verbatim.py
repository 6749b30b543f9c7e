"""What must arrive in a translation as it stands: addresses of pages and people, and a program's placeholders."""

from __future__ import annotations

import re

from toolkit.value import dataclass

_ADDRESS = (
    r"(?P<url>(?:https?|ftp)://[^\s<>「」『』（）()\"“”、。，]+|www\.[A-Za-z0-9-]+\.[^\s<>「」『』（）()\"“”、。，]+)"
    r"|(?P<email>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    # %s, %(name)s, %1$s, {name}, {0}; "100% certain" is no placeholder, so a letter must not go on.
    r"|(?P<placeholder>(?<![\d%])%(?:\d+\$|\([A-Za-z_]\w*\))?[-+#0]*\d*(?:\.\d+)?[sdifu](?!\w)"
    r"|\{[A-Za-z_][\w.]*\}|\{\d*\}|\$\{\w+\})"
)
_VERBATIM = re.compile(_ADDRESS)
_TRAILING = ".,;:!?'’"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """One thing to copy: what it is (``url``, ``email``, ``placeholder``), and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def find_verbatim(text: str) -> list[Verbatim]:
    """
    Addresses and placeholders, in order.

    >>> [v.text for v in find_verbatim("Xem https://example.org/a, hoặc viết cho an@example.org: %s")]
    ['https://example.org/a', 'an@example.org', '%s']
    """
    if not any(mark in text for mark in "@%{/") and "www." not in text:
        return []
    found = []
    for match in _VERBATIM.finditer(text):
        kind = match.lastgroup or ""
        word = match.group().rstrip(_TRAILING) if kind == "url" else match.group()
        found.append(Verbatim(kind, word, match.start(), match.start() + len(word)))
    return found
