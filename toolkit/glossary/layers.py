"""
Which folders make the glossary of a project: the curated one, what the config names, what the command line adds.

Paths are strings here: most look-ups happen at a terminal outside any project, and ``pathlib`` would be a good part of
their cost.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.config import Config


def curated() -> str:
    """
    The folder of the curated glossary: inside the installed package, or beside it in a checkout.

    Raises:
        InputError: Neither is there.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "_glossary")
    for folder in (inside, os.path.join(os.path.dirname(package), "glossary")):
        if os.path.isdir(folder):
            return folder
    from toolkit.errors import InputError  # noqa: PLC0415 - a broken installation only

    raise InputError(_("the curated glossary is missing"), path=inside, remedy=_("install vje-toolkit again"))


def folders(given: Iterable[str | Path] = (), *, below: bool | None = None, start: str | None = None) -> list[str]:
    """
    The layers of a glossary, the strongest last.

    Args:
        given: What the command line adds.
        below: Whether the curated glossary lies at the bottom; None asks the config.
        start: The folder whose config counts; the working folder if None.

    Raises:
        ConfigError: The config cannot be read.
        InputError: The curated glossary is wanted and is not installed.
    """
    settings = config(start)
    layers: list[str] = []
    wanted = True
    if settings is not None:
        home = os.fspath(settings.path.parent) if settings.path else os.curdir
        layers = [os.path.join(home, folder) for folder in settings.glossary]
        wanted = settings.curated
    if below if below is not None else wanted:
        layers.insert(0, curated())
    return [*layers, *(os.fspath(folder) for folder in given)]


def config(start: str | None = None) -> Config | None:
    """The project's settings, or None outside any project: then no TOML is read and nothing of it imported."""
    if config_file(start) is None:
        return None
    from pathlib import Path  # noqa: PLC0415

    from toolkit.config import load_config  # noqa: PLC0415

    return load_config(Path(start) if start else None)


def config_file(start: str | None = None) -> str | None:
    """The config file in force, or None; a file that only may be one counts."""
    here = os.path.abspath(start or os.curdir)
    while True:
        for name in ("vje.toml", "pyproject.toml"):
            path = os.path.join(here, name)
            try:
                with open(path, "rb") as stream:
                    if name == "vje.toml" or b"tool.vje" in stream.read():
                        return path
            except OSError:
                continue
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def unpinned(settings: Config | None) -> str:
    """What to tell a person whose project was checked with another version of the curated glossary; or nothing."""
    if settings is None or not settings.glossary_version:
        return ""
    from toolkit.glossary.version import satisfies, version  # noqa: PLC0415 - few projects pin

    actual = version([curated()])
    if satisfies(settings.glossary_version, actual):
        return ""
    told = _("the curated glossary is {actual}, this project was checked with {wanted}")
    return told.format(actual=actual, wanted=settings.glossary_version)
