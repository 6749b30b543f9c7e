"""``vje glossary stats``."""

from __future__ import annotations

import click

from toolkit.cli.options import format_option, glossary_options


@click.command()
@format_option("text", "markdown", "json")
@glossary_options
def command(form: str, glossary: tuple[str, ...], curated: bool | None) -> None:
    """Count concepts by subject and by confidence, and tell the glossary's version."""
    from toolkit.glossary.book import Glossary  # noqa: PLC0415 - help reads no glossary
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.stats import count, report  # noqa: PLC0415
    from toolkit.glossary.version import version  # noqa: PLC0415

    layers = folders(glossary, below=curated)
    click.echo(report(count(Glossary.load(*layers)), version(layers), form), nl=False)
