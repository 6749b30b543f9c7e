"""
What works on this machine: the parts that ``vje`` uses, and what to do about those that are missing.

Nothing here is needed to translate: a part that is missing takes one thing away, and says which.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import shutil
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.glossary.book import Glossary
from toolkit.glossary.layers import curated
from toolkit.glossary.lookup.cache import folder as cache_folder
from toolkit.glossary.version import version
from toolkit.ui import gettext as _
from toolkit.ui import mark, ngettext
from toolkit.value import dataclass

#: Programs that others wrote and translators use, and what each is for.
_PROGRAMS = (
    # Translators: what a program on the reader's machine is for.
    ("msgfmt", mark("gettext: judge and compile catalogs")),
    ("poedit", mark("translate catalogs")),
    ("git", mark("check --diff-base")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """
    One thing that may be there or not.

    Attributes:
        name: What it is called.
        works: Whether it can be used; None for one that nobody needs.
        detail: Its version or place, or what to do to have it.
    """

    name: str
    works: bool | None
    detail: str


def examine() -> list[Part]:
    """
    Look at Python, the glossary, the cache, the extras and the programs beside us.

    >>> examine()[0].name
    'Python'
    """
    return [Part("Python", True, platform.python_version()), _glossary(), _cache(), *_extras(), *_programs()]


def extras() -> dict[str, bool]:
    """Each optional part of the distribution, and whether everything that it asks for is installed."""
    try:
        wanted = importlib.metadata.requires("vje-toolkit") or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    found: dict[str, bool] = {}
    for line in wanted:
        requirement, _, marker = line.partition(";")
        name = marker.partition("extra ==")[2].strip().strip("\"'")
        if name:
            found[name] = found.get(name, True) and _installed(requirement)
    return found


def _installed(requirement: str) -> bool:
    name = requirement.strip().split("[")[0].split(" ")[0]
    for sign in "<>=!~":
        name = name.split(sign)[0]
    try:
        importlib.metadata.version(name.strip())
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _glossary() -> Part:
    folder = curated()
    try:
        glossary = Glossary.load(folder)
    except ToolkitError as error:
        return Part(_("curated glossary"), False, str(error).splitlines()[0])
    told = ngettext(
        "{version}, {count:,} concept, in {folder}", "{version}, {count:,} concepts, in {folder}", len(glossary)
    )
    detail = told.format(version=version([folder]), count=len(glossary), folder=folder)
    return Part(_("curated glossary"), True, detail)


def _cache() -> Part:
    folder = Path(cache_folder())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        # Translators: the cache of the compiled glossary.
        detail = _("cannot be written ({reason}): every start is slower").format(reason=error.strerror)
        return Part(_("cache"), None, detail)
    return Part(_("cache"), True, str(folder))


def _extras() -> list[Part]:
    return [
        Part(
            _("extra {name}").format(name=name),
            True if there else None,
            _("installed") if there else f"pip install 'vje-toolkit[{name}]'",
        )
        for name, there in sorted(extras().items())
    ]


def _programs() -> list[Part]:
    found = []
    for name, purpose in _PROGRAMS:
        where = shutil.which(name)
        found.append(Part(name, True if where else None, where or _("not found; {purpose}").format(purpose=_(purpose))))
    return found
