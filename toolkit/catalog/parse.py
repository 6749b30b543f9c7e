"""
Read a PO file, whoever wrote it, and say exactly where it is broken.

The reader is our own: polib takes a missing path for text, knows neither the ``#=`` lines of newer gettext versions nor
the line of an error, and needs quadratic time to find a duplicate. This one makes one pass over the lines.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from toolkit.catalog.message import Message
from toolkit.catalog.reader import Reader
from toolkit.errors import CatalogError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def decode(data: bytes, path: Path | None = None) -> str:
    r"""
    The text of a PO file, in the encoding its header names.

    Args:
        data: The bytes of the file; a byte order mark and any kind of line end are taken.
        path: Where they came from, for the error.

    Returns:
        The text with line feeds.

    Raises:
        CatalogError: It is empty, binary, in an encoding nobody knows, or not in the one it claims.

    >>> decode(b'msgid ""\r\n')
    'msgid ""\n'
    """
    if not data.strip():
        raise CatalogError(_("is empty"), path=path, remedy=_("delete it, and vje extract writes a new one"))
    charset = "utf-8"
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            data, charset = data[len(mark) :], name
            break
    else:
        charset = _declared(data, path)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise CatalogError(
            _("is not {charset}: byte 0x{byte:02x} cannot be read").format(
                charset=charset.upper(), byte=data[error.start]
            ),
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            remedy=_("save it as UTF-8 in Poedit or in a text editor"),
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CatalogError(_("is a binary file, not a catalog"), path=path, line=line, remedy=_("give a .po file"))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _declared(data: bytes, path: Path | None) -> str:
    head = data[:8192]
    place = head.find(b"charset=")
    if place < 0:
        return "utf-8"
    name = head[place + 8 :].split(b"\\", 1)[0].split(b'"', 1)[0].strip().decode("ascii", "replace")
    if name == "CHARSET":  # what xgettext writes before anybody knows
        return "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise CatalogError(
            _("claims an encoding nobody knows: {name}").format(name=name),
            path=path,
            line=data.count(b"\n", 0, place) + 1,
            remedy=_("save it as UTF-8, and write charset=UTF-8 in its header"),
        ) from None


def parse(text: str, path: Path | None = None, *, twins: bool = False) -> tuple[Message, list[Message], list[Message]]:
    r"""
    The entries of a PO file.

    Args:
        text: The whole file, line feeds only.
        path: Where it came from, for the error.
        twins: Keep messages with the same msgid and msgctxt, which gettext refuses: who only looks can go on.

    Returns:
        The header, the live messages and the obsolete ones, each in the file's order.

    Raises:
        CatalogError: A line is not PO, a string does not end, an entry has no msgstr, or a msgid occurs twice.

    >>> header, live, obsolete = parse('msgid "a"\nmsgstr "b"\n')
    >>> live[0].msgstr
    'b'
    """
    header = Message("")
    live: list[Message] = []
    obsolete: list[Message] = []
    seen: dict[tuple[str | None, str], int] = {}
    for message in _messages(text, path):
        if message.obsolete:
            obsolete.append(message)
            continue
        if message.msgid == "" and message.msgctxt is None:
            if header.line:
                told = _("has two headers, here and in line {first}").format(first=header.line)
                raise _twice(told, message.line, path)
            header = message
            continue
        first = seen.setdefault((message.msgctxt, message.msgid), message.line)
        if first != message.line and not twins:
            told = _("has {text} twice, here and in line {first}").format(text=_short(message.msgid), first=first)
            raise _twice(told, message.line, path)
        live.append(message)
    return header, live, obsolete


_TEXT = r'((?:"[^"\\\n]*(?:\\.[^"\\\n]*)*"\n)+)'
#: An entry as every tool writes it. What looks otherwise goes to the reader below, which knows PO and its errors.
_PLAIN = re.compile(rf"((?:#(?:[^|~\n][^\n]*)?\n)*)(?:#\| msgid {_TEXT})?msgid {_TEXT}msgstr {_TEXT}(?:\n+|\Z)")
#: An entry as we and Poedit write nearly all of them: notes, references, perhaps fuzzy, a line each for the texts.
_CANONICAL = re.compile(
    r'((?:#\. [^\n]*\n)*)(?:#: ([^\n\u2068]*)\n)?(#, fuzzy\n)?msgid "([^"\\\n]*)"\nmsgstr "([^"\\\n]*)"\n(\n+|\Z)'
)


def _messages(text: str, path: Path | None) -> Iterator[Message]:
    """Every entry, header included: the plain ones at once, and from the first odd one on line by line."""
    at, line = 0, 1
    if not text.endswith("\n"):
        text += "\n"
    canonical, plain = _CANONICAL.match, _PLAIN.match
    while True:
        if match := canonical(text, at):
            said, places, fuzzy, msgid, msgstr, gap = match.groups()
            notes = tuple(said[3:-1].split("\n#. ")) if said else ()
            references = tuple(places.split()) if places else ()
            line += len(notes) + (places is not None) + (fuzzy is not None)
            yield Message(msgid, msgstr, None, fuzzy is not None, (), False, None, (), notes, references, line)
            line += 2 + len(gap)
            at = match.end()
            continue
        if not (match := plain(text, at)):
            break
        comments, previous, msgid, msgstr = match.groups()
        head = comments.count("\n") + (previous.count("\n") if previous else 0)
        if previous and "\n#" in previous:
            break
        if previous or "\\" in msgid or "\\" in msgstr or msgid.count("\n") > 1 or msgstr.count("\n") > 1:
            reader = Reader("", path, line + head)
            message = Message(reader.text(msgid), reader.text(msgstr), line=line + head)
            message.previous = reader.text(previous) if previous else None
        else:
            message = Message(msgid[1:-2], msgstr[1:-2], line=line + head)
        if comments:
            _describe(message, comments.split("\n")[:-1], path)
        yield message
        line += match[0].count("\n")
        at = match.end()
    if at < len(text):
        yield from Reader(text[at:], path, line - 1).messages()


def _describe(message: Message, rows: list[str], path: Path | None) -> None:
    """Hang the comment lines on a message."""
    if all(row.startswith(("#. ", "#: ")) for row in rows) and not any("\u2068" in row for row in rows):
        message.notes = tuple(row[3:] for row in rows if row[1] == ".")
        message.references = tuple(place for row in rows if row[1] == ":" for place in row[3:].split())
        return
    reader = Reader("", path)
    for row in rows:
        reader.comment(row)
    message.comments, message.notes = tuple(reader.comments), tuple(reader.notes)
    message.references, message.sticky = tuple(reader.references), tuple(reader.sticky)
    message.fuzzy = "fuzzy" in reader.flags
    message.flags = tuple(flag for flag in reader.flags if flag != "fuzzy")


def _twice(what: str, line: int, path: Path | None) -> CatalogError:
    return CatalogError(what, path=path, line=line, remedy=_("keep the better one of the two"))


def _short(text: str) -> str:
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
