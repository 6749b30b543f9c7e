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
    from collections.abc import Mapping, Sequence

    from toolkit.ui.compiled import Compiled
    from toolkit.ui.retell import Remembering

DOMAIN = "vje"
SOURCE = "en"
FOLDER = os.path.join(os.path.dirname(__file__), "locales")

_lang = SOURCE
_catalog: Compiled | Remembering | None = None


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
    asked = [*map(_code, filter(None, environ.get("LANGUAGE", "").split(":"))), _code(locale)]
    if asked[0] == SOURCE:  # most machines: nobody has to look which other languages there are
        return SOURCE
    spoken = languages()
    return next((code for code in asked if code in spoken), SOURCE)


def split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """
    What a command line says about the language, read before anything else is, so that complaints are in it too.

    Returns:
        The language of ``--ui-lang`` in front of the command, empty where none of ours is asked for; the other words.

    >>> split(["--ui-lang", "vi", "lookup", "Huế"])
    ('vi', ['lookup', 'Huế'])
    >>> split(["lookup", "--ui-lang", "vi"]), split(["--ui-lang=tlh", "lookup"])
    (('', ['lookup', '--ui-lang', 'vi']), ('', ['--ui-lang=tlh', 'lookup']))
    """
    for place, word in enumerate(arguments):
        if not word.startswith("-"):
            break
        option, sign, lang = word.partition("=")
        if option == "--ui-lang":
            behind = place + 1 if sign else place + 2
            lang = lang if sign else "".join(arguments[place + 1 : behind])
            return (lang, [*arguments[:place], *arguments[behind:]]) if lang in languages() else ("", [*arguments])
    return "", [*arguments]


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
    global _catalog, _lang  # noqa: PLW0603 - one process speaks one language, as with the standard library's gettext
    if lang == SOURCE:
        _catalog = None
    else:
        from toolkit.ui.compiled import Compiled  # noqa: PLC0415 - who reads English does without it

        try:
            _catalog = Compiled(os.path.join(FOLDER, lang, "LC_MESSAGES", f"{DOMAIN}.mo"))
        except FileNotFoundError:
            raise LookupError(lang) from None
    _lang = lang
    return lang


def chosen() -> str:
    """The language that this process speaks; a process it starts is told to speak it too."""
    return _lang


def gettext(text: str) -> str:
    """The message in the chosen language; itself where the catalog has none."""
    return text if _catalog is None else _catalog.one(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that goes with *count*."""
    if _catalog is None:
        return one if count == 1 else many
    return _catalog.counted(one, many, count)


def mark(text: str) -> str:
    """Mark a constant for the catalogs; :func:`gettext` translates it when it is shown."""
    return text


def paragraphs(docstring: str) -> list[str]:
    r"""
    The paragraphs of a docstring that people are shown, each on one line: what a translator gets to see.

    A paragraph that opens with click's mark ``\b`` keeps its line ends.

    >>> paragraphs("Say what it is\n    called.\n\n    Several words are one question.")
    ['Say what it is called.', 'Several words are one question.']
    """
    from inspect import cleandoc  # noqa: PLC0415 - a look-up shows no docstring

    blocks = cleandoc(docstring).partition("\f")[0].split("\n\n")
    return [
        block.strip("\n") if block.lstrip().startswith("\b") else " ".join(map(str.strip, block.split("\n")))
        for block in blocks
        if block.strip()
    ]


def prose(docstring: str) -> str:
    """A docstring in the chosen language, paragraph by paragraph."""
    return "\n\n".join(map(gettext, paragraphs(docstring)))


def _code(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0].partition("_")[0]
