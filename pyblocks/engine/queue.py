"""Which runs may start now: trigger modes and concurrency limits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Protocol

from ..app.dependency import Dependency
from ..handler.messages import Error
from .run import Run


class Decisions(Protocol):
    """Carries out what the queue decides."""

    def enter(self, run: Run) -> None:
        """``run`` starts, or begins to wait for a place: it works on what its inputs are now."""
        ...

    def start(self, run: Run) -> None:
        """Start ``run``; :meth:`Queue.finished` must follow, sooner or later."""
        ...

    def drop(self, run: Run) -> None:
        """``run`` will never start."""
        ...

    def refuse(self, run: Run, error: Error) -> None:
        """``run`` would have to wait, and no place is left."""
        ...

    def wait(self, run: Run, place: int, size: int) -> None:
        """``run`` is its listener's first, none of which runs: its place, from 1, among ``size`` that wait."""
        ...


class Queue:
    """Runs that wait and runs that go on, as Gradio queues them, for one page.

    Parameters:
        decisions: carries out what this decides.
        limit: most runs at once of what shares a listener's lane; None for no limit.
        max_size: most runs that may wait; None for no limit.
    """

    def __init__(
        self, decisions: Decisions, *, limit: Callable[[Dependency], int | None], max_size: int | None = None
    ) -> None:
        self._decisions = decisions
        self._limit = limit
        self._max_size = max_size
        #: By what a listener is across renderings: its runs that wait or go on, and of these the latter.
        self._pending: dict[object, int] = {}
        self._going_on: dict[object, int] = {}
        #: By what shares a limit: how many go on, and those that wait.
        self._running: dict[object, int] = {}
        self._waiting: dict[object, deque[Run]] = {}
        self._last: dict[object, Run] = {}

    def submit(self, run: Run) -> None:
        """Start ``run``, let it wait, drop or refuse it, as its dependency's trigger mode and limit say."""
        identity, mode = run.dependency.identity, run.dependency.trigger_mode
        if identity in self._pending and mode == "once":
            self._decisions.drop(run)
        elif identity in self._pending and mode == "always_last":
            if identity in self._last:
                self._decisions.drop(self._last[identity])
            self._last[identity] = run
        else:
            self._enter(run)

    def waiting(self) -> Iterator[Run]:
        """The runs that have not started."""
        yield from self._last.values()
        for waiting in self._waiting.values():
            yield from waiting

    def left(self) -> list[object]:
        """All that is kept of any run; empty where none waits or goes on."""
        return [each for each in (self._pending, self._going_on, self._running, self._waiting, self._last) if each]

    def finished(self, run: Run) -> None:
        """``run`` is over: start what waited for it."""
        dependency, lane = run.dependency, run.dependency.lane
        if not run.is_cancelled:
            self._let_go(run)
        if dependency.queue:
            _count_down(self._running, lane)
            if lane in self._waiting:
                self._begin(self._take_batch(lane, self._waiting[lane][0]))
                self._tell(lane)
        self._let_last_in(dependency.identity)

    def cancelled(self, run: Run) -> None:
        """``run``, which goes on, was cancelled: for its listener it is over, but its place is taken until it is."""
        self._let_go(run)

    def drop_waiting(self, dependency: Dependency) -> list[Run]:
        """Take the runs of ``dependency`` that have not started out; those that had a place in the queue."""
        identity = dependency.identity
        if last := self._last.pop(identity, None):
            self._decisions.drop(last)
        dropped = [run for waiting in self._waiting.values() for run in waiting if run.dependency.identity == identity]
        for run in dropped:
            _count_down(self._pending, identity)
            self._take(run.dependency.lane, run)
            self._decisions.drop(run)
        for lane in {run.dependency.lane for run in dropped}:
            self._tell(lane)
        return dropped

    def _enter(self, run: Run) -> None:
        self._decisions.enter(run)
        dependency, lane = run.dependency, run.dependency.lane
        limit = self._limit(dependency)
        if not dependency.queue or limit is None or self._running.get(lane, 0) < limit:
            _count_up(self._pending, dependency.identity)
            self._begin(run)
        elif self._max_size is not None and sum(map(len, self._waiting.values())) >= self._max_size:
            self._decisions.refuse(run, Error("This application is currently busy. Please try again."))
        else:
            _count_up(self._pending, dependency.identity)
            self._waiting.setdefault(lane, deque()).append(run)
            self._tell(lane)

    def _let_go(self, run: Run) -> None:
        for _ in (run, *run.mates):
            _count_down(self._pending, run.dependency.identity)
        _count_down(self._going_on, run.dependency.identity)

    def _begin(self, run: Run) -> None:
        _count_up(self._going_on, run.dependency.identity)
        if run.dependency.queue:
            _count_up(self._running, run.dependency.lane)
        self._decisions.start(run)

    def _take(self, lane: object, run: Run) -> Run:
        """Take ``run`` out of those that wait."""
        self._waiting[lane].remove(run)
        if not self._waiting[lane]:
            del self._waiting[lane]
        return run

    def _take_batch(self, lane: object, run: Run) -> Run:
        """Take ``run``, and if it is of a ``batch`` listener others of that, which go with it."""
        if run.dependency.batch:
            mates = [other for other in self._waiting[lane] if other.dependency is run.dependency and other is not run]
            run.mates = [self._take(lane, mate) for mate in mates[: run.dependency.max_batch_size - 1]]
        return self._take(lane, run)

    def _let_last_in(self, identity: object) -> None:
        if self._last and identity not in self._pending and (last := self._last.pop(identity, None)):
            self._enter(last)

    def _tell(self, lane: object) -> None:
        """Tell each listener whose runs all wait how far its first one has got."""
        waiting = self._waiting.get(lane, ())
        told: set[object] = set()
        for place, run in enumerate(waiting, 1):
            identity = run.dependency.identity
            if identity not in told and identity not in self._going_on:
                told.add(identity)
                self._decisions.wait(run, place, len(waiting))


def _count_up(counts: dict[object, int], key: object) -> None:
    counts[key] = counts.get(key, 0) + 1


def _count_down(counts: dict[object, int], key: object) -> None:
    """One less; nothing is kept of what is at zero, or each rendering's listeners would stay here."""
    count = counts[key] - 1
    if count:
        counts[key] = count
    else:
        del counts[key]
