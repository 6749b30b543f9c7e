"""A catalog: the messages of one article for one language, and the file they live in."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.catalog import header as headers
from toolkit.catalog.message import Message
from toolkit.catalog.parse import decode, parse
from toolkit.errors import CatalogError
from toolkit.lang import LANGUAGES
from toolkit.ui import gettext as _
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toolkit.catalog.update.change import Change
    from toolkit.glossary.book import Glossary


@dataclass(slots=True, eq=False)
class Catalog:
    r"""
    What a translator gets and gives back.

    Iterating gives the live messages in the article's order; what the article no longer holds is in :attr:`obsolete`.

    Attributes:
        messages: The live messages.
        obsolete: Messages whose source left the article; kept because sources return.
        header: The header's fields in order; writing to it changes what is saved.
        head: The header's entry itself: its comments and flags.
        path: The file it was read from or saved to last, None if none.
        glossary: What the terms come from, where an extraction made the catalog; an update replaces names with it.
        changes: What the last update did, message by message.
        article: The article's file, where an extraction made the catalog.

    >>> catalog = Catalog.parse('msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "Hello."\nmsgstr "Xin chào."\n')
    >>> catalog.lang, [message.msgstr for message in catalog]
    ('vi', ['Xin chào.'])
    """

    messages: list[Message] = field(default_factory=list)
    obsolete: list[Message] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    head: Message = field(default_factory=lambda: Message(""))
    path: Path | None = None
    glossary: Glossary | None = None
    changes: tuple[Change, ...] = ()
    article: Path | None = None
    _seen: tuple[int, ...] = ()

    def __iter__(self) -> Iterator[Message]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages)

    @property
    def lang(self) -> str:
        """Code of the language to translate into: the header's, else the folder's (``vi/LC_MESSAGES``)."""
        return _code(self.header.get("Language", "")) or _folder(self.path)

    @property
    def source_lang(self) -> str:
        """Code of the article's language; empty where the file does not say."""
        return _code(self.header.get("X-Source-Language", ""))

    @property
    def date(self) -> date | None:
        """The article's date, which decides whose names count; None if nothing says it."""
        return headers.article_date(self.header, self.path)

    @property
    def name(self) -> str:
        """The article's name: the file's, without its suffix."""
        return self.path.stem if self.path else self.header.get("Project-Id-Version", "").partition(" ")[0]

    def find(self, msgid: str, msgctxt: str | None = None) -> Message | None:
        """The live message with this source, or None."""
        return next((m for m in self.messages if m.msgid == msgid and m.msgctxt == msgctxt), None)

    @classmethod
    def load(cls, path: Path | str, *, twins: bool = False) -> Catalog:
        """
        Read a PO file.

        Args:
            path: The file.
            twins: Keep a sentence that stands twice, both times: for who looks and writes nothing.

        Raises:
            CatalogError: It is missing, a folder, empty, binary, not PO, or for another language than its folder says.
        """
        path = Path(path)
        data = _read(path)
        catalog = cls.parse(decode(data, path), path, twins=twins)
        catalog._seen = _digest(data)
        return catalog

    @classmethod
    def parse(cls, text: str, path: Path | None = None, *, twins: bool = False) -> Catalog:
        """Read the text of a PO file; *path* serves the errors and the language's folder."""
        head, live, obsolete = parse(text, path, twins=twins)
        catalog = cls(live, obsolete, headers.read(head.msgstr), head, path)
        here, said = _folder(path), _code(catalog.header.get("Language", ""))
        if here and said and here != said:
            raise CatalogError(
                _("says Language: {said}, but lies in the folder of {here}").format(said=said, here=here),
                path=path,
                line=next((n for n, row in enumerate(text.split("\n"), 1) if row.startswith('"Language:')), 1),
                remedy=_("move the file, or mend its header"),
            )
        return catalog

    def __str__(self) -> str:
        """The whole file in canonical form, which is UTF-8 whatever the file was."""
        kind, charset, said = self.header.get("Content-Type", "").partition("charset=")
        if charset and said.strip().lower() not in ("utf-8", "utf8", "charset"):
            self.header["Content-Type"] = f"{kind}charset=UTF-8"
        self.head.msgstr = headers.write(self.header)
        from toolkit.catalog.write import to_text  # noqa: PLC0415 - a catalog that is checked is not written

        return to_text(self.head, self.messages, self.obsolete)

    def save(self, path: Path | str | None = None) -> bool:
        """
        Write the canonical form, all or nothing; a file that holds it already is not touched.

        Args:
            path: Where to; the file it was read from if None.

        Returns:
            Whether the file had to be written.

        Raises:
            CatalogError: The file there cannot be read back, has changed since this catalog was read, or holds
                translations that this catalog does not.
            InputError: It cannot be written: a read-only or missing folder, a full disk.
        """
        target = Path(path) if path is not None else self.path
        if target is None:
            raise CatalogError(_("a catalog without a file: say where to save it"))
        from toolkit import files  # noqa: PLC0415 - most catalogs are only read

        with files.claim(target) as claim:
            before = claim.read()
            if before is not None:
                self._guard(before, target)
            if self.article is not None:
                self.refer(target)
            data = str(self).encode("utf-8")
            written = claim.write(data)
        self.path, self._seen = target, _digest(data)
        return written

    def refer(self, target: Path) -> None:
        """
        Make the references start at the nearest folder that holds both the catalog and the article.

        Poedit looks for a source in the folders above the catalog, so that is what it can open.
        """
        if self.article is None:
            return
        article = Path(self.article).resolve()
        above = set(Path(target).resolve().parents)
        root = next((folder for folder in article.parents if folder in above), None)
        name = article.relative_to(root).as_posix() if root else article.name
        for message in self.messages:
            message.references = tuple(f"{name}:{place.rpartition(':')[2]}" for place in message.references)

    def _guard(self, before: bytes, target: Path) -> None:
        """Refuse to write over what would be lost."""
        if self.path is not None and self._seen and self.path.resolve() == target.resolve():
            if _digest(before) != self._seen:
                raise CatalogError(
                    _("has changed since it was read, somebody else saved it"),
                    path=target,
                    remedy=_("run the command again; nothing was written"),
                )
            return
        old = Catalog.parse(decode(before, target), target)
        kept = {(m.key, m.msgstr) for m in (*self.messages, *self.obsolete)}
        for message in (*old.messages, *old.obsolete):
            if message.filled and (message.key, message.msgstr) not in kept:
                raise CatalogError(
                    _("holds a translation that would be lost"),
                    path=target,
                    line=message.line,
                    remedy=_("load it and update it instead"),
                )

    def update(self, new: Catalog) -> Catalog:
        """
        Take over an article as it is now, and lose no translation.

        Args:
            new: What :func:`toolkit.extract` gives for the article of today.

        Returns:
            This catalog, brought up to date; :attr:`changes` says what happened to each message.
        """
        from toolkit.catalog.update import update  # noqa: PLC0415 - reading a catalog must not pay for the aligner

        if self.path is not None:
            new.refer(self.path)
        self.changes = update(self, new)
        return self


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CatalogError(_("there is no such file"), path=path, remedy=_("vje extract writes one")) from None
    except (IsADirectoryError, NotADirectoryError):
        raise CatalogError(_("is a folder, not a file"), path=path, remedy=_("give the .po file in it")) from None
    except OSError as error:
        if path.is_dir():  # Windows says only that the permission is denied
            raise CatalogError(_("is a folder, not a file"), path=path, remedy=_("give the .po file in it")) from None
        raise CatalogError(
            _("cannot be read: {error}").format(error=error.strerror), path=path, remedy=_("look at its permissions")
        ) from None


def _digest(data: bytes) -> tuple[int, ...]:
    """What tells whether somebody else has written meanwhile; a real hash is a library that a reader has to load."""
    return zlib.crc32(data), zlib.adler32(data), len(data)


def _code(text: str) -> str:
    """``vi`` of ``vi_VN``; anything that is no language of ours stays as it is."""
    head = text.replace("-", "_").partition("_")[0].lower()
    return head if head in LANGUAGES else text


def _folder(path: Path | None) -> str:
    """The language that a path like ``locales/vi/LC_MESSAGES/x.po`` names, or nothing."""
    if path is None or path.parent.name != "LC_MESSAGES":
        return ""
    code = _code(path.parent.parent.name)
    return code if code in LANGUAGES else ""
