"""
What there is to translate in a Python file: a method for Babel's extraction.

It sees what the program shows to people: what goes through ``gettext``, ``ngettext`` and ``mark``; the help of commands
and of their options, which click reads from docstrings and arguments; and the documents of the checks, which are their
docstrings. Long texts come paragraph by paragraph, as :func:`toolkit.ui.paragraphs` cuts them.

A placeholder is a riddle to a translator, so each message says what stands in its place: by the table of
:mod:`tools.messages.placeholders`, or by a comment above the message that begins with ``Translators:``.
"""

from __future__ import annotations

import ast
from string import Formatter
from typing import IO, TYPE_CHECKING, Any

from toolkit.checks.document import paragraphs as check_paragraphs
from toolkit.ui import paragraphs
from tools.messages.placeholders import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Found = tuple[int, str, str | tuple[str, str], list[str]]

#: Functions whose first argument is a message, by the names under which they are imported.
SPEAKERS = ("_", "gettext", "mark", "usage")
TAG = "Translators:"
#: Arguments of click's decorators that are shown in help.
HELP = ("help", "short_help", "epilog", "metavar", "prompt")


def extract(
    fileobj: IO[bytes], keywords: Sequence[str], comment_tags: Sequence[str], options: dict[str, Any]
) -> Iterator[Found]:
    """
    Read one file, as Babel asks a method to.

    Args:
        fileobj: The file.
        keywords: Not heeded: the functions are ours.
        comment_tags: Not heeded either: the tag is ``Translators:``.
        options: None are known.

    Yields:
        Line, function's name (``gettext`` or ``ngettext``), the message or its two forms, comments.
    """
    del keywords, comment_tags, options
    text = fileobj.read().decode("utf-8")
    lines = text.splitlines()
    tree = ast.parse(text)
    found = [*_calls(tree, lines), *_help(tree), *_documents(tree)]
    yield from sorted(found, key=lambda one: one[0])


def _calls(tree: ast.Module, lines: list[str]) -> Iterator[Found]:
    """Messages that go through a function."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        if node.func.id == "ngettext" and len(node.args) == 3:
            one, many = _constant(node.args[0]), _constant(node.args[1])
            if one is not None and many is not None:
                yield node.lineno, "ngettext", (one, many), _comments(node.lineno, lines, one, many)
        elif node.func.id in SPEAKERS and (message := _constant(node.args[0])):
            yield node.lineno, "gettext", message, _comments(node.lineno, lines, message)


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _comments(line: int, lines: list[str], *messages: str) -> list[str]:
    """What the author says above the message, and what its placeholders are."""
    told: list[str] = []
    above = line - 2
    while above >= 0 and lines[above].lstrip().startswith("#"):
        told.insert(0, lines[above].strip().removeprefix("#").strip())
        above -= 1
    while told and not told[0].startswith(TAG):
        del told[0]
    if told:
        told[0] = told[0].removeprefix(TAG).strip()
    return [*told, *explained(*messages, said=" ".join(told))]


def explained(*messages: str, said: str = "") -> list[str]:
    """
    What the placeholders of a message stand for, those left out that the author's words *said* explain.

    Raises:
        LookupError: A placeholder that nobody has explained.
    """
    names = dict.fromkeys(name for message in messages for name in placeholders(message))
    return [f"{{{name}}}: {MEANINGS[name]}" for name in names if f"{{{name}}}" not in said]


def placeholders(message: str) -> list[str]:
    """
    The names that ``str.format`` would fill in.

    >>> placeholders("{path}: {count:,} records")
    ['path', 'count']
    >>> placeholders('one a line: {"text": …}')
    []
    """
    try:
        names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError:
        return []
    return names if all(name.isidentifier() for name in names) else []


def _help(tree: ast.Module) -> Iterator[Found]:
    """The help of click's commands, options and arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(_is_click(one, "command", "group") for one in node.decorator_list):
            for paragraph in paragraphs(ast.get_docstring(node) or ""):
                yield node.lineno, "gettext", paragraph, []
        elif isinstance(node, ast.Call) and _is_click(node, "option", "argument", "command", "group"):
            named = {word.arg: word.value for word in node.keywords}
            for word in HELP:
                text = _constant(named[word]) if word in named else None
                if text:
                    about = ["A word that stands for a value, in help."] if word == "metavar" else []
                    yield named[word].lineno, "gettext", text, about


def _is_click(node: ast.expr, *names: str) -> bool:
    """Whether this is ``click.NAME(...)``, or a group's ``group.NAME(...)``."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names


def _documents(tree: ast.Module) -> Iterator[Found]:
    """The documents of checks: functions whose docstring has the sections of one."""
    for node in tree.body:
        text = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
        if not isinstance(node, ast.FunctionDef) or text is None or "Why:" not in text.split("\n"):
            continue
        about = f"vje explain {node.name.replace('_', '-')}"
        for heading, paragraph in check_paragraphs(text):
            yield node.lineno, "gettext", paragraph, [f"{about}, {heading}" if heading else about]
