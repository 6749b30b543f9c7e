"""
Pages of the web, and pieces of them: what a reader reads, and where in the file it stands.

The page is looked at as text and never as a tree, so that everything around the article comes out as it went in. Which
part of a page is the article, :mod:`toolkit.readers.page` tells.
"""

from __future__ import annotations

import html
import re

from toolkit.article import Piece, Role
from toolkit.errors import InputError
from toolkit.readers.called import called, is_place
from toolkit.readers.marked import Marked
from toolkit.readers.tags import RAW, Token, attribute_pieces, attributes, tokens
from toolkit.ui import gettext as _
from toolkit.value import dataclass, field

#: Tags inside a line. What looks the same in print has one name, whatever the file calls it.
INLINE = {
    **{name: name for name in "a b i u s q small sub sup code kbd samp var cite abbr mark span font del ins".split()},
    **{name: name for name in "big tt time data dfn bdi bdo label output acronym".split()},
    "strong": "b",
    "em": "i",
    "strike": "s",
}
_ALONE = frozenset("br wbr img input embed".split())
#: More characters than any article has, tags and all, but for the scripts.
_MOST = 1_500_000
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements that a reader does not read, and the readings of ruby, which would stand between the letters of a name.
_UNREAD = frozenset("template svg math object select button noscript audio video canvas datalist rt rp rtc".split())
_RUBY = frozenset("ruby rb".split())
#: No page nests deeper; what lies further out is forgotten.
_DEEP = 60
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: What a page may hide until it has loaded, and what ends by itself.
_SHOWN = _VOID | {"html", "body", "main", "article", "head"}
#: What no reader sees.
_HIDDEN = re.compile(r"(?i)\s(?:hidden(?=[\s/]|\Z|=)|style\s*=\s*[\"'][^\"'>]*display\s*:\s*none)")
_PICTURE = re.compile(r"(?i)href\s*=[^>]*\.(?:jpe?g|png|gif|webp|avif)\b")


@dataclass(slots=True)
class Page:
    """
    The lines of a page.

    Attributes:
        text: The file.
        coding: How a text is written in it.
        lines: Everything a reader could read, in order.
        inside: For each line, the elements that it stands in, the innermost last; ``a`` and ``img`` at the end for a
            picture that is a link, or that stands alone.
        nests: For each line, numbers of the elements that it stands in: which one of its name it is.
        aside: Numbers of the elements that are called comments, related stories, subscriptions and the like.
        metas: What the page says about itself: name or property -> content, and the span of the content.
        scripts: Spans of the JSON-LD in it.
        title: Span of its title.
        whole: Whether it is a page with a head or a body, not a piece of one.
    """

    text: str
    coding: str = "html"
    lines: list[Marked] = field(default_factory=list)
    inside: list[tuple[str, ...]] = field(default_factory=list)
    nests: list[tuple[int, ...]] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    metas: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    scripts: list[tuple[int, int]] = field(default_factory=list)
    title: tuple[int, int] = (0, 0)
    whole: bool = False


def page(text: str, coding: str = "html") -> Page:
    """
    Read a page.

    >>> [line.text for line in page("<h1>Mưa</h1><p>Hà <b>Nội</b><p>R&amp;D").lines]
    ['Mưa', 'Hà Nội', 'R&D']
    """
    return _Reader(Page(text, coding)).read()


