"""All of PO's grammar, line by line: for entries that are not plain, and for saying exactly where a file is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog.message import Message
from toolkit.errors import CatalogError
from toolkit.ui import gettext as _
from toolkit.ui import mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RESTORE = mark("take it from the version control or a backup, or mend that line in a text editor")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", '"': '"'}


class Reader:
    """One pass over the lines; what belongs to the entry at hand stands in the attributes."""

    def __init__(self, text: str, path: Path | None, number: int = 0) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.number = number
        self.reset()

    def reset(self) -> None:
        """An empty table for the next entry."""
        self.comments: list[str] = []
        self.notes: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []
        self.sticky: list[str] = []
        self.before: dict[str, list[str]] = {}
        self.strings: dict[str, list[str]] = {}
        self.obsolete = False
        self.line = 0

    def messages(self) -> Iterator[Message]:
        """Every entry of the text, the header among them."""
        into: list[str] | None = None
        for raw in self.lines:
            self.number += 1
            line = raw.strip()
            if not line:
                continue
            first = line[0]
            if first == '"':
                if into is None:
                    raise self.error(_("a string that belongs to nothing"))
                into += self.string(line)
                continue
            if first == "#" and line[1:2] != "~":
                if self.strings:
                    yield self.entry()
                    into = None
                if line[1:2] == "|":
                    into = self.keyword(line[2:].strip(), self.before, into)
                else:
                    self.comment(raw)
                    into = None
                continue
            mark = False
            if first == "#":
                mark = True
                if line[2:3] == "|":
                    if "msgid" in self.strings:
                        yield self.entry()
                        into = None
                    self.obsolete = True
                    into = self.keyword(line[3:].strip(), self.before, into)
                    continue
                line = line[2:].strip()
                if not line:
                    continue
                if line[0] == '"':
                    if into is None:
                        raise self.error(_("a string that belongs to nothing"))
                    into += self.string(line)
                    continue
            word = line.partition(" ")[0].partition('"')[0].rstrip()
            if word in ("msgctxt", "msgid") and "msgid" in self.strings:
                yield self.entry()
            self.obsolete = self.obsolete or mark
            into = self.keyword(line, self.strings, None)
        if self.strings:
            yield self.entry()

    def comment(self, raw: str) -> None:
        """Sort a comment line by its second character, and keep its text as it stands."""
        line = raw.lstrip()
        kind, rest = line[1:2], line[2:]
        if kind == ".":
            self.notes.append(rest.removeprefix(" ").rstrip("\r"))
        elif kind == ":":
            self.references += _places(rest)
        elif kind == ",":
            self.flags += [flag for flag in map(str.strip, rest.split(",")) if flag]
        elif kind == "=":
            self.sticky.append(rest)
        elif line == "#":
            self.comments.append("")
        else:
            self.comments.append(line[1:].removeprefix(" "))

    def keyword(self, line: str, fields: dict[str, list[str]], into: list[str] | None) -> list[str]:
        """Open the string that a keyword announces, or go on with one (in ``#|`` lines a string may stand alone)."""
        if line.startswith('"') and into is not None:
            into += self.string(line)
            return into
        word, quote, rest = line.partition('"')
        word = word.strip()
        known = word in ("msgctxt", "msgid", "msgid_plural", "msgstr") or (
            word.startswith("msgstr[") and word.endswith("]") and word[7:-1].isdigit()
        )
        if not known:
            raise self.error(_("not a line of a PO file: {value!r}").format(value=line[:40]))
        if not quote:
            raise self.error(_("{word} without a string").format(word=word))
        if word in fields:
            raise self.error(_("a second {word} in one entry").format(word=word))
        if word.startswith("msgstr") and fields is self.strings and "msgid" not in fields:
            raise self.error(_("msgstr without a msgid"))
        if word == "msgid" and fields is self.strings:
            self.line = self.number
        fields[word] = self.string(quote + rest)
        return fields[word]

    def text(self, lines: str) -> str:
        """Strings one below the other, the last line end included, as one text."""
        if "\\" not in lines and lines.count("\n") == 1:
            return lines[1:-2]
        return "".join(piece for line in lines.split("\n")[:-1] for piece in self.string(line))

    def string(self, line: str) -> list[str]:
        """The text between the quotation marks; several strings on one line are one text."""
        if len(line) < 2 or line[-1] != '"':
            raise self.error(_("a string without its closing quotation mark"))
        inner = line[1:-1]
        if "\\" not in inner and '"' not in inner:
            return [inner]
        out: list[str] = []
        at, inside = 0, False
        while at < len(line):
            char = line[at]
            at += 1
            if not inside:
                if char == '"':
                    inside = True
                elif not char.isspace():
                    raise self.error(_("a quotation mark inside a string without a backslash before it"))
            elif char == '"':
                inside = False
            elif char == "\\":
                text, at = self.escape(line, at)
                out.append(text)
            else:
                out.append(char)
        if inside:
            raise self.error(_("a string without its closing quotation mark"))
        return ["".join(out)]

    def escape(self, line: str, at: int) -> tuple[str, int]:
        """What stands behind a backslash: a letter, up to three octal digits, or hexadecimal ones."""
        char = line[at]
        if char in _ESCAPES:
            return _ESCAPES[char], at + 1
        if char in "01234567":
            end = at + 1
            while end < at + 3 and line[end] in "01234567":
                end += 1
            return chr(int(line[at:end], 8)), end
        if char == "x":
            end = at + 1
            while line[end] in "0123456789abcdefABCDEF":
                end += 1
            if end > at + 1:
                return chr(int(line[at + 1 : end], 16)), end
        raise self.error(_("an unknown escape \\{char}").format(char=char))

    def entry(self) -> Message:
        """The entry at hand, and a clean table for the next one."""
        fields, before = self.strings, self.before
        if "msgid" not in fields:
            raise self.error(_("msgctxt without a msgid"))
        plurals = sorted((int(word[7:-1]), "".join(fields[word])) for word in fields if word.startswith("msgstr["))
        if "msgstr" not in fields and not plurals:
            raise self.error(_("an entry without its msgstr; the file seems to be cut off"), self.line)
        if plurals and [number for number, _ in plurals] != list(range(len(plurals))):
            raise self.error(_("the plural forms are not numbered 0, 1, 2 …"), self.line)
        if bool(plurals) != ("msgid_plural" in fields):
            raise self.error(_("plural forms without msgid_plural, or the other way round"), self.line)
        message = Message(
            "".join(fields["msgid"]),
            "".join(fields.get("msgstr", ())),
            _joined(fields, "msgctxt"),
            "fuzzy" in self.flags,
            tuple(flag for flag in self.flags if flag != "fuzzy") if self.flags else (),
            self.obsolete,
            _joined(before, "msgid"),
            tuple(self.comments),
            tuple(self.notes),
            tuple(self.references),
            self.line,
            _joined(fields, "msgid_plural"),
            tuple(text for _, text in plurals),
            _joined(before, "msgctxt"),
            _joined(before, "msgid_plural"),
            tuple(self.sticky),
        )
        self.reset()
        return message

    def error(self, what: str, line: int | None = None) -> CatalogError:
        """What is wrong, and in which line."""
        return CatalogError(what, path=self.path, line=line or self.number, remedy=_(_RESTORE))


def _joined(fields: dict[str, list[str]], word: str) -> str | None:
    return "".join(fields[word]) if word in fields else None


def _places(text: str) -> list[str]:
    """References, a name with spaces in gettext's isolates (U+2068, U+2069) as one."""
    if "\u2068" not in text:
        return text.split()
    out: list[str] = []
    rest = text
    while "\u2068" in rest:
        head, _, rest = rest.partition("\u2068")
        out += head.split()
        name, _, rest = rest.partition("\u2069")
        tail = rest.split(" ", 1)
        out.append(name + tail[0])
        rest = tail[1] if len(tail) > 1 else ""
    return out + rest.split()
