"""
Which part of a page is the article.

A page that marks its article is believed where trafilatura is not installed; with it (the extra ``[html]``), what
trafilatura takes for the article is. Buttons, teasers and what a newspaper asks its readers to buy are found by where
they stand: most sentences of an article stand in one element of the page, and outside of it only sentences count. The
article's own headline, captions and time stamps belong to it although they are no running text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.article import Piece, Role
from toolkit.readers.marked import Marked, blocks_of
from toolkit.readers.tags import tokens
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toolkit.readers.html import Page

#: The largest page, without its scripts, that trafilatura reads within seconds, and the most lines.
_MOST, _MOST_LINES = 500_000, 5_000
#: How much of the sentences the article's element holds at least; the rest is a lead above it, or another page's.
_SHARE = 0.75
#: A description of a picture that is no button's: in columns of a terminal, two for a kanji.
_NARROW = 10

_BOILERPLATE = frozenset("nav header footer aside form menu dialog address".split())
#: Elements that hold a line, not an article.
_LINES = frozenset("p li td th dd dt h1 h2 h3 h4 h5 h6 blockquote figcaption".split())
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?…。！？：:][”\"'’»)）」』]*\Z")


def article_of(whole: Page) -> tuple[list[Marked], list[str]]:
    """The lines of the article, and what was done without."""
    if not whole.whole:
        return whole.lines, []
    try:
        from trafilatura import extract  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        return _landmark(whole), [
            _(
                "read without trafilatura, by the page's own article element"
                " (pip install 'vje-toolkit[html]' finds more)"
            )
        ]
    plain = _plain(whole.text)
    if len(plain) > _MOST or len(whole.lines) > _MOST_LINES:
        return _landmark(whole), [_("too large for trafilatura: what the page itself marks as its article was taken")]
    found = extract(plain, include_comments=False, include_tables=True, deduplicate=False) or ""
    known = {_squeezed(line) for line in found.splitlines()} - {""}
    flow = _squeezed(found)
    hits = []
    for index, line in enumerate(whole.lines):
        said = _squeezed(line.text)
        if said and (said in known or (len(said) > 30 and len(flow) < 500_000 and said in flow)):
            hits.append(index)
    body = [i for i in hits if whole.lines[i].role is not Role.HEADLINE or len(_squeezed(whole.lines[i].text)) > 3]
    if not body or sum(len(whole.lines[i].text) for i in body) < 40:
        return _landmark(whole), []
    return [whole.lines[i] for i in _chosen(whole, hits, body)], []


def _chosen(whole: Page, hits: Sequence[int], body: Sequence[int]) -> list[int]:
    """What was found, without what stands elsewhere, and what belongs to it although it is no running text."""
    sizes = _sizes(whole, body)
    core, parents = _core(whole, sizes)
    inner = [i for i in body if core in whole.nests[i]] if core else list(body)
    heading = next((i for i in range(inner[0], -1, -1) if "h1" in whole.inside[i]), None)
    first, last = inner[0] if heading is None else heading, inner[-1]
    beside = _beside(whole, inner[0], core)
    chosen = set()
    for index in hits:
        nest = whole.nests[index]
        if index < first or beside.intersection(nest):
            continue
        near = index <= last or bool(parents.intersection(nest))
        if not core or core in nest or (near and (index in sizes or _is_provenance(whole, index))):
            chosen.add(index)
    for index in range(max(first - 3, 0), first):  # a date is often printed above the headline
        nest = whole.nests[index]
        if parents.intersection(nest) and not beside.intersection(nest) and _is_provenance(whole, index):
            chosen.add(index)
    for index in range(first, min(last + 2, len(whole.lines))):
        nest = whole.nests[index]
        if index not in chosen and not beside.intersection(nest):
            here = not core or core in nest
            above = index < inner[0] and bool(parents.intersection(nest))
            if _belongs(whole, index, here=here, above=above, last=last):
                chosen.add(index)
    return sorted(chosen)


def _beside(whole: Page, first: int, core: int) -> set[int]:
    """What is called a sidebar or the like; whoever calls the article itself so is not believed."""
    nest = whole.nests[first]
    return whole.aside.difference(nest[: nest.index(core) + 1] if core else nest)


def _sizes(whole: Page, lines: Iterable[int]) -> dict[int, int]:
    """How long each line of running text is; where most stands in what is called a sidebar, the page means it so."""
    every = {i: size for i in lines if (size := _sentence(whole.lines[i].text))}
    most = {i: size for i, size in every.items() if whole.aside.isdisjoint(whole.nests[i])}
    return most if 2 * sum(most.values()) >= sum(every.values()) else every


def _sentence(text: str) -> int:
    """How long a line is if it is running text; 0 for a button, a menu, a name."""
    said = _squeezed(text)
    return len(said) if len(said) > 60 or (len(said) > 15 and _SENTENCE.search(text.strip())) else 0


def _core(whole: Page, sizes: dict[int, int]) -> tuple[int, set[int]]:
    """The innermost element that holds most of the sentences, and the two around it; 0 if there is none."""
    held: Counter[int] = Counter()
    for index, size in sizes.items():
        for number in whole.nests[index]:
            held[number] += size
    wanted = _SHARE * sum(sizes.values())
    for index in sizes:
        nest = whole.nests[index]
        names = whole.inside[index]
        deep = [at for at, number in enumerate(nest) if held[number] >= wanted and names[at] not in _LINES]
        if deep:
            return nest[deep[-1]], set(nest[max(deep[-1] - 2, 0) : deep[-1]])
    return 0, set()


def _belongs(whole: Page, index: int, *, here: bool, above: bool, last: int) -> bool:
    """
    Whether a line that is no running text is the article's: its headline, its lead, a caption, a cell, a credit.

    Args:
        whole: The page.
        index: The line.
        here: Whether it stands in the article's element.
        above: Whether it stands before that, between the headline and the text.
        last: The last line of running text.
    """
    line, inside = whole.lines[index], whole.inside[index]
    if _BOILERPLATE.intersection(inside) - {"header"}:
        return False
    if "h1" in inside:
        return True
    if inside[-1:] == ("img",):
        return (
            index <= last
            and ("figure" in inside or ("a" not in inside and (here or above)))
            and sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line.text) >= _NARROW
        )
    if line.role in (Role.CAPTION, Role.DATELINE):
        return here or above
    if line.role is Role.PARAGRAPH:
        return here
    return (above and bool(_sentence(line.text))) or _is_provenance(whole, index)


def _is_provenance(whole: Page, index: int) -> bool:
    """Whether a line is a date, a by-line, a credit, a sign-off."""
    headline = Marked("html", 1, Role.HEADLINE, [Piece(0, 1, "–")])
    blocks, _day = blocks_of([headline, whole.lines[index]])
    return all(not block.role.translated or block.role is Role.SIGNOFF for block in blocks[1:])


def _landmark(whole: Page) -> list[Marked]:
    """What the page itself says is its article; without a word, all but navigation and the like."""
    for name in ("article", "main"):
        places = [i for i, inside in enumerate(whole.inside) if name in inside]
        if places:
            break
    else:
        places = list(range(len(whole.lines)))
    kept = [i for i in places if not _BOILERPLATE.intersection(_within(whole.inside[i]))]
    core, _around = _core(whole, _sizes(whole, kept))
    if kept:
        first = next((i for i in kept if core in whole.nests[i]), kept[0])
        beside = _beside(whole, first, core)
        kept = [i for i in kept if not beside.intersection(whole.nests[i])]
    heading = next((i for i in range(len(whole.lines)) if "h1" in whole.inside[i]), None)
    if heading is not None and kept and heading < kept[0]:
        kept.insert(0, heading)
    return [whole.lines[i] for i in kept]


def _within(inside: tuple[str, ...]) -> Iterable[str]:
    """The elements inside the article: a header in it holds its headline, one around it the newspaper's name."""
    if "article" in inside:
        return [name for name in inside[inside.index("article") :] if name != "header"]
    return inside


def _plain(text: str) -> str:
    """The page without scripts and readings, for a library that would read both."""
    out: list[str] = []
    last, depth = 0, 0
    for token in tokens(text):
        unread = token.kind in ("raw", "skip") and token.name != "title"
        if token.kind == "open" and token.name in ("rt", "rp"):
            depth, unread = 1, True
        elif token.kind == "close" and token.name in ("rt", "rp", "ruby"):
            unread, depth = token.name != "ruby", 0
        if unread or depth or token.name in ("rt", "rp", "ruby", "rb"):
            out.append(text[last : token.start])
            last = token.end
    out.append(text[last:])
    return "".join(out)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", html.unescape(text)).strip("-|•").replace("\u200b", "")
