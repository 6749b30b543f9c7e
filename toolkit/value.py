"""
Records at a price that a command can pay.

``@dataclass(slots=True)`` of the standard library writes half a dozen functions for each class and compiles them one by
one: a millisecond a class, and forty classes were a sixth of what ``vje check`` costs. The decorator here compiles the
constructor only and shares the rest. Readers and type checkers see the standard one, and so does :mod:`dataclasses`
itself (``fields``, ``asdict``, ``replace``, ``is_dataclass``); what is not known here is left to it.

>>> @dataclass(frozen=True, slots=True)
... class Span:
...     start: int
...     end: int = 0
>>> replace(Span(3), end=5)
Span(start=3, end=5)
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field, dataclass, field, replace

__all__ = ["dataclass", "field", "replace"]


class _Missing:
    """Stands in a constructor's signature for what a factory makes."""

    def __repr__(self) -> str:
        return "<factory>"


_MISSING = _Missing()


class _Field:
    """A default that is more than a value; see :func:`dataclasses.field`."""

    __slots__ = ("default", "default_factory", "init", "metadata")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Callable[[], Any] | None = None,
        init: bool = True,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.metadata = metadata

    def said(self) -> dict[str, Any]:
        """The arguments that were given."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in said.items() if value is not None and value is not _MISSING}


class _Fields:
    """``__dataclass_fields__``: the standard library makes it of the same class when somebody asks."""

    __slots__ = ("_made", "_space")

    def __init__(self, space: Mapping[str, Any]) -> None:
        self._space = space
        self._made: dict[str, Field[Any]] | None = None

    def __get__(self, _: object, owner: type) -> dict[str, Field[Any]]:
        if self._made is None:
            import dataclasses  # noqa: PLC0415 - nobody asks at a start

            space = {"__annotations__": owner.__annotations__}
            for name, value in self._space.items():
                space[name] = dataclasses.field(**value.said()) if isinstance(value, _Field) else value
            made: Any = type(owner.__name__, (), space)
            self._made = dataclasses.dataclass(made).__dataclass_fields__
        return self._made


def _record(cls: type, *, frozen: bool, eq: bool, kw_only: bool) -> type:
    """The class *cls* with slots, as the standard library would make it."""
    space = dict(cls.__dict__)
    names = tuple(space.get("__annotations__", ()))
    given = {name: space.pop(name) for name in names if name in space}
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    fields = {name: value if isinstance(value, _Field) else _Field(default=value) for name, value in given.items()}
    space = _methods(names, frozen=frozen, eq=eq) | space
    space["__slots__"] = names
    space["__match_args__"] = tuple(name for name in names if name not in fields or fields[name].init)
    space["__dataclass_fields__"] = _Fields(given)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__init__ = _constructor(made, names, fields, frozen=frozen, kw_only=kw_only)  # type: ignore[misc]  # that is the point of it
    return made


def _constructor(
    cls: type, names: tuple[str, ...], fields: Mapping[str, _Field], *, frozen: bool, kw_only: bool
) -> Callable[..., None]:
    arguments, lines = ["self", *(["*"] if kw_only else [])], []
    known: dict[str, Any] = {"_MISSING": _MISSING}
    for name in names:
        field = fields.get(name)
        value = name
        if field is not None:
            known[f"_default_{name}"] = field.default
            if field.default_factory is not None:
                known[f"_make_{name}"] = field.default_factory
                value = f"_make_{name}() if {name} is _MISSING else {name}" if field.init else f"_make_{name}()"
            elif not field.init:
                if field.default is _MISSING:
                    continue
                value = f"_default_{name}"
        if field is None:
            arguments.append(name)
        elif field.init:
            arguments.append(f"{name}=_default_{name}")
        if frozen:
            known[f"_set_{name}"] = cls.__dict__[name].__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(arguments)}):\n " + "\n ".join(lines or ["pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _methods(names: tuple[str, ...], *, frozen: bool, eq: bool) -> dict[str, Any]:
    """What every record can do."""
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def __repr__(self: object) -> str:  # noqa: N807 - it becomes a method
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    def __getstate__(self: object) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[object]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    found: dict[str, Any] = {"__repr__": __repr__}
    if eq:
        found |= {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}
    if frozen:
        found |= {
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__getstate__": __getstate__,
            "__setstate__": __setstate__,
        }
    return found


def _refuse(_: object, name: str, *value: object) -> None:
    """Nobody changes a frozen record."""
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - a mistake in a program

    raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _dataclass(
    cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False
) -> Any:
    assert slots, "records have slots"

    def decorate(made: type) -> type:
        return _record(made, frozen=frozen, eq=eq, kw_only=kw_only)

    return decorate if cls is None else decorate(cls)


def _replace(record: Any, /, **changes: Any) -> Any:
    return type(record)(**{name: getattr(record, name) for name in record.__match_args__} | changes)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _Field, _replace
