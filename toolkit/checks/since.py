"""What has changed in a catalog since a revision, so that a review looks only at what is new."""

from __future__ import annotations

import subprocess
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.errors import CatalogError, InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.catalog import Message


def changed_lines(catalog: Catalog, revision: str) -> set[int]:
    """
    Lines (of ``msgid``) of the messages that are new or translated otherwise than in a revision.

    Args:
        catalog: The file as it is now.
        revision: Anything that git understands: ``main``, ``HEAD~3``, ``origin/main...``.

    Raises:
        InputError: git is missing, this is no repository, or it does not know the revision.
    """
    path = catalog.path
    if path is None:
        return {message.line for message in catalog}
    top = _git(path, "rev-parse", "--show-toplevel").strip()
    name = path.resolve().relative_to(top).as_posix()
    commit = _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    try:
        old = Catalog.parse(_git(path, "show", f"{commit}:{name}"), twins=True)
    except (InputError, CatalogError):
        return {message.line for message in catalog} | {catalog.head.line or 1}
    before = Counter(map(_state, old))
    lines = set()
    for message in catalog:
        state = _state(message)
        if before[state]:
            before[state] -= 1  # of a sentence that stands twice now, one is new
        else:
            lines.add(message.line)
    if old.header != catalog.header:
        lines.add(catalog.head.line or 1)
    return lines


def _state(message: Message) -> tuple[object, ...]:
    return message.key, message.msgstr, message.plurals, message.fuzzy


def _git(path: Path, *arguments: str) -> str:
    try:
        run = subprocess.run(
            ["git", "-C", str(path.resolve().parent), *arguments], capture_output=True, check=False, timeout=60
        )
    except FileNotFoundError:
        raise InputError(_("git is not installed"), remedy=_("leave out --diff-base")) from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise InputError(
            _("git {command} failed: {reason}").format(command=arguments[0], reason=said or arguments[-1]),
            path=path,
            remedy=_("fetch the revision first (in CI: fetch-depth: 0), or leave out --diff-base"),
        )
    return run.stdout.decode("utf-8", "replace")
