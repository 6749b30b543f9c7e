"""The way of a single question at a terminal: from the compiled glossary to the answer, past everything else."""

from __future__ import annotations

import os
import sys


def answer(query: str) -> bool:
    """
    Answer a question if that can be done at once.

    Args:
        query: A name.

    Returns:
        False, and nothing printed, if the glossary is not compiled yet, if a project's config is in force, or if
        nothing is called so: then the long way has more to say.
    """
    from toolkit.glossary import layers  # noqa: PLC0415 - this module is imported to be measured
    from toolkit.glossary.book import Glossary  # noqa: PLC0415
    from toolkit.glossary.lookup import cache  # noqa: PLC0415
    from toolkit.glossary.lookup.answer import text  # noqa: PLC0415

    try:
        if layers.config_file() is not None:
            return False
        folder = layers.curated()
        compiled = cache.read(cache.stamp([folder]))
    except (OSError, ValueError):
        return False
    if compiled is None:
        return False
    glossary = Glossary.compiled(compiled, [folder])
    hits = glossary.lookup(query)
    if not hits:
        return False
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.stdout.write(text(hits, glossary))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True
