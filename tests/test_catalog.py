"""PO files are read whoever wrote them, written in gettext's form, and never written over what would be lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polib
import pytest

from toolkit import Catalog, Message
from toolkit.catalog import header
from toolkit.errors import CatalogError

PO = Path(__file__).parent / "golden" / "po"
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: vi\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: en\\n"\n\n'
)
ENTRY = 'msgid "Rain fell."\nmsgstr "Trời mưa."\n'


def test_the_canonical_form_is_gettexts() -> None:
    """What msgcat --no-wrap made of a messy file, ours makes of it, byte for byte."""
    expected = (PO / "messy.canonical.po").read_bytes()
    assert str(Catalog.load(PO / "messy.po")).encode() == expected
    assert str(Catalog.load(PO / "messy.canonical.po")).encode() == expected


def test_another_library_reads_the_same() -> None:
    """polib, which shares no line with our reader, finds the same messages in the canonical form."""
    ours = Catalog.load(PO / "messy.canonical.po")
    theirs = polib.pofile(str(PO / "messy.canonical.po"), encoding="utf-8")
    assert [(m.msgid, m.msgstr, m.msgctxt) for m in ours] == [
        (e.msgid, e.msgstr, e.msgctxt) for e in theirs if not e.obsolete
    ]
    assert [m.msgid for m in ours.obsolete] == [e.msgid for e in theirs.obsolete_entries()]


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + ENTRY).replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + (HEAD + ENTRY).encode(),
        (HEAD + ENTRY).encode("utf-16"),
        (HEAD.replace("UTF-8", "windows-1258") + 'msgid "Rain fell."\nmsgstr "Mua"\n').encode("cp1258"),
    ],
    ids=["crlf", "bom", "utf-16", "windows-1258"],
)
def test_any_line_end_and_declared_encoding_is_read(data: bytes, tmp_path: Path) -> None:
    """Whatever an editor saved, the canonical form is UTF-8 with line feeds and no mark."""
    path = tmp_path / "a.po"
    path.write_bytes(data)
    catalog = Catalog.load(path)
    assert [m.msgid for m in catalog] == ["Rain fell."]
    catalog.save()
    written = path.read_bytes()
    assert written.startswith(b"msgid")
    assert b"\r" not in written


def test_flags_of_newer_gettext_survive() -> None:
    """A #= line and a flag that nobody knows are kept where they stand."""
    text = HEAD + "#, fuzzy, read-only\n#= c-format\n" + ENTRY
    message = next(iter(Catalog.parse(text)))
    assert (message.fuzzy, message.flags, message.sticky) == (True, ("read-only",), (" c-format",))
    assert str(Catalog.parse(text)).endswith("#, fuzzy, read-only\n#= c-format\n" + ENTRY)


def test_a_message_knows_its_line() -> None:
    """Findings point at the line of msgid, in plain entries and in odd ones."""
    text = HEAD + "#. a note\n" + ENTRY + '\nmsgctxt "x"\nmsgid "b" "c"\nmsgstr ""\n'
    lines = text.split("\n")
    for message in Catalog.parse(text):
        assert lines[message.line - 1].startswith(f'msgid "{message.msgid[0]}')


