"""The group of all commands, and the one place where an error becomes a line on stderr."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from toolkit.errors import ToolkitError

#: Command name -> module that defines it, and the help line shown in the list (so that the list imports no command).
COMMANDS: dict[str, tuple[str, str]] = {}


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that defines *cmd_name*; the command in it is called ``command``."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"toolkit.cli.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the help lines above."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vje-toolkit", prog_name="vje")
def vje() -> None:
    """Translate news between Vietnamese, Japanese and English with one glossary and PO files."""


def main() -> NoReturn:
    """Run ``vje``; an error a person can mend becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may still be cp1252: names must come out all the same.
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        vje(standalone_mode=True)
    except ToolkitError as error:
        print(f"vje: {error}", file=sys.stderr)
        sys.exit(2)
    sys.exit(0)
