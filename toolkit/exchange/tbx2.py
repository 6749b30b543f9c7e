"""TBX version 2, MARTIF: the one that OmegaT, Weblate and translate-toolkit read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange import tbx

if TYPE_CHECKING:
    from toolkit.exchange.choice import Choice

#: Category -> the element that holds it; what is not listed describes the concept.
_ELEMENTS = {"administrativeStatus": "termNote", "sortKey": "admin", "source": "admin"}


def _field(name: str, text: str) -> str:
    element = _ELEMENTS.get(name, "descrip")
    return f'<{element} type="{name}">{text}</{element}>\n'


DIALECT = tbx.Dialect(
    head='<?xml version="1.0" encoding="UTF-8"?>\n'
    '<martif type="TBX" xml:lang="en">\n'
    "<martifHeader><fileDesc><titleStmt><title>vje glossary</title></titleStmt>"
    "<sourceDesc><p>vje glossary export</p></sourceDesc></fileDesc>"
    '<encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></martifHeader>\n'
    "<text><body>\n",
    tail="</body></text>\n</martif>\n",
    entry="termEntry",
    language="langSet",
    term="tig",
    field=_field,
    reference=lambda ident: f'<ref type="crossReference" target="{ident}">{ident}</ref>\n',
    sorts=True,
)

read = tbx.read


def write(choice: Choice) -> bytes:
    """The file of *choice*."""
    return tbx.write(choice, DIALECT)
