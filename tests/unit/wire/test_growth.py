from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fake_page import edited
from pyblocks.wire.growth import NotPlain, growth, snapshot

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=4)
)


def edits(old: Any, new: Any) -> Any:
    """What changes, as ``(path, edit, value)``."""
    found = growth(7, snapshot(old), snapshot(new))
    return None if found is None else [(each["path"], each["edit"], each["value"]) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abcde", [([], "append", "de")]),
        ("abc", "abc", []),
        ("", "a", [([], "append", "a")]),
        ([1], [1, 2, 3], [([], "append", [2, 3])]),
        ([{"content": "Hel"}], [{"content": "Hello"}], [([0, "content"], "append", "lo")]),
        ([{"a": 1}], [{"a": 1, "b": 2}, 3], [([0, "b"], "set", 2), ([], "append", [3])]),
        ({"rows": [[1, 2]]}, {"rows": [[1, 3]]}, [(["rows", 0, 1], "set", 3)]),
        ([1], [True], [([0], "set", True)]),
        ([1], [1.0], [([0], "set", 1.0)]),
        (["a", "b"], ["a", "c"], [([1], "set", "c")]),
    ],
)
def test_what_grew_is_told_by_what_is_new(old: Any, new: Any, expected: Any) -> None:
    assert edits(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("abc", "xyz"),
        ([1, 2], [1]),
        ({"a": 1}, {"b": 1}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("1", 1),
        (list(range(100)), list(range(100, 200))),
    ],
)
def test_what_did_not_grow_is_sent_as_it_is(old: Any, new: Any) -> None:
    assert edits(old, new) is None


@settings(deadline=None)
@given(VALUES, VALUES)
def test_edits_turn_the_old_value_into_the_new_one(old: Any, new: Any) -> None:
    found = growth(0, snapshot(old), snapshot(new))
    if found is not None:
        value = snapshot(old)
        for each in found:
            value = edited(value, each["path"], each)
        assert value == snapshot(new)
        assert repr(value) == repr(snapshot(new))


def test_a_snapshot_stays_as_it_is_when_the_value_goes_on() -> None:
    messages = [{"content": "Hel"}]
    before = snapshot(messages)
    messages[0]["content"] += "lo"
    assert edits(before, messages) == [([0, "content"], "append", "lo")]


@pytest.mark.parametrize("value", [{1: 2}, object(), [{"a": {1, 2}}]])
def test_only_what_json_has_is_compared(value: Any) -> None:
    with pytest.raises(NotPlain):
        snapshot(value)


def test_what_is_nested_without_end_is_not_compared() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(NotPlain):
        snapshot(value)
