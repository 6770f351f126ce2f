"""The pages of an app: what is on each, and which ``load`` listeners run."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def ids(layout: Any) -> list[int]:
    """Of all blocks in a tree that the app made."""
    nested = [id for child in layout.get("children", []) for id in ids(child)]
    return [id for id in (layout["id"], *nested) if id > 0]


def test_each_page_has_its_own_tree() -> None:
    with gr.Blocks() as demo:
        first = gr.Textbox()
    with demo.route("Second Page") as page, gr.Row() as row:
        second = gr.Textbox()
    with demo.route("Third", "/a/b/", show_in_navbar=False):
        gr.State()
    config = FakePage(demo).config
    assert ids(config["layout"]) == [first._id]
    assert [(p["path"], p["name"], p["show_in_navbar"]) for p in config["pages"]] == [
        ("second-page", "Second Page", True),
        ("a/b", "Third", False),
    ]
    assert ids(config["pages"][0]["layout"]) == [page._id, row._id, second._id]


def test_load_listeners_run_on_their_page_and_a_state_is_the_same_on_all() -> None:
    seen: list[str] = []
    with gr.Blocks() as inner:
        inner.load(lambda: seen.append("inner"))
    with gr.Blocks() as demo:
        visits = gr.State(0)
        count = gr.Number()
        demo.load(lambda n: (n + 1, n + 1), visits, [visits, count])
    with demo.route("Second") as second:
        other = gr.Number()
        demo.load(lambda n: (n + 1, n + 1), visits, [visits, other])
        made = gr.Textbox(lambda: "made")
        inner.render()

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert (page.value(count), page.value(other), page.value(made), seen) == (1, 0, "", [])
        page.load(second)
        await settle()
        assert (page.value(count), page.value(other), page.value(made), seen) == (1, 2, "made", ["inner"])
        page.load()
        await settle()
        assert page.value(count) == 3

    run(scenario)


def test_listeners_reach_over_pages() -> None:
    with gr.Blocks() as demo:
        box = gr.Textbox()
    with demo.route("Second"):
        button = gr.Button()
        button.click(lambda text: text * 2, box, box)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(box, "ab")
        page.emit(button, "click")
        await settle()
        assert page.value(box) == "abab"

    run(scenario)


def test_a_navbar_is_its_pages_and_has_no_place_in_the_tree() -> None:
    with gr.Blocks() as demo:
        gr.Textbox()
        with gr.Row() as row:
            home = gr.Navbar(value=[("Elsewhere", "https://example.com/")], main_page_name="Start")
        hide = gr.Button()
        hide.click(lambda: gr.Navbar(visible=False), None, home)
    with demo.route("Second"):
        pass

    async def scenario() -> None:
        page = FakePage(demo)
        assert page.config["navbar"] == home._id
        assert page.config["pages"][0]["navbar"] is None
        assert home._id not in ids(page.config["layout"])
        assert row._id in ids(page.config["layout"])
        assert page.props[home._id]["value"] == [["Elsewhere", "https://example.com/"]]
        page.emit(hide, "click")
        await settle()
        assert page.props[home._id]["visible"] is False

    run(scenario)


def test_a_link_of_a_navbar_is_a_pair() -> None:
    with gr.Blocks(), pytest.raises(TypeError, match=r"a link is \(name, address\)"):
        gr.Navbar(["/second"])  # type: ignore[list-item]


def test_addresses_are_of_one_page_each() -> None:
    demo = gr.Blocks()
    demo.route("Second")
    with pytest.raises(ValueError, match="there is a page at 'second' already"):
        demo.route("Other", "/second/")
    with pytest.raises(ValueError, match="address of the main page"):
        demo.route("Home", "/")
