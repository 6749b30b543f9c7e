"""English."""

from toolkit.lang.letters import HAN, HANGUL, KANA
from toolkit.lang.record import Language

EN = Language(
    code="en", name="English", autonym="English", joiner=" ", spaced=True, foreign=frozenset({HAN, HANGUL, KANA})
)
