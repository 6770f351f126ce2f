"""A listener's ``js``: what it gets, what becomes of what it returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_a_script_gets_the_inputs_and_gives_the_arguments() -> None:
    with gr.Blocks() as demo:
        first, second, out, button = gr.Textbox("a"), gr.Number(2), gr.Textbox(), gr.Button()
        button.click(lambda text, number: f"{text} {number}", [first, second], out, js="(a, b) => [a + '!', b * 2]")

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(first, "typed")
        page.emit(button, "click")
        script = await page.script()
        assert (script["source"], script["args"]) == ("(a, b) => [a + '!', b * 2]", ["typed", 2])
        assert page.value(out) == ""
        await page.answer(["typed!", 4])
        await settle()
        assert page.value(out) == "typed! 4"

    run(scenario)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"value": ["x", "y"]}, "'x' 'y'"),
        ({"value": ["x"]}, "'x' None"),
        ({"value": ["x", "y", "z"]}, "'x' 'y'"),
        ({"nothing": True}, "None None"),
    ],
)
def test_what_a_script_does_not_return_is_none(answer: dict[str, Any], expected: str) -> None:
    with gr.Blocks() as demo:
        first, second, out, button = gr.Textbox("a"), gr.Textbox("b"), gr.Textbox(), gr.Button()
        button.click(lambda x, y: f"{x!r} {y!r}", [first, second], out, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer(**answer)
        await settle()
        assert page.value(out) == expected

    run(scenario)


@pytest.mark.parametrize(("value", "expected"), [("x", "'x'"), (None, "None"), (["p", "q"], "'p'")])
def test_the_only_input_may_come_without_a_list(value: Any, expected: str) -> None:
    with gr.Blocks() as demo:
        text, out, button = gr.Textbox("a"), gr.Textbox(), gr.Button()
        button.click(lambda x: f"{x!r}", text, out, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer(value)
        await settle()
        assert page.value(out) == expected

    run(scenario)


def test_one_value_for_several_is_refused() -> None:
    with gr.Blocks() as demo:
        first, second, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda x, y: None, [first, second], js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer("both")
        await settle()
        [(level, message)] = page.toasts
        assert level == "error"
        assert "returned one value for 2 inputs" in message

    run(scenario)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"value": ["x", "y"]}, ["x", "y"]),
        ({"value": ["x"]}, ["x", "old"]),
        ({"value": ["x", "y", "z"]}, ["x", "y"]),
        ({"nothing": True}, ["old", "old"]),
        ({"value": [None, "u"]}, [None, "u"]),
    ],
)
def test_without_a_function_a_script_gives_the_outputs(answer: dict[str, Any], expected: list[Any]) -> None:
    changed: list[Any] = []
    with gr.Blocks() as demo:
        one, two, button = gr.Textbox("old"), gr.Textbox("old"), gr.Button()
        button.click(None, None, [one, two], js="f")
        one.change(changed.append, one)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer(**answer)
        await settle()
        assert [page.value(one), page.value(two)] == expected
        assert changed == [value for value in expected[:1] if value != "old"]
        assert [page.session.slot(each).payload for each in (one, two)] == expected

    run(scenario)


def test_what_a_script_returns_is_preprocessed_as_what_the_visitor_enters_is() -> None:
    with gr.Blocks() as demo:
        choice, out, button = gr.Dropdown(["p", "q"], value="p"), gr.Textbox(), gr.Button()
        button.click(lambda x: x, choice, out, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer("none of them")
        await settle()
        assert "none of them" in page.toasts[0][1]
        assert page.value(out) == ""

    run(scenario)


def test_a_script_never_sees_a_state_and_cannot_change_it_but_it_can_a_browserstate() -> None:
    with gr.Blocks() as demo:
        state, kept = gr.State({"secret": 1}), gr.BrowserState("kept", storage_key="k")
        out, button = gr.Textbox(), gr.Button()
        button.click(lambda s, k: f"{s} {k}", [state, kept], out, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        assert (await page.script())["args"] == [None, "kept"]
        await page.answer([9, "from js"])
        await settle()
        assert page.value(out) == "{'secret': 1} from js"

    run(scenario)


def test_scripts_have_their_place_in_chains_and_at_load() -> None:
    with gr.Blocks() as demo:
        one, two, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda: "py", None, one).then(None, one, two, js="(x) => x + ' js'").success(
            lambda text: text + " py", two, one
        )
        demo.load(None, None, two, js="() => 'loaded'")

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        assert page.sent("ready") == []
        await page.answer("loaded")
        await settle()
        assert page.value(two) == "loaded"
        assert len(page.sent("ready")) == 1
        page.emit(button, "click")
        assert (await page.script())["args"] == ["py"]
        await page.answer("py js")
        await settle()
        assert page.value(one) == "py js py"

    run(scenario)


@pytest.mark.parametrize("fn", [None, lambda: "never"])
def test_an_error_in_a_script_fails_the_run(fn: Callable[..., Any] | None) -> None:
    with gr.Blocks() as demo:
        out, after, button = gr.Textbox(), gr.Textbox(), gr.Button()
        event = button.click(fn, None, out, js="() => { throw new Error('boom') }")
        event.success(lambda: "success", None, after)
        event.failure(lambda: "failure", None, after)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer(error="boom")
        await settle()
        assert page.toasts == [("error", "boom")]
        assert page.value(out) == ""
        assert page.value(after) == "failure"

    run(scenario)


def test_a_cancelled_run_does_not_wait_for_its_script_and_its_late_answer_is_dropped() -> None:
    with gr.Blocks() as demo:
        out, start, stop = gr.Textbox(), gr.Button(), gr.Button()
        event = start.click(None, None, out, js="() => new Promise(() => {})")
        stop.click(None, cancels=event)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(start, "click")
        await page.script()
        page.emit(stop, "click")
        await settle()
        await page.answer("late")
        await settle()
        assert page.value(out) == ""
        page.emit(start, "click")
        await page.answer("in time")
        await settle()
        assert page.value(out) == "in time"

    run(scenario)


def test_a_second_click_runs_no_script_while_the_first_is_pending() -> None:
    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(None, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        page.emit(button, "click")
        await page.answer(nothing=True)
        await settle()
        assert len(page.sent("script")) == 1

    run(scenario)


def test_js_true_is_refused() -> None:
    with gr.Blocks() as demo, pytest.raises(TypeError, match="can't turn Python into JavaScript"):
        gr.Button().click(lambda: None, js=True)
    with pytest.raises(TypeError, match="give a JavaScript function"):
        gr.on([demo.load], lambda: None, js=True)
