"""CheckboxGroup and Radio, and how all choices are written."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr

PAIRS = [("a", "a"), ("1", 1), ("2.5", 2.5), ("Name", "value")]


@pytest.mark.parametrize("component", [gr.CheckboxGroup, gr.Radio, gr.Dropdown])
def test_choices_are_values_or_pairs_also_in_updates(component: type[Any]) -> None:
    choices = ["a", 1, 2.5, ("Name", "value")]
    assert component(choices).page_props()["choices"] == PAIRS
    assert component().set_props({"choices": choices}) == {"choices": PAIRS}
    assert component(PAIRS).page_props()["choices"] == PAIRS


def test_choice_of_another_shape_is_named() -> None:
    with pytest.raises(ValueError, match=r"A choice is a value or a \(name, value\), not \('a', 'b', 'c'\)"):
        gr.Radio([("a", "b", "c")])  # type: ignore[list-item]


@pytest.mark.parametrize("component", [gr.CheckboxGroup, gr.Radio, gr.Dropdown])
def test_type_is_value_or_index(component: type[Any]) -> None:
    with pytest.raises(ValueError, match="type is one of value, index"):
        component(["a"], type="name")


def test_checkbox_group_gives_values_in_the_order_of_ticking() -> None:
    assert gr.CheckboxGroup(["a", "b"]).preprocess(["b", "a"]) == ["b", "a"]
    assert gr.CheckboxGroup(["a", "b"]).preprocess([]) == []


def test_checkbox_group_gives_indices() -> None:
    assert gr.CheckboxGroup(["a", ("B", 2)], type="index").preprocess([2, "a"]) == [1, 0]


@pytest.mark.parametrize(
    ("returned", "ticked"), [(["a"], ["a"]), ([], []), (None, []), ("a", ["a"]), (0, [0]), (("a", "b"), ["a", "b"])]
)
def test_checkbox_group_ticks_what_is_returned(returned: object, ticked: list[Any]) -> None:
    assert gr.CheckboxGroup(["a", "b"]).postprocess(returned) == ticked


def test_checkbox_group_keeps_a_list_of_its_own() -> None:
    returned = ["a"]
    group = gr.CheckboxGroup(["a", "b"])
    payload = group.postprocess(returned)
    returned.append("b")
    group.preprocess(payload).append("b")
    assert payload == ["a"]


def test_radio_gives_the_value_or_its_index() -> None:
    assert gr.Radio(["a", ("B", 2)]).preprocess(2) == 2
    assert gr.Radio(["a", ("B", 2)], type="index").preprocess(2) == 1
    assert gr.Radio(["a"]).preprocess(None) is None
    assert gr.Radio(["a"]).postprocess(None) is None


def test_handler_gets_the_apps_own_number_not_javascripts() -> None:
    got = gr.Radio([1.0, 2.0]).preprocess(2)
    assert isinstance(got, float)


@pytest.mark.parametrize("component", [gr.CheckboxGroup(["a", ("B", 2)]), gr.Radio(["a", ("B", 2)])])
def test_what_is_not_a_choice_is_an_error_for_the_visitor(component: Any) -> None:
    with pytest.raises(gr.Error, match=r"Value: 'z' is not in the list of choices: \['a', 2\]"):
        component.preprocess(["z"] if isinstance(component, gr.CheckboxGroup) else "z")


def test_updated_choices_decide() -> None:
    radio = gr.Radio(["a"])
    radio.set_props({"choices": ["b"], "type": "index"})
    assert radio.preprocess("b") == 0
    with pytest.raises(gr.Error):
        radio.preprocess("a")