BROKEN = {
    "a string without its closing quotation mark": (HEAD + 'msgid "Rain fell."\nmsgstr "Trời', 8),
    "an entry without its msgstr": (HEAD + 'msgid "Rain fell."\n', 7),
    "msgstr without a msgid": (HEAD + 'msgstr "Trời mưa."\n', 7),
    "a string that belongs to nothing": (HEAD + '# a\n"Rain"\n', 8),
    "not a line of a PO file": (HEAD + ENTRY + "\n<<<<<<< HEAD\n", 10),
    "a second msgstr": (HEAD + ENTRY + 'msgstr "Mưa."\n', 9),
    "an unknown escape": (HEAD + 'msgid "a\\q"\nmsgstr ""\n', 7),
    "a quotation mark inside": (HEAD + 'msgid "a "b" c"\nmsgstr ""\n', 7),
    "twice": (HEAD + ENTRY + "\n" + ENTRY, 10),
    "two headers": (HEAD + HEAD, 7),
    "plural forms are not numbered": (HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] ""\n', 7),
    "is empty": (" \n", None),
    "binary": (HEAD + ENTRY + "\0", 9),
    "says Language: ja": (HEAD.replace(": vi", ": ja") + ENTRY, 3),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_an_error_with_its_line(what: str, tmp_path: Path) -> None:
    """The message names the file, the line and a remedy, and nothing is written."""
    text, line = BROKEN[what]
    path = tmp_path / "vi" / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=what) as caught:
        Catalog.load(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.remedy
    with pytest.raises(CatalogError):
        Catalog([Message("Rain fell.", "Mưa.")], header={"Language": "vi"}).save(path)
    assert path.read_text(encoding="utf-8") == text


def test_a_wrong_encoding_is_an_error_with_its_line(tmp_path: Path) -> None:
    """Bytes that are not what the header claims, and a charset nobody knows."""
    path = tmp_path / "a.po"
    path.write_bytes((HEAD + ENTRY).encode("utf-16-le").replace(b"\0", b"\xff"))
    with pytest.raises(CatalogError, match="not UTF-8"):
        Catalog.load(path)
    path.write_bytes(HEAD.encode() + b'msgid "a"\nmsgstr "\xc3("\n')
    with pytest.raises(CatalogError, match="not UTF-8") as caught:
        Catalog.load(path)
    assert caught.value.line == 8
    path.write_text(HEAD.replace("UTF-8", "klingon") + ENTRY)
    with pytest.raises(CatalogError, match="klingon"):
        Catalog.load(path)


def test_a_missing_file_and_a_folder_are_errors(tmp_path: Path) -> None:
    """A path is never taken for text."""
    with pytest.raises(CatalogError, match="no such file"):
        Catalog.load(tmp_path / "none.po")
    with pytest.raises(CatalogError, match="is a folder"):
        Catalog.load(tmp_path)


def test_saving_over_a_change_is_refused(tmp_path: Path) -> None:
    """Poedit saved in between: its work stays, and the message says what to do."""
    path = tmp_path / "a.po"
    path.write_text(HEAD + ENTRY, encoding="utf-8")
    catalog = Catalog.load(path)
    path.write_text(HEAD + ENTRY.replace("Trời mưa", "Mưa rồi"), encoding="utf-8")
    with pytest.raises(CatalogError, match="changed since it was read"):
        catalog.save()
    assert "Mưa rồi" in path.read_text(encoding="utf-8")


def test_a_fresh_catalog_does_not_wipe_translations(tmp_path: Path) -> None:
    """Saving an extraction over a translated file is refused, over an untranslated one it is not."""
    path = tmp_path / "a.po"
    path.write_text(HEAD + ENTRY, encoding="utf-8")
    fresh = Catalog([Message("Rain fell.")], header={"Language": "vi"})
    with pytest.raises(CatalogError, match="would be lost"):
        fresh.save(path)
    path.write_text(HEAD + 'msgid "Rain fell."\nmsgstr ""\n', encoding="utf-8")
    assert fresh.save(path)
    assert not fresh.save(path)


def test_nobody_is_invented_in_a_header() -> None:
    """An address at a domain that is nobody's is nobody, and the fields are left out."""
    for person in (
        "Root <root@localhost>",
        "A <a@b.example>",
        "B <b@mail.invalid>",
        "C <c@host.local>",
        "d@e",
        "",
    ):
        assert not header.somebody(person)
    assert header.somebody("Lan <lan@hanoi.gov.vn>")
    fields = header.fresh("a", "en", "vi", day=date(2024, 11, 1))
    assert all(value for value in fields.values())
    assert fields["Project-Id-Version"] == "a 2024-11-01"


def test_the_articles_date_is_read_back() -> None:
    """The date that decides terms travels in Project-Id-Version, or in the file's name."""
    assert Catalog(header={"Project-Id-Version": "embassy 2024-11-01"}).date == date(2024, 11, 1)
    assert Catalog(header={"Project-Id-Version": "x 1.0"}, path=Path("2025-07-01-merger.po")).date == date(2025, 7, 1)
    assert Catalog(header={}).date is None
