"""
Judge what the toolkit exports by the schemas of the formats: the official documents, as Debian's packages carry them.

usage: tools/validate_exports.py FOLDER — the schemas: tmx14.dtd, tbx.xsd (TBX v2), xliff-core-1.2-strict.xsd, xml.xsd.
``make validate-exports`` fetches the packages and unpacks these.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from toolkit import Catalog
from toolkit.exchange.catalogs import FORMATS as CATALOGS
from toolkit.exchange.choice import choose
from toolkit.exchange.formats import FORMATS
from toolkit.glossary import Glossary

ROOT = Path(__file__).parents[1]


def schema(path: Path) -> etree.XMLSchema | etree.DTD:
    """A schema, with its own copy of xml.xsd instead of one from elsewhere."""
    if path.suffix == ".dtd":
        with path.open("rb") as stream:
            return etree.DTD(stream)
    text = path.read_text("utf-8").replace("http://www.w3.org/2001/xml.xsd", "xml.xsd")
    return etree.XMLSchema(etree.fromstring(text.encode(), base_url=path.absolute().as_uri()))


def main(folder: Path) -> int:
    """Say what is valid and what is not; 1 if anything is not."""
    tmx, xliff = schema(folder / "tmx14.dtd"), schema(folder / "xliff-core-1.2-strict.xsd")
    glossary, today = Glossary.load(), datetime.now(UTC).date()
    files: list[tuple[str, etree.XMLSchema | etree.DTD, bytes]] = []
    for name, rule in (("tmx", tmx), ("tbx2", schema(folder / "tbx.xsd")), ("xliff", xliff)):
        pair = {"source": "vi", "target": "ja"} if FORMATS[name].pair else {}
        data = FORMATS[name].write(choose(glossary, FORMATS[name], today=today, **pair))  # type: ignore[arg-type]
        files.append((f"glossary as {name}", rule, data))
    for path in sorted((ROOT / "locales").rglob("*.po")):
        catalog = Catalog.load(path)
        files += [
            (f"{path.relative_to(ROOT)} as {name}", rule, CATALOGS[name][0](catalog).encode())
            for name, rule in (("tmx", tmx), ("xliff", xliff))
        ]
    bad = 0
    for name, rule, data in files:
        good = rule.validate(etree.fromstring(data, etree.XMLParser(huge_tree=True)))
        bad += not good
        print(f"{name}: {'valid' if good else rule.error_log.last_error}")
    print(f"{len(files)} files, {bad} invalid")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
