"""The glossary: rows are read strictly, names are found in any spelling, a cache answers what is asked twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from glossary_rows import ALL, row, write

from toolkit import Concept, Confidence, Glossary, Status, Term
from toolkit.errors import ConfigError, GlossaryError, InputError, UnknownConceptError
from toolkit.glossary.houses import choose, load_houses
from toolkit.glossary.lookup import cache
from toolkit.glossary.lookup.index import DamagedIndexError, Index, compile_index


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "g", *sorted(ALL, key=lambda r: r["id"]))
    (made / "patterns.csv").write_text(
        "id,subject,country,slots,en,vi,ja,en_admitted\n"
        "pattern.ambassador,title.diplomatic,,sender=place.country | host=place.country,"
        "{sender:adj} Ambassador to {host},"
        "Đại sứ {sender} tại {host},駐{host:short}{sender}大使,Ambassador of {sender} to {host}\n"
        "pattern.committee,institution.local,VN,area=place.province@VN,People's Committee of {area},"
        "Ủy ban nhân dân {area},{area}人民委員会,\n",
        encoding="utf-8",
    )
    return made


@pytest.fixture
def glossary(folder: Path) -> Glossary:
    return Glossary.load(folder)


def ids(glossary: Glossary, query: str, lang: str | None = None, on: date | None = None) -> list[str]:
    return [hit.concept.id for hit in glossary.lookup(query, lang, on)]


# ── the loader ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_says_names_statuses_and_marks(glossary: Glossary) -> None:
    """A cell holds several terms, and a term may carry a house's mark or be for targets only."""
    concept = glossary.concept("country.vn")
    assert concept.preferred("vi") == Term("Việt Nam", "vi", Status.PREFERRED)
    assert Term("Viet Nam", "en", Status.ADMITTED, ("un",)) in concept.terms
    assert Term("越", "ja", Status.ADMITTED, ("short",), target_only=True) in concept.terms


def test_a_partial_date_stands_for_its_first_or_last_day(tmp_path: Path) -> None:
    """A month that the press gave is a whole month."""
    made = write(tmp_path / "g", row("a", en="A", valid_from="2026-04", valid_until="2028-02"))
    concept = Glossary.load(made).concept("a")
    assert (concept.valid_from, concept.valid_until) == (date(2026, 4, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"id": "", "en": "A"}, "id", "no id"),
        ({"id": "Hà-Nội", "en": "A"}, "id", "is no id"),
        ({"en": "A", "valid_from": "2025-02-30"}, "valid_from", "no calendar"),
        ({"en": "A", "valid_from": "01/07/2025"}, "valid_from", "no date"),
        ({"en": "A", "valid_from": "2026", "valid_until": "2025"}, "valid_until", "before"),
        ({"en": "東京"}, "en", "Han"),
        ({"vi": "ハノイ"}, "vi", "kana"),
        ({"ja": "Hà Nội"}, "ja", "Vietnamese letters"),
        ({"en": "A | B"}, "en", "several terms"),
        ({"en": "A", "en_admitted": "B{"}, "en_admitted", "brace"),
        ({"en": "A", "ja_reading": "東京"}, "ja_reading", "not kana"),
        ({"en": "A", "confidence": "sure"}, "confidence", "none of"),
        ({"en": "A", "replaced_by": "no id"}, "replaced_by", "no id"),
        ({}, "en", "names nothing"),
    ],
)
def test_a_bad_row_is_named_by_file_line_and_column(
    tmp_path: Path, cells: dict[str, str], column: str, words: str
) -> None:
    """A curator finds the cell without searching."""
    made = write(tmp_path / "g", row("a.good", en="Good"), {**row("b"), **cells})
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(made)
    (bad,) = caught.value.rows
    assert (bad.path, bad.line, bad.column) == (made / "terms.csv", 3, column)
    assert words in bad.message


def test_every_bad_row_is_reported_at_once(tmp_path: Path) -> None:
    """A file is mended in one go, so an error carries all of them, from every file."""
    made = write(tmp_path / "g", row("a", en="愛"), row("b", vi="愛"))
    write(made, row("c", ja="ê"), row("a", en="A"), name="more.csv")
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(made)
    assert [(bad.path.name, bad.line) for bad in caught.value.rows] == [
        ("more.csv", 2),
        ("terms.csv", 2),
        ("terms.csv", 3),
    ]


