"""The glossary: concepts, their names, and how they are found."""

from __future__ import annotations

from toolkit.glossary.book import Glossary
from toolkit.glossary.concept import Concept, Confidence, Status, Term

__all__ = ["Concept", "Confidence", "Glossary", "Status", "Term"]
