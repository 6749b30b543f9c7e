"""
XML from strangers: read in pieces, without entities, documents from elsewhere, or towers of elements.

A file of a few bytes can unfold to gigabytes, or ask the reader for ``/etc/passwd``. Nothing that a translator's tool
writes needs entities of its own, so whoever defines one is turned away, with the line. A document type is passed over:
TMX files name theirs, and it is never fetched.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

#: Larger than any glossary or memory that was met.
MOST_BYTES = 300_000_000
#: Elements inside each other; real formats have about ten.
MOST_DEEP = 60
_PIECE = 1 << 16
#: Attribute that holds the line of an element, for errors; no XML name begins with #.
LINE = "#line"


def elements(source: Path | bytes, kind: str, roots: frozenset[str], wanted: frozenset[str]) -> Iterator[ET.Element]:
    """
    The wanted elements of a document, one after the other, each whole.

    Names are local: ``lang`` for ``xml:lang``, ``term`` whatever its name space. Memory holds one element at a time.

    Args:
        source: The file, or its content.
        kind: What the format is called, for the error.
        roots: What the outermost element may be called.
        wanted: The elements to give; one inside another comes as part of it.

    Raises:
        InputError: It cannot be read, is no XML or another kind, is far too large or too deep, or defines entities.

    >>> page = b"<tmx><body><tu><seg>Hi</seg></tu></body></tmx>"
    >>> [e.find("seg").text for e in elements(page, "TMX", frozenset({"tmx"}), frozenset({"tu"}))]
    ['Hi']
    """
    path = source if isinstance(source, Path) else None
    builder = _Builder(path, kind, roots, wanted)
    try:
        with open(source, "rb") if isinstance(source, Path) else io.BytesIO(source) as stream:  # noqa: PTH123
            yield from _read(stream, builder, path)
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, remedy=_("check the name")) from None
    except OSError as error:
        raise InputError(
            _("cannot be read: {error}").format(error=error.strerror), path=path, remedy=_("check the name")
        ) from None


def _read(stream: BinaryIO, builder: _Builder, path: Path | None) -> Iterator[ET.Element]:
    size = there = 0
    much = _PIECE
    while True:
        piece = stream.read(much)
        size += len(piece)
        if size > MOST_BYTES:
            raise InputError(
                _("is larger than {size} MB").format(size=MOST_BYTES // 1_000_000), path=path, remedy=_("split it")
            )
        try:
            builder.parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code)
            raise InputError(
                _("is not XML: {message}").format(message=message),
                path=path,
                line=error.lineno,
                remedy=_("export it again"),
            ) from None
        except InputError:
            raise
        except ValueError as error:  # an encoding that the parser does not know
            raise InputError(
                _("cannot be read: {error}").format(error=error), path=path, remedy=_("save it as UTF-8")
            ) from None
        # The parser begins a word again with each piece: if one does not end, larger pieces keep that from growing
        # with the square of its length.
        at = builder.parser.CurrentByteIndex
        much, there = (much * 2, there) if at == there else (_PIECE, at)
        yield from builder.done
        builder.done.clear()
        if not piece:
            return


class _Builder:
    """Turns the parser's events into the wanted elements."""

    def __init__(self, path: Path | None, kind: str, roots: frozenset[str], wanted: frozenset[str]) -> None:
        self.path, self.kind, self.roots, self.wanted = path, kind, roots, wanted
        self.done: list[ET.Element] = []
        self.tree: ET.TreeBuilder | None = None
        self.depth = self.inside = 0
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = _PIECE
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.EntityDeclHandler = self.entity
        parser.SkippedEntityHandler = self.skipped

    def _refuse(self, what: str, remedy: str) -> InputError:
        return InputError(what, path=self.path, line=self.parser.CurrentLineNumber, remedy=remedy)

    def entity(self, name: str, *_args: object) -> None:
        """A definition of an entity: the way of every bomb and of every theft."""
        raise self._refuse(
            _("defines an entity of its own, {name!r}, which may be a trap").format(name=name), _("ask for it without")
        )

    def skipped(self, name: str, *_args: object) -> None:
        """An entity that some document elsewhere defines: what it stands for would be lost."""
        raise self._refuse(
            _("uses an entity that it does not define, &{name};").format(name=name), _("write the character itself")
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(" ")[2]
        if not self.depth and local not in self.roots:
            raise self._refuse(
                _("is not {kind}: it begins with <{local}>").format(kind=self.kind, local=local),
                _("give a {kind} file").format(kind=self.kind),
            )
        self.depth += 1
        if self.depth > MOST_DEEP:
            raise self._refuse(
                _("has more than {most} elements inside each other").format(most=MOST_DEEP),
                _("export it again"),
            )
        if self.tree is None and local in self.wanted:
            self.tree, self.inside = ET.TreeBuilder(), self.depth
        if self.tree is not None:
            found = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            found[LINE] = str(self.parser.CurrentLineNumber)
            self.tree.start(local, found)

    def end(self, name: str) -> None:
        """An element ends."""
        if self.tree is not None:
            self.tree.end(name.rpartition(" ")[2])
            if self.depth == self.inside:
                self.done.append(self.tree.close())
                self.tree = None
        self.depth -= 1

    def text(self, data: str) -> None:
        """Text between two tags."""
        if self.tree is not None:
            self.tree.data(data)
