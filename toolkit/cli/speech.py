"""
Help in the language of the reader.

click prints what commands and options say about themselves; here they are given the words of the chosen language
before it does. English is what they say anyway, and costs nothing.
"""

from __future__ import annotations

import copy
import os
from typing import TYPE_CHECKING

import click

from toolkit.ui import DOMAIN, FOLDER, gettext, mark, paragraphs, prose
from toolkit.ui.width import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable


#: What click writes in a line of usage.
_USAGE = (mark("[OPTIONS]"), mark("COMMAND [ARGS]..."))


def introduce(lang: str) -> None:
    """
    Make click speak a language, too.

    It asks the standard library's gettext, which is told where our catalogs are and which of them to take. That it
    heeds the environment is of use: what this process starts will speak alike.
    """
    import gettext as library  # noqa: PLC0415 - English needs none

    library.bindtextdomain(DOMAIN, FOLDER)
    library.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = lang


def speak(command: click.Command) -> click.Command:
    """The command, saying about itself in the chosen language what it says in English; its subcommands likewise."""
    command = copy.copy(command)
    command.context_class = _Context
    if command.help:
        command.short_help = gettext(command.short_help or paragraphs(command.help)[0])
        command.help = prose(command.help)
    if command.epilog:
        command.epilog = prose(command.epilog)
    command.options_metavar = gettext(command.options_metavar or "")
    command.params = [_param(param) for param in command.params]
    if isinstance(command, click.Group):
        command.subcommand_metavar = gettext(command.subcommand_metavar)
        command.commands = {name: speak(below) for name, below in command.commands.items()}
    return command


def _param(param: click.Parameter) -> click.Parameter:
    param = copy.copy(param)
    if param.metavar:
        param.metavar = gettext(param.metavar)
    if isinstance(param, click.Option):
        if param.help:
            param.help = gettext(param.help)
        if isinstance(param.prompt, str):
            param.prompt = gettext(param.prompt)
    return param


class _Formatter(click.HelpFormatter):
    """click's layout, measured in columns: 漢 takes two, and a Japanese line breaks where there is no space."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Usage: and what belongs behind the program's name."""
        from gettext import gettext as clicks  # noqa: PLC0415 - the word is click's

        head = f"{prefix or clicks('Usage:') + ' '}{prog}"
        self.write("\n".join(wrap(args, self.width, f"{head} ", " " * (width(head) + 1)) or [head]) + "\n")

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        indent = " " * self.current_indent
        self.write("\n\n".join("\n".join(self._lines(block, indent)) for block in text.split("\n\n")) + "\n")

    def _lines(self, block: str, indent: str) -> list[str]:
        if block.lstrip().startswith("\b"):
            return [f"{indent}{line}" for line in block.split("\n")[1:]]
        return wrap(block, self.width, indent, indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns: options, and what they are for."""
        rows = list(rows)
        column = min(max((width(name) for name, _ in rows), default=0), col_max) + col_spacing
        indent = " " * (self.current_indent + column)
        for name, text in rows:
            head = " " * self.current_indent + name
            lines = wrap(text, max(self.width, column + 12), indent, indent)
            if lines and width(name) <= column - col_spacing:
                lines[0] = head + " " * (column - width(name)) + lines[0].removeprefix(indent)
            else:
                lines.insert(0, head)
            self.write("\n".join(lines) + "\n")


class _Context(click.Context):
    formatter_class = _Formatter
