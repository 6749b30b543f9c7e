"""
Word documents from a notation that a person can read, built by python-docx as an editor would build them.

A line is a style, a bar and the text. In the text ``**bold**``, ``//italic//``, ``--struck--``, ``++large++``,
``^^raised^^``, ``[link](address)``, ``{@address|a field that links@}``, ``{name|reading}``, ``{+inserted+}``,
``{-deleted-}``, ``¶`` a line break, ``~`` a tab, ``!`` a picture, ``¦`` where Word begins a new run for no reason.
"""

from __future__ import annotations

import base64
import io
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

if TYPE_CHECKING:
    from pathlib import Path

_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_TOKEN = re.compile(
    r"\*\*(?P<b>.+?)\*\*|//(?P<i>.+?)//|--(?P<strike>.+?)--|\+\+(?P<large>.+?)\+\+|\^\^(?P<sup>.+?)\^\^"
    r"|\[(?P<link>[^\]]+)\]\((?P<to>[^)]+)\)|\{@(?P<place>[^|]+)\|(?P<field>.+?)@\}"
    r"|\{\+(?P<ins>.+?)\+\}|\{-(?P<del>.+?)-\}|\{(?P<base>[^|{}]+)\|(?P<reading>[^|{}]+)\}|(?P<mark>[¶~!¦])"
)


def build(notation: str, path: Path) -> None:
    """Write the document of a notation."""
    made = docx.Document()
    for name, ident in (("見出し 1", "1"), ("見出し 2", "a3")):  # ids as a Japanese Word gives them
        style: Any = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style._element.styleId = made.styles["Heading 1"], ident
    table: Any = None
    for line in notation.splitlines():
        name, _, text = line.partition("|")
        text = text.strip()
        if name == "table":
            cells = [cell.strip() for cell in text.split("|")] if "|" in text else [text]
            table = table or made.add_table(rows=0, cols=len(cells))
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                first, *more = words.split("¶")
                _fill(made, cell.paragraphs[0], first)
                for paragraph in more:
                    _fill(made, cell.add_paragraph(), paragraph)
            continue
        table = None
        if name == "header":
            made.sections[0].header.paragraphs[0].text = text
        elif name == "picture":
            made.add_paragraph().add_run().add_picture(io.BytesIO(_DOT))
        else:
            _fill(made, made.add_paragraph(style=made.styles[name]), text)
    made.save(str(path))


def _fill(made: Any, paragraph: Any, text: str, **look: bool) -> None:
    last = 0
    for found in _TOKEN.finditer(text):
        _run(paragraph, text[last : found.start()], **look)
        last = found.end()
        _token(made, paragraph, found, look)
    _run(paragraph, text[last:], **look)


def _token(made: Any, paragraph: Any, found: re.Match[str], look: dict[str, bool]) -> None:
    for name in ("b", "i", "strike", "large", "sup"):
        if found[name]:
            _fill(made, paragraph, found[name], **look, **{name: True})
    if found["link"]:
        rel = made.part.relate_to(found["to"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        _append(paragraph, f'<w:hyperlink {nsdecls("w", "r")} r:id="{rel}">{_words(found["link"])}</w:hyperlink>')
    elif found["field"]:
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> HYPERLINK "{found["place"]}" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        ):
            _append(paragraph, f"<w:r {nsdecls('w')}>{part}</w:r>")
        _run(paragraph, found["field"])
        _append(paragraph, f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>')
    elif found["ins"]:
        _append(paragraph, f'<w:ins {nsdecls("w")} w:id="1" w:author="a">{_words(found["ins"])}</w:ins>')
    elif found["del"]:
        gone = _words(found["del"]).replace("w:t", "w:delText")
        _append(paragraph, f'<w:del {nsdecls("w")} w:id="2" w:author="b">{gone}</w:del>')
    elif found["base"]:
        inner = f"<w:rt>{_words(found['reading'])}</w:rt><w:rubyBase>{_words(found['base'])}</w:rubyBase>"
        _append(paragraph, f"<w:r {nsdecls('w')}><w:ruby><w:rubyPr/>{inner}</w:ruby></w:r>")
    elif found["mark"] == "¶":
        paragraph.runs[-1].add_break()
    elif found["mark"] == "~":
        paragraph.runs[-1].add_tab()
    elif found["mark"] == "!":
        paragraph.add_run().add_picture(io.BytesIO(_DOT))


def _run(paragraph: Any, text: str, **look: bool) -> None:
    if text:
        run = paragraph.add_run(text)
        run.bold, run.italic = look.get("b"), look.get("i")
        run.font.strike, run.font.superscript = look.get("strike"), look.get("sup")
        run.font.size = Pt(20) if look.get("large") else None


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _append(paragraph: Any, xml: str) -> None:
    paragraph._p.append(parse_xml(xml))
