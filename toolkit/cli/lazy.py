"""A group of commands that imports a command when it is asked for, so that help and completion stay cheap."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from toolkit.ui import SOURCE, chosen
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyGroup(click.Group):
    """
    A group whose commands live in modules of their own.

    Args:
        table: Command name -> module below ``toolkit.cli`` that defines it, and the help line shown in the list. The
            command in that module is called ``command``.
    """

    table: Mapping[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the work."""
        del ctx
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that defines *cmd_name*."""
        del ctx
        if cmd_name not in self.table:
            return None
        command = importlib.import_module(f"toolkit.cli.{self.table[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        if chosen() == SOURCE:
            return command
        from toolkit.cli.speech import speak  # noqa: PLC0415 - English is what commands say anyway

        return speak(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a mistyped one is answered with the one that was probably meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib  # noqa: PLC0415 - only a mistake pays for it

            near = difflib.get_close_matches(args[0], list(self.table), n=1) if args else []
            if not near:
                raise
            message = _("No such command {name!r}: did you mean {near!r}?").format(name=args[0], near=near[0])
            raise click.UsageError(message, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the help lines of the table."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, (_module, text) in self.table.items()])
