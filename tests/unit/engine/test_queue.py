from __future__ import annotations

from typing import Any

import pytest

from pyblocks.app.blocks import Blocks
from pyblocks.app.dependency import Dependency
from pyblocks.engine.queue import Queue
from pyblocks.engine.run import Run
from pyblocks.handler.request import Request
from pyblocks.session.listeners import Listeners


class Recorder:
    """A queue whose starts and drops are written down; runs are named by their data."""

    def __init__(self, **limits: Any) -> None:
        self.started: list[Any] = []
        self.dropped: list[Any] = []
        self.runs: dict[Any, Run] = {}
        self.refused: list[tuple[Any, str]] = []
        self.listeners = Listeners([])
        self.queue = Queue(self, limit=self.listeners.limit, **limits)

    def enter(self, run: Run) -> None:
        """Nothing is noted of its inputs."""

    def wait(self, run: Run, place: int, size: int) -> None:
        """Nobody is told."""

    def start(self, run: Run) -> None:
        self.started.append(run.data)

    def drop(self, run: Run) -> None:
        self.dropped.append(run.data)

    def refuse(self, run: Run, error: Exception) -> None:
        self.refused.append((run.data, str(error)))

    def submit(self, dependency: Dependency, name: Any) -> None:
        self.runs[name] = Run(dependency, lambda message: None, Request(), data=name)
        self.queue.submit(self.runs[name])

    def finish(self, name: Any) -> None:
        self.queue.finished(self.runs[name])


def dependency(trigger_mode: Any = "multiple", **options: Any) -> Dependency:
    with Blocks() as demo:
        made: Dependency = demo.load(options.pop("fn", lambda: None), trigger_mode=trigger_mode, **options)
    return made


def test_once_drops_what_comes_while_a_run_is_pending() -> None:
    recorder, once = Recorder(), dependency("once")
    recorder.submit(once, "a")
    recorder.submit(once, "b")
    recorder.finish("a")
    recorder.submit(once, "c")
    assert (recorder.started, recorder.dropped) == (["a", "c"], ["b"])


def test_always_last_runs_only_the_newest_afterwards() -> None:
    recorder, last = Recorder(), dependency("always_last")
    for name in "abc":
        recorder.submit(last, name)
    assert recorder.started == ["a"]
    recorder.finish("a")
    assert (recorder.started, recorder.dropped) == (["a", "c"], ["b"])


def test_multiple_waits_for_the_limit_in_order() -> None:
    recorder, multiple = Recorder(), dependency(concurrency_limit=2)
    for name in "abcd":
        recorder.submit(multiple, name)
    assert recorder.started == ["a", "b"]
    recorder.finish("b")
    assert recorder.started == ["a", "b", "c"]
    recorder.finish("a")
    assert recorder.started == ["a", "b", "c", "d"]


def test_no_limit_starts_all_at_once() -> None:
    recorder, free = Recorder(), dependency(concurrency_limit=None)
    for name in "abc":
        recorder.submit(free, name)
    assert recorder.started == ["a", "b", "c"]


def test_a_concurrency_id_shares_one_limit() -> None:
    recorder = Recorder()
    one, other = dependency(concurrency_id="gpu"), dependency(concurrency_id="gpu")
    recorder.submit(one, "a")
    recorder.submit(other, "b")
    assert recorder.started == ["a"]
    recorder.finish("a")
    assert recorder.started == ["a", "b"]


def test_one_function_in_two_listeners_shares_one_limit() -> None:
    def fn() -> None: ...

    recorder = Recorder()
    recorder.submit(dependency(fn=fn), "a")
    recorder.submit(dependency(fn=fn), "b")
    assert recorder.started == ["a"]


def test_a_full_queue_refuses_and_says_so() -> None:
    recorder, multiple = Recorder(max_size=1), dependency()
    recorder.submit(multiple, "a")
    recorder.submit(multiple, "b")
    recorder.submit(multiple, "c")
    assert recorder.refused == [("c", "This application is currently busy. Please try again.")]
    recorder.finish("a")
    assert recorder.started == ["a", "b"]


def test_waiting_runs_can_be_dropped() -> None:
    recorder, multiple = Recorder(), dependency()
    for name in "abc":
        recorder.submit(multiple, name)
    recorder.queue.drop_waiting(multiple)
    recorder.finish("a")
    assert (recorder.started, recorder.dropped) == (["a"], ["b", "c"])


def test_a_cancelled_run_keeps_its_place_and_its_listener_may_start_anew() -> None:
    recorder, once = Recorder(), dependency("once")
    recorder.submit(once, "a")
    recorder.queue.cancelled(recorder.runs["a"])
    recorder.runs["a"].cancel()
    recorder.submit(once, "b")
    recorder.submit(once, "c")
    assert (recorder.started, recorder.dropped) == (["a"], ["c"])
    recorder.finish("a")
    assert recorder.started == ["a", "b"]


@pytest.mark.parametrize(("limits", "together"), [((3, 1), 1), ((None, 2), 2), ((None, None), 4), (("default", 3), 1)])
def test_the_lowest_limit_of_those_that_share_one_holds_for_all(limits: Any, together: int) -> None:
    """As in Gradio, whichever runs first."""
    recorder = Recorder()
    listeners = [dependency(concurrency_id="gpu", concurrency_limit=limit) for limit in limits]
    for each in listeners:
        recorder.listeners.add(each)
    for name in range(4):
        recorder.submit(listeners[0], name)
    assert len(recorder.started) == together
    recorder.listeners.remove(listeners[1])
    assert recorder.listeners.limit(listeners[0]) == {"default": 1}.get(limits[0], limits[0])
