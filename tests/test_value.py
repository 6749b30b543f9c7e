"""A cheap record is what the standard library would have made of the class."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.value import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Span:
    """A frozen one."""

    start: int
    end: int = 0
    parts: tuple[str, ...] = field(default_factory=tuple)

    @property
    def size(self) -> int:
        """Its length."""
        return self.end - self.start


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same, by the standard library."""

    start: int
    end: int = 0
    parts: tuple[str, ...] = dataclasses.field(default_factory=tuple)


@dataclass(slots=True)
class Pile:
    """One that changes."""

    name: str
    things: list[int] = field(default_factory=list)
    seen: int = field(default=0, init=False)


@dataclass(slots=True, eq=False)
class Thing:
    """One that is itself alone."""

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One whose last field follows from the others, which have names only."""

    one: int
    other: int = 0
    both: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "both", self.one + self.other)


values = st.tuples(st.integers(), st.integers(), st.lists(st.text(), max_size=2).map(tuple))


@given(values, values)
def test_equality_hash_and_repr_are_the_standard_ones(one: Any, other: Any) -> None:
    """Two records are equal, and hash alike, where two of the standard library would."""
    assert (Span(*one) == Span(*other)) == (Standard(*one) == Standard(*other))
    assert hash(Span(*one)) == hash(Standard(*one))
    assert repr(Span(*one)) == repr(Standard(*one)).replace("Standard", "Span")


def test_a_record_is_equal_to_its_own_kind_only() -> None:
    """Neither a tuple nor another class with the same fields is the same."""
    others: list[object] = [Standard(1, 2), (1, 2, ())]
    assert Span(1, 2) not in others


def test_nobody_changes_a_frozen_record() -> None:
    """Neither a field nor anything else can be set or deleted."""
    span = Span(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'start'"):
        span.start = 2  # type: ignore[misc]  # that is what is tried
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'end'"):
        del span.end
    with pytest.raises(AttributeError):
        span.other = 1  # type: ignore[attr-defined]  # likewise
    assert not hasattr(span, "__dict__")


def test_the_standard_library_takes_it_for_one_of_its_own() -> None:
    """Programs that read or copy dataclasses go on working."""
    assert dataclasses.is_dataclass(Span)
    assert [f.name for f in dataclasses.fields(Span)] == [f.name for f in dataclasses.fields(Standard)]
    assert dataclasses.asdict(Span(1, 2, ("a",))) == dataclasses.asdict(Standard(1, 2, ("a",)))
    assert dataclasses.replace(Span(1, 2), end=3) == replace(Span(1, 2), end=3) == Span(1, 3)
    assert dataclasses.replace(Pile("a", [1]), name="b") == Pile("b", [1])


def test_the_constructor_is_the_standard_one() -> None:
    """Arguments have places, names and defaults, and a wrong one is named."""
    assert Span(end=3, start=1, parts=("a",)) == Span(1, 3, ("a",))
    assert Span.__match_args__ == Standard.__match_args__
    with pytest.raises(TypeError, match=r"Span.__init__\(\) missing 1 required positional argument: 'start'"):
        Span()  # type: ignore[call-arg]  # that is what is tried
    with pytest.raises(TypeError, match="unexpected keyword argument 'stop'"):
        replace(Span(1), stop=2)  # type: ignore[call-arg]  # likewise


def test_each_record_has_a_default_of_its_own() -> None:
    """A factory runs for each, and what is no argument has its default."""
    one, other = Pile("a"), Pile("a")
    one.things.append(1)
    assert other.things == []
    assert one.seen == 0
    assert one != other
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_a_field_may_follow_from_the_others() -> None:
    """What is no argument may be set when the others are."""
    assert Sum(one=1, other=2).both == 3
    assert replace(Sum(one=1), other=4) == Sum(one=1, other=4)
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        Sum(1)  # type: ignore[call-arg]  # that is what is tried


def test_a_record_without_equality_is_itself_alone() -> None:
    """``eq=False`` leaves a class as Python makes it."""
    assert Thing("a") != Thing("a")
    assert len({Thing("a"), Thing("a")}) == 2


@pytest.mark.parametrize("record", [Span(1, 2, ("a",)), Pile("a", [1])])
def test_a_record_travels(record: Any) -> None:
    """It can be pickled for another process, and copied."""
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.deepcopy(record) == record
    assert copy.copy(record) == record


def test_methods_stay() -> None:
    """What the class defines itself is left as it is."""
    assert Span(1, 4).size == 3
    assert Span.__doc__ == "A frozen one."
    assert Span.__qualname__ == "Span"
    assert Span.__module__ == __name__
