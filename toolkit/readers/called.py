"""What newspapers call the parts of their pages, in the class and the id of an element, in three languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from toolkit.article import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Words for what stands beside an article.
_ASIDE = frozenset(
    "ad ads advert advertisement advertising banner binhluan bookmark breadcrumb breadcrumbs comment comments cookie"
    " disqus footer kanren lienquan login menu nav navbar newsletter outbrain pagination popular promo"
    " promotion quangcao ranking readmore recommend recommendation recommended related sharebox share sharing sidebar"
    " signup sns social sponsor sponsored subscribe subscription taboola tinlienquan tinkhac toolbar tools trending"
    " widget".split()
)
#: Words for a caption, and for who wrote it.
_CALLED = (
    (Role.CAPTION, frozenset("caption captions legend chuthich imgcaption photocaption pcaption".split())),
    (Role.BYLINE, frozenset("author authors byline tacgia kisha".split())),
)
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")


#: Words for the place before the first sentence, which a style sheet and no sign parts from it.
_PLACE = frozenset("dateline location locationstamp placeline".split())


def is_place(given: Mapping[str, tuple[str, int, int]]) -> bool:
    """
    Whether a part of a line is called a dateline.

    >>> is_place({"class": ("location-stamp", 0, 0)})
    True
    """
    return "class" in given and not _PLACE.isdisjoint(_WORD.findall(given["class"][0][:200].lower()))


def called(given: Mapping[str, tuple[str, int, int]]) -> tuple[bool, Role | None]:
    """
    Whether an element is called like something beside the article, and what its text is if the name tells.

    Args:
        given: The element's attributes, with their places.

    >>> called({"class": ("box-tin-lien-quan", 0, 0)}), called({"class": ("PhotoCMS_Caption", 0, 0)})
    ((True, None), (False, <Role.CAPTION: 'caption'>))
    """
    aside, role = False, None
    for key in ("class", "id"):
        words = [word.lower() for word in _WORD.findall(given[key][0][:200])] if key in given else []
        words += [first + second for first, second in pairwise(words)]
        aside = aside or not _ASIDE.isdisjoint(words)
        role = role or next((role for role, names in _CALLED if not names.isdisjoint(words)), None)
    return aside, role
