"""``make docs``: docs/cli.md, printed from the commands themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.main import vje

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEAD = """# Commands

Printed by `make docs` from the commands; `vje COMMAND --help` says the same.
Data goes to stdout, talk to stderr; `-` is stdin; NO_COLOR and FORCE_COLOR are obeyed.
Exit codes: 0, all is well; 1, something was found or not found; 2, the command could not run.
"""


def sections(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[str]:
    """The help of a command and of the commands below it."""
    # The command's own settings, as the command line would make them: -h is one of them
    settings = {"max_content_width": 100, "terminal_width": 100, **command.context_settings}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            below = command.get_command(context, inner)
            assert below is not None
            yield from sections(below, inner, context)


def page() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join(sections(vje, "vje"))


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != page())
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
