"""
One page, one file: everything it needs is inside, and it may fetch nothing.

A page opens from a disk, from a mail and from any host alike. Its content security policy allows the one style sheet
and the one script that are inside, by their hashes, and no request at all; so whatever a text contains, it stays text.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from toolkit import ui
from toolkit.glossary.lookup.answer import LANGS
from toolkit.lang import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def sayings() -> dict[str, dict[str, dict[str, str]]]:
    """What pages say: table of ``words.toml`` -> key -> code of a language -> text."""
    tables = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
    return {
        table: {key: dict(zip(LANGS, texts, strict=True)) for key, texts in rows.items()}
        for table, rows in tables.items()
    }


def label(key: str, lang: str) -> str:
    """
    One text of a page.

    >>> label("preferred", "ja")
    '推奨'
    """
    return sayings()["words"][key][lang]


def fill(
    template: str,
    *,
    scripts: Iterable[str],
    styles: Iterable[str],
    data: Mapping[str, Any],
    lang: str = ui.SOURCE,
    pinned: bool = False,
    **values: object,
) -> str:
    """
    A finished page.

    Args:
        template: Name of a template in this folder.
        scripts: Names of our scripts, in the order they run; ``base.js`` runs before them.
        styles: Names of our style sheets; ``base.css`` comes before them.
        data: What the scripts work on, as JSON can write it.
        lang: Code of the language in which the page opens where the reader's browser names none of ours.
        pinned: Whether it opens in that language whatever the browser prefers; the reader can still change it.
        values: What the template fills in; everything is escaped.
    """
    script = _join(["base.js", *scripts])
    style = _join(["base.css", *styles])
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        w=lambda key: label(key, lang), lang=lang, pinned=pinned, languages=[LANGUAGES[code] for code in LANGS]
    )
    return environment.get_template(template).render(
        policy=(
            f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        ),
        script=Markup(script),  # our own files
        style=Markup(style),
        data=_json({**data, "words": sayings()["words"]}),
        **values,
    )


def _join(names: Iterable[str]) -> str:
    return "".join((_HERE / name).read_text(encoding="utf-8") for name in names)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _json(data: object) -> Markup:
    """JSON that no text in it can end: a browser looks for ``</script`` before it looks at JSON."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
