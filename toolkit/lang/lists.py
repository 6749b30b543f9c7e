"""Word lists as text files: sections in brackets, words between white space, comments after ``# ``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from toolkit.errors import InputError, UnknownLanguageError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def read_text(name: str) -> str:
    """
    The text of a file beside this module.

    Raises:
        FileNotFoundError: There is no such file.
    """
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as stream:
        return stream.read()


def read_lists(lang: str, subject: str) -> dict[str, tuple[str, ...]]:
    """
    The sections of ``<lang>.<subject>.txt`` beside this module, each with its words in order.

    A word that holds a space writes it as ``_``.

    Raises:
        UnknownLanguageError: There is no such file.
        InputError: A word stands before the first section, or a section twice.
    """
    path = f"{lang}.{subject}.txt"
    try:
        lines = read_text(path).splitlines()
    except FileNotFoundError:
        raise UnknownLanguageError(
            _("no word lists about {subject} for language {lang!r}").format(subject=subject, lang=lang)
        ) from None
    sections: dict[str, list[str]] = {}
    words: list[str] | None = None
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line == "#" or line.startswith("# "):
            continue
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            if name in sections:
                raise InputError(_("section [{name}] stands twice").format(name=name), path=path, line=number)
            words = sections[name] = []
        elif words is None:
            raise InputError(_("a word stands before the first section"), path=path, line=number)
        else:
            words += [word.replace("_", " ") for word in line.split()]
    return {name: tuple(words) for name, words in sections.items()}


def any_of(words: Iterable[str]) -> str:
    r"""
    The words as a regular expression, the longest first; empty where there are none.

    >>> any_of(["TTXVN", "VNS", "A.P."])
    'TTXVN|A\\.P\\.|VNS'
    """
    import re  # noqa: PLC0415 - most lists become sets

    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def read_words(path: Path, known: frozenset[str], words: Callable[[str], Iterable[str]]) -> dict[str, set[str]]:
    """
    The words under each ``[section]`` of a list; ``#`` opens a comment.

    Args:
        path: The list.
        known: The sections that somebody reads.
        words: The words of one line.

    Raises:
        InputError: The list has a section that nobody reads.
    """
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            name = entry.strip("[]")
            if name not in known:
                raise InputError(_("no such section: {name}").format(name=name), path=path, line=number)
            section = sections.setdefault(name, set())
        else:
            section.update(words(entry))
    return sections
