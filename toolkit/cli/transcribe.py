"""``vje transcribe``: how a name is written in the other language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import format_option
from toolkit.names import in_katakana, romanise, spellings, transcribe
from toolkit.names.syllable import ambiguous
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from toolkit.names.japanese import Order
    from toolkit.names.katakana import Kind, Style


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--from", "lang", type=click.Choice(["vi", "ja"]), default="vi", help="The name's language; vi if none.")
@click.option("--kind", type=click.Choice(["person", "place"]), default="person", help="A person's parts take ・.")
@click.option("--style", type=click.Choice(["mofa", "press"]), default="mofa", help="ヴ and ー, or バ行.")
@click.option("--order", type=click.Choice(["family", "given"]), default="family", help="Of a Japanese name.")
@format_option("text", "json")
def command(names: tuple[str, ...], lang: str, kind: Kind, style: Style, order: Order, form: str) -> None:
    """
    Write a Vietnamese name in katakana, or a name from Japanese in Latin letters.

    Several words are one name. With --from ja, katakana of a Vietnamese name gives the spellings that may stand behind
    it, a Japanese name in kana its romanisation, and a romanised one its kana. Kanji are never guessed: they are read,
    or offered, only where the glossary knows the person.
    """
    name = " ".join(names)
    forms = {"vi": lambda: transcribe(name, kind, style), "ja": lambda: _from_japanese(name, order)}[lang]()
    if form == "json":
        click.echo(json.dumps({"name": name, "forms": forms}, ensure_ascii=False))
    else:
        click.echo("\n".join(forms), nl=bool(forms))
    if not forms:
        click.echo("vje: " + _("{name}: nothing here can be transcribed").format(name=name), err=True)
        raise SystemExit(1)
    if ambiguous(name):
        click.echo("vje: " + _("{name}: without its diacritics this may be several names").format(name=name), err=True)


def _from_japanese(name: str, order: Order) -> list[str]:
    forms = spellings(name) or [romanised for romanised in [romanise(name, order)] if romanised]
    if forms:
        return forms
    from toolkit.glossary.book import Glossary  # noqa: PLC0415 - kana need no glossary
    from toolkit.glossary.layers import folders  # noqa: PLC0415
    from toolkit.glossary.persons import known_person  # noqa: PLC0415

    glossary = Glossary.load(*layers) if (layers := folders()) else Glossary(())
    known = [
        form
        for source, target in (("ja", "vi"), ("ja", "en"), ("vi", "ja"))
        for form in known_person(glossary, name, source, target)
        if form != name
    ]
    return list(dict.fromkeys([*known, *filter(None, [in_katakana(name)])]))
