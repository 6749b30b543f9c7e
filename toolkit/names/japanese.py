"""
Japanese names in Latin letters, and Latin letters as kana.

Only a reading can be romanised: 羽生 is Hanyu or Habu, so kanji are never guessed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).with_name("data")

Order = Literal["family", "given"]

_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def romanise(reading: str, order: Order = "family") -> str:
    """
    A Japanese name in Hepburn without macrons, as Vietnamese and English newspapers print it.

    Args:
        reading: Family name, a space, given name, in either kana.
        order: ``family`` first as VNA has it, or ``given`` first.

    Returns:
        The name; empty if *reading* holds anything but kana.

    >>> romanise("いしば しげる"), romanise("なかおか だいすけ", "given"), romanise("おおの ゆうこ")
    ('Ishiba Shigeru', 'Daisuke Nakaoka', 'Ono Yuko')
    """
    parts = [_part(part) for part in reading.translate(_TO_HIRAGANA).replace("・", " ").split()]
    if not all(parts):
        return ""
    return " ".join(parts if order == "family" else reversed(parts))


def _part(kana: str) -> str:
    fixed = _seams().get(kana)
    if fixed:
        return fixed.capitalize()
    letters, at = "", 0
    while at < len(kana):
        if kana[at] in "っー":
            at += 1
            continue
        size = 2 if kana[at : at + 2] in _hepburn() else 1
        syllable = _hepburn().get(kana[at : at + size])
        if syllable is None:
            return ""
        if at and kana[at - 1] == "っ":
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
        # A long o or u is one letter; a long i is two: Keiichi.
        if letters[-1:] + syllable not in ("ou", "oo", "uu"):
            letters += syllable
        at += size
    return letters.capitalize()


def in_katakana(romaji: str) -> str:
    """
    A romanised Japanese name as katakana, an aid to reading: the long vowels that Hepburn drops cannot come back.

    Returns:
        Katakana with ・ between the parts; empty if *romaji* is no romanised Japanese.

    >>> in_katakana("Daisuke Nakaoka"), in_katakana("Smith")
    ('ダイスケ・ナカオカ', '')
    """
    parts = [_kana(part.lower()) for part in romaji.replace("-", " ").split()]
    return "・".join(parts) if parts and all(parts) else ""


def _kana(word: str) -> str:
    out, at = "", 0
    table = _kana_table()
    while at < len(word):
        if (word[at] == word[at + 1 : at + 2] and word[at] not in "aiueon") or word.startswith("tch", at):
            out, at = out + "ッ", at + 1
            continue
        if word.startswith("n'", at):
            out, at = out + "ン", at + 2
            continue
        for size in (3, 2, 1):
            kana = table.get(word[at : at + size])
            if kana and not (kana == "ン" and word[at + 1 : at + 2] in ("a", "i", "u", "e", "o", "y") and size == 1):
                out, at = out + kana, at + size
                break
        else:
            if word[at] == "m" and word[at + 1 : at + 2] in ("b", "m", "p"):
                out, at = out + "ン", at + 1
                continue
            return ""
    return out


@cache
def _hepburn() -> dict[str, str]:
    return dict(_pairs("hepburn.txt"))


@cache
def _kana_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for kana, letters in _pairs("hepburn.txt"):
        table.setdefault(letters, kana.translate(_TO_KATAKANA))
    return table


@cache
def _seams() -> dict[str, str]:
    return dict(_pairs("japanese_exceptions.txt"))


def _pairs(name: str) -> list[tuple[str, str]]:
    text = (_DATA / name).read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [(a, b) for a, b in rows]
