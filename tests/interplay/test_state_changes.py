"""``change`` of a State: what fires it, and rings of States that change each other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle, spawn_eagerly
from pyblocks.engine import scheduler
from pyblocks.engine.scheduler import MAX_ROUNDS


async def click(page: FakePage, button: gr.Button) -> None:
    page.emit(button, "click")
    await settle()


def read(page: FakePage, state: gr.State) -> Any:
    """What a handler would get."""
    return page.session.slot(state).argument(None, True)


Register = Callable[[gr.State, gr.Button, gr.Blocks], Any]


def counting(register: Register) -> tuple[gr.Blocks, gr.Button, list[int]]:
    """An app whose listeners ``register`` makes, and the State's value at each run of its ``change`` listener."""
    seen: list[int] = []
    with gr.Blocks() as demo:
        state, button = gr.State(0), gr.Button()
        register(state, button, demo)
        state.change(seen.append, state)
    return demo, button, seen


def three_values() -> Iterator[int]:
    yield from (1, 1, 2)


async def three_values_later() -> AsyncIterator[int]:
    for value in (1, 1, 2):
        await asyncio.sleep(0)
        yield value


async def one_later() -> int:
    await asyncio.sleep(0)
    return 1


def one(*_: Any) -> int:
    return 1


def up_to_two(value: int) -> int:
    return min(2, value + 1)


#: Listeners, how often they change the State, and to what.
LISTENERS: dict[str, tuple[Register, int, int]] = {
    "click": (lambda state, button, demo: button.click(one, None, state), 1, 1),
    "async": (lambda state, button, demo: button.click(one_later, None, state), 1, 1),
    "load": (lambda state, button, demo: demo.load(one, None, state), 1, 1),
    "on": (lambda state, button, demo: gr.on([button.click], one, None, state), 1, 1),
    "then": (lambda state, button, demo: button.click(lambda: None).then(one, None, state), 1, 1),
    "success": (lambda state, button, demo: button.click(lambda: None).success(one, None, state), 1, 1),
    "each yield": (lambda state, button, demo: button.click(three_values, None, state), 2, 2),
    "each async yield": (lambda state, button, demo: button.click(three_values_later, None, state), 2, 2),
    "itself": (
        lambda state, button, demo: button.click(one, None, state) and state.change(up_to_two, state, state),
        2,
        2,
    ),
    "same content": (lambda state, button, demo: button.click(lambda: 0, None, state), 0, 0),
    "no value": (lambda state, button, demo: button.click(gr.skip, None, state), 0, 0),
}


@pytest.mark.parametrize("listener", LISTENERS)
def test_change_fires_after_any_listener_that_changes_the_value(listener: str) -> None:
    register, times, last = LISTENERS[listener]
    demo, button, seen = counting(register)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        await click(page, button)
        assert len(seen) == times
        assert seen[-1:] == [last] * bool(times)

    run(scenario)


def test_change_fires_after_a_failure_listener_that_changes_the_value(capsys: pytest.CaptureFixture[str]) -> None:
    demo, button, seen = counting(lambda state, button, demo: button.click(lambda: 1 / 0).failure(one, None, state))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert seen == [1]

    run(scenario)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_change_fires_for_a_state_written_before_another_output_is_refused() -> None:
    seen: list[int] = []
    with gr.Blocks() as demo:
        state, number, button = gr.State(0), gr.Number(), gr.Button()
        button.click(lambda: (1, gr.update(colour="red")), None, [state, number])
        state.change(seen.append, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert [level for level, _ in page.toasts] == ["error"]
        assert seen == [1]

    run(scenario)


@pytest.mark.parametrize(("old", "new"), [(1, True), (1, 1.0), ([1], (1,)), ({"a": [1]}, {"a": [2]}), (None, "")])
def test_change_goes_by_content_and_type(old: Any, new: Any) -> None:
    seen: list[Any] = []
    with gr.Blocks() as demo:
        state, button = gr.State(old), gr.Button()
        button.click(lambda: new, None, state)
        state.change(seen.append, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        await click(page, button)
        assert seen == [new]

    run(scenario)


def test_chains_of_states_settle_in_order() -> None:
    order: list[tuple[str, int]] = []
    with gr.Blocks() as demo:
        a, b, c, button = gr.State(0), gr.State(0), gr.State(0), gr.Button()

        def step(name: str, value: int) -> int:
            order.append((name, value))
            return value + 1

        button.click(lambda: 1, None, a)
        a.change(lambda value: step("a", value), a, b)
        b.change(lambda value: step("b", value), b, c)
        c.change(lambda value: step("c", value), c)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert order == [("a", 1), ("b", 2), ("c", 3)]

    run(scenario)


@pytest.mark.parametrize("spawn", [scheduler.spawn, spawn_eagerly])
def test_a_ring_of_states_that_never_settles_is_stopped_by_name_and_the_page_lives_on(
    monkeypatch: pytest.MonkeyPatch, spawn: Any
) -> None:
    monkeypatch.setattr(scheduler, "spawn", spawn)
    with gr.Blocks() as demo:
        calm, a, b, c = (gr.State(0) for _ in range(4))
        name, button, out = gr.Textbox("Ada"), gr.Button(), gr.Textbox()
        button.click(lambda: (1, 1), None, [calm, a])
        for one, other in ((a, b), (b, c), (c, a)):
            one.change(lambda value: value + 1, one, other)
        name.submit(lambda text: text.upper(), name, out)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        ((level, message),) = page.toasts
        assert level == "error"
        assert f"{MAX_ROUNDS} rounds" in message
        for number in (2, 3, 4):
            assert f"gr.State() number {number}" in message
        assert "number 1" not in message
        page.emit(name, "submit")
        await settle()
        assert page.value(out) == "ADA"

    run(scenario)


def test_a_change_in_place_of_what_is_no_output_is_kept_and_told_to_nobody() -> None:
    told: list[int] = []
    with gr.Blocks() as demo:
        cart, add, read, add_out = gr.State([]), gr.Button(), gr.Button(), gr.Button()

        def grown(items: list[int]) -> list[int]:
            items.append(1)
            return items

        add.click(lambda items: items.append(1), cart, None)
        read.click(lambda items: items, cart, cart)
        add_out.click(grown, cart, cart)
        cart.change(lambda items: told.append(len(items)), cart)

    async def scenario() -> None:
        page = FakePage(demo)
        for button in (add, read, add_out, read):
            await click(page, button)
        assert told == [2]

    run(scenario)


def test_states_that_change_each_other_are_stopped_through_then_too() -> None:
    with gr.Blocks() as demo:
        state, button = gr.State(0), gr.Button()
        button.click(one, None, state)
        state.change(lambda: None).then(lambda value: value + 1, state, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert [level for level, _ in page.toasts] == ["error"]

    run(scenario)
