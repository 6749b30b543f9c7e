"""Which capitals a hit must have, so that ``us`` is not US and a headline may shout."""

from __future__ import annotations

from enum import StrEnum


class Case(StrEnum):
    """How a term insists on its capitals."""

    #: Exactly as written, or all in capitals.
    EXACT = "exact"
    #: Every capital of the term; more may be there.
    NAME = "name"
    #: The same, but the generic word in front may be small: bộ Ngoại giao, đại sứ quán.
    TITLED = "titled"
    #: Any case; only an acronym keeps its capitals.
    FREE = "free"


def capitals(form: str, case: Case) -> tuple[int, ...]:
    """
    Where a hit for *form* must have a capital.

    >>> capitals("Bộ Ngoại giao", Case.TITLED), capitals("Prime Minister", Case.FREE), capitals("UBND tỉnh", Case.FREE)
    ((3,), (), (0, 1, 2, 3))
    """
    everywhere = () if form.islower() else tuple([i for i, char in enumerate(form) if char.isupper()])
    if case is Case.TITLED:
        return everywhere[1:] if everywhere[:1] == (0,) and " " in form else everywhere
    if case is Case.FREE:
        kept: list[int] = []
        at = 0
        for word in form.split(" "):
            letters = [i for i, char in enumerate(word, at) if char.isalpha()]
            if len(letters) > 1 and all(form[i].isupper() for i in letters):
                kept += letters
            at += len(word) + 1
        return tuple(kept)
    return everywhere


def agrees(surface: str, form: str, required: tuple[int, ...], case: Case) -> bool:
    """
    Whether *surface*, which differs from *form* in case and width at most, has the capitals it needs.

    >>> agrees("us", "US", (0, 1), Case.NAME), agrees("HÀ NỘI", "Hà Nội", (0, 3), Case.NAME)
    (False, True)
    """
    for i in required:
        if not surface[i].isupper():
            return False
    return (
        case is not Case.EXACT
        or surface.isupper()
        or all(s.isupper() == f.isupper() for s, f in zip(surface, form, strict=True))
    )
