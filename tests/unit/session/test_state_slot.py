from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


async def click(page: FakePage, button: gr.Button) -> None:
    page.emit(button, "click")
    await settle()


def read(page: FakePage, state: gr.State) -> Any:
    """What a handler would get."""
    return page.session.slot(state).argument(None, True)


# The first value


def test_changing_the_object_that_a_default_was_made_of_changes_nothing() -> None:
    given = {"cart": ["Milk"]}
    with gr.Blocks() as demo:
        state = gr.State(given)
    given["cart"].append("Water")
    assert read(FakePage(demo), state) == {"cart": ["Milk"]}


def test_each_session_has_a_default_of_its_own() -> None:
    with gr.Blocks() as demo:
        state = gr.State([])
    first, second = FakePage(demo), FakePage(demo)
    read(first, state).append(1)
    assert read(second, state) == []


def test_a_default_that_cannot_be_copied_is_an_error_that_tells_the_way_out() -> None:
    with gr.Blocks(), pytest.raises(TypeError) as caught:
        gr.State({"lock": Lock()})
    for part in ("gr.State", "dict", "_thread.lock", "a function that makes it", "session_hash"):
        assert part in str(caught.value)


def test_a_function_as_default_runs_once_for_each_session_before_load_listeners() -> None:
    calls: list[str] = []

    def make() -> list[str]:
        calls.append("made")
        return ["made"]

    with gr.Blocks() as demo:
        state, out = gr.State(make), gr.Textbox()
        demo.load(lambda value: [*calls, *value], state, out, postprocess=False)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(out) == ["made", "made"]
        FakePage(demo)
        assert calls == ["made", "made"]

    run(scenario)


# The object


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
        await click(page, button)
        await click(page, button)
        assert seen[0] is seen[1]
        assert seen[0] == {"n": 2}

    run(scenario)


def test_a_returned_object_is_the_one_that_the_next_handler_gets() -> None:
    lock = Lock()
    seen: list[Any] = []
    with gr.Blocks() as demo:
        state, put, get = gr.State(), gr.Button(), gr.Button()
        put.click(lambda: lock, None, state)
        get.click(seen.append, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, put)
        await click(page, get)
        assert seen == [lock]

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
        await click(page, button)
        await click(page, button)
        assert changes == [1, 2]

    run(scenario)


def test_mutating_a_state_in_place_is_no_change_when_it_is_only_an_input() -> None:
    changes: list[int] = []
    with gr.Blocks() as demo:
        state, button = gr.State([]), gr.Button()
        button.click(lambda value: value.append(1), state)
        state.change(lambda: changes.append(1))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert read(page, state) == [1]
        assert changes == []

    run(scenario)


# When change fires


#: Listeners, how often they change the State, and to what.


@pytest.mark.parametrize("make", [gr.State, gr.Textbox, gr.BrowserState])
@pytest.mark.parametrize("is_generator", [False, True])
def test_who_watches_several_values_hears_once_of_a_function_that_changed_them(make: Any, is_generator: bool) -> None:
    targets: list[Any] = []

    def once() -> tuple[str, str, str]:
        return "old", "new", "new"

    def twice() -> Iterator[tuple[str, str, str]]:
        yield "old", "new", "new"

    with gr.Blocks() as demo:
        one, two, three = make("old"), make("old"), make("old")
        button, shown, alone = gr.Button(), gr.Textbox(), gr.Number(0)

        def note(*values: str, event: gr.EventData) -> str:
            targets.append(event.target)
            return "".join(values)

        gr.on([one.change, two.change, three.change], note, [one, two, three], shown, trigger_mode="multiple")
        three.change(lambda count: count + 1, alone, alone)
        button.click(twice if is_generator else once, None, [one, two, three])

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert targets == [two]
        assert page.value(shown) == "oldnewnew"
        assert page.value(alone) == 1

    run(scenario)


class NoHash:
    def __hash__(self) -> int:
        raise RuntimeError("no hash today")


class NoEq:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no comparing today")

    def __hash__(self) -> int:
        return 1


