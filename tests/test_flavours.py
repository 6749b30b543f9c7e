"""A PO file of whatever program: what ``vje check`` makes of it, and that it loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from toolkit import Glossary
from toolkit.catalog import Catalog
from toolkit.errors import CatalogError
from toolkit.finding import Severity
from toolkit.report.run import Wishes, check_files

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.finding import Finding

HEADER = """msgid ""
msgstr ""
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset={charset}\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en\\n"

"""
UTF8 = HEADER.format(charset="UTF-8")

#: As Weblate writes it: its generator, a wrapped message, flags, an entry that is not approved.
WEBLATE = (
    UTF8.replace('"X-Source', '"X-Generator: Weblate 5.8\\n"\n"X-Source')
    + """#: articles/a.en.txt:3 articles/a.en.txt:9
#, read-only, max-length:90
msgid ""
"The embassy opened in Tokyo "
"in 1973."
msgstr ""
"Đại sứ quán mở cửa tại Tokyo "
"năm 1973."

#. Translators: keep it short
#, fuzzy
#| msgid "Prices rose by 3 percent."
msgid "Prices rose by 5 percent."
msgstr "Giá tăng 3%."

#~ msgid "Old."
#~ msgstr "Cũ."

#~ msgid "Old."
#~ msgstr "Xưa."
"""
)
#: As Babel writes it: python-format where nobody formats, a plural, a user comment above an extracted one.
BABEL = (
    UTF8.replace(
        '"Content-Transfer',
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n"Generated-By: Babel 2.16.0\\n"\n"Content-Transfer',
    )
    + """# checked twice
#. extracted
#: app.py:1
#, python-format
msgid "90% came from Japan."
msgstr "90% đến từ Nhật Bản."

#: app.py:2
msgid "%(num)d delegate came."
msgid_plural "%(num)d delegates came."
msgstr[0] "%(num)d đại biểu đã đến."
"""
)
#: As Lokalize writes it: translator and alternative translations in comments, contexts that tell twins apart.
LOKALIZE = (
    UTF8.replace('"X-Source', '"X-Generator: Lokalize 24.08\\n"\n"X-Source')
    + """# +> trunk5 stable5
#. i18n: file: a.ui:12
#: a.ui:12
#, kde-format
msgctxt "headline"
msgid "Rain"
msgstr "Mưa lớn"

msgctxt "caption"
msgid "Rain"
msgstr "Trời mưa"

msgid "Rain"
msgstr "Mưa"
"""
)
#: As gettext 0.26 writes it: sticky flags in a line of their own, previous sources of all kinds.
GETTEXT = (
    UTF8
    + """#= no-wrap
#| msgctxt "old"
#| msgid "Snow fell."
#| msgid_plural "Snows fell."
msgid "Rain fell."
msgstr "Trời mưa."

#~| msgid "Older."
#~ msgctxt "x"
#~ msgid "Old."
#~ msgid_plural "Olds."
#~ msgstr[0] "Cũ."
"""
)


def check(tmp_path: Path, data: bytes, **wishes: object) -> tuple[Path, list[Finding]]:
    """The file, and what a run over it finds."""
    path = tmp_path / "a.po"
    path.write_bytes(data)
    return path, list(check_files([path], Glossary(()), Wishes(**wishes)).findings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "live", "obsolete"),
    [(WEBLATE, 2, 2), (BABEL, 2, 0), (LOKALIZE, 3, 0), (GETTEXT, 1, 1)],
    ids=["weblate", "babel", "lokalize", "gettext"],
)
@pytest.mark.parametrize("how", ["lf", "crlf", "bom", "utf-16"])
def test_every_program_s_file_is_understood(tmp_path: Path, text: str, live: int, obsolete: int, how: str) -> None:
    """Nothing but what waits for a person is reported, and every entry is there, live or obsolete."""
    data = {
        "lf": text.encode(),
        "crlf": text.replace("\n", "\r\n").encode(),
        "bom": b"\xef\xbb\xbf" + text.encode(),
        "utf-16": b"\xff\xfe" + text.encode("utf-16-le"),
    }[how]
    path, found = check(tmp_path, data)
    assert {finding.check for finding in found} <= {"message-fuzzy"}
    catalog = Catalog.load(path)
    assert (len(catalog), len(catalog.obsolete)) == (live, obsolete)
    again = Catalog.parse(str(catalog))
    assert [(m.key, m.msgstr, m.plurals, m.comments) for m in again] == [
        (m.key, m.msgstr, m.plurals, m.comments) for m in catalog
    ]


@pytest.mark.parametrize(
    ("charset", "codec", "lang", "msgstr"),
    [
        ("Shift_JIS", "shift_jis", "ja", "表示"),
        ("EUC-JP", "euc_jp", "ja", "大使館"),
        ("ISO-8859-1", "latin-1", "en", "café"),
    ],
)
def test_older_encodings_are_read_and_saved_as_utf8(
    tmp_path: Path, charset: str, codec: str, lang: str, msgstr: str
) -> None:
    """The header's charset is believed (a 表 holds a backslash there); what is saved is UTF-8 and says so."""
    text = HEADER.format(charset=charset).replace("Language: vi", f"Language: {lang}").replace(": en\\n", ": vi\\n")
    path, found = check(tmp_path, (text + f'msgid "Mot."\nmsgstr "{msgstr}"\n').encode(codec))
    assert [finding.check for finding in found if finding.severity is not Severity.INFO] == ["header"]
    catalog = Catalog.load(path)
    assert catalog.messages[0].msgstr == msgstr
    catalog.save()
    assert "charset=UTF-8" in path.read_text(encoding="utf-8")
    assert Catalog.load(path).messages[0].msgstr == msgstr


def test_a_sentence_that_stands_twice_is_reported_with_both_places(tmp_path: Path) -> None:
    """Gettext refuses such a file; the check names both lines, goes on, and mends without losing either."""
    text = UTF8 + 'msgid "Rain."\nmsgstr "Mưa ."\n\nmsgid "Sun."\nmsgstr "Nắng"\n\nmsgid "Rain."\nmsgstr "Trời mưa"\n'
    path, found = check(tmp_path, text.encode())
    twin, space = (next(f for f in found if f.check == name) for name in ("duplicate-message", "whitespace"))
    assert (twin.severity, twin.line, space.line) == (Severity.ERROR, 15, 9)
    assert "line 9" in twin.message
    with pytest.raises(CatalogError, match="twice"):
        Catalog.load(path)
    _, found = check(tmp_path, text.encode(), fix=True)
    assert [f.check for f in found] == ["duplicate-message"]
    saved = Catalog.load(path, twins=True)
    assert [m.msgstr for m in saved] == ["Mưa.", "Nắng", "Trời mưa"]


def test_twins_may_be_silenced_one_by_one(tmp_path: Path) -> None:
    """A suppression stands in the entry that it is about; plural forms and contexts tell entries apart."""
    text = UTF8 + (
        'msgid "Rain."\nmsgstr "Mưa"\n\n'
        '# vje: ignore=duplicate-message because the other program reads the second\nmsgid "Rain."\nmsgstr "Mưa"\n\n'
        'msgctxt "a"\nmsgid "Rain."\nmsgstr "Mưa to"\n\n'
        '#~ msgid "Rain."\n#~ msgstr "Mưa"\n'
    )
    _, found = check(tmp_path, text.encode())
    assert found == []
