from __future__ import annotations

import asyncio
from inspect import signature

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_ticks_run_their_listeners_and_are_left_out_while_one_runs() -> None:
    with gr.Blocks() as demo:
        timer, number = gr.Timer(2), gr.Number(0)

        async def count(n: int) -> int:
            await asyncio.sleep(0)
            return n + 1

        timer.tick(count, number, number)

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(3):
            page.emit(timer, "tick")
        await settle()
        assert page.value(number) == 1
        page.emit(timer, "tick")
        await settle()
        assert page.value(number) == 2
        assert page.sent("status") == page.sent("toast") == []

    run(scenario)


def test_a_handler_stops_it_and_gives_it_another_interval() -> None:
    heard: list[float] = []
    with gr.Blocks() as demo:
        timer, stop, faster = gr.Timer(2), gr.Button(), gr.Button()
        stop.click(lambda: gr.Timer(active=False), None, timer)
        faster.click(lambda seconds: seconds / 2, timer, timer)
        timer.change(heard.append, timer)

    async def scenario() -> None:
        page = FakePage(demo)
        assert page.props[timer._id]["active"] is True
        page.emit(stop, "click")
        page.emit(faster, "click")
        await settle()
        assert page.props[timer._id]["active"] is False
        assert page.value(timer) == 1

    run(scenario)
    assert heard == [1]


def test_ticks_show_no_progress_by_default_and_the_signature_says_so() -> None:
    timer = gr.Timer()
    assert signature(timer.tick).parameters["show_progress"].default == "hidden"
    assert signature(timer.change).parameters["show_progress"].default == "full"
    assert signature(gr.HTML().stream).parameters["show_progress"].default == "minimal"
    with gr.Blocks():
        timer.render()
        assert timer.tick(lambda: None).show_progress == "hidden"
        assert timer.tick(lambda: None, show_progress="full").show_progress == "full"
        assert gr.on(timer.tick, lambda: None).show_progress == "full"


def test_a_timer_breaks_no_form() -> None:
    with gr.Blocks() as demo:
        gr.Textbox()
        gr.Timer()
        gr.Textbox()
    types = [each["type"] for each in FakePage(demo).config["components"]]
    assert types == ["blocks", "textbox", "timer", "textbox", "form"]


def test_an_interval_below_zero_is_refused() -> None:
    with gr.Blocks(), pytest.raises(ValueError, match="number of seconds, 0 or more"):
        gr.Timer(-1)


def test_a_function_as_value_is_called_at_every_tick() -> None:
    calls: list[str] = []

    def count() -> int:
        calls.append("call")
        return len(calls)

    with gr.Blocks() as demo:
        timer = gr.Timer(5)
        by_timer = gr.Number(count, every=timer)
        by_seconds = gr.Number(count, every=0.5)
    own = next(block for block in demo.blocks.values() if isinstance(block, gr.Timer) and block is not timer)
    assert (own.value, own.parent) == (0.5, by_seconds.parent)
    assert [each.associated_timer for each in demo.dependencies] == [None, own]

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert len(calls) == 2
        page.emit(timer, "tick")
        await settle()
        assert page.value(by_timer) == 3
        page.emit(own, "tick")
        await settle()
        assert page.value(by_seconds) == 4

    run(scenario)
