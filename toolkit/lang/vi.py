"""Vietnamese."""

from toolkit.lang.record import Language

VI = Language(code="vi", name="Vietnamese", autonym="Tiếng Việt", joiner=" ", spaced=True)
