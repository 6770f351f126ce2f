"""Performing a run at once: a call of a plain function that was quick last time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from ..handler.handler import comes_later
from ..handler.running import current_run
from ..session.session import Session
from ..tree.tree import Block
from ..wire.outbox import Outbox
from .delivery import Delivery
from .handlers import Handlers
from .inputs import input_values
from .progress_report import ProgressReport
from .run import End, Run
from .statuses import Statuses

#: After a run that took longer than this (seconds), the page may paint that it is pending before the next one starts.
SLOW = 0.05


class QuickRunner:
    """Performs runs that need no task of their own.

    Parameters:
        session: whose blocks the runs read and update.
        outbox: sends messages to the page.
        handlers: the functions to call.
        statuses: is told how the runs end.
        report: tells the visitor of an error.
        on_result: is told after each result which blocks got a value.
        pause: lets the page paint in the middle of a plain function, where Python can be suspended; does nothing else.
    """

    def __init__(
        self,
        session: Session,
        outbox: Outbox,
        handlers: Handlers,
        statuses: Statuses,
        report: Callable[[BaseException], None],
        on_result: Callable[[Run, list[Block]], None],
        pause: Callable[[], None],
    ) -> None:
        self._session = session
        self._outbox = outbox
        self._handlers = handlers
        self._statuses = statuses
        self._report = report
        self._on_result = on_result
        self._pause = pause

    def perform(self, run: Run, quietly: bool) -> End | None:
        """Do the whole run, if it is of a plain function that was quick last time.

        Parameters:
            quietly: whether the page needn't hear of it before it is over, or asks (see :meth:`Statuses.start`).

        Returns:
            How it ended; None if it is for :meth:`Runner.perform` to do, or to finish.
        """
        dependency = run.dependency
        if dependency not in self._handlers.simple or (dependency in self._handlers.slow and not run.by_page):
            return None
        if not quietly:
            self._statuses.start(run)
        return self._call(run)

    def _call(self, run: Run) -> End | None:
        current_run.set(run)
        run.has_begun = True
        run.report = ProgressReport(run, self._session.listeners.number(run.dependency), self._pause)
        handler = self._handlers.functions[run.dependency]
        started = time.perf_counter()
        try:
            args, kwargs = handler.bind(*input_values(run, self._session), run.request, run.event_data)
            result = handler.fn(*args, **kwargs)
            if run.is_cancelled:
                raise asyncio.CancelledError
            if comes_later(result):
                run.returned = result
                return None
            Delivery(run, self._session, self._outbox, self._on_result, self._report).take_now(result)
        except asyncio.CancelledError:
            self._statuses.end(run, "complete")
            return "cancelled"
        except BaseException as error:  # as in `Runner.perform`
            self._report(error)
            self._statuses.end(run, "error")
            return "failure"
        finally:
            run.report.close()
            if time.perf_counter() - started > SLOW:
                self._handlers.slow.add(run.dependency)
        self._statuses.end(run, "complete")
        return "success"
