from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def dataset(**arguments: Any) -> gr.Dataset:
    return gr.Dataset(components=[gr.Textbox(), gr.Number(label="N")], samples=[["a", 1], ["b", 2]], **arguments)


def test_props() -> None:
    props = dataset(label="Pairs", samples_per_page=1).page_props()
    assert (props["components"], props["samples"]) == (["textbox", "number"], [["a", 1], ["b", 2]])
    assert (props["headers"], props["label"], props["samples_per_page"]) == (["", "N"], "Pairs", 1)
    assert dataset(headers=["X", "Y"]).page_props()["headers"] == ["X", "Y"]
    assert gr.Dataset(components=["textbox"], samples=[["a"]]).page_props()["headers"] == []


def test_choices_are_shown_by_their_names() -> None:
    radio, group = gr.Radio([("One", 1)]), gr.CheckboxGroup([("Two", 2)])
    props = gr.Dataset(components=[radio, group], samples=[[1, [2]]]).page_props()
    assert props["samples"] == [["One", ["Two"]]]


@pytest.mark.parametrize(
    ("type", "expected"),
    [("values", ["b", 2]), ("index", 1), ("tuple", (1, ["b", 2]))],
    ids=["values", "index", "tuple"],
)
def test_type_says_what_a_handler_gets(type: str, expected: Any) -> None:
    seen: list[Any] = []
    with gr.Blocks() as demo:
        samples = dataset(type=type)
        samples.click(seen.append, samples)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(samples, "click", {"index": 1, "value": ["b", 2]}, value=1)
        await settle()

    run(scenario)
    assert seen == [expected]


def test_nothing_is_picked_at_first() -> None:
    assert dataset().preprocess(None) is None


def test_select_data_and_new_samples() -> None:
    seen: list[Any] = []

    def chosen(event: gr.SelectData) -> gr.Dataset:
        seen.append((event.index, event.value))
        return gr.Dataset(samples=[["c", 3]])

    with gr.Blocks() as demo:
        samples = dataset()
        samples.select(chosen, None, samples)
        samples.click(seen.append, samples)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(samples, "select", {"index": 0, "value": ["a", 1]}, value=0)
        await settle()
        assert page.props[samples._id]["samples"] == [["c", 3]]
        page.emit(samples, "click", value=0)
        await settle()

    run(scenario)
    assert seen == [(0, ["a", 1]), ["c", 3]]


def test_bad_type() -> None:
    with pytest.raises(ValueError, match="type is one of values, index, tuple"):
        dataset(type="value")
