"""Layouts: where blocks go, and the props of Row, Column, Group, Accordion, Tabs."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.layouts import Form


@pytest.mark.parametrize(
    ("layout", "type"),
    [
        (gr.Row, "row"),
        (gr.Column, "column"),
        (gr.Group, "group"),
        (gr.Accordion, "accordion"),
        (gr.Tabs, "tabs"),
        (gr.Tab, "tab"),
        (Form, "form"),
    ],
)
def test_what_is_created_inside_joins_the_layout(layout: type[Any], type: str) -> None:
    with gr.Blocks() as demo, layout() as inner:
        box = gr.Textbox()
    assert inner.block_name == type
    assert demo.children == [inner]
    assert inner.children == [box]


def test_after_the_layout_blocks_join_the_one_around_it() -> None:
    with gr.Blocks() as demo:
        with gr.Row() as row, gr.Column() as column:
            first = gr.Textbox()
        second = gr.Textbox()
    assert demo.children == [row, second]
    assert row.children == [column]
    assert column.children == [first]


def test_props() -> None:
    assert gr.Row(variant="panel", height=100, equal_height=True).page_props() == {
        "variant": "panel",
        "visible": True,
        "elem_id": None,
        "elem_classes": [],
        "scale": None,
        "height": 100,
        "max_height": None,
        "min_height": None,
        "equal_height": True,
        "show_progress": False,
    }


def test_update_of_a_layout() -> None:
    assert gr.Accordion("More").set_props({"open": False, "visible": "hidden"}) == {"open": False, "visible": "hidden"}
    assert gr.Accordion(open=False).passed == {"open": False}
    assert gr.Tabs(selected=1).passed == {"selected": 1}


def test_tab_is_known_by_its_id_or_else_its_position() -> None:
    with gr.Blocks(), gr.Tabs():
        tabs = [gr.Tab("A"), gr.Tab("B", id="bee"), gr.Tab("C")]
    assert [tab.page_props()["id"] for tab in tabs] == [0, "bee", 2]
    assert [tab.id for tab in tabs] == [None, "bee", None]
    assert copy(tabs[2]).page_props()["id"] == 2  # a session has copies


def test_position_of_a_tab_without_tabs_counts_tabs_only() -> None:
    with gr.Blocks():
        gr.Markdown("# Title")
        tabs = [gr.Tab("A"), gr.Tab("B")]
    assert [tab.page_props()["id"] for tab in tabs] == [0, 1]
    assert tabs[0].expected_parent == "tabs"


def test_ids_of_tabs_are_not_the_ids_of_blocks() -> None:
    with gr.Blocks() as demo, gr.Tabs():
        tab = gr.Tab("A", id=0)
    assert demo.blocks[tab._id] is tab
    assert tab._id != 0
