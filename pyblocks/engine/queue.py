"""Which runs may start now: trigger modes and concurrency limits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from ..app.dependency import Dependency
from ..handler.messages import Error
from .run import Run


class Queue:
    """Runs that wait and runs that go on, as Gradio queues them, for one page.

    Parameters:
        start: starts a run; :meth:`finished` must follow, sooner or later.
        drop: is told of each run that will never start.
        refuse: is told of each run that would have to wait while no place is left, and why it can't.
        limit: most runs at once of what shares a listener's lane; None for no limit.
        max_size: most runs that may wait; None for no limit.
        enter: is told of each run that starts or begins to wait for a place: it works on what its inputs are then.
        wait: is told the place, from 1, of a listener's first waiting run, and how many wait there, while none of that
            listener runs.
    """

    def __init__(
        self,
        start: Callable[[Run], None],
        drop: Callable[[Run], None],
        refuse: Callable[[Run, Error], None],
        limit: Callable[[Dependency], int | None],
        max_size: int | None = None,
        enter: Callable[[Run], None] = lambda run: None,
        wait: Callable[[Run, int, int], None] = lambda run, place, size: None,
    ) -> None:
        self._start = start
        self._drop = drop
        self._told_enter = enter
        self._wait = wait
        self._refuse = refuse
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
            self._drop(run)
        elif identity in self._pending and mode == "always_last":
            if identity in self._last:
                self._drop(self._last[identity])
            self._last[identity] = run
        else:
            self._enter(run)

    def waiting(self) -> Iterator[Run]:
        """The runs that have not started."""
        yield from self._last.values()
        for waiting in self._waiting.values():
            yield from waiting

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
            self._drop(last)
        dropped = [run for waiting in self._waiting.values() for run in waiting if run.dependency.identity == identity]
        for run in dropped:
            _count_down(self._pending, identity)
            self._take(run.dependency.lane, run)
            self._drop(run)
        for lane in {run.dependency.lane for run in dropped}:
            self._tell(lane)
        return dropped

    def _enter(self, run: Run) -> None:
        self._told_enter(run)
        dependency, lane = run.dependency, run.dependency.lane
        limit = self._limit(dependency)
        if not dependency.queue or limit is None or self._running.get(lane, 0) < limit:
            _count_up(self._pending, dependency.identity)
            self._begin(run)
        elif self._max_size is not None and sum(map(len, self._waiting.values())) >= self._max_size:
            self._refuse(run, Error("This application is currently busy. Please try again."))
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
        self._start(run)

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
                self._wait(run, place, len(waiting))


def _count_up(counts: dict[object, int], key: object) -> None:
    counts[key] = counts.get(key, 0) + 1


def _count_down(counts: dict[object, int], key: object) -> None:
    """One less; nothing is kept of what is at zero, or each rendering's listeners would stay here."""
    count = counts[key] - 1
    if count:
        counts[key] = count
    else:
        del counts[key]
