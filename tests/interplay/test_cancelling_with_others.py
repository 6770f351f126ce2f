"""Cancelling together with everything else: batches, progress, renderings, time limits, queues, chains, sessions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, run, settle, spawn_eagerly
from pyblocks.engine import scheduler


def stages(page: FakePage) -> list[str]:
    return [message["stage"] for message in page.sent("status")]


def follow(event: Any, heard: list[str]) -> None:
    """Write down what listens for the end of ``event``."""
    for name in ("then", "success", "failure"):
        getattr(event, name)(lambda name=name: heard.append(name), trigger_mode="multiple", concurrency_limit=None)


@pytest.mark.parametrize("mode", ["once", "always_last", "multiple"])
def test_a_click_while_a_cancelled_run_is_still_closing_is_not_lost(mode: Any) -> None:
    """The page shows no more that it goes on: nobody would know why a click does nothing."""
    gate = asyncio.Event()
    started: list[str] = []

    async def work() -> AsyncIterator[str]:
        started.append("started")
        try:
            yield "one"
            await asyncio.sleep(0.03 if gate.is_set() else 1000)
        finally:
            await gate.wait()

    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        event = go.click(work, None, out, trigger_mode=mode)
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go)
        await click(page, stop)
        await click(page, go)
        assert started == ["started"]  # it has its place in the queue until it is closed
        assert page.sent("status")[-1] == {"type": "status", "dependency": 0, "stage": "pending", "queue": [1, 1]}
        gate.set()
        await settle()
        assert started == ["started"] * 2
        assert stages(page)[-3:] == ["pending", "generating", "complete"]

    run(scenario)


def test_what_a_cancelled_run_raises_at_its_end_is_not_shown_over_the_next_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gate = asyncio.Event()

    async def work() -> AsyncIterator[str]:
        yield "one"
        try:
            await asyncio.sleep(1000)
        finally:
            await gate.wait()
            raise ValueError("can't close")

    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        event = go.click(work, None, out, concurrency_limit=None)
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go)
        await click(page, stop)
        await click(page, go)
        gate.set()
        await asyncio.sleep(0.02)
        assert page.toasts == [("error", "can't close")]
        assert stages(page)[-1] == "generating"
        await click(page, stop)

    run(scenario)
    capsys.readouterr()


def test_a_run_that_is_cancelled_in_its_first_step_is_stopped_at_its_first_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the page a task's first step is done before anybody has the task."""
    monkeypatch.setattr(scheduler, "spawn", spawn_eagerly)
    heard: list[str] = []

    async def scenario() -> None:
        async def work() -> None:
            page.emit(stop, "click")  # as while it sleeps, with its stack suspended
            await asyncio.sleep(1000)

        with gr.Blocks() as demo:
            go, stop = gr.Button(), gr.Button()
            event = go.click(work)
            follow(event, heard)
            stop.click(None, cancels=event)
        page = FakePage(demo)
        await click(page, go)
        assert sorted(heard) == ["failure", "then"]
        assert len(asyncio.all_tasks()) == 1

    run(scenario)


def test_what_a_quick_function_that_was_cancelled_would_give_later_is_not_waited_for() -> None:
    async def later() -> str:
        await asyncio.sleep(1000)
        return "never"

    async def scenario() -> None:
        def work() -> Any:
            if clicked:
                page.emit(stop, "click")
                waiting.append(later())
                return waiting[0]
            clicked.append(True)
            return "first"

        clicked: list[bool] = []
        waiting: list[Any] = []
        with gr.Blocks() as demo:
            go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
            stop.click(None, cancels=go.click(work, None, out))
        page = FakePage(demo)
        await click(page, go)
        await click(page, go)
        assert len(asyncio.all_tasks()) == 1
        assert stages(page)[-1] == "complete"
        waiting[0].close()

    run(scenario)


def test_cancelling_a_batch_ends_each_of_its_runs() -> None:
    heard: list[str] = []
    gate = asyncio.Event()

    async def upper(words: list[str]) -> list[list[str]]:
        await gate.wait()
        return [[word.upper() for word in words]]

    with gr.Blocks() as demo:
        word, out, go, stop = gr.Textbox("a"), gr.Textbox(), gr.Button(), gr.Button()
        event = go.click(upper, word, out, batch=True, max_batch_size=3, trigger_mode="multiple")
        follow(event, heard)
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go, go, go, go, go)  # one goes on, four wait
        gate.set()
        await asyncio.sleep(0)
        gate.clear()
        await asyncio.sleep(0.02)  # now three go on together, one waits
        heard.clear()
        await click(page, stop)
        assert sorted(heard) == ["failure"] * 4 + ["then"] * 4
        gate.set()
        await click(page, go)
        assert page.value(out) == "A"
        assert sorted(heard[8:]) == ["success", "then"]

    run(scenario)