def test_an_id_that_stands_twice_in_a_folder_is_an_error_and_in_a_layer_an_override(tmp_path: Path) -> None:
    """A newsroom overrides a row by writing it again in a folder of its own."""
    below = write(tmp_path / "below", row("a", en="Old"))
    above = write(tmp_path / "above", row("a", en="New"))
    assert [c.preferred("en") for c in Glossary.load(below, above)] == [Term("New", "en", Status.PREFERRED)]
    write(below, row("a", en="Again"), name="z.csv")
    with pytest.raises(GlossaryError, match=r"terms\.csv:2 already"):
        Glossary.load(below)


def test_latin_in_japanese_is_no_error(tmp_path: Path) -> None:
    """Newspapers print EU and NY."""
    made = write(tmp_path / "g", row("a", en="European Union", ja="EU"))
    assert len(Glossary.load(made)) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"id,en\na,\xff\xfe\n", "UTF-8"),
        (b"id,en\na,\0\n", "binary"),
        (b"id,english\na,A\n", "no such column"),
        (b"en\nA\n", "missing"),
        (b'id,en\na,"A\n', "no CSV"),
        (b"id,en\na,A,B,C\n", "4 cells for 2"),
    ],
)
def test_a_file_that_is_no_table_is_one_clear_error(tmp_path: Path, data: bytes, words: str) -> None:
    """Whatever lies in the folder, a person is told what to do, without a traceback."""
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / "terms.csv").write_bytes(data)
    with pytest.raises(InputError, match=words):
        Glossary.load(tmp_path / "g")


def test_a_folder_that_is_missing_or_empty_is_said_so(tmp_path: Path) -> None:
    """A mistyped path must not look like an empty glossary."""
    with pytest.raises(InputError, match="no such glossary"):
        Glossary.load(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no CSV"):
        Glossary.load(tmp_path / "empty")


def test_an_unknown_id_names_its_neighbour(glossary: Glossary) -> None:
    """A slip in an id is told with the id that was meant, as a KeyError."""
    with pytest.raises(UnknownConceptError, match=r"did you mean 'vn\.prov\.ha-nam'") as caught:
        glossary.concept("vn.prov.hanam")
    assert isinstance(caught.value, KeyError)


# ── look-up ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("query", "ident", "how"),
    [
        ("tỉnh Hà Nam", "vn.prov.ha-nam", "exact"),
        ("TỈNH HÀ NAM", "vn.prov.ha-nam", "folded"),
        ("tinh ha nam", "vn.prov.ha-nam", "plain"),
        ("hanam", "vn.prov.ha-nam", "plain"),
        ("ハナム省", "vn.prov.ha-nam", "exact"),
        ("ﾊﾅﾑ省", "vn.prov.ha-nam", "folded"),
        ("はなむしょう", "vn.prov.ha-nam", "reading"),
        ("はなむ", "vn.prov.ha-nam", "reading"),
        ("ベトナム", "country.vn", "exact"),
        ("ヴェトナム", "country.vn", "plain"),
        ("VIETNAM", "country.vn", "folded"),
        ("TTXVN", "org.vna", "abbreviation"),
        ("vna", "org.vna", "abbreviation"),
        ("news agency", "org.vna", "part"),
        ("通信社", "org.vna", "part"),
        ("こっかしゅせき", "title.vn.state-president", "reading"),
    ],
)
def test_a_name_is_found_however_it_is_typed(glossary: Glossary, query: str, ident: str, how: str) -> None:
    """Case, width, marks, spaces and kinds of kana keep nobody from an answer, and the answer says how close it is."""
    hit = glossary.lookup(query)[0]
    assert (hit.concept.id, hit.how) == (ident, how)


def test_a_preferred_name_stands_before_an_admitted_one(glossary: Glossary) -> None:
    """President is what the general office is called, and one name among others of Viet Nam's."""
    assert ids(glossary, "President") == ["title.president", "title.vn.state-president"]


def test_what_is_to_be_avoided_answers_only_where_nothing_is_right(glossary: Glossary) -> None:
    """大統領 is an office, and never Viet Nam's."""
    assert ids(glossary, "大統領") == ["title.president"]


def test_a_name_that_is_only_avoided_leads_to_the_right_one(tmp_path: Path) -> None:
    """Who has read ヒュー finds Hiệu, and sees that the form is to be avoided."""
    names = {"en": "Phạm Quang Hiệu", "vi": "Phạm Quang Hiệu", "ja": "ファム・クアン・ヒエウ"}
    made = write(tmp_path / "g", row("p.hieu", subject="person", ja_deprecated="ファム・クアン・ヒュー", **names))
    (hit,) = Glossary.load(made).lookup("ファム・クアン・ヒュー")
    assert (hit.concept.id, hit.term.status) == ("p.hieu", Status.DEPRECATED)


