"""
Readers: from a file to an Article.

One file each for what articles come in; the suffix chooses. A text that nobody marked up is a headline and paragraphs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Article, Role
from toolkit.errors import InputError, UnknownLanguageError
from toolkit.lang import LANGUAGES, language
from toolkit.readers import text as plain
from toolkit.readers.decode import LONGEST_LINE, MOST_BYTES, decode
from toolkit.ui import gettext as _
from toolkit.value import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toolkit.readers.found import Found

__all__ = ["READERS", "read_article"]


#: More characters than any article has, tags and all, and few enough to be looked at within seconds.
_MOST = 1_500_000
#: A page carries its newspaper's programs with it.
_MOST_OF = {"html": 4_000_000}
#: A page that was packed, or a line of JSON, holds a whole article in one line.
_LINES = {form: _MOST_OF.get(form, _MOST) for form in ("html", "ninjs", "jsonl")}


def _html(text: str) -> Found:
    from toolkit.readers.page import read  # noqa: PLC0415 - most articles are no pages

    return read(text)


def _markdown(text: str) -> Found:
    from toolkit.readers.markdown import read  # noqa: PLC0415

    return read(text)


def _ninjs(text: str) -> Found:
    from toolkit.readers.ninjs import read  # noqa: PLC0415

    return read(text)


def _jsonl(text: str) -> Found:
    from toolkit.readers.jsonlines import read  # noqa: PLC0415

    return read(text)


def _docx(text: str) -> Found:
    from toolkit.readers.docx import read  # noqa: PLC0415

    return read(text)


#: Format -> function that finds the blocks and what the file says about itself.
READERS: Mapping[str, Callable[[str], Found]] = {
    "text": plain.read,
    "html": _html,
    "markdown": _markdown,
    "ninjs": _ninjs,
    "jsonl": _jsonl,
    "docx": _docx,
}

#: Suffix of a file name -> format.
SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "ninjs",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".docx": "docx",
}

#: Suffixes of what is made from articles and never is one.
_CATALOGS = (".po", ".pot")


def read_article(
    source: Path | str, lang: str | None = None, encoding: str | None = None, *, form: str | None = None
) -> Article:
    r"""
    Read a news article.

    Args:
        source: A file, or the text itself. A string is a file's name if there is such a file, or if it has one line
            and ends like a file's name; a :class:`~pathlib.Path` always is.
        lang: Code of its language; None takes it from the file's name (``x.vi.txt``), else from what the file says of
            itself, else from script and diacritics.
        encoding: The file's encoding, where it cannot be told.
        form: The format, one of :data:`READERS`; None takes it from the file's name, and text for a text.

    Returns:
        The article; ``str(article)`` is the text as it was read.

    Raises:
        InputError: There is no such file, it is a folder, a catalog, it is empty, it is not text, or it is no good
            file of its format.
        UnknownLanguageError: The language is none of ours, or cannot be told.

    >>> [b.role.value for b in read_article("Fog closes airport\n\nHÀ NỘI — Fog closed the airport.", "en").blocks]
    ['headline', 'dateline', 'paragraph']
    """
    path = _path(source)
    if path is not None and not form and path.suffix.lower() in _CATALOGS:
        # Its lines would become sentences, and the catalog beside it might be the one that they are written to
        remedy = _("name the article that it was made from")
        raise InputError(_("is a catalog, not an article"), path=path, remedy=remedy)
    form = form or (SUFFIXES.get(path.suffix.lower(), "text") if path else "text")
    if form not in READERS:
        raise InputError(
            _("unknown format {form!r}").format(form=form),
            path=path,
            remedy=_("one of {choices}").format(choices=", ".join(READERS)),
        )
    if path is None:
        content, taken = decode(str(source).encode(), None, line=_LINES.get(form, LONGEST_LINE))
    elif form == "docx":
        from toolkit.readers.package import beside, styles, unpack  # noqa: PLC0415 - zip is for documents only

        content, taken = unpack(_bytes(path), path), "utf-8"
    else:
        data = _bytes(path)
        content, taken = decode(data, path, encoding or _declared(data, form), line=_LINES.get(form, LONGEST_LINE))
    if form not in ("text", "docx") and len(content) > _MOST_OF.get(form, _MOST):
        raise InputError(
            _("has {count:,} characters, more than any article").format(count=len(content)),
            path=path,
            remedy=_("split it"),
        )
    try:
        if form == "docx" and path is not None:
            from toolkit.readers.docx import read as read_document  # noqa: PLC0415

            found = read_document(content, styles(path))
            found = replace(found, remarks=(*found.remarks, *beside(path)))
        else:
            found = READERS[form](content)
    except InputError as error:
        raise InputError(error.message, path=path, line=error.line, remedy=error.remedy) from None
    code = lang or _named(path) or found.lang or _recognised(content if form == "text" else _read(found), path)
    language(code)
    return Article(
        text=content,
        blocks=found.blocks,
        lang=code,
        date=found.date,
        path=path,
        encoding=taken,
        format=form,
        section=found.section or _first(found, Role.SECTION),
        place=found.place or _first(found, Role.DATELINE),
        said=found.said,
        remarks=found.remarks,
    )


def _read(found: Found) -> str:
    return "\n".join(block.text for block in found.blocks)


def _first(found: Found, role: Role) -> str:
    return next((block.text for block in found.blocks if block.role is role), "")


#: What pages call encodings, and what Python does.
_CODECS = {"shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "x-euc-jp": "euc_jp", "utf8": "utf-8"}


def _declared(data: bytes, form: str) -> str | None:
    """The encoding that a page itself declares, where Python has it and the bytes bear it out."""
    if form != "html" or data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == b"\xef\xbb\xbf":
        return None
    import re  # noqa: PLC0415 - pages only

    found = re.search(
        rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,30})"
        rb"|<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})",
        data[:4096],
    )
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    name = {"shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "x-euc-jp": "euc_jp", "utf8": "utf-8"}.get(
        name, name
    )
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name


def _path(source: Path | str) -> Path | None:
    if isinstance(source, Path):
        return source
    if "\n" in source or len(source) > 1000:
        return None
    path = Path(source)
    return path if path.suffix.lower() in SUFFIXES or path.is_file() else None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                _("holds {count:,} bytes, more than any article").format(count=path.stat().st_size),
                path=path,
                remedy=_("split it by article"),
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, remedy=_("check the name")) from None
    except IsADirectoryError:
        raise InputError(_("is a folder"), path=path, remedy=_("name the article in it")) from None
    except PermissionError:
        # Windows says this of a folder, too.
        what = _("is a folder") if path.is_dir() else _("may not be read")
        raise InputError(what, path=path, remedy=_("name an article that you may read")) from None


def _named(path: Path | None) -> str | None:
    parts = path.name.split(".")[1:-1] if path else []
    return parts[-1] if parts and parts[-1] in LANGUAGES else None


def _recognised(text: str, path: Path | None) -> str:
    from toolkit.lang.recognise import recognise  # noqa: PLC0415  (only a text whose language nobody gave pays for it)

    code = recognise(text)
    if code is None:
        place = f"{path}: " if path else ""
        raise UnknownLanguageError(
            place + _("the language cannot be told (give it: --lang {choices})").format(choices="|".join(LANGUAGES))
        )
    return code
