"""What a catalog as a whole says: what is unfinished, what the source has become, what its header lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from toolkit.checks.group import groups
from toolkit.finding import Finding, Severity
from toolkit.lang import LANGUAGES
from toolkit.match.tones import tone_places
from toolkit.normalize import fold, nfc
from toolkit.ui import gettext as _
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from toolkit.catalog import Catalog, Message
    from toolkit.glossary import Glossary


def message_untranslated(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    A sentence has no translation yet.

    Why:
        Unfinished is not wrong: this tells how much is left, and fails a build only where a project says so. What a
        translator omits on purpose (`# vje: omit`) is not counted.

    Example:
        `msgstr ""`

    Fix:
        Translate it, or write `# vje: omit` above it.
    """
    del glossary, on
    for group in groups(catalog):
        for message in group:
            unfinished = not message.fuzzy and not message.translated and "omit" not in message.directives
            if unfinished and not any(other.filled for other in group):
                yield _about(catalog, message, "message-untranslated", Severity.INFO, _("not translated yet"))


def message_fuzzy(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    A translation waits for a person to look at it.

    Why:
        A fuzzy entry is a proposal: it is neither checked nor rendered until somebody takes the mark away.

    Example:
        `#, fuzzy`

    Fix:
        Correct the translation and remove the mark (in Poedit: Needs work).
    """
    del glossary, on
    for message in catalog:
        if message.fuzzy and message.filled:
            yield _about(catalog, message, "message-fuzzy", Severity.INFO, _("marked as needing work"))


def source_changed(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    The article has changed since the catalog was made from it.

    Why:
        A translation of a sentence that no longer exists is lost when the article is rendered, and nobody notices.
        Where an entry's reference names an article that is there, the sentence is looked for in that article.

    Example:
        The article says 5 percent now, the catalog's `msgid` 3 percent.

    Fix:
        Run `vje extract` again: it brings the catalog up to date and keeps every translation.
    """
    del glossary, on
    texts: dict[Path, str] = {}
    for message in catalog:
        article = _article(catalog, message)
        if article is not None:
            if article not in texts:
                texts[article] = _squeezed(article.read_text(encoding="utf-8", errors="replace"))
            if _squeezed(message.msgid) not in texts[article]:
                what = _("{file} no longer has this sentence").format(file=article.name)
                yield _about(catalog, message, "source-changed", Severity.WARNING, what, side="source")


def _article(catalog: Catalog, message: Message) -> Path | None:
    """The file that the first reference names, in the catalog's folder or one above it."""
    if catalog.path is None or not message.references:
        return None
    name = message.references[0].rpartition(":")[0]
    if not name.endswith((".txt", ".md")):
        return None
    for folder in catalog.path.resolve().parents:
        if (folder / name).is_file():
            return folder / name
    return None


def _squeezed(text: str) -> str:
    """A text without its white space, so that a sentence is found wherever its lines break."""
    return "".join(fold(nfc(text)).split())


def duplicate_message(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """
    Two entries have one source, or sources that only spaces, width or the Unicode form tell apart.

    Why:
        It is one sentence, seen twice by a program. A translator fills in both, and later corrects one of them, so a
        difference between the translations is a warning. Entries with the very same source (and the same msgctxt) are
        an error: gettext refuses such a file, and nobody knows which of the two a program takes.

    Example:
        `msgid "Hà Nội, 1/11"` and `msgid "Hà Nội,  1/11"`

    Fix:
        Make the article write both the same way, or give the two the same translation. Of two entries with the same
        source keep the better one, or give each a msgctxt where both are meant.
    """
    del glossary, on
    same: dict[tuple[str | None, str], Message] = {}
    alike: dict[tuple[str | None, str], Message] = {}
    for message in catalog:
        twin = same.setdefault((message.msgctxt, message.msgid), message)
        if twin is not message:
            what = _("line {line} has the same source: gettext refuses the file").format(line=twin.line)
            yield _about(catalog, message, "duplicate-message", Severity.ERROR, what, side="source")
        elif message.translated:
            before = alike.setdefault((message.msgctxt, " ".join(normalize("NFKC", message.msgid).split())), message)
            if before is not message and before.msgstr != message.msgstr:
                what = _("line {line} has the same source and another translation").format(line=before.line)
                yield _about(catalog, message, "duplicate-message", Severity.WARNING, what, side="source")


def header(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    r"""
    The header of the file leaves out what programs need, or still has what xgettext put there.

    Why:
        Without Language no program knows what the file is for; without UTF-8 it breaks on the first ễ.
        The names of translators and teams are the project's business and not asked for.

    Example:
        `"Language: \n"`

    Fix:
        Fill in the field (in Poedit: Translation → Properties).
    """
    del glossary, on
    fields = catalog.header

    def wrong(what: str, severity: Severity) -> Finding:
        return Finding("header", severity, what, path=catalog.path, line=catalog.head.line or 1, lang=catalog.lang)

    if catalog.lang not in LANGUAGES:
        said = fields.get("Language", "")
        what = _("Language is “{code}”, which vje does not know") if said else _("Language is missing")
        yield wrong(what.format(code=said), Severity.ERROR)
    charset = fields.get("Content-Type", "").lower().partition("charset=")[2].strip()
    if charset and charset not in ("utf-8", "utf8", "charset"):
        yield wrong(_("Content-Type says {charset}, not UTF-8").format(charset=charset), Severity.WARNING)
    elif not charset and catalog.head.line:
        yield wrong(_("Content-Type does not say UTF-8"), Severity.WARNING)
    for name, value in fields.items():
        if value in _UNFILLED:
            yield wrong(_("{field} is still “{value}”").format(field=name, value=value), Severity.INFO)


_UNFILLED = frozenset(
    (
        "PACKAGE VERSION",
        "FULL NAME <EMAIL@ADDRESS>",
        "LANGUAGE <LL@li.org>",
        "YEAR-MO-DA HO:MI+ZONE",
        "text/plain; charset=CHARSET",
    )
)


def tone_placement_across(catalog: Catalog, glossary: Glossary, on: date | None = None) -> Iterator[Finding]:
    """Report the rarer school of tone marks in a catalog; see :func:`toolkit.checks.writing.tone_placement`."""
    del glossary, on
    # A mixture within one sentence is reported there.
    texts = [(m.line, m.msgstr, m.msgid) for m in catalog if m.translated and len(_schools(m.msgstr)) == 1]
    for finding in _rarer(texts):
        yield replace(finding, path=catalog.path, lang=catalog.lang)


def tone_placement_in_text(
    lines: Sequence[tuple[int, str]], lang: str, glossary: Glossary, on: date | None
) -> Iterator[Finding]:
    """Report the rarer school of tone marks in a text; see :func:`toolkit.checks.writing.tone_placement`."""
    del glossary, on
    for finding in _rarer([(number, line, "") for number, line in lines]):
        yield replace(finding, lang=lang)


def _schools(text: str) -> set[bool]:
    """Which schools of placing tone marks *text* follows: True for the newer one."""
    return {text[at : at + 2] == new for at, _, new in tone_places(text)}


def _rarer(texts: Sequence[tuple[int, str, str]]) -> Iterator[Finding]:
    """The tone marks of the rarer school in texts given as line, text and source."""
    places = [(line, text, source, place) for line, text, source in texts for place in tone_places(text)]
    newer = sum(text[at : at + 2] == new for _, text, _, (at, _, new) in places)
    if not 0 < newer < len(places):
        return
    rare = newer * 2 <= len(places)
    for line, text, source, (at, older, new) in places:
        if (text[at : at + 2] == new) is rare:
            yield Finding(
                "tone-placement",
                Severity.WARNING,
                _("“{text}”: the rest of the text writes the other style").format(text=text[at : at + 2]),
                start=at,
                end=at + 2,
                source=source,
                target=text,
                fix=older if rare else new,
                line=line,
            )


def _about(
    catalog: Catalog, message: Message, check: str, severity: Severity, what: str, *, side: str = "target"
) -> Finding:
    return Finding(
        check,
        severity,
        what,
        side=side,
        source=message.msgid,
        target=message.msgstr,
        path=catalog.path,
        line=message.line,
        lang=catalog.source_lang if side == "source" else catalog.lang,
    )
