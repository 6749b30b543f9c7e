"""The group of all commands, and the one place where an error becomes a line on stderr."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from toolkit.cli.lazy import LazyGroup
from toolkit.errors import ToolkitError
from toolkit.ui import SOURCE, choose, chosen, languages, mark
from toolkit.ui import gettext as _

#: Command name -> module that defines it, and the help line shown in the list (so that the list imports no command).
COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("init", mark("Write a configuration file that explains every setting.")),
    "segment": ("segment", mark("Print the sentences of an article, with their places.")),
    "extract": ("extract", mark("Write the catalogs of articles, or bring them up to date.")),
    "lookup": ("lookup", mark("Say what a thing is called in the other languages.")),
    "transcribe": ("transcribe", mark("Write a Vietnamese name in katakana, or a Japanese one in Latin letters.")),
    "check": ("check", mark("Check catalogs: terms, numbers, dates, names, punctuation, spelling.")),
    "lint": ("lint", mark("Check a finished text without its source.")),
    "explain": ("explain", mark("Say what a check is for.")),
    "report": ("report", mark("Write a review of catalogs as a page: sentences side by side, findings in place.")),
    "terms": ("terms", mark("Write an article's own glossary: the terms that occur in it.")),
    "render": ("render", mark("Write an article in another language, from its catalog.")),
    "export": ("export", mark("Write a catalog for a translator who works in another program.")),
    "import": ("import_", mark("Bring translations back into a catalog.")),
    "memory": ("memory", mark("Build, search and export a translation memory.")),
    "align": ("align", mark("Pair the sentences of articles that were translated already.")),
    "count": ("count", mark("Count what there is to translate, and what was translated before.")),
    "corpus": ("corpus", mark("Work through an archive: count names, check, extract, split into sentences.")),
    "glossary": ("glossary", mark("Read, check and change the glossary.")),
    "doctor": ("doctor", mark("Say what works on this machine.")),
}


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    """Print the version and what is installed of the extras."""
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import version  # noqa: PLC0415 - only this option needs them

    from toolkit.report.machine import extras  # noqa: PLC0415
    from toolkit.ui.phrase import listed  # noqa: PLC0415

    del param
    told = f"vje {version('vje-toolkit')}"
    if there := listed(name for name, installed in sorted(extras().items()) if installed):
        told = _("{version} with {extras}").format(version=told, extras=there)
    click.echo(told)
    ctx.exit()


def _speak(ctx: click.Context, param: click.Parameter, lang: str | None) -> None:
    """The command line was asked before anything was parsed; who calls the group from Python is heard here."""
    del ctx, param
    if lang and lang != chosen():
        choose(lang)


@click.group(cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.option(
    "--ui-lang",
    type=click.Choice(languages()),
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help="Language of help and messages; the environment's (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) if left out.",
)
def vje() -> None:
    """Translate news between Vietnamese, Japanese and English with one glossary and PO files."""


def _spoken() -> click.Command:
    """The group in the chosen language."""
    if chosen() == SOURCE:
        return vje
    from toolkit.cli.speech import introduce, speak  # noqa: PLC0415 - English is what it says anyway

    introduce(chosen())
    return speak(vje)


def main() -> NoReturn:
    """Run ``vje``; an error a person can mend becomes one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may still be cp1252: names must come out all the same.
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _spoken()(prog_name="vje", standalone_mode=True)
    except ToolkitError as error:
        print(f"vje: {error}", file=sys.stderr)
        sys.exit(2)
    sys.exit(0)
