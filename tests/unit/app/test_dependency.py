"""Listeners: what they take, what is said of what they can't take."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_decorators_register_and_leave_something_callable() -> None:
    with gr.Blocks() as demo:
        a, b, out = gr.Textbox(), gr.Textbox(), gr.Textbox()

        @gr.on([a.submit, b.submit], inputs=[a, b], outputs=out)  # type: ignore[untyped-decorator]
        def join(x: str, y: str) -> str:
            return x + y

    assert join("1", "2") == "12"

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(a, "x")
        page.type(b, "y")
        page.emit(b, "submit")
        await settle()
        assert page.value(out) == "xy"

    run(scenario)


def test_what_is_about_an_api_alone_is_accepted() -> None:
    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()
        button.click(
            lambda: "ran",
            None,
            out,
            api_name="run",
            api_description="Runs.",
            api_visibility="private",
            stream_every=0.1,
        )

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "ran"

    run(scenario)


def test_a_function_that_does_not_take_its_inputs_is_named_when_it_is_registered() -> None:
    with gr.Blocks(), pytest.warns(UserWarning, match=r"greet \(click of gr.Button\(\)\) needs at least 2 arguments"):

        def greet(name: str, other: str) -> None: ...

        gr.Button().click(greet, gr.Textbox())


def test_inputs_as_a_set_arrive_as_one_dict_and_outputs_go_by_component() -> None:
    with gr.Blocks() as demo:
        a, b, total, product, button = gr.Number(), gr.Number(), gr.Number(), gr.Number(), gr.Button()

        def both(values: dict[Any, Any]) -> dict[Any, Any]:
            return {product: values[a] * values[b], total: values[a] + values[b]}

        button.click(both, {a, b}, [total, product])

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(a, 3)
        page.type(b, 4)
        page.emit(button, "click")
        await settle()
        assert (page.value(total), page.value(product)) == (7, 12)

    run(scenario)


def test_without_preprocess_and_postprocess_the_pages_own_values_pass() -> None:
    with gr.Blocks() as demo:
        number, out, button, raw = gr.Number(2.0, precision=0), gr.Dropdown(["a"]), gr.Button(), gr.Button()
        button.click(lambda x: [type(x).__name__], number, out, preprocess=False, postprocess=False)
        raw.click(lambda: {"any": "thing"}, None, out, postprocess=False)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(number, 2.5)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == ["float"]
        page.emit(raw, "click")
        await settle()
        assert page.value(out) == {"any": "thing"}

    run(scenario)
