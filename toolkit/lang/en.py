"""English."""

from toolkit.lang.record import Language

EN = Language(code="en", name="English", autonym="English", joiner=" ", spaced=True)
