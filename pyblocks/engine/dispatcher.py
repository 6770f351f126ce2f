"""From what the page says happened to the runs that follow from it, and from their ends to the next ones."""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import Context, copy_context
from typing import Any

from ..app.dependency import Dependency
from ..handler.messages import Error
from ..session.rendering import Rendering
from ..session.session import Session
from ..tree.events import Trigger
from ..tree.pages import page_of
from ..tree.tree import Block, Root
from ..wire.outbox import Outbox
from ..wire.protocol import EventMessage, LoadMessage, StorageMessage, ToPage, ToPython
from .chain import Chain
from .queue import Queue
from .renderer import Renderer
from .run import End, Run
from .runner import Runner
from .server_functions import answer_call
from .triggers import Triggers
from .watcher import Watcher

#: A chain of runs that set each other off by changing values, with no visitor in between, is stopped after so many.
MAX_ROUNDS = 1000


class Dispatcher:
    """Runs the listeners of one session.

    It knows neither the DOM nor threads: it is given messages, ``send`` and ``paint``.

    Parameters:
        session: whose blocks the listeners work on.
        send: sends a message to the page.
        paint: returns once the page has painted what it was sent.
        pause: lets the page paint in the middle of a plain function, where Python can be suspended; does nothing else.
    """

    def __init__(
        self,
        session: Session,
        send: Callable[[ToPage], None],
        paint: Callable[[], Awaitable[None]],
        pause: Callable[[], None] = lambda: None,
    ) -> None:
        self._session = session
        self._context = copy_context()
        self._outbox = Outbox(send)
        self._send = self._outbox.send
        self._runner = Runner(session, self._outbox, paint, self._got_result, self._got_rendering, pause)
        self._listeners = session.listeners
        self._startable: deque[Run] = deque()
        self._queue = Queue(
            self._startable.append,
            self._settled,
            self._refused,
            session.listeners.limit,
            session.root.max_queue_size,
            self._take_inputs,
            self._runner.statuses.wait,
        )
        self._running: dict[Run, None] = {}
        self._watcher = Watcher(session, self._runner.report)
        self._triggers = Triggers(session, self._send, self._watcher)
        self._renderer = Renderer(
            session, self._outbox, self._runner.handlers, self._watcher, self._runner.report, self._busy_roots
        )
        self._loading: set[object] = set()
        self._left = False
        for dependency in self._listeners:
            self._watcher.watch(dependency)

    def receive(self, message: ToPython) -> None:
        """Handle a message of the page. What takes time goes on after this returns."""
        if message["type"] == "event":
            self._event(message)
            if message.get("replayed"):
                self._tell_when_ready(list(self._triggers.runs))
        elif message["type"] == "load":
            self._load(message)
        elif message["type"] == "call":
            _spawn(answer_call(message, self._session, self._send, self._runner.report))
        elif message["type"] == "script_result":
            self._runner.scripts.answer(message)
        elif message["type"] == "storage":
            _spawn(self._stored_elsewhere(message))
        else:
            self._unload()
        self._drain(quietly=True)

    def _event(self, message: EventMessage) -> None:
        block = self._session.blocks.get(message["target"])
        if block is None:  # a layout that only the page has, or a block that was replaced just now
            return
        edit = message.get("edit")
        if edit is not None:
            self._session.slot(block).edit(edit)
        self._triggers.of(Trigger(block, message["event"]), message.get("data"))
        if edit is not None:
            self._triggers.of_changes([block])

    def _load(self, message: LoadMessage) -> None:
        """Run a page's ``load`` listeners, and those of BrowserStates that changed; then say ``ready``."""
        page = self._session.blocks[message["page"]] if "page" in message else None
        self._triggers.of_page("load", lambda source: page_of(source) is page)
        runs = list(self._triggers.runs)
        self._triggers.of_changes(slot.block for slot in self._session.stored.values())
        self._tell_when_ready(runs)

    def _tell_when_ready(self, runs: list[Run]) -> None:
        """Start what was triggered; say ``ready`` when these runs have given their first results."""
        self._loading = {self, *runs}
        self._drain()
        self._settled(self)

    def _unload(self) -> None:
        """The page is left: stop every run, run the ``unload`` listeners and delete every State, once."""
        if not self._left:
            self._left = True
            self._stop_all()
            self._triggers.of_page("unload")
            self._drain()
            for error in self._session.close():
                self._runner.report(error)

    async def _stored_elsewhere(self, message: StorageMessage) -> None:
        """A BrowserState was written from outside: take it over, unless it doesn't want that of another tab."""
        slot = self._session.stored.get(message["key"])
        if slot is not None and (slot.block.sync or message["by"] == "visitor"):
            await slot.read()  # not what the event told: this page may have written since
            self._triggers.of_changes([slot.block], Chain(heard=slot, version=slot.version))
            self._drain()

    # Starting: from what was triggered to what runs

    def tell_waiting(self) -> None:
        """Show what goes on: the page is about to paint, and a message that it sent has not been handled to its end."""
        for run in self._running:
            self._runner.statuses.start(run)

    def _drain(self, run: Run | None = None, quietly: bool = False) -> None:
        """Start what was triggered, and what that triggers in turn, in order; a long chain is no deep one.

        Parameters:
            run: on whose behalf. While it is being started, the loop that starts it goes on with what it triggers.
                Other events don't wait for that loop: the run may be asleep.
            quietly: whether the page watches over this (see :meth:`tell_waiting`).
        """
        if run is not None and run.starting:
            return
        while self._startable or self._triggers.runs:
            if self._startable:
                self._start(self._startable.popleft(), quietly)
            else:
                self._submit(self._triggers.runs.popleft())

    def _submit(self, run: Run) -> None:
        dependency = run.dependency
        for cancelled in dependency.cancels:
            self._cancel(cancelled)
        if dependency.trigger_mode == "once":
            self._renew(run)
        if len(run.chain.changed) > MAX_ROUNDS:
            self._runner.report(Error(self._never_settles(run)))
            self._settled(run)
            return
        self._queue.submit(run)

    def _refused(self, run: Run, error: Error) -> None:
        self._runner.report(error)
        self._follow(run, "failure")
        self._settled(run)

    def _take_inputs(self, run: Run) -> None:
        """Note the values that the page has for the inputs of ``run`` now."""
        inputs = (*run.dependency.inputs, *run.dependency.inputs_kwargs.values())
        run.payloads = {block._id: self._session.slot(block).payload for block in inputs}

    def _renew(self, run: Run) -> None:
        """Hand what ``run`` would begin with to the run because of which it will be dropped, if that hasn't begun yet.

        Only here do runs wait for a paint: the last letter that somebody types must not be lost by it.
        """
        for other in self._running:
            if not other.has_begun and other.dependency.identity == run.dependency.identity:
                other.target, other.data = run.target, run.data
                self._take_inputs(other)

    def _never_settles(self, run: Run) -> str:
        restless = dict.fromkeys(run.chain.changed[MAX_ROUNDS // 2 :])
        names = ", ".join(map(self._session.name, restless))
        return f"Stopped {run.dependency.name} after {MAX_ROUNDS} rounds of changes that never settle, of {names}."

    # Running: from start to end, and what follows from it

    def _start(self, run: Run, quietly: bool) -> None:
        self._running[run] = None
        run.starting = True
        self._watcher.look_at_states(run)
        context = self._context.copy()  # not that of the run that led to it
        end = context.run(self._runner.quick.perform, run, quietly)
        if end is None:
            run.task = _spawn(self._perform(run), context)
            if run.is_cancelled:  # in its first step, when it had no task yet
                run.cancel()
        else:
            self._ended(run, end)
        run.starting = False

    async def _perform(self, run: Run) -> None:
        self._ended(run, await self._runner.perform(run))

    def _ended(self, run: Run, end: End) -> None:
        del self._running[run]
        for each in (run, *run.mates):
            if not run.is_cancelled and not each.is_invalid:
                self._follow(each, end)
        self._queue.finished(run)
        for each in (run, *run.mates):
            self._settled(each)
        self._drain(run)

    def _follow(self, run: Run, end: End) -> None:
        """Trigger what listens for the end of ``run``; one that was cancelled has failed, as in Gradio."""
        if self._listeners.may_follow(run.dependency) and not self._left:
            for event in ("success" if end == "success" else "failure", "then"):
                self._triggers.of(Trigger(run.dependency, event), chain=run.chain, target=run.target)

    def _got_result(self, run: Run, written: list[Block]) -> None:
        self._triggers.of_changes(written, run.chain)
        self._settled(run)
        if run.gives_many:  # what one result triggers comes after its run, which would make a listener drop it
            self._drain(run)

    def _settled(self, loading: object) -> None:
        """A run has given a first result, or never will: the page need not wait for it to be ready."""
        if loading in self._loading:
            self._loading.discard(loading)
            if not self._loading:
                self._send({"type": "ready"})

    def _cancel(self, dependency: Dependency) -> None:
        """Stop the runs of ``dependency``. A plain function can't be interrupted: the visitor need not wait for it."""
        self._outbox.flush()  # what they gave before counts
        going_on = [run for run in self._running if run.dependency.identity == dependency.identity]
        for run in self._queue.drop_waiting(dependency):
            self._stop(run)
        for run in going_on:
            if not run.is_cancelled:
                self._queue.cancelled(run)
                self._stop(run)

    def _stop(self, run: Run) -> None:
        run.cancel()
        self._runner.statuses.cancel(run)
        for each in (run, *run.mates):
            if not each.is_invalid:
                self._follow(each, "cancelled")
            self._settled(each)

    def _stop_all(self) -> None:
        for dependency in (*self._listeners, *self._renderer.retired):
            self._cancel(dependency)

    # Rendering: what gr.render makes takes its place

    async def _got_rendering(self, run: Run, rendering: Rendering) -> None:
        replacement = await self._renderer.replace(rendering)
        if replacement is None:
            return
        loads = self._triggers.of_rendering(replacement.added, run)
        if run in self._loading:
            self._loading.update(loads)
        self._got_result(run, replacement.blocks)

    def _busy_roots(self) -> set[Root]:
        """What the listeners of all runs that wait or go on were made with."""
        runs = (*self._triggers.runs, *self._startable, *self._running, *self._queue.waiting())
        return {run.dependency.root for run in runs}


def _spawn(coroutine: Coroutine[Any, Any, None], context: Context | None = None) -> asyncio.Task[None]:
    """A task that has run to its first wait when this returns, so that a quick handler needs no turn of the loop."""
    loop = asyncio.get_event_loop()
    if sys.version_info >= (3, 12):
        return asyncio.Task(coroutine, loop=loop, eager_start=True, context=context)
    return loop.create_task(coroutine, context=context)