def test_a_value_that_cannot_be_compared_is_reported_by_the_states_place(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        _, state, other, button = gr.State(), gr.State(), gr.State(), gr.Button()
        button.click(lambda: ([NoHash()], 1), None, [state, other])
        state.change(lambda: heard.append("state"))
        other.change(lambda: heard.append("other"))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        ((level, message),) = page.toasts
        assert level == "error"
        assert "gr.State() number 2 can't be compared" in message
        assert "RuntimeError: no hash today" in message
        assert heard == ["other"]

    run(scenario)
    assert "no hash today" in capsys.readouterr().err


def test_a_default_that_cannot_be_compared_is_reported_and_the_app_starts(capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        state, button = gr.State(NoHash()), gr.Button()
        button.click(lambda: 1, None, state)
        state.change(lambda: heard.append("changed"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        ((level, message),) = page.toasts
        assert level == "error"
        assert "gr.State() number 1 can't be compared" in message
        await click(page, button)
        assert heard == ["changed"]

    run(scenario)
    assert "no hash today" in capsys.readouterr().err


def test_comparing_never_asks_an_object_whether_it_is_equal() -> None:
    seen: list[str] = []
    with gr.Blocks() as demo:
        state, button = gr.State([NoEq()]), gr.Button()
        button.click(lambda: [NoEq(), 1], None, state)
        state.change(lambda: seen.append("changed"))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert (seen, page.toasts) == (["changed"], [])

    run(scenario)


def test_a_value_that_holds_itself_changes_like_any_other() -> None:
    seen: list[str] = []
    with gr.Blocks() as demo:
        state, button = gr.State([]), gr.Button()

        def grow(value: list[Any]) -> list[Any]:
            value.append(value)
            return value

        button.click(grow, state, state)
        state.change(lambda: seen.append("changed"))

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        await click(page, button)
        assert seen == ["changed", "changed"]

    run(scenario)


# The value stays in Python


def test_nothing_of_a_value_is_in_the_config_or_in_any_message(capsys: pytest.CaptureFixture[str]) -> None:
    secret = "s3cr3t-" + "value"
    with gr.Blocks() as demo:
        state, other, button, bad = gr.State([secret]), gr.State(), gr.Button(), gr.Button()
        out = gr.Textbox()
        button.click(lambda value: (value * 2, len(value)), state, [other, out])
        other.change(len, other, out)
        bad.click(lambda value: value["missing"], state, other)
        demo.load(len, state, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await click(page, button)
        await click(page, bad)
        page.leave()
        await settle()
        assert page.value(out) == "2"
        assert secret not in str(page.config)
        assert secret not in str(page.messages)

    run(scenario)
    captured = capsys.readouterr()
    assert secret not in captured.out + captured.err


# Its life


# Ways to say what it becomes


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        (lambda: 5, 5),
        (lambda: None, None),
        (lambda: gr.update(value=5), 5),
        (lambda: gr.update(value=None), None),
        (lambda: gr.State(5), 5),
        (lambda: gr.State(value=[5]), [5]),
        (gr.State, "old"),
        (gr.update, "old"),
        (lambda: gr.update(visible=False), "old"),
        (gr.skip, "old"),
    ],
)
def test_a_handler_sets_a_state_or_leaves_it(returned: Callable[[], Any], expected: Any) -> None:
    with gr.Blocks() as demo:
        state, button = gr.State("old"), gr.Button()
        button.click(returned, None, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert (read(page, state), page.toasts) == (expected, [])

    run(scenario)


def test_a_state_among_set_inputs_and_dict_outputs() -> None:
    with gr.Blocks() as demo:
        name, names, count, button = gr.Textbox(), gr.State([]), gr.Number(), gr.Button()

        def add(values: dict[Any, Any]) -> dict[Any, Any]:
            return {names: [*values[names], values[name]], count: len(values[names]) + 1}

        button.click(add, {name, names}, [names, count])

    async def scenario() -> None:
        page = FakePage(demo)
        for text in ("Ada", "Bob"):
            page.type(name, text)
            await click(page, button)
        assert (read(page, names), page.value(count)) == (["Ada", "Bob"], 2)

    run(scenario)


def test_a_state_by_keyword() -> None:
    with gr.Blocks() as demo:
        state, button, out = gr.State(2), gr.Button(), gr.Number()
        button.click(lambda *, factor: factor * 3, None, out, inputs_kwargs={"factor": state})

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert page.value(out) == 6

    run(scenario)


def test_one_state_in_several_events_at_once_has_what_was_written_last() -> None:
    with gr.Blocks() as demo:
        state, slow, quick = gr.State([]), gr.Button(), gr.Button()

        async def wait_and_add(value: list[str]) -> list[str]:
            await asyncio.sleep(0.01)
            value.append("slow")
            return value

        slow.click(wait_and_add, state, state, trigger_mode="multiple", concurrency_limit=None)
        quick.click(lambda value: [*value, "quick"], state, state)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(slow, "click")
        page.emit(slow, "click")
        await settle()
        assert read(page, state) == ["slow", "slow"]
        page.emit(slow, "click")
        page.emit(quick, "click")
        await asyncio.sleep(0)
        await settle()
        assert read(page, state) == ["slow", "slow", "slow"]

    run(scenario)


def test_two_listeners_of_one_event_write_one_state_one_after_the_other() -> None:
    seen: list[int] = []
    with gr.Blocks() as demo:
        state, button = gr.State(0), gr.Button()
        button.click(lambda n: n + 1, state, state)
        button.click(lambda n: n + 10, state, state)
        state.change(seen.append, state)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert read(page, state) == 11
        assert seen[-1] == 11

    run(scenario)


# The way out for what can't be copied, compared or shared


def test_a_dict_by_session_hash_holds_what_a_state_can_not() -> None:
    workers: dict[str, Any] = {}

    def start(request: gr.Request) -> None:
        workers[str(request.session_hash)] = {"lock": Lock(), "done": 0}

    def work(request: gr.Request) -> int:
        mine = workers[str(request.session_hash)]
        with mine["lock"]:
            mine["done"] += 1
        return int(mine["done"])

    def stop(request: gr.Request) -> None:
        del workers[str(request.session_hash)]

    with gr.Blocks() as demo:
        button, out = gr.Button(), gr.Number()
        demo.load(start)
        button.click(work, None, out)
        demo.unload(stop)

    async def scenario() -> None:
        first, second = FakePage(demo), FakePage(demo)
        for page in (first, second):
            page.load()
            await settle()
        await click(first, button)
        await click(first, button)
        await click(second, button)
        assert (first.value(out), second.value(out)) == (2, 1)
        first.leave()
        await settle()
        assert list(workers) == [second.session.request.session_hash]

    run(scenario)
