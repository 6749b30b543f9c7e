"""Which layer a command of a curator writes to."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import InputError
from toolkit.glossary.layers import curated as curated_folder
from toolkit.glossary.layers import folders
from toolkit.ui import gettext as _


def one_layer(given: str | None, glossary: tuple[str, ...], *, curated: bool | None) -> Path:
    """
    The folder or file to write to: the one that was named, else the strongest layer.

    Raises:
        InputError: That is the glossary inside an installed package, which the next update would overwrite.
    """
    if given:
        return Path(given)
    layers = folders(glossary, below=curated)
    if not layers:
        raise InputError(_("there is no glossary to write to"), remedy=_("name a folder"))
    strongest = Path(layers[-1])
    if layers[-1] == curated_folder() and strongest.name == "_glossary":
        raise InputError(
            _("the glossary of an installed vje is overwritten by its next update"),
            path=strongest,
            remedy=_("keep your terms in a folder of your own: `vje glossary add terms/`"),
        )
    return strongest
