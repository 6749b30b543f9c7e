"""Files from strangers: bombs, thefts and towers end in one clear line, quickly and in little memory."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.exchange.catalogs import read_catalog
from toolkit.exchange.formats import format_of
from toolkit.exchange.incoming import Reading
from toolkit.memory.tmx import read_tmx

BODIES = {
    "tbx": "<martif><text><body><termEntry><langSet xml:lang='en'><tig><term>{}</term></tig></langSet></termEntry>"
           "</body></text></martif>",
    "tmx": "<tmx version='1.4'><body><tu><tuv xml:lang='en'><seg>{}</seg></tuv></tu></body></tmx>",
    "xlf": "<xliff version='1.2'><file source-language='en' target-language='vi'><body><trans-unit id='1'>"
           "<source>{0}</source><target>{0}</target></trans-unit></body></file></xliff>",
}  # fmt: skip
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
TRAPS = {
    "theft": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>', "&e;"),
    "laughs": (f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>', "&l9;"),
    "quadratic": (f'<!DOCTYPE x [<!ENTITY a "{"a" * 60000}">]>', "&a;" * 60000),
    "parameter": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{secret}"> %p;]>', "x"),
    "elsewhere": ('<!DOCTYPE x SYSTEM "file://{secret}">', "&e;"),
}


def limited(path: Path, code: str, cpu: int = 10) -> subprocess.CompletedProcess[str]:
    """Run *code* on *path* in a process that has 10 s of CPU and 500 MB."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
        resource.setrlimit(resource.RLIMIT_AS, (500_000_000, 500_000_000))

    program = f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{code}"
    return subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False, preexec_fn=limit
    )


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("kind", BODIES)
def test_xml_traps_are_refused(kind: str, trap: str, tmp_path: Path) -> None:
    """Entities of its own, files of this machine, documents from elsewhere: an error, and nothing of the secret."""
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret")
    head, inside = TRAPS[trap]
    path = tmp_path / f"trap.{kind}"
    path.write_text('<?xml version="1.0"?>' + head.replace("{secret}", str(secret)) + BODIES[kind].format(inside))
    with pytest.raises(InputError, match="entity") as caught:
        format_of(path).read(path, Reading())
    assert "s3cret" not in str(caught.value)
    if kind == "tmx":
        with pytest.raises(InputError, match="entity"):
            list(read_tmx(path))
    if kind != "tbx":
        with pytest.raises(InputError, match="entity"):
            read_catalog(path)


@pytest.mark.parametrize("kind", BODIES)
def test_a_tower_of_elements_is_refused(kind: str, tmp_path: Path) -> None:
    """Elements inside each other without end would overflow whoever walks them."""
    path = tmp_path / f"tower.{kind}"
    path.write_text(BODIES[kind].format("<g>" * 5000 + "</g>" * 5000))
    with pytest.raises(InputError, match="inside each other"):
        format_of(path).read(path, Reading())


def test_a_document_type_alone_is_passed_over(tmp_path: Path) -> None:
    """Half of all TMX files name their DTD; nobody fetches it."""
    path = tmp_path / "a.tmx"
    unit = "<tu><tuv xml:lang='en'><seg>rain</seg></tuv><tuv xml:lang='vi'><seg>mưa</seg></tuv></tu>"
    path.write_text(f'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd"><tmx version="1.4"><body>{unit}</body></tmx>')
    assert [(p.source, p.target) for p in read_tmx(path)] == [("rain", "mưa")]


def workbook(path: Path, sheet: str, extra: dict[str, bytes] | None = None) -> Path:
    """A workbook of one sheet, made by hand, as an attacker would."""
    space = "http://schemas.openxmlformats.org"
    kind = f"{space}/officeDocument/2006/relationships"

    def relation(what: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{kind}/{what}" Target="{target}"/>'
        return f'<Relationships xmlns="{space}/package/2006/relationships">{one}</Relationships>'

    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/s.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": relation("worksheet", "s.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{space}/officeDocument/2006/'
        'relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/s.xml": f'{{}}<worksheet xmlns="{space}/spreadsheetml/2006/main">{sheet}</worksheet>',
    }
    prolog = "" if "{}" not in parts["xl/s.xml"] else (extra or {}).pop("prolog", b"").decode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text.replace("{}", prolog, 1) if name == "xl/s.xml" else text)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return path


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<row r="1">{cell("A1", "en")}{cell("B1", "vi")}</row>'


