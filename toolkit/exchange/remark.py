"""The comment beside a line of a bilingual list: what a person should see, and the concept's id to find it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.exchange.choice import avoid
from toolkit.glossary.concept import Confidence
from toolkit.glossary.table.row import is_id

if TYPE_CHECKING:
    from toolkit.glossary.concept import Concept


def remark(concept: Concept, lang: str) -> str:
    """
    Note, terms to avoid, validity, a warning where nobody looked it up, and the id in brackets.

    >>> from toolkit.glossary.concept import Status, Term
    >>> from toolkit.glossary import Concept
    >>> president = (Term("国家主席", "ja", Status.PREFERRED), Term("大統領", "ja", Status.DEPRECATED))
    >>> remark(Concept("title.vn.state-president", "title", "VN", president), "ja")
    'avoid: 大統領; unverified [title.vn.state-president]'
    """
    parts = [concept.note or concept.definition]
    if bad := avoid(concept, lang):
        parts.append(f"avoid: {', '.join(bad)}")
    if concept.valid_from:
        parts.append(f"since {concept.valid_from}")
    if concept.valid_until:
        parts.append(f"until {concept.valid_until}")
    if concept.confidence is Confidence.OWN:
        parts.append("unverified")
    said = "; ".join(filter(None, parts))
    return f"{said} [{concept.id}]" if said else f"[{concept.id}]"


def parse_remark(text: str) -> tuple[str, str]:
    """
    The id of a comment, empty if there is none, and what else it says.

    >>> parse_remark("avoid: 大統領 [title.vn.state-president]")
    ('title.vn.state-president', 'avoid: 大統領')
    """
    text = text.strip()
    said, bracket, ident = text.rpartition("[")
    if bracket and ident.endswith("]") and is_id(ident[:-1]):
        return ident[:-1], said.rstrip()
    return "", text
