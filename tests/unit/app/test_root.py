"""Listeners that no trigger is named for: functions as values, ``gr.on`` without triggers."""

from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_on_without_triggers_runs_on_load_and_when_any_input_changes() -> None:
    with gr.Blocks() as demo:
        a, b, out = gr.Number(1), gr.Number(2), gr.Number()
        gr.on(fn=lambda x, y: x + y, inputs=[a, b], outputs=out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(out) == 3
        page.type(b, 10)
        await settle()
        assert page.value(out) == 11

    run(scenario)


def test_a_function_as_value_is_called_at_load_and_when_its_inputs_change() -> None:
    with gr.Blocks() as demo:
        name = gr.Textbox("Ada")
        shout = gr.Textbox(lambda text: text.upper(), inputs=name)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(shout) == "ADA"
        page.type(name, "Bob")
        await settle()
        assert page.value(shout) == "BOB"

    run(scenario)