def test_a_zip_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    """A workbook of 50 kB that unfolds to 50 MB is turned away before anything unfolds."""
    path = workbook(tmp_path / "b.xlsx", HEAD, {"xl/media/zero.xml": bytes(50_000_000)})
    assert path.stat().st_size < 100_000
    with pytest.raises(InputError, match="unfolds to more than"):
        format_of(path).read(path, Reading())


@pytest.mark.parametrize("padding", [0, 3_000_000])
def test_a_workbook_with_entities_is_refused(padding: int, tmp_path: Path) -> None:
    """A document type in a part of the archive is a trap, also behind three megabytes of remark."""
    prolog = f"<!--{' ' * padding}--><!DOCTYPE x [<!ENTITY a 'b'>]>".encode()
    path = workbook(tmp_path / "e.xlsx", HEAD, {"prolog": prolog})
    with pytest.raises(InputError, match="document type"):
        format_of(path).read(path, Reading())


READ = """
from toolkit.errors import InputError
from toolkit.exchange.formats import format_of
from toolkit.exchange.incoming import Reading
try:
    print(len(format_of(path).read(path, Reading("en", "vi"))))
except InputError as error:
    print("refused:", error)
"""


def test_a_sheet_that_claims_to_be_endless(tmp_path: Path) -> None:
    """One cell in the last row and column makes neither millions of rows nor of cells."""
    far = f'<row r="2">{cell("A2", "rain")}{cell("XFD2", "x")}</row><row r="1048576">{cell("A1048576", "x")}</row>'
    sheet = f'<dimension ref="A1:XFD1048576"/><sheetData>{HEAD}{far}</sheetData>'
    path = workbook(tmp_path / "w.xlsx", sheet)
    run = limited(path, READ)
    assert "refused" in run.stdout
    assert "200,000 rows" in run.stdout


#: Reads each file with ten more seconds of CPU than were used before it, and tells how that went.
EACH = """
import resource, time
from toolkit.errors import ToolkitError
for path in sorted(path.iterdir()):
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 10, resource.RLIM_INFINITY))
    try:
        print(path.name, "read:", {read})
    except ToolkitError as error:
        print(path.name, "refused:", error)
"""
READERS = {
    "articles": (
        "txt html md json jsonl docx",
        "from toolkit import read_article",
        "len(read_article(path, 'en').blocks)",
    ),
    "terms": (
        "csv tsv utf8 utx tbx tmx xlf po json xlsx",
        "from toolkit.exchange.formats import format_of\nfrom toolkit.exchange.incoming import Reading",
        "len(format_of(path).read(path, Reading('en', 'vi')))",
    ),
    "catalogs": (
        "xlf tmx tsv html po",
        "from toolkit import Catalog\nfrom toolkit.exchange.catalogs import read_catalog",
        "len(list(Catalog.load(path) if path.suffix == '.po' else read_catalog(path)))",
    ),
    "memories": ("tmx", "from toolkit.memory.tmx import read_tmx", "sum(1 for _ in read_tmx(path))"),
}
#: 50 MB in one line, as the body of what each kind of file is.
LINE = b"rain and more rain, " * 2_500_000


def sealed(suffix: str, line: bytes = LINE) -> bytes:
    """A file of a kind whose only text is *line*."""
    if suffix == "docx":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box:
            box.writestr("word/document.xml", WORD % line)
        return out.getvalue()
    if suffix == "xlsx":
        row = f'<row r="2">{cell("A2", line[:30_000_000].decode())}</row>'
        return workbook(Path(tempfile.mkdtemp()) / "x", f"<sheetData>{HEAD}{row}</sheetData>").read_bytes()
    head, tail = FRAMES.get(suffix, (b"", b""))
    return head + line + tail


WORD = (b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s'
        b"</w:t></w:r></w:p></w:body></w:document>")  # fmt: skip
FRAMES = {
    "html": (b"<html><body><p>", b"</p></body></html>"),
    "json": (b'{"headline": "', b'"}'),
    "jsonl": (b'{"title": "', b'"}'),
    "csv": (b'en,vi\n"', b'",x'),
    "po": (b'msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "', b'"\nmsgstr ""\n'),
    **{kind: tuple(part.encode() for part in BODIES[kind].split("{}")[:2]) for kind in ("tbx", "tmx")},
    "xlf": tuple(part.encode() for part in BODIES["xlf"].partition("{0}")[::2]),
}


