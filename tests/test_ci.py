"""The files that other projects include, and the suppressions that gettext's tools must keep."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.catalog import Catalog
from toolkit.checks.suppress import suppressions
from toolkit.cli.check import command

ROOT = Path(__file__).parent.parent
PO = r"""msgid ""
msgstr ""
"Language: vi\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-Language: en\n"

# vje: ignore=number-mismatch because rounded
# vje: ignore=term-missing:vn.prov.thanh-hoa
#: a.txt:1
msgid "Profit rose 19.7 percent."
msgstr "Lợi nhuận tăng 20%."
"""


def test_the_example_of_the_docs_goes_red_and_green(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/ci.md shows what really happens."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = page.split("```po\n")
    wrong = blocks[1].split("```")[0]
    silenced = blocks[2].split("```")[0]
    said = page.split("$ vje check\n")[1].split("```")[0]
    folder = tmp_path / "locales" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "vje.toml").write_text("curated = false\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (folder / "news.po").write_text(wrong, encoding="utf-8")
    result = CliRunner().invoke(command, [])
    assert result.exit_code == 1
    assert result.stdout == said
    header = wrong.split("\n\n")[0]
    for right in (wrong.replace("17,9", "19,7"), f"{header}\n\n{silenced}"):
        (folder / "news.po").write_text(right, encoding="utf-8")
        result = CliRunner().invoke(command, [])
        assert (result.exit_code, result.stdout) == (0, "nothing found in 1 file\n")


def test_hooks_and_templates_name_commands_and_options_that_exist() -> None:
    """Whoever includes a file of ours must not find out that an option has gone."""
    known = {option for parameter in command.params for option in parameter.opts}
    files = [ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml", ROOT / "docs" / "ci" / "gitlab.yml"]
    for path in files:
        for line in path.read_text(encoding="utf-8").split("\n"):
            _, found, rest = line.partition("vje check")
            if found and ":" not in rest.split("--")[0].replace("${VJE_BASE:", ""):
                named = {word.strip('"').removeprefix("${VJE_BASE:+") for word in rest.split()}
                assert {word for word in named if word.startswith("--")} <= known, f"{path}: {line}"


@pytest.mark.parametrize("tool", ["msgcat", "msgmerge"])
def test_gettext_keeps_suppressions(tmp_path: Path, tool: str) -> None:
    """Translator comments survive a merge and a rewrite, also where the source changed a little."""
    po = tmp_path / "a.po"
    po.write_text(PO, encoding="utf-8")
    if tool == "msgcat":
        arguments = ["msgcat", "--no-wrap", str(po), "-o", str(tmp_path / "b.po")]
    else:
        pot = tmp_path / "a.pot"
        changed = PO.replace("19.7 percent", "19.8 percent").split("# vje")[0]
        changed += '#: a.txt:1\nmsgid "Profit rose 19.8 percent."\nmsgstr ""\n'
        pot.write_text(changed, encoding="utf-8")
        arguments = ["msgmerge", "--quiet", str(po), str(pot), "-o", str(tmp_path / "b.po")]
    subprocess.run(arguments, check=True, capture_output=True)
    (message,) = Catalog.load(tmp_path / "b.po")
    assert [str(one) for one in suppressions(message)] == ["number-mismatch", "term-missing:vn.prov.thanh-hoa"]
    assert message.fuzzy is (tool == "msgmerge")
