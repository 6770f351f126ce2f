"""Dropdown: which value is selected first, several values, custom values."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr

CHOICES: list[Any] = ["a", ("B", 2)]


@pytest.mark.parametrize(
    ("dropdown", "selected"),
    [
        (gr.Dropdown, None),
        (lambda: gr.Dropdown(["a", "b"]), "a"),
        (lambda: gr.Dropdown([("A", 1), ("B", 2)]), 1),
        (lambda: gr.Dropdown(["a", "b"], value="b"), "b"),
        (lambda: gr.Dropdown(["a", "b"], value=None), None),
        (lambda: gr.Dropdown(["a", "b"], multiselect=True), []),
        (lambda: gr.Dropdown(["a", "b"], value="a", multiselect=True), ["a"]),
        (lambda: gr.Dropdown(dict.fromkeys("ab").keys()), "a"),  # type: ignore[arg-type]
    ],
)
def test_first_choice_is_selected_unless_something_is_said(dropdown: Any, selected: Any) -> None:
    assert dropdown().page_props()["value"] == selected


def test_handler_gets_value_or_index_one_or_several() -> None:
    assert gr.Dropdown(CHOICES).preprocess(2) == 2
    assert gr.Dropdown(CHOICES, type="index").preprocess(2) == 1
    assert gr.Dropdown(CHOICES, multiselect=True).preprocess([2, "a"]) == [2, "a"]
    assert gr.Dropdown(CHOICES, multiselect=True, type="index").preprocess([2]) == [1]
    assert gr.Dropdown(CHOICES).preprocess(None) is None


def test_custom_values_have_no_index() -> None:
    assert gr.Dropdown(["a"], allow_custom_value=True).preprocess("z") == "z"
    assert gr.Dropdown(["a"], allow_custom_value=True, type="index").preprocess("z") is None


@pytest.mark.parametrize("payload", ["z", ["a", "z"]])
def test_what_is_not_a_choice_is_an_error_for_the_visitor(payload: Any) -> None:
    with pytest.raises(gr.Error, match=r"Value: 'z' is not in the list of choices: \['a'\]"):
        gr.Dropdown(["a"]).preprocess(payload)


def test_returned_value_that_is_not_a_choice_is_kept_with_a_warning() -> None:
    with pytest.warns(UserWarning, match=r"'z' is not in the list of choices\. Add it, or set allow_custom_value=True"):
        assert gr.Dropdown(["a"]).postprocess("z") == "z"


@pytest.mark.parametrize(
    ("returned", "selected"), [("a", ["a"]), (["a"], ["a"]), (("a", "b"), ["a", "b"]), (None, None)]
)
def test_several_values_are_a_list(returned: object, selected: list[str] | None) -> None:
    assert gr.Dropdown(["a", "b"], multiselect=True).postprocess(returned) == selected


def test_update_selects_nothing_or_keeps_what_is_selected() -> None:
    assert gr.Dropdown(choices=["b"]).passed == {"choices": ["b"]}
    assert gr.Dropdown(value=None).passed == {"value": None}
    assert gr.Dropdown(["a"]).set_props({"value": None}) == {"value": None}


def test_custom_values_need_typing() -> None:
    assert gr.Dropdown(filterable=False).page_props()["filterable"] is False
    assert gr.Dropdown(filterable=False, allow_custom_value=True).page_props()["filterable"] is True