def test_a_day_ranks_and_drops_nothing(tmp_path: Path) -> None:
    """A name that survived a merger is two rows; the day says which comes first."""
    made = write(
        tmp_path / "g",
        row("p.old", subject="place.province", vi="tỉnh An Giang", valid_until="2025-06-30", replaced_by="p.old.2025"),
        row("p.old.2025", subject="place.province", vi="tỉnh An Giang", valid_from="2025-07-01"),
    )
    glossary = Glossary.load(made)
    assert ids(glossary, "An Giang") == ids(glossary, "tinh an giang") == ["p.old.2025", "p.old"]
    assert ids(glossary, "tỉnh An Giang", on=date(2024, 11, 1)) == ["p.old", "p.old.2025"]
    assert ids(glossary, "tỉnh An Giang", on=date(2025, 7, 1)) == ["p.old.2025", "p.old"]


def test_marks_that_were_typed_are_meant(tmp_path: Path) -> None:
    """Who types Hà Nam does not want Hạ Nam; who types ha nam may want either."""
    made = write(tmp_path / "g", row("a", vi="Hà Nam"), row("b", vi="Hạ Nam"))
    glossary = Glossary.load(made)
    assert ids(glossary, "Hà Nam") == ["a"]
    assert sorted(ids(glossary, "ha nam")) == ["a", "b"]


def test_a_language_narrows_where_it_can(glossary: Glossary) -> None:
    """The language of a question counts as long as something in it answers."""
    assert [hit.term.lang for hit in glossary.lookup("Ha Nam", lang="en")] == ["en"]
    assert ids(glossary, "TTXVN", lang="ja") == ["org.vna"]


@pytest.mark.parametrize("query", ["", " ", "zzyzx", "qwrt plmk", "ぬぬぬぬぬ", "xạ quẹng", "|", "a", "%"])
def test_nonsense_is_answered_by_nothing(glossary: Glossary, query: str) -> None:
    """An answer to nonsense would be printed by somebody."""
    assert glossary.lookup(query) == []
    assert glossary.nearest(query) == []


def test_near_misses_are_offered_apart(glossary: Glossary) -> None:
    """A mistyped name is no name, and what was meant is a question of its own."""
    assert glossary.lookup("Ninh Bihn Province") == []
    assert glossary.nearest("Ninh Bihn Province")[0].concept.id == "vn.prov.ninh-binh.2025"


def test_a_pattern_answers_for_names_that_no_row_lists(glossary: Glossary) -> None:
    """Words around slots and rows in the slots: the Japanese puts the host first."""
    for query in ("Vietnamese Ambassador to Japan", "Ambassador of Viet Nam to Japan", "đại sứ việt nam tại nhật bản",
                  "駐日ベトナム大使"):  # fmt: skip
        concept = glossary.lookup(query)[0].concept
        names = [term.text for lang in ("en", "vi", "ja") if (term := concept.preferred(lang))]
        assert names == ["Vietnamese Ambassador to Japan", "Đại sứ Việt Nam tại Nhật Bản", "駐日ベトナム大使"]
    assert glossary.lookup("Vietnamese Ambassador to Vietnam") == []


def test_a_coined_name_is_valid_as_long_as_what_is_in_its_slots(glossary: Glossary) -> None:
    """The committee of a province that was merged is followed by the committee of the province that took it in."""
    concept = glossary.lookup("Ủy ban nhân dân tỉnh Hà Nam")[0].concept
    assert concept.valid_until == date(2025, 6, 30)
    assert concept.replaced_by == ("pattern.committee(vn.prov.ninh-binh.2025)",)
    successor = glossary.concept(concept.replaced_by[0])
    assert successor.preferred("ja") == Term("ニンビン省人民委員会", "ja", Status.PREFERRED)


def test_a_glossary_of_concepts_answers_like_one_of_files(glossary: Glossary) -> None:
    """A program may make its concepts itself."""
    made = Glossary(list(glossary))
    for query in ("ha nam", "大統領", "TTXVN", "はなむ"):
        assert [hit.concept for hit in made.lookup(query)] == [hit.concept for hit in glossary.lookup(query)]


