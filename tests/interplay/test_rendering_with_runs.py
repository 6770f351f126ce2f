"""Renderings together with runs of the tree that they replace: streaming, closing, cancelled, with States."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, left_of, run, settle

Made = dict[str, Any]


async def loaded(demo: gr.Blocks, **options: Any) -> FakePage:
    page = FakePage(demo, **options)
    page.load()
    await asyncio.sleep(0.02)
    return page


@pytest.mark.parametrize("fails", [False, True])
def test_a_cancelled_run_may_close_after_its_tree_was_replaced(fails: bool, capsys: pytest.CaptureFixture[str]) -> None:
    made: Made = {}
    heard: list[str] = []
    gate = asyncio.Event()

    async def work() -> AsyncIterator[str]:
        try:
            yield "one"
            await asyncio.sleep(1000)
        finally:
            await gate.wait()
            if fails:
                raise ValueError("can't close")

    with gr.Blocks() as demo:
        again = gr.Button()

        @gr.render(triggers=[demo.load, again.click])
        def show() -> None:
            made.update(out=gr.Textbox(), go=gr.Button(), stop=gr.Button())
            event = made["go"].click(work, None, made["out"])
            event.then(lambda: heard.append("then"))
            event.failure(lambda: heard.append("failure"))
            made["stop"].click(None, cancels=event)

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["go"])
        await click(page, made["stop"])
        assert heard == ["failure", "then"]
        for _ in range(3):
            await click(page, again)
        assert page.sent("render")[-1]["removed"] != []  # of those in between nothing goes on
        gate.set()
        await settle()
        assert page.toasts == ([("error", "can't close")] if fails else [])
        assert heard == ["failure", "then"]
        assert left_of(page) == []
        await click(page, again)
        assert not page.scheduler.retired
        await click(page, made["go"])
        assert page.value(made["out"]) == "one"
        await click(page, made["stop"])

    run(scenario)
    capsys.readouterr()


def test_a_stream_whose_own_results_replace_its_tree_goes_on_to_its_end() -> None:
    made: Made = {}
    sizes: list[int] = []

    async def fill(items: list[int]) -> AsyncIterator[tuple[list[int], str]]:
        for i in range(5):
            items = [*items, i]
            yield items, f"{len(items)} items"
            await asyncio.sleep(0.015)

    with gr.Blocks() as demo:
        items, total = gr.State([]), gr.Textbox()

        @gr.render(inputs=items)
        def show(values: list[int]) -> None:
            sizes.append(len(values))
            with gr.Column():
                for value in values:
                    gr.Textbox(f"item {value}", key=value)
            made["fill"] = gr.Button()
            event = made["fill"].click(fill, items, [items, total])
            event.success(lambda text: f"{text}, done", total, total)

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["fill"])
        await settle()
        assert sizes == [0, 1, 2, 3, 4, 5]
        assert page.value(total) == "5 items, done"
        assert page.toasts == []
        assert left_of(page) == []

    run(scenario)


def test_a_state_that_goes_while_an_event_uses_it_is_deleted_once_with_what_it_held() -> None:
    made: Made = {}
    deleted: list[Any] = []
    seen: list[Any] = []
    gate = asyncio.Event()

    async def work(value: list[str]) -> list[str]:
        value.append("while it ran")
        await gate.wait()
        return ["too late"]

    with gr.Blocks() as demo:
        again = gr.Button()

        @gr.render(triggers=[demo.load, again.click])
        def show() -> None:
            made.update(state=gr.State(["first"], delete_callback=deleted.append), go=gr.Button())
            event = made["go"].click(work, made["state"], made["state"])
            event.then(seen.append, made["state"])

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["go"])
        await click(page, again)
        assert deleted == [["first", "while it ran"]]
        gate.set()
        await settle()
        assert page.toasts == []
        assert seen == [["first"]]
        assert len(deleted) == 1
        page.leave()
        await settle()
        assert deleted[1:] == [["first"]]  # that of the new tree

    run(scenario)


def test_leaving_the_page_deletes_states_once_while_events_use_them_and_nothing_of_them_is_kept() -> None:
    deleted: list[Any] = []

    async def work(value: int) -> AsyncIterator[int]:
        try:
            yield value + 1
            await asyncio.sleep(1000)
        finally:
            yield value + 100

    with gr.Blocks() as demo:
        state, go = gr.State(0, delete_callback=deleted.append), gr.Button()
        go.click(work, state, state)
        demo.unload(lambda: None)

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, go)
        page.leave()
        await settle()
        assert deleted == [1]
        assert left_of(page) == []

    run(scenario)


class SlowCipher:
    """Takes a turn of the event loop for each text, as the browser's does."""

    async def encrypt(self, text: str) -> str:
        await asyncio.sleep(0.005)
        return text

    async def decrypt(self, text: str) -> str | None:
        await asyncio.sleep(0.005)
        return text


