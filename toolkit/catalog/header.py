"""
The header of a catalog: what gettext, Poedit and i18nspector expect, and nothing made up.

Last-Translator, Language-Team and Report-Msgid-Bugs-To are left out where nobody is known: an empty or an invented one
is worse than none, since a tool stops asking for it.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.lang import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.config import Config

#: Domains that are nobody's, by RFC 2606, RFC 6761 and RFC 6762: git makes such addresses up on a fresh machine.
_NOBODY = (
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "test",
    "localhost",
    "local",
    "localdomain",
)


def read(text: str) -> dict[str, str]:
    r"""
    The fields of a header's msgstr, in order.

    >>> read("Language: vi\nX-Generator: Poedit 3.2\n")
    {'Language': 'vi', 'X-Generator': 'Poedit 3.2'}
    """
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip()] = value.strip()
    return fields


def write(fields: Mapping[str, str]) -> str:
    r"""
    The msgstr of a header.

    >>> write({"Language": "vi", "MIME-Version": "1.0"})
    'Language: vi\nMIME-Version: 1.0\n'
    """
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def fresh(
    name: str,
    source: str,
    target: str,
    *,
    day: date | None = None,
    config: Config | None = None,
    now: datetime | None = None,
) -> dict[str, str]:
    """
    The header of a new catalog.

    Args:
        name: The article's name.
        source: Code of the article's language.
        target: Code of the language to translate into; empty for a template.
        day: The article's date: with its name, what the catalog is a version of.
        config: Where a project says who translates; None asks only git.
        now: The time of the extraction; the present if None.

    Returns:
        The fields in order.
    """
    stamp = minute(now)
    translator = (config.translator if config else "") or git_user()
    fields = {
        "Project-Id-Version": f"{name} {day.isoformat() if day else '1.0'}",
        "Report-Msgid-Bugs-To": (config.bugs if config else "") or address(translator),
        "POT-Creation-Date": stamp,
        "PO-Revision-Date": stamp,
        "Last-Translator": translator,
        "Language-Team": (config.team if config else "") or (LANGUAGES[target].name if translator and target else ""),
        "Language": target,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": LANGUAGES[target].plural_forms if target in LANGUAGES else "",
        "X-Source-Language": source,
    }
    return {key: value for key, value in fields.items() if value or (key == "Language")}


def minute(now: datetime | None = None) -> str:
    """
    A time as gettext writes it: to the minute, with the offset.

    >>> minute(datetime(2024, 11, 1, 21, 7, tzinfo=UTC))
    '2024-11-01 21:07+0000'
    """
    return (now or datetime.now(UTC).astimezone()).strftime("%Y-%m-%d %H:%M%z")


def article_date(fields: Mapping[str, str], path: Path | None) -> date | None:
    """
    The day whose names count, as the header or the file's name says it.

    >>> article_date({"Project-Id-Version": "2024-11-01-embassy 2024-11-01"}, None)
    datetime.date(2024, 11, 1)
    """
    words = fields.get("Project-Id-Version", "").split()
    for text in ([words[-1]] if words else []) + ([path.name[:10]] if path else []):
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    return None


def somebody(person: str) -> bool:
    """
    Whether ``NAME <EMAIL>`` is a person one can write to.

    >>> somebody("Root <root@localhost>"), somebody("Lan <lan@bao.example>"), somebody("Lan <lan@hanoi.vn>")
    (False, False, True)
    """
    name, _, mail = address(person).rpartition("@")
    return bool(name) and "." in mail and not any(mail == end or mail.endswith(f".{end}") for end in _NOBODY)


def address(person: str) -> str:
    """The address in ``NAME <EMAIL>``, empty if there is none."""
    return person.partition("<")[2].partition(">")[0].strip().lower() if "<" in person else ""


def git_user() -> str:
    """``NAME <EMAIL>`` as git knows it, empty where git is missing or knows nobody one can write to."""
    surroundings = map(os.environ.get, ("PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL"))
    return _ask_git(os.getcwd(), *surroundings)  # noqa: PTH109 - headers have no other use for pathlib


@lru_cache
def _ask_git(*_: object) -> str:
    """Ask once for each place and surroundings: two programs started for each catalog were half of an extraction."""
    import subprocess  # noqa: PLC0415 - reading a catalog starts no other program

    found = []
    for key in ("user.name", "user.email"):
        try:
            run = subprocess.run(["git", "config", key], capture_output=True, check=False, timeout=5)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        found.append(run.stdout.decode("utf-8", "replace").strip())
    person = f"{found[0]} <{found[1]}>"
    return person if all(found) and somebody(person) else ""
