"""The group of all commands, and the one place where an error becomes a line on stderr."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from toolkit.cli.lazy import LazyGroup
from toolkit.errors import ToolkitError

#: Command name -> module that defines it, and the help line shown in the list (so that the list imports no command).
COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("init", "Write a configuration file that explains every setting."),
    "segment": ("segment", "Print the sentences of an article, with their places."),
    "extract": ("extract", "Write the catalogs of articles, or bring them up to date."),
    "lookup": ("lookup", "Say what a thing is called in the other languages."),
    "transcribe": ("transcribe", "Write a Vietnamese name in katakana, or a Japanese one in Latin letters."),
    "check": ("check", "Check catalogs: terms, numbers, dates, names, punctuation, spelling."),
    "lint": ("lint", "Check a finished text without its source."),
    "explain": ("explain", "Say what a check is for."),
    "report": ("report", "Write a review of catalogs as a page: sentences side by side, findings in place."),
    "terms": ("terms", "Write an article's own glossary: the terms that occur in it."),
    "render": ("render", "Write an article in another language, from its catalog."),
    "export": ("export", "Write a catalog for a translator who works in another program."),
    "import": ("import_", "Bring translations back into a catalog."),
    "memory": ("memory", "Build, search and export a translation memory."),
    "align": ("align", "Pair the sentences of articles that were translated already."),
    "count": ("count", "Count what there is to translate, and what was translated before."),
    "corpus": ("corpus", "Work through an archive: count names, check, extract, split into sentences."),
    "glossary": ("glossary", "Read, check and change the glossary."),
    "doctor": ("doctor", "Say what works on this machine."),
}


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version and what is installed of the extras."""
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import version  # noqa: PLC0415 - only this option needs them

    from toolkit.report.machine import extras  # noqa: PLC0415

    there = [name for name, installed in sorted(extras().items()) if installed]
    click.echo(f"vje {version('vje-toolkit')}" + (f" with {', '.join(there)}" if there else ""))
    ctx.exit()


@click.group(cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
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
