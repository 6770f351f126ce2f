"""Choices whose values Python calls equal, or that JSON has no form for; and None as a choice."""

from __future__ import annotations

import math
import warnings
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.components.choice_list import ChoiceList

ALIKE: list[tuple[str, Any]] = [
    ("int", 1),
    ("text", "1"),
    ("true", True),
    ("float", 1.0),
    ("zero", 0),
    ("false", False),
    ("minus zero", -0.0),
    ("none", None),
    ("empty", ""),
    ("nan", float("nan")),
    ("infinity", float("inf")),
]
SINGLE: list[type[Any]] = [gr.Radio, gr.Dropdown]
DEFAULT: list[tuple[str, Any]] = [("Default", None), ("Option A", "a")]


def same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and repr(one) == repr(other)


def test_no_two_choices_have_one_name_in_the_page() -> None:
    payloads = ChoiceList(ALIKE).payloads
    assert payloads[:3] == [1, "1", True]
    assert len({(type(payload), payload) for payload in payloads}) == len(ALIKE)
    assert not any(isinstance(payload, float) for payload in payloads)  # the page would have 1.0 as 1, NaN as null
    assert ChoiceList([("float", 1.0)]).payloads == [1]
    assert ChoiceList([("text", "1.0 (float)"), ("int", 1), ("float", 1.0)]).payloads[1] == 1


@pytest.mark.parametrize("component", SINGLE)
@pytest.mark.parametrize("at", range(len(ALIKE)))
def test_each_value_comes_back_as_itself(component: type[Any], at: int) -> None:
    value = ALIKE[at][1]
    block, indexed = component(ALIKE, value=value), component(ALIKE, type="index")
    payload = block.postprocess(value)
    assert same(payload, block.page_props()["choices"][at][1])
    assert same(block.preprocess(payload), value)
    assert indexed.preprocess(payload) == at
    assert block.as_example(value) == ALIKE[at][0]
    assert same(block.event_data({"index": at, "value": payload, "selected": True})["value"], value)


def test_each_of_several_values_comes_back_as_itself() -> None:
    values = [value for _, value in ALIKE]
    for block in (gr.CheckboxGroup(ALIKE), gr.Dropdown(ALIKE, multiselect=True)):
        assert list(map(repr, block.preprocess(block.postprocess(values)))) == list(map(repr, values))


@pytest.mark.parametrize("component", SINGLE)
def test_none_is_a_choice_where_the_choices_say_so_and_else_nothing(component: type[Any]) -> None:
    block = component(DEFAULT, value=None)
    assert block.preprocess(None) is None
    assert component(DEFAULT, type="index").preprocess(None) == 0
    assert component(["p"], type="index").preprocess(None) is None
    assert component(["p"]).postprocess(None) is None


def test_nothing_of_several_is_not_the_choice_of_none() -> None:
    both: list[Any] = [None, "a"]
    many = gr.Dropdown(DEFAULT, value=both, multiselect=True)
    assert many.initial_payload() == [None, "a"]
    assert many.preprocess([None, "a"]) == [None, "a"]
    assert many.preprocess(None) is None


def test_a_value_that_only_python_calls_equal_is_no_choice() -> None:
    with pytest.warns(UserWarning, match="True is not in the list of choices"):
        assert gr.Dropdown([("One", 1)]).postprocess(True) is True
    with pytest.raises(gr.Error, match="True is not in the list of choices"):
        gr.Radio([("One", 1)]).preprocess(True)


def test_values_that_the_page_has_in_the_same_way_are_the_choice() -> None:
    class Number:  # as NumPy's
        def tolist(self) -> int:
            return 1

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert gr.Dropdown([("One", 1)]).postprocess(1.0) == 1
        assert gr.Dropdown([("One", 1)]).postprocess(Number()) == 1
    assert same(gr.Radio([("One", 1.0)]).preprocess(1), 1.0)


def test_flagged_values_are_those_of_the_app() -> None:
    radio = gr.Radio([("int", 1), ("float", 1.0), ("true", True)])
    for value in (1, 1.0, True):
        assert same(radio.read_from_flag(radio.flag(radio.postprocess(value))), value)
    assert math.isnan(gr.Radio(ALIKE).preprocess("nan (float)"))
