"""The way of ``vje lookup`` past the parser of options, which takes longer than the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The options that are understood here, and what the desk calls them; a test holds them against the command's own.
OPTIONS = {"--lang": "lang", "--on": "on", "--subject": "subject", "--country": "country", "--format": "form"}
FLAGS = {"--all": "everything"}
_FORMS = ("text", "json", "jsonl")


def run(arguments: Sequence[str]) -> tuple[str, int] | None:
    """
    Answer one question.

    Args:
        arguments: What stands after ``vje lookup``.

    Returns:
        What to print and the exit code; None where the long way has more to say: a rarer option, an error, nothing
        that is called so.
    """
    parsed = parse(arguments)
    if parsed is None:
        return None
    from toolkit.glossary.lookup.desk import open_desk  # noqa: PLC0415 - most of what is not understood ends above

    words, options = parsed
    form = options.pop("form", _FORMS[0])
    try:
        desk = open_desk(**options)  # type: ignore[arg-type]  # a flag is True, everything else a text
        answer = desk.ask(words, guess=False)
    except ToolkitError:
        return None
    if not answer.found or desk.warning:
        return None
    return desk.show(answer, str(form)), 0


def parse(arguments: Sequence[str]) -> tuple[str, dict[str, str | bool]] | None:
    """
    The question and the options, or None where anything is not plain.

    >>> parse(["Hà", "Nội", "--lang=vi", "--format", "json"])
    ('Hà Nội', {'lang': 'vi', 'form': 'json'})
    >>> parse(["--house", "vna-vi", "Hà Nội"])
    """
    words: list[str] = []
    options: dict[str, str | bool] = {}
    left = iter(arguments)
    for argument in left:
        if not argument.startswith("-"):
            words.append(argument)
            continue
        name, glued, value = argument.partition("=")
        if name in FLAGS and not glued:
            options[FLAGS[name]] = True
        elif name in OPTIONS:
            value = value if glued else next(left, "-")
            if value.startswith("-"):
                return None
            options[OPTIONS[name]] = value
        else:
            return None
    if not words or options.get("form", _FORMS[0]) not in _FORMS:
        return None
    return " ".join(words), options
