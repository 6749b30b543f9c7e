"""
Compile the package when it is installed in place, as pip does when it installs a wheel.

Without that, and where Python may write no bytecode later (containers often forbid it), each start of the command would
compile a hundred modules anew and take twice as long. Whoever changes a module loses nothing: Python sees that its
bytecode is older.
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class InPlaceHook(BuildHookInterface):  # type: ignore[type-arg]  # nothing here is configured
    """Runs before a wheel is built; ``editable`` is the version of one that only points at the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what an editable install points at."""
        del build_data
        if version == "editable":
            compileall.compile_dir(Path(self.root) / "toolkit", quiet=2)
