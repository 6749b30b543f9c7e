"""An article's own glossary: the names that occur in it, in the order of their first occurrence."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from toolkit import ui
from toolkit.article import Role
from toolkit.exchange.choice import choose
from toolkit.exchange.formats import FORMATS
from toolkit.glossary.concept import Confidence
from toolkit.glossary.lookup.answer import LANGS
from toolkit.segment.article import sentences
from toolkit.ui import gettext as _
from toolkit.ui.width import pad, width
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.article import Article
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept

#: How the terms of an article can be written: for people, and whatever a glossary can be exported as.
FORMS = ("text", "html", *FORMATS)


@dataclass(frozen=True, slots=True)
class Used:
    """
    A concept in an article.

    Attributes:
        concept: The likeliest meaning.
        forms: Each way the article writes it -> how often.
        lines: The lines it stands in, counted from 1, each once.
    """

    concept: Concept
    forms: Counter[str] = field(default_factory=Counter)
    lines: list[int] = field(default_factory=list)


def article_terms(article: Article, glossary: Glossary) -> list[Used]:
    """
    Every name of the glossary that a translator of the article meets.

    Args:
        article: In any language; its date decides between namesakes.
        glossary: The terms.
    """
    found: dict[str, Used] = {}
    for sentence in sentences(article):
        if not sentence.role.translated:
            continue
        for match in glossary.find(sentence.text, article.lang, article.date):
            used = found.setdefault(match.concept.id, Used(match.concept))
            used.forms[sentence.text[match.start : match.end]] += 1
            if sentence.line not in used.lines:
                used.lines.append(sentence.line)
    return list(found.values())


def write_terms(article: Article, used: Sequence[Used], form: str, target: str = "", lang: str = "") -> bytes:
    """
    The terms in a format of :data:`FORMS`.

    Args:
        article: Whose terms they are.
        used: What :func:`article_terms` found.
        form: Name of the format.
        target: Code of the language to translate into; formats for one pair of languages need it.
        lang: Code of the language in which a page opens; empty for the one that the program speaks.

    Raises:
        InputError: The format wants a target.
    """
    if form == "text":
        return _table(used).encode("utf-8")
    if form == "html":
        from toolkit.report.web.page import fill  # noqa: PLC0415 - only a page needs templates

        page = fill(
            "terms.html",
            styles=["terms.css"],
            scripts=["terms.js"],
            data={},
            lang=lang or ui.chosen(),
            article=article,
            title=next((b.text for b in article.blocks if b.role is Role.HEADLINE), "") or article.name,
            used=used,
            langs=_order(article.lang),
            own=Confidence.OWN,
        )
        return page.encode("utf-8")
    chosen = choose(
        [one.concept for one in used],
        FORMATS[form],
        source=article.lang if target else "",
        target=target,
        on=article.date,
        today=date.today(),
    )
    return FORMATS[form].write(chosen)


def _order(first: str) -> list[str]:
    """The languages, the article's own first."""
    return sorted(LANGS, key=lambda code: code != first)


def _table(used: Sequence[Used]) -> str:
    """A table whose columns are aligned by the width of the characters."""
    rows: list[tuple[str, ...]] = [("", *LANGS, "id", "")]
    for one in used:
        names = [term.text if (term := one.concept.preferred(lang)) else "–" for lang in LANGS]
        remark = _("unverified") if one.concept.confidence is Confidence.OWN else ""
        rows.append((f"{sum(one.forms.values())}×", *names, one.concept.id, remark))
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "".join("  ".join(map(pad, row, widths)).rstrip() + "\n" for row in rows)
