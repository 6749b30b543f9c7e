"""Where a tone mark stands: two schools of Vietnamese spelling, hóa and hoá, which a text should not mix."""

from __future__ import annotations

import re

from toolkit.normalize import TONES

#: First and second letters by turns, so that no letter is tried against every rime.
_PAIRS = (("oO", "àáảãạèéẻẽẹ"), ("uU", "ỳýỷỹỵ"), ("òóỏõọ", "aAeE"), ("ùúủũụ", "yY"))
_TONE_PLACES = re.compile(
    f"(?<![qQ])(?:{'|'.join(f'[{one + one.upper()}][{other + other.upper()}]' for one, other in _PAIRS)})(?!\\w)"
)
_OLDER = {new: old for old, new in TONES.items()}


def tone_places(text: str) -> list[tuple[int, str, str]]:
    """
    Every open *oa*, *oe*, *uy* with a tone mark, which two schools of spelling place differently.

    Args:
        text: NFC.

    Returns:
        Where it stands (two characters), and how the older school (hóa) and the newer one (hoá) write it.

    >>> tone_places("Thanh Hóa, hoà bình, quý")
    [(7, 'óa', 'oá'), (12, 'òa', 'oà')]
    """
    found = []
    for match in _TONE_PLACES.finditer(text):
        word = match.group()
        low = word.lower()
        pair = (low, TONES[low]) if low in TONES else (_OLDER[low], low)
        if word.isupper():
            pair = (pair[0].upper(), pair[1].upper())
        elif word[:1].isupper():
            pair = (pair[0].capitalize(), pair[1].capitalize())
        found.append((match.start(), *pair))
    return found
