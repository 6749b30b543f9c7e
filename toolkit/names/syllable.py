"""
The Vietnamese syllable: an onset, a rime, and a tone that Japanese does not hear.

The national spelling builds every syllable from some thirty onsets, a hundred and fifty rimes and six tones, so a name
can be read by table, and every syllable that can exist can be generated to test the table.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from toolkit.value import dataclass

_DATA = Path(__file__).with_name("data")

#: The combining marks of the five written tones, and the level tone that is not written.
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_TONES = frozenset("".join(TONES))


@dataclass(frozen=True, slots=True)
class Syllable:
    """
    One syllable without its tone, in small letters.

    Attributes:
        onset: ``ng``, ``qu``; ``-`` where the syllable begins with its vowel.
        rime: ``uyên``, ``anh``.
    """

    onset: str
    rime: str


@cache
def onsets() -> dict[str, tuple[str, ...]]:
    """Onset -> its katakana before a, i, u, e, o."""
    return {cells[0]: tuple(cells[1:]) for cells in _table("onsets.txt")}


@cache
def rimes() -> dict[str, tuple[str, str]]:
    """Rime -> the vowel that joins the onset, and the katakana after it."""
    return {cells[0]: (cells[1], cells[2]) for cells in _table("rimes.txt")}


@cache
def _other_tails() -> dict[str, tuple[str, ...]]:
    return {cells[0]: tuple(cells[3:]) for cells in _table("rimes.txt") if cells[3:]}


def other_tails(rime: str) -> tuple[str, ...]:
    """What else is printed after the vowel, against the conventions: タン for Thanh, ドゥク for Đức."""
    return _other_tails().get(rime, ())


def _table(name: str) -> list[list[str]]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def toneless(text: str) -> str:
    """
    NFC in small letters without tones; the letters ă â đ ê ô ơ ư stay.

    >>> toneless("Nguyễn Phú Trọng")
    'nguyên phu trong'
    """
    parts = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))


def named(text: str) -> str:
    """
    The key of a name: NFC, small letters, and one tone placement, so that Hóa is Hoá.

    >>> named("HOÁ") == named("Hóa")
    True
    """
    return " ".join(map(_named, text.split()))


@lru_cache(maxsize=100_000)
def _named(word: str) -> str:
    marks = [c for c in unicodedata.normalize("NFD", word.lower()) if c in _TONES]
    return toneless(word) + "".join(marks)


@cache
def _plain() -> dict[str, list[Syllable]]:
    """Syllable without any diacritic -> the syllables that it may stand for."""
    found: dict[str, list[Syllable]] = {}
    for onset in onsets():
        if "/" in onset or onset in ("-", "qu"):
            continue
        for rime in rimes():
            found.setdefault(bare(onset + rime), []).append(Syllable(onset, rime))
    for rime in rimes():
        found.setdefault(bare(rime), []).append(Syllable("-", rime))
        if rime.startswith("u") and len(rime) > 1:
            found.setdefault(bare("q" + rime), []).append(Syllable("c", rime))
        found.setdefault(bare("qu" + rime), []).append(Syllable("qu", rime))
    return found


def bare(text: str) -> str:
    """
    A word without any diacritic, as a keyboard without Vietnamese writes it.

    >>> bare("Đặng")
    'dang'
    """
    return "".join(c for c in unicodedata.normalize("NFD", text.lower().replace("đ", "d")) if c.isalpha())


def readings(word: str) -> list[Syllable]:
    """
    The syllables that a word without diacritics may stand for.

    >>> [reading.rime for reading in readings("Hieu")]
    ['iêu']
    """
    return _plain().get(bare(word), [])


@lru_cache(maxsize=100_000)
def parse(word: str) -> Syllable | None:
    """
    Read a word as one Vietnamese syllable; None if it is none.

    >>> parse("Giang"), parse("Gì"), parse("Quý"), parse("Smith")
    (Syllable(onset='gi', rime='ang'), Syllable(onset='gi', rime='i'), Syllable(onset='c', rime='uy'), None)
    """
    text = toneless(word)
    known = rimes()
    for size in (3, 2, 1, 0):
        onset, rime = text[:size], text[size:]
        if size and (onset not in onsets() or len(onset) < size):
            continue
        if onset == "gi" and (not rime or rime[0] == "ê"):
            rime = "i" + rime  # gì is gi + i, giêng is gi + iêng: the letter serves twice
        elif onset == "qu" and "u" + rime in known:
            onset, rime = "c", "u" + rime  # quyên sounds as if it were written cuyên
        elif onset == "qu" and rime.startswith(("u", "ư")):
            continue
        if rime in known:
            return Syllable(onset or "-", rime)
    return None


@cache
def common() -> dict[str, tuple[int, int]]:
    """Syllable -> how common it is as a family name, and as a middle or given name."""
    text = (_DATA / "name_syllables.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {word: (int(family), int(given)) for word, family, given in rows}


@cache
def _weights() -> dict[Syllable, tuple[int, int]]:
    """Syllable -> how common it is in names, in all its tones."""
    found: dict[Syllable, tuple[int, int]] = {}
    for word, (family, given) in common().items():
        syllable = parse(word)
        if syllable is not None:
            before = found.get(syllable, (0, 0))
            found[syllable] = (before[0] + family, before[1] + given)
    return found


def likeliest(word: str, *, family: bool, place: bool) -> list[Syllable]:
    """
    What a word without diacritics may stand for, the most usual in names first.

    Args:
        word: In Latin letters.
        family: Whether a person's family name is meant.
        place: Whether it is part of a place's name, where đ is more usual than d.

    >>> likeliest("Dang", family=True, place=False)[0].onset, likeliest("Dung", family=False, place=False)[0].onset
    ('đ', 'd')
    """

    def order(syllable: Syllable) -> tuple[int, int, bool]:
        first, later = _weights().get(syllable, (0, 0))
        return (-first if family else 0, -later - first, syllable.onset != "đ")

    return sorted(readings(word), key=(lambda s: (0, 0, s.onset != "đ")) if place else order)


def ambiguous(name: str) -> bool:
    """
    Whether a name lacks the diacritics that would say which name it is.

    >>> [ambiguous(name) for name in ("Pham Quang Hieu", "Dang Van Lam", "Phạm Quang Hiệu", "Quang Minh")]
    [True, True, False, False]
    """
    return name.isascii() and any(lacking(word) for word in name.split())


def lacking(word: str) -> bool:
    """Whether a word of a name without any diacritic has probably lost one: Hieu, and Dang, for it may be Đặng."""
    return bool(readings(word)) and (parse(word) is None or word[:1] in "Dd")
