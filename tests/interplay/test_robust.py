"""What an app's code may do wrong, and that it harms nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def recurse(n: int = 0) -> int:
    return recurse(n + 1)


def interrupt() -> None:
    raise KeyboardInterrupt


def deep(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def circle() -> list[Any]:
    value: list[Any] = []
    value += [value, value]
    return value


@pytest.mark.parametrize(
    ("fn", "message"),
    [
        (recurse, "maximum recursion depth exceeded"),
        (lambda: sys.exit("leaving"), "leaving"),
        (sys.exit, "SystemExit"),
        (interrupt, "KeyboardInterrupt"),
        (lambda: len([0] * 2**62), "MemoryError"),
        (lambda: 1 / 0, "division by zero"),
    ],
)
def test_whatever_a_handler_raises_is_told_and_the_next_one_runs(fn: Callable[[], Any], message: str) -> None:
    with gr.Blocks() as demo:
        out, bad, good = gr.Textbox(), gr.Button(), gr.Button()
        bad.click(fn, None, out)
        good.click(lambda: "fine", None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(bad, "click")
        await settle()
        [(level, told)] = page.toasts
        assert level == "error"
        assert message in told
        page.emit(good, "click")
        await settle()
        assert page.value(out) == "fine"

    run(scenario)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({object()}, "can't show set"),
        ([object()], "can't show object"),
        (deep(5000), "nested over 1100 levels"),
        (deep(10**6), "nested over 1100 levels"),
        (circle(), "hold themselves"),
        ({"a": {"b": circle()}}, "hold themselves"),
    ],
)
def test_a_value_that_cannot_be_shown_is_told_by_its_output_and_the_others_are_shown(value: Any, message: str) -> None:
    with gr.Blocks() as demo:
        before, tree, after = gr.Textbox(), gr.JSON(label="Tree"), gr.Textbox()
        button = gr.Button()
        button.click(lambda: ("one", value, "two"), None, [before, tree, after])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert [page.value(each) for each in (before, tree, after)] == ["one", None, "two"]
        [(_, told)] = page.toasts
        assert told.startswith("gr.JSON('Tree'): ")
        assert message in told

    run(scenario)


def test_several_values_that_cannot_be_shown_are_all_told() -> None:
    with gr.Blocks() as demo:
        trees = [gr.JSON(label=name) for name in "AB"]
        button = gr.Button()
        button.click(lambda: [{object()}, {object()}], None, trees)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert [told[:12] for _, told in page.toasts] == ["gr.JSON('A')", "gr.JSON('B')"]

    run(scenario)


@pytest.mark.parametrize("value", [deep(400), [{"id": i} for i in range(100_000)], {"text": "x" * 10**7}])
def test_large_values_pass(value: Any) -> None:
    with gr.Blocks() as demo:
        tree, button = gr.JSON(), gr.Button()
        button.click(lambda: value, None, tree)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.toasts == []
        assert page.value(tree) == value

    run(scenario)


def test_what_an_output_refuses_is_told_by_its_name() -> None:
    with gr.Blocks() as demo:
        text, number, button = gr.Textbox(), gr.Slider(label="Count"), gr.Button()
        button.click(lambda: ("shown", "no number"), None, [text, number])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.value(text) == "shown"
        [(_, told)] = page.toasts
        assert told.startswith("gr.Slider('Count'): ")
        assert "no number" in told

    run(scenario)


def test_a_thousand_clicks_are_all_handled_or_dropped_as_their_listeners_say() -> None:
    counted: list[str] = []
    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(lambda: counted.append("multiple"), trigger_mode="multiple")
        button.click(lambda: counted.append("once"), trigger_mode="once")
        button.click(lambda: counted.append("last"), trigger_mode="always_last")

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(1000):
            page.emit(button, "click")
        await settle()
        assert {kind: counted.count(kind) for kind in counted} == {"multiple": 1000, "once": 1, "last": 2}

    run(scenario)


def test_an_exception_that_has_no_text_ends_its_run_like_any_other(capsys: pytest.CaptureFixture[str]) -> None:
    class Silent(Exception):
        def __str__(self) -> str:
            raise ValueError("no text")

    def fail(count: int) -> int:
        if count:
            return count
        raise Silent

    with gr.Blocks() as demo:
        number, button, out = gr.Number(0), gr.Button(), gr.Number()
        button.click(fail, number, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.toasts == [("error", "Silent: <exception str() failed>")]
        page.type(number, 1)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == 1

    run(scenario)
    capsys.readouterr()


def test_an_error_that_cannot_be_shown_as_it_is_is_told_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    seconds: Any = object()

    def fail() -> None:
        raise gr.Error("broken", duration=seconds)

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(fail)

    async def scenario() -> None:
        page = FakePage(demo)
        for count in (1, 2):
            page.emit(button, "click")
            await settle()
            assert len(page.toasts) == count
            assert page.toasts[-1][1].startswith("broken (gr.Error: The page can't show object")

    run(scenario)
    capsys.readouterr()