def test_nothing_is_shown_of_a_batch_that_was_cancelled_while_it_could_not_be_interrupted() -> None:
    heard: list[str] = []

    async def scenario() -> None:
        def upper(words: list[str]) -> list[list[str]]:
            page.emit(stop, "click")
            return [[word.upper() for word in words]]

        with gr.Blocks() as demo:
            word, out, go, stop = gr.Textbox("a"), gr.Textbox(), gr.Button(), gr.Button()
            event = go.click(upper, word, out, batch=True)
            follow(event, heard)
            stop.click(None, cancels=event)
        page = FakePage(demo)
        await click(page, go)
        assert page.value(out) == ""
        assert sorted(heard) == ["failure", "then"]

    run(scenario)


def test_a_function_is_not_called_if_its_run_was_cancelled_in_its_validator() -> None:
    called: list[str] = []

    async def scenario() -> None:
        def check(text: str) -> Any:
            page.emit(stop, "click")
            return gr.validate(True, "")

        with gr.Blocks() as demo:
            text, go, stop = gr.Textbox(), gr.Button(), gr.Button()
            stop.click(None, cancels=go.click(called.append, text, None, validator=check))
        page = FakePage(demo)
        await click(page, go)
        assert (called, page.sent("validation")) == ([], [])

    run(scenario)


def test_a_full_queue_counts_what_waits_for_a_batch_and_forgets_it_with_a_cancel(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gate = asyncio.Event()
    sizes: list[int] = []

    async def work(words: list[str]) -> list[list[str]]:
        sizes.append(len(words))
        await gate.wait()
        return [words]

    with gr.Blocks() as demo:
        word, out, go, stop = gr.Textbox("a"), gr.Textbox(), gr.Button(), gr.Button()
        event = go.click(work, word, out, batch=True, trigger_mode="multiple")
        stop.click(None, cancels=event)
    demo.queue(max_size=2)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go, go, go, go)
        assert page.toasts == [("error", "This application is currently busy. Please try again.")]
        await click(page, stop)
        await click(page, go, go, go)
        assert len(page.toasts) == 1
        gate.set()
        await settle()
        assert sizes == [1, 1, 2]

    run(scenario)
    capsys.readouterr()


def test_progress_of_a_cancelled_run_stops_and_the_next_one_shows_its_own() -> None:
    async def work(progress: gr.Progress = gr.Progress()) -> None:
        for i in progress.tqdm(range(1000)):
            await asyncio.sleep(0.002 * (i > 5))

    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        stop.click(None, cancels=go.click(work, None, out))

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            await click(page, go)
            assert page.sent("progress")[-1]["steps"][0]["length"] == 1000
            await click(page, stop)
            count = len(page.sent("progress"))
            await asyncio.sleep(0.08)
            assert len(page.sent("progress")) == count
            assert page.messages[-1]["type"] == "status"
            assert page.messages[-1]["stage"] == "complete"

    run(scenario)


def test_cancelling_always_last_drops_the_one_that_would_come_after_and_the_next_change_runs() -> None:
    seen: list[str] = []

    async def work(text: str) -> None:
        seen.append(text)
        await asyncio.sleep(1000 if text != "d" else 0)

    with gr.Blocks() as demo:
        text, stop = gr.Textbox(), gr.Button()
        stop.click(None, cancels=text.change(work, text))

    async def scenario() -> None:
        page = FakePage(demo)
        for typed in ("a", "ab", "abc"):
            page.type(text, typed)
            await asyncio.sleep(0.01)
        await click(page, stop)
        assert seen == ["a"]
        page.type(text, "d")
        await settle()
        assert seen == ["a", "d"]

    run(scenario)


def plain(closed: list[str], times: int) -> Callable[..., Any]:
    def work() -> Iterator[str]:
        try:
            try:
                for i in range(10**9):
                    yield str(i)
            finally:
                for _ in range(times):
                    yield "bye"
        finally:
            closed.append("closed")

    return work


def asynchronous(closed: list[str], times: int) -> Callable[..., Any]:
    async def work() -> AsyncIterator[str]:
        try:
            try:
                for i in range(10**9):
                    yield str(i)
                    await asyncio.sleep(0 if i % 2 else 0.001)
            finally:
                for _ in range(times):
                    yield "bye"
        finally:
            await asyncio.sleep(0)
            closed.append("closed")

    return work