# ── the cache ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_second_process_gets_the_same_glossary_from_the_cache(folder: Path) -> None:
    """The compiled form says what the files say."""
    first = Glossary.load(folder)
    answer = first.lookup("ha nam")
    assert cache.read(cache.stamp([folder])) is not None
    second = Glossary.load(folder)
    assert second.lookup("ha nam") == answer
    assert list(second) == list(first)


def test_a_changed_file_is_another_glossary_even_with_the_same_size_and_time(folder: Path) -> None:
    """A cache is named by content: no clock is believed."""
    import os

    Glossary.load(folder).lookup("Japan")
    path = folder / "terms.csv"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace("Nhật Bản".encode(), "Nhất Bản".encode()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert Glossary.load(folder).concept("country.jp").preferred("vi") == Term("Nhất Bản", "vi", Status.PREFERRED)


@pytest.mark.parametrize("damage", [lambda d: d[:0], lambda d: d[:-1], lambda d: d[:200], lambda d: b"x" * len(d),
                                    lambda d: d[:-40] + bytes([d[-40] ^ 1]) + d[-39:]])  # fmt: skip
def test_a_damaged_cache_is_made_again(folder: Path, damage: object) -> None:
    """Half a file, another program's file, a wrong bit: the answer is the same."""
    assert callable(damage)
    answer = Glossary.load(folder).lookup("Japan")
    (path,) = Path(cache.folder()).glob("*.glossary")
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read(cache.stamp([folder])) is None
    assert Glossary.load(folder).lookup("Japan") == answer
    assert cache.read(cache.stamp([folder])) is not None


def test_no_cache_is_needed(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where nothing can be written, everything works."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert ids(Glossary.load(folder), "Japan") == ["country.jp"]


def test_an_index_of_another_version_is_refused() -> None:
    """Bytes that we did not write are not unpacked."""
    data = compile_index([Concept("a", "term", "", (Term("A", "en", Status.PREFERRED),))])
    assert len(Index(data)) == 1
    with pytest.raises(DamagedIndexError):
        Index(b"vje glossary 0\n" + data[15:])


# ── houses ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_house_chooses_among_right_terms(glossary: Glossary) -> None:
    """VNS writes Việt Nam in English, the UN Viet Nam, AP what is preferred."""
    houses = load_houses([Path(__file__).parent.parent / "glossary"])
    concept = glossary.concept("country.vn")
    written = {}
    for ident in ("vns-en", "un-en", "ap-en"):
        term = houses[ident].term(concept)
        assert term is not None
        written[ident] = term.text
    assert written == {"vns-en": "Việt Nam", "un-en": "Viet Nam", "ap-en": "Vietnam"}


def test_an_unknown_house_or_two_of_one_language_is_an_error() -> None:
    """A mistyped house must not mean the default."""
    houses = load_houses([Path(__file__).parent.parent / "glossary"])
    with pytest.raises(ConfigError, match="did you mean 'vns-en'"):
        choose(["vns-eng"], houses)
    with pytest.raises(ConfigError, match="two houses"):
        choose(["vns-en", "ap-en"], houses)


def test_confidence_own_is_the_default() -> None:
    """Who says nothing about how sure they are has looked nothing up."""
    assert Concept("a", "term", "", ()).confidence is Confidence.OWN


def test_an_office_may_be_what_a_pattern_makes(folder: Path) -> None:
    """No row lists the committee of every province: the term of office says what the pattern makes, and of what."""
    committee = "pattern.committee(vn.prov.ninh-binh.2025)"
    (folder / "offices.csv").write_text(
        f'id,person,office,from,until\na,person.a,"{committee}",2025-07-01,2026-01-31\n'
        f'b,person.b,"{committee}",2026-02-01,\n',
        encoding="utf-8",
    )
    glossary = Glossary.load(folder)
    (hit, *_) = glossary.lookup("Ủy ban nhân dân tỉnh Ninh Bình")
    assert hit.concept.id == committee
    assert [tenure.person for tenure in glossary.tenures(committee) if tenure.covers(date(2026, 2, 1))] == ["person.b"]


@pytest.mark.parametrize("office", ["pattern.committee(", "pattern.committee(A)", "pattern.committee()", "a b"])
def test_an_office_that_nothing_could_make_is_named(folder: Path, office: str) -> None:
    """A slip in the brackets is told where it stands."""
    (folder / "offices.csv").write_text(f'id,person,office\na,person.a,"{office}"\n', encoding="utf-8")
    with pytest.raises(GlossaryError, match="is no id"):
        Glossary.load(folder).tenures("person.a")
