"""The template and the catalogs of the program's own messages."""

from __future__ import annotations

import importlib
from configparser import RawConfigParser
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click
from babel.messages.extract import extract, extract_from_dir

from toolkit.catalog.catalog import Catalog
from toolkit.catalog.message import Message
from toolkit.lang import LANGUAGES
from toolkit.ui import DOMAIN, SOURCE
from tools.messages.compiled import compiled
from tools.messages.reader import explained, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
#: click's own words (Usage:, Options …), which it asks gettext for; those that ask for a password are never shown.
CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "termui", "types", "utils")
#: What click says to programmers, or about passwords and pages: no command of ours makes it say so.
_UNHEARD = (
    "Arguments take exactly one parameter declaration",
    "Boolean option {decl!r}",
    "Choice({choices})",
    "Confirm the action without prompting.",
    "Could not determine name for option",
    "Couldn't detect Bash version",
    "DeprecationWarning",
    "Do you want to continue?",
    "Error: The two entered values",
    "Name '{name}' defined twice",
    "No options defined but a name was passed",
    "Press any key to continue",
    "Repeat for confirmation",
    "Show the version and exit.",
    "Unknown color",
    "Unknown standard stream",
    "Value must be an iterable.",
    "deprecated",
    "env var",
    "(dynamic)",
    "%(prog)s",
    "{value!r} is not a valid UUID.",
    "{value!r} is not a valid boolean.",
)


def template(root: Path = ROOT) -> Catalog:
    """Everything there is to translate, as a catalog without translations."""
    found: dict[str, Message] = {}
    for place, message, comments in (*_ours(root), *_clicks()):
        one, *rest = [message] if isinstance(message, str) else message
        many = rest[0] if rest else None
        entry = found.setdefault(one, Message(one))
        if many is not None:
            entry.plural, entry.plurals = many, ("", "")
        entry.notes = tuple(dict.fromkeys((*entry.notes, *comments)))
        entry.references = tuple(dict.fromkeys((*entry.references, place)))
        known, others = set(placeholders(one)), set(placeholders(many or ""))
        # Where the singular names what the plural does not (some of click's), gettext's rule for the flag is broken
        if (known or others) and (many is None or known <= others):
            entry.flags = ("python-brace-format",)
    catalog = Catalog(list(found.values()))
    catalog.header = _header("")
    return catalog


def _ours(root: Path) -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    """The package's messages, as Babel extracts them by babel.cfg, in the order of the files."""
    mapping = RawConfigParser()
    mapping.read(root / "babel.cfg", encoding="utf-8")
    methods = []
    for section in mapping.sections():
        name, colon, pattern = section.partition(":")
        if colon:
            method = dict(mapping["extractors"]).get(name.strip(), name.strip())
            if ":" in method:
                module, _, function = method.partition(":")
                methods.append((pattern.strip(), getattr(importlib.import_module(module), function)))
            else:
                methods.append((pattern.strip(), method))
    for name, _, message, comments, _ in extract_from_dir(root / "toolkit", method_map=methods, comment_tags=("",)):
        yield f"toolkit/{Path(name).as_posix()}", message, list(comments)


def _clicks() -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    """The messages of the installed click."""
    folder = Path(click.__file__).parent
    for name in CLICK:
        with (folder / f"{name}.py").open("rb") as stream:
            for _, message, _, _ in extract("python", stream, keywords={"_": None, "ngettext": (1, 2)}):
                forms = [message] if isinstance(message, str) else list(message)
                if not forms[0].startswith(_UNHEARD):
                    yield f"click/{name}.py", message, ["Of click, which reads the command line.", *explained(*forms)]


def _header(lang: str) -> dict[str, str]:
    plural = LANGUAGES[lang].plural_forms if lang else "nplurals=INTEGER; plural=EXPRESSION;"
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000")
    return {
        "Project-Id-Version": f"vje-toolkit {version('vje-toolkit')}",
        "POT-Creation-Date": stamp,
        "PO-Revision-Date": stamp,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural,
        "X-Source-Language": SOURCE,
    }


def update(root: Path = ROOT, *, write: bool = True) -> list[tuple[Path, str]]:
    """
    Bring template, catalogs and compiled catalogs up to date.

    Returns:
        The files that are not as they should be, or were not, each with what is wrong.
    """
    folder = root / "toolkit" / "ui" / "locales"
    stale: list[tuple[Path, str]] = []
    fresh = template(root)
    known = folder / f"{DOMAIN}.pot"
    before = Catalog.load(known) if known.exists() else None
    if before is not None:
        now = dict(fresh.header)
        fresh.header |= {key: before.header.get(key, "") for key in ("POT-Creation-Date", "PO-Revision-Date")}
        if _content(fresh) != _content(before):
            fresh.header = now
    _put(known, str(fresh).encode(), stale, "is not what the code says", write=write)
    for lang in sorted(set(LANGUAGES) - {SOURCE}):
        path = folder / lang / "LC_MESSAGES" / f"{DOMAIN}.po"
        catalog = Catalog.load(path) if path.exists() else Catalog(header=_header(lang))
        follow(catalog, fresh)
        _put(path, str(catalog).encode(), stale, "does not follow the template", write=write)
        _put(path.with_suffix(".mo"), compiled(catalog), stale, "is not what the catalog compiles to", write=write)
    return stale


def follow(catalog: Catalog, template: Catalog) -> None:
    """Give a catalog the messages of the template, each with its translation, and keep what it had beside them."""
    had = {message.key: message for message in (*catalog.obsolete, *catalog.messages)}
    forms = int(catalog.header["Plural-Forms"].partition("nplurals=")[2].partition(";")[0])
    messages = []
    for new in template.messages:
        old = had.pop(new.key, None)
        message = Message(
            new.msgid,
            plural=new.plural,
            notes=new.notes,
            references=new.references,
            flags=new.flags,
            plurals=("",) * forms if new.plural is not None else (),
        )
        if old is not None:
            message.comments, message.fuzzy = old.comments, old.fuzzy
            if new.plural is None:
                message.msgstr = old.msgstr or "".join(old.plurals[:1])
            elif old.plural == new.plural and len(old.plurals) == forms:
                message.plurals = old.plurals
            elif forms == 1:
                message.plurals = (old.msgstr or "".join(old.plurals[:1]),)
        messages.append(message)
    catalog.messages = messages
    catalog.obsolete = [_gone(message) for message in had.values() if message.filled]
    catalog.header["POT-Creation-Date"] = template.header["POT-Creation-Date"]
    catalog.header["Project-Id-Version"] = template.header["Project-Id-Version"]


def _gone(message: Message) -> Message:
    message.obsolete, message.notes, message.references = True, (), ()
    return message


def _content(catalog: Catalog) -> str:
    dates = ("POT-Creation-Date", "PO-Revision-Date")
    return "\n".join(line for line in str(catalog).splitlines() if not line.strip('"').startswith(dates))


def _put(path: Path, data: bytes, stale: list[tuple[Path, str]], why: str, *, write: bool) -> None:
    if path.exists() and path.read_bytes() == data:
        return
    stale.append((path, why))
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