@pytest.mark.parametrize("make", [plain, asynchronous])
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("end", ["cancel", "time_limit"])
def test_a_generator_that_yields_on_its_way_out_is_closed_without_an_error(
    make: Callable[..., Any], times: int, end: str
) -> None:
    """As in Gradio, where nobody hears of it."""
    closed: list[str] = []
    heard: list[str] = []
    with gr.Blocks() as demo:
        go, stop, out, html = gr.Button(), gr.Button(), gr.Textbox(), gr.HTML()
        if end == "cancel":
            event = go.click(make(closed, times), None, out)
        else:
            event = html.stream(make(closed, times), None, out, time_limit=0.02)  # type: ignore[arg-type]
        follow(event, heard)
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        if end == "cancel":
            await click(page, go)
            await click(page, stop)
        else:
            page.emit(html, "stream")
        await settle()
        assert page.toasts == []
        assert closed == ["closed"]
        assert sorted(heard) == (["failure", "then"] if end == "cancel" else ["success", "then"])
        assert stages(page)[-1] == "complete"

    run(scenario)


def test_a_generator_that_never_closes_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> Iterator[str]:
        ignored = 0
        while ignored < 102:  # or the test would never be rid of it
            try:
                yield "still here"
            except GeneratorExit:
                ignored += 1

    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        stop.click(None, cancels=go.click(work, None, out))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go)
        await click(page, stop)
        assert page.toasts == [("error", "generator ignored GeneratorExit")]

    run(scenario)
    capsys.readouterr()


def test_a_cancelled_run_keeps_its_place_among_those_that_share_its_limit_until_it_is_over() -> None:
    gate = asyncio.Event()
    started: list[str] = []

    async def closing() -> None:
        started.append("first")
        try:
            await asyncio.sleep(1000)
        finally:
            await gate.wait()

    with gr.Blocks() as demo:
        one, two, stop, out = gr.Button(), gr.Button(), gr.Button(), gr.Textbox()
        first = one.click(closing, None, None, concurrency_id="lane")
        two.click(lambda: started.append("second"), None, out, concurrency_id="lane")
        stop.click(None, cancels=first)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, one, two)
        await click(page, stop)
        assert started == ["first"]
        gate.set()
        await settle()
        assert started == ["first", "second"]

    run(scenario)


def test_cancelling_a_step_that_has_not_been_reached_stops_nothing() -> None:
    """As in Gradio: there is nothing of it that could be cancelled; and a step that follows a cancelled one runs."""
    ran: list[str] = []
    gate = asyncio.Event()

    with gr.Blocks() as demo:
        go, stop_second, stop_both = gr.Button(), gr.Button(), gr.Button()
        first = go.click(gate.wait)
        second = first.then(lambda: ran.append("second"))
        stop_second.click(None, cancels=second)
        stop_both.click(None, cancels=[first, second])

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go)
        await click(page, stop_second)
        gate.set()
        await asyncio.sleep(0.02)
        assert ran == ["second"]
        gate.clear()
        await click(page, go)
        await click(page, stop_both)
        assert ran == ["second"] * 2

    run(scenario)


def test_two_sessions_cancel_and_queue_each_their_own() -> None:
    gate = asyncio.Event()

    async def work() -> str:
        await gate.wait()
        return "done"

    with gr.Blocks() as demo:
        go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
        stop.click(None, cancels=go.click(work, None, out))

    async def scenario() -> None:
        one, two = FakePage(demo), FakePage(demo)
        await click(one, go)
        await click(two, go)
        await click(one, stop)
        gate.set()
        await settle()
        assert (one.value(out), two.value(out)) == ("", "done")
        assert not [message for page in (one, two) for message in page.sent("status") if "queue" in message]

    run(scenario)


def test_the_page_is_ready_although_a_cancelled_load_run_is_still_closing() -> None:
    gate = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            await gate.wait()

    with gr.Blocks() as demo:
        event = demo.load(work)
        demo.load(lambda: None).then(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await asyncio.sleep(0.02)
        assert len(page.sent("ready")) == 1
        gate.set()

    run(scenario)


def test_a_run_that_is_cancelled_in_its_script_hears_no_answer_and_the_next_one_does() -> None:
    called: list[str] = []
    heard: list[str] = []
    with gr.Blocks() as demo:
        text, go, stop = gr.Textbox("text"), gr.Button(), gr.Button()
        event = go.click(called.append, text, None, js="(text) => text")
        follow(event, heard)
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, go)
        await click(page, stop)
        await click(page, go)
        await page.answer("of the first")
        await page.answer("of the second")
        await settle()
        assert called == ["of the second"]
        assert sorted(heard) == ["failure", "success", "then", "then"]

    run(scenario)


def test_the_page_is_not_told_that_a_cancelled_function_still_goes_on() -> None:
    async def scenario() -> None:
        def work() -> str:
            if clicked:
                page.emit(stop, "click")
                page.wait_for_python()
            clicked.append(True)
            return "x"

        clicked: list[bool] = []
        with gr.Blocks() as demo:
            go, stop, out = gr.Button(), gr.Button(), gr.Textbox()
            stop.click(None, cancels=go.click(work, None, out))
        page = FakePage(demo)
        await click(page, go)
        await click(page, go)
        assert stages(page)[-1] == "complete"

    run(scenario)
