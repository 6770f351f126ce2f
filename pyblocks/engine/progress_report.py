"""How far one run is: what of it the page hears, and when it may paint."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from ..handler.running import Steps
from .run import Run

#: The page hears of progress once in this time (seconds), and of a few steps at once before that.
_INTERVAL = 0.05
_BURST = 3


class ProgressReport:
    """Tells the page of one run's progress: often enough to be seen, seldom enough to cost nothing.

    Parameters:
        run: whose progress.
        dependency: the number of its listener in the config.
        pause: lets the page paint while the function waits; does nothing where Python can't wait.
    """

    def __init__(self, run: Run, dependency: int, pause: Callable[[], None]) -> None:
        self._run = run
        self._dependency = dependency
        self._pause = pause
        self._shown: Steps | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._allowed: float = _BURST
        self._looked = 0.0
        self._is_open = run.dependency.show_progress != "hidden"

    def show(self, progress: Steps) -> None:
        """Show how far ``progress`` is; a little later, where the page has heard a lot."""
        if not self._is_open:
            return
        self._shown = progress
        now = time.perf_counter()
        self._allowed = min(_BURST, self._allowed + (now - self._looked) / _INTERVAL)
        self._looked = now
        if self._allowed >= 1:
            self._allowed -= 1
            self._tell()
            self._pause()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_INTERVAL, self._tell)

    def close(self) -> None:
        """The run is over."""
        self._is_open = False
        if self._timer is not None:
            self._timer.cancel()

    def _tell(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._shown is not None:
            self._run.send({"type": "progress", "dependency": self._dependency, "steps": self._shown.steps()})
            self._run.stage = "pending"
