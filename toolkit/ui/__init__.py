"""
The language in which the program speaks to people: English, Vietnamese or Japanese.

A message is written in English where it is needed and looked up here when it is shown. A program that imports the
toolkit hears English until it chooses; the command line chooses from its option and from the environment, in the order
that GNU gettext lays down. What machines read (ids, fingerprints, keys of JSON) never passes through here.

>>> choose("ja")
'ja'
>>> choose("en")
'en'
>>> gettext("a message that no catalog has")
'a message that no catalog has'
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

DOMAIN = "vje"
SOURCE = "en"
FOLDER = os.path.join(os.path.dirname(__file__), "locales")

_catalog: NullTranslations | None = None


def languages() -> tuple[str, ...]:
    """Codes of the languages that the program speaks, the one it is written in first."""
    found = sorted(entry.name for entry in os.scandir(FOLDER) if entry.is_dir()) if os.path.isdir(FOLDER) else []
    return (SOURCE, *found)


def wanted(environ: Mapping[str, str]) -> str:
    """
    The language that the environment asks for: ``LANGUAGE``, then the first of ``LC_ALL``, ``LC_MESSAGES``, ``LANG``.

    ``LANGUAGE`` counts only where the locale is not ``C``, as in GNU gettext.

    >>> wanted({"LANG": "ja_JP.UTF-8"}), wanted({"LANG": "vi_VN", "LC_ALL": "C"}), wanted({"LANG": "fr_FR.UTF-8"})
    ('ja', 'en', 'en')
    """
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or "C"
    if _code(locale) in {"C", "POSIX"}:
        return SOURCE
    spoken = languages()
    for asked in (*filter(None, environ.get("LANGUAGE", "").split(":")), locale):
        if (code := _code(asked)) in spoken:
            return code
    return SOURCE


def choose(lang: str) -> str:
    """
    Speak *lang* from now on, in this process.

    Args:
        lang: One of :func:`languages`.

    Returns:
        The code.

    Raises:
        LookupError: Nobody has translated the program into that language.
    """
    global _catalog  # noqa: PLW0603 - one process speaks one language, as with the standard library's gettext
    if lang == SOURCE:
        _catalog = None
        return lang
    from gettext import translation  # noqa: PLC0415 - who reads English does without it

    try:
        _catalog = translation(DOMAIN, FOLDER, languages=[lang])
    except FileNotFoundError:
        raise LookupError(lang) from None
    return lang


def gettext(text: str) -> str:
    """The message in the chosen language; itself where the catalog has none."""
    return text if _catalog is None else _catalog.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that goes with *count*."""
    if _catalog is None:
        return one if count == 1 else many
    return _catalog.ngettext(one, many, count)


def mark(text: str) -> str:
    """Mark a constant for the catalogs; :func:`gettext` translates it when it is shown."""
    return text


def _code(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0].partition("_")[0]
