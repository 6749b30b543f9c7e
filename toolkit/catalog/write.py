"""
The canonical bytes of a catalog: what ``msgcat --no-wrap`` writes.

A file in this form is one in which Poedit changes nothing but the sentence a translator typed. Nothing is wrapped, a
text is broken only after a line end, the parts of an entry stand in gettext's order, and obsolete entries come last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.catalog.message import Message

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
    }
)
#: Columns of gettext's page.
_PAGE = 79
#: Most sentences need no escape, and looking is cheaper than translating.
_SPECIAL = re.compile(r'[\\"\x00-\x1f]')


def to_text(header: Message, live: Iterable[Message], obsolete: Iterable[Message]) -> str:
    """
    Write a catalog in canonical form.

    Args:
        header: The entry with the empty msgid.
        live: The messages in the article's order.
        obsolete: What the article no longer holds.

    Returns:
        The whole file; every line ends with a line feed.
    """
    blocks = [_entry(header, "")]
    blocks += [_entry(message, "") for message in live]
    blocks += [_entry(message, "#~ ") for message in obsolete]
    return "\n".join(blocks)


def _entry(message: Message, mark: str) -> str:
    """One entry, its last line end included; *mark* opens the lines of an obsolete one."""
    out: list[str] = [f"# {line}\n" if line else "#\n" for line in message.comments]
    out += [f"#. {line}\n" if line else "#.\n" for line in message.notes]
    if message.references:
        out.append(_references(message.references))
    if message.fuzzy or message.flags:
        flags = ("fuzzy", *message.flags) if message.fuzzy else message.flags
        out.append(f"#, {', '.join(sorted(flags, key=_rank))}\n")
    out += [f"#={line}\n" for line in message.sticky]
    before = "#~| " if mark else "#| "
    if message.previous_context is not None:
        out.append(_keyword("msgctxt", message.previous_context, before))
    if message.previous is not None:
        out.append(_keyword("msgid", message.previous, before))
    if message.previous_plural is not None:
        out.append(_keyword("msgid_plural", message.previous_plural, before))
    if message.msgctxt is not None:
        out.append(_keyword("msgctxt", message.msgctxt, mark))
    out.append(_keyword("msgid", message.msgid, mark))
    if message.plural is None:
        out.append(_keyword("msgstr", message.msgstr, mark))
    else:
        out.append(_keyword("msgid_plural", message.plural, mark))
        out += [_keyword(f"msgstr[{number}]", text, mark) for number, text in enumerate(message.plurals)]
    return "".join(out)


def _keyword(word: str, text: str, mark: str) -> str:
    """A keyword and its string: on one line, or broken after each line end that is not the last."""
    if not _SPECIAL.search(text):
        return f'{mark}{word} "{text}"\n'
    if "\n" not in text[:-1]:
        return f'{mark}{word} "{text.translate(_ESCAPES)}"\n'
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return f'{mark}{word} ""\n' + "".join(f'{mark}"{line.translate(_ESCAPES)}"\n' for line in lines if line)


def _references(places: Iterable[str]) -> str:
    r"""
    The places on lines that gettext breaks at its page's width even where it wraps nothing else.

    >>> _references([f"articles/2024-11-01-embassy.txt:{line}" for line in (7, 19, 23)])
    '#: articles/2024-11-01-embassy.txt:7 articles/2024-11-01-embassy.txt:19\n#: articles/2024-11-01-embassy.txt:23\n'
    """
    lines, column = ["#:"], 2
    for place in map(_reference, places):
        room = 1 + len(place.encode())
        if column > 2 and column + room > _PAGE:
            lines.append("#:")
            column = 2
        lines[-1] += f" {place}"
        column += room
    return "".join(f"{line}\n" for line in lines)


def _reference(place: str) -> str:
    """A file name with a space stands between the isolates that gettext reads (U+2068, U+2069)."""
    if " " not in place:
        return place
    name, colon, line = place.rpartition(":")
    if colon and line.isdigit():
        return f"\u2068{name}\u2069:{line}"
    return f"\u2068{place}\u2069"


def _rank(flag: str) -> int:
    """The order of gettext for flags: fuzzy, the formats, the range, wrapping; what it doesn't know comes last."""
    if flag == "fuzzy":
        return 0
    if flag.endswith("-format"):
        return 1
    if flag.startswith("range:"):
        return 2
    return 3 if flag in ("wrap", "no-wrap") else 4
