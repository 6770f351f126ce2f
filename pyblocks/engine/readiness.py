"""When the page is ready: once what it was loaded with has given its first results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from ..wire.protocol import ToPage
from .run import Run


class Readiness:
    """Tells the page ``ready`` when each of some runs has given a first result, or never will.

    Parameters:
        send: sends a message to the page.
    """

    def __init__(self, send: Callable[[ToPage], None]) -> None:
        self._send = send
        self._awaited: set[Run] = set()
        self._is_starting = False

    @contextmanager
    def of(self, runs: Iterable[Run]) -> Iterator[None]:
        """These runs are started inside of the ``with``; the page is told after it at the earliest."""
        self._awaited = set(runs)
        self._is_starting = True
        yield
        self._is_starting = False
        if not self._awaited:
            self._send({"type": "ready"})

    def awaits(self, run: Run) -> bool:
        """Whether the page still waits for ``run``."""
        return run in self._awaited

    def add(self, run: Run, loads: Iterable[Run]) -> None:
        """If the page waits for ``run``, it waits for the ``load`` listeners of what that has rendered too."""
        if self.awaits(run):
            self._awaited.update(loads)

    def settled(self, run: Run) -> None:
        """``run`` has given a first result, or never will: the page need not wait for it."""
        if self.awaits(run):
            self._awaited.discard(run)
            if not self._awaited and not self._is_starting:
                self._send({"type": "ready"})
