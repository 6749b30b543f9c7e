"""The whole glossary through every format and back: what is lost is listed here, and nothing else is."""

from __future__ import annotations

import csv
import functools
import io
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from translate.storage import csvl10n, omegat, po, tbx, tmx, utx, xliff

from toolkit.exchange.choice import Choice, choose, entries
from toolkit.exchange.formats import EXPIRED, FORMATS, UNVERIFIED
from toolkit.exchange.incoming import Reading
from toolkit.glossary import Concept, Confidence, Glossary, Status
from toolkit.glossary.layers import curated
from toolkit.glossary.table.row import COLUMNS, format_row

if TYPE_CHECKING:
    from toolkit.exchange.incoming import Incoming

TODAY = date(2026, 11, 24)
WHOLE = [name for name, form in FORMATS.items() if form.keeps == COLUMNS]
PAIRS = [name for name, form in FORMATS.items() if form.pair and form.reads]
SERVICES = ["deepl", "google"]
#: What a list of pairs has no place for: the third language, and all that is not a name. Of the second language the
#: other names go, since one is to be written; of the first those go that are right in a target only.
OF_PAIRS = set(COLUMNS) - {"id", "vi", "ja"}
#: Format -> the columns that do not come back as they went.
LOST = {
    **{name: set[str]() for name in WHOLE},
    # A memory is believed without a look, so only the preferred names go in, and of what they are the kind and country
    "tmx": set(COLUMNS) - {"id", "subject", "country", "en", "vi", "ja"},
    **dict.fromkeys(("xliff", "utx", "omegat", "weblate"), OF_PAIRS),
    # A message has one translation: a name of two things is one message, and its place says nothing of the second
    "po": OF_PAIRS | {"vi", "ja"},
}
UNSURE, ENDED, AVOID, ONE_SIDED = ("unverified concepts", "concepts that do not hold today", "terms to avoid",
                                   "concepts without a term in both languages")  # fmt: skip
#: Format -> what is left out, each with its number; see the counts below.
LEFT = {
    **{name: set[str]() for name in WHOLE},
    "tmx": {UNSURE, ENDED, AVOID},
    "xliff": {ENDED, AVOID},
    "utx": {ENDED, AVOID},
    "omegat": {ONE_SIDED},
    "weblate": {ENDED},
    "po": {ENDED},
    **{
        name: {UNSURE, ENDED, AVOID, "names that depend on the text", "names that mean several things"}
        for name in SERVICES
    },
}


@functools.cache
def everything() -> dict[str, Concept]:
    """Id -> concept."""
    return {concept.id: concept for concept in Glossary.load(curated())}


@functools.cache
def table() -> dict[str, dict[str, str]]:
    """Id -> its row."""
    return {ident: format_row(concept) for ident, concept in everything().items()}


@functools.cache
def sent(name: str) -> tuple[Choice, bytes]:
    """What goes into a format, and the file."""
    pair = {"source": "vi", "target": "ja"} if FORMATS[name].pair else {}
    choice = choose(everything().values(), FORMATS[name], today=TODAY, **pair)  # type: ignore[arg-type]
    return choice, FORMATS[name].write(choice)


