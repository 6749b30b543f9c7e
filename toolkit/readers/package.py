"""The zip that a Word document is: the article's part out of it, and back into it."""

from __future__ import annotations

import io
import re
import shutil
import unicodedata
import zipfile
from copy import copy
from typing import TYPE_CHECKING
from xml.parsers import expat

from toolkit.article import Role
from toolkit.errors import InputError
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toolkit.article import Article

PART = "word/document.xml"
#: The most that the article's own part may unpack to, and all parts together.
MOST, MOST_IN_ALL = 4_000_000, 300_000_000
_MOST_PARTS = 10_000
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)

_SPACE = re.compile(r"<w:t>(?=\s)|<w:t>(?=[^<]*\s</w:t>)")
_ID, _NAME, _BASED, _OUTLINED = (
    re.compile(rf'<?w:{name}="([^"]*)"') for name in ("styleId", "name w:val", "basedOn w:val", "outlineLvl w:val")
)
_ROLES = (
    (("heading", "title", "subtitle", "headline", "tiêu đề", "見出し", "表題"), Role.HEADLINE),
    (("caption", "chú thích", "図表番号"), Role.CAPTION),
)
_BESIDE = (
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "headers and footers"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "footnotes"),
    (re.compile(r"word/comments\.xml"), "comments"),
)


def unpack(data: bytes, path: Path | None = None) -> str:
    """
    The article's part of a document, as text.

    Raises:
        InputError: It is no document, is encrypted or damaged, unpacks to more than any article, or is XML that
            declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            parts = box.infolist()
            whole = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or whole > MOST_IN_ALL or _info(box).file_size > MOST:
                raise InputError(
                    _("unpacks to {count:,} bytes, more than any article").format(count=whole),
                    path=path,
                    remedy=_("take the pictures out"),
                )
            if _info(box).flag_bits & 1:
                raise InputError(_("is protected by a password"), path=path, remedy=_("save it without one"))
            with box.open(PART) as stream:
                raw = stream.read(MOST + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            _("is no Word document"), path=path, remedy=_("save it as .docx, the format of Word since 2007")
        ) from None
    return _checked(raw, path)


def _info(box: zipfile.ZipFile) -> zipfile.ZipInfo:
    return box.getinfo(PART)


def _checked(raw: bytes, path: Path | None) -> str:
    parser = expat.ParserCreate()

    def refuse(*_args: object) -> None:
        raise InputError(
            _("declares XML entities, which no document needs"), path=path, remedy=_("do not open it in Word either")
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(raw, True)
        text = raw.decode("utf-8-sig")
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise InputError(
            _("is damaged: {part}: {error}").format(part=PART, error=error),
            path=path,
            remedy=_("open and save it in Word"),
        ) from None
    if not any(f'xmlns:w="{name}"' in text for name in _WORDS):
        raise InputError(_("is no Word document"), path=path, remedy=_("open and save it in Word"))
    return without_readings(unicodedata.normalize("NFC", text))


def without_readings(text: str) -> str:
    """
    The XML of a document with each ruby as the runs of its base: 石破 for 石破 with いしば above it.

    Word gives each ruby a run of its own; what stands in another way stays.

    >>> ruby = "<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r></w:rubyBase></w:ruby>"
    >>> without_readings(f"<w:p><w:r><w:rPr/>{ruby}</w:r></w:p>")
    '<w:p><w:r><w:t>y</w:t></w:r></w:p>'
    """
    out: list[str] = []
    last = 0
    while (start := text.find("<w:ruby>", last)) >= 0 and (end := text.find("</w:ruby>", start)) >= 0:
        run = max(text.rfind("<w:r>", last, start), text.rfind("<w:r ", last, start))
        between = text[text.find(">", run) + 1 : start]
        whole = run >= 0 and (not between or (between.startswith("<w:rPr") and "<w:t" not in between))
        low, high = text.find("<w:rubyBase>", start, end), text.find("</w:rubyBase>", start, end)
        end += len("</w:ruby>")
        if whole and 0 <= low < high and text.startswith("</w:r>", end):
            out += [text[last:run], text[low + len("<w:rubyBase>") : high]]
            last = end + len("</w:r>")
        else:
            out.append(text[last:end])
            last = end
    return "".join([*out, text[last:]])


def styles(path: Path) -> dict[str, Role]:
    """
    What paragraphs of each style are, where its name or what it is based on tells: in a Japanese Word "heading 1" has
    the id 1, in a Vietnamese one u1, in LibreOffice whatever it likes.
    """
    try:
        with zipfile.ZipFile(path) as box, box.open("word/styles.xml") as stream:
            text = stream.read(MOST).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError):
        return {}
    named: dict[str, str] = {}
    based: dict[str, str] = {}
    for part in text.split("<w:style ")[1:]:
        if (ident := _ID.search(part)) and (name := _NAME.search(part)):
            named[ident[1]] = "heading" if _OUTLINED.search(part) else name[1].lower()
            based |= {ident[1]: base[1]} if (base := _BASED.search(part)) else {}
    return {style: role for style in named if (role := _role_of(style, named, based))}


def _role_of(style: str, named: Mapping[str, str], based: Mapping[str, str]) -> Role | None:
    for _step in range(10):
        for words, role in _ROLES:
            if named.get(style, "").startswith(words):
                return role
        style = based.get(style, "")
    return None


def _begin(box: zipfile.ZipFile, name: str) -> bytes:
    """The first megabyte of a part: what a part of hundreds unpacks to fits into no memory."""
    with box.open(name) as stream:
        return stream.read(1_000_000)


def beside(path: Path) -> list[str]:
    """What a document holds beside its text, and a translation leaves as it is."""
    with zipfile.ZipFile(path) as box:
        found = [
            what
            for pattern, what in _BESIDE
            if any(pattern.fullmatch(name) and b"<w:t" in _begin(box, name) for name in box.namelist())
        ]
    return [f"{', '.join(found)} stay in the source language"] if found else []


def repacked(article: Article, text: str) -> bytes:
    """
    The document with another text.

    Raises:
        InputError: The document is no longer there, or no longer what was read.
    """
    if article.path is None:
        raise InputError(_("a document cannot be written without its file"), remedy=_("read it from a file"))
    try:
        data = article.path.read_bytes()
    except OSError:
        raise InputError(_("cannot be read any more"), path=article.path, remedy=_("put it back")) from None
    if unpack(data, article.path) != article.text:
        raise InputError(_("has changed since it was read"), path=article.path, remedy=_("extract it again"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as box, zipfile.ZipFile(out, "w") as new:
        for part in box.infolist():
            if part.filename == PART and text != article.text:
                new.writestr(part, _SPACE.sub('<w:t xml:space="preserve">', text).encode("utf-8"))
                continue
            with box.open(part) as content, new.open(copy(part), "w") as place:
                shutil.copyfileobj(content, place)
    return out.getvalue()
