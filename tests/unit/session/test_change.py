from __future__ import annotations

from array import array
from collections import deque
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any
from weakref import ref

import attrs
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyblocks.session.change import fingerprint


@dataclass
class Point:
    x: Any


@dataclass(frozen=True)
class Frozen:
    x: Any


class Plain:
    pass


class Comparable:
    """Says how to compare and therefore not how to hash."""

    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparable) and self.x == other.x


class Slotted(Comparable):
    __slots__ = ("y",)

    def __init__(self, x: int, y: int) -> None:
        super().__init__(x)
        self.y = y

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Slotted) and (self.x, self.y) == (other.x, other.y)


@attrs.define
class Attrs:
    x: int


class OneSlot:
    """Its only slot is written as text, and its name is private."""

    __slots__ = "__x"  # noqa: PLC0205

    def __init__(self, x: int) -> None:
        self.__x = x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneSlot) and self.__x == other.__x


class History(deque[int]):
    """Holds elements and has attributes too."""


def referred(value: Attrs) -> Attrs:
    """The object, with a weak reference to it somewhere."""
    REFERENCES.append(ref(value))
    return value


class Unhashable:
    def __hash__(self) -> int:
        raise RuntimeError("no hash today")


class Agreeable:
    """Claims to have whatever it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda: "yes"


PLAIN = Plain()
AGREEABLE = Agreeable()
REFERENCES: list[Any] = []
INTS = pd.DataFrame({"a": [1, 2]})
SAME = [
    ([1, [2, {"a": {3}}]], [1, [2, {"a": {3}}]]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (float("nan"), float("nan")),
    (float("nan"), -float("nan")),
    ([1.0, float("nan")], [1.0, -float("nan")]),
    ({"a": complex(float("nan"), 1)}, {"a": complex(-float("nan"), 1)}),
    (np.array([1, float("nan")]), np.array([1, -float("nan")])),
    (np.array(float("nan")), np.array(-float("nan"))),
    (Point(1), Point(1)),
    (bytearray(b"x"), bytearray(b"x")),
    (PLAIN, PLAIN),
    (AGREEABLE, AGREEABLE),
    (Comparable(1), Comparable(1)),
    (Slotted(1, 2), Slotted(1, 2)),
    (Attrs(1), Attrs(1)),
    (np.arange(3), np.arange(3)),
    (np.array([None, "a"]), np.array([None, "a"])),
    (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 2]})),
    (pd.Index([1, 2], name="n"), pd.Index([1, 2], name="n")),
    (pd.Categorical(["a", None]), pd.Categorical(["a", None])),
    (pd.DataFrame([[1, 2]], columns=["a", "a"]), pd.DataFrame([[1, 2]], columns=["a", "a"])),
    (Frozen([1]), Frozen([1])),
    (OneSlot(1), OneSlot(1)),
    (referred(Attrs(1)), Attrs(1)),
    (History([1]), History([1])),
    (deque([1, [2]]), deque([1, [2]])),
    (array("d", [1, 2]), array("d", [1, 2])),
    (memoryview(bytearray(b"x")), memoryview(bytearray(b"x"))),
    (MappingProxyType({"a": [1]}), MappingProxyType({"a": [1]})),
    (slice(1, 2), slice(1, 2)),
    (Decimal("NaN"), Decimal("NaN")),
    ({"a": PLAIN, "{": [1, {"x": 1, "y": 2}]}, {"{": [1, {"y": 2, "x": 1}], "a": PLAIN}),
    ({"long": "x" * 1000, "b": 1}, {"b": 1, "long": "x" * 1000}),
]
DIFFERENT = [
    (1, True),
    (1, 1.0),
    (0, False),
    ([1, 2], (1, 2)),
    ([1, 2], [2, 1]),
    ("", None),
    ([], {}),
    ({"a": 1}, {"a": True}),
    (Point(1), Point(2)),
    (bytearray(b"x"), bytearray(b"y")),
    (Plain(), Plain()),
    (Comparable(1), Comparable(2)),
    (Slotted(1, 2), Slotted(1, 3)),
    (Attrs(1), Attrs(2)),
    (np.arange(3), np.arange(3).astype(float)),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"b": [1, 2]})),
    (pd.Series([1, 2]), pd.Series([1, 2], index=[5, 6])),
    (INTS, INTS.astype(float)),
    (pd.DataFrame([[1, 2]], columns=["a", "a"]), pd.DataFrame([[2, 1]], columns=["a", "a"])),
    (pd.Index([1, 2]), pd.Index([1, 3])),
    ({float("nan"), 1}, {float("nan"), 2}),
    (np.array([1.0, np.nan]), np.array([np.nan, 1.0])),
    (Frozen(-1), Frozen(-2)),
    (Frozen([1]), Frozen([2])),
    (OneSlot(1), OneSlot(2)),
    (Attrs(1), Comparable(1)),
    (History([1]), History([2])),
    (deque([1]), deque([2])),
    (array("d", [1, 2]), array("d", [1, 3])),
    (bytearray(b"x"), b"x"),
    (MappingProxyType({"a": [1]}), MappingProxyType({"a": [2]})),
    (Decimal(-1), Decimal(-2)),
    (Fraction(-1), Fraction(-2)),
    ({1: "a"}, {True: "a"}),
    (["{"], [{}]),
    ([123], [True]),
    ("x" * 1000, "x" * 999 + "y"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_equal_content_has_one_fingerprint(one: Any, other: Any) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_content_has_different_fingerprints(one: Any, other: Any) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_value_mutated_in_place_has_another_fingerprint() -> None:
    value = {"cart": ["Milk"]}
    before = fingerprint(value)
    value["cart"].append("Water")
    assert fingerprint(value) != before


def test_a_value_that_holds_itself_is_compared_by_its_shape() -> None:
    def ring(length: int) -> list[Any]:
        value: list[Any] = []
        value.append(value if length == 1 else ring(length - 1))
        return value

    assert fingerprint(ring(1)) == fingerprint(ring(1))
    assert fingerprint(ring(1)) != fingerprint(ring(2))


def test_what_a_hash_raises_comes_through() -> None:
    with pytest.raises(RuntimeError, match="no hash today"):
        fingerprint([Unhashable()])


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
ARRAYS = st.lists(st.floats() | st.integers(-100, 100)).map(np.array)
VALUES = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(SCALARS, inner)
        | st.sets(st.integers() | st.text())
        | st.lists(SCALARS).map(lambda items: {"items": items, "{": 1})
        | inner.map(Point)
        | inner.map(Frozen)
    ),
    max_leaves=20,
)


def same(one: Any, other: Any) -> bool:
    """The rule, slow and obvious."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return repr(one) == repr(other)
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and same(one.tolist(), other.tolist())
    if isinstance(one, (Point, Frozen)):
        return same(one.x, other.x)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        left = list(other.items())
        for key, value in one.items():
            match = next((pair for pair in left if same(key, pair[0]) and same(value, pair[1])), None)
            if match is None:
                return False
            left = [pair for pair in left if pair is not match]
        return not left
    return bool(one == other)


@settings(deadline=None)
@given(VALUES, VALUES)
def test_fingerprints_follow_the_rule_for_any_two_values(one: Any, other: Any) -> None:
    assert (fingerprint(one) == fingerprint(other)) == same(one, other)


@settings(deadline=None)
@given(VALUES)
def test_a_copy_has_the_same_fingerprint_in_any_order(value: Any) -> None:
    def copy(value: Any) -> Any:
        if isinstance(value, dict):
            return {copy(key): copy(item) for key, item in reversed(value.items())}
        if isinstance(value, np.ndarray):
            return value.copy()
        if isinstance(value, (Point, Frozen)):
            return type(value)(copy(value.x))
        return type(value)(map(copy, value)) if isinstance(value, (list, tuple, set)) else value

    assert fingerprint(value) == fingerprint(copy(value))


def test_values_of_any_depth_that_comes_in_are_told_apart() -> None:
    def deep(core: Any) -> Any:
        for _ in range(200):
            core = [{"in": core}]
        return core

    assert fingerprint(deep(1)) == fingerprint(deep(1))
    assert fingerprint(deep(1)) != fingerprint(deep(True))
    assert fingerprint(deep({"a": 1, "b": 2})) == fingerprint(deep({"b": 2, "a": 1}))
