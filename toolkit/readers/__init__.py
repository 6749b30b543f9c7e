"""
Readers: from a file to an Article.

One file each for what articles come in; the suffix chooses. A text that nobody marked up is a headline and paragraphs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Article
from toolkit.errors import InputError, UnknownLanguageError
from toolkit.lang import LANGUAGES, language
from toolkit.readers import text as plain
from toolkit.readers.decode import MOST_BYTES, decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from toolkit.article import Block

__all__ = ["READERS", "read_article"]

#: Suffix of a file name -> function that finds the blocks and the date in its text.
READERS: dict[str, Callable[[str], tuple[list[Block], date | None]]] = {
    "": plain.read,
    ".txt": plain.read,
}


def read_article(source: Path | str, lang: str | None = None, encoding: str | None = None) -> Article:
    r"""
    Read a news article.

    Args:
        source: A file, or the text itself. A string is a file's name if there is such a file, or if it has one line
            and ends like a file's name; a :class:`~pathlib.Path` always is.
        lang: Code of its language; None takes it from the file's name (``x.vi.txt``), else from script and diacritics.
        encoding: The file's encoding, where it cannot be told.

    Returns:
        The article; ``str(article)`` is the text as it was read.

    Raises:
        InputError: There is no such file, it is a folder, it is empty, or it is not text.
        UnknownLanguageError: The language is none of ours, or cannot be told.

    >>> [b.role.value for b in read_article("Fog closes airport\n\nHÀ NỘI — Fog closed the airport.", "en").blocks]
    ['headline', 'dateline', 'paragraph']
    """
    path = _path(source)
    if path is None:
        content, taken = decode(str(source).encode(), None)
    else:
        content, taken = decode(_bytes(path), path, encoding)
    reader = READERS.get(path.suffix.lower() if path else "", plain.read)
    code = lang or _named(path) or _recognised(content, path)
    language(code)
    blocks, day = reader(content)
    return Article(text=content, blocks=tuple(blocks), lang=code, date=day, path=path, encoding=taken)


def _path(source: Path | str) -> Path | None:
    if isinstance(source, Path):
        return source
    if "\n" in source or len(source) > 1000:
        return None
    path = Path(source)
    return path if path.suffix.lower() in READERS.keys() - {""} or path.is_file() else None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                f"holds {path.stat().st_size:,} bytes, more than any article", path=path, remedy="split it by article"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", path=path, remedy="check the name") from None
    except IsADirectoryError:
        raise InputError("is a folder", path=path, remedy="name the article in it") from None
    except PermissionError:
        # Windows says this of a folder, too.
        what = "is a folder" if path.is_dir() else "may not be read"
        raise InputError(what, path=path, remedy="name an article that you may read") from None


def _named(path: Path | None) -> str | None:
    parts = path.name.split(".")[1:-1] if path else []
    return parts[-1] if parts and parts[-1] in LANGUAGES else None


def _recognised(text: str, path: Path | None) -> str:
    from toolkit.lang.recognise import recognise  # noqa: PLC0415  (only a text whose language nobody gave pays for it)

    code = recognise(text)
    if code is None:
        place = f"{path}: " if path else ""
        raise UnknownLanguageError(f"{place}the language cannot be told (give it: --lang {'|'.join(LANGUAGES)})")
    return code
