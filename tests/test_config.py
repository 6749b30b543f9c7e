"""Config: one place, every key documented, and a typing mistake is told."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from toolkit import ui
from toolkit.config import Config, keys, load_config, template
from toolkit.errors import ConfigError
from toolkit.ui.retell import speaking

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str, name: str = "vje.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    """A newcomer needs no configuration."""
    assert load_config(tmp_path) == Config()


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    """A command may run anywhere in a project."""
    path = write(tmp_path, 'to = ["ja"]\n[check]\nfail-on = "warning"\n[house]\nja = "mofa-ja"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    config = load_config(inner)
    assert (config.path, config.to, config.check_fail_on) == (path, ("ja",), "warning")
    assert config.house == {"ja": "mofa-ja"}


def test_a_project_file_is_read_too(tmp_path: Path) -> None:
    """``[tool.vje]`` does what vje.toml does; a pyproject.toml without it is none of ours."""
    write(tmp_path, '[tool.vje]\nlocales = "po"\n', "pyproject.toml")
    inner = tmp_path / "inner"
    inner.mkdir()
    write(inner, '[project]\nname = "x"\n', "pyproject.toml")
    assert load_config(inner).locales == "po"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nlocale = 'po'\n", 2, "did you mean 'locales'"),
        ("[check]\nfail_onn = 'error'\n", 2, "did you mean 'check.fail_on'"),
        ("curated = 'yes'\n", 1, "true or false"),
        ("to = 'ja'\n", 1, "a list of texts"),
        ("house = 'vna'\n", 1, "a table"),
        ("locales = 3\n", 1, "a text in quotes"),
        ("locales = \n", None, "is not TOML"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    """The error names the file, the line and what was probably meant."""
    path = write(tmp_path, text)
    with pytest.raises(ConfigError, match=words) as caught:
        load_config(tmp_path)
    assert (caught.value.path, caught.value.line) == (path, line)


@pytest.mark.parametrize("lang", ui.languages()[1:])
def test_the_template_explains_in_the_reader_s_language(tmp_path: Path, lang: str) -> None:
    """Only what is explained is translated: keys, defaults and examples stay as the program reads them."""

    def settings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line[2:].partition(" = ")[0].isidentifier() or line[:1] == "["]

    english = template()
    with speaking(lang):
        text = template()
    assert settings(text) == settings(english) != []
    told = {doc for _name, doc, _default, _example in keys()}
    assert not [doc for doc in told if doc in text]
    (tmp_path / "vje.toml").write_text(text.replace("# to = []", 'to = ["vi"]'), encoding="utf-8")
    assert load_config(tmp_path).to == ("vi",)


def test_the_template_documents_every_key(tmp_path: Path) -> None:
    """What ``vje init`` writes is TOML, names every key, and taking the # away changes nothing."""
    text = template()
    assert tomllib.loads(text) in ({}, {"segment": {}, "check": {}})
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line and "example" not in line else line for line in text.splitlines()
    )
    path = write(tmp_path, uncommented)
    assert load_config(tmp_path) == Config(path=path)
    for name, doc, _, _ in keys():
        assert f"# {name.rpartition('.')[2]} = " in text
        assert f"# {doc}" in text
