from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage


def shape(page: FakePage) -> Any:
    """The layout as nested type names."""
    types = {each["id"]: each["type"] for each in page.config["components"]}

    def nested(node: Any) -> Any:
        children = [nested(child) for child in node.get("children", [])]
        return (types[node["id"]], children) if children else types[node["id"]]

    return nested(page.config["layout"])


def test_neighbouring_form_components_are_one_form() -> None:
    with gr.Blocks() as demo:
        gr.Textbox()
        gr.Number()
        gr.Markdown("between")
        gr.Checkbox()
        with gr.Row():
            gr.Textbox(scale=2)
            gr.Textbox()
    page = FakePage(demo)
    assert shape(page) == (
        "blocks",
        [
            ("form", ["textbox", "number"]),
            "markdown",
            ("form", ["checkbox"]),
            ("row", [("form", ["textbox", "textbox"])]),
        ],
    )
    in_row = page.config["components"][-1]
    assert (in_row["type"], in_row["props"]["scale"], in_row["props"]["min_width"]) == ("form", 3, 320)


def test_states_break_no_form_and_are_nowhere() -> None:
    with gr.Blocks() as demo:
        gr.Textbox()
        gr.State("a secret")
        gr.Textbox()
        gr.BrowserState("another")
    page = FakePage(demo)
    assert shape(page) == ("blocks", [("form", ["textbox", "textbox"])])
    assert "secret" not in str(page.config)
    assert "another" not in str(page.config)


def test_a_tab_outside_tabs_gets_its_tabs() -> None:
    with gr.Blocks() as demo:
        with gr.Tab("One"):
            gr.Markdown("1")
        with gr.Tab("Two"):
            gr.Markdown("2")
    assert shape(FakePage(demo)) == ("blocks", [("tabs", [("tab", ["markdown"]), ("tab", ["markdown"])])])


def test_interactivity_is_inferred_as_gradio_does() -> None:
    with gr.Blocks() as demo:
        used, result, both = gr.Textbox("in"), gr.Textbox(), gr.Textbox()
        empty, filled = gr.Textbox(), gr.Textbox("filled")
        forced, fixed = gr.Textbox("x", interactive=True), gr.Textbox(interactive=False)
        gr.Button().click(lambda a, b: (a, b), [used, both], [result, both])
        gr.Button().click(lambda a: a, fixed, forced)
    page = FakePage(demo)
    blocks = [used, result, both, empty, filled, forced, fixed]
    assert [page.props[block._id]["interactive"] for block in blocks] == [True, False, True, True, False, True, False]


def test_dependencies_name_what_triggers_and_what_shows_progress() -> None:
    with gr.Blocks() as demo:
        state, text, out, button = gr.State(), gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda s, t: (s, t), [state, text], [state, out], show_progress="minimal")
    (dependency,) = FakePage(demo).config["dependencies"]
    assert [tuple(target) for target in dependency["targets"]] == [(button._id, "click")]
    assert (dependency["inputs"], dependency["outputs"]) == ([text._id], [out._id])
    assert dependency["show_progress"] == "minimal"


def test_a_component_that_is_not_in_the_app_is_named() -> None:
    with gr.Blocks() as demo:
        lost = gr.Textbox(label="Lost", render=False)
        gr.Button().click(lambda: "", None, lost)
    with pytest.raises(ValueError, match=r"gr.Textbox\('Lost'\), which is not in this app"):
        FakePage(demo)


def test_a_component_rendered_later_is_where_it_was_rendered() -> None:
    with gr.Blocks() as demo:
        late = gr.Markdown("late", render=False)
        gr.HTML("first")
        late.render()
    assert shape(FakePage(demo)) == ("blocks", ["html", "markdown"])


def test_blocks_inside_blocks_bring_their_listeners() -> None:
    with gr.Blocks() as inner:
        out, called = gr.Textbox(), gr.Textbox(lambda: "called")
        loaded = inner.load(lambda: "loaded", None, out)
    with gr.Blocks() as demo:
        inner.render()
        loaded.then(lambda: "then", None, out)
    page = FakePage(demo)
    assert shape(page) == ("blocks", [("blocks", [("form", ["textbox", "textbox"])])])
    assert [each["outputs"] for each in page.config["dependencies"]] == [[called._id], [out._id], [out._id]]
