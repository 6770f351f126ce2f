from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

import pytest

from pyblocks.wire.codec import decode, encode


class Colour(Enum):
    RED = "red"


@dataclass
class Point:
    x: int


class Array:
    """Like a NumPy array."""

    def tolist(self) -> list[int]:
        return [1, 2]


def sent(value: Any) -> Any:
    return json.loads(encode({"type": "update", "patches": [(1, {"value": value})]}))["patches"][0][1]["value"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("✅ ünïcode", "✅ ünïcode"),
        ([1, float("nan"), {"a": float("inf")}], [1, None, {"a": None}]),
        (Colour.RED, "red"),
        (Point(1), {"x": 1}),
        (date(2026, 11, 23), "2026-11-23"),
        (PurePosixPath("a/b"), "a/b"),
        (Array(), [1, 2]),
    ],
)
def test_values_cross_as_json(value: Any, expected: Any) -> None:
    assert sent(value) == expected


def test_what_json_has_no_form_for_is_named() -> None:
    with pytest.raises(TypeError, match="can't show set"):
        sent({1, 2})


def test_a_value_that_holds_itself_is_refused() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(ValueError, match="hold themselves"):
        sent(ring)


def test_numbers_that_are_none_are_null_at_any_depth() -> None:
    value: Any = float("nan")
    for _ in range(400):
        value = [value]
    assert str(sent(value)).strip("[]") == "None"


@pytest.mark.parametrize("levels", [1101, 100_000])
def test_a_message_that_is_nested_too_deeply_is_not_read(levels: int) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        decode("[" * levels + "]" * levels)
