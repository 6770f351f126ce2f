"""Cancelling runs: those that sleep, wait, generate or are over, and what follows."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, left_of, run, settle


class App:
    """A button that runs ``fn``, one that stops it, and what was heard at the end."""

    def __init__(self, fn: Callable[..., Any], **options: Any) -> None:
        self.heard: list[str] = []
        with gr.Blocks() as demo:
            self.go, self.stop, self.out = gr.Button(), gr.Button(), gr.Textbox()
            running = self.go.click(fn, None, self.out, **options)
            running.then(lambda: self.heard.append("then"))
            running.success(lambda: self.heard.append("success"))
            running.failure(lambda: self.heard.append("failure"))
            self.stop.click(None, cancels=running).then(lambda: self.heard.append("stopped"))
        self.page = FakePage(demo)

    async def start(self) -> None:
        self.page.emit(self.go, "click")
        await asyncio.sleep(0.02)

    async def cancel(self) -> None:
        self.page.emit(self.stop, "click")
        await settle()


def test_a_sleeping_function_is_stopped_and_then_and_failure_follow_as_in_gradio() -> None:
    closed: list[bool] = []

    async def sleep() -> str:
        try:
            await asyncio.sleep(1000)
        finally:
            closed.append(True)
        return "never"

    async def scenario() -> None:
        app = App(sleep)
        await app.start()
        await app.cancel()
        assert closed == [True]
        assert sorted(app.heard) == ["failure", "stopped", "then"]
        assert app.page.value(app.out) == ""
        assert app.page.toasts == []
        assert app.page.sent("status")[-1]["stage"] == "complete"

    run(scenario)


@contextmanager
def note(closed: list[str]) -> Iterator[None]:
    try:
        yield
    finally:
        closed.append("context")


def plain_generator(closed: list[str]) -> Callable[..., Any]:
    def numbers() -> Iterator[str]:
        with note(closed):
            try:
                for i in range(10**9):
                    yield str(i)
            finally:
                closed.append("finally")

    return numbers


def async_generator(closed: list[str]) -> Callable[..., Any]:
    async def numbers() -> AsyncIterator[str]:
        with note(closed):
            try:
                for i in range(10**9):
                    yield str(i)
                    await asyncio.sleep(0.001)
            finally:
                await asyncio.sleep(0)
                closed.append("finally")

    return numbers


@pytest.mark.parametrize("make", [plain_generator, async_generator])
def test_a_generator_is_closed_and_what_it_showed_stays(make: Callable[[list[str]], Callable[..., Any]]) -> None:
    closed: list[str] = []

    async def scenario() -> None:
        app = App(make(closed))
        await app.start()
        await app.cancel()
        assert closed == ["finally", "context"]
        assert int(app.page.value(app.out)) >= 0
        assert "success" not in app.heard

    run(scenario)


def test_what_a_generator_raises_while_it_is_closed_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    async def numbers() -> AsyncIterator[str]:
        try:
            yield "one"
            await asyncio.sleep(1000)
        finally:
            raise ValueError("can't close")

    async def scenario() -> None:
        app = App(numbers)
        await app.start()
        await app.cancel()
        assert app.page.toasts == [("error", "can't close")]

    run(scenario)
    assert "can't close" in capsys.readouterr().err


def test_a_plain_function_that_runs_already_is_let_run_and_its_result_dropped() -> None:
    async def scenario() -> None:
        def work() -> str:
            app.page.emit(app.stop, "click")  # as while it sleeps, with its stack suspended
            return "dropped"

        app = App(work)
        await app.start()
        await settle()
        assert app.page.value(app.out) == ""
        assert sorted(app.heard) == ["failure", "stopped", "then"]

    run(scenario)


def test_one_that_waits_in_the_queue_never_runs_and_the_next_one_moves_up() -> None:
    ran: list[str] = []
    gate = asyncio.Event()

    async def work(name: str) -> str:
        ran.append(name)
        await gate.wait()
        return name

    with gr.Blocks() as demo:
        buttons = {name: gr.Button(name) for name in "abc"}
        outs = {name: gr.Textbox() for name in "abc"}
        events = {name: b.click(work, b, outs[name], concurrency_id="lane") for name, b in buttons.items()}
        heard: list[str] = []
        events["b"].then(lambda: heard.append("then"))
        stop = gr.Button()
        stop.click(None, cancels=[events["b"]])

    async def scenario() -> None:
        page = FakePage(demo)
        for button in buttons.values():
            page.emit(button, "click")
        await asyncio.sleep(0.02)
        places = [message["queue"] for message in page.sent("status") if "queue" in message]
        assert places[-2:] == [[1, 2], [2, 2]]
        page.emit(stop, "click")
        await asyncio.sleep(0.02)
        assert heard == ["then"]
        statuses = [(m["dependency"], m["stage"], m.get("queue")) for m in page.sent("status")]
        assert statuses[-2:] == [(2, "pending", [1, 1]), (1, "complete", None)]
        gate.set()
        await settle()
        assert ran == ["a", "c"]
        assert [page.value(outs[name]) for name in "abc"] == ["a", "", "c"]

    run(scenario)


def test_one_that_is_over_is_left_alone_and_can_run_again() -> None:
    async def scenario() -> None:
        app = App(lambda: "done")
        await app.start()
        await app.cancel()
        assert app.heard == ["success", "then", "stopped"]
        await app.start()
        await settle()
        assert app.heard == ["success", "then", "stopped", "success", "then"]

    run(scenario)


def test_leaving_the_page_stops_all_runs_and_nothing_follows() -> None:
    closed: list[str] = []

    async def scenario() -> None:
        app = App(async_generator(closed), trigger_mode="multiple")
        for _ in range(3):
            await app.start()
        app.page.leave()
        await settle()
        assert closed == ["finally", "context"]
        assert app.heard == []

    run(scenario)


def test_nothing_is_left_of_runs_that_ended_in_any_way() -> None:
    async def sleep() -> None:
        await asyncio.sleep(1000)

    def fail() -> None:
        raise gr.Error("no", print_exception=False)

    async def scenario() -> None:
        for fn in (sleep, async_generator([]), fail, lambda: "done"):
            app = App(fn, trigger_mode="multiple")
            for _ in range(5):
                for _ in range(3):
                    await app.start()
                for _ in range(3):
                    await app.cancel()
            assert asyncio.all_tasks() == {asyncio.current_task()}
            assert left_of(app.page) == []
            gc.collect()
            assert not [each for each in gc.get_objects() if type(each).__name__ == "Run"]

    run(scenario)
