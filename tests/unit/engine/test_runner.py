"""Runs as the page sees them while they go on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_the_page_paints_before_a_function_that_was_slow_or_is_new() -> None:
    pause = 0.06

    def work() -> None:
        time.sleep(pause)

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(work)

    async def scenario() -> None:
        nonlocal pause
        page = FakePage(demo)
        for pause, painted in ((0.06, 1), (0.0, 2), (0.0, 2)):  # noqa: B007 - work() reads it
            page.emit(button, "click")
            await settle()
            assert page.painted == painted

    run(scenario)


def test_generators_show_every_result_and_say_that_they_generate() -> None:
    def steps() -> Iterator[str]:
        yield "one"
        yield "two"

    async def later() -> AsyncIterator[str]:
        for text in ("three", "four"):
            await asyncio.sleep(0)
            yield text

    with gr.Blocks() as demo:
        button, out, other = gr.Button(), gr.Textbox(), gr.Textbox()
        button.click(steps, None, out)
        button.click(later, None, other)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        shown = [props["value"] for m in page.sent("update") for _, props in m["patches"]]
        assert sorted(shown) == ["four", "one", "three", "two"]
        assert "generating" in [m["stage"] for m in page.sent("status")]

    run(scenario)
