"""Agencies and outlets that sign articles: names, the same in every language."""

from __future__ import annotations

from toolkit.lang.lists import read_text

#: As they sign, from ``agencies.txt`` beside this module.
AGENCIES = frozenset(
    line.strip() for line in read_text("agencies.txt").splitlines() if line.strip() and not line.startswith("#")
)
