"""What a check is for, read from its docstring: the text of ``vje explain`` and of docs/checks.md."""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from toolkit.errors import InputError

_SECTIONS = ("Why", "Example", "Fix")


@dataclass(frozen=True, slots=True)
class Document:
    """
    The documentation of one check.

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
        parts += [f"**{name}.** {value}" for name, value in self._parts()]
        return "\n\n".join(parts) + "\n"

    def _parts(self) -> list[tuple[str, str]]:
        return [(n, v) for n, v in (("Why", self.why), ("Example", self.example), ("Fix", self.fix)) if v]


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
        remedy = f"did you mean {near[0]}?" if near else "vje explain lists them"
        raise InputError(f"there is no check {check!r}", remedy=remedy)
    title: list[str] = []
    sections: dict[str, list[str]] = {}
    into = title
    for line in inspect.getdoc(CHECKS[check]).split("\n"):  # type: ignore[union-attr]  # a test sees that all have one
        name = line.strip().removesuffix(":")
        if name in _SECTIONS and line.endswith(":"):
            into = sections.setdefault(name, [])
        elif line.startswith((" ", "\t")) or not line or into is title:
            into.append(line.strip())
    joined = {name: _prose(lines) for name, lines in sections.items()}
    return Document(check, _prose(title), joined.get("Why", ""), joined.get("Example", ""), joined.get("Fix", ""))


def _prose(lines: list[str]) -> str:
    """Lines joined into paragraphs."""
    paragraphs = "\n".join(lines).strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)


def page() -> str:
    """The whole of docs/checks.md."""
    from toolkit.checks import CHECKS  # noqa: PLC0415

    out = [
        "# Checks",
        "",
        "Printed by `vje explain --format markdown`; do not edit.",
        "",
        "An error is something that misleads a reader; a warning asks a person to look; information tells.",
        "A check is silenced for one sentence by a translator comment: `# vje: ignore=CHECK because …`,",
        "for one concept by `# vje: ignore=CHECK:CONCEPT`.",
        "",
    ]
    for check in sorted(CHECKS):
        out += [f"## {check}", "", document(check).markdown]
    return "\n".join(out)
