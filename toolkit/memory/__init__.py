"""Translation memory: sentences that people have translated, found again when they return, whole or nearly."""

from __future__ import annotations

from toolkit.memory.pair import Hit, How, Pair

__all__ = ["Hit", "How", "Pair"]
