"""Japanese."""

from toolkit.lang.record import Language

JA = Language(code="ja", name="Japanese", autonym="日本語", joiner="", spaced=False)
