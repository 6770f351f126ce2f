"""Runs from their triggers to their ends: inputs, cancelling, chains, leaving the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.engine.scheduler import MAX_ROUNDS


def test_inputs_have_the_values_of_when_the_event_happened() -> None:
    async def slow(text: str) -> str:
        await asyncio.sleep(0.01)
        return text

    with gr.Blocks() as demo:
        text, out, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(slow, text, out, trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        shown = []
        for word in ("one", "two"):
            page.type(text, word)
            page.emit(button, "click")
        page.type(text, "three")
        await settle()
        shown = [props["value"] for m in page.sent("update") for _, props in m["patches"]]
        assert shown == ["one", "two"]

    run(scenario)


def test_cancels_stops_a_running_generator_and_runs_its_finally() -> None:
    closed: list[bool] = []

    async def endless() -> AsyncIterator[int]:
        try:
            for i in range(10**9):
                yield i
                await asyncio.sleep(0.001)
        finally:
            closed.append(True)

    with gr.Blocks() as demo:
        start, stop, out = gr.Button(), gr.Button(), gr.Number()
        running = start.click(endless, None, out)
        stop.click(None, None, None, cancels=[running])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(start, "click")
        await asyncio.sleep(0.02)
        page.emit(stop, "click")
        await settle()
        assert closed == [True]
        assert page.sent("status")[-1]["stage"] == "complete"

    run(scenario)


def test_a_chain_that_never_settles_is_stopped_and_named() -> None:
    with gr.Blocks() as demo:
        number, button = gr.Number(0, label="Never still"), gr.Button()
        button.click(lambda: 1, None, number)
        number.change(lambda n: n + 1, number, number)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        ((level, message),) = page.toasts
        assert level == "error"
        assert f"after {MAX_ROUNDS} rounds" in message
        assert "change of gr.Number('Never still')" in message

    run(scenario)


def test_unload_listeners_run_when_the_visitor_leaves() -> None:
    left: list[bool] = []
    with gr.Blocks() as demo:
        demo.unload(lambda: left.append(True))

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        page.leave()
        await settle()
        assert left == [True]

    run(scenario)
