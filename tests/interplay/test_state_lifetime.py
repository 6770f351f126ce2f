"""How long a State lives: ``time_to_live``, ``delete_callback``, leaving the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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


class Timers:
    """A clock of the test's own for the timers of the running loop."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._loop = asyncio.get_running_loop()
        self._now = 0.0
        self._handles: list[asyncio.TimerHandle] = []
        monkeypatch.setattr(self._loop, "call_later", self._call_later)

    def pass_by(self, seconds: float) -> None:
        self._now += seconds
        due = [handle for handle in self._handles if handle.when() <= self._now]
        self._handles = [handle for handle in self._handles if handle not in due]
        for handle in due:
            if not handle.cancelled():
                handle._run()

    def _call_later(self, delay: float, callback: Callable[..., Any], *args: Any) -> asyncio.TimerHandle:
        handle = asyncio.TimerHandle(self._now + delay, callback, args, self._loop)
        self._handles.append(handle)
        return handle


def living(**options: Any) -> tuple[gr.Blocks, gr.State, gr.Button, list[Any]]:
    """An app that counts in a State, and the values that its ``delete_callback`` got."""
    deleted: list[Any] = []
    with gr.Blocks() as demo:
        state, button = gr.State(0, delete_callback=deleted.append, **options), gr.Button()
        button.click(lambda n: n + 1, state, state)
    return demo, state, button, deleted


def test_a_value_lives_for_its_time_after_it_was_last_written(monkeypatch: pytest.MonkeyPatch) -> None:
    demo, state, button, deleted = living(time_to_live=60)

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        timers.pass_by(59)
        await click(page, button)
        timers.pass_by(59)
        assert (read(page, state), deleted) == (1, [])
        timers.pass_by(1)
        assert deleted == [1]
        assert read(page, state) == 0

    run(scenario)


def test_a_deleted_value_is_deleted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    demo, _, button, deleted = living(time_to_live=60)

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        await click(page, button)
        timers.pass_by(60)
        timers.pass_by(600)
        page.leave()
        page.leave()
        assert deleted == [1]

    run(scenario)


def test_a_value_that_starts_again_has_its_time_again(monkeypatch: pytest.MonkeyPatch) -> None:
    demo, _, button, deleted = living(time_to_live=60)

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        timers.pass_by(60)
        await click(page, button)
        await click(page, button)
        timers.pass_by(60)
        assert deleted == [0, 2]

    run(scenario)


def test_change_compares_with_the_default_once_a_value_was_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    demo, state, button, _ = living(time_to_live=60)
    seen: list[int] = []
    with demo:
        state.change(seen.append, state)

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        await click(page, button)
        timers.pass_by(60)
        await click(page, button)
        assert seen == [1, 1]

    run(scenario)


def test_a_function_as_default_runs_again_once_a_value_was_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter(range(10))
    with gr.Blocks() as demo:
        state = gr.State(lambda: next(numbers), time_to_live=60)

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        assert read(page, state) == 0
        timers.pass_by(60)
        assert read(page, state) == 1

    run(scenario)


def test_without_a_time_to_live_a_value_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    demo, state, button, deleted = living()

    async def scenario() -> None:
        timers = Timers(monkeypatch)
        page = FakePage(demo)
        await click(page, button)
        timers.pass_by(10**9)
        assert (read(page, state), deleted) == (1, [])

    run(scenario)


def test_leaving_the_page_deletes_every_state_and_runs_unload_listeners_once() -> None:
    deleted: list[Any] = []
    left: list[str | None] = []
    with gr.Blocks() as demo:
        written, button = gr.State(0, delete_callback=deleted.append), gr.Button()
        gr.State("untouched", delete_callback=deleted.append)
        button.click(lambda: 5, None, written)

        def unload(request: gr.Request) -> None:
            left.append(request.session_hash)

        demo.unload(unload)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await click(page, button)
        page.leave()
        page.leave()
        await settle()
        assert deleted == [5, "untouched"]
        assert left == [page.session.request.session_hash]

    run(scenario)


def test_a_delete_callback_that_raises_is_reported_and_the_others_run(capsys: pytest.CaptureFixture[str]) -> None:
    deleted: list[Any] = []

    def fail(value: Any) -> None:
        raise RuntimeError("can't let go")

    with gr.Blocks() as demo:
        gr.State(1, delete_callback=fail)
        gr.State(2, delete_callback=deleted.append)

    async def scenario() -> None:
        page = FakePage(demo)
        page.leave()
        assert deleted == [2]
        assert page.toasts == [("error", "can't let go")]

    run(scenario)
    assert "RuntimeError: can't let go" in capsys.readouterr().err
