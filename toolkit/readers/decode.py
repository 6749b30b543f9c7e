"""
From bytes to text, never by a guess in silence.

UTF-8 is what files are; the encodings of older newsrooms are told apart by a library, must decode without one error,
and the one that was taken is always said.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

#: What chardet may answer, in lower case, and Python's codec for it: anything else is a guess about other languages.
_JAPANESE_AND_VIETNAMESE = {
    "cp932": "cp932",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "cp1258": "cp1258",
    "windows-1258": "cp1258",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

#: Control characters but for those that break lines and columns: no text has them.
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]")

#: Word's older format in letters only, which would pass as text.
_RICH = "{\\rtf"

#: A detector needs a few pages, not the whole file.
_SAMPLE = 100_000

#: The most bytes a news article may have: beyond that the file is something else.
MOST_BYTES = 50_000_000

#: The longest line, in characters, that can still be a paragraph.
LONGEST_LINE = 1_000_000


def decode(
    data: bytes, path: Path | None = None, encoding: str | None = None, *, line: int = LONGEST_LINE
) -> tuple[str, str]:
    """
    Decode an article's bytes.

    Args:
        data: The file as it is.
        path: Its name, for the error.
        encoding: The encoding, where a person or the file itself has said it.
        line: The longest line that is accepted, in characters.

    Returns:
        The text in NFC, without a byte order mark, and the name of the encoding that was taken.

    Raises:
        InputError: The file is empty, is no text, or its encoding cannot be told.

    >>> decode("Hà Nội".encode("utf-16"))
    ('Hà Nội', 'utf-16')
    """
    if not data.strip():
        raise InputError(_("is empty"), path=path, remedy=_("save the article's text into it"))
    text, taken = _given(data, path, encoding) if encoding else _told(data, path)
    text = unicodedata.normalize("NFC", text)
    if _is_binary(text) or text.startswith(_RICH):
        raise InputError(_("is not text"), path=path, remedy=_("save the article as plain text, UTF-8"))
    for number, one in enumerate(text.split("\n") if len(text) > line else (), 1):
        if len(one) > line:
            raise InputError(
                _("has a line of {count:,} characters, more than any article").format(count=len(one)),
                path=path,
                line=number,
                remedy=_("break it into paragraphs"),
            )
    return text, taken


def _given(data: bytes, path: Path | None, encoding: str) -> tuple[str, str]:
    try:
        return _legacy(data, encoding) if encoding in _fonts() else data.decode(encoding), encoding
    except LookupError:
        raise InputError(
            _("unknown encoding {encoding!r}").format(encoding=encoding),
            path=path,
            remedy=_("for example utf-8 or cp932"),
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(
            _("is not {encoding}: byte {place} cannot be read").format(encoding=encoding, place=error.start),
            path=path,
            remedy=_("name another encoding"),
        ) from None


def _told(data: bytes, path: Path | None) -> tuple[str, str]:
    """Find the encoding: marks first, then UTF-8, then what the detectors say and decodes without one error."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _given(data, path, codec)
    escaped = b"\x1b$" in data  # ISO-2022-JP is seven bits wide, so it would pass as UTF-8
    if not escaped and b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    import chardet  # noqa: PLC0415  (only a file that is not UTF-8 pays for it)

    font = _font(data)
    answer = str(chardet.detect(data[:_SAMPLE])["encoding"] or "").lower()
    for codec in filter(None, (font, _JAPANESE_AND_VIETNAMESE.get(answer), "utf-16-le", "utf-16-be")):
        try:
            text = _legacy(data, codec) if codec == font else data.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec.startswith("utf-16") and not _plausible(text):
            continue
        return text, codec
    raise InputError(
        _("is not text in an encoding that can be told"),
        path=path,
        remedy=_("save the article as plain text, UTF-8"),
    )


def _fonts() -> frozenset[str]:
    from viparse.normalize.encodings import CHARMAPS  # noqa: PLC0415  (as above)

    return frozenset(CHARMAPS)


def _font(data: bytes) -> str | None:
    """The Vietnamese font encoding (TCVN3, VNI, VISCII) that the bytes read best in, None if none does."""
    from viparse.normalize.detector import detect_encoding_by_content  # noqa: PLC0415
    from viparse.normalize.encodings import AUTO_DETECT_CHARMAPS  # noqa: PLC0415

    found: str | None = detect_encoding_by_content(data[:_SAMPLE].decode("latin-1"), AUTO_DETECT_CHARMAPS).encoding
    return found


def _legacy(data: bytes, font: str) -> str:
    from viparse.normalize.encodings import CHARMAPS  # noqa: PLC0415
    from viparse.normalize.tables import convert  # noqa: PLC0415

    text: str = convert(data.decode("latin-1"), CHARMAPS[font])
    return text


def _is_binary(text: str) -> bool:
    return _CONTROL.search(text) is not None


def _plausible(text: str) -> bool:
    """Whether UTF-16 without a mark reads as news: nearly all of it Latin letters, kana, kanji or punctuation."""
    good = sum(c < "\u0250" or "\u1e00" <= c <= "\u22ff" or "\u3000" <= c <= "\u9fff" or c >= "\uff00" for c in text)
    return good >= 0.98 * len(text) and any(c in text for c in " \n。、")
