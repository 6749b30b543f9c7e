"""TBX version 3, ISO 30042:2019: the public dialect TBX-Basic, with data categories as tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange import tbx

if TYPE_CHECKING:
    from toolkit.exchange.choice import Choice

#: Category -> the module of the dialect that defines it.
_MODULES = {"administrativeStatus": "min", "subjectField": "min"}


def _field(name: str, text: str) -> str:
    tag = f"{_MODULES.get(name, 'basic')}:{name}"
    return f"<{tag}>{text}</{tag}>\n"


DIALECT = tbx.Dialect(
    head='<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"'
    ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">\n'
    "<tbxHeader><fileDesc><sourceDesc><p>vje glossary export</p></sourceDesc></fileDesc></tbxHeader>\n"
    "<text><body>\n",
    tail="</body></text>\n</tbx>\n",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    field=_field,
    reference=lambda ident: f'<basic:crossReference target="{ident}">{ident}</basic:crossReference>\n',
    sorts=False,
)

read = tbx.read


def write(choice: Choice) -> bytes:
    """The file of *choice*."""
    return tbx.write(choice, DIALECT)
