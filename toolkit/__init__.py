"""
Translate news between Vietnamese, Japanese and English with one glossary and PO files.

The line that an article travels::

    file ─ readers ─ Article ─ segment ─ Segments ─┐
                          glossary/ ─ Glossary ─ match ─ Matches ─ catalog ─ PO file ─→ translator
                                                                     │
                 translated article ←─ render ←──────────────────────┤←── PO file comes back
                           findings ←─ checks ←──────────────────────┘

Every name below is imported when it is first used, so that ``import toolkit`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.finding import Finding as Finding
    from toolkit.finding import Severity as Severity

_HOMES = {
    "Finding": "toolkit.finding",
    "Severity": "toolkit.finding",
}

__all__ = ["Finding", "Severity"]


def __getattr__(name: str) -> object:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'toolkit' has no attribute {name!r}") from None
    value = globals()[name] = getattr(importlib.import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