@pytest.mark.parametrize("kind", READERS)
def test_fifty_megabytes_in_one_line(kind: str, tmp_path: Path) -> None:
    """Every reader ends within ten seconds and 500 MB: with a line that names the file, or with what is in it."""
    suffixes, imports, read = READERS[kind]
    for suffix in suffixes.split():
        (tmp_path / f"long.{suffix}").write_bytes(sealed(suffix))
    run = limited(tmp_path, f"{imports}\n{EACH.replace('{read}', read)}", cpu=resource.RLIM_INFINITY)
    assert run.returncode == 0, run.stderr[-500:]
    said = dict(line.split(" ", 1) for line in run.stdout.splitlines() if line.startswith("long."))
    assert said.keys() == {f"long.{suffix}" for suffix in suffixes.split()}
    for name, outcome in said.items():
        assert outcome.startswith("read:") or (outcome.startswith("refused:") and name in outcome), outcome


def test_a_document_with_a_bomb_beside_its_text(tmp_path: Path) -> None:
    """Comments that unfold to 200 MB are looked at and copied piece by piece."""
    path = tmp_path / "b.en.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box:
        box.writestr("word/document.xml", WORD % b"It rained.")
        box.writestr("word/comments.xml", bytes(200_000_000))
    code = """
from toolkit import Catalog, Message, read_article
from toolkit.rendering import rendering
article = read_article(path)
made = rendering(article, Catalog(messages=[Message("It rained.", "Mưa.")], header={"Language": "vi"}))
print([block.text for block in article.blocks], len(made.data))
"""
    run = limited(path, code)
    assert run.stdout.startswith("['It rained.']"), run.stderr[-500:]


def test_fifty_megabytes_of_honest_xml(tmp_path: Path) -> None:
    """A large memory is read piece by piece: one line, 50 MB, a fraction of that in memory."""
    unit = "<tu><tuv xml:lang='en'><seg>" + "rain " * 10_000 + "</seg></tuv></tu>"
    path = tmp_path / "big.tmx"
    path.write_text("<tmx version='1.4'><body>" + unit * 1000 + "</body></tmx>")
    run = limited(path, "from toolkit.memory.tmx import units\nprint(sum(1 for _ in units(path)))")
    assert run.stdout.strip() == "1000", run.stderr[-500:]


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PK\3\4 broken", b'"unclosed', "Tiếng Việt".encode("utf-16-le")])
@pytest.mark.parametrize("suffix", ["csv", "tsv", "utf8", "utx", "tbx", "tmx", "json", "po", "xlf", "xlsx"])
def test_rubbish_is_an_error_or_nothing(suffix: str, data: bytes, tmp_path: Path) -> None:
    """Whatever lies in a file of that name, a person gets one line about it and no traceback."""
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)
    found, said = [], str(path)
    try:
        found = format_of(path).read(path, Reading("en", "vi"))
    except InputError as error:
        said = str(error)
    assert found == []
    assert said.startswith(str(path))


def test_json_that_is_a_tower(tmp_path: Path) -> None:
    """Brackets without end are an error, not a crash."""
    path = tmp_path / "x.json"
    path.write_text('{"format": ' + "[" * 200_000)
    with pytest.raises(InputError, match="JSON"):
        format_of(path).read(path, Reading())


def test_a_page_with_scripts_is_text(tmp_path: Path) -> None:
    """What a message says stays text in the HTML page: a script in it never runs."""
    from toolkit.catalog import Catalog
    from toolkit.exchange.catalogs import FORMATS

    evil = "</td></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    text = f'msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "{evil}"\nmsgstr "{evil}"\n'
    page = FORMATS["html"][0](Catalog.parse(text))
    assert page.count("<script") == 2  # the catalog and the button
    assert "<img" not in page
    path = tmp_path / "p.html"
    path.write_text(page, encoding="utf-8")
    assert [m.msgstr for m in FORMATS["html"][1](path)] == [evil]
    path.write_bytes(io.BytesIO(b"<html><script>alert(1)</script>").getvalue())
    with pytest.raises(InputError, match="no page"):
        FORMATS["html"][1](path)
