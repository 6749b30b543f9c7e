"""A run of the checks over files: what ``vje check`` and ``vje lint`` do between their options and their output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.catalog import Catalog
from toolkit.checks import CHECKS, check_all, check_pair, lint
from toolkit.errors import ConfigError, InputError, UnknownLanguageError
from toolkit.finding import Finding, Severity
from toolkit.lang import LANGUAGES, recognise
from toolkit.report.report import Report
from toolkit.ui import gettext as _
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from toolkit.config import Config
    from toolkit.glossary import Glossary

#: A mechanical fix may uncover another one; more rounds than this would mean that two fixes undo each other.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """
    What a run shall look for.

    Attributes:
        select: Ids of the checks to run; empty for all.
        ignore: Ids of the checks not to run.
        severity: Ids whose severity the project has changed.
        on: The day whose names count; each article's own if None.
        base: A git revision: report only on what has changed since.
        fix: Whether to mend what is mechanical.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] | None = None
    on: date | None = None
    base: str = ""
    fix: bool = False

    @property
    def checks(self) -> frozenset[str] | None:
        """
        Ids of the checks to run; None for all.

        Raises:
            ConfigError: A check is named that does not exist.
        """
        for name in (*self.select, *self.ignore, *(self.severity or {})):
            if name not in CHECKS:
                from difflib import get_close_matches  # noqa: PLC0415 - for a typing mistake

                near = get_close_matches(name, CHECKS, 1)
                remedy = _("did you mean {near!r}?").format(near=near[0]) if near else _("vje explain lists them")
                raise ConfigError(_("there is no check {name!r}").format(name=name), remedy=remedy)
        if not self.select and not self.ignore:
            return None
        return frozenset(self.select or CHECKS) - frozenset(self.ignore)

    @classmethod
    def of(
        cls,
        config: Config,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        on: date | None = None,
        base: str = "",
        fix: bool = False,
    ) -> Wishes:
        """What a project wants, and what the command line adds: a selection there replaces the project's."""
        chosen = _names(select) or config.check_select
        dropped = (*config.check_ignore, *_names(ignore))
        dropped = tuple(name for name in dropped if name not in _names(select))
        return cls(chosen, dropped, config.check_severity, on, base, fix)


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Ids given one by one or with commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def catalogs_below(paths: Sequence[str | Path]) -> list[Path]:
    """
    The PO files that are meant by files, folders and globs, each once.

    Raises:
        InputError: A path does not exist, a glob matches nothing, or a folder holds no PO file.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            below = sorted(p for p in path.rglob("*.po") if not any(part.startswith(".") for part in p.parts[1:]))
            if not below:
                raise InputError(_("holds no .po file"), path=path, remedy=_("vje extract writes one"))
            found |= dict.fromkeys(below)
        elif path.exists():
            if path.suffix in (".txt", ".md", ".html"):
                remedy = _("vje lint checks a finished text")
                raise InputError(_("is a text, not a catalog"), path=path, remedy=remedy)
            found[path] = None
        else:
            import glob  # noqa: PLC0415 - most give the name of a file

            magic = glob.has_magic(str(given))
            matched = sorted(glob.glob(str(given), recursive=True)) if magic else []  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not matched:
                what = _("matches no file") if magic else _("there is no such file")
                raise InputError(what, path=path, remedy=_("give a .po file, a folder or a glob"))
            found |= dict.fromkeys(catalogs_below(matched))
    return list(found)


def check_files(
    paths: Sequence[Path],
    glossary: Glossary,
    wishes: Wishes,
    watch: Callable[[Sequence[Catalog]], Iterable[Catalog]] = iter,
) -> Report:
    """
    Check PO files, each by itself and all together; *watch* is told how far that is, see :func:`check_all`.

    Raises:
        CatalogError: A file cannot be read.
        ConfigError: A check is named that does not exist.
        InputError: git does not know the base revision.
    """
    wanted = wishes.checks
    catalogs = [Catalog.load(path, twins=True) for path in paths]
    found = check_all(catalogs, glossary, checks=wanted, on=wishes.on, watch=watch)
    if wishes.fix:
        from toolkit.checks.mend import mend  # noqa: PLC0415

        for _round in range(_ROUNDS):
            changed = [catalog for catalog in catalogs if mend(catalog, found)]
            if not changed:
                break
            for catalog in changed:
                catalog.save()
            catalogs = [Catalog.load(path, twins=True) for path in paths]
            found = check_all(catalogs, glossary, checks=wanted, on=wishes.on)
    if wishes.base:
        from toolkit.checks.since import changed_lines  # noqa: PLC0415 - starts processes

        lines = {catalog.path: changed_lines(catalog, wishes.base) for catalog in catalogs}
        found = [f for f in found if f.path is None or f.line is None or f.line in lines.get(f.path, {f.line})]
    return Report(tuple(_weighed(found, wishes)), tuple(paths), glossary=glossary)


def check_texts(source: Path, target: Path, glossary: Glossary, wishes: Wishes) -> Report:
    """
    Check a published translation against its source, two articles without a catalog.

    Their sentences are aligned first; a sentence that nobody can pair for sure is not judged.

    Raises:
        InputError: A file cannot be read, or the articles are no translations of each other.
    """
    from toolkit.alignment.articles import SURE, align_articles  # noqa: PLC0415 - catalogs need no aligner
    from toolkit.readers import read_article  # noqa: PLC0415

    aligned = align_articles(read_article(source), read_article(target), glossary)
    if not aligned.belong:
        remedy = _("vje lint checks a text by itself")
        raise InputError(_("is no translation of {file}").format(file=source), path=target, remedy=remedy)
    wanted, on = wishes.checks, wishes.on or aligned.source.date or aligned.target.date
    found: list[Finding] = []
    for bead in aligned.beads:
        if not (bead.source and bead.target and bead.confidence >= SURE):
            continue
        ours, theirs = aligned.texts(bead)
        lines = {"source": aligned.ours[bead.source[0]].line, "target": aligned.theirs[bead.target[0]].line}
        paths = {"source": source, "target": target}
        for one in check_pair(ours, theirs, aligned.source.lang, aligned.target.lang, glossary, on):
            if wanted is None or one.check in wanted:
                found.append(replace(one, path=paths[one.side], line=lines[one.side]))
    found.sort(key=lambda finding: (finding.path != target, finding.line or 0))
    return Report(tuple(_weighed(found, wishes)), (source, target), glossary=glossary)


def lint_files(paths: Sequence[Path], lang: str, glossary: Glossary, wishes: Wishes) -> Report:
    """
    Check finished texts without their sources; ``-`` is what comes in on stdin.

    Raises:
        InputError: A file cannot be read.
        UnknownLanguageError: Nobody can tell the language of a text.
    """
    found: list[Finding] = []
    wanted = wishes.checks
    for path in paths:
        text = _read(path)
        code = lang or recognise(text) or ""
        if code not in LANGUAGES:
            raise UnknownLanguageError(_("{file}: nobody can tell its language: say --lang").format(file=path))
        mine = lint(text, code, glossary, wishes.on, path=path, checks=wanted)
        if wishes.fix and str(path) != "-":
            text, mine = _mend_lines(text, code, glossary, wishes, path, mine)
        found += mine
    return Report(tuple(_weighed(found, wishes)), tuple(paths), glossary=glossary)


def _mend_lines(
    text: str, lang: str, glossary: Glossary, wishes: Wishes, path: Path, found: list[Finding]
) -> tuple[str, list[Finding]]:
    from toolkit.checks.mend import mend_text  # noqa: PLC0415

    for _round in range(_ROUNDS):
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            lines[number - 1] = mend_text(line, [f for f in found if f.line == number])
        mended = "\n".join(lines)
        if mended == text:
            break
        text = mended
        from toolkit import files  # noqa: PLC0415 - most checks mend nothing

        files.write(path, text.encode("utf-8"))
        found = lint(text, lang, glossary, wishes.on, path=path, checks=wishes.checks)
    return text, found


def _read(path: Path) -> str:
    """The text as it stands: a letter and its marks apart are a finding, and offsets must fit."""
    if path.suffix.lower() in (".po", ".pot"):
        raise InputError(_("is a catalog, not an article"), path=path, remedy=_("vje check checks a catalog"))
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, remedy=_("check the name")) from None
    except OSError as error:
        if path.is_dir():
            raise InputError(_("is a folder"), path=path, remedy=_("name the article in it")) from None
        raise InputError(_("cannot be read: {error}").format(error=error.strerror or error), path=path) from None
    if not data.strip():
        raise InputError(_("is empty"), path=path, remedy=_("save the article's text into it"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from toolkit.readers.decode import decode  # noqa: PLC0415 - for texts of the last century

        text = decode(data, path)[0]
    return text.replace("\r\n", "\n")


def _weighed(found: Iterable[Finding], wishes: Wishes) -> list[Finding]:
    """The findings with the severities that the project wants."""
    changed = {name: Severity(value) for name, value in (wishes.severity or {}).items()}
    return [
        replace(finding, severity=changed[finding.check]) if finding.check in changed else finding for finding in found
    ]


def settle(report: Report, *, baseline: Path | None, fail_on: Severity, color: bool, width: int) -> Report:
    """A report as the command shows it: without what the baseline knows, with the settings of its output."""
    findings, known = report.findings, 0
    if baseline is not None:
        from toolkit.report.baseline import without_known  # noqa: PLC0415

        new, known = without_known(baseline, findings, report)
        findings = tuple(new)
    return replace(report, findings=findings, known=known, fail_on=fail_on, color=color, width=width)
