"""How a run ends, whatever its function does."""

from __future__ import annotations

import asyncio
from types import TracebackType

from .channel import Channel
from .run import End, Run
from .statuses import Statuses


class Ending:
    """Turns what happens inside of its ``with`` into the end of a run: an exception of the app becomes a message.

    Parameters:
        run: whose end.
        channel: tells the visitor of an error.
        statuses: tells the page that the run is over.

    Attributes:
        end: how it ended; known after the ``with``.
        goes_on: set it where the run isn't over after the ``with``.
    """

    end: End = "success"
    goes_on = False

    def __init__(self, run: Run, channel: Channel, statuses: Statuses) -> None:
        self._run = run
        self._channel = channel
        self._statuses = statuses

    def __enter__(self) -> Ending:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        run = self._run
        if run.report is not None:
            run.report.close()
        if error is None or isinstance(error, asyncio.CancelledError):
            self.end = "success" if error is None else "cancelled"
            if not self.goes_on:
                self._statuses.end(run, "complete")
            return True
        if isinstance(error, GeneratorExit) and run.is_under_way:  # its task is thrown away, with the page
            return False
        # KeyboardInterrupt and sys.exit() too: they would end the page's event loop.
        self.end = "failure"
        self._channel.report(error)
        self._statuses.end(run, "error")
        return True
