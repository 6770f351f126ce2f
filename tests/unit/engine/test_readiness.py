"""When the page is told that it is ready."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_ready_comes_after_the_first_results_of_all_load_listeners() -> None:
    async def slow() -> str:
        await asyncio.sleep(0.01)
        return "slow"

    async def endless() -> AsyncIterator[str]:
        while True:
            yield "tick"
            await asyncio.sleep(1000)

    with gr.Blocks() as demo:
        a, b = gr.Textbox(), gr.Textbox()
        demo.load(slow, None, a)
        demo.load(endless, None, b)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await asyncio.sleep(0)
        assert not page.sent("ready")
        await asyncio.sleep(0.05)
        assert (page.value(a), page.value(b)) == ("slow", "tick")
        assert len(page.sent("ready")) == 1
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    run(scenario)


def test_an_app_without_load_listeners_is_ready_at_once() -> None:
    with gr.Blocks() as demo:
        gr.Markdown("Hi")

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        assert page.messages == [{"type": "ready"}]

    run(scenario)


def test_a_replayed_event_is_answered_when_its_listeners_have_given_their_first_results() -> None:
    async def slow() -> AsyncIterator[str]:
        await asyncio.sleep(0.01)
        yield "first"
        await asyncio.sleep(0.01)
        yield "second"

    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()
        button.click(slow, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.replay(button, "click")
        assert page.sent("ready") == []
        await settle()
        kinds = [message["type"] for message in page.messages if message["type"] in ("update", "ready")]
        assert kinds == ["update", "ready", "update"]
        page.replay(out, "focus")
        assert len(page.sent("ready")) == 2

    run(scenario)
