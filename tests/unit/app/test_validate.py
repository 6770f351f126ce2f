"""``validator=`` and ``batch=``: what comes before a listener's function, and calling it for several runs."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.app.context import LocalContext


def longer_than_two(text: str) -> dict[str, Any]:
    return gr.validate(len(text) > 2, "Too short")


def test_invalid_inputs_are_told_and_nothing_runs_not_even_what_follows() -> None:
    with gr.Blocks() as demo:
        name, out, after, button = gr.Textbox(), gr.Textbox(), gr.Textbox(), gr.Button()
        event = button.click(lambda text: f"Hello {text}", name, out, validator=longer_than_two)
        for following in (event.then, event.success, event.failure):
            following(lambda: "ran", None, after)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(name, "A")
        page.emit(button, "click")
        await settle()
        assert page.sent("validation")[-1]["errors"] == [[name._id, "Too short"]]
        assert (page.value(out), page.value(after)) == ("", "")
        assert page.sent("status")[-1]["stage"] == "complete"
        page.type(name, "Ada")
        page.emit(button, "click")
        await settle()
        assert page.sent("validation")[-1]["errors"] == [[name._id, None]]
        assert (page.value(out), page.value(after)) == ("Hello Ada", "ran")

    run(scenario)


def test_a_validator_of_several_inputs_says_something_of_each() -> None:
    def check(x: str, y: float, request: gr.Request) -> list[Any]:
        return [gr.validate(x != "", "Needed"), gr.validate(y > 0, "") if request else None]

    with gr.Blocks() as demo:
        x, y, button = gr.Textbox(), gr.Number(-1), gr.Button()
        button.click(lambda x, y: None, [x, y], validator=check)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.sent("validation")[-1]["errors"] == [[x._id, "Needed"], [y._id, "Invalid value."]]

    run(scenario)


def test_a_validator_that_says_too_little_or_raises_fails_the_run() -> None:
    def broken(x: str) -> Any:
        raise gr.Error("validator broke")

    with gr.Blocks() as demo:
        x, y, one, two = gr.Textbox(), gr.Textbox(), gr.Button(), gr.Button()
        one.click(lambda x, y: None, [x, y], validator=lambda x, y: gr.validate(True, ""))
        two.click(lambda x: None, x, validator=broken)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(one, "click")
        page.emit(two, "click")
        await settle()
        assert "needed: 2, returned: 1" in page.toasts[0][1]
        assert page.toasts[1][1] == "validator broke"

    run(scenario)


def test_waiting_runs_of_a_batch_function_go_together_up_to_its_size() -> None:
    calls: list[tuple[list[str], list[float]]] = []
    followed: list[str] = []
    first = asyncio.Event()

    async def trim(words: list[str], lengths: list[float]) -> list[list[str]]:
        calls.append((words, lengths))
        if len(calls) == 1:
            await first.wait()
        return [[word[: int(n)] for word, n in zip(words, lengths, strict=True)]]

    with gr.Blocks() as demo:
        word, length, out = gr.Textbox(), gr.Number(2), gr.Textbox()
        button = gr.Button()
        event = button.click(trim, [word, length], out, batch=True, max_batch_size=3, trigger_mode="multiple")
        event.then(lambda: followed.append("then"), trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        for text in ("aaa", "bbb", "ccc", "ddd", "eee"):
            page.type(word, text)
            page.emit(button, "click")
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        first.set()
        await settle()
        assert [words for words, _ in calls] == [["aaa"], ["bbb", "ccc", "ddd"], ["eee"]]
        assert calls[1][1] == [2, 2, 2]
        shown = [props["value"] for m in page.sent("update") for id, props in m["patches"] if id == out._id]
        assert shown == ["aa", "bb", "cc", "dd", "ee"]
        assert followed == ["then"] * 5
        page.emit(button, "click")
        await settle()
        assert len(calls) == 4

    run(scenario)


@pytest.mark.parametrize("wrong", ["text", ["text"], [["a", "b"]], []])
def test_a_batch_function_that_returns_no_lists_says_so(wrong: Any) -> None:
    with gr.Blocks() as demo:
        word, out, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda words: wrong, word, out, batch=True)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert "returns a list of 1 lists" in page.toasts[0][1]

    run(scenario)


def test_a_generator_has_no_batches() -> None:
    def each(words: list[str]) -> Any:
        yield words

    with gr.Blocks(), pytest.raises(ValueError, match="generator can't work in batches"):
        gr.Button().click(each, gr.Textbox(), gr.Textbox(), batch=True)


def test_a_batch_function_may_ask_for_progress() -> None:
    seen: list[Any] = []

    def upper(words: list[str], progress: gr.Progress = gr.Progress()) -> list[list[str]]:
        progress(0.5)
        seen.append(LocalContext.progress.get() is progress)
        return [[word.upper() for word in words]]

    with gr.Blocks() as demo:
        word, out, button = gr.Textbox("a"), gr.Textbox(), gr.Button()
        button.click(upper, word, out, batch=True)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert (page.value(out), seen, page.toasts) == ("A", [True], [])

    run(scenario)


def test_a_batch_function_gets_lists_by_keyword_and_in_a_dict_too() -> None:
    """As in Gradio."""
    seen: list[Any] = []

    def by_name(words: list[str], other: list[str]) -> list[list[str]]:
        seen.append((words, other))
        return [words]

    def as_dict(data: dict[Any, list[str]]) -> list[list[str]]:
        seen.append(data)
        return [["x"]]

    with gr.Blocks() as demo:
        one, two, out, a, b = gr.Textbox("1"), gr.Textbox("2"), gr.Textbox(), gr.Button(), gr.Button()
        a.click(by_name, one, out, batch=True, inputs_kwargs={"other": two})
        b.click(as_dict, {one, two}, out, batch=True)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(a, "click")
        page.emit(b, "click")
        await settle()
        assert (seen, page.toasts) == ([(["1"], ["2"]), {one: ["1"], two: ["2"]}], [])

    run(scenario)
