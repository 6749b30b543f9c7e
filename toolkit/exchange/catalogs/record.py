"""An entry of a catalog as named texts, none of which has line ends or tabs, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.catalog import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: The names, in the order of the columns.
FIELDS = (
    "state",
    "context",
    "source",
    "target",
    "source_plural",
    "targets",
    "comments",
    "notes",
    "references",
    "flags",
    "previous",
    "previous_context",
    "previous_plural",
    "sticky",
)
#: An empty text, where nothing would mean that there is none.
_EMPTY = "\\e"
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
_TABLE = str.maketrans(_ESCAPES)
_BACK = {escaped[1]: char for char, escaped in _ESCAPES.items()}


def escape(text: str) -> str:
    r"""
    One line of it.

    >>> escape("a\tb\n")
    'a\\tb\\n'
    """
    return text.translate(_TABLE)


def unescape(text: str) -> str:
    r"""
    What :func:`escape` was given.

    >>> unescape(escape("C:\\new\n"))
    'C:\\new\n'
    """
    if "\\" not in text:
        return text
    out, marked = [], False
    for char in text:
        if marked:
            out.append(_BACK.get(char, f"\\{char}"))
            marked = False
        elif char == "\\":
            marked = True
        else:
            out.append(char)
    return "".join(out)


def record(message: Message) -> dict[str, str]:
    """The texts of an entry, every name of :data:`FIELDS`."""
    state = " ".join(word for word, holds in (("fuzzy", message.fuzzy), ("obsolete", message.obsolete)) if holds)
    return {
        "state": state,
        "context": _maybe(message.msgctxt),
        "source": escape(message.msgid),
        "target": escape(message.msgstr),
        "source_plural": _maybe(message.plural),
        "targets": _list(message.plurals),
        "comments": _list(message.comments),
        "notes": _list(message.notes),
        "references": _list(message.references),
        "flags": _list(message.flags),
        "previous": _maybe(message.previous),
        "previous_context": _maybe(message.previous_context),
        "previous_plural": _maybe(message.previous_plural),
        "sticky": _list(message.sticky),
    }


def message(texts: Mapping[str, str]) -> Message:
    """The entry; a name that is missing counts as empty."""
    get = {name: texts.get(name) or "" for name in FIELDS}
    state = get["state"].lower().split()
    return Message(
        unescape(get["source"]),
        unescape(get["target"]),
        _given(get["context"]),
        fuzzy="fuzzy" in state,
        flags=_items(get["flags"]),
        obsolete="obsolete" in state,
        previous=_given(get["previous"]),
        comments=_items(get["comments"]),
        notes=_items(get["notes"]),
        references=_items(get["references"]),
        plural=_given(get["source_plural"]),
        plurals=_items(get["targets"]),
        previous_context=_given(get["previous_context"]),
        previous_plural=_given(get["previous_plural"]),
        sticky=_items(get["sticky"]),
    )


def _maybe(text: str | None) -> str:
    return "" if text is None else escape(text) or _EMPTY


def _given(text: str) -> str | None:
    return None if not text else "" if text == _EMPTY else unescape(text)


def _list(items: Iterable[str]) -> str:
    """Each item ends with a line end, so that an empty one counts; inside an item it is escaped twice."""
    return escape("".join(f"{escape(item)}\n" for item in items))


def _items(text: str) -> tuple[str, ...]:
    lines = unescape(text).split("\n")
    return tuple(unescape(line) for line in (lines[:-1] if not lines[-1] else lines))
