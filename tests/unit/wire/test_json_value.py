from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyblocks.wire.json_value import canonical, json_text, json_value


@dataclass
class Point:
    x: Any


class Model:
    """What a Pydantic model looks like from outside."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def model_dump(self, mode: str) -> Any:
        assert mode == "json"
        return {"held": self.held}


#: With lone surrogates: high ones, which never pair up.
TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\ud83d"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=30,
)


def is_same(one: Any, other: Any) -> bool:
    """Equal in content and in every type."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(is_same(one[key], other[key]) for key in one)
    return repr(one) == repr(other)


@settings(deadline=None)
@given(VALUES)
def test_any_json_value_reads_back_as_the_same_value(value: Any) -> None:
    assert is_same(json_value(json_text(value)), value)


@settings(deadline=None)
@given(VALUES)
def test_the_text_can_be_stored(value: Any) -> None:
    json_text(value).encode()


@settings(deadline=None)
@given(VALUES)
def test_the_canonical_form_is_that_of_the_value(value: Any) -> None:
    text = json_text(value)
    assert canonical(json.dumps(value, indent=2)) == canonical(text)
    assert is_same(json_value(canonical(canonical(text))), json_value(canonical(text)))


def test_the_canonical_form_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical('{"a": [1], "b": 2}') == canonical('{"b":2,"a":[1]}')


@pytest.mark.parametrize(("one", "other"), [("1", "1.0"), ("1", "true"), ("[]", "{}"), ('""', "null"), ("0", "-0.0")])
def test_values_of_other_types_have_other_canonical_forms(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_text_of_five_megabytes_is_kept() -> None:
    value = "ü" * 5_000_000
    assert json_value(json_text(value)) == value


def test_deep_nesting_is_kept() -> None:
    value: Any = "core"
    for _ in range(200):
        value = {"in": [value]}
    assert json_value(json_text(value)) == value


def test_nesting_that_is_too_deep_is_refused_in_a_line() -> None:
    value: Any = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(ValueError, match="nested too deeply"):
        json_text(value)


def test_tuples_dataclasses_and_pydantic_models_are_written_as_lists_and_dicts() -> None:
    value = {"tuple": (1, 2), "dataclass": Point(Point([1])), "model": Model((1,))}
    assert json.loads(json_text(value)) == {
        "tuple": [1, 2],
        "dataclass": {"x": {"x": [1]}},
        "model": {"held": [1]},
    }


LOOP: list[Any] = []
LOOP.append({"again": LOOP})


@pytest.mark.parametrize(
    ("value", "kind", "message"),
    [
        ({"a": [0, 1, 2, {3}]}, TypeError, 'no set: value["a"][3].'),
        ([b"x"], TypeError, "no bytes: value[0]."),
        (object(), TypeError, "no object: value."),
        (Point, TypeError, "no type: value."),
        (Model, TypeError, "no type: value."),
        ({"ü": math.nan}, ValueError, 'no nan: value["ü"].'),
        ((1, -math.inf), ValueError, "no -inf: value[1]."),
        ({"a": {1: "one"}}, TypeError, 'value["a"] has the key 1.'),
        ({None: 1}, TypeError, "value has the key None."),
        ({True: 1}, TypeError, "value has the key True."),
        ([Point({"y": {4}})], TypeError, 'no set: value[0].x["y"].'),
        (Model(1j), TypeError, 'no complex: value["held"].'),
        (LOOP, ValueError, 'value[0]["again"] holds itself.'),
        (["\ud83d\ude00"], ValueError, "no pairs of surrogates: value[0]."),
        ({"\ud83d\ude00": 1}, ValueError, "no pairs of surrogates: value."),
    ],
)
def test_what_json_cannot_hold_is_refused_with_the_path_to_it(value: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as caught:
        json_text(value)
    assert str(caught.value).startswith("BrowserState keeps JSON")
    assert message in str(caught.value)


def test_the_same_object_twice_is_not_a_loop() -> None:
    shared = [1]
    assert json.loads(json_text({"a": shared, "b": (shared, shared)})) == {"a": [1], "b": [[1], [1]]}


@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "'a'", "undefined", "1e999", "[-1e999]", "1" * 5000])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        json_value(text)


@pytest.mark.parametrize("text", ["[" * 1101 + "]" * 1101, "[" * 4999 + "]" * 4999, "[" * 100_000, '{"a":' * 6000])
def test_text_that_would_crash_the_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        json_value(text)


def test_many_brackets_are_not_deep_ones() -> None:
    value = [{"]": ['[{"\\[' * 3]}] * 6000
    assert json_value(json_text(value)) == value


def test_a_value_that_would_crash_the_page_is_refused() -> None:
    value: list[object] = []
    for _ in range(20_000):
        value = [value]
    with pytest.raises(ValueError, match="nested too deeply"):
        json_text(value)
