"""JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

import pyblocks as gr


@dataclass
class Point:
    x: int


@pytest.mark.parametrize(
    ("returned", "shown"),
    [
        ({"a": 1}, {"a": 1}),
        ([1, (2, 3)], [1, [2, 3]]),
        ('{"a": [1, 2]}', {"a": [1, 2]}),
        (None, None),
        (3, 3),
        ({"a": float("nan")}, {"a": None}),
        ({"day": date(2020, 1, 31), "at": Point(1)}, {"day": "2020-01-31", "at": {"x": 1}}),
    ],
)
def test_shows_lists_dicts_and_text_that_is_json(returned: Any, shown: Any) -> None:
    assert gr.JSON().postprocess(returned) == shown


def test_text_that_is_not_json_is_an_error_for_the_visitor() -> None:
    with pytest.raises(gr.Error, match=r"Invalid JSON string: .*line 1"):
        gr.JSON().postprocess("not json")


def test_what_json_has_no_form_for_is_named() -> None:
    with pytest.raises(TypeError, match="object"):
        gr.JSON().postprocess({"a": object()})


def test_handler_may_change_what_it_gets() -> None:
    json, payload = gr.JSON(), {"items": [1]}
    json.preprocess(payload)["items"].append(2)
    assert payload == {"items": [1]}


def test_has_a_copy_button_unless_left_out() -> None:
    assert gr.JSON().page_props()["buttons"] == ["copy"]
    assert gr.JSON(buttons=[]).page_props()["buttons"] == []


@pytest.mark.parametrize("text", ["[" * 100_000, "[" * 2000 + "]" * 2000, "1" * 5000])
def test_text_that_python_cannot_read_is_an_error(text: str) -> None:
    with pytest.raises(gr.Error, match="Invalid JSON string"):
        gr.JSON().postprocess(text)
