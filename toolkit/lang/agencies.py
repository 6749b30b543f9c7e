"""Agencies and outlets that sign articles: names, the same in every language."""

from __future__ import annotations

from pathlib import Path

#: As they sign, from ``agencies.txt`` beside this module.
AGENCIES = frozenset(
    line.strip()
    for line in Path(__file__).with_name("agencies.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
)
