"""
Names and terms that texts have and the glossary has not.

Precision comes before recall: a curator who gets ten wrong suggestions reads none. What counts is a shape that says
"name" (a family name, a kind of institution, an honorific); what is merely written with a capital must come back.
"""

from __future__ import annotations

from toolkit.glossary.suggest.candidate import Candidate, candidates
from toolkit.glossary.suggest.spot import Passage

__all__ = ["Candidate", "Passage", "candidates"]
