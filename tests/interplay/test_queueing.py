"""Queue semantics as a visitor sees them: limits, order, places in the queue, what is refused."""

from __future__ import annotations

import asyncio
from inspect import isclass
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.tree.events import Event
from pyblocks.tree.tree import Block


class Gate:
    """A handler that notes how many of it run at once, and ends when it is opened."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.now = self.most = self.count = 0

    async def __call__(self) -> str:
        self.count += 1
        self.now += 1
        self.most = max(self.most, self.now)
        await self.open.wait()
        self.now -= 1
        return "done"


async def clicks(page: FakePage, button: gr.Button, count: int) -> None:
    for _ in range(count):
        page.emit(button, "click")
    await asyncio.sleep(0.02)


@pytest.mark.parametrize(("limit", "most"), [("default", 1), (2, 2), (None, 5)])
def test_async_functions_overlap_up_to_their_limit(limit: Any, most: int) -> None:
    async def scenario() -> None:
        gate = Gate()
        with gr.Blocks() as demo:
            button = gr.Button()
            button.click(gate.__call__, None, None, trigger_mode="multiple", concurrency_limit=limit)
        page = FakePage(demo)
        await clicks(page, button, 5)
        assert gate.most == most
        gate.open.set()
        await settle()
        assert (gate.count, gate.most) == (5, most)

    run(scenario)


def test_the_apps_default_limit_holds_where_a_listener_says_nothing() -> None:
    async def scenario() -> None:
        gate = Gate()
        with gr.Blocks() as demo:
            button = gr.Button()
            button.click(gate.__call__, trigger_mode="multiple")
        demo.queue(default_concurrency_limit=3)
        page = FakePage(demo)
        await clicks(page, button, 5)
        assert gate.most == 3
        gate.open.set()

    run(scenario)


def test_without_queue_it_starts_at_once_and_counts_for_no_limit() -> None:
    async def scenario() -> None:
        gate = Gate()
        with gr.Blocks() as demo:
            queued, free = gr.Button(), gr.Button()
            queued.click(gate.__call__, trigger_mode="multiple", concurrency_id="lane")
            free.click(gate.__call__, trigger_mode="multiple", concurrency_id="lane", queue=False)
        demo.queue(max_size=1)
        page = FakePage(demo)
        await clicks(page, free, 3)
        await clicks(page, queued, 1)
        assert gate.now == 4
        gate.open.set()
        await settle()
        assert page.toasts == []

    run(scenario)


def test_a_full_queue_says_so_and_failure_follows(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []

    async def scenario() -> None:
        gate = Gate()
        with gr.Blocks() as demo:
            button = gr.Button()
            event = button.click(gate.__call__, trigger_mode="multiple")
            event.failure(lambda: heard.append("failure"), concurrency_limit=None)
        demo.queue(max_size=1)
        page = FakePage(demo)
        await clicks(page, button, 3)
        assert page.toasts == [("error", "This application is currently busy. Please try again.")]
        assert heard == ["failure"]
        gate.open.set()
        await settle()
        assert gate.count == 2

    run(scenario)
    capsys.readouterr()


def test_those_that_wait_are_shown_their_place_until_they_start() -> None:
    async def scenario() -> None:
        gates = [Gate() for _ in range(3)]
        with gr.Blocks() as demo:
            buttons = [gr.Button() for _ in gates]
            for button, gate in zip(buttons, gates, strict=True):
                button.click(gate.__call__, None, gr.Textbox(), concurrency_id="lane")
        page = FakePage(demo)
        for button in buttons:
            page.emit(button, "click")
        await asyncio.sleep(0.02)
        gates[0].open.set()
        await asyncio.sleep(0.02)
        gates[1].open.set()
        gates[2].open.set()
        await settle()
        by_listener: dict[int, list[Any]] = {0: [], 1: [], 2: []}
        for message in page.sent("status"):
            by_listener[message["dependency"]].append(message.get("queue", message["stage"]))
        assert by_listener == {
            0: ["pending", "complete"],
            1: [[1, 1], [1, 2], "pending", "complete"],
            2: [[2, 2], [1, 1], "pending", "complete"],
        }

    run(scenario)


def test_a_thousand_clicks_are_all_handled_in_order() -> None:
    seen: list[int] = []

    async def handle(n: int) -> None:
        await asyncio.sleep(0)
        seen.append(n)

    with gr.Blocks() as demo:
        number, button = gr.Number(), gr.Button()
        button.click(handle, number, None, trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        for n in range(1000):
            page.type(number, n)
            page.emit(button, "click")
        await settle()
        assert seen == list(range(1000))

    run(scenario)


def test_a_failed_step_is_told_once_and_each_branch_goes_its_way(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []

    def fail() -> None:
        raise ValueError("broken")

    with gr.Blocks() as demo:
        button = gr.Button()
        first = button.click(lambda: heard.append("first"))
        left, right = first.then(fail), first.success(lambda: heard.append("right"))
        left.success(lambda: heard.append("left success"))
        left.failure(lambda: heard.append("left failure")).then(lambda: heard.append("after failure"))
        left.then(lambda: heard.append("left then"))
        right.success(lambda: heard.append("right success")).success(lambda: heard.append("right end"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.toasts == [("error", "broken")]
        assert heard[0] == "first"
        assert sorted(heard[1:]) == sorted(
            ["right", "left failure", "left then", "after failure", "right success", "right end"]
        )
        assert heard.index("left failure") < heard.index("after failure")
        assert heard.index("right success") < heard.index("right end")

    run(scenario)
    capsys.readouterr()


def test_listeners_that_set_each_others_components_settle_when_nothing_changes() -> None:
    calls: list[str] = []

    def to_fahrenheit(c: float) -> float:
        calls.append("c")
        return c * 9 / 5 + 32

    def to_celsius(f: float) -> float:
        calls.append("f")
        return (f - 32) * 5 / 9

    with gr.Blocks() as demo:
        c, f = gr.Number(0), gr.Number(32)
        c.change(to_fahrenheit, c, f)
        f.change(to_celsius, f, c)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(c, 100)
        await settle()
        assert (page.value(c), page.value(f)) == (100, 212)
        assert calls == ["c", "f"]

    run(scenario)


def test_gr_on_with_many_triggers_is_one_listener_of_each() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        text, a, b = gr.Textbox(), gr.Button(), gr.Button()
        gr.on([text.submit, a.click, b.click, demo.load], lambda: heard.append("ran"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        for count, (block, event) in enumerate([(text, "submit"), (a, "click"), (b, "click")], 2):
            await settle()
            page.emit(block, event)
            await settle()
            assert len(heard) == count
        page.emit(text, "focus")
        await settle()
        assert len(heard) == 4

    run(scenario)


def test_the_last_of_several_changes_works_on_what_the_run_before_it_left() -> None:
    """Real Gradio takes the inputs of an ``always_last`` run when it starts, not when its event happened."""

    async def scenario() -> None:
        gate = asyncio.Event()
        with gr.Blocks() as demo:
            text, other, out = gr.Textbox(), gr.Textbox("old"), gr.Textbox()

            async def show(text: str, other: str) -> tuple[str, str]:
                await gate.wait()
                return f"{text}-{other}", "new"

            text.change(show, [text, other], [out, other])
        page = FakePage(demo)
        page.load()
        page.type(text, "x")
        page.type(text, "xy")
        gate.set()
        await settle()
        assert page.value(out) == "xy-new"

    run(scenario)


def test_a_listener_without_a_function_neither_waits_nor_takes_a_place() -> None:
    """As in Gradio: no Python is called."""

    async def scenario() -> None:
        with gr.Blocks() as demo:
            button, out = gr.Button(), gr.Textbox()
            button.click(None, None, out, js="() => 1", trigger_mode="multiple")
        demo.queue(max_size=0)
        page = FakePage(demo)
        await clicks(page, button, 3)
        assert (len(page.sent("script")), page.toasts) == (3, [])
        for _ in range(3):
            await page.answer("x")

    run(scenario)


def test_what_follows_a_run_is_told_what_the_event_that_began_it_happened_to() -> None:
    seen: list[Any] = []

    def note(data: gr.EventData) -> None:
        seen.append((data.target, data._data))

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(note).then(note).success(note)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click", {"some": 1})
        await settle()
        assert seen == [(button, {"some": 1}), (button, None), (button, None)]

    run(scenario)


@pytest.mark.parametrize("name", [n for n in dir(gr) if isclass(getattr(gr, n)) and issubclass(getattr(gr, n), Block)])
def test_what_a_new_event_does_meanwhile_is_gradios_default(name: str) -> None:
    """Of real Gradio 6.31: all its components with all their events were asked."""
    block_class = getattr(gr, name)
    for cls in block_class.__mro__:
        for event in vars(cls).values():
            if isinstance(event, Event):
                modes = {"change": "always_last", "key_up": "always_last", "stream": "multiple"}
                assert event.trigger_mode == modes.get(event.name, "once"), event.name


def test_the_first_of_several_triggers_says_what_a_new_event_does_meanwhile() -> None:
    with gr.Blocks():
        text, button = gr.Textbox(), gr.Button()
        assert gr.on([button.click, text.change], lambda: None).trigger_mode == "once"
        assert gr.on([text.change, button.click], lambda: None).trigger_mode == "always_last"
        assert gr.on(None, lambda x: None, text).trigger_mode == "always_last"