class _Reader:
    """One page under way: the line that is being read, and the elements that are open."""

    def __init__(self, out: Page) -> None:
        self.out = out
        self.line = Marked(out.coding, 1)
        self.open, self.numbers = list[str](), list[int]()
        self.called: dict[int, Role] = {}
        self.elements = 0
        self.unread = ""
        self.depth = 0
        self.number, self.counted = 1, 0
        self.ld = self.place = False
        self.ruby: tuple[int, int] | None = None

    def read(self) -> Page:
        read = 0
        for token in tokens(self.out.text):
            if token.kind == "raw":
                self._raw(token)
                continue
            read += token.end - token.start
            if read > _MOST:
                raise InputError(_("has more than {count:,} characters, more than any article").format(count=_MOST),
                                 remedy=_("split it"))  # fmt: skip
            if self.unread:
                self._skip(token)
            elif token.kind in ("text", "entity"):
                self._text(token)
            elif token.kind == "open":
                self._open(token)
            elif token.kind == "close":
                self._close(token)
        self._finish()
        return self.out

    def _raw(self, token: Token) -> None:
        if token.name == "title" and not any(name in ("svg", "body") for name in self.open):
            self.out.title = (token.start, token.end)
        elif token.name == "script" and self.ld:
            self.out.scripts.append((token.start, token.end))

    def _skip(self, token: Token) -> None:
        """Inside an element that nobody reads: wait for its end; ``rt`` may leave its own out."""
        if token.kind == "open" and token.name == self.unread in ("p", "li"):
            self.unread = ""  # the one that was hidden ends here
            self._open(token)
        elif token.kind == "open" and token.name == self.unread and token.name not in _VOID:
            self.depth += token.name not in ("rt", "rp")
        elif token.kind == "open" and self.unread in ("rt", "rp") and token.name in ("rt", "rp", "rb"):
            self.unread = token.name if token.name != "rb" else ""
        elif token.kind == "close" and token.name == self.unread:
            self.depth -= 1
            if self.depth <= 0:
                self.unread = ""
        elif (
            token.kind == "close" and self.unread in ("rt", "rp", "rtc") and token.name in ("ruby", "p", "div", "body")
        ):
            self.unread = ""
            self._close(token)

    def _text(self, token: Token) -> None:
        raw = self.out.text[token.start : token.end]
        text = html.unescape(raw) if token.kind == "entity" else raw
        if text == "\u00a0":
            text = " " if token.kind == "entity" else text
        self._start(token)
        self.line.pieces.append(Piece(token.start, token.end, text))

    def _open(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body", "head"):
            self.out.whole = True
        if name in ("html", "meta"):
            self._about(token)
        if name == "script":
            self.ld = "ld+json" in self.out.text[slice(*token.rest)]
        if name in _UNREAD or (name not in _SHOWN and _HIDDEN.search(self.out.text, *token.rest)):
            if not self.out.text[slice(*token.rest)].endswith("/"):
                self.unread, self.depth = name, 1
        elif name == "ruby":
            self._start(token)
            self.ruby = len(self.line.pieces), token.start
        elif name in _RUBY or name in RAW:
            pass
        elif name in INLINE:
            self._start(token)
            if name == "span" and not any(piece.text.strip() for piece in self.line.pieces):
                self.place = is_place(attributes(self.out.text, token))
            self.line.pieces.append(Piece(token.start, token.end, "", INLINE[name]))
        elif name in _ALONE:
            self._alone(token)
        else:
            self._finish()
            if name not in _VOID:
                self.open.append(name)
                self.elements += 1
                self.numbers.append(self.elements)
                aside, role = called(attributes(self.out.text, token))
                if aside:
                    self.out.aside.add(self.elements)
                if role:
                    self.called[self.elements] = role

    def _alone(self, token: Token) -> None:
        pieces = self.line.pieces
        if token.name == "br":
            last = next((piece for piece in reversed(pieces) if piece.text.strip() or piece.tag == "br/"), None)
            if last is None or last.tag == "br/":
                self._finish()  # an empty line parts paragraphs
                return
        self._start(token)
        pieces.append(Piece(token.start, token.end, "\n" if token.name == "br" else "", f"{token.name}/"))

    def _close(self, token: Token) -> None:
        name = token.name
        if name in INLINE:
            self._start(token)
            self.line.pieces.append(Piece(token.start, token.end, "", f"/{INLINE[name]}"))
            if name == "span" and self.place:
                self._finish()
        elif name == "ruby" and self.ruby:
            index, start = self.ruby
            word = "".join("".join(piece.text for piece in self.line.pieces[index:]).split())
            self.line.pieces[index:] = [Piece(start, token.end, word)]
            self.ruby = None
        elif name not in _RUBY and name not in _UNREAD and name not in RAW and name not in _ALONE:
            self._finish()
            # An end that nothing began is a slip; what lies inside its beginning ends with it
            if name in self.open[-_DEEP:]:
                while self.open.pop() != name:
                    self.numbers.pop()
                self.numbers.pop()

    def _about(self, token: Token) -> None:
        given = attributes(self.out.text, token)
        if token.name == "html":
            if "lang" in given or "xml:lang" in given:
                self.out.metas["lang"] = given.get("lang") or given["xml:lang"]
            return
        if "charset" in given:
            self.out.metas["charset"] = given["charset"]
        key = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv")
        if key and "content" in given:
            self.out.metas.setdefault(key[0].lower(), given["content"])

    def _start(self, token: Token) -> None:
        if not self.line.pieces:
            self._count(token.start)
            self.line.number = self.number

    def _count(self, place: int) -> None:
        """Bring the number of the line in the file up to a place."""
        self.number += self.out.text.count("\n", self.counted, place)
        self.counted = max(place, self.counted)

    def _finish(self) -> None:
        """End a line; a picture alone is a line that reads as its description."""
        line, self.ruby, place, self.place = self.line, None, self.place, False
        self.line = Marked(self.out.coding, self.number)
        full = [index for index, piece in enumerate(line.pieces) if piece.text.strip()]
        first, last = (full[0], full[-1]) if full else (len(line.pieces), len(line.pieces))
        self._pictures(line.pieces[:first])
        if full:
            self._line(line)
            line.role = Role.DATELINE if place else line.role
        self._pictures(line.pieces[last + 1 :])

    def _pictures(self, pieces: list[Piece]) -> None:
        """Note what pictures show that stand alone or at an end of a text."""
        linked = False
        for piece in pieces:
            if piece.tag == "a":  # a link to the picture itself is no teaser of another page
                linked = not _PICTURE.search(self.out.text, piece.start, piece.end)
            linked = linked and piece.tag != "/a"
            if piece.tag == "img/" and (described := self._described(piece)):
                self._add(described, *(["a"] if linked else []), "img")

    def _line(self, line: Marked) -> None:
        line.role = self._role("".join(piece.text for piece in line.pieces).strip())
        first = next(piece for piece in line.pieces if piece.text.strip())
        line.number += self.out.text.count("\n", line.pieces[0].start, first.start)
        lead = len(first.text) - len(first.text.lstrip())
        line.number += first.text.count("\n", 0, lead)
        self._add(line)

    def _role(self, text: str) -> Role | None:
        """What the elements around a line say that it is; None where they say nothing."""
        heading = _HEADINGS.intersection(self.open[-3:])
        if heading:  # a lead is often set as a heading, and is running text all the same
            return None if "h1" not in heading and len(text) > 40 and text.endswith((".", "。")) else Role.HEADLINE
        called = next((self.called[number] for number in reversed(self.numbers[-4:]) if number in self.called), None)
        if "figcaption" in self.open[-4:] or called is Role.CAPTION:
            return Role.CAPTION
        if called is Role.BYLINE and len(text) < 80 and not text.endswith((".", "。")):
            return Role.BYLINE
        return Role.PARAGRAPH if {"td", "th"}.intersection(self.open[-2:]) else None

    def _add(self, line: Marked, *more: str) -> None:
        self.out.lines.append(line)
        self.out.inside.append((*self.open[-_DEEP:], *more))
        self.out.nests.append(tuple(self.numbers[-_DEEP:]))

    def _described(self, piece: Piece) -> Marked | None:
        found = next(iter(tokens(self.out.text[piece.start : piece.end])))
        token = Token("open", piece.start, piece.end, "img", (found.rest[0] + piece.start, found.rest[1] + piece.start))
        _, start, end = attributes(self.out.text, token).get("alt", ("", 0, 0))
        if not self.out.text[start:end].strip():
            return None
        coding = self.out.coding.replace("html", "attribute", 1)
        self._count(start)
        line = Marked(coding, self.number, Role.CAPTION)
        line.pieces = attribute_pieces(self.out.text, start, end)
        return line
