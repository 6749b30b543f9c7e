"""
What is known about each language, as facts.

A language is one record and the word lists beside it. No algorithm names a language: it asks the record.
"""

from toolkit.lang.languages import LANGUAGES, language
from toolkit.lang.recognise import recognise
from toolkit.lang.record import Language

__all__ = ["LANGUAGES", "Language", "language", "recognise"]
