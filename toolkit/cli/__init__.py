"""
The command ``vje``.

Each command lives in a module of its own that is imported when it is called: ``vje --help`` reads no glossary.
A command parses, calls one library function, prints, and exits; nothing here does work.
"""

from __future__ import annotations

from toolkit.cli.main import main

__all__ = ["main"]
