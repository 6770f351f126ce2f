"""What the page shows of runs while they wait and go on: their statuses, over the outputs of their listeners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ..app.dependency import Dependency
from ..session.session import Session
from ..wire.protocol import StatusMessage, ToPage
from .run import Run


class Statuses:
    """Tells the page how far runs are.

    Parameters:
        session: whose runs.
        send: sends a message to the page.
    """

    def __init__(self, session: Session, send: Callable[[ToPage], None]) -> None:
        self._session = session
        self._send = send

    def wait(self, run: Run, place: int, size: int) -> None:
        """``run`` waits: its place in the queue, from 1, and how many wait."""
        self._tell(run.dependency, "pending", (place, size))

    def start(self, run: Run) -> None:
        """``run`` goes on, unless the page knows."""
        if not run.is_told:
            run.is_told = True
            self._tell(run.dependency, "pending")

    def generate(self, run: Run) -> None:
        """``run`` has given a result and goes on."""
        if run.stage != "generating":
            run.stage = "generating"
            self._tell(run.dependency, "generating")

    def end(self, run: Run, stage: Literal["complete", "error"]) -> None:
        """``run``, which the page may never have heard of, is over.

        Of one that was cancelled the page knows that (see :meth:`cancel`), and may show the next run by now.
        """
        if not run.is_cancelled and (run.is_told or stage == "error" or run.dependency.scroll_to_output):
            self._tell(run.dependency, stage)

    def cancel(self, run: Run) -> None:
        """The visitor need not wait for ``run`` any more, nor be told of it."""
        run.is_told = True
        self._tell(run.dependency, "complete")

    def _tell(
        self,
        dependency: Dependency,
        stage: Literal["pending", "generating", "complete", "error"],
        queue: tuple[int, int] | None = None,
    ) -> None:
        shown = dependency.show_progress != "hidden" and (dependency.outputs or dependency.show_progress_on)
        if shown or dependency.scroll_to_output:
            number = self._session.listeners.number(dependency)
            message: StatusMessage = {"type": "status", "dependency": number, "stage": stage}
            self._send(message if queue is None else {**message, "queue": queue})
