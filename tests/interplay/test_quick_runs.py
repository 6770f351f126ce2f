"""Plain functions that are quick: nothing waits for them, and the page hears of no more than it must."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pyblocks as gr
from fake_page import FakePage, run, settle


def stages(page: FakePage) -> list[str]:
    return [message["stage"] for message in page.sent("status")]


def test_a_quick_run_is_over_when_its_event_has_been_taken_and_is_one_message() -> None:
    with gr.Blocks() as demo:
        count, state, button = gr.Number(0), gr.State(0), gr.Button()
        button.click(lambda n, m: (n + 1, m + 1), [count, state], [count, state])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()  # the first time, the page paints that it is pending
        assert stages(page) == ["pending", "complete"]
        page.messages.clear()
        page.emit(button, "click")
        assert [message["type"] for message in page.messages] == ["update"]
        assert page.value(count) == 2

    run(scenario)


def test_a_function_that_was_slow_shows_that_it_is_pending_the_next_time() -> None:
    def work(duration: float) -> float:
        time.sleep(duration)
        return duration

    with gr.Blocks() as demo:
        seconds, out = gr.Number(0), gr.Number()
        seconds.submit(work, seconds, out)

    async def scenario() -> None:
        page = FakePage(demo)
        for duration in (0, 0.06, 0):
            page.emit(seconds, "submit", value=duration)
            await settle()
        assert stages(page) == ["pending", "complete"] * 2
        assert page.painted == 2

    run(scenario)


def test_a_quick_function_that_takes_long_is_shown_once_the_page_asks() -> None:
    suspend: list[Any] = []

    def work() -> str:
        for each in suspend:
            each()  # where Python can be suspended, the page goes on while a plain function sleeps
        return "x"

    with gr.Blocks() as demo:
        button, out = gr.Button(), gr.Textbox()
        button.click(work, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        page.messages.clear()
        suspend.append(page.wait_for_python)
        page.emit(button, "click")
        assert [message.get("stage", message["type"]) for message in page.messages] == ["pending", "update", "complete"]

    run(scenario)


def test_a_quick_run_that_fails_says_so() -> None:
    with gr.Blocks() as demo:
        button, out, status = gr.Button(), gr.Textbox(), gr.Textbox()
        button.click(lambda: 1 / 0, None, out).failure(lambda: "failed", None, status)

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()
        assert page.toasts == [("error", "division by zero")] * 2
        assert page.value(status) == "failed"
        assert stages(page)[-1] in ("error", "complete")

    run(scenario)


def test_a_plain_function_may_give_what_is_waited_for_or_many_results() -> None:
    async def later() -> str:
        await asyncio.sleep(0)
        return "later"

    async def some() -> AsyncIterator[str]:
        yield "one"
        yield "two"

    with gr.Blocks() as demo:
        kind, out = gr.Textbox(), gr.Textbox()
        kinds: dict[str, Any] = {"now": lambda: "now", "later": later, "some": some, "many": lambda: iter("ab")}
        kind.submit(lambda name: kinds[name](), kind, out, trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        for name, shown in (("now", "now"), ("later", "later"), ("some", "two"), ("now", "now")):
            page.emit(kind, "submit", value=name)
            await settle()
            assert page.value(out) == shown

    run(scenario)


def test_what_is_typed_while_a_new_function_waits_for_a_paint_is_not_lost() -> None:
    calls: list[str] = []
    with gr.Blocks() as demo:
        box = gr.Textbox()
        box.input(calls.append, box)

    async def scenario() -> None:
        page = FakePage(demo)
        for typed in ("g", "gr", "grace"):
            page.type(box, typed)
        await settle()
        assert calls == ["grace"]
        page.type(box, "graces")
        assert calls == ["grace", "graces"]

    run(scenario)


def test_the_newest_event_is_the_one_that_a_run_which_waits_for_a_paint_is_told_of() -> None:
    seen: list[Any] = []

    def chosen(data: gr.SelectData) -> None:
        seen.append(data.index)

    with gr.Blocks() as demo:
        choice = gr.Radio(["a", "b"])
        choice.select(chosen)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(choice, "select", {"index": 0, "value": "a", "selected": True}, value="a")
        page.emit(choice, "select", {"index": 1, "value": "b", "selected": True}, value="b")
        await settle()
        assert seen == [1]

    run(scenario)


def test_each_event_of_multiple_has_its_own_values_and_a_run_that_has_begun_keeps_its() -> None:
    calls: list[str] = []
    started = asyncio.Event()

    async def slowly(text: str) -> None:
        started.set()
        await asyncio.sleep(0)
        calls.append(text)

    with gr.Blocks() as demo:
        one, two = gr.Textbox(), gr.Textbox()
        one.input(calls.append, one, trigger_mode="multiple")
        two.input(slowly, two)

    async def scenario() -> None:
        page = FakePage(demo)
        for typed in ("a", "ab"):
            page.type(one, typed)
        await settle()
        assert calls == ["a", "ab"]
        page.type(two, "x")
        await started.wait()
        page.type(two, "xy")  # dropped, as Gradio does: its function runs
        await settle()
        assert calls == ["a", "ab", "x"]

    run(scenario)