@functools.cache
def returned(name: str) -> list[Incoming]:
    """What comes back from it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"g.{name}"
        path.write_bytes(sent(name)[1])
        return FORMATS[name].read(path, Reading("vi", "ja"))


def avoided(concept: Concept) -> set[str]:
    return {term.text for term in concept.terms if term.status is Status.DEPRECATED}


def test_the_glossary_has_what_must_not_leak() -> None:
    """Terms to avoid, names that have ended, names that nobody looked up: there are some of each."""
    concepts = everything().values()
    assert len(concepts) > 7000
    assert sum(bool(avoided(c)) for c in concepts) > 50
    assert sum(not c.valid_on(TODAY) for c in concepts) > 100
    assert sum(c.confidence is Confidence.OWN for c in concepts) > 0


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_lost_where_there_is_a_place_for_all(name: str) -> None:
    """Every concept comes back the same, to the last mark."""
    back = {item.cells["id"]: {column: item.cells.get(column, "") for column in COLUMNS} for item in returned(name)}
    assert back == table()
    assert all(item.whole for item in returned(name))


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_what_is_listed(name: str) -> None:
    """Of the concepts that come back, these columns differ, and no other."""
    lost = set()
    for item in returned(name):
        row = table()[item.cells["id"]]
        lost |= {column for column in COLUMNS if row[column] != item.cells.get(column, "")}
    assert lost == LOST[name]
    assert set(FORMATS[name].keeps) - {"terms of two languages", "deprecated terms"} <= set(COLUMNS) - lost


@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_comes_back_with_its_concept(name: str) -> None:
    """A list of pairs gives back whose name each is."""
    back: dict[str, set[str]] = defaultdict(set)
    for item in returned(name):
        for lang in ("vi", "ja"):
            back[item.cells["id"]] |= {item.cells[lang], *item.cells[f"{lang}_admitted"].split(" | ")} - {""}
    gone: dict[str, set[str]] = defaultdict(set)
    for entry in entries(sent(name)[0]):
        if not entry.source.startswith(("#", "-")):
            gone[entry.concept.id] |= {" ".join(entry.source.split()), " ".join(entry.target.split())}
    assert back == gone


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_left_out_is_counted(name: str) -> None:
    """The reasons are those listed, and the numbers those of the glossary."""
    choice, _ = sent(name)
    assert set(choice.left) == LEFT[name]
    concepts = everything().values()
    unsure = {c.id for c in concepts if UNVERIFIED not in FORMATS[name].says and c.confidence is Confidence.OWN}
    ended = {c.id for c in concepts if EXPIRED not in FORMATS[name].says and not c.valid_on(TODAY)} - unsure
    assert choice.left[UNSURE] == len(unsure)
    assert choice.left[ENDED] == len(ended)
    assert {c.id for c in concepts} - {c.id for c in choice.concepts} <= unsure | ended | {
        c.id for c in concepts if not any(t.lang in ("vi", "ja") for t in c.terms)
    }


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.reads])
def test_nothing_leaks(name: str) -> None:
    """What a format cannot say of a term is not to be found in the file; what it can say, it says below."""
    says = FORMATS[name].says
    for item in returned(name):
        concept = everything()[item.cells["id"]]
        assert EXPIRED in says or concept.valid_on(TODAY), concept.id
        assert UNVERIFIED in says or concept.confidence is not Confidence.OWN, concept.id
        if FORMATS[name].keeps != COLUMNS:
            names = {item.cells.get(f"{lang}{kind}", "") for lang in ("en", "vi", "ja") for kind in ("", "_admitted")}
            assert not {part for cell in names for part in cell.split(" | ")} & avoided(concept) - {""}, concept.id


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_told_nothing_that_needs_a_word_of_caution(name: str) -> None:
    """Each source once, in two full columns: verified, of today, with one meaning, and never a term to avoid."""
    choice, data = sent(name)
    lines = list(csv.reader(io.StringIO(data.decode())))
    assert len(lines) > 5000
    assert all(len(line) == 2 and all(line) for line in lines)
    assert len({source for source, _ in lines}) == len(lines)
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    allowed = {(e.source, e.target) for e in entries(choice)}
    assert {(source, target) for source, target in lines} <= allowed
    assert all(c.confidence is not Confidence.OWN and c.valid_on(TODAY) and not avoided(c) for c in choice.concepts)


def test_a_list_says_of_each_term_what_it_can() -> None:
    """Beside each name that has ended, that nobody looked up, that has a rival to avoid, its line says so."""
    lines = [line.split("\t") for line in sent("omegat")[1].decode().splitlines()]
    said = defaultdict(set)
    for _, _, comment in lines:
        said[comment.rpartition("[")[2].rstrip("]")].add(comment)
    wanted = [c for c in sent("omegat")[0].concepts if c.id in said]
    assert len(wanted) > 7000
    for concept in wanted:
        (comment,) = said[concept.id]
        assert not concept.valid_until or f"until {concept.valid_until}" in comment
        assert concept.confidence is not Confidence.OWN or "unverified" in comment
        bad = [t.text for t in concept.terms if t.lang == "ja" and t.status is Status.DEPRECATED]
        assert not bad or f"avoid: {', '.join(bad)}" in comment


def test_what_nobody_looked_up_is_not_approved() -> None:
    """Fuzzy in PO and for Weblate, a review to be made in XLIFF, provisional in UTX."""
    own = {c.id for c in everything().values() if c.confidence is Confidence.OWN and c.valid_on(TODAY)}
    lines = csv.DictReader(io.StringIO(sent("weblate")[1].decode()))
    weblate = {line["context"] for line in lines if line["fuzzy"] == "True"}
    tree = etree.fromstring(sent("xliff")[1])
    review = {unit.get("resname") for unit in tree.iter("{*}trans-unit") if unit.get("approved") == "no"}
    utx = {line.split("\t")[5] for line in sent("utx")[1].decode().splitlines() if "\tprovisional\t" in line}
    pairs = {e.concept.id for e in entries(sent("xliff")[0])}
    assert weblate == review == utx == own & pairs
    fuzzy = [block for block in sent("po")[1].decode().split("\n\n") if "#, fuzzy" in block]
    assert all(any(f"[{ident}]" in block for block in fuzzy) for ident in own & pairs)


def test_tbx_basic_is_valid() -> None:
    """TBX v3: elements, their order and levels, identifiers and references are those of TBX-Basic in the style DCT."""
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "tbx-basic-dct.rng"))
    tree = etree.fromstring(sent("tbx3")[1])
    assert schema.validate(tree), schema.error_log.last_error
    spaces = {"b": "http://www.tbxinfo.net/ns/basic", "t": "urn:iso:std:iso:30042:ed-2"}
    ids = tree.xpath("//t:conceptEntry/@id", namespaces=spaces)
    targets = tree.xpath("//b:crossReference/@target", namespaces=spaces)
    assert isinstance(ids, list)
    assert isinstance(targets, list)
    assert len(ids) == len(set(ids)) == len(everything())
    assert targets
    assert set(targets) <= set(ids)


@pytest.mark.parametrize(
    "wrong",
    [
        ('style="dct"', 'style="dca"'),
        ("<term>", "<term type='x'>"),
        ("preferredTerm-admn-sts", "good"),
        ("<note>", "<note><b>x</b>"),
        ('xml:lang="ja"', 'lang="ja"'),
        ("min:administrativeStatus", "basic:administrativeStatus"),
    ],
)
def test_the_grammar_tells_what_is_wrong(wrong: tuple[str, str]) -> None:
    """A grammar that accepts everything would prove nothing."""
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "tbx-basic-dct.rng"))
    concepts = [c for c in everything().values() if c.subject.startswith("title.diplomatic")]
    data = FORMATS["tbx3"].write(choose(concepts, FORMATS["tbx3"], today=TODAY)).decode()
    assert schema.validate(etree.fromstring(data.encode()))
    assert not schema.validate(etree.fromstring(data.replace(*wrong).encode()))


def parsed(name: str, data: bytes) -> Any:
    """Read by translate-toolkit, which Weblate, Pootle and Virtaal stand on."""
    stream = io.BytesIO(data)
    if name == "tbx2":
        return tbx.tbxfile(stream, sourcelanguage="vi", targetlanguage="ja")
    if name == "tmx":
        return tmx.tmxfile(stream, sourcelanguage="vi", targetlanguage="ja")
    store = {"xliff": xliff.xlifffile, "utx": utx.UtxFile, "omegat": omegat.OmegaTFile,
             "weblate": csvl10n.csvfile, "po": po.pofile}[name]  # fmt: skip
    return store(stream)


@pytest.mark.parametrize("name", ["tbx2", "tmx", "xliff", "utx", "omegat", "weblate", "po"])
def test_translate_toolkit_reads_every_term_back(name: str) -> None:
    """The peer sees each source with the target that is right for it, and no other."""
    choice, data = sent(name)
    units = [unit for unit in parsed(name, data).units if not unit.isheader()]
    read = {(unit.source, unit.target) for unit in units if unit.source and unit.target}
    if name in ("tbx2", "tmx"):
        pairs = [(c.preferred("vi"), c.preferred("ja")) for c in choice.concepts]
        assert read >= {(vi.text, ja.text) for vi, ja in pairs if vi and ja}
        return
    wanted = {(e.source, e.target) for e in entries(choice) if not e.source.startswith("-")}
    assert read - wanted == set()
    targets = defaultdict(set)
    for source, target in wanted:
        targets[source].add(target)
    # A message of PO has one translation; the other meaning of its name stands in the notes
    several = {source for source in targets if name == "po" and len(targets[source]) > 1}
    assert {pair for pair in wanted - read if pair[0] not in several} == set()


def test_the_peer_knows_which_term_is_to_be_avoided() -> None:
    """In TBX translate-toolkit tells 大統領 for Viet Nam's Chủ tịch nước as deprecated."""
    store = parsed("tbx2", sent("tbx2")[1])
    president = next(u for u in store.units if u.xmlelement.get("id") == "title.vn.state-president")
    assert president.target == "国家主席"
    terms = {term.text: term.deprecated for term in president.get_target_terms()}
    assert terms["大統領"] is True
    assert terms["国家主席"] is False
