"""Which folders make the glossary of a project: the curated one, what the config names, what the command line adds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def folders(given: Iterable[str | Path] = (), *, curated: bool | None = None, start: Path | None = None) -> list[Path]:
    """
    The layers of a glossary, the strongest last.

    Args:
        given: What the command line adds.
        curated: Whether the curated glossary lies at the bottom; None asks the config.
        start: The folder whose config counts; the working folder if None.

    Raises:
        ConfigError: The config cannot be read.
        InputError: The curated glossary is wanted and is not installed.
    """
    from toolkit.glossary.load import curated as curated_folder  # noqa: PLC0415 - see config_layers

    below, wanted = config_layers(start)
    if curated is None:
        curated = wanted
    return [*([curated_folder()] if curated else []), *below, *map(Path, given)]


def config_layers(start: Path | None = None) -> tuple[list[Path], bool]:
    """What the config says: its folders, relative to the config file, and whether the curated glossary is used."""
    if not has_config(start):
        return [], True
    from toolkit.config import load_config  # noqa: PLC0415 - most look-ups happen where there is no config

    config = load_config(start)
    home = config.path.parent if config.path else Path.cwd()
    return [home / folder for folder in config.glossary], config.curated


def has_config(start: Path | None = None) -> bool:
    """Whether a config file can be in force; cheap, so that a look-up outside a project reads no TOML."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "vje.toml").is_file():
            return True
        try:
            if b"tool.vje" in (folder / "pyproject.toml").read_bytes():
                return True
        except OSError:
            continue
    return False
