"""What a name may be mistaken for where it stands: numbers that add up, since this is asked at every hit."""

from __future__ import annotations

PLACE = 1
INITIAL = 2
GIVEN = 4
SURNAME = 8
SHOUT = 16
#: Not a doubt, but a fact about the form: its syllables are the language's own, so it may be part of a person's name.
NATIVE = 32
