"""The tags of a marked-up sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding


def markup_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    The tags of the translation are not those of the source, or do not close what they open.

    Why:
        A tag stands for a link, a picture, bold type in the article's file. What the source has no tag for is printed
        as it is typed, `<b>` and all; tags that do not pair are left out, and the words lose their link. They may stand
        in another order, as words do. A missing `<br/>` is not reported.

    Example:
        `Read <a>the report</a>.` → `Đọc <a>báo cáo.`

    Fix:
        Copy the tags of the source around the words that they belong to.
    """
    if "<" not in pair.source:
        return
    from toolkit.article.marked import find_tags, is_balanced  # noqa: PLC0415 - most articles are plain text

    ours = Counter(tag for _, _, tag in find_tags(pair.source))
    if not ours:
        return
    theirs = list(find_tags(pair.target))
    given = Counter(tag for _, _, tag in theirs)
    for start, end, tag in theirs:
        if tag not in ours:
            # Translators: {tag} is a tag of HTML; what is no tag of the source is printed as it is typed.
            message = _("“{tag}” is not in the source: it would be printed").format(tag=tag)
            yield pair.finding("markup-mismatch", Severity.ERROR, message, (start, end))
    if not is_balanced(tag for _, _, tag in theirs if tag in ours):
        message = _("the tags do not close what they open, one inside the other")
        yield pair.finding("markup-mismatch", Severity.ERROR, message)
        return
    for start, end, tag in find_tags(pair.source):
        if given[tag] < ours[tag] and not tag.startswith(("</", "<br")):
            given[tag] = ours[tag]
            message = _("“{text}” is not in the translation").format(text=tag)
            yield pair.finding("markup-mismatch", Severity.WARNING, message, (start, end), side="source")
