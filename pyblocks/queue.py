"""Which runs may start now: trigger modes and concurrency limits."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable

from .dependency import Dependency
from .errors import Error
from .run import Run


class Queue:
    """Runs that wait and runs that go on, as Gradio queues them, for one page.

    Parameters:
        start: starts a run; :meth:`finished` must follow, sooner or later.
        drop: is told of each run that will never start.
        default_limit: most runs of one function at once, where its listener doesn't say; None for no limit.
        max_size: most runs that may wait; None for no limit.
    """

    def __init__(
        self,
        start: Callable[[Run], None],
        drop: Callable[[Run], None],
        default_limit: int | None = 1,
        max_size: int | None = None,
    ) -> None:
        self._start = start
        self._drop = drop
        self._default_limit = default_limit
        self._max_size = max_size
        self._pending: Counter[Dependency] = Counter()
        self._running: Counter[object] = Counter()
        self._waiting: defaultdict[object, deque[Run]] = defaultdict(deque)
        self._last: dict[Dependency, Run] = {}

    def submit(self, run: Run) -> None:
        """Start ``run``, let it wait, or drop it, as its dependency's trigger mode and limit say.

        Raises:
            Error: it would have to wait and no place is left.
        """
        dependency = run.dependency
        if self._pending[dependency] and dependency.trigger_mode == "once":
            self._drop(run)
        elif self._pending[dependency] and dependency.trigger_mode == "always_last":
            if dependency in self._last:
                self._drop(self._last[dependency])
            self._last[dependency] = run
        else:
            self._enter(run)

    def _enter(self, run: Run) -> None:
        lane = self._lane(run.dependency)
        limit = run.dependency.concurrency_limit
        limit = self._default_limit if limit == "default" else limit
        if limit is None or self._running[lane] < limit:
            self._pending[run.dependency] += 1
            self._running[lane] += 1
            self._start(run)
        elif self._max_size is not None and sum(map(len, self._waiting.values())) >= self._max_size:
            self._drop(run)
            raise Error(f"Queue is full. Max size is {self._max_size} and size is {self._max_size}.")
        else:
            self._pending[run.dependency] += 1
            self._waiting[lane].append(run)

    def finished(self, run: Run) -> None:
        """``run`` is over: start what waited for it."""
        dependency, lane = run.dependency, self._lane(run.dependency)
        self._pending[dependency] -= 1
        self._running[lane] -= 1
        self._pending[dependency] -= len(run.mates)
        if self._waiting[lane]:
            self._running[lane] += 1
            self._start(self._next(self._waiting[lane]))
        if not self._pending[dependency] and (last := self._last.pop(dependency, None)):
            self._enter(last)

    @staticmethod
    def _next(waiting: deque[Run]) -> Run:
        """Take the next one; if it is of a ``batch`` listener, others of that go with it."""
        run = waiting.popleft()
        if run.dependency.batch:
            others = [other for other in waiting if other.dependency is run.dependency]
            run.mates = others[: run.dependency.max_batch_size - 1]
            for mate in run.mates:
                waiting.remove(mate)
        return run

    def drop_waiting(self, dependency: Dependency) -> None:
        """Take the runs of ``dependency`` that have not started out of the queue."""
        lane = self._waiting[self._lane(dependency)]
        dropped = [run for run in lane if run.dependency is dependency]
        self._pending[dependency] -= len(dropped)
        if last := self._last.pop(dependency, None):
            dropped.append(last)
        for run in dropped:
            if run in lane:
                lane.remove(run)
            self._drop(run)

    @staticmethod
    def _lane(dependency: Dependency) -> object:
        """What shares a limit: a ``concurrency_id``, or else a function."""
        return dependency.concurrency_id or dependency.fn or dependency
