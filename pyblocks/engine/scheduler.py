"""From what was triggered to runs, and from their results and ends to what these trigger in turn."""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Coroutine
from contextvars import Context, copy_context
from typing import Any

from ..app.dependency import Dependency
from ..handler.messages import Error
from ..session.deep_link import DeepLink, DeepLinkError
from ..session.rendering import Rendering
from ..session.session import Session
from ..tree.events import Trigger
from ..tree.tree import Block, Root
from .channel import Channel
from .queue import Queue
from .readiness import Readiness
from .renderer import Renderer
from .run import End, Run
from .runner import Runner
from .triggers import Triggers
from .watcher import Watcher

#: A chain of runs that set each other off by changing values, with no visitor in between, is stopped after so many.
MAX_ROUNDS = 1000


class Scheduler:
    """Starts the runs of one session when they may, and sees them to their ends.

    It carries out what the queue decides (:class:`~.queue.Decisions`), and hears what runs give
    (:class:`~.runner.Results`).

    Parameters:
        session: whose listeners run.
        channel: the way to the page.
        link: what may still fill the page in while it loads.

    Attributes:
        triggers: notes the runs to start; :meth:`drain` starts them.
        runner: performs them.
        readiness: which of them the page waits for.
    """

    def __init__(self, session: Session, channel: Channel, link: DeepLink | None = None) -> None:
        self._session = session
        self._link = link
        self._channel = channel
        self._context = copy_context()
        self.runner = Runner(session, channel, results=self)
        self.readiness = Readiness(channel.send)
        watcher = Watcher(session, channel.report)
        self.triggers = Triggers(session, channel.send, watcher)
        self._watcher = watcher
        self._renderer = Renderer(session, channel, self.runner.handlers, watcher, busy=self._busy_roots)
        self._queue = Queue(self, limit=session.listeners.limit, max_size=session.root.max_queue_size)
        #: What the queue has decided to start.
        self._startable: deque[Run] = deque()
        self._running: dict[Run, None] = {}
        self._is_over = False
        for dependency in session.listeners:
            watcher.watch(dependency)

    def tell_waiting(self) -> None:
        """Show what goes on: the page is about to paint, and a message that it sent has not been handled to its end."""
        for run in self._running:
            self.runner.statuses.start(run)

    def drain(self, run: Run | None = None, quietly: bool = False) -> None:
        """Start what was triggered, and what that triggers in turn, in order; a long chain is no deep one.

        Parameters:
            run: on whose behalf. While it is being started, the loop that starts it goes on with what it triggers.
                Other events don't wait for that loop: the run may be asleep.
            quietly: whether the page watches over this (see :meth:`tell_waiting`).
        """
        if run is not None and run.starting:
            return
        while self._startable or self.triggers.runs:
            if self._startable:
                self._start(self._startable.popleft(), quietly)
            else:
                self._submit(self.triggers.runs.popleft())

    def _submit(self, run: Run) -> None:
        dependency = run.dependency
        for cancelled in dependency.cancels:
            self._cancel(cancelled)
        if dependency.trigger_mode == "once":
            self._refresh_pending(run)
        if len(run.chain.changed) > MAX_ROUNDS:
            self._channel.report(Error(self._never_settles(run)))
            self.drop(run)
            return
        self._queue.submit(run)

    def _refresh_pending(self, run: Run) -> None:
        """Before ``once`` drops ``run``, give its inputs to the pending run that hasn't read its own.

        Only here do runs wait for a paint: the last letter that somebody types must not be lost by it.
        """
        for other in self._running:
            if not other.has_begun and other.dependency.identity == run.dependency.identity:
                other.target, other.data = run.target, run.data
                self.enter(other)

    def _never_settles(self, run: Run) -> str:
        restless = dict.fromkeys(run.chain.changed[MAX_ROUNDS // 2 :])
        names = ", ".join(map(self._session.name, restless))
        return f"Stopped {run.dependency.name} after {MAX_ROUNDS} rounds of changes that never settle, of {names}."

    # What the queue decides

    def enter(self, run: Run) -> None:
        """Note the values that the page has for the inputs of ``run`` now."""
        inputs = (*run.dependency.inputs, *run.dependency.inputs_kwargs.values())
        run.payloads = {block._id: self._session.slot(block).payload for block in inputs}

    def start(self, run: Run) -> None:
        """It starts in the loop of :meth:`drain`."""
        self._startable.append(run)

    def drop(self, run: Run) -> None:
        """The page need not wait for it to be ready."""
        self.readiness.settled(run)

    def refuse(self, run: Run, error: Error) -> None:
        """The visitor is told, and it has failed."""
        self._channel.report(error)
        self._follow(run, "failure")
        self.readiness.settled(run)

    def wait(self, run: Run, place: int, size: int) -> None:
        """The page shows how far it has got."""
        self.runner.statuses.wait(run, place, size)

    # From start to end

    def _start(self, run: Run, quietly: bool) -> None:
        self._running[run] = None
        run.starting = True
        self._watcher.look_at_states(run)
        context = self._context.copy()  # not that of the run that led to it
        end = context.run(self.runner.start, run, quietly)
        if isinstance(end, str):
            self._ended(run, end)
        else:
            run.task = spawn(self._finish(run, end), context)
            if run.is_cancelled:  # in its first step, when it had no task yet
                run.cancel()
        run.starting = False

    async def _finish(self, run: Run, rest: Coroutine[Any, Any, End]) -> None:
        self._ended(run, await rest)

    def _ended(self, run: Run, end: End) -> None:
        del self._running[run]
        for each in (run, *run.mates):
            if not run.is_cancelled and not each.is_invalid:
                self._follow(each, end)
        self._queue.finished(run)
        for each in (run, *run.mates):
            self.readiness.settled(each)
        self.drain(run)

    def _follow(self, run: Run, end: End) -> None:
        """Trigger what listens for the end of ``run``; one that was cancelled has failed, as in Gradio."""
        if self._session.listeners.may_follow(run.dependency) and not self._is_over:
            for event in ("success" if end == "success" else "failure", "then"):
                self.triggers.of(Trigger(run.dependency, event), chain=run.chain, target=run.target)

    # What runs give

    def got_result(self, run: Run, written: list[Block]) -> None:
        """What listens for changes of these blocks runs."""
        self.triggers.of_changes(written, run.chain)
        self.readiness.settled(run)
        if run.gives_many:  # what one result triggers comes after its run, which would make a listener drop it
            self.drain(run)

    async def got_rendering(self, run: Run, rendering: Rendering) -> None:
        """It takes its place in the page, and its ``load`` listeners run."""
        replacement = await self._renderer.replace(rendering)
        if replacement is None:
            return
        if self.readiness.awaits(run):
            self._fill_in(replacement.blocks)
        self.readiness.add(run, self.triggers.of_rendering(replacement.added, run))
        self.got_result(run, replacement.blocks)

    def _fill_in(self, made: list[Block]) -> None:
        """Take the link that led here, if what was rendered while the page loads has the button for it."""
        if self._link is None:
            return
        try:
            patches = self._link.fill_in(self._session, made)
        except DeepLinkError as error:
            self._channel.send(error.toast())
            return
        if patches:
            self._channel.send({"type": "update", "patches": patches})

    # Cancelling

    def stop_all(self) -> None:
        """Stop every run: the page is left."""
        self._is_over = True
        for dependency in (*self._session.listeners, *self.retired):
            self._cancel(dependency)

    def _cancel(self, dependency: Dependency) -> None:
        """Stop the runs of ``dependency``. A plain function can't be interrupted: the visitor need not wait for it."""
        self._channel.outbox.flush()  # what they gave before counts
        going_on = [run for run in self._running if run.dependency.identity == dependency.identity]
        for run in self._queue.drop_waiting(dependency):
            self._stop(run)
        for run in going_on:
            if not run.is_cancelled:
                self._queue.cancelled(run)
                self._stop(run)

    def _stop(self, run: Run) -> None:
        run.cancel()
        self.runner.statuses.cancel(run)
        for each in (run, *run.mates):
            if not each.is_invalid:
                self._follow(each, "cancelled")
            self.readiness.settled(each)

    def left(self) -> list[object]:
        """All that is kept of any run; empty once all is over."""
        kept = (self._running, self._startable, self.triggers.runs)
        return [*self._queue.left(), *(each for each in kept if each)]

    @property
    def retired(self) -> list[Dependency]:
        """Listeners that were replaced, of which runs may still go on."""
        return self._renderer.retired

    def _busy_roots(self) -> set[Root]:
        """What the listeners of all runs that wait or go on were made with."""
        runs = (*self.triggers.runs, *self._startable, *self._running, *self._queue.waiting())
        return {run.dependency.root for run in runs}


def spawn(coroutine: Coroutine[Any, Any, None], context: Context | None = None) -> asyncio.Task[None]:
    """A task that has run to its first wait when this returns, so that a quick handler needs no turn of the loop."""
    loop = asyncio.get_event_loop()
    if sys.version_info >= (3, 12):
        return asyncio.Task(coroutine, loop=loop, eager_start=True, context=context)
    return loop.create_task(coroutine, context=context)
