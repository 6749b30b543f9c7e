"""``vje glossary export``."""

from __future__ import annotations

import click

from toolkit.cli.options import glossary_options, house_option
from toolkit.exchange.formats import FORMATS
from toolkit.ui import gettext as _
from toolkit.ui import ngettext


@click.command()
@click.option("--to", "form", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option("--output", "-o", required=True, metavar="FILE", help="Where to; - is stdout.")
@click.option("--from", "source", metavar="CODE", default="", help="The language to translate from.")
@click.option("--into", "target", metavar="CODE", default="", help="The language to translate into.")
@click.option("--on", metavar="DATE", help="Only what holds on this day.")
@click.option("--subject", metavar="SUBJECT", default="", help="Only this kind of thing: place, title.diplomatic …")
@click.option("--country", metavar="CODE", default="", help="Only things of this country: VN, JP …")
@click.option(
    "--deprecated/--no-deprecated",
    default=None,
    help="Whether terms to avoid go in, where the format can say that they are; by default in all but UTX.",
)
@house_option
@glossary_options
def command(
    form: str,
    output: str,
    source: str,
    target: str,
    on: str | None,
    subject: str,
    country: str,
    deprecated: bool | None,
    house: tuple[str, ...],
    glossary: tuple[str, ...],
    curated: bool | None,
) -> None:
    """
    Write the glossary in the format of another program.

    What the format cannot say stays out: terms to avoid, names that hold no more, names that nobody looked up. How many
    that are is said on stderr. docs/exchange.md has the steps for each program.
    """
    import sys  # noqa: PLC0415 - help exports nothing
    from datetime import UTC, datetime  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from toolkit import files  # noqa: PLC0415
    from toolkit.exchange.choice import choose  # noqa: PLC0415
    from toolkit.glossary.lookup.desk import check_lang, open_desk  # noqa: PLC0415

    desk = open_desk(on=on, house=house, glossary=glossary, curated=curated)
    choice = choose(
        desk.glossary,
        FORMATS[form],
        source=check_lang(source) or "",
        target=check_lang(target) or "",
        on=desk.on,
        today=datetime.now(UTC).astimezone().date(),
        subject=subject,
        country=country,
        houses=desk.houses,
        deprecated=deprecated,
        suffix=Path(output).suffix.lower(),
    )
    data = FORMATS[form].write(choice)
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        files.write(Path(output), data)
    number = len(choice.concepts)
    told = ngettext("{path}: {count:,} concept", "{path}: {count:,} concepts", number).format(path=output, count=number)
    for why, number in sorted(choice.left.items()):
        # Translators: {told}: what was said before, "glossary.tbx: 6,000 concepts"; {why}: "unverified concepts"
        told = _("{told}; left out: {count:,} {why}").format(told=told, count=number, why=_(why))
    click.echo(told, err=True)
