"""Word lists as text files: sections in brackets, words between white space, comments after ``# ``."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import InputError, UnknownLanguageError


def read_lists(lang: str, subject: str) -> dict[str, tuple[str, ...]]:
    """
    The sections of ``<lang>.<subject>.txt`` beside this module, each with its words in order.

    A word that holds a space writes it as ``_``.

    Raises:
        UnknownLanguageError: There is no such file.
        InputError: A word stands before the first section, or a section twice.
    """
    path = Path(__file__).with_name(f"{lang}.{subject}.txt")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise UnknownLanguageError(f"no word lists about {subject} for language {lang!r}") from None
    sections: dict[str, list[str]] = {}
    words: list[str] | None = None
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line == "#" or line.startswith("# "):
            continue
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            if name in sections:
                raise InputError(f"section [{name}] stands twice", path=path, line=number)
            words = sections[name] = []
        elif words is None:
            raise InputError("a word stands before the first section", path=path, line=number)
        else:
            words += [word.replace("_", " ") for word in line.split()]
    return {name: tuple(words) for name, words in sections.items()}
