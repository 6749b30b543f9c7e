"""Vietnamese."""

from toolkit.lang.letters import HAN, HANGUL, KANA
from toolkit.lang.record import Language

VI = Language(
    code="vi", name="Vietnamese", autonym="Tiếng Việt", joiner=" ", spaced=True, foreign=frozenset({HAN, HANGUL, KANA})
)
