"""
House styles: newsrooms differ lawfully, and one setting a language says whose way is ours.

VNS writes Việt Nam in English and AP Vietnam, the ministry writes ヴ and the papers バ. A house says which marks of
terms (``Hanoi{ap}``) it prefers and how it writes names, numbers, dates and ministers; ``houses.csv`` holds one a row.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import BadRow, ConfigError, GlossaryError
from toolkit.glossary.concept import Concept, Status, Term
from toolkit.ui import gettext as _
from toolkit.value import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "houses.csv"

#: Column -> the words it may hold, the usual one first.
CHOICES = {
    "name_order": ("", "family-first", "given-first"),
    "numerals": ("", "digits", "man-oku", "fullwidth-single"),
    "ministers": ("", "press", "official"),
}

COLUMNS = ("id", "lang", "name", "styles", *CHOICES, "dates", "note", "source")


@dataclass(frozen=True, slots=True)
class House:
    """
    How one newsroom or ministry writes one language.

    Attributes:
        id: ``vns-en``.
        lang: Code of the language.
        name: Who it is.
        styles: Marks of terms that it prefers, the most preferred first.
        name_order: ``family-first`` or ``given-first`` for Vietnamese and Japanese people; empty for no rule.
        numerals: ``digits`` (1500人), ``man-oku`` (781兆6,000億), ``fullwidth-single`` (５人, 15人); empty for no rule.
        ministers: ``press`` (外相) or ``official`` (外務大臣); empty for no rule.
        dates: A pattern of Unicode's locale data for a date: ``d MMMM y``.
        note: For people.
        source: Where the rules were seen.
    """

    id: str
    lang: str
    name: str
    styles: tuple[str, ...] = ()
    name_order: str = ""
    numerals: str = ""
    ministers: str = ""
    dates: str = ""
    note: str = ""
    source: str = ""

    def term(self, concept: Concept) -> Term | None:
        """
        What this house calls *concept*; None where there is no term in its language.

        A term with one of its marks wins, the preferred one is for everybody else.
        """
        mine = [t for t in concept.terms if t.lang == self.lang and t.status is not Status.DEPRECATED]
        for style in self.styles:
            for term in mine:
                if style in term.styles and not term.target_only:
                    return term
        return mine[0] if mine and mine[0].status is Status.PREFERRED else None


def load_houses(folders: Iterable[Path | str]) -> dict[str, House]:
    """
    Every house of the layers by id, a later row in place of an earlier one.

    Raises:
        GlossaryError: Rows are wrong; it carries every one of them.
    """
    from toolkit.glossary.table.load import read_table  # noqa: PLC0415 - most look-ups have no house
    from toolkit.glossary.table.row import LANGS, is_id, values  # noqa: PLC0415

    houses: dict[str, House] = {}
    bad: list[BadRow] = []
    for folder in folders:
        path = Path(folder) / FILE
        if not path.is_file():
            continue
        for line, cells in read_table(path, COLUMNS, ("id", "lang")):
            cells = {name: cell.strip() for name, cell in cells.items()}  # noqa: PLW2901 - the same cells, trimmed
            if not is_id(cells["id"]):
                bad.append(BadRow(path, line, "id", _("{value!r} is no id").format(value=cells["id"])))
            if cells["lang"] not in LANGS:
                bad.append(
                    BadRow(
                        path,
                        line,
                        "lang",
                        _("{value!r} is none of {choices}").format(value=cells["lang"], choices=", ".join(LANGS)),
                    )
                )
            for column, words in CHOICES.items():
                if cells.get(column, "") not in words:
                    message = _("{value!r} is none of {choices}").format(
                        value=cells[column], choices=", ".join(filter(None, words))
                    )
                    bad.append(BadRow(path, line, column, message))
            others = {name: cell for name, cell in cells.items() if name != "styles"}
            houses[cells["id"]] = House(styles=tuple(values(cells.get("styles", ""))), **others)
    if bad:
        raise GlossaryError(tuple(bad))
    return houses


def choose(ids: Iterable[str], houses: Mapping[str, House]) -> dict[str, House]:
    """
    The chosen houses by language.

    Raises:
        ConfigError: There is no such house, or two were chosen for one language.
    """
    import difflib  # noqa: PLC0415 - few look-ups have a house

    chosen: dict[str, House] = {}
    for ident in ids:
        house = houses.get(ident)
        if house is None:
            near = difflib.get_close_matches(ident, houses, 1)
            remedy = (
                _("did you mean {near!r}?").format(near=near[0])
                if near
                else _("there are {choices}").format(choices=", ".join(sorted(houses)))
            )
            raise ConfigError(_("unknown house {ident!r}").format(ident=ident), remedy=remedy)
        if house.lang in chosen and chosen[house.lang] is not house:
            raise ConfigError(
                _("two houses for one language: {id} and {ident}").format(id=chosen[house.lang].id, ident=ident)
            )
        chosen[house.lang] = house
    return chosen
