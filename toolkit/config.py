"""
What a project has decided: read in one place, every key documented.

Settings live in ``[tool.vje]`` of ``pyproject.toml`` or in a ``vje.toml`` of their own; the nearest one above the
working folder counts. A key that nobody reads is an error, with the key that was probably meant: a typing mistake must
not switch a check off in silence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.errors import ConfigError
from toolkit.ui import gettext as _
from toolkit.ui import mark
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from dataclasses import Field

FILE = "vje.toml"


def _key(doc: str, default: object, example: str = "") -> Any:
    """Describe a key: what it is for, its default, and what a commented example shows."""
    metadata = {"doc": doc, "example": example}
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting; a name with an underscore after a table's name is a key of that table."""

    path: Path | None = None
    """The file it was read from; None where there was none."""

    locales: str = _key(mark("Folder of the catalogs."), "locales")
    articles: str = _key(mark("Folder of the articles; other languages of an article are looked for here."), "articles")
    glossary: tuple[str, ...] = _key(
        mark("Folders that lie over the curated glossary; a later row with the same id wins."), (), '["terms"]'
    )
    curated: bool = _key(mark("Whether the curated glossary that comes with vje is used at all."), True)
    glossary_version: str = _key(
        mark("Version of the curated glossary that this project was checked with; vje says when it is another one."), ""
    )
    to: tuple[str, ...] = _key(mark("Languages to translate into; empty is every other one."), (), '["vi", "ja"]')
    house: Mapping[str, str] = _key(
        mark("House style for each language: which of several right terms is preferred."),
        {},
        '{ vi = "vna-vi", ja = "mofa-ja" }',
    )
    translator: str = _key(mark("Last-Translator of new catalogs, NAME <EMAIL>; empty asks git."), "")
    team: str = _key(mark("Language-Team of new catalogs."), "")
    bugs: str = _key(mark("Report-Msgid-Bugs-To: where a translator reports a wrong source text."), "")
    memory: tuple[str, ...] = _key(mark("Translation memories: catalogs, folders of them, TMX."), (), '["memory"]')
    notes: tuple[str, ...] = _key(
        mark("Hints in the notes of a catalog."),
        ("terms", "names", "dates", "numbers", "other-language", "where"),
        '["terms", "where"]',
    )
    segment_by: str = _key(mark("A message is a sentence or a paragraph."), "sentence")
    segment_abbreviations: tuple[str, ...] = _key(
        mark("Abbreviations of yours, at whose full stop no sentence ends."), (), '["Cty."]'
    )
    segment_protect: tuple[str, ...] = _key(mark("Phrases in which no sentence ends."), (), '["Yahoo! News"]')
    check_select: tuple[str, ...] = _key(mark("Run only these checks."), (), '["term-missing", "number-mismatch"]')
    check_ignore: tuple[str, ...] = _key(mark("Never run these checks."), (), '["style-mixed"]')
    check_severity: Mapping[str, str] = _key(
        mark("Raise or lower a check: error, warning or info."), {}, '{ term-missing = "error" }'
    )
    check_fail_on: str = _key(mark("The least severe finding that makes vje check fail."), "error")
    check_baseline: str = _key(mark("File of the findings that are known and accepted."), "")

    @property
    def home(self) -> Path:
        """The folder that its paths are told from: its own, or the one we are in where there is no file."""
        return self.path.parent if self.path else Path()


_TABLES = ("segment", "check")


def keys() -> Iterator[tuple[str, str, object, str]]:
    """
    Every key that a configuration file may hold.

    Yields:
        The name (``check.fail_on`` for a key of the table ``check``), what it is for, its default, and an example.
    """
    for item in _described():
        default = {} if item.name in ("house", "check_severity") else item.default
        yield _spelt(item.name), item.metadata["doc"], default, item.metadata["example"]


def _described() -> Iterator[Field[Any]]:
    from dataclasses import fields  # noqa: PLC0415 - the defaults need no description

    return (item for item in fields(Config) if "doc" in item.metadata)


