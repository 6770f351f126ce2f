from __future__ import annotations

from typing import Any

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_handlers_get_the_very_object_of_a_state() -> None:
    seen: list[Any] = []
    with gr.Blocks() as demo:
        state, button = gr.State({"n": 0}), gr.Button()

        def work(value: Any) -> None:
            value["n"] += 1
            seen.append(value)

        button.click(work, state)

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()
        assert seen[0] is seen[1]
        assert seen[0] == {"n": 2}

    run(scenario)


def test_mutating_a_state_in_place_is_a_change_when_it_is_an_output() -> None:
    changes: list[int] = []
    with gr.Blocks() as demo:
        state, button = gr.State([]), gr.Button()

        def work(value: list[int]) -> list[int]:
            value.append(1)
            return value

        button.click(work, state, state)
        state.change(lambda value: changes.append(len(value)), state)

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()
        assert changes == [1, 2]

    run(scenario)


def test_a_function_as_default_runs_for_each_session() -> None:
    numbers = iter(range(10))
    with gr.Blocks() as demo:
        state = gr.State(lambda: next(numbers))
    first, second = FakePage(demo), FakePage(demo)
    values = [page.session.slot(state).argument(None, True) for page in (first, second)]
    assert values[0] != values[1]
