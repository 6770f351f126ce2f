from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.engine import delivery


@pytest.fixture
def endless_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a test does happens in the time of one frame."""
    monkeypatch.setattr(delivery, "FRAME", 3600)


def click(fn: Any, *components: gr.components.Component, n: int = 1) -> FakePage:
    """The page after a button that runs ``fn`` was clicked, ``n`` times, and all is over."""
    with gr.Blocks() as demo:
        for component in components:
            component.render()
        button = gr.Button()
        button.click(fn, None, list(components))
    pages: list[FakePage] = []

    async def scenario() -> None:
        pages.append(FakePage(demo))
        for _ in range(n):
            pages[0].emit(button, "click")
            await settle()

    run(scenario)
    return pages[0]


def updates(page: FakePage) -> list[Any]:
    """Each update message: the values that it sets, and how it edits values."""
    return [
        ([props["value"] for _, props in m["patches"] if "value" in props], [e["value"] for e in m.get("edits", [])])
        for m in page.sent("update")
    ]


@pytest.mark.usefixtures("endless_frame")
def test_of_ten_thousand_results_in_a_frame_the_page_gets_the_first_and_the_last() -> None:
    def count() -> Iterator[int]:
        yield from range(10_000)

    number = gr.Number(render=False)
    page = click(count, number)
    assert updates(page) == [([0], []), ([9999], [])]
    assert page.value(number) == 9999


@pytest.mark.usefixtures("endless_frame")
def test_an_answer_that_grows_is_appended() -> None:
    def answer() -> Iterator[str]:
        text = ""
        for token in ("Hello", ", ", "wor", "ld"):
            text += token
            yield text

    text = gr.Textbox(render=False)
    page = click(answer, text)
    assert updates(page) == [(["Hello"], []), ([], [", world"])]
    assert page.value(text) == "Hello, world"


def test_every_result_that_comes_after_a_frame_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FRAME", 0)

    def answer() -> Iterator[Any]:
        messages = [{"role": "assistant", "content": "a"}]
        yield messages
        messages[0]["content"] += "b"
        yield messages
        messages.append({"role": "user", "content": "c"})
        yield messages

    json = gr.JSON(render=False)
    page = click(answer, json)
    first, second, third = updates(page)
    assert first == ([[{"role": "assistant", "content": "a"}]], [])
    assert second == ([], ["b"])
    assert third == ([], [[{"role": "user", "content": "c"}]])
    assert [m["content"] for m in page.value(json)] == ["ab", "c"]
    assert page.painted >= 3


@pytest.mark.usefixtures("endless_frame")
def test_outputs_that_are_left_out_keep_what_waits_for_them() -> None:
    def steps() -> Iterator[Any]:
        yield "a", "b"
        yield "c", gr.skip()
        yield gr.update(label="L"), "d"

    first, second = gr.Textbox(render=False), gr.Textbox(render=False)
    page = click(steps, first, second)
    assert (page.value(first), page.value(second)) == ("c", "d")
    assert page.props[first._id]["label"] == "L"
    assert len(updates(page)) == 2


@pytest.mark.usefixtures("endless_frame")
def test_a_message_comes_after_what_was_given_before_it() -> None:
    def steps() -> Iterator[str]:
        yield "one"
        yield "two"
        gr.Info("after two")
        yield "three"

    page = click(steps, gr.Textbox(render=False))
    kinds = [(m["type"], m.get("message")) for m in page.messages if m["type"] in ("update", "toast")]
    assert kinds == [("update", None), ("update", None), ("toast", "after two"), ("update", None)]
    assert updates(page)[1] == (["two"], [])


def test_a_result_that_had_to_wait_is_shown_while_the_generator_sleeps() -> None:
    async def steps() -> AsyncIterator[str]:
        yield "one"
        yield "two"
        await hold.wait()

    with gr.Blocks() as demo:
        text, button = gr.Textbox(), gr.Button()
        button.click(steps, None, text)

    async def scenario() -> None:
        global hold  # noqa: PLW0603
        hold = asyncio.Event()
        page = FakePage(demo)
        page.emit(button, "click")
        while page.value(text) != "two":
            await asyncio.sleep(0.001)
        assert [m["stage"] for m in page.sent("status")][-1] == "generating"
        hold.set()

    run(scenario)


hold: asyncio.Event


@pytest.mark.usefixtures("endless_frame")
def test_the_last_result_before_a_cancel_or_an_error_is_shown() -> None:
    def fail() -> Iterator[str]:
        yield "one"
        yield "two"
        raise ValueError("no")

    text = gr.Textbox(render=False)
    page = click(fail, text)
    assert page.value(text) == "two"
    assert page.toasts == [("error", "no")]


@pytest.mark.usefixtures("endless_frame")
def test_a_wrong_value_that_had_to_wait_fails_the_run() -> None:
    def steps() -> Iterator[Any]:
        yield "[1]"
        yield "no JSON"

    page = click(steps, gr.JSON(render=False))
    assert [level for level, _ in page.toasts] == ["error"]
    assert page.sent("status")[-1]["stage"] == "error"


@pytest.mark.usefixtures("endless_frame")
def test_states_get_every_value_at_once() -> None:
    heard: list[int] = []

    def steps() -> Iterator[Any]:
        for i in range(3):
            yield i, str(i)

    with gr.Blocks() as demo:
        state, text, button = gr.State(-1), gr.Textbox(), gr.Button()
        button.click(steps, None, [state, text])
        state.change(heard.append, state, trigger_mode="multiple", concurrency_limit=None)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.value(text) == "2"

    run(scenario)
    assert len(heard) == 3


@pytest.mark.usefixtures("endless_frame")
def test_change_follows_what_is_shown_and_always_the_last() -> None:
    heard: list[str] = []

    def steps() -> Iterator[str]:
        yield from "abcdefg"

    with gr.Blocks() as demo:
        text, button = gr.Textbox(), gr.Button()
        button.click(steps, None, text)
        text.change(heard.append, text)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()

    run(scenario)
    assert heard == ["a", "g"]


@pytest.mark.usefixtures("endless_frame")
def test_what_the_visitor_writes_into_an_answer_is_not_appended_to() -> None:
    async def steps() -> AsyncIterator[str]:
        yield "abc"
        await edited.wait()
        yield "abcdef"

    edited: asyncio.Event
    with gr.Blocks() as demo:
        text, button = gr.Textbox(interactive=True), gr.Button()
        button.click(steps, None, text)

    async def scenario() -> None:
        nonlocal edited
        edited = asyncio.Event()
        page = FakePage(demo)
        page.emit(button, "click")
        await asyncio.sleep(0)
        page.type(text, "mine")
        edited.set()
        await settle()
        assert page.value(text) == "abcdef"

    run(scenario)


def test_a_run_of_a_stream_listener_ends_at_its_time_limit() -> None:
    ended: list[str] = []

    async def forever() -> AsyncIterator[str]:
        try:
            yield "first"
            await asyncio.sleep(3600)
        finally:
            ended.append("closed")

    with gr.Blocks() as demo:
        html, text = gr.HTML(), gr.Textbox()
        html.stream(forever, None, text, time_limit=0).success(lambda: ended.append("success"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(html, "stream")
        await settle()
        assert page.value(text) == "first"
        assert page.sent("status")[-1]["stage"] == "complete"
        assert page.toasts == []

    run(scenario)
    assert ended == ["closed", "success"]


def test_a_timeout_of_the_apps_own_is_its_error() -> None:
    async def slow() -> str:
        async with asyncio.timeout(0):
            await asyncio.sleep(3600)
        return "never"

    with gr.Blocks() as demo:
        html, text = gr.HTML(), gr.Textbox()
        html.stream(slow, None, text, time_limit=3600)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(html, "stream")
        await settle()
        assert page.sent("status")[-1]["stage"] == "error"

    run(scenario)
