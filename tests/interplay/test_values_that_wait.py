from __future__ import annotations

import asyncio
from typing import Any

import pyblocks as gr
from fake_page import FakePage


def test_progress_of_a_cancelled_plain_function_is_not_shown() -> None:
    asyncio.run(_test_progress_of_a_cancelled_plain_function_is_not_shown())


async def _test_progress_of_a_cancelled_plain_function_is_not_shown() -> None:
    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        pages: list[Any] = []

        def work(progress: Any = gr.Progress()) -> str:
            progress(0.1)
            pages[0].emit(stop, "click")  # the page was let paint, and the visitor clicked
            progress(0.5)
            return "x"

        run = go.click(work, None, out)
        stop.click(None, cancels=run)
    page = FakePage(demo)
    pages.append(page)
    page.emit(go, "click")
    await asyncio.sleep(0.1)
    told = [m["type"] + ":" + m.get("stage", "") for m in page.messages if m["type"] in ("status", "progress")]
    assert told[-1] == "status:complete", told


def test_what_was_given_before_a_cancel_is_there_for_then() -> None:
    asyncio.run(_test_what_was_given_before_a_cancel_is_there_for_then())


async def _test_what_was_given_before_a_cancel_is_there_for_then() -> None:
    seen: list[Any] = []
    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()

        async def work() -> Any:
            for i in range(3):
                yield str(i)
            await asyncio.sleep(10)

        run = go.click(work, None, out, show_progress="hidden")
        run.then(seen.append, out, None, show_progress="hidden")
        stop.click(None, cancels=run, show_progress="hidden")
    page = FakePage(demo)
    page.emit(go, "click")
    await asyncio.sleep(0)
    page.emit(stop, "click")
    await asyncio.sleep(0.1)
    assert (seen, page.value(out)) == (["2"], "2")


def test_a_waiting_value_is_of_the_block_before_it_was_made_anew() -> None:
    asyncio.run(_test_a_waiting_value_is_of_the_block_before_it_was_made_anew())


async def _test_a_waiting_value_is_of_the_block_before_it_was_made_anew() -> None:
    with gr.Blocks() as demo:
        again = gr.Button()

        @gr.render(triggers=[demo.load, again.click], show_progress="hidden")
        def show() -> None:
            go = gr.Button("go", key="go")
            out = gr.Textbox("fresh", key="out", preserved_by_key=None)

            async def work() -> Any:
                for i in range(3):
                    yield str(i)
                await asyncio.sleep(10)

            go.click(work, None, out, show_progress="hidden")

    page = FakePage(demo)
    page.load()
    await asyncio.sleep(0.1)
    blocks = {type(b).__name__ + str(b.key): b for b in page.session.blocks.values()}
    out = blocks["Textboxout"]
    page.emit(blocks["Buttongo"], "click")
    await asyncio.sleep(0)
    page.emit(again, "click")
    await asyncio.sleep(0.1)
    assert page.value_of(out._id) == page.session.slots[out._id].payload == "fresh"
