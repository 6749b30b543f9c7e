"""What a check is for, read from its docstring: the text of ``vje explain`` and of docs/checks.md."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from toolkit import ui
from toolkit.errors import InputError
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

# Translators: headings of the explanation of a check; Fix says what to do.
_WHY, _EXAMPLE, _FIX = mark("Why"), mark("Example"), mark("Fix")
_SECTIONS = (_WHY, _EXAMPLE, _FIX)
#: What is quoted in an example is a sentence of an article, and stays as it is.
_QUOTES = {"`": "`", '"': '"', "“": "”", "「": "」"}


@dataclass(frozen=True, slots=True)
class Document:
    """
    The documentation of one check, in the language that the program speaks.

    Attributes:
        check: Its id.
        title: What it finds, in one sentence.
        why: Why that matters, and what is left alone.
        example: A sentence and a translation in which it finds something.
        fix: What to do.
    """

    check: str
    title: str
    why: str = ""
    example: str = ""
    fix: str = ""

    @property
    def text(self) -> str:
        """For a terminal."""
        parts = [f"{self.check}: {self.title}"]
        parts += [f"{name}\n{_indented(value)}" for name, value in self._parts()]
        return "\n\n".join(parts) + "\n"

    @property
    def markdown(self) -> str:
        """For a page, without a heading."""
        parts = [self.title]
        # Translators: Markdown; the heading is Why, Example or Fix, and a full stop follows it.
        parts += [_("**{heading}.** {text}").format(heading=name, text=value) for name, value in self._parts()]
        return "\n\n".join(parts) + "\n"

    def _parts(self) -> list[tuple[str, str]]:
        return [(_(n), v) for n, v in ((_WHY, self.why), (_EXAMPLE, self.example), (_FIX, self.fix)) if v]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def document(check: str) -> Document:
    """
    The documentation of a check.

    Raises:
        InputError: There is no such check; the remedy names the nearest one.

    >>> document("number-mismatch").title
    'A number of the source is another one in the translation, or is missing there.'
    """
    from toolkit.checks import CHECKS  # noqa: PLC0415 - the registry imports the checks

    if check not in CHECKS:
        from difflib import get_close_matches  # noqa: PLC0415 - for a typing mistake

        near = get_close_matches(check, CHECKS, 1)
        remedy = _("did you mean {near!r}?").format(near=near[0]) if near else _("vje explain lists them")
        raise InputError(_("there is no check {name!r}").format(name=check), remedy=remedy)
    told: dict[str, list[str]] = {}
    for heading, text in _all(CHECKS[check].__doc__ or ""):
        told.setdefault(heading, []).append(_(text) if _is_prose(text) else text)
    title, *rest = ("\n\n".join(told.get(heading, ())) for heading in ("", *_SECTIONS))
    return Document(check, title, *rest)


def paragraphs(docstring: str) -> Iterator[tuple[str, str]]:
    """
    What a translator of the program has to translate of a check's docstring, as :func:`document` looks it up.

    Yields:
        Heading (empty for the title) and paragraph. An example that is nothing but sentences of articles is left out.

    >>> from toolkit.checks import CHECKS
    >>> list(paragraphs(CHECKS["message-fuzzy"].__doc__))[0]
    ('', 'A translation waits for a person to look at it.')
    """
    return ((heading, text) for heading, text in _all(docstring) if _is_prose(text))


def _all(docstring: str) -> Iterator[tuple[str, str]]:
    """Every paragraph with the heading that it stands under."""
    heading = ""
    lines: dict[str, list[str]] = {heading: []}
    for line in inspect.cleandoc(docstring).split("\n"):
        if line.removesuffix(":") in _SECTIONS:
            heading = line.removesuffix(":")
            lines[heading] = []
        elif line.startswith((" ", "\t")) or not line or not heading:
            lines[heading].append(line.strip())
    return ((name, text) for name, texts in lines.items() for text in ui.paragraphs("\n".join(texts)))


def _is_prose(text: str) -> bool:
    """Whether words stand outside of quotation marks."""
    closer = ""
    for char in text:
        if closer:
            closer = "" if char == closer else closer
        elif char in _QUOTES:
            closer = _QUOTES[char]
        elif char.isalpha():
            return True
    return False


def page() -> str:
    """The whole of docs/checks.md."""
    from toolkit.checks import CHECKS  # noqa: PLC0415

    out = [
        "# " + _("Checks"),
        "",
        _("Printed by `vje explain --format markdown`; do not edit."),
        "",
        _(
            "An error is something that misleads a reader; a warning asks a person to look; information tells.\n"
            "A check is silenced for one sentence by a translator comment: `# vje: ignore=CHECK because …`,\n"
            "for one concept by `# vje: ignore=CHECK:CONCEPT`."
        ),
        "",
    ]
    for check in sorted(CHECKS):
        out += [f"## {check}", "", document(check).markdown]
    return "\n".join(out)