def with_secret(made: Made) -> gr.Blocks:
    """An app whose rendering waits for what it reads, after the first time."""
    with gr.Blocks() as demo:
        number = made["number"] = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made["kept"] = gr.BrowserState(0, storage_key=f"kept {n}", secret="secret")
            made["text"] = gr.Textbox(f"for {n:g}")

    return demo


def test_the_newest_of_renderings_that_wait_for_what_they_read_stays() -> None:
    made: Made = {}
    demo = with_secret(made)

    async def scenario() -> None:
        page = FakePage(demo, make_cipher=lambda secret: SlowCipher())
        for n in (2, 3, 4):
            page.stored.set(f"kept {n}", "1")
        page.load()
        await settle()
        for n in (2, 3, 4):
            page.type(made["number"], n)
            await asyncio.sleep(0.002)
        await settle()
        assert page.labels()[-1] == "for 4"
        assert page.toasts == []
        assert left_of(page) == []

    run(scenario)


def test_a_rendering_that_is_stopped_while_it_waits_leaves_what_was_there() -> None:
    made: Made = {}
    demo = with_secret(made)

    async def scenario() -> None:
        page = FakePage(demo, make_cipher=lambda secret: SlowCipher())
        page.stored.set("kept 2", "1")
        page.load()
        await settle()
        page.type(made["number"], 2)
        await asyncio.sleep(0.002)
        page.leave()
        await settle()
        assert page.labels()[-1] == "for 1"
        assert (page.toasts, left_of(page)) == ([], [])

    run(scenario)


def test_a_nested_rendering_and_its_run_outlive_the_outer_ones_replacement() -> None:
    made: Made = {}
    gate = asyncio.Event()

    async def work(text: str) -> str:
        await gate.wait()
        return text + "!"

    with gr.Blocks() as demo:
        outer, inner, result = gr.Number(1), gr.Number(1), gr.Textbox()

        @gr.render(inputs=outer)
        def show_outer(n: float) -> None:
            made["outer"] = gr.Textbox(f"outer {n:g}")

            @gr.render(inputs=inner)
            def show_inner(m: float) -> None:
                made["text"] = gr.Textbox(f"inner {n:g} {m:g}")
                made["go"] = gr.Button()
                made["go"].click(work, made["text"], [made["text"]]).then(lambda t: t, made["text"], result)

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["go"])
        page.type(inner, 2)
        page.type(outer, 2)
        await asyncio.sleep(0.05)
        assert page.labels()[3:5] == ["outer 2", "inner 2 2"]
        gate.set()
        await settle()
        assert page.labels()[3:5] == ["outer 2", "inner 2 2"]
        assert page.value(result) == "inner 1 1"  # what it was: the rest is dropped
        assert (page.toasts, left_of(page)) == ([], [])

    run(scenario)


@pytest.mark.parametrize(
    ("options", "waits"),
    [({"concurrency_limit": 1}, True), ({"concurrency_limit": 1, "queue": False}, False), ({}, False)],
)
def test_a_rendering_waits_for_what_shares_its_limit(options: dict[str, Any], waits: bool) -> None:
    """Unless it is said otherwise it has no limit, as in Gradio."""
    gate = asyncio.Event()
    limit = {} if "concurrency_limit" in options else {"concurrency_limit": None}
    with gr.Blocks() as demo:
        number, go = gr.Number(1), gr.Button()
        go.click(gate.wait, None, None, concurrency_id="lane", **limit)  # type: ignore[arg-type]

        @gr.render(inputs=number, concurrency_id="lane", **options)
        def show(n: float) -> None:
            gr.Textbox(f"for {n:g}")

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, go)
        page.type(number, 2)
        await asyncio.sleep(0.02)
        assert page.labels()[-1] == ("for 1" if waits else "for 2")
        gate.set()
        await settle()
        assert page.labels()[-1] == "for 2"

    run(scenario)


def test_what_a_function_renders_after_it_was_stopped_is_dropped() -> None:
    async def scenario() -> None:
        with gr.Blocks() as demo:
            number = gr.Number(1)

            @gr.render(inputs=number)
            def show(n: float) -> None:
                if n == 2:
                    page.leave()  # as while it sleeps, with its stack suspended
                gr.Textbox(f"for {n:g}")

        page = await loaded(demo)
        page.type(number, 2)
        await settle()
        assert page.labels()[-1] == "for 1"
        assert (page.toasts, left_of(page)) == ([], [])

    run(scenario)
