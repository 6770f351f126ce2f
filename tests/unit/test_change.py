from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from pyblocks.change import fingerprint


@dataclass
class Point:
    x: int


class Plain:
    pass


PLAIN = Plain()
SAME = [
    ([1, [2, {"a": {3}}]], [1, [2, {"a": {3}}]]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (float("nan"), float("nan")),
    (Point(1), Point(1)),
    (bytearray(b"x"), bytearray(b"x")),
    (PLAIN, PLAIN),
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
