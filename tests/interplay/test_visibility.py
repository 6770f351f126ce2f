"""Visibility and interactivity, as the app sets them, as they are inferred, and as updates change them."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


@pytest.mark.parametrize("visible", [False, "hidden"])
def test_a_block_that_is_not_visible_has_a_value_and_is_updated_like_any_other(visible: Any) -> None:
    with gr.Blocks() as demo:
        text, out = gr.Textbox("first", visible=visible), gr.Textbox(visible=visible)
        with gr.Column(visible=visible) as column:
            inside = gr.Number(1)
        copy, show = gr.Button(visible=visible), gr.Button()
        copy.click(lambda value, n: (value + "!", n + 1), [text, inside], [out, inside])
        show.click(lambda: (gr.Textbox(visible=True), gr.Column(visible=True)), None, [out, column])

    async def scenario() -> None:
        page = FakePage(demo)
        assert page.props[text._id]["visible"] == visible
        page.emit(copy, "click")
        await settle()
        page.emit(show, "click")
        await settle()
        assert (page.value(out), page.value(inside)) == ("first!", 2)
        assert (page.props[out._id]["visible"], page.props[column._id]["visible"]) == (True, True)

    run(scenario)


def test_interactive_can_be_changed_while_the_app_runs_and_handlers_get_what_was_typed() -> None:
    with gr.Blocks() as demo:
        text, out = gr.Textbox("fixed", interactive=False), gr.Textbox()
        unlock, read = gr.Button(), gr.Button()
        unlock.click(lambda: gr.Textbox(interactive=True), None, text)
        read.click(lambda value: value, text, out)

    async def scenario() -> None:
        page = FakePage(demo)
        assert page.props[text._id]["interactive"] is False
        page.emit(unlock, "click")
        await settle()
        assert page.props[text._id]["interactive"] is True
        page.type(text, "typed")
        page.emit(read, "click")
        await settle()
        assert page.value(out) == "typed"

    run(scenario)


def test_an_update_says_nothing_of_what_it_leaves_out() -> None:
    with gr.Blocks() as demo:
        out, button = gr.Textbox(visible="hidden", interactive=True), gr.Button()
        button.click(lambda: gr.update(value="new"), None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        shown = page.props[out._id]
        assert (shown["value"], shown["visible"], shown["interactive"]) == ("new", "hidden", True)

    run(scenario)


@pytest.mark.parametrize(
    ("role", "value", "interactive"),
    [
        ("nobody's", None, True),
        ("nobody's", "filled", False),
        ("input", "filled", True),
        ("output", None, False),
        ("both", None, True),
        ("trigger only", "filled", False),
    ],
)
def test_interactivity_is_inferred_from_what_listeners_do(role: str, value: str | None, interactive: bool) -> None:
    with gr.Blocks() as demo:
        text = gr.Textbox(value)
        inputs = text if role in ("input", "both") else None
        outputs = text if role in ("output", "both") else None
        gr.Button().click(lambda *_: None, inputs, outputs)
        if role == "trigger only":
            text.submit(lambda: None)
    assert FakePage(demo).props[text._id]["interactive"] is interactive
