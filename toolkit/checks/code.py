"""Words that a text quotes as code, in backticks: they are carried over as they are, and no language's rules hold."""

from __future__ import annotations

#: Nothing that any check reads: no letter, no figure, no space, no mark.
_BLANK = "\ufffc"


def without_code(source: str, target: str) -> tuple[str, str]:
    """
    Both texts with the code blanked that stands in both of them; no character moves.

    >>> source, target = without_code("Write `Hà Nội` so.", "`Hà Nội` と書く。")
    >>> source.replace(_BLANK, "_"), target.replace(_BLANK, "_")
    ('Write `______` so.', '`______` と書く。')
    >>> without_code("Write `Hà Nội`.", "`ハノイ`と書く。")
    ('Write `Hà Nội`.', '`ハノイ`と書く。')
    """
    if "`" not in source or "`" not in target:
        return source, target
    both = set(source.split("`")[1::2]) & set(target.split("`")[1::2])
    return _blanked(source, both), _blanked(target, both)


def _blanked(text: str, code: set[str]) -> str:
    parts = text.split("`")
    last = len(parts) - 1  # an odd backtick opens nothing
    return "`".join(
        _BLANK * len(part) if at % 2 and at < last and part in code else part for at, part in enumerate(parts)
    )