def _spelt(name: str) -> str:
    table, _, rest = name.partition("_")
    return f"{table}.{rest}" if table in _TABLES else name


def load_config(start: Path | None = None) -> Config:
    """
    The settings that count in a folder.

    Args:
        start: Where to begin looking, upwards; the working folder if None.

    Returns:
        The settings; the defaults where no file has any.

    Raises:
        ConfigError: The file does not parse, or a key is unknown or has the wrong type.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        own, shared = folder / FILE, folder / "pyproject.toml"
        if own.is_file():
            return _read(own, _parse(own))
        if shared.is_file():
            table = _parse(shared).get("tool", {}).get("vje")
            if table is not None:
                return _read(shared, table)
    return Config()


def _parse(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    if path.name != FILE and b"tool.vje" not in data:
        return {}  # another tool's settings, which most projects have and nobody here has to understand
    import tomllib  # noqa: PLC0415 - most texts are looked up and checked outside any project

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            _("is not TOML: {error}").format(error=error), path=path, remedy=_("vje init writes one that is")
        ) from None


def _read(path: Path, table: Mapping[str, Any]) -> Config:
    known = {_spelt(item.name): item.name for item in _described()}
    defaults = {name: default for name, _, default, _ in keys()}
    given: dict[str, object] = {}
    for name, value in _flat(table):
        if name not in known:
            import difflib  # noqa: PLC0415 - for a typing mistake

            near = difflib.get_close_matches(name, known, n=1)
            raise ConfigError(
                _("unknown key {name!r}").format(name=name),
                path=path,
                line=_line(path, name),
                remedy=_("did you mean {near!r}?").format(near=near[0])
                if near
                else _("vje init writes a file with every key"),
            )
        given[known[name]] = _typed(path, name, value, defaults[name])
    return Config(path=path, **given)  # type: ignore[arg-type]  # _typed has checked each value against its default


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in _TABLES and isinstance(value, dict):
            for inner, content in value.items():
                yield f"{name}.{inner.replace('-', '_')}", content
        else:
            yield name, value


def _typed(path: Path, name: str, value: object, default: object) -> object:
    """The value in the type of its default, or an error that says which type it must have."""
    ok: bool
    if isinstance(default, bool):
        ok, kind = isinstance(value, bool), _("true or false")
    elif isinstance(default, str):
        ok, kind = isinstance(value, str), _("a text in quotes")
    elif isinstance(default, tuple):
        ok, kind = isinstance(value, list) and all(isinstance(x, str) for x in value), _('a list of texts, ["a", "b"]')
        value = tuple(value) if isinstance(value, list) else value
    else:
        ok, kind = isinstance(value, dict) and all(isinstance(x, str) for x in value.values()), 'a table, { vi = "…" }'
    if not ok:
        raise ConfigError(_("{name} must be {kind}").format(name=name, kind=kind), path=path, line=_line(path, name))
    return value


def _line(path: Path, name: str) -> int | None:
    """The line of a key, for the error; TOML's parser does not keep it."""
    key = name.rpartition(".")[2]
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.split("=")[0].strip().replace("-", "_") == key:
            return number
    return None


def template() -> str:
    """The commented file that ``vje init`` writes: every key, its default, what it is for."""
    # Translators: the first line of vje.toml, which vje init writes; below it every setting is a comment, "# key = …"
    out = ["# " + _("Settings of vje. Every key is shown with its default; take the # away to change it."), ""]
    table = ""
    for name, doc, default, example in keys():
        head, _dot, key = name.rpartition(".")
        if head != table:
            out += [f"[{head}]", ""]
            table = head
        out.append(f"# {_(doc)}")
        if example:
            # Translators: in vje.toml; {example} is a line of it, locales = "po"
            out.append("# " + _("For example: {example}").format(example=f"{key} = {example}"))
        out += [f"# {key} = {_toml(default)}", ""]
    return "\n".join(out).rstrip() + "\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{x}"' for x in value) + "]"
    return "{}" if isinstance(value, dict) else f'"{value}"'
