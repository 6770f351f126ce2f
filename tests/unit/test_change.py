from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyblocks.change import fingerprint


@dataclass
class Point:
    x: int


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


class Unhashable:
    def __hash__(self) -> int:
        raise RuntimeError("no hash today")


PLAIN = Plain()
SAME = [
    ([1, [2, {"a": {3}}]], [1, [2, {"a": {3}}]]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (float("nan"), float("nan")),
    (Point(1), Point(1)),
    (bytearray(b"x"), bytearray(b"x")),
    (PLAIN, PLAIN),
    (Comparable(1), Comparable(1)),
    (Slotted(1, 2), Slotted(1, 2)),
    (Attrs(1), Attrs(1)),
    (np.arange(3), np.arange(3)),
    (np.array([None, "a"]), np.array([None, "a"])),
    (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1, 2]})),
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
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(SCALARS, inner)
        | st.sets(st.integers() | st.text())
        | st.lists(SCALARS).map(lambda items: {"items": items, "{": 1})
    ),
    max_leaves=20,
)


def same(one: Any, other: Any) -> bool:
    """The rule, slow and obvious."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return repr(one) == repr(other)
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


@given(VALUES, VALUES)
def test_fingerprints_follow_the_rule_for_any_two_values(one: Any, other: Any) -> None:
    assert (fingerprint(one) == fingerprint(other)) == same(one, other)


@given(VALUES)
def test_a_copy_has_the_same_fingerprint_in_any_order(value: Any) -> None:
    def copy(value: Any) -> Any:
        if isinstance(value, dict):
            return {copy(key): copy(item) for key, item in reversed(value.items())}
        return type(value)(map(copy, value)) if isinstance(value, (list, tuple, set)) else value

    assert fingerprint(value) == fingerprint(copy(value))
