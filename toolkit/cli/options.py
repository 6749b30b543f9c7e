"""Options that several commands share, so that they are spelt and meant alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    F = TypeVar("F", bound=Callable[..., Any])


def glossary_options(function: F) -> F:
    """
    ``--glossary DIR`` and ``--no-curated``, for every command that uses terms.

    The command gets *glossary*, a tuple of folders, and *curated*, a bool or None;
    ``toolkit.glossary.layers.folders(glossary, below=curated)`` makes the list of layers of them and the config.
    """
    for option in (
        click.option(
            "--curated/--no-curated",
            default=None,
            help="Whether the glossary that comes with vje lies below.",
        ),
        click.option(
            "--glossary",
            multiple=True,
            metavar="DIR",
            help="A glossary that lies over the curated one; again and again, the last is the strongest.",
        ),
    ):
        function = option(function)
    return function


def locales_option(function: F) -> F:
    """``--locales DIR``: where the catalogs are; the project's own folder if it is not given."""
    from pathlib import Path  # noqa: PLC0415 - a look-up has neither catalogs nor time

    return click.option(
        "--locales",
        type=click.Path(path_type=Path),
        metavar="DIR",
        default=_locales,
        help="Folder of the catalogs; the config's, or locales/.",
    )(function)


def house_option(function: F) -> F:
    """
    ``--house ID``, for every command that writes terms.

    The command gets *house*, a tuple of ids; ``toolkit.glossary.houses.choose`` makes the houses by language of them.
    """
    return click.option(
        "--house", multiple=True, metavar="ID", help="House style: vns-en, vna-vi, mofa-ja …; one a language."
    )(function)


def color() -> bool | None:
    """Whether stdout is coloured: NO_COLOR and FORCE_COLOR decide, None leaves it to whether it is a terminal."""
    import os  # noqa: PLC0415 - most commands print no colour

    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _locales() -> str:
    from toolkit.config import load_config  # noqa: PLC0415 - only without --locales

    return load_config().locales


def format_option(*forms: str) -> Callable[[F], F]:
    """``--format``: how the result is printed; the first form is the default, the command gets it as *form*."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to print the result.",
    )
