"""The languages there are: one line each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit.errors import UnknownLanguageError
from toolkit.lang.en import EN
from toolkit.lang.ja import JA
from toolkit.lang.vi import VI
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toolkit.lang.record import Language

LANGUAGES: Mapping[str, Language] = MappingProxyType({"en": EN, "ja": JA, "vi": VI})


def language(code: str) -> Language:
    """
    The record of a language.

    Raises:
        UnknownLanguageError: There is no such record; the message lists those there are.

    >>> language("vi").name
    'Vietnamese'
    """
    try:
        return LANGUAGES[code]
    except KeyError:
        raise UnknownLanguageError(
            _("unknown language {code!r}: use one of {choices}").format(code=code, choices=", ".join(sorted(LANGUAGES)))
        ) from None
